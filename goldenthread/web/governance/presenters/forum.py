"""What the page of a board or meeting says."""

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone

from goldenthread.basics.days import add_months
from goldenthread.governance import looking
from goldenthread.governance.cadence import in_words
from goldenthread.governance.models import Cascade, Forum, Meeting, Oversight, Seat
from goldenthread.people.models import User
from goldenthread.plans.models import Plan
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Table, Tag
from goldenthread.web.governance.presenters.register import KEPT
from goldenthread.web.pages import Crumb
from goldenthread.web.plans import addresses
from goldenthread.web.ways import way_to

STATES = {
    Meeting.State.PLANNED: "govuk-tag--grey",
    Meeting.State.ISSUED: "govuk-tag--blue",
    Meeting.State.HELD: "govuk-tag--yellow",
    Meeting.State.APPROVED: "govuk-tag--green",
    Meeting.State.CANCELLED: "govuk-tag--grey",
}
AHEAD = 3


class ForumPage:
    """A board or meeting with its seats, meetings, what it watches and its themes."""

    def __init__(
        self, forum: Forum, user: User, today: date, *, keeps_register: bool, keeps_meetings: bool
    ) -> None:
        self.heading, self.caption = str(forum), forum.get_kind_display()
        self.crumbs = (Crumb("Governance", reverse("governance:index")),)
        self.forum = forum
        self.keeps_register = keeps_register and forum.ended_on is None
        self.keeps_meetings = keeps_meetings and forum.ended_on is None
        self.facts = [*_facts(forum), *_first_met(forum, user)]
        self.seats = _seats(forum, keeps=self.keeps_register)
        self.meetings = _meetings(forum, user)
        self.coming = _coming(forum, today)
        self.watches = _watches(forum, user, today, keeps=self.keeps_register)
        self.standing = [_standing(row) for row in forum.standing_items.filter(ended_on=None)]
        self.terms = list(forum.terms.select_related("upload").order_by("-number"))
        self.cascades = _cascades(forum, user)

    @staticmethod
    def next_by_rule(forum: Forum) -> date | None:
        """The next day of its cadence that nobody has planned."""
        today = timezone.localdate()
        return next(iter(looking.days_of(forum, today, add_months(today, 12))), None)


def _facts(forum: Forum) -> list[tuple[str, str]]:
    names = ", ".join(_name(row) for row in forum.names.order_by("pk"))
    since = words.day(forum.started_on) if forum.started_on else "not known"
    facts = [
        ("What it is for", forum.purpose or "Not said"),
        ("Meets", in_words(looking.cadence_of(forum))),
        ("Quorum", words.counted(forum.quorum, "member") if forum.quorum else "None is set"),
        ("Answers to", str(forum.reports_to or "Nobody")),
        ("Since", since),
    ]
    if names:
        facts.insert(0, ("Also called", names))
    if forum.ended_on:
        facts.append(("Ended", f"{words.day(forum.ended_on)}: {forum.outcome}"))
    skips = [f"{words.day(row.day)} ({row.why})" for row in forum.skips.order_by("day")]
    return [*facts, ("Left out", "; ".join(skips))] if skips else facts


def _first_met(forum: Forum, user: User) -> list[tuple[str, str]]:
    """The day of its first meeting, once there is one."""
    first = looking.first_meeting(forum, user)
    if first is None:
        return []
    held = first.state in looking.HELD
    return [("First met" if held else "First meeting planned", words.day(first.day))]


def _name(row: Any) -> str:
    since = f" from {words.day(row.started_on)}" if row.started_on else ""
    until = f" until {words.day(row.ended_on)}" if row.ended_on else ""
    return f"{row.text}{since}{until}"


def _seats(forum: Forum, *, keeps: bool) -> Table | None:
    rows = forum.seats.select_related("post", "person", "partner").order_by("ended_on", "pk")
    order = list(Seat.Rank.values)
    found = sorted(rows, key=lambda one: (one.ended_on is not None, order.index(one.rank)))
    columns = (
        Column(heading="Who"),
        Column(heading="As"),
        Column(heading="Since"),
        Column(heading="Until"),
    )
    cells = [_seat(row, keeps=keeps) for row in found]
    return Table(caption="Seats", columns=columns, rows=cells) if cells else None


