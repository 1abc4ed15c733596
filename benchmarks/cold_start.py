"""How long one report takes from nothing, and how much memory: ``python -m benchmarks.cold_start [ARTICLE]``.

A new process for every run, as a user starts it: the interpreter, the imports, the models and the report. The first run
is not counted, because it fills the disk's cache.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.articles import EXAMPLES

RUNS = 5


def time_command(command: list[str]) -> float:
    """Return the seconds that `command` takes, its output thrown away."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def peak_megabytes() -> float:
    """Return the most memory that any child process has held so far."""
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def main(article: Path) -> None:
    """Measure the bare interpreter, the import and one report, and print a line for each."""
    commands = {
        "python alone": ["-c", "pass"],
        "import attribution": ["-c", "import attribution"],
        f"report {article.name}": ["-m", "attribution", "report", str(article)],
    }
    for name, arguments in commands.items():
        command = [sys.executable, *arguments]
        time_command(command)
        seconds = statistics.median(time_command(command) for _ in range(RUNS))
        print(f"{name:32} {seconds:7.2f} s   {peak_megabytes():7.0f} MB at most")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else EXAMPLES / "kessarin-dam.txt")
