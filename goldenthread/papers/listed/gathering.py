"""The rows of a list of actions, a thousand at a time, however many there are."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import NamedTuple

from goldenthread.people.models import User
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import Action, ActionItem
from goldenthread.plans.standing import KINDS, Stands
from goldenthread.thread.leads import Lead, leads_of

AT_A_TIME = 1_000
Value = str | int | date | None


class _Row(NamedTuple):
    """An action, in the order of `FIELDS`."""

    pk: int
    plan: str
    public_id: str
    text: str
    workstream: str | None
    same_as_id: int | None


FIELDS = ("pk", "plan__public_id", "public_id", "text", "workstream__name", "same_as")
HEADINGS: tuple[tuple[str, int], ...] = (
    ("Plan", 7),
    ("Reference", 11),
    ("Action", 60),
    ("Workstream", 18),
    ("Items", 12),
    ("Lead", 26),
    ("Service", 22),
    ("Due", 14),
    ("Forecast", 14),
    ("Delivery", 14),
    ("Rung", 7),
    ("Stands at", 26),
    ("Status", 11),
    ("Why", 40),
    *((f"Tests of {kind}, checked", 12) for kind in KINDS),
    *((f"Tests of {kind}, named", 12) for kind in KINDS),
    ("Marks", 40),
)


def rows(actions: Iterable[int], *, by: User, day: date) -> Iterator[tuple[Value, ...]]:
    """A row for each action that the user sees, in the order given, under `HEADINGS`.

    Args:
        actions: their ids. Five queries for each thousand.
    """
    waiting = iter(actions)
    while ids := list(islice(waiting, AT_A_TIME)):
        yield from _some(ids, by, day)


def _some(ids: Sequence[int], by: User, day: date) -> Iterator[tuple[Value, ...]]:
    seen = Action.objects.visible_to(by).current().filter(pk__in=ids)
    found = {row[0]: _Row(*row) for row in seen.values_list(*FIELDS)}
    stands, leads, items = stands_of(found.values(), day), leads_of(ids, day), _items(ids)
    for pk in ids:
        if pk in found:
            yield _row(found[pk], stands[pk], leads.get(pk, Lead()), items[pk])


def _items(ids: Sequence[int]) -> dict[int, list[str]]:
    """The numbers of the items that each serves, in their order."""
    found: dict[int, list[str]] = defaultdict(list)
    ties = ActionItem.objects.current().filter(action__in=ids).order_by("item__order")
    for action, number, public_id in ties.values_list("action", "item__number", "item__public_id"):
        found[action].append(number or public_id)
    return found


def _row(row: _Row, stands: Stands, lead: Lead, items: Sequence[str]) -> tuple[Value, ...]:
    tests = stands.facts.standing.tests
    return (
        row.plan,
        row.public_id,
        row.text,
        row.workstream or "",
        ", ".join(items),
        lead.name or "nobody",
        lead.service,
        stands.last_day,
        stands.facts.forecast,
        stands.delivered,
        stands.rung,
        stands.ladder.name,
        stands.colour,
        stands.status.why,
        *(sum(one.kind == kind and one.accepted for one in tests) for kind in KINDS),
        *(sum(one.kind == kind for one in tests) for kind in KINDS),
        "; ".join(mark.words for mark in stands.marks),
    )
