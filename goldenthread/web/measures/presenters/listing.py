"""The words of the list of measures."""

from collections.abc import Sequence

from django.urls import reverse

from goldenthread.results.models import Value
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Count, Empty, Table, Tag
from goldenthread.web.listing import Listing
from goldenthread.web.measures import wording
from goldenthread.web.measures.gathered import Stand
from goldenthread.web.pages import Page

PAGE = Page(heading="Measures")
STATES = {
    "no value": Tag("no value", "govuk-tag--grey"),
    "stale": Tag("stale", "govuk-tag--yellow"),
    "not met": Tag("target not met", "govuk-tag--orange"),
    "met": Tag("target met", "govuk-tag--green"),
    "no target": Tag("no target", "govuk-tag--grey"),
    "cannot be worked out": Tag("cannot be worked out", "govuk-tag--grey"),
}
TONES = {"not met": "amber", "stale": "amber", "met": "blue"}
KEY = (
    "“Target met” and “target not met” are said of the latest figure alone; each measure’s page "
    "says how it stood over several periods. “Stale”: a newer figure was expected and is not there."
)


def empty(*, may_define: bool) -> Empty:
    """What to do first."""
    if may_define:
        return Empty(
            heading="There is no measure yet",
            text="Define what is to be counted, among whom and how often. Then enter its first "
            "figure: how many, out of how many, of which period.",
            action="Define a measure",
            href=reverse("measures:define"),
        )
    return Empty(
        heading="No measure is defined yet",
        text="Improvement officers and analysts define measures. Ask one of your council.",
    )


def counts(stands: Sequence[Stand], listing: "Listing[Stand]") -> list[Count]:  # type: ignore[type-var]
    """Measures by how they stand, and figures that wait; each filters the list."""
    found = [
        Count(
            number=len(stands),
            label="measures",
            href=listing.address(state="", waiting=""),
            is_current=not listing.chosen,
        ),
        Count(
            number=sum(one.waiting for one in stands),
            label="figures waiting for approval",
            tone="amber",
            href=listing.address(waiting="yes", state=""),
            is_current=listing.chosen.get("waiting") == "yes",
        ),
    ]
    return [*found, *_by_state(stands, listing)]


def _by_state(stands: Sequence[Stand], listing: "Listing[Stand]") -> list[Count]:  # type: ignore[type-var]
    numbers = {state: sum(one.state == state for one in stands) for state in STATES}
    return [
        Count(
            number=number,
            label=STATES[state].text,
            tone=TONES.get(state, ""),
            href=listing.address(state=state, waiting=""),
            is_current=listing.chosen.get("state") == state,
        )
        for state, number in numbers.items()
        if number
    ]


def table(listing: "Listing[Stand]") -> Table:  # type: ignore[type-var]
    """The measures of this page of the list."""
    columns = (
        listing.column("Measure", "name"),
        Column(heading="Latest figure", numeric=True),
        listing.column("Of period", "latest"),
        Column(heading="Target"),
        listing.column("Stands", "state"),
        listing.column("Waiting", "waiting", numeric=True),
    )
    rows = [_row(one) for one in listing.page]
    return Table(caption="Measures", columns=columns, rows=rows, caption_is_hidden=True)


def _row(one: Stand) -> list[Cell]:
    measure, latest = one.measure, one.latest
    kind = measure.get_kind_display().lower()
    return [
        Cell(
            measure.name,
            href=reverse("measures:show", args=[measure.pk]),
            note=f"{measure.code}, {kind}, {measure.authority}",
        ),
        _figure(latest),
        Cell(
            wording.period_of(latest) if latest else "–",
            note=f"as at {words.day(latest.as_at)}; {wording.decided_on(latest)}" if latest else "",
        ),
        Cell("; ".join(wording.target_of(target) for target in one.targets) or "–"),
        Cell(tag=STATES[one.state]),
        Cell(words.number(one.waiting)),
    ]


def _figure(latest: Value | None) -> Cell:
    if latest is None:
        return Cell("no value")
    part = f", {latest.part}" if latest.part else ""
    return Cell(wording.figure_of(latest), note=f"{wording.parts_of(latest)}{part}")
