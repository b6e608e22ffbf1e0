"""Coverage of an inspection or of a plan, both ways, as far as a user sees it."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from goldenthread.inspections.bodies import Body
from goldenthread.inspections.models import Closing, Inspection, Recommendation
from goldenthread.people.models import User
from goldenthread.plans.models import (
    Action,
    ActionItem,
    Item,
    ItemRecommendation,
    Plan,
    Test,
)
from goldenthread.plans.seeing import Sight, recommendations_for
from goldenthread.thread import covering

Tests = dict[tuple[str, int], list[covering.Named]]


def coverage_of_inspection(inspection: Inspection, *, by: User) -> covering.Coverage:
    """What answers each recommendation, and the items and actions of the plans that answer some.

    Partner users get their own organisation's part, and `whole` is False. Nine queries.
    """
    asked = recommendations_for(by).filter(inspection=inspection)
    plans = _answering([inspection.pk])
    seen = Inspection.objects.visible_to(by).filter(pk=inspection.pk).exists()
    return _coverage(asked, plans, by, whole=seen and _sees_all(plans, by))


def coverage_of_plan(plan: Plan, *, by: User) -> covering.Coverage:
    """The recommendations of the inspections that a plan answers, and the plan's own rows.

    What another plan answers counts as answered. Partner users get their own organisation's
    part, and `whole` is False. Nine queries.
    """
    linked = _links(by, [plan.pk]).filter(recommendation__inspection__state="current")
    inspections = list(linked.values_list("recommendation__inspection", flat=True).distinct())
    asked = recommendations_for(by).filter(inspection__in=inspections)
    plans = list({plan.pk, *_answering(inspections)})
    return _coverage(asked, plans, by, whole=_sees_all(plans, by), of_plans=frozenset({plan.pk}))


def _answering(inspections: list[int]) -> list[int]:
    """The plans in force that answer a recommendation of those inspections, seen or not.

    They are a handful, and only say where to look: every row is asked for as the user sees it.
    """
    links = ItemRecommendation.objects.current().filter(
        item__plan=OuterRef("pk"),
        item__dropped_in=None,
        recommendation__inspection__in=inspections,
    )
    return list(Plan.objects.current().filter(Exists(links)).values_list("pk", flat=True))


def _sees_all(plans: list[int], by: User) -> bool:
    partly = Plan.objects.filter(pk__in=plans).exclude(Sight(by).plan("pk", authority="authority"))
    return not partly.exists()


def _coverage(
    asked: QuerySet[Recommendation],
    plans: list[int],
    by: User,
    *,
    whole: bool,
    of_plans: frozenset[int] | None = None,
) -> covering.Coverage:
    tests = _tests(plans, by)
    return covering.coverage(
        asked=_asked(asked),
        answers=_answers(plans, by),
        items=_items(plans, by, tests),
        actions=_actions(plans, by, tests),
        of_plans=of_plans,
        whole=whole,
    )


def _asked(rows: QuerySet[Recommendation]) -> list[covering.Asked]:
    closings = Closing.objects.filter(recommendation=OuterRef("pk"), reopened_at=None)
    found = rows.annotate(is_closed=Exists(closings)).order_by("inspection_id", "order")
    return [
        covering.Asked(
            id=row.pk,
            inspection=row.inspection_id,
            number=row.number,
            text=row.text,
            council=row.body == Body.COUNCIL,
            closed=row.is_closed,
        )
        for row in found
    ]


def _links(by: User, plans: list[int]) -> QuerySet[ItemRecommendation]:
    rows = ItemRecommendation.objects.visible_to(by).current()
    return rows.filter(item__dropped_in=None, item__plan__in=plans)


def _answers(plans: list[int], by: User) -> list[covering.Answer]:
    rows = _links(by, plans).order_by("pk")
    return [
        covering.Answer(
            id=row.pk,
            recommendation=row.recommendation_id,
            item=row.item_id,
            difference=row.difference,
            signed_off=row.signed_off_at is not None,
        )
        for row in rows
    ]


def _items(plans: list[int], by: User, tests: Tests) -> list[covering.Item]:
    rows = Item.objects.visible_to(by).current().filter(plan__in=plans)
    return [
        covering.Item(
            id=row.pk,
            plan=row.plan_id,
            public_id=row.public_id,
            number=row.number,
            text=row.text,
            meant=row.answers,
            tests=tuple(tests.get(("item", row.pk), ())),
        )
        for row in rows.order_by("plan_id", "order")
    ]


def _actions(plans: list[int], by: User, tests: Tests) -> list[covering.Action]:
    served: dict[int, set[int]] = {}
    ties = ActionItem.objects.visible_to(by).current()
    for action, item in ties.filter(action__plan__in=plans).values_list("action", "item"):
        served.setdefault(action, set()).add(item)
    rows = Action.objects.visible_to(by).current().filter(plan__in=plans)
    return [
        covering.Action(
            id=row.pk,
            plan=row.plan_id,
            public_id=row.public_id,
            text=row.text,
            items=frozenset(served.get(row.pk, ())),
            tests=tuple(tests.get(("action", row.pk), ())),
            same_as=row.same_as_id,
        )
        for row in rows.order_by("plan_id", "order")
    ]


def _tests(plans: list[int], by: User) -> Tests:
    found: Tests = {}
    of_plans = Q(action__plan__in=plans) | Q(item__plan__in=plans)
    rows: Iterable[Test] = Test.objects.visible_to(by).current().filter(of_plans)
    for row in rows:
        of = ("action", row.action_id) if row.action_id else ("item", row.item_id or 0)
        named = covering.Named(kind=row.kind, confirmed=not row.kind_proposed)
        found.setdefault(of, []).append(named)
    return found
