"""The row of counts of a plan: each a link that filters the list below."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from goldenthread.plans.counting import Counts
from goldenthread.plans.models import Action, Plan
from goldenthread.web.components import Count
from goldenthread.web.listing import Listing

Actions = QuerySet[Action]


@dataclass(frozen=True, kw_only=True)
class State:
    """One count: its word, its tone, its number, and the actions that it counts."""

    label: str
    tone: str = ""
    number: Callable[[Counts], int]
    holds: Q
    always: bool = False


STATES: Mapping[str, State] = {
    "reported-done": State(
        label="reported done", number=lambda c: c.reported_done, holds=Q(), always=True
    ),
    "checked": State(
        label="evidence checked",
        tone="blue",
        number=lambda c: c.checked,
        holds=Q(rung__gte=3),
        always=True,
    ),
    "late": State(
        label="late", tone="red", number=lambda c: c.late, holds=Q(is_late=True), always=True
    ),
    "waiting": State(
        label="waiting for a check",
        tone="amber",
        number=lambda c: c.waiting,
        holds=Q(waiting_since__isnull=False),
        always=True,
    ),
    "no-test": State(
        label="no test",
        tone="amber",
        number=lambda c: c.no_test,
        holds=Q(is_tested=False),
        always=True,
    ),
    "no-local-date": State(
        label="no local date", number=lambda c: c.no_local_date, holds=Q(has_local_date=False)
    ),
    "only-done": State(
        label="show only that something was done",
        number=lambda c: c.only_done,
        holds=Q(only_done=True),
    ),
    "silent": State(
        label="no update for too long", number=lambda c: c.silent, holds=Q(is_silent=True)
    ),
    "to-be-agreed": State(
        label="to be agreed",
        number=lambda c: c.not_specified,
        holds=Q(delivered="to be agreed"),
    ),
}


def in_state(actions: Actions, state: str, plan: Plan) -> Actions:
    """The actions that a count counts; none for a word that no count has."""
    if state == "no-lead":
        return actions.without_lead()  # type: ignore[attr-defined, no-any-return]
    found = STATES.get(state)
    if found is None:
        return actions.none()
    holds = found.holds
    if state == "reported-done":
        said = Q(said_done=True) if plan.first_round_closed_on is None else Q()
        holds = Q(delivered="done") | said
    return actions.filter(holds, same_as=None)


def counts_of(counts: Counts, no_lead: int, listing: "Listing[Action]") -> list[Count]:
    """The row of counts; what is nobody's trouble is left out at nought."""
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
    if no_lead:
        href = listing.address(state="no-lead")
        now = chosen == "no-lead"
        found.append(
            Count(number=no_lead, label="no lead", tone="amber", href=href, is_current=now)
        )
    return found


def _all(counts: Counts, listing: "Listing[Action]") -> Count:
    chosen = listing.chosen.get("state", "")
    return Count(
        number=counts.actions,
        label="actions",
        href=listing.address(state=""),
        is_current=not chosen,
    )
