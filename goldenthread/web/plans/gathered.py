"""Fetches what the rows of actions show; a constant number of queries for any number of rows."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    Exists,
    F,
    FilteredRelation,
    OuterRef,
    Q,
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
from goldenthread.plans.models.actions import ActionQuerySet
from goldenthread.plans.replacing import no_longer_counted
from goldenthread.plans.reported import Reported, Said, reported_standing, wanted
from goldenthread.plans.standing import Stands
from goldenthread.plans.status import Rules

LIGHT = ("pk", "order", "text", "same_as_id", "public_id")
RELATED = ("plan__authority", "same_as__plan__authority", "workstream")


@dataclass(frozen=True)
class Seen:
    """The actions that a user sees, where each stands, and which are reported done.

    Attributes:
        query:   the actions.
        actions: of each its key, its place, its text and the one that it points to.
        left:    those that no count holds any longer: what took their place is checked.
    """

    query: ActionQuerySet
    actions: Sequence[Any]
    stands: Mapping[int, Stands]
    said_done: Collection[int]
    left: Collection[int]

    @property
    def counts(self) -> Counts:
        """Their counts; rows that only point to another are left out."""
        own = {row.pk: self.stands[row.pk] for row in self.actions if row.same_as_id is None}
        return count(own, self.said_done, self.left)


@dataclass(frozen=True, kw_only=True)
class Gathered:
    """The rows of actions with all that their presenter needs, by the action's id."""

    actions: Sequence[Any]
    people: Mapping[int, Sequence[Standing]]
    served: Mapping[int, Sequence[ActionItem]]
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


def _seen(found: ActionQuerySet, day: date) -> Seen:
    rows = list(found.order_by("order").values_list(*LIGHT, named=True))
    stands, reported = stands_of(rows, day), said_done(found.order_by())
    return Seen(found.order_by(), rows, stands, reported, no_longer_counted(stands, day))


def gather(chosen: Sequence[Any], seen: Seen, plan: Plan, day: date) -> Gathered:
    """What some of the actions show besides where they stand, in the order in which they come."""
    ids = [row.pk for row in chosen]
    found = _staged(seen.query).select_related(*RELATED).in_bulk(ids)
    rows = [found[pk] for pk in ids if pk in found]
    return Gathered(
        actions=rows,
        people=_people(ids),
        served=_served(ids),
        stands=seen.stands,
        deadlines=_deadlines(ids),
        reported=_reported(ids, seen.stands) if plan.first_round_closed_on is None else {},
        rules=rules_of(plan.authority, day),
        day=day,
    )


def _staged(found: ActionQuerySet) -> ActionQuerySet:
    """The actions with the stage of consultation without an outcome: each has one at most."""
    stage = FilteredRelation("consultations", condition=Q(consultations__ended_at=None))
    return found.alias(open_stage=stage).annotate(
        stage=F("open_stage__stage"),
        stage_opens_on=F("open_stage__opens_on"),
        stage_closes_on=F("open_stage__closes_on"),
    )


def _people(ids: Sequence[int]) -> Mapping[int, Sequence[Standing]]:
    """Who stands in each. Not prefetched: that asks the rules of the table once for each row."""
    rows = Standing.objects.current().filter(ended_on=None, action__in=ids).order_by("pk")
    return _by_action(rows.select_related("person", "post", "team", "partner"))


def _served(ids: Sequence[int]) -> Mapping[int, Sequence[ActionItem]]:
    """The items that each serves."""
    rows = ActionItem.objects.current().filter(action__in=ids).order_by("item__order")
    return _by_action(rows.select_related("item__plan__authority"))


def _by_action(rows: Iterable[Any]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in rows:
        found[row.action_id].append(row)
    return found


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
