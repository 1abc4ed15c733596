"""Weights of a linear model as a file has them, unpacked row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from attribution.errors import BrokenModel

Row = Mapping[str, float]


class PackedRows(Mapping[str, Row]):
    """Rows of weights as the file has them, each unpacked when it is first asked for: an article needs few of them.

    Parameters
    ----------
    packed : for each feature the places of labels in `labels`, each followed by a hundred times its weight.
    labels : what is labelled.
    """

    def __init__(self, packed: Mapping[str, Sequence[float]], labels: Sequence[str]) -> None:
        if not isinstance(packed, dict):
            raise TypeError("weights are no mapping")
        self._packed, self._labels = packed, labels
        self._unpacked: dict[str, Row] = {}

    def __getitem__(self, feature: str) -> Row:
        row = self._unpacked.get(feature)
        if row is None:
            packed = self._packed[feature]
            try:
                row = {
                    self._labels[int(at)]: weight / 100 for at, weight in zip(packed[::2], packed[1::2], strict=True)
                }
            except (ValueError, TypeError, IndexError) as error:
                raise BrokenModel(
                    f"weights of the package are damaged at {feature!r} ({error!r}); install it again"
                ) from None
            self._unpacked[feature] = row
        return row

    def __contains__(self, feature: object) -> bool:
        return feature in self._packed

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)
