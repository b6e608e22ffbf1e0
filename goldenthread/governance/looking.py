"""What pages and papers ask: what is watched and kept, quorum, last decisions, the calendar."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from goldenthread.basics.days import add_months
from goldenthread.governance.cadence import Cadence, next_days
from goldenthread.governance.keeping import Kept, Member, forward, kept, quorum
from goldenthread.governance.models import (
    AgendaItem,
    Attendance,
    Cascade,
    Decision,
    Forum,
    Meeting,
    Oversight,
    Seat,
)
from goldenthread.people.models import User

HELD = (Meeting.State.HELD, Meeting.State.APPROVED)
MEMBERS = (Seat.Rank.CHAIR, Seat.Rank.VICE_CHAIR, Seat.Rank.MEMBER)


@dataclass(frozen=True)
class Watch:
    """One line of the matrix: who watches what, and whether as often as promised."""

    oversight: Oversight
    kept: Kept
    held: tuple[date, ...] = ()

    @property
    def last(self) -> date | None:
        """The day on which it was looked at last."""
        return self.held[-1] if self.held else None


def matrix(user: User, on: date, forum: Forum | None = None) -> list[Watch]:
    """Who watches what on a day, as the user sees it, or of one board or meeting. Two queries."""
    found = Oversight.objects.visible_to(user).filter(ended_on=None)
    if forum is not None:
        found = found.filter(forum=forum)
    related = ("forum", "plan__authority", "recommendation__inspection")
    rows = list(found.select_related(*related).order_by("forum__name", "pk"))
    days = _days(rows)
    return [_watch(row, sorted(days[row.pk]), on) for row in rows]


def _watch(row: Oversight, days: Sequence[date], on: date) -> Watch:
    said = kept(held=days, times=row.times, months=row.months, since=row.started_on, on=on)
    return Watch(row, said, tuple(day for day in days if day <= on))


def _days(rows: Sequence[Oversight]) -> dict[int, set[date]]:
    """The days of held meetings that had on their agenda what each row watches."""
    items = AgendaItem.objects.filter(
        Q(plan__in=[row.plan_id for row in rows if row.plan_id])
        | Q(recommendation__in=[row.recommendation_id for row in rows if row.recommendation_id]),
        meeting__state__in=HELD,
    ).values_list("meeting__forum", "plan", "recommendation", "meeting__day")
    found: dict[int, set[date]] = defaultdict(set)
    by_plan = {(row.forum_id, row.plan_id): row.pk for row in rows if row.plan_id}
    by_recommendation = {
        (row.forum_id, row.recommendation_id): row.pk for row in rows if row.recommendation_id
    }
    for forum, plan, recommendation, day in items:
        for pk in (by_plan.get((forum, plan)), by_recommendation.get((forum, recommendation))):
            if pk is not None:
                found[pk].add(day)
    return found


def quorum_of(meeting: Meeting) -> tuple[bool | None, str]:
    """Whether a meeting that was held was quorate, and in words why."""
    rows = meeting.attendance.exclude(seat=None).order_by("pk")
    members = [
        Member(
            who=row.seat.who,
            counts=row.seat.rank in MEMBERS,
            required=row.seat.required,
            present=row.how == Attendance.How.PRESENT,
        )
        for row in rows.select_related("seat__post", "seat__person", "seat__partner")
        if row.seat is not None
    ]
    return quorum(members, meeting.forum.quorum)


def last_decisions(meeting: Meeting) -> dict[int, Decision]:
    """Of each item of a meeting, what was last decided on the same matter before, by item."""
    items = list(meeting.items.all())
    earlier = Decision.objects.filter(
        _same_matter(items),
        item__meeting__forum=meeting.forum_id,
        item__meeting__day__lt=meeting.day,
    ).select_related("item__meeting__forum")
    rows = list(earlier.order_by("item__meeting__day", "pk"))
    found: dict[int, Decision] = {}
    for item in items:
        for row in rows:
            if _is_same(item, row.item):
                found[item.pk] = row
    return found


def lineage(item: AgendaItem, user: User) -> list[Decision]:
    """Every decision on the same matter that the user sees, the oldest first.

    One plan or action is one matter in every board and meeting; anything else in its own.
    """
    rows = Decision.objects.visible_to(user).filter(_same_matter([item]))
    if not (item.action_id or item.plan_id):
        rows = rows.filter(item__meeting__forum=item.meeting.forum_id)
    related = rows.select_related("item__meeting__forum", "item__version__plan")
    found = related.order_by("item__meeting__day", "item__order", "number")
    return [row for row in found if _is_same(item, row.item)]


def _same_matter(items: Sequence[AgendaItem]) -> Q:
    return (
        Q(item__key__in=[one.key for one in items])
        | Q(item__action__in=[one.action_id for one in items if one.action_id])
        | Q(item__plan__in=[one.plan_id for one in items if one.plan_id and not one.action_id])
    )


def _is_same(item: AgendaItem, before: AgendaItem) -> bool:
    if item.action_id:
        return item.action_id == before.action_id
    if item.plan_id:
        return item.plan_id == before.plan_id and before.action_id is None
    return item.key == before.key


@dataclass(frozen=True)
class Looked:
    """How many items of a topic scrutiny had in a year: in turn, and out of turn."""

    year: int
    topic: str
    regular: int
    exceptional: int


def scrutiny(user: User) -> list[Looked]:
    """The items before scrutiny by year and topic, newest first. One query."""
    rows = AgendaItem.objects.visible_to(user).filter(
        meeting__forum__kind=Forum.Kind.SCRUTINY, meeting__state__in=HELD
    )
    counts: dict[tuple[int, str], list[int]] = defaultdict(lambda: [0, 0])
    for row in rows.select_related("meeting", "plan"):
        topic = row.topic or (str(row.plan) if row.plan else "No topic")
        counts[row.meeting.day.year, topic][row.exceptional] += 1
    return [
        Looked(year, topic, regular, exceptional)
        for (year, topic), (regular, exceptional) in sorted(
            counts.items(), key=lambda one: (-one[0][0], one[0][1])
        )
    ]


def cascade_words(cascade: Cascade) -> str:
    """How many of the teams have held it, and which not yet."""
    teams = list(cascade.teams.order_by("name"))
    done = set(cascade.held.values_list("team", flat=True))
    left = [team.name for team in teams if team.pk not in done]
    said = f"{len(teams) - len(left)} of {len(teams)} teams have held it."
    return f"{said} Not yet: {', '.join(left)}." if left and done else said


@dataclass(frozen=True)
class Day:
    """A day on which a board or meeting meets, planned or by its cadence, with what is due there.

    `items` are its standing items; `watched` is what it is to look at so that its promise holds.
    """

    day: date
    forum: Forum
    meeting: Meeting | None = None
    items: list[str] = field(default_factory=list)
    watched: list[str] = field(default_factory=list)

    @property
    def is_planned(self) -> bool:
        return self.meeting is not None


def cadence_of(forum: Forum) -> Cadence | None:
    """How often it meets; None where only when it is needed."""
    if forum.every is None or forum.first_on is None:
        return None
    return Cadence(forum.every, forum.unit, forum.first_on)


def calendar(user: User, today: date, *, months: int = 12) -> list[Day]:
    """The days to come of every board and meeting that the user sees, with what is due on each.

    Six queries. What a committee watches is entered on its days by itself: the forward plan.
    """
    until = add_months(today, months)
    forums = list(
        Forum.objects.visible_to(user)
        .open()
        .prefetch_related("skips", "standing_items", "meetings")
        .order_by("name")
    )
    seen = set(Meeting.objects.visible_to(user).to_come().values_list("pk", flat=True))
    found = [day for forum in forums for day in _of_forum(forum, today, until, seen)]
    _enter_watched(found, matrix(user, today))
    return sorted(found, key=lambda one: (one.day, one.forum.name))


def first_meeting(forum: Forum, user: User) -> Meeting | None:
    """The first that was held, else the first that is to come; None where there is neither."""
    rows = Meeting.objects.visible_to(user).filter(forum=forum)
    first = rows.filter(state__in=HELD).order_by("day").first()
    return first or rows.to_come().order_by("day").first()


def _enter_watched(days: Sequence[Day], watches: Sequence[Watch]) -> None:
    """Enter what is watched on the days on which it is due."""
    by_forum: dict[int, dict[date, Day]] = defaultdict(dict)
    for day in days:
        by_forum[day.forum.pk][day.day] = day
    for watch in watches:
        row, meets = watch.oversight, by_forum[watch.oversight.forum_id]
        due = forward(
            sorted(meets), last=watch.last, times=row.times, months=row.months, since=row.started_on
        )
        for one in due:
            meets[one].watched.append(str(row.of))


def days_of(forum: Forum, today: date, until: date) -> list[date]:
    """The days of the cadence to come that are neither skipped nor planned already."""
    cadence = cadence_of(forum)
    if cadence is None:
        return []
    # A month in which it meets is taken by a meeting of any day, planned or cancelled.
    taken = {(row.day.year, row.day.month) for row in forum.meetings.all()}
    skipped = [row.day for row in forum.skips.all()]
    days = next_days(cadence, after=today, count=60, skipped=skipped)
    by_month = forum.unit == Forum.Unit.MONTHS
    planned = {row.day for row in forum.meetings.all()}
    return [
        day
        for day in days
        if day <= until and day not in planned and not (by_month and (day.year, day.month) in taken)
    ]


def _of_forum(forum: Forum, today: date, until: date, seen: set[int]) -> list[Day]:
    found = [
        Day(row.day, forum, row, _items(forum, row.day))
        for row in forum.meetings.all()
        if row.pk in seen and today <= row.day <= until
    ]
    return found + [
        Day(day, forum, None, _items(forum, day)) for day in days_of(forum, today, until)
    ]


def _items(forum: Forum, day: date) -> list[str]:
    rows = [row for row in forum.standing_items.all() if row.ended_on is None]
    return [row.title for row in rows if not row.months or day.month in row.months]
