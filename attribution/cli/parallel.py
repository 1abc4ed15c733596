"""Work on many documents in several processes, in order, with few of them in memory at once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

# Documents waiting for each process: enough that none is idle while the slowest of them is worked on.
_WAITING = 4


def map_in_order(function: Callable[[T], R], items: Iterable[T], jobs: int) -> Iterator[R]:
    """Yield ``function(item)`` for each item, in the items' order.

    Parameters
    ----------
    function : can be pickled; an exception that it raises is raised here.
    items : read as they are needed, so that an archive of any size needs no more memory than some of its documents.
    jobs : number of processes; with 1 everything happens in this one.
    """
    if jobs == 1:
        yield from map(function, items)
        return
    # not before there is use for it: the import takes longer than a short document
    from concurrent.futures import Future, ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        waiting: deque[Future[R]] = deque()
        for item in items:
            waiting.append(pool.submit(function, item))
            if len(waiting) > jobs * _WAITING:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
