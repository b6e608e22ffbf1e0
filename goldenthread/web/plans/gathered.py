"""Fetches what the rows of actions show; a constant number of queries for any number of rows."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    prefetch_related_objects,
)

from goldenthread.people.models import User
from goldenthread.plans.counting import Counts, count, said_done
from goldenthread.plans.gathering import rules_of, stands_of
from goldenthread.plans.models import (
    Action,
    ActionItem,
    AsReported,
    Deadline,
    Item,
    Plan,
    Standing,
)
from goldenthread.plans.reported import Reported, Said, reported_standing, wanted
from goldenthread.plans.standing import Stands
from goldenthread.plans.status import Rules

RELATED = ("plan__authority", "same_as__plan__authority", "workstream")


@dataclass(frozen=True)
class Seen:
    """The actions that a user sees, where each stands, and which are reported done."""

    actions: Sequence[Action]
    stands: Mapping[int, Stands]
    said_done: Collection[int]

    @property
    def counts(self) -> Counts:
        """Their counts; rows that only point to another are left out."""
        own = {row.pk: self.stands[row.pk] for row in self.actions if row.same_as_id is None}
        return count(own, self.said_done)


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """The rows of actions with all that their presenter needs, by the action's id."""

    actions: Sequence[Any]
    stands: Mapping[int, Stands]
    deadlines: dict[int, list[Deadline]]
    reported: dict[int, Reported]
    rules: Rules
    day: date


def actions_of(plan: Plan, user: User, day: date) -> Seen:
    """The actions of a plan that a user sees, in the plan's order."""
    return _seen(Action.objects.visible_to(user).current().filter(plan=plan), day)


def of_item(item: Item, user: User, day: date) -> Seen:
    """Those that serve an item, in the plan's order."""
    serving = ActionItem.objects.current().filter(item=item, action=OuterRef("pk"))
    rows = Action.objects.visible_to(user).current().filter(Exists(serving), plan=item.plan)
    return _seen(rows, day)


def _seen(found: "QuerySet[Action]", day: date) -> Seen:
    # The stage of consultation without an outcome: an action has one at most.
    stage = FilteredRelation("consultations", condition=Q(consultations__ended_at=None))
    staged = found.alias(open_stage=stage).annotate(
        stage=F("open_stage__stage"),
        stage_opens_on=F("open_stage__opens_on"),
        stage_closes_on=F("open_stage__closes_on"),
    )
    rows = list(staged.select_related(*RELATED).order_by("order"))
    return Seen(rows, stands_of(rows, day), said_done(rows))


def gather(rows: Sequence[Action], seen: Seen, plan: Plan, day: date) -> Gathered:
    """What some of the actions show besides where they stand."""
    ids = [row.pk for row in rows]
    _with_people(rows)
    return Gathered(
        actions=rows,
        stands=seen.stands,
        deadlines=_deadlines(ids),
        reported=_reported(ids, seen.stands) if plan.first_round_closed_on is None else {},
        rules=rules_of(plan.authority, day),
        day=day,
    )


def _with_people(rows: Sequence[Action]) -> None:
    """Fetch who stands in each, and the items that each serves."""
    standing = Standing.objects.current().filter(ended_on=None).order_by("pk")
    served = ActionItem.objects.current().select_related("item__plan__authority")
    people: Any = standing.select_related("person", "post", "team", "partner")
    prefetch_related_objects(
        rows, Prefetch("standings", people), Prefetch("served", served.order_by("item__order"))
    )


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


def _reported(ids: Sequence[int], stands: Mapping[int, Stands]) -> dict[int, Reported]:
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
    return {
        pk: reported_standing(
            said, wanted=wanted(test.quantity for test in stands[pk].facts.standing.tests)
        )
        for pk, said in cells.items()
    }
