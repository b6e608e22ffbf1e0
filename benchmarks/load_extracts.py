"""Extracts of a made council to accepted loads: processor and memory beside the bare reader."""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from lxml import etree
from python_calamine import CalamineWorkbook

from goldenthread.formats.annex_a import reader as annex_a
from goldenthread.formats.arrow import columns_of
from goldenthread.formats.cin_census import reader as cin_census
from goldenthread.formats.reading import Keys, Reading
from goldenthread.formats.ssda903 import reader as ssda903
from goldenthread.synthetic import annex_a as annex_a_writer
from goldenthread.synthetic import cin_census as cin_writer
from goldenthread.synthetic import flat
from goldenthread.synthetic.council import make

AS_AT = date(2026, 3, 31)
KEYS = Keys(b"benchmark", "901")
IN_CENSUS, IN_RETURN, ROWS_OF_A_LIST = 50_000, 10_000, 5_000
CIN_SECONDS, CIN_MB, ANNEX_SECONDS, RETURN_SECONDS = 5.0, 400, 1.5, 1.0


def main() -> int:
    """Print each figure with its bar; 1 when a bar is missed."""
    with tempfile.TemporaryDirectory() as folder:
        missed = [
            _cin(Path(folder)),
            _annex_a(Path(folder)),
            _return(Path(folder)),
        ]
    return int(any(missed))


def _cin(folder: Path) -> bool:
    path = folder / "cin.xml"
    cin_writer.write(make(children=IN_CENSUS, years=1, seed=7, as_at=AS_AT), path, authority="901")
    bare = _best(lambda: _bare_xml(path))
    seconds = _best(lambda: _columns(cin_census.read(path, KEYS)))
    whole, memory = _command(folder, path)
    size = path.stat().st_size / 2**20
    print(
        f"CIN census, {IN_CENSUS} children, {size:.0f} MB: read into columns {seconds:.2f} s of "
        f"processor, ratio {seconds / bare:.1f} to lxml alone ({bare:.2f} s); `goldenthread load` "
        f"whole {whole:.2f} s and {memory:.0f} MB (bar {CIN_SECONDS} s, {CIN_MB} MB)"
    )
    return whole > CIN_SECONDS or memory > CIN_MB


def _annex_a(folder: Path) -> bool:
    path = folder / "annex-a.xlsx"
    counts = annex_a_writer.write(make(children=60_000, years=6, seed=7, as_at=AS_AT), path)
    bare = _best(lambda: _bare_workbook(path))
    seconds = _best(lambda: _columns(annex_a.read(path, KEYS)))
    rows = ", ".join(str(number) for number in counts.values())
    print(
        f"Annex A, rows of lists 1 to 11: {rows}: {seconds:.2f} s of processor, ratio "
        f"{seconds / bare:.1f} to calamine alone ({bare:.2f} s) (bar {ANNEX_SECONDS} s for "
        f"{ROWS_OF_A_LIST} rows a list)"
    )
    return seconds > ANNEX_SECONDS


def _return(folder: Path) -> bool:
    """The return of a council repeated under other numbers until it has enough children."""
    there = folder / "903"
    counts = flat.write_ssda903(make(children=30_000, years=6, seed=7, as_at=AS_AT), there)
    times = -(-IN_RETURN // counts["header"])
    paths = sorted(there.iterdir())
    for path in paths:
        heading, *lines = path.read_text().splitlines()
        many = [f"{number}{line}" for number in range(times) for line in lines]
        path.write_text("\n".join([heading, *many]) + "\n")
    bare = _best(lambda: [path.read_text().splitlines() for path in paths])
    seconds = _best(lambda: _columns(ssda903.read(paths, KEYS)))
    print(
        f"SSDA903, {counts['header'] * times} children: {seconds:.2f} s of processor, ratio "
        f"{seconds / max(bare, 0.001):.0f} to reading the lines ({bare:.3f} s) (bar "
        f"{RETURN_SECONDS} s for {IN_RETURN} children)"
    )
    return seconds > RETURN_SECONDS


def _columns(reading: Reading) -> None:
    for rows in reading.tables.values():
        columns_of(rows)


def _bare_xml(path: Path) -> None:
    for _event, element in etree.iterparse(str(path), tag="Child"):
        for each in element.iter():
            _ = each.text
        element.clear()


def _bare_workbook(path: Path) -> None:
    book = CalamineWorkbook.from_path(str(path))
    for name in book.sheet_names:
        book.get_sheet_by_name(name).to_python(skip_empty_area=False)


def _best(run: Callable[[], object]) -> float:
    """The median processor time of three runs, after one that is thrown away."""
    run()
    took = []
    for _ in range(3):
        start = time.process_time()
        run()
        took.append(time.process_time() - start)
    return sorted(took)[1]


def _command(folder: Path, path: Path) -> tuple[float, float]:
    """Processor seconds and megabytes of the whole command, its start and its database too."""
    program = str(Path(sys.executable).parent / "goldenthread")
    command = [program, "load", str(path)]
    environment = {**os.environ, "GOLDENTHREAD_DATA": str(folder / "data")}
    warm = [program, "account", "authority", "901", "Made"]
    subprocess.run(warm, env=environment, check=True, capture_output=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [*command, "--authority", "901", "--as-at", str(AS_AT)],
        env=environment,
        check=True,
        capture_output=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, after.ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
