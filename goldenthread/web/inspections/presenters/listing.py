"""The list of inspections: what each asked for and what is still to be decided."""

from collections.abc import Sequence

from django.db.models import Count as Counted
from django.db.models import Exists, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from goldenthread.inspections.models import Finding, Inspection, Recommendation, Repeat
from goldenthread.web import words
from goldenthread.web.components import Cell, Count, Empty, Table
from goldenthread.web.inspections.presenters import naming
from goldenthread.web.listing import Listing
from goldenthread.web.pages import Crumb, Page

PAGE = Page(heading="Inspections", crumbs=(Crumb("Library", "/library/"),))
EMPTY = Empty(
    heading="No inspection is recorded yet",
    text="Import the report or the letter as you have it. Once you have confirmed what was read, "
    "its judgements, findings and recommendations stand here.",
    action="Import a report",
    href="/library/import/",
)


def counted(rows: "QuerySet[Inspection]") -> "QuerySet[Inspection]":
    """The inspections with how much they ask for, what came back, and what is to be decided."""
    repeats = Repeat.objects.filter(state=Repeat.State.CONFIRMED)
    return rows.annotate(
        asked=_number(Recommendation.objects.all(), "inspection"),
        told_before=_number(repeats, "later__inspection", of="later"),
        weak_open=_number(undecided(Finding.objects.all()), "inspection"),
    )


def undecided(findings: "QuerySet[Finding]") -> "QuerySet[Finding]":
    """The weak paragraphs that nothing cites and nobody has decided about.

    As in `looking.coverage_of`: a paragraph that is itself printed as a recommendation is none.
    """
    printed = Recommendation.objects.filter(
        inspection=OuterRef("inspection"), text=OuterRef("text")
    )
    weak = findings.filter(
        sense=Finding.Sense.WEAKNESS, links__isnull=True, uncited_decision__isnull=True
    )
    return weak.exclude(Exists(printed))


def table(listing: "Listing[Inspection]", *, councils: int) -> Table:
    """One line for each inspection of this page of the list."""
    columns = (
        listing.column("Inspection", "name"),
        listing.column("Days", "day"),
        listing.column("Published", "published"),
        listing.column("Recommendations", "asked", numeric=True),
        listing.column("Raised in an earlier inspection", "told", numeric=True),
        listing.column("Weak paragraphs to decide", "weak", numeric=True),
    )
    rows = [_row(one, shows_council=councils > 1) for one in listing.page]
    return Table(caption="Inspections", columns=columns, rows=rows, caption_is_hidden=True)


def counts(
    by_framework: Sequence[tuple[str, str, int]], listing: "Listing[Inspection]"
) -> list[Count]:
    """How many under each framework; a click filters the list by it."""
    chosen = listing.chosen.get("framework", "")
    every = Count(
        number=sum(n for _, _, n in by_framework),
        label="all",
        href=listing.address(framework=""),
        is_current=not chosen,
    )
    return [every] + [
        Count(
            number=n,
            label=name,
            href=listing.address(framework=code),
            is_current=chosen == code,
        )
        for code, name, n in by_framework
    ]


def _row(one: Inspection, *, shows_council: bool) -> list[Cell]:
    asked = reverse("inspections:recommendations", args=[one.pk])
    found = reverse("inspections:findings", args=[one.pk])
    published = words.day(one.published_on) if one.published_on else "not known"
    return [
        Cell(
            naming.title(one),
            href=reverse("inspections:show", args=[one.pk]),
            tag=naming.STATES.get(Inspection.State(one.state)),
            note=str(one.authority) if shows_council else "",
        ),
        Cell(naming.when(one)),
        Cell(published),
        _linked(one, "asked", asked),
        _linked(one, "told_before", f"{asked}?show=told-before"),
        _linked(one, "weak_open", f"{found}?show=open"),
    ]


def _linked(one: Inspection, counted_as: str, href: str) -> Cell:
    """A number that `counted` annotated; it leads on unless it is nought."""
    number: int = getattr(one, counted_as)
    return Cell(words.number(number), href=href if number else "")


def _number(
    rows: "QuerySet[Finding] | QuerySet[Recommendation] | QuerySet[Repeat]",
    path: str,
    *,
    of: str = "pk",
) -> Coalesce:
    """How many of the rows belong to an inspection, as a subquery."""
    mine = rows.filter(**{path: OuterRef("pk")}).order_by().values(path)
    found = mine.annotate(n=Counted(of, distinct=True)).values("n")
    return Coalesce(Subquery(found, output_field=IntegerField()), Value(0))


ORDERS = {
    "newest": "newest",
    "name": "framework__name",
    "day": "first_day",
    "published": "published_on",
    "asked": "asked",
    "told": "told_before",
    "weak": "weak_open",
}
