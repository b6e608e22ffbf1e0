"""The library of evidence: how much stands how, and a line for each piece."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse

from goldenthread.plans import evidence_states
from goldenthread.plans.models import Evidence
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Count, Empty, Table
from goldenthread.web.evidence import wording
from goldenthread.web.listing import Listing
from goldenthread.web.pages import Crumb, Page

STATES = (
    evidence_states.WAITING,
    evidence_states.RETURNED,
    evidence_states.ACCEPTED,
    evidence_states.FILED,
)
TONES = {evidence_states.WAITING: "amber", evidence_states.RETURNED: "red"}
PAGE = Page(heading="Evidence", crumbs=(Crumb("Library", "/library/"),))
EMPTY = Empty(
    heading="No evidence has been filed yet",
    text="Evidence is filed on the page of an action, against the test that it shows. Here you "
    "find every piece again, with its versions and who checked it.",
)


def counts(by_state: Mapping[str, int], listing: "Listing[Evidence]") -> list[Count]:
    """One number for each state; a click filters the list by it."""
    chosen = listing.chosen.get("state", "")
    every = Count(
        number=sum(by_state.values()),
        label="all",
        href=listing.address(state=""),
        is_current=not chosen,
    )
    return [every] + [
        Count(
            number=by_state[state],
            label=evidence_states.WORDS[state],
            href=listing.address(state=state),
            tone=TONES.get(state, "") if by_state[state] else "",
            is_current=chosen == state,
        )
        for state in STATES
    ]


def chips(listing: "Listing[Evidence]") -> list[tuple[str, str]]:
    """The filters in use but for the state: what each says, and the address without it."""
    names = {"kind": "Kind", "plan": "Plan"}
    return [
        (f"{names[name]}: {value}", listing.address(**{name: ""}))
        for name, value in listing.chosen.items()
        if name in names
    ]


def table(listing: "Listing[Evidence]") -> Table:
    """The evidence of this page of the list."""
    columns = (
        listing.column("Evidence", "title"),
        listing.column("Kind", "kind"),
        listing.column("Plan", "plan"),
        Column(heading="Marking"),
        Column(heading="State"),
        Column(
            heading="Filed",
            sort_href=listing.address(sort=""),
            sorted="descending" if listing.sort == "newest" else "",
        ),
    )
    rows = [_row(evidence, listing) for evidence in listing.page]
    return Table(caption="Evidence", columns=columns, rows=rows, caption_is_hidden=True)


def _row(evidence: Any, listing: "Listing[Evidence]") -> list[Cell]:
    """The row of a piece with the annotations of the view."""
    version = f"version {evidence.last_number}" if evidence.last_number > 1 else ""
    note = ", ".join(part for part in (evidence.public_id, version) if part)
    return [
        Cell(evidence.title, href=reverse("evidence:show", args=[evidence.pk]), note=note),
        Cell(wording.kind_of(evidence), href=listing.address(kind=evidence.kind)),
        Cell(evidence.plan.title, href=listing.address(plan=evidence.plan.public_id)),
        Cell(evidence.get_marking_display()),
        Cell(tag=wording.state_tag(evidence.stands)),
        Cell(words.day(evidence.filed_at), note=f"by {evidence.filed_by}"),
    ]
