"""Compares two papers in a process of its own: a file that hangs or crashes stops no worker.

What runs in the other process asks no database, so this module knows no table.
"""

import tempfile
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

from goldenthread.documents import apart

NOT_COMPARED = "cannot be compared"
Answer = dict[str, Any]


def compare(frozen: bytes, finished: bytes, *, finished_name: str) -> Answer:
    """What differs between a frozen paper and one finished by hand: state, why and rows.

    Args:
        frozen:        the Word form that was frozen.
        finished:      a Word file or a PDF.
        finished_name: how messages name it.

    Returns:
        `state` is "same figures", "differs" or "cannot be compared", and `why` says the last.
        A file that stops its process, or takes too long, cannot be compared.
    """
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = Path(folder) / "frozen.docx", Path(folder) / "finished"
        ours.write_bytes(frozen)
        theirs.write_bytes(finished)
        job = partial(answer, frozen=ours, finished_name=finished_name)
        found = next(apart.read_all([theirs], workers=1, job=job))
    if "state" in found:
        return found
    why = str(found.get("message") or found["found"])
    return {"state": NOT_COMPARED, "why": why.replace(theirs.name, finished_name, 1), "rows": []}


def answer(path: Path, *, frozen: Path, finished_name: str) -> Answer:
    """The comparison as plain values; runs in the other process."""
    # Not above: the readers take their time to start, and only the other process needs them.
    from goldenthread.papers import comparing

    return asdict(comparing.differences(frozen, path, finished_name=finished_name))
