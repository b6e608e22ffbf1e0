"""What stands in each row of a tracker today, and what was said of each action since a moment."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db.models import Q, QuerySet

from goldenthread.basics.days import without_weekday
from goldenthread.intake.tracker import columns as c
from goldenthread.people.models import User
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import (
    Action,
    ActionItem,
    Deadline,
    DeadlineMove,
    Delivery,
    Plan,
    Standing,
    Update,
)
from goldenthread.plans.standing import Stands

LONGEST = 2_000


def actions_of(plan: Plan, by: User) -> "QuerySet[Action]":
    """The actions of a plan that somebody sees and that are worked on, in the plan's order."""
    rows = Action.objects.visible_to(by).current().filter(plan=plan, same_as=None)
    return rows.order_by("order")


def cells_of(actions: Sequence[Action], day: date) -> dict[str, dict[str, str]]:
    """The cells of each action by its public id; a constant number of queries.

    'What has changed' and the cause are empty: they are there to be filled in.
    """
    stands, delivered = stands_of(actions, day), _delivered(actions)
    known = {
        c.ITEMS: _items(actions),
        c.THEIRS: _deadlines(actions, Deadline.Source.INSPECTORATE),
        c.LOCAL: _deadlines(actions, Deadline.Source.LOCAL),
        c.LEAD: _leads(actions, day),
        c.FORECAST: _forecasts(actions),
        c.LAST: _last(actions),
    }
    return {
        row.public_id: {
            **{key: said.get(row.pk, "") for key, said in known.items()},
            c.TEXT: row.text,
            c.TESTS: _tests(stands[row.pk]),
            **delivered[row.pk],
            c.SAID: "",
            c.CAUSE: "",
        }
        for row in actions
    }


def said_since(actions: Iterable[Action], since: datetime) -> dict[str, set[str]]:
    """The updates of each action since a moment, folded, by its public id."""
    found: dict[str, set[str]] = defaultdict(set)
    rows = Update.objects.filter(action__in=list(actions), at__gte=since)
    for public_id, text in rows.values_list("action__public_id", "text"):
        found[public_id].add(c.folded(text))
    return found


def _items(actions: Sequence[Action]) -> dict[int, str]:
    found: dict[int, list[str]] = defaultdict(list)
    ties = ActionItem.objects.current().filter(action__in=actions).order_by("item__order")
    for pk, number, public_id in ties.values_list("action", "item__number", "item__public_id"):
        found[pk].append(number or public_id)
    return {pk: ", ".join(numbers) for pk, numbers in found.items()}


def _deadlines(actions: Sequence[Action], source: str) -> dict[int, str]:
    """The days of the actions themselves; where none is known, the words as printed."""
    found: dict[int, str] = {}
    rows = Deadline.objects.current().filter(action__in=actions, source=source, item=None)
    for row in rows.order_by("-pk"):
        found[row.action_id or 0] = without_weekday(row.due) if row.due else row.printed
    return found


def _leads(actions: Sequence[Action], day: date) -> dict[int, str]:
    rows = Standing.objects.current().on(day).filter(action__in=actions, rank="lead")
    related = rows.select_related("person", "post", "team", "partner")
    return {row.action_id: row.who for row in related}


def _forecasts(actions: Sequence[Action]) -> dict[int, str]:
    rows = DeadlineMove.objects.filter(
        Q(kind=DeadlineMove.Kind.FORECAST), action__in=actions, item=None, milestone=None
    )
    return {row.action_id: without_weekday(row.to) for row in rows.order_by("pk")}


def _last(actions: Sequence[Action]) -> dict[int, str]:
    rows = Update.objects.standing().filter(action__in=actions).order_by("pk")
    return {row.action_id or 0: row.text[:LONGEST] for row in rows.only("action", "text")}


def _tests(stands: Stands) -> str:
    tests = stands.facts.standing.tests
    return f"{sum(test.accepted for test in tests)} of {len(tests)}" if tests else "no test"


def _delivered(actions: Sequence[Action]) -> dict[int, dict[str, str]]:
    rows = {row.action_id: row for row in Delivery.objects.filter(action__in=actions)}
    return {one.pk: _state(rows.get(one.pk)) for one in actions}


def _state(row: Delivery | None) -> dict[str, str]:
    if row is None:
        return {c.STATE: str(Delivery.State.NOT_STARTED.label), c.DONE_ON: ""}
    in_month = row.completed_precision == "month"
    day = row.completed_on
    said = "" if day is None else f"{day:%B %Y}" if in_month else without_weekday(day)
    return {c.STATE: row.get_state_display(), c.DONE_ON: said}
