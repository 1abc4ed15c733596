"""Write trained networks as the package reads them: ONNX graphs with 8-bit weights, a card with their digests.

Matrix weights are 8-bit with a scale a channel (one scale a matrix drifts), everything else stays float. The piece
vectors, which no training changes, are written once, 8-bit with a scale a row: ``python -m training.export --out DIR``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

OPSET = 17


def export_graph(
    module: nn.Module,
    inputs: tuple[Tensor, ...],
    path: Path,
    names: tuple[Sequence[str], Sequence[str]],
    axes: Mapping[str, Mapping[int, str]],
    quantised: bool = True,
) -> None:
    """Write a module as an ONNX graph.

    Parameters
    ----------
    inputs : an example.
    names : of the inputs and of the outputs.
    axes : for each name, its dimensions of any size.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    torch.onnx.export(
        module, inputs, str(path), input_names=list(names[0]), output_names=list(names[1]), dynamic_axes=dict(axes),
        opset_version=OPSET, dynamo=False,
    )  # fmt: skip
    if quantised:
        quantize_dynamic(
            path, path, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=["MatMul"],
            extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip


def write_card(folder: Path, name: str, files: Sequence[str], **numbers: Any) -> None:
    """Write a card: the digests of `files` in `folder`, and the numbers that go with them."""
    digests = {file: hashlib.sha256((folder / file).read_bytes()).hexdigest() for file in files}
    (folder / name).write_text(json.dumps({"sha256": digests, **numbers}, indent=1) + "\n", encoding="utf-8")


def write_word_pieces(folder: Path) -> None:
    """Write the tokeniser and the pre-trained piece vectors into `folder`."""
    from training.extractor.train import load_tokenizer, pretrained_weights

    folder.mkdir(parents=True, exist_ok=True)
    vectors = pretrained_weights()["embeddings.word_embeddings.weight"].numpy()
    scales = (np.abs(vectors).max(1) / 127).astype(np.float32)
    table = np.round(vectors / np.maximum(scales, 1e-12)[:, None]).astype(np.int8)
    np.savez(folder / "vectors.npz", table=table, scales=scales)
    load_tokenizer().save(str(folder / "tokenizer.json"), pretty=False)
    write_card(folder, "pieces.json", ["vectors.npz", "tokenizer.json"])


def main() -> None:
    """Write the word pieces."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True, help="folder for the files")
    write_word_pieces(parser.parse_args().out)


if __name__ == "__main__":
    main()
