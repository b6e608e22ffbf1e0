"""What a change did to a draft, written so that it can be taken back alone and compared.

A change is a list of entries. {"steps", "before", "after"} tells of a value, each side a list of
one value, or of none where there was nothing; {"steps", "order"} tells of the ids of a list of
rows, before and after. Steps are names of fields and ids of rows: ["actions", "a40", "leads"].
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from goldenthread.intake.draft.paths import joined, parts_of
from goldenthread.intake.errors import ChangedSince

Draft = dict[str, Any]
Change = list[dict[str, Any]]
Steps = list[str]
# Ids are given once and never again, so what counts them is never taken back.
ONLY_FORWARD = frozenset({"next_ids"})


def difference(before: Draft, after: Draft) -> Change:
    """All that differs between two drafts, rows compared by their ids and field by field."""
    old = {name: value for name, value in before.items() if name not in ONLY_FORWARD}
    new = {name: value for name, value in after.items() if name not in ONLY_FORWARD}
    return list(_of_values([], [old], [new]))


def undone(draft: Draft, change: Change) -> Draft:
    """A copy of the draft without the change; what others changed elsewhere stays.

    Raises:
        ChangedSince: something that the change touched is no longer as it left it.
    """
    draft = deepcopy(draft)
    values = [entry for entry in change if "order" not in entry]
    for entry in values:
        if _at(draft, entry["steps"]) != entry["after"]:
            raise ChangedSince(joined(*entry["steps"]))
    for entry in values:
        _put(draft, entry["steps"], entry["before"])
    for entry in change:
        if "order" in entry:
            rows = _at(draft, entry["steps"])[0]
            rows[:] = _in_order(rows, entry["order"][0])
    return draft


def paths(change: Change) -> list[str]:
    """The rows and fields that a change touched, such as "actions/a40/leads"."""
    return [joined(*entry["steps"]) for entry in change if "order" not in entry]


def overlap(some: Iterable[str], others: Iterable[str]) -> str | None:
    """A path of the first that is, holds or lies in one of the second; None for none."""
    given = list(others)
    return next((one for one in some for other in given if _meet(one, other)), None)


def at(draft: Draft, path: str) -> Any:
    """The value at a path, such as a row at "actions/a40"; None where there is none."""
    found = _at(draft, parts_of(path))
    return found[0] if found else None


def _of_values(steps: Steps, old: list[Any], new: list[Any]) -> Iterable[dict[str, Any]]:
    """The entries for one place, whose value each side holds in a list of one or none."""
    if old == new:
        return
    if old and new and isinstance(old[0], Mapping) and isinstance(new[0], Mapping):
        for name in dict.fromkeys((*old[0], *new[0])):
            yield from _of_values([*steps, name], _one(old[0], name), _one(new[0], name))
    elif old and new and _are_rows(old[0]) and _are_rows(new[0]):
        yield from _of_rows(steps, old[0], new[0])
    else:
        yield {"steps": steps, "before": old, "after": new}


def _of_rows(steps: Steps, old: Sequence[Any], new: Sequence[Any]) -> Iterable[dict[str, Any]]:
    was, now = {row["id"]: row for row in old}, {row["id"]: row for row in new}
    for row_id in dict.fromkeys((*was, *now)):
        yield from _of_values([*steps, row_id], _one(was, row_id), _one(now, row_id))
    if list(was) != list(now):
        yield {"steps": steps, "order": [list(was), list(now)]}


def _one(holder: Mapping[str, Any], name: str) -> list[Any]:
    return [holder[name]] if name in holder else []


def _are_rows(value: Any) -> bool:
    """Whether a value is a list of rows, each with its id; an empty list may be one."""
    return isinstance(value, list) and all(
        isinstance(row, Mapping) and "id" in row for row in value
    )


def _at(draft: Draft, steps: Steps) -> list[Any]:
    value: Any = draft
    for step in steps:
        found = _within(value, step)
        if not found:
            return []
        value = found[0]
    return [value]


def _within(value: Any, step: str) -> list[Any]:
    if isinstance(value, Mapping):
        return _one(value, step)
    if _are_rows(value):
        return [row for row in value if row["id"] == step][:1]
    if isinstance(value, list) and step.isdigit():
        return value[int(step) : int(step) + 1]
    return []


def _put(draft: Draft, steps: Steps, value: list[Any]) -> None:
    """Set, add or take away what stands at the end of the steps, in place."""
    holder = _at(draft, steps[:-1])[0]
    if isinstance(holder, list):
        number = next((n for n, row in enumerate(holder) if row["id"] == steps[-1]), len(holder))
        holder[number : number + 1] = deepcopy(value)
    elif value:
        holder[steps[-1]] = deepcopy(value[0])
    else:
        holder.pop(steps[-1], None)


def _in_order(rows: Sequence[Any], wanted: Sequence[str]) -> list[Any]:
    """The rows in the wanted order; one that it does not name stays behind the row before it."""
    place = {row_id: number for number, row_id in enumerate(wanted)}
    keyed, last = [], -1
    for row in rows:
        last = place.get(row["id"], last)
        keyed.append((last, row))
    return [row for _, row in sorted(keyed, key=lambda one: one[0])]


def _meet(one: str, other: str) -> bool:
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")
