"""Open packaged weights: files whose digest the card beside them gives, and onnxruntime sessions."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import Any

from attribution.errors import BrokenModel


def read_model(folder: Traversable, card: str) -> tuple[Mapping[str, Any], Mapping[str, bytes]]:
    """Return a model's card and the files that it names, checked.

    Parameters
    ----------
    folder : holds them.
    card : name of the JSON file whose ``sha256`` maps the names of the others to their digests.

    Raises
    ------
    BrokenModel
        When a file is missing, or is not the one that the card describes.
    """
    try:
        described = json.loads(_read(folder, card))
        data = {name: _read(folder, name) for name in described["sha256"]}
    except (KeyError, TypeError, ValueError) as error:
        raise BrokenModel(f"the model file {card} of the package is damaged ({error}); install it again") from None
    for name, digest in described["sha256"].items():
        if hashlib.sha256(data[name]).hexdigest() != digest:
            raise BrokenModel(f"the model file {name} of the package is damaged (wrong digest); install it again")
    return described, data


def open_session(data: bytes) -> Any:
    """Return an onnxruntime session for a graph; one thread, since documents are the unit of parallel work."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])


def _read(folder: Traversable, name: str) -> bytes:
    try:
        return folder.joinpath(name).read_bytes()
    except OSError as error:
        raise BrokenModel(f"the model file {name} of the package cannot be read ({error}); install it again") from None
