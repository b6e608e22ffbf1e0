"""What one row holds that was made of several."""

from collections.abc import Sequence
from typing import Any

from goldenthread.intake.draft.form import ACCEPTED, Row

_OURS = ("id", "state", "reason", "as_read", "made_from", "made_into", "places", "added")
_TIMESCALE = "local_timescale"


def joined(rows: Sequence[Row]) -> Row:
    """The rows' values in one row; of values that are neither text nor list the first filled.

    Each field has the place of the first row that has one; the rows keep their own.
    """
    fields = dict.fromkeys(f for row in rows for f in row if f not in _OURS)
    row = {field: _value([one.get(field) for one in rows]) for field in fields}
    row |= {"state": ACCEPTED, "as_read": {}, "places": _places(rows)}
    targets = _targets(rows)
    if targets:
        row |= {"targets": targets, _TIMESCALE: None}
    return row


def _value(values: Sequence[Any]) -> Any:
    filled = [value for value in values if value not in (None, "", [], {})]
    if not filled:
        return values[0]
    if all(isinstance(value, str) for value in filled):
        return "\n".join(dict.fromkeys(filled))
    if all(isinstance(value, list) for value in filled):
        return _without_doubles(filled)
    if all(isinstance(value, dict) for value in filled):
        return {name: one for value in reversed(filled) for name, one in value.items()}
    return filled[0]


def _without_doubles(lists: Sequence[list[Any]]) -> list[Any]:
    kept: list[Any] = []
    for value in (value for values in lists for value in values):
        if value not in kept:
            kept.append(value)
    return kept


def _places(rows: Sequence[Row]) -> dict[str, Any]:
    places = dict(rows[0]["places"])
    for row in rows[1:]:
        places |= {f: place for f, place in row["places"].items() if f not in places}
    return places


def _targets(rows: Sequence[Row]) -> dict[str, str]:
    """The timescale of each item, where actions of several items differ in it."""
    printed = {row.get(_TIMESCALE) for row in rows}
    items = [set(row.get("item_ids") or ()) for row in rows]
    apart = all(not one & other for n, one in enumerate(items) for other in items[:n])
    if len(printed) < 2 or not apart or not all(items):
        return {}
    return {
        item: row[_TIMESCALE]
        for row, ids in zip(rows, items, strict=True)
        for item in sorted(ids)
        if row.get(_TIMESCALE)
    }
