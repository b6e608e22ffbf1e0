"""What keeps a draft from being recorded, in words that name the row. No table is asked."""

from collections import Counter
from collections.abc import Iterator

from goldenthread.plans.drafts import ActionDraft, PlanDraft, StandingDraft, TimescaleDraft

WHO = ("person", "post", "team", "partner")


def problems(plan: PlanDraft) -> list[str]:
    """Each problem as a sentence; [] where the plan can be recorded."""
    return [*_of_plan(plan), *_of_items(plan), *_of_actions(plan)]


def _of_plan(plan: PlanDraft) -> Iterator[str]:
    if not plan.title.strip():
        yield "The plan has no title. Give it one."
    if (plan.day is None) != (plan.precision == "unknown"):
        yield "The plan's day and how exact it is do not go together. Correct one."
    for reference in plan.references:
        if reference.to_item is not None and reference.to_action is not None:
            yield f"“{reference.printed}” leads to an item and to an action. Choose one."


def _of_items(plan: PlanDraft) -> Iterator[str]:
    for item in plan.items:
        name = f"Item {item.number}" if item.number else f"The item “{item.text[:40]}”"
        if not item.text.strip():
            yield f"{name} has no text. Give it one, or refuse the row."
        yield from _of_timescales(name, item.timescales)


def _of_actions(plan: PlanDraft) -> Iterator[str]:
    for index, action in enumerate(plan.actions):
        name = f"The action “{action.text[:40]}”"
        if not action.text.strip():
            yield f"Action {index + 1} has no text. Give it one, or refuse the row."
        if len(set(action.items)) != len(action.items):
            yield f"{name} serves an item twice. Name each item once."
        if action.same_as == index:
            yield f"{name} points to itself. Choose another action."
        yield from _of_standings(name, action.standings)
        yield from _of_timescales(name, action.timescales)
        yield from _of_targets(name, action)


def _of_standings(name: str, standings: tuple[StandingDraft, ...]) -> Iterator[str]:
    if sum(standing.rank == "lead" for standing in standings) > 1:
        yield f"{name} has two leads. Say who is accountable; the others are co-leads."
    for standing in standings:
        known = sum(getattr(standing, who) is not None for who in WHO)
        if known > 1:
            yield f"{name}: “{standing.printed}” is more than one. Choose one."
        if not known and not standing.printed.strip():
            yield f"{name} has a {standing.rank} without a name. Name them, or take them out."


def _of_timescales(name: str, timescales: tuple[TimescaleDraft, ...]) -> Iterator[str]:
    places = Counter((timescale.source, timescale.item) for timescale in timescales)
    if any(number > 1 for number in places.values()):
        yield f"{name} has two timescales of one kind. Keep one, or name the item of each."


def _of_targets(name: str, action: ActionDraft) -> Iterator[str]:
    for timescale in action.timescales:
        if timescale.item is not None and timescale.item not in action.items:
            yield f"{name}: “{timescale.printed}” is for an item that it does not serve."
