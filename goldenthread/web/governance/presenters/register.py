"""The words of the register, the matrix, the calendar and the names to confirm."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from goldenthread.basics.days import add_months
from goldenthread.governance import looking
from goldenthread.governance.cadence import in_words
from goldenthread.governance.models import Decision, Forum, Meeting, Seat
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Empty, Table, Tag

NO_WATCH = "No board or meeting watches a plan yet. Open one and say what it watches."
NO_DAY = "No meeting is planned, and no board or meeting has a cadence. Add one to the register."
NO_SCRUTINY = "No scrutiny committee has held a meeting here yet."
KEPT = {
    True: Tag("kept", "govuk-tag--green"),
    False: Tag("not kept", "govuk-tag--red"),
    None: Tag("too early to say", "govuk-tag--grey"),
}


def empty(*, may_add: bool) -> Empty:
    """What to do first."""
    if may_add:
        return Empty(
            heading="There is no board or meeting yet",
            text="Add the boards, panels and meetings that the plan comes before, or look for "
            "their names in a plan.",
            action="Add a board or meeting",
            href=reverse("governance:add"),
        )
    return Empty(
        heading="You see no board or meeting",
        text="A clerk or an improvement officer keeps the register and gives seats. Ask one.",
    )


def forums(listing: Any, today: date) -> Table:
    """The register: name, kind, chair, how often, next meeting."""
    columns = (
        listing.column("Name", "name"),
        listing.column("Kind", "kind"),
        Column(heading="Chair"),
        Column(heading="Meets"),
        Column(heading="Next meeting"),
    )
    rows = [_forum(row, today) for row in listing.page]
    return Table(caption="Boards and meetings", columns=columns, rows=rows, caption_is_hidden=True)


def _forum(row: Forum, today: date) -> list[Cell]:
    ended = f"ended on {words.day(row.ended_on)}" if row.ended_on else ""
    return [
        Cell(str(row), href=reverse("governance:forum", args=[row.pk]), note=ended),
        Cell(row.get_kind_display()),
        Cell(*chair(row)),
        Cell(in_words(looking.cadence_of(row))),
        Cell(*_next(row, today)),
    ]


def chair(row: Forum) -> tuple[str]:
    """Who chairs it, and whether independent."""
    held = [one for one in row.seats.all() if one.ended_on is None and one.rank == Seat.Rank.CHAIR]
    if not held:
        return ("No chair",)
    independent = ", independent" if held[0].independent else ""
    return (f"{held[0].who}{independent}",)


def _next(row: Forum, today: date) -> tuple[str]:
    if row.ended_on is not None:
        return ("—",)
    open_states = (Meeting.State.PLANNED, Meeting.State.ISSUED)
    planned = [one.day for one in row.meetings.all() if one.state in open_states]
    coming = sorted(day for day in planned if day >= today)
    if coming:
        return (words.day(coming[0]),)
    by_rule = looking.days_of(row, today, add_months(today, 12))
    return (f"{words.day(by_rule[0])}, not yet planned" if by_rule else "None is planned",)


# So many earlier days are named.
MOST = 6


def matrix(rows: Sequence[looking.Watch]) -> Table | None:
    """Who watches what, how often, and whether it is kept; None where nobody watches anything."""
    columns = (
        Column(heading="Board or meeting"),
        Column(heading="Watches"),
        Column(heading="Promised"),
        Column(heading="Last"),
        Column(heading="Kept?"),
    )
    found = [_watch(row) for row in rows]
    return Table(caption="Who watches what", columns=columns, rows=found) if found else None


def _watch(row: looking.Watch) -> list[Cell]:
    one = row.oversight
    often = f"{words.counted(one.times, 'time')} in {words.counted(one.months, 'month')}"
    return [
        Cell(str(one.forum), href=reverse("governance:forum", args=[one.forum_id])),
        Cell(str(one.of)),
        Cell(often, note=one.printed),
        Cell(words.day(row.last) if row.last else "never", note=_before(row.held)),
        Cell(tag=KEPT[row.kept.is_kept], note=row.kept.words),
    ]


def _before(held: Sequence[date]) -> str:
    """The days before the last on which it was brought, the newest first."""
    days = [words.day(day) for day in reversed(held[:-1])]
    return f"before that on {', '.join(days[:MOST])}" if days else ""


def lineage(rows: Sequence[Decision]) -> Table:
    """Each decision on a matter, with the meeting and the version of the plan before it."""
    columns = (
        Column(heading="Day"),
        Column(heading="Board or meeting"),
        Column(heading="Decided"),
        Column(heading="Before it"),
    )
    return Table(
        caption="Decisions, the oldest first", columns=columns, rows=[_decided(one) for one in rows]
    )


def _decided(row: Decision) -> list[Cell]:
    meeting = row.item.meeting
    href = f"{reverse('governance:meeting', args=[meeting.pk])}#item-{row.item_id}"
    return [
        Cell(words.day(meeting.day), href=href),
        Cell(str(meeting.forum)),
        Cell(row.text),
        Cell(str(row.item.version) if row.item.version else row.item.title),
    ]


def calendar(rows: Sequence[looking.Day]) -> Table | None:
    """The days to come, with what stands on their agendas; None where there is none."""
    columns = (
        Column(heading="Day"),
        Column(heading="Board or meeting"),
        Column(heading="On the agenda"),
        Column(heading="Planned"),
    )
    found = [_day(row) for row in rows]
    return Table(caption="The next twelve months", columns=columns, rows=found) if found else None


def _day(row: looking.Day) -> list[Cell]:
    href = reverse("governance:meeting", args=[row.meeting.pk]) if row.meeting else ""
    return [
        Cell(words.day(row.day), href=href),
        Cell(str(row.forum), href=reverse("governance:forum", args=[row.forum.pk])),
        Cell("; ".join([*row.watched, *row.items]) or "—"),
        Cell("planned" if row.is_planned else "by its cadence, not yet planned"),
    ]


def scrutiny(rows: Sequence[looking.Looked]) -> Table | None:
    """Items before scrutiny by year and topic; None where there is none."""
    columns = (
        Column(heading="Topic"),
        Column(heading="Year"),
        Column(heading="In turn", numeric=True),
        Column(heading="Out of turn", numeric=True),
    )
    found = [
        [Cell(one.topic), Cell(str(one.year)), Cell(str(one.regular)), Cell(str(one.exceptional))]
        for one in rows
    ]
    return Table(caption="Items by year and topic", columns=columns, rows=found) if found else None


def mentions(listing: Any) -> Table:
    """Names as printed, with where."""
    columns = (listing.column("As printed", "printed"), Column(heading="Where"))
    rows = [
        [
            Cell(row.printed, href=reverse("governance:confirm", args=[row.pk])),
            Cell(row.where, note=str(row.plan)),
        ]
        for row in listing.page
    ]
    return Table(caption="Names to confirm", columns=columns, rows=rows, caption_is_hidden=True)
