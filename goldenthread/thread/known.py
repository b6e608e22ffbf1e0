"""What is known of recommendations, for the four plain sentences and the sheet of a visit."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from goldenthread.inspections.models import Inspection, Recommendation, Repeat
from goldenthread.people.models import User
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import Action, ActionItem, Impact, ItemRecommendation, Plan
from goldenthread.plans.standing import Stands
from goldenthread.thread.figures import in_words
from goldenthread.thread.sentences import Act, Known


def known_of(recommendations: Sequence[Recommendation], *, by: User, day: date) -> dict[int, Known]:
    """What is known of each recommendation, by its id, as the user sees it.

    Args:
        recommendations: with their inspection and framework.
        day: as of when evidence counts and actions stand.

    A constant number of queries, however many.
    """
    items, actions = _answering(recommendations, by)
    ids = {one.pk: one for found in actions.values() for one in found}
    stands = stands_of(ids.values(), day)
    figures = _figures(ids, stands, by)
    before = _before(recommendations)
    return {
        row.pk: Known(
            text=row.text,
            where=_where(row),
            before=tuple(sorted(before[row.pk])),
            items=len(items[row.pk]),
            acts=tuple(_act(one, stands[one.pk], figures) for one in actions[row.pk]),
        )
        for row in recommendations
    }


def _answering(
    recommendations: Sequence[Recommendation], by: User
) -> tuple[Mapping[int, set[int]], Mapping[int, list[Action]]]:
    """Items and actions by recommendation; what points to another action leads there."""
    links = ItemRecommendation.objects.visible_to(by).current()
    links = links.filter(
        recommendation__in=[row.pk for row in recommendations],
        item__plan__state=Plan.State.CURRENT,
        item__dropped_in=None,
    )
    items: dict[int, set[int]] = defaultdict(set)
    for asked, item in links.values_list("recommendation", "item"):
        items[asked].add(item)
    every = {item for found in items.values() for item in found}
    ties = ActionItem.objects.visible_to(by).current().filter(item__in=every)
    led = defaultdict(list)
    for item, action, target in ties.filter(action__dropped_in=None).values_list(
        "item", "action", "action__same_as"
    ):
        led[item].append(target or action)
    wanted = {place for found in led.values() for place in found}
    seen = {row.pk: row for row in _seen(wanted, by)}
    actions = {
        asked: [row for pk, row in seen.items() if any(pk in led[item] for item in found)]
        for asked, found in items.items()
    }
    return items, defaultdict(list, actions)


def _seen(wanted: Iterable[int], by: User) -> Any:
    rows = Action.objects.visible_to(by).current().filter(pk__in=wanted)
    return rows.select_related("plan__authority").order_by("plan_id", "order")


def _act(action: Action, stands: Stands, figures: Mapping[int, str]) -> Act:
    standing = stands.facts.standing
    return Act(
        id=action.pk,
        label=action.public_id,
        delivery=stands.delivered,
        rung=stands.rung,
        tests=standing.tests,
        waiting=stands.is_waiting,
        late=stands.is_late,
        impact=standing.impact,
        holds=standing.measured,
        figure=figures.get(action.pk, ""),
    )


def _figures(
    actions: Mapping[int, Action], stands: Mapping[int, Stands], by: User
) -> dict[int, str]:
    """The figure behind what was said last of each action's impact, where it holds."""
    holding = [pk for pk in actions if stands[pk].facts.standing.measured]
    rows = Impact.objects.visible_to(by).filter(action__in=holding)
    rows = rows.select_related("value__measure").order_by("pk")
    latest = {row.action_id: row for row in rows}
    return {pk: f"{in_words(row)} ({row.value.measure})" for pk, row in latest.items() if row.value}


def _before(recommendations: Sequence[Recommendation]) -> Mapping[int, set[int]]:
    """The years in which each was raised before, as somebody confirmed."""
    rows = Repeat.objects.filter(later__in=recommendations, state=Repeat.State.CONFIRMED)
    years: dict[int, set[int]] = defaultdict(set)
    for later, day in rows.values_list("later", "earlier__inspection__first_day"):
        if day is not None:
            years[later].add(day.year)
    return years


def _where(row: Recommendation) -> str:
    """'Recommendation 3 of the ILACS standard inspection of May 2016, page 8'."""
    page = f", page {row.page}" if row.page else ""
    return f"{row.get_kind_display()} {row.number or row.order}, {_when(row.inspection)}{page}"


def _when(inspection: Inspection) -> str:
    day = inspection.first_day
    name = inspection.framework.name
    return f"{name}, {day:%B %Y}" if day else name