def _seat(row: Seat, *, keeps: bool) -> list[Cell]:
    marks = [
        *(["independent"] if row.independent else []),
        *(["required"] if row.required else []),
        *([f"invited on {words.day(row.invited_on)}"] if row.invited_on else []),
        *([f"accepted on {words.day(row.answered_on)}"] if row.answered_on else []),
    ]
    way = reverse("governance:end_seat", args=[row.pk]) if keeps and not row.ended_on else ""
    if keeps and row.invited_on and not row.answered_on:
        way = reverse("governance:accept_seat", args=[row.pk])
    text = "accepted?" if row.invited_on and not row.answered_on else "End this seat"
    until = words.day(row.ended_on) if row.ended_on else (text if way else "—")
    return [
        Cell(row.who),
        Cell(row.get_rank_display(), note=", ".join(marks)),
        Cell(words.day(row.started_on) if row.started_on else "not known"),
        Cell(until, href=way),
    ]


def _meetings(forum: Forum, user: User) -> Table | None:
    rows = Meeting.objects.visible_to(user).filter(forum=forum).order_by("-day")
    columns = (Column(heading="Day"), Column(heading="Place"), Column(heading="Stands"))
    cells = [
        [
            Cell(words.day(row.day), href=reverse("governance:meeting", args=[row.pk])),
            Cell(row.place or "—"),
            Cell(tag=state(row), note=row.cancelled_why),
        ]
        for row in rows[:50]
    ]
    return Table(caption="Meetings", columns=columns, rows=cells) if cells else None


def state(row: Meeting) -> Tag:
    """Where a meeting stands, as a tag."""
    return Tag(row.get_state_display().lower(), STATES[Meeting.State(row.state)])


def _coming(forum: Forum, today: date) -> str:
    days = [] if forum.ended_on else looking.days_of(forum, today, add_months(today, 12))
    return ", ".join(words.day(day) for day in days[:AHEAD])


def _watches(forum: Forum, user: User, today: date, *, keeps: bool) -> Table | None:
    heads = ["Watches", "Promised", "Kept?", "Progress report", *(["End"] if keeps else [])]
    columns = tuple(Column(heading=head) for head in heads)
    watches, rows = looking.matrix(user, today, forum), []
    of = [one.oversight.plan_id for one in watches if one.oversight.plan_id]
    seen = set(Plan.objects.visible_to(user).filter(pk__in=of).values_list("pk", flat=True))
    for one in watches:
        row = one.oversight
        often = f"{words.counted(row.times, 'time')} in {words.counted(row.months, 'month')}"
        rows.append(
            [
                Cell(str(row.of), href=_way_to_plan(row.plan, seen)),
                Cell(often, note=row.printed),
                Cell(tag=KEPT[one.kept.is_kept], note=one.kept.words),
                _report(row.plan, seen),
                *([_end(row)] if keeps else []),
            ]
        )
    return Table(caption="What it watches", columns=columns, rows=rows) if rows else None


def _way_to_plan(plan: Plan | None, seen: set[int]) -> str:
    return addresses.of_plan(plan) if plan is not None and plan.pk in seen else ""


def _end(row: Oversight) -> Cell:
    return Cell(f"End watching {row.of}", href=reverse("governance:end_watch", args=[row.pk]))


def _report(plan: Plan | None, seen: set[int]) -> Cell:
    """The way to the progress report of a watched plan that the reader sees, as of today."""
    if plan is None or plan.pk not in seen:
        return Cell("—")
    href = way_to("papers:show", plan.authority.code, plan.public_id, "highlight_report")
    return Cell("Highlight report", href=href)


def _standing(row: Any) -> str:
    if not row.months:
        return f"{row.title}, at each meeting"
    months = ", ".join(f"{date(2000, month, 1):%B}" for month in row.months)
    return f"{row.title}, in {months}"


def _cascades(forum: Forum, user: User) -> list[dict[str, str]]:
    rows = Cascade.objects.visible_to(user).filter(forum=forum, ended_on=None).order_by("pk")
    return [
        {
            "theme": row.theme,
            "words": looking.cascade_words(row),
            "href": reverse("governance:cascade_show", args=[row.pk]),
        }
        for row in rows
    ]
