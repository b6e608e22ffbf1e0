"""Places in a stored file: kept as JSON beside the file, and said in words."""

from collections.abc import Mapping
from typing import Any

from goldenthread.documents.layout import Place

__all__ = ["Place", "as_json", "place_of", "words"]

PARTS = ("page", "sheet", "table", "row", "cell", "line")
SAID = {"cell": "column"}
WHOLE_FILE = "the file as a whole"


def as_json(place: Place | Mapping[str, Any]) -> dict[str, Any]:
    """The known parts of a place in one order; {} means the file as a whole, its name too.

    Raises:
        ValueError: a part is none of page, sheet, table, row, cell and line.
    """
    parts = place.as_dict() if isinstance(place, Place) else place
    if unknown := set(parts) - set(PARTS):
        raise ValueError(f"A place has no {', '.join(sorted(unknown))}.")
    return {part: parts[part] for part in PARTS if parts.get(part) is not None}


def place_of(kept: Mapping[str, Any]) -> Place:
    """The place that was kept as JSON.

    Raises:
        ValueError: a part is none of page, sheet, table, row, cell and line.
    """
    return Place(**as_json(kept))


def words(place: Place | Mapping[str, Any]) -> str:
    """Where a person looks: "page 3, table 1, row 5", "sheet “Plan”, row 5, column C"."""
    said = [_part(name, value) for name, value in as_json(place).items()]
    return ", ".join(said) or WHOLE_FILE


def _part(name: str, value: Any) -> str:
    shown = f"“{value}”" if name == "sheet" else value
    return f"{SAID.get(name, name)} {shown}"
