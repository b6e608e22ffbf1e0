"""Reading reports in full, one worker, beside `pdftotext -layout` over the same files in the same run."""

import argparse
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.made_reports import write_reports

RATIO_BAR = 1.0
MEMORY_BAR_MB = 400
COMMAND = "from goldenthread.cli.main import main; main()"
SAMPLE_SECONDS = 0.05


@dataclass
class Memory:
    """The highest sum of resident memory of a process and those below it, in kilobytes."""

    peak: int = 0
    ended: threading.Event = field(default_factory=threading.Event)

    def watch(self, pid: int) -> None:
        while not self.ended.wait(SAMPLE_SECONDS):
            self.peak = max(self.peak, sum(_resident(each) for each in _family(pid)))


def main() -> int:
    """Print both times, their ratio and the memory; 1 when a bar is missed."""
    options = _options()
    with tempfile.TemporaryDirectory() as made:
        folder = options.folder or Path(made)
        if options.folder is None:
            write_reports(folder)
            print(
                "Made reports are leaner than real ones, which flatters pdftotext: no bar on time."
            )
        ratio, peak = _compare(folder, rounds=options.rounds)
    too_slow = options.folder is not None and ratio > RATIO_BAR
    return int(too_slow or peak > MEMORY_BAR_MB)


def _compare(folder: Path, *, rounds: int) -> tuple[float, float]:
    """The ratio of our time to theirs, and the highest memory in megabytes."""
    files = sorted(path for path in folder.rglob("*.pdf") if path.is_file())
    memory = Memory()
    ours, theirs = [], []
    # The first round reads the files from disk and is thrown away.
    for number in range(rounds + 1):
        times = (
            _seconds(lambda: _read(folder, len(files), memory)),
            _seconds(lambda: _pdftotext(files)),
        )
        print(f"round {number}: read {times[0]:.2f} s, pdftotext {times[1]:.2f} s")
        if number:
            ours.append(times[0])
            theirs.append(times[1])
    ratio = statistics.median(ours) / statistics.median(theirs)
    peak = memory.peak / 1024
    print(f"{len(files)} files: read {statistics.median(ours):.2f} s, one worker")
    print(
        f"pdftotext -layout {statistics.median(theirs):.2f} s; ratio {ratio:.2f} (bar {RATIO_BAR:g})"
    )
    print(f"peak memory {peak:.0f} MB (bar {MEMORY_BAR_MB})")
    return ratio, peak


def _read(folder: Path, count: int, memory: Memory) -> None:
    """The command as a user calls it, its start and that of its worker included."""
    command = [sys.executable, "-c", COMMAND, "read", str(folder), "--jsonl", "--workers", "1"]
    with tempfile.TemporaryFile() as out, subprocess.Popen(command, stdout=out) as process:
        memory.ended.clear()
        watcher = threading.Thread(target=memory.watch, args=(process.pid,))
        watcher.start()
        code = process.wait()
        memory.ended.set()
        watcher.join()
        out.seek(0)
        if code or len(out.readlines()) != count:
            raise SystemExit(f"{folder}: Not every file was read; exit code {code}.")


def _pdftotext(files: list[Path]) -> None:
    for path in files:
        quiet = subprocess.DEVNULL
        subprocess.run(["pdftotext", "-layout", path, "-"], stdout=quiet, stderr=quiet, check=False)


def _seconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _family(pid: int) -> list[int]:
    try:
        below = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return []
    return [pid, *(each for child in below for each in _family(int(child)))]


def _resident(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, help="PDFs; made ones without it")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
