"""The drawn table of wordings: one line a wording, labelled by hand."""

from datetime import date
from pathlib import Path

DATA = Path(__file__).parent / "data"
COLUMNS = ("kind", "earliest", "latest", "due", "asks")


def drawn(name):
    """Each line as (wording, anchor, the cells that count); "." cells are left out."""
    rows = []
    anchor = None
    for line in (DATA / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("@"):
            anchor = date.fromisoformat(line[1:].strip())
        elif " | " in line and not line.startswith("#"):
            wording, *cells = (cell.strip() for cell in line.split(" | "))
            wanted = dict(zip(COLUMNS, cells, strict=True))
            rows.append((wording.replace("\\n", "\n"), anchor, wanted))
    return rows


def cells_of(reading):
    """The same cells of a reading."""
    return {
        "kind": reading.kind,
        "earliest": str(reading.earliest or "-"),
        "latest": str(reading.latest or "-"),
        "due": str(reading.due or "-"),
        "asks": "yes" if reading.question else "no",
    }


def differing(reading, wanted):
    """The cells that are not as drawn."""
    got = cells_of(reading)
    return {
        name: (cell, got[name])
        for name, cell in wanted.items()
        if cell not in (".", "any", got[name])
    }
