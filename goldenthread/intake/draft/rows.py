"""Splitting, joining, refusing, accepting and adding rows; every row that was read is kept.

A row that was split or joined stays in the list with that state and names what it became
under "made_into"; the new row names what it was made from under "made_from".
"""

from collections.abc import Mapping, Sequence
from typing import Any

from goldenthread.intake.draft import joining
from goldenthread.intake.draft.errors import CannotChangeDraft
from goldenthread.intake.draft.form import (
    ACCEPTED,
    JOINED,
    REFUSED,
    ROWS,
    SPLIT,
    Draft,
    Row,
    kinds_of,
    row_of,
    with_row,
    with_rows,
)
from goldenthread.intake.draft.words import invented, lost

# Plans and exchanges are what other rows stand in; one never goes without its rows.
FIXED = ("plans", "exchanges")
Part = str | Mapping[str, Any]
# The field that holds a row's own words.
_TEXT = {"forums": "name", "judgements": "label", "figures": "text"}


def split(draft: Draft, row_id: str, parts: Sequence[Part]) -> Draft:
    """The draft with one row in two or more; the row itself stays as it was read.

    Args:
        parts: for each new row its words, or the values of the fields that differ
               ({"text": ..., "leads": [...]}). All other values are those of the row.

    Raises:
        CannotChangeDraft: fewer than two parts, a blank one, words that the source does not
            have, or words of the source that no part has.
    """
    name, row = _open_row(draft, row_id)
    changes = [_changes(part, name) for part in parts]
    _must_be_whole(name, row, changes)
    ids = _new_ids(draft, name, len(changes))
    plain = {field: value for field, value in row.items() if field != "added"}
    new = [
        {**plain, **change, "id": new_id, "made_from": [row_id], "as_read": {}}
        for new_id, change in zip(ids, changes, strict=True)
    ]
    old = {**row, "state": SPLIT, "made_into": ids}
    rows = [r for one in draft[name] for r in ([old, *new] if one["id"] == row_id else [one])]
    return _followed(_numbered(with_rows(draft, name, rows), name, len(ids)), [row_id], ids)


def join(draft: Draft, row_ids: Sequence[str]) -> Draft:
    """The draft with several rows in one, at the place of the first; the rows stay as read.

    Texts are put together a line each (the same text once), lists without doubles. Actions of
    different items keep the timescale of each under "targets", by item.

    Raises:
        CannotChangeDraft: fewer than two rows, rows of two kinds or plans, or one that is not
            accepted.
    """
    found = [_open_row(draft, row_id) for row_id in row_ids]
    _must_go_together(found)
    name, rows = found[0][0], [row for _, row in found]
    ids = _new_ids(draft, name, 1)
    new = {**joining.joined(rows), "id": ids[0], "made_from": list(row_ids)}
    old = {row["id"]: {**row, "state": JOINED, "made_into": ids} for row in rows}
    kept: list[Row] = []
    for row in draft[name]:
        kept.append(old.get(row["id"], row))
        kept += [new] if row["id"] == row_ids[0] else []
    return _followed(_numbered(with_rows(draft, name, kept), name, 1), row_ids, ids)


def refuse(draft: Draft, row_id: str, reason: str) -> Draft:
    """The draft without a row for recording; it stays listed with the reason.

    Raises:
        CannotChangeDraft: no reason, or the row is not accepted.
    """
    _, row = _open_row(draft, row_id)
    if not reason.strip():
        raise CannotChangeDraft(f"Row {row_id}: A refused row needs a reason. Say why.")
    return with_row(draft, {**row, "state": REFUSED, "reason": reason})


def accept(draft: Draft, row_id: str) -> Draft:
    """The draft with a refused row taken back.

    Raises:
        CannotChangeDraft: the row is not refused.
    """
    found = row_of(draft, row_id)
    if found is None or found[1]["state"] != REFUSED:
        raise CannotChangeDraft(f"Row {row_id}: Only a refused row can be taken back.")
    row = {field: value for field, value in found[1].items() if field != "reason"}
    return with_row(draft, {**row, "state": ACCEPTED})


