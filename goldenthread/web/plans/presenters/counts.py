"""The row of counts of a plan: each a link that filters the list below."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from goldenthread.plans import rungs
from goldenthread.plans.counting import Counts
from goldenthread.plans.models import Action
from goldenthread.plans.standing import Stands
from goldenthread.web.components import Count
from goldenthread.web.listing import Listing
from goldenthread.web.plans.gathered import Seen


@dataclass(frozen=True, kw_only=True)
class State:
    """One count: its word, its tone, its number, and the actions that it counts.

    `counted` is False for the one count of those that every other leaves out.
    """

    label: str
    tone: str = ""
    number: Callable[[Counts], int]
    holds: Callable[[Stands], bool]
    always: bool = False
    counted: bool = True


STATES: Mapping[str, State] = {
    "reported-done": State(
        label="reported done",
        number=lambda c: c.reported_done,
        holds=lambda s: s.delivered == rungs.DONE,
        always=True,
    ),
    "checked": State(
        label="evidence checked",
        tone="blue",
        number=lambda c: c.checked,
        holds=lambda s: s.is_checked,
        always=True,
    ),
    "late": State(
        label="late", tone="red", number=lambda c: c.late, holds=lambda s: s.is_late, always=True
    ),
    "waiting": State(
        label="waiting for a check",
        tone="amber",
        number=lambda c: c.waiting,
        holds=lambda s: s.is_waiting,
        always=True,
    ),
    "no-test": State(
        label="no test",
        tone="amber",
        number=lambda c: c.no_test,
        holds=lambda s: not s.is_tested,
        always=True,
    ),
    "no-local-date": State(
        label="no local date",
        number=lambda c: c.no_local_date,
        holds=lambda s: not s.facts.local_date,
    ),
    "only-done": State(
        label="show only that something was done",
        number=lambda c: c.only_done,
        holds=lambda s: s.is_only_done,
    ),
    "silent": State(
        label="no update for too long", number=lambda c: c.silent, holds=lambda s: s.is_silent
    ),
    "to-be-agreed": State(
        label="to be agreed",
        number=lambda c: c.not_specified,
        holds=lambda s: s.delivered == rungs.TO_BE_AGREED,
    ),
    "replaced": State(
        label="superseded or ineffective, still counted",
        number=lambda c: c.replaced,
        holds=lambda s: s.is_replaced,
    ),
    "left": State(
        label="no longer counted",
        number=lambda c: c.left,
        holds=lambda s: s.is_replaced,
        counted=False,
    ),
}


def in_state(rows: Sequence[Any], state: str, seen: Seen) -> list[Any]:
    """The rows that a count counts; none for a word that no count has."""
    one = STATES.get(state)
    if one is None:
        return []
    also = seen.said_done if state == "reported-done" else ()
    return [
        row
        for row in rows
        if row.same_as_id is None
        and (row.pk in seen.left) != one.counted
        and (one.holds(seen.stands[row.pk]) or row.pk in also)
    ]


# Counted apart from where an action stands: by who stands in it.
BY_LEAD: Mapping[str, str] = {"no-lead": "no lead", "jointly-led": "led jointly"}


def counts_of(
    counts: Counts, by_lead: Mapping[str, int], listing: "Listing[Action]"
) -> list[Count]:
    """The row of counts; what is nobody's trouble is left out at nought.

    Args:
        by_lead: the numbers of `BY_LEAD`.
    """
    chosen = listing.chosen.get("state", "")
    numbers = [
        (name, one, one.number(counts))
        for name, one in STATES.items()
        if one.always or one.number(counts)
    ]
    found = [_all(counts, listing)]
    found += [
        Count(
            number=number,
            label=one.label,
            tone=one.tone if number else "",
            note=counts.by_kind if name == "checked" else "",
            href=listing.address(state=name),
            is_current=chosen == name,
        )
        for name, one, number in numbers
    ]
    found += [
        Count(
            number=by_lead[name],
            label=label,
            tone="amber" if name == "no-lead" else "",
            href=listing.address(state=name),
            is_current=chosen == name,
        )
        for name, label in BY_LEAD.items()
        if by_lead[name]
    ]
    return found


def _all(counts: Counts, listing: "Listing[Action]") -> Count:
    chosen = listing.chosen.get("state", "")
    return Count(
        number=counts.actions,
        label="actions",
        href=listing.address(state=""),
        is_current=not chosen,
    )
