"""What a change did to a draft, written so that it can be taken back alone and compared.

A change is a list of entries. {"path", "before", "after"} tells of a value, each side a list of
none or one value; {"path", "order"} tells of the ids of a list of rows, before and after. A path
is "published", "actions/a40" (a whole row) or "actions/a40/leads" (a field of a row).
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from goldenthread.intake.errors import ChangedSince

Draft = dict[str, Any]
Change = list[dict[str, Any]]
Row = dict[str, Any]


def difference(before: Draft, after: Draft) -> Change:
    """All that differs between two drafts, rows compared by their ids and field by field."""
    found: Change = []
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        if are_rows(old) and are_rows(new):
            found.extend(_of_rows(name, old or [], new or []))
        else:
            found.extend(_of_fields("", before, after, [name]))
    return found


def undone(draft: Draft, change: Change) -> Draft:
    """A copy of the draft without the change; what others changed elsewhere stays.

    Raises:
        ChangedSince: something that the change touched is no longer as it left it.
    """
    draft = deepcopy(draft)
    values = [entry for entry in change if "order" not in entry]
    for entry in values:
        if at(draft, entry["path"]) != entry["after"]:
            raise ChangedSince(entry["path"])
    for entry in values:
        _put(draft, entry["path"], entry["before"])
    for entry in change:
        if "order" in entry:
            draft[entry["path"]] = _in_order(draft[entry["path"]], entry["order"][0])
    return draft


def paths(change: Change) -> list[str]:
    """The rows and fields that a change touched."""
    return [entry["path"] for entry in change if "order" not in entry]


def overlap(some: Iterable[str], others: Iterable[str]) -> str | None:
    """A path of the first that is, holds or lies in one of the second; None for none."""
    given = list(others)
    return next((one for one in some for other in given if _meet(one, other)), None)


def at(draft: Mapping[str, Any], path: str) -> list[Any]:
    """The value at a path as a list of one; an empty list where there is none."""
    name, *deeper = path.split("/", 2)
    if not deeper or not are_rows(draft.get(name)):
        value: Any = draft
        for step in path.split("/"):
            if not isinstance(value, Mapping) or step not in value:
                return []
            value = value[step]
        return [value]
    row = next((row for row in draft[name] if row["id"] == deeper[0]), None)
    if row is None or len(deeper) == 1:
        return [] if row is None else [row]
    return at(row, deeper[1])


def are_rows(value: Any) -> bool:
    """Whether a value is a list of rows, each with its id."""
    return isinstance(value, list) and bool(value) and all(
        isinstance(row, Mapping) and "id" in row for row in value
    )


def _of_rows(name: str, old: Sequence[Row], new: Sequence[Row]) -> Change:
    was, now = {row["id"]: row for row in old}, {row["id"]: row for row in new}
    found: Change = []
    for row_id in dict.fromkeys((*was, *now)):
        path = f"{name}/{row_id}"
        if row_id in was and row_id in now:
            found.extend(
                _of_fields(f"{path}/", was[row_id], now[row_id], [*was[row_id], *now[row_id]])
            )
        else:
            found.append(_entry(path, was.get(row_id), now.get(row_id)))
    if list(was) != list(now):
        found.append({"path": name, "order": [list(was), list(now)]})
    return found


def _of_fields(
    where: str, old: Mapping[str, Any], new: Mapping[str, Any], names: Iterable[str]
) -> Change:
    found: Change = []
    for name in dict.fromkeys(names):
        before = [old[name]] if name in old else []
        after = [new[name]] if name in new else []
        if before != after:
            found.append({"path": where + name, "before": before, "after": after})
    return found


def _entry(path: str, old: Row | None, new: Row | None) -> dict[str, Any]:
    return {
        "path": path,
        "before": [] if old is None else [old],
        "after": [] if new is None else [new],
    }


def _put(draft: Draft, path: str, value: list[Any]) -> None:
    name, *deeper = path.split("/", 2)
    if not deeper:
        _set(draft, name, value)
        return
    rows: list[Row] = draft[name]
    number = next((n for n, row in enumerate(rows) if row["id"] == deeper[0]), None)
    if len(deeper) == 2 and number is not None:
        _set(rows[number], deeper[1], value)
    elif number is not None and not value:
        del rows[number]
    elif value:
        rows.append(deepcopy(value[0]))


def _set(holder: Row, name: str, value: list[Any]) -> None:
    if value:
        holder[name] = deepcopy(value[0])
    else:
        holder.pop(name, None)


def _in_order(rows: Sequence[Row], wanted: Sequence[str]) -> list[Row]:
    """The rows in the wanted order; one that it does not name stays behind the row before it."""
    place = {row_id: number for number, row_id in enumerate(wanted)}
    keyed, last = [], -1
    for row in rows:
        last = place.get(row["id"], last)
        keyed.append((last, row))
    return [row for _, row in sorted(keyed, key=lambda one: one[0])]


def _meet(one: str, other: str) -> bool:
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")
