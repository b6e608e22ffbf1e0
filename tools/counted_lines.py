"""The lines that the tests ran: every process of a run leaves its own; here they come together."""

import json
import os
import shutil
from pathlib import Path

from coverage import CoverageData

ROOT = Path(__file__).resolve().parents[1]
COUNTING = ROOT / "tools" / "counting"
HOUSE = ROOT / "goldenthread"


def emptied(folder):
    """The folder, for the lines of a new run."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def environment(folder):
    """What makes a process, and each that it starts, count its lines into the folder.

    And keep what it compiled: without, each process compiles the house anew, two seconds long.
    """
    paths = [str(COUNTING), *filter(None, [os.environ.get("PYTHONPATH")])]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "COUNTED_LINES": str(folder.resolve()),
        "PYTHONPATH": os.pathsep.join(paths),
    }


def is_counted(path):
    """Whether a file of the house is the product's own, as tools/counting sees it."""
    return path.name != "conftest.py" and {"tests", "migrations"}.isdisjoint(path.parts)


def bring_together(folder):
    """Write them where `coverage` looks: `.coverage` in the present folder.

    A file of the house of which no line ran is there, too; without any lines nothing is written.
    """
    data = CoverageData(".coverage")
    data.erase()
    found = sorted(folder.glob("*.json"))
    for file in found:
        data.add_lines(json.loads(file.read_text(encoding="utf-8")))
    if found:
        data.touch_files(str(path) for path in HOUSE.rglob("*.py") if is_counted(path))
        data.write()
