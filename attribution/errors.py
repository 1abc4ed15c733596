"""Every error that the package raises on purpose.

::

    Problem                        anything a user can mend; its text says what, where, and what to do
    ├── InputProblem               an input that cannot be used
    │   ├── UnreadableInput        missing, forbidden, not text
    │   ├── NoArticle              readable, but with no article in it
    │   └── TooLong                longer than any article
    ├── FormatProblem              an output format or a gold file that is not what it should be
    ├── NoSuchSource               a source was asked for that the articles do not have
    ├── MissingExtra               an optional library that is not installed
    ├── BrokenModel                a packaged weight or word-list file that is missing or damaged
    └── BrokenPipeline             a table of steps that does not fit together (for developers)

The command line turns each into one line on standard error. The base is not called ``AttributionError`` because that
reads as ``AttributeError``.
"""

from __future__ import annotations


class Problem(Exception):
    """Base of all errors of the package: one sentence, for people."""


class InputProblem(Problem):
    """An input cannot be used."""


class UnreadableInput(InputProblem):
    """An input is missing, forbidden, or not text."""


class NoArticle(InputProblem):
    """An input can be read, but there is no article in it."""


class TooLong(InputProblem):
    """An input is longer than any article: an archive, a log, a book."""


class FormatProblem(Problem):
    """An output format is unknown, or a file is not in the format it should be."""


class NoSuchSource(Problem):
    """A source was asked for by a name that none has."""


class MissingExtra(Problem):
    """An optional library is needed and not installed."""

    def __init__(self, purpose: str, extra: str, distribution: str) -> None:
        super().__init__(f"{purpose} needs an optional library: pip install '{distribution}[{extra}]'")


class BrokenModel(Problem):
    """A packaged file of weights or words is missing or damaged: install the package again."""


class BrokenPipeline(Problem):
    """A step reads a layer that no earlier step writes, or two steps write the same one."""
