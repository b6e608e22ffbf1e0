"""Fetches what the rows of actions show; a constant number of queries for any number of rows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from goldenthread.people.models import User
from goldenthread.plans.gathering import facts_of, rules_of
from goldenthread.plans.models import (
    Action,
    ActionItem,
    AsReported,
    Deadline,
    Item,
    Plan,
    Standing,
)
from goldenthread.plans.reported import Reported, Said, reported_standing
from goldenthread.plans.status import Facts, Rules

RELATED = ("plan__authority", "same_as__plan__authority", "workstream")


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """The rows of actions with all that their presenter needs, by the action's id."""

    actions: Sequence[Any]
    facts: dict[int, Facts]
    deadlines: dict[int, list[Deadline]]
    reported: dict[int, Reported]
    rules: Rules
    day: date


def actions_of(plan: Plan, user: User, day: date) -> "QuerySet[Action]":
    """The actions of a plan that a user sees, with their standing and `said_done`."""
    rows = Action.objects.visible_to(user).current().filter(plan=plan).with_standing(day)
    return rows.annotate(said_done=Exists(_said_done())).select_related(*RELATED)


def of_item(item: Item, user: User, day: date) -> "QuerySet[Action]":
    """Those that serve an item, in the plan's order."""
    serving = ActionItem.objects.current().filter(item=item, action=OuterRef("pk"))
    return actions_of(item.plan, user, day).filter(Exists(serving)).order_by("order")


def gather(actions: Iterable[Any], plan: Plan, day: date) -> Gathered:
    """What the rows show besides their standing."""
    rows = list(actions)
    ids = [row.pk for row in rows]
    return Gathered(
        actions=rows,
        facts=facts_of(rows, day),
        deadlines=_deadlines(ids),
        reported=_reported(ids) if plan.first_round_closed_on is None else {},
        rules=rules_of(plan.authority, day),
        day=day,
    )


def with_people(actions: "QuerySet[Action]") -> "QuerySet[Action]":
    """The same with who stands in each, and the items that each serves."""
    standing = Standing.objects.current().filter(ended_on=None).order_by("pk")
    served = ActionItem.objects.current().select_related("item__plan__authority")
    people: Any = standing.select_related("person", "post", "team", "partner")
    return actions.prefetch_related(
        Prefetch("standings", people), Prefetch("served", served.order_by("item__order"))
    )


def _said_done() -> "QuerySet[AsReported]":
    """Of an action: its document says that it is completed, on a day or in a month."""
    said = AsReported.objects.current().filter(action=OuterRef("pk"), claims="completed")
    return said.exclude(completed_on=None).exclude(column=AsReported.Column.PROGRESS)


def _deadlines(ids: Sequence[int]) -> dict[int, list[Deadline]]:
    """Deadlines of the actions, then those of the items that they serve."""
    found: dict[int, list[Deadline]] = defaultdict(list)
    for row in Deadline.objects.current().filter(action__in=ids).select_related("item"):
        found[row.action_id or 0].append(row)
    ties = list(ActionItem.objects.current().filter(action__in=ids))
    of_items = Deadline.objects.current().filter(
        Q(item__in={tie.item_id for tie in ties}), action=None
    )
    by_item: dict[int, list[Deadline]] = defaultdict(list)
    for row in of_items.select_related("item"):
        by_item[row.item_id or 0].append(row)
    for tie in ties:
        found[tie.action_id] += by_item[tie.item_id]
    return found


def _reported(ids: Sequence[int]) -> dict[int, Reported]:
    cells: dict[int, list[Said]] = defaultdict(list)
    for row in AsReported.objects.current().filter(action__in=ids).order_by("pk"):
        cells[row.action_id or 0].append(
            Said(
                column=row.column,
                claims=row.claims,
                text=row.text,
                completed_on=row.completed_on,
                precision=row.precision,
                count=row.count,
                out_of=row.out_of,
            )
        )
    return {pk: reported_standing(said) for pk, said in cells.items()}
