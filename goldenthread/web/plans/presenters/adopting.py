"""The words of what a plan adopts from elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.plans.models import Action, Adoption, Plan
from goldenthread.web import words
from goldenthread.web.components import Empty
from goldenthread.web.pages import Crumb
from goldenthread.web.plans import addresses
from goldenthread.web.plans.presenters.rows import short

EMPTY = Empty(
    heading="Nothing is adopted from elsewhere",
    text="Where this plan, or one of its actions, takes over a plan of another inspection or "
    "council, it stands here: whose plan, what of it applies, who decided so and what was changed.",
)


@dataclass(frozen=True)
class Row:
    """One adoption: its name, its facts, and what may be done with it."""

    name: str
    facts: Sequence[tuple[str, str, str]]
    may: Sequence[Crumb]


def rows_of(plan: Plan, rows: Sequence[Adoption], *, may_adopt: bool) -> list[Row]:
    """Each adoption with its facts: what, in words, and where that leads."""
    return [_row(plan, row, may_adopt=may_adopt) for row in rows]


def action_words(action: Action) -> str:
    """An action as it stands in a list to choose from."""
    return f"{action}: {short(action.text)}"


def _row(plan: Plan, row: Adoption, *, may_adopt: bool) -> Row:
    action, source = row.action, row.source
    facts = [
        ("Whose plan", row.whose, addresses.of_plan(source) if source else ""),
        ("It followed", row.inspection, ""),
        (
            "For",
            action_words(action) if action else "the whole plan",
            addresses.of_action(action) if action else "",
        ),
        ("What applies here", row.applies, ""),
        ("Adopted", _adopted(row), ""),
        ("Changed on adopting", row.changed, ""),
    ]
    ways = [Crumb("Remove", addresses.of_plan(plan, "remove-adoption", row.pk))]
    if row.adopted_on is None:
        decide = addresses.of_plan(plan, "decide-adoption", row.pk)
        ways = [Crumb("Say that it was adopted", decide), *ways]
    return Row(row.title, [one for one in facts if one[1]], ways if may_adopt else [])


def _adopted(row: Adoption) -> str:
    if row.adopted_on is None:
        return "proposed, not yet adopted"
    return f"{words.day(row.adopted_on)}, by {row.decided_by}"
