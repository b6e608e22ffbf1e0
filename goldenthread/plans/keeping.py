"""Keeps where actions stand for as long as nothing is added to the history.

A kept value is never read as true by itself: it holds on its day and under the head of the
history under which it was worked out (ADR 0017). What was done since names the actions that are
worked out anew; whatever does not say which, all of them. Only pages that change nothing ask here.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from django.apps import apps
from django.db.models import Model
from django.utils import timezone

from goldenthread.people import history
from goldenthread.people.models import HistoryLine
from goldenthread.people.remembering import is_reading, remembered
from goldenthread.plans.standing import Stands

Work = Callable[[list[int]], dict[int, Stands]]
# About 50 MB of a worker's memory.
MOST = 20_000
# After more lines than these all is worked out anew.
MOST_LINES = 200
# Of verbs in these rooms none changes where an action stands, but by a verb of this one.
ELSEWHERE = frozenset({"governance", "inspections", "intake", "papers", "people"})
ALL = None


@dataclass
class _Kept:
    """Where actions stood on a day, under one head of the history."""

    day: date = date.min
    number: int = 0
    hash: str = ""
    stands: dict[int, Stands] = field(default_factory=dict)


_kept = _Kept()
_lock = Lock()


def kept_or_worked_out(ids: Collection[int], day: date, work: Work) -> dict[int, Stands]:
    """Where actions stand: as kept while that holds, else worked out now.

    Args:
        ids:  of actions that point to no other.
        day:  as of when. Only today's is kept.
        work: works it out for some of them.
    """
    if not is_reading() or day != timezone.localdate():
        return work(list(ids))
    number, hash_ = remembered("head of the history", history.head)
    with _lock:
        _renew(day, number, hash_)
        found = {pk: _kept.stands[pk] for pk in ids if pk in _kept.stands}
    missing = [pk for pk in ids if pk not in found]
    if missing:
        made = work(missing)
        found |= made
        _keep(made, (day, number, hash_))
    return found


def forget() -> None:
    """Keep nothing."""
    with _lock:
        _begin_anew(date.min, 0, "")


def _keep(made: dict[int, Stands], under: tuple[date, int, str]) -> None:
    """Keep what was worked out, unless the history went on meanwhile or was empty."""
    with _lock:
        if under != (_kept.day, _kept.number, _kept.hash) or not _kept.number:
            return
        if len(_kept.stands) + len(made) > MOST:
            _kept.stands.clear()
        _kept.stands.update(made)


def _renew(day: date, number: int, hash_: str) -> None:
    """Drop what no longer holds under this head of the history."""
    if (day, number, hash_) == (_kept.day, _kept.number, _kept.hash):
        return
    touched = _touched_since(number, hash_) if day == _kept.day else ALL
    if touched is ALL:
        _begin_anew(day, number, hash_)
        return
    for pk in touched:
        _kept.stands.pop(pk, None)
    _kept.number, _kept.hash = number, hash_


def _begin_anew(day: date, number: int, hash_: str) -> None:
    _kept.day, _kept.number, _kept.hash = day, number, hash_
    _kept.stands.clear()


def _touched_since(number: int, hash_: str) -> set[int] | None:
    """The actions that were touched since the kept head; None: any may have been.

    Both heads must be lines of this very history: one that was brought back from a copy went
    another way.
    """
    if not _kept.number or not 0 <= number - _kept.number <= MOST_LINES:
        return ALL
    lines = HistoryLine.objects.filter(number__gte=_kept.number, number__lte=number)
    told = list(lines.order_by("number").values_list("number", "hash", "thing_type", "thing_id"))
    ends = [one[:2] for one in (*told[:1], *told[-1:])]
    if ends != [(_kept.number, _kept.hash), (number, hash_)]:
        return ALL
    things: dict[str, set[str]] = {}
    for _, _, type_, key in told[1:]:
        things.setdefault(type_, set()).add(key)
    touched: set[int] = set()
    for type_, keys in things.items():
        if type_.split(".")[0] in ELSEWHERE:
            continue
        of_these = _actions_of(type_, keys)
        if of_these is ALL:
            return ALL
        touched |= of_these
    return touched


def _actions_of(type_: str, keys: Iterable[str]) -> set[int] | None:
    """The actions that rows of a table belong to; None where a row belongs to none by itself."""
    path = _path_to_action(apps.get_model(type_))
    if path is None:
        return ALL
    found = set(
        apps.get_model(type_)
        ._default_manager.filter(pk__in=list(keys))
        .values_list(path, flat=True)
    )
    return ALL if None in found or not found else found


def _path_to_action(model: type[Model]) -> str | None:
    if model._meta.label_lower == "plans.action":
        return "pk"
    names = {one.name for one in model._meta.get_fields() if one.concrete}
    return "action" if model._meta.app_label == "plans" and "action" in names else None
