"""Words a second of ``attribution extract``: ``python -m benchmarks.extraction_speed DOCUMENTS [JOBS...]``.

DOCUMENTS is a file of JSON lines as `attribution extract` reads it. Whole processes, the loading of the model included;
each number of jobs is run three times and the median counts. Memory is the most that any one process held.
"""

from __future__ import annotations

import statistics
import sys

from attribution.jsonlines import Record, read_records
from benchmarks.cold_start import peak_megabytes, time_command

RUNS = 3


def main(path: str, jobs: list[str]) -> None:
    """Print a line for each number of jobs."""
    records = [record for record in read_records(path) if isinstance(record, Record)]
    words = sum(len(record.text.split()) for record in records)
    print(f"{len(records)} documents, {words:,} words")
    for number in jobs:
        command = [sys.executable, "-m", "attribution", "extract", path, "--jobs", number]
        seconds = statistics.median(time_command(command) for _ in range(RUNS))
        rate = words / seconds
        print(f"jobs {number:3} {seconds:7.2f} s   {rate:8,.0f} words a second   {peak_megabytes():5.0f} MB at most")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:] or ["1", "2"])
