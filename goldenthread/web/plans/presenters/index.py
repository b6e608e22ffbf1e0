"""The words of the list of plans."""

from collections.abc import Mapping

from goldenthread.people.councils import where_may
from goldenthread.people.models import User
from goldenthread.plans.counting import Counts
from goldenthread.plans.models import Plan
from goldenthread.web import words
from goldenthread.web.catalogue import AREAS
from goldenthread.web.components import Cell, Column, Count, Empty, Table
from goldenthread.web.listing import Listing
from goldenthread.web.navigation import address_of
from goldenthread.web.pages import Page
from goldenthread.web.plans import addresses

PAGE = Page(heading="Plans")


def empty(user: User) -> Empty:
    """What to do first, by what the person may do."""
    href = address_of("imports", AREAS)
    if href and where_may(user, "intake.upload").exists():
        return Empty(
            heading="There is no plan yet",
            text="Bring the action plan as you have it, in Word, Excel or PDF. It is read, you "
            "check what was read beside the page, and confirm it.",
            action="Import a plan",
            href=href,
        )
    return Empty(
        heading="No plan is shared with you",
        text="You see a plan once you lead one of its actions, or once it is given to you to "
        "check. Ask your council’s improvement officer.",
    )


def counts(numbers: Mapping[str, int], state: str, path: str) -> list[Count]:
    """Current plans, and archived ones where there are some."""
    if not numbers["archived"]:
        return []
    return [
        Count(number=numbers["current"], label="current", href=path, is_current=state == "current"),
        Count(
            number=numbers["archived"],
            label="archived",
            href=f"{path}?state=archived",
            is_current=state == "archived",
        ),
    ]


def table(listing: "Listing[Plan]", numbers: Mapping[int, Counts]) -> Table:
    """The plans of this page of the list, each with its counts."""
    columns = (
        listing.column("Plan", "title"),
        listing.column("Council", "council"),
        *(Column(heading=heading, numeric=True) for heading in HEADINGS.values()),
        Column(heading="To settle", numeric=True),
        Column(heading="First update round"),
    )
    rows = [_row(plan, numbers.get(plan.pk)) for plan in listing.page]
    return Table(caption="Plans", columns=columns, rows=rows, caption_is_hidden=True)


HEADINGS = {
    "actions": "Actions",
    "reported_done": "Reported done",
    "checked": "Evidence checked",
    "late": "Late",
    "waiting": "Waiting for a check",
}


def _row(plan: Plan, numbers: Counts | None) -> list[Cell]:
    left: int = plan.left  # type: ignore[attr-defined]
    closed = plan.first_round_closed_on
    return [
        Cell(plan.title, href=addresses.of_plan(plan), note=plan.public_id),
        Cell(str(plan.authority)),
        *(Cell(words.number(getattr(numbers, name, 0))) for name in HEADINGS),
        Cell(words.number(left), href=addresses.of_plan(plan, "settle") if left else ""),
        Cell(f"closed {words.day(closed)}" if closed else "open"),
    ]