def add(draft: Draft, name: str, values: Mapping[str, Any], *, after: str | None = None) -> Draft:
    """The draft with a row that the reader missed, marked as added by hand.

    Args:
        values: its fields, with the words of the source under its text field.
        after:  the id of the row that it follows; the end of the list without one.

    Raises:
        CannotChangeDraft: no such list, or no words.
    """
    if name not in kinds_of(draft) or name in FIXED:
        raise CannotChangeDraft(f"{name}: No row can be added to this list.")
    if not str(values.get(text_field(name)) or "").strip():
        raise CannotChangeDraft(f"{name}: A row needs its words. Copy them from the source.")
    blank = _blank(draft[name])
    row = {**blank, **values, "id": _new_ids(draft, name, 1)[0], "state": ACCEPTED}
    row |= {"places": {}, "as_read": {}, "added": True}
    at = next((n for n, one in enumerate(draft[name]) if one["id"] == after), len(draft[name]) - 1)
    rows = [*draft[name][: at + 1], row, *draft[name][at + 1 :]]
    return _numbered(with_rows(draft, name, rows), name, 1)


def text_field(name: str) -> str:
    """The field of a list's rows that holds their words."""
    return _TEXT.get(name, "text")


def _blank(rows: Sequence[Row]) -> Row:
    """Every field of the rows there are, empty."""
    fields = {field: value for row in rows for field, value in row.items()}
    kept = {"plan": rows[-1].get("plan")} if rows and "plan" in rows[-1] else {}
    blank: Row = {f: [] if isinstance(v, list) else None for f, v in fields.items()}
    ours = ("made_from", "made_into", "reason", "added")
    return {f: v for f, v in {**blank, **kept}.items() if f not in ours}


def _open_row(draft: Draft, row_id: str) -> tuple[str, Row]:
    found = row_of(draft, row_id)
    if found is None:
        raise CannotChangeDraft(f"Row {row_id}: There is no such row. Reload the page.")
    name, row = found
    if name in FIXED:
        raise CannotChangeDraft(f"Row {row_id}: Other rows stand in this one. Change those.")
    if row["state"] != ACCEPTED:
        raise CannotChangeDraft(f"Row {row_id} is {row['state']}. Nothing was changed.")
    return name, row


def _changes(part: Part, name: str) -> dict[str, Any]:
    return {text_field(name): part} if isinstance(part, str) else dict(part)


def _must_be_whole(name: str, row: Row, changes: Sequence[Mapping[str, Any]]) -> None:
    """Between them the parts hold the words of every cell that they change, and no others."""
    text = text_field(name)
    if len(changes) < 2 or any(not str(c.get(text) or "").strip() for c in changes):
        raise CannotChangeDraft(f"Row {row['id']}: Give two parts or more, each with words.")
    for field in {field for change in changes for field in change}:
        if field not in row or field in ("id", "state", "places", "as_read"):
            raise CannotChangeDraft(f"Row {row['id']}: There is no field “{field}” to split.")
        values = [change.get(field, row[field]) for change in changes]
        _must_hold_the_words(row, field, values)


def _must_hold_the_words(row: Row, field: str, values: list[Any]) -> None:
    left, new = lost(row[field], values), invented(row[field], values)
    if left:
        words = ", ".join(left[:5])
        raise CannotChangeDraft(
            f"Row {row['id']}: “{words}” of the source is in no part. Put it into one."
        )
    if new:
        words = ", ".join(new[:5])
        raise CannotChangeDraft(
            f"Row {row['id']}: “{words}” is not in the source. Split first, edit the part after."
        )


def _must_go_together(found: Sequence[tuple[str, Row]]) -> None:
    ids = [row["id"] for _, row in found]
    if len(set(ids)) < 2 or len(set(ids)) < len(ids):
        raise CannotChangeDraft("Choose two different rows or more to join.")
    if len({name for name, _ in found}) > 1 or len({row.get("plan") for _, row in found}) > 1:
        raise CannotChangeDraft(
            f"Rows {', '.join(ids)}: Only rows of one kind and plan can be joined."
        )


def _new_ids(draft: Draft, name: str, count: int) -> list[str]:
    first = draft["next_ids"][name]
    return [f"{ROWS[name]}{number}" for number in range(first, first + count)]


def _numbered(draft: Draft, name: str, count: int) -> Draft:
    numbers = {**draft["next_ids"], name: draft["next_ids"][name] + count}
    return {**draft, "next_ids": numbers}


def _followed(draft: Draft, old: Sequence[str], new: Sequence[str]) -> Draft:
    """Actions of items that were split or joined serve what those became."""
    if not any(row["id"] in old for row in draft.get("items") or ()):
        return draft
    changed = [
        {**action, "item_ids": _replaced(action["item_ids"], old, new)}
        if set(old) & set(action["item_ids"])
        else action
        for action in draft.get("actions") or ()
    ]
    return with_rows(draft, "actions", changed)


def _replaced(ids: Sequence[str], old: Sequence[str], new: Sequence[str]) -> list[str]:
    through = [n for one in ids for n in (new if one in old else [one])]
    return list(dict.fromkeys(through))
