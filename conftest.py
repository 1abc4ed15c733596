"""What pytest leaves out: modules that import a library which is not installed."""

from importlib.util import find_spec

_NEEDS_NUMPY = ["attribution/extraction/neural"]

collect_ignore = [] if find_spec("numpy") else _NEEDS_NUMPY
