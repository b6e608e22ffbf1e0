"""The library of evidence: how much stands how, and a line for each piece."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.urls import reverse

from goldenthread.plans import evidence_states
from goldenthread.plans.models import Evidence, EvidenceVersion
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


@dataclass(frozen=True)
class Piece:
    """The last version of a piece of evidence, and how it stands."""

    last: EvidenceVersion
    stands: str


def urgent(of_links: Collection[str]) -> str:
    """The most urgent of the states of a piece's links."""
    return next((state for state in STATES if state in of_links), evidence_states.FILED)


def counts(pieces: Mapping[int, Piece], listing: "Listing[Evidence]") -> list[Count]:
    """One number for each state; a click filters the list by it."""
    chosen = listing.chosen.get("state", "")
    by_state = {state: sum(one.stands == state for one in pieces.values()) for state in STATES}
    every = Count(
        number=len(pieces),
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


def table(pieces: Mapping[int, Piece], listing: "Listing[Evidence]") -> Table:
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
    rows = [_row(row, pieces[row.pk], listing) for row in listing.page]
    return Table(caption="Evidence", columns=columns, rows=rows, caption_is_hidden=True)


def _row(evidence: Evidence, one: Piece, listing: "Listing[Evidence]") -> list[Cell]:
    last = one.last
    version = f"version {last.number}" if last.number > 1 else ""
    note = ", ".join(part for part in (evidence.public_id, version) if part)
    return [
        Cell(evidence.title, href=reverse("evidence:show", args=[evidence.pk]), note=note),
        Cell(wording.kind_of(evidence), href=listing.address(kind=evidence.kind)),
        Cell(evidence.plan.title, href=listing.address(plan=evidence.plan.public_id)),
        Cell(evidence.get_marking_display()),
        Cell(tag=wording.state_tag(one.stands)),
        Cell(words.day(last.filed_at), note=f"by {last.filed_by}"),
    ]
