"""What one version of a plan printed, as it was submitted: its items and actions, in its order.

A row that a version brought counts for it and for each later one until one drops it; what a person
added or changed here is in none.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import Q, QuerySet

from goldenthread.people.models import HistoryValue
from goldenthread.plans.models import Deadline, Plan, Standing, Test, Version, Wording
from goldenthread.plans.side_by_side import Printed

CHANGES = ("changed a test", "reopened a test")
Of = tuple[int | None, int | None]


def versions_of(plan: Plan) -> "QuerySet[Version]":
    """The versions that can stand side by side: all but those that were taken back."""
    return plan.versions.exclude(state=Version.State.WITHDRAWN).order_by("number")


def printed_in(version: Version) -> tuple[dict[str, Printed], dict[str, Printed]]:
    """The items and the actions of a version by their public id; a constant number of queries."""
    held: dict[Of, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for standing in _standings(version):
        held[None, standing.action_id]["leads"].append(_lead(standing))
    for deadline in _of_plan(Deadline, version).filter(_until(version)):
        # Of an action for one of its items, it belongs to the action.
        item = None if deadline.action_id else deadline.item_id
        held[item, deadline.action_id]["days"].append(_day(deadline))
    tests = [row for row in _of_plan(Test, version) if _held_then(row, version)]
    first = _first_words(tests)
    for test in tests:
        held[test.item_id, test.action_id]["tests"].append(first.get(test.pk, test.text))
    items: dict[str, Printed] = {}
    actions: dict[str, Printed] = {}
    rows = Wording.objects.filter(version=version).select_related("item", "action")
    for row in rows.order_by("order", "pk"):
        into = items if row.item_id else actions
        into[row.of.public_id] = _printed(row, held[row.item_id, row.action_id])
    return items, actions


def _until(version: Version) -> Q:
    """No version up to this one dropped it."""
    return Q(dropped_in=None) | Q(dropped_in__number__gt=version.number)


def _standings(version: Version) -> "QuerySet[Standing]":
    rows = Standing.objects.filter(
        _until(version), version__plan=version.plan_id, version__number__lte=version.number
    )
    return rows.select_related("person", "post", "team", "partner").order_by("pk")


def _of_plan(table: Any, version: Version) -> Any:
    """What a version or one before it brought, of an action or of an item."""
    rows = table.objects.filter(version__plan=version.plan_id, version__number__lte=version.number)
    return rows.select_related("item", "dropped_in").order_by("pk")


def _held_then(row: Test, version: Version) -> bool:
    """Not dropped by then; one that a person took away later, the version did print."""
    if row.dropped_in is None or row.dropped_in.number > version.number:
        return True
    by_person = row.changed_at is not None and row.changed_at >= row.dropped_in.recorded_at
    return by_person and row.dropped_in.number == version.number


def _printed(row: Wording, held: Mapping[str, Iterable[str]]) -> Printed:
    return Printed(
        public_id=row.of.public_id,
        text=row.text,
        number=row.number,
        **{name: tuple(texts) for name, texts in held.items()},
    )


def _lead(row: Standing) -> str:
    name = row.printed or row.who
    return name if row.rank == Standing.Rank.LEAD else f"{name} ({row.get_rank_display().lower()})"


def _day(row: Deadline) -> str:
    told = row.printed or str(row.due)
    whose = " (inspectorate)" if row.source == Deadline.Source.INSPECTORATE else ""
    item = f" for {row.item}" if row.item is not None and row.action_id else ""
    return f"{told}{whose}{item}"


def _first_words(tests: Iterable[Test]) -> dict[int, str]:
    """The words that the document had for the tests that somebody has changed since."""
    changed = [str(test.pk) for test in tests if test.edition > 1]
    rows = HistoryValue.objects.filter(
        line__thing_type="plans.test",
        line__thing_id__in=changed,
        line__verb__in=CHANGES,
        place="before",
        name="text",
    ).order_by("-line_id")
    return {int(pk): json.loads(text) for pk, text in rows.values_list("line__thing_id", "text")}
