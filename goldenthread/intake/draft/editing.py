"""Changing one value of a draft; what was read stays beside it."""

from typing import Any

from goldenthread.intake.draft.errors import CannotChangeDraft
from goldenthread.intake.draft.fields import check_of
from goldenthread.intake.draft.form import (
    ACCEPTED,
    Draft,
    Row,
    accepted,
    kinds_of,
    row_of,
    with_row,
)
from goldenthread.intake.draft.paths import parts_of

# Ours, and what only the verbs of `rows` change.
_CLOSED = ("id", "state", "reason", "places", "as_read", "made_from", "made_into", "added")
# An action names its items by id; the printed numbers follow from those.
_CLOSED_IN = {"actions": ("items",)}
_CLOSED_AT_TOP = (
    "kind",
    "file",
    "rows_found",
    "next_ids",
    "as_read",
    "sources",
    "settled",
    "item_links",
)
# Fields that a person may fill though the reader never does.
_OPEN = {
    "actions": ("accountable", "local_due", "due", "targets", "item_ids", "test_kinds", "same_as"),
    "items": ("due",),
}


def set_value(draft: Draft, path: str, value: Any) -> tuple[Draft, Any]:
    """The draft with one value changed, and the value before.

    Args:
        path:  "actions/a40/leads", "actions/a40/updates/0/text", "published",
               "inspection/start" or "named/Ann Dale" (see `paths`).
        value: what JSON can hold; a blank text becomes None.

    The first value of a field stays under the row's "as_read" (the draft's own for what is
    no row's), so the source can always be shown beside the edit.

    Raises:
        CannotChangeDraft: no such row or field, a row that is not accepted, or a value of
            another kind than the field's.
    """
    value = None if isinstance(value, str) and not value.strip() else value
    parts = parts_of(path)
    if parts[0] in kinds_of(draft):
        return _set_in_row(draft, parts, value, path)
    return _set_at_top(draft, parts, value, path)


def value_at(draft: Draft, path: str) -> Any:
    """The present value of a path; None where nothing is.

    Raises:
        CannotChangeDraft: there is no such row.
    """
    parts = parts_of(path)
    if parts[0] in kinds_of(draft):
        return _at(_row(draft, parts, path), parts[2:])
    return _at(draft, parts)


def as_read(row: Row, field: str) -> Any:
    """A field's value as the reader gave it."""
    return row["as_read"].get(field, row.get(field))


def edited_fields(row: Row) -> list[str]:
    """The fields whose present value is not the one that was read."""
    return [field for field, first in row["as_read"].items() if row.get(field) != first]


def _set_in_row(draft: Draft, parts: list[str], value: Any, path: str) -> tuple[Draft, Any]:
    row = _row(draft, parts, path)
    if len(parts) < 3 or parts[2] in (*_CLOSED, *_CLOSED_IN.get(parts[0], ())):
        raise CannotChangeDraft(f"{path}: This is not a value to edit. Choose a field of the row.")
    if row["state"] != ACCEPTED:
        raise CannotChangeDraft(
            f"{path}: The row is {row['state']}, so it cannot be edited. "
            "Accept it first, or edit the row that it became."
        )
    field = parts[2]
    if field not in row and field not in _OPEN.get(parts[0], ()):
        raise CannotChangeDraft(f"{path}: The row has no such field. Nothing was changed.")
    before = _checked(row, parts[2:], value, path)
    if field == "item_ids":
        _must_be_items(draft, value, path)
    changed = {**row, field: _put(row.get(field), parts[3:], value, path)}
    changed["as_read"] = {field: row.get(field), **row["as_read"]}
    return with_row(draft, changed), before


def _set_at_top(draft: Draft, parts: list[str], value: Any, path: str) -> tuple[Draft, Any]:
    field = parts[0]
    if field not in draft or field in _CLOSED_AT_TOP:
        raise CannotChangeDraft(f"{path}: This is not a value to edit. Nothing was changed.")
    if field == "named":
        before = draft["named"].get(parts[-1])
        return {**draft, "named": _named(draft, parts, value, path)}, before
    before = _checked(draft, parts, value, path)
    changed = {**draft, field: _put(draft[field], parts[1:], value, path)}
    changed["as_read"] = {field: draft[field], **draft["as_read"]}
    return changed, before


def _named(draft: Draft, parts: list[str], value: Any, path: str) -> dict[str, Any]:
    """Whom each printed name means; nothing takes an answer back."""
    if len(parts) != 2 or not (value is None or isinstance(value, dict)):
        raise CannotChangeDraft(f"{path}: Say whom one printed name means. Nothing was changed.")
    others = {name: one for name, one in draft["named"].items() if name != parts[1]}
    return others if value is None else {**others, parts[1]: value}


def _row(draft: Draft, parts: list[str], path: str) -> Row:
    found = row_of(draft, parts[1]) if len(parts) > 1 else None
    if found is None or found[0] != parts[0]:
        raise CannotChangeDraft(f"{path}: There is no such row. Reload the page.")
    return found[1]


def _must_be_items(draft: Draft, ids: list[str], path: str) -> None:
    known = {item["id"] for item in accepted(draft, "items")}
    if not known.issuperset(ids):
        raise CannotChangeDraft(f"{path}: An item named here is not in the plan. Reload the page.")


def _checked(holder: Any, parts: list[str], value: Any, path: str) -> Any:
    """The value before, once the new one is known to be of the right kind."""
    before = _at(holder, parts)
    named = next(part for part in reversed(parts) if not part.isdigit())
    right, words = check_of(named if parts[-1] == named else "", before)
    if not right(value) or (value is None and parts[-1] != named):
        raise CannotChangeDraft(f"{path}: This should be {words}. Nothing was changed.")
    return before


def _at(holder: Any, parts: list[str]) -> Any:
    for part in parts:
        if isinstance(holder, dict):
            holder = holder.get(part)
        elif isinstance(holder, list) and part.isdigit() and int(part) < len(holder):
            holder = holder[int(part)]
        else:
            return None
    return holder


def _put(holder: Any, parts: list[str], value: Any, path: str) -> Any:
    """A copy of a value with the part of it that a path names replaced."""
    if not parts:
        return value
    first, rest = parts[0], parts[1:]
    if isinstance(holder, dict) and first in holder:
        return {**holder, first: _put(holder[first], rest, value, path)}
    if isinstance(holder, list) and first.isdigit() and int(first) < len(holder):
        index = int(first)
        changed = _put(holder[index], rest, value, path)
        return [*holder[:index], changed, *holder[index + 1 :]]
    raise CannotChangeDraft(f"{path}: There is nothing of that name. Nothing was changed.")
