"""What Python does first in each process of the tests: it counts lines, if it is asked to.

`tools/counted_lines.py` puts this folder on PYTHONPATH, so that a process which a test starts
counts as the test itself does. A tracer would cost more than half as much again as the tests;
this marks each line in the compiled code instead, which costs next to nothing.
"""

import atexit
import json
import os
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2] / "goldenthread"
NOT_COUNTED = ["*/migrations/*", "*/tests/*", "*/conftest.py"]
# Taking a mark out again once its line has run would stop everything for a look at every function.
NEVER_TAKEN_OUT = -1


def count(folder):
    # Not above: a process that counts nothing starts without it.
    from slipcover.importer import FileMatcher, ImportManager
    from slipcover.slipcover import Slipcover

    # Which lines there are, `coverage` finds out once; working it out here would double the start.
    Slipcover.lines_from_code = staticmethod(lambda code: ())
    counter = Slipcover(d_miss_threshold=NEVER_TAKEN_OUT)
    wanted = FileMatcher(sources=[HOUSE], omit=NOT_COUNTED)
    ImportManager(counter, wanted).__enter__()
    atexit.register(keep, counter, folder)


def keep(counter, folder):
    """Leave the lines behind; a file is there whole or not at all, however the process ends."""
    # A process that was forked counts on with its parent's lines, under its own number.
    part = folder / f"{os.getpid()}.part"
    lines = {name: sorted(seen) for name, seen in counter.newly_seen.items()}
    part.write_text(json.dumps(lines), encoding="utf-8")
    part.replace(folder / f"{os.getpid()}-{os.urandom(4).hex()}.json")


if "COUNTED_LINES" in os.environ:
    count(Path(os.environ["COUNTED_LINES"]))
