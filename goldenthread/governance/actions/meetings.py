"""Verbs on meetings: planned, their agendas, held, minutes approved."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.basics.errors import NotAllowedNow
from goldenthread.governance.actions.rows import (
    MEETINGS,
    added,
    forum_of,
    item_of,
    meeting_of,
    said,
)
from goldenthread.governance.agenda import Offer
from goldenthread.governance.models import AgendaItem, Attendance, Forum, Meeting, Seat
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.people.models.holdings import covers
from goldenthread.plans.models import Plan, Version

State = Meeting.State
OPEN = (State.PLANNED, State.ISSUED)
# Until the minutes are approved.
WRITABLE = (State.PLANNED, State.ISSUED, State.HELD)


@transaction.atomic
def plan_meeting(*, forum: Forum, day: date, by: User, place: str = "") -> Meeting:
    """Enter a meeting, before or after it took place.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: the board or meeting has ended, or meets on that day already.
    """
    row = forum_of(forum, by, MEETINGS)
    if row.meetings.exclude(state=State.CANCELLED).filter(day=day).exists():
        raise NotAllowedNow(f"{row} meets on {without_weekday(day)} already. Nothing was changed.")
    return added(Meeting(forum=row, day=day, place=place), by, "planned", day=day, place=place)


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, why: str, by: User) -> Meeting:
    """Call a meeting off.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: it was held or cancelled, or there is no reason.
    """
    row = meeting_of(meeting, by, *OPEN)
    row.state, row.cancelled_why = State.CANCELLED, said(why, "Why it is cancelled")
    row.save(update_fields=["state", "cancelled_why"])
    record(by=by, verb="cancelled", thing=row, why=row.cancelled_why)
    return row


@transaction.atomic
def draw_agenda(*, meeting: Meeting, offers: Sequence[Offer], by: User) -> list[AgendaItem]:
    """Put what is due on the agenda, after what stands there; what stands there stays once.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: the meeting was held or cancelled, or nothing is chosen.
    """
    row = meeting_of(meeting, by, *OPEN)
    there = set(row.items.values_list("key", flat=True))
    new = [one for one in offers if one.key not in there]
    if not new:
        raise NotAllowedNow("Nothing is chosen that is not on the agenda already.")
    versions = _versions(one.plan for one in new)
    last = row.items.count()
    made = [
        _item(row, last + number, one, versions.get(one.plan.pk) if one.plan else None)
        for number, one in enumerate(new, start=1)
    ]
    AgendaItem.objects.bulk_create(made)
    record(by=by, verb="put on the agenda", thing=row, after={"items": [i.title for i in made]})
    return made


@transaction.atomic
def add_item(
    *,
    meeting: Meeting,
    title: str,
    by: User,
    topic: str = "",
    exceptional: bool = False,
) -> AgendaItem:
    """Write an item by hand; `exceptional` where it was asked for out of turn.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: the minutes are approved, or it says nothing.
    """
    row = meeting_of(meeting, by, *WRITABLE)
    name, order = said(title, "The item"), row.items.count() + 1
    made = AgendaItem(
        meeting=row,
        order=order,
        kind=AgendaItem.Kind.OTHER,
        key=f"hand {timezone.now().timestamp()} {order}",
        title=name,
        topic=topic,
        exceptional=exceptional,
    )
    return added(made, by, "added to the agenda", title=name)


@transaction.atomic
def move_item(*, item: AgendaItem, to: int, by: User) -> AgendaItem:
    """Put an item at another place of its agenda, counted from one.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: the minutes are approved, or there is no such place.
    """
    row = item_of(item, by, *WRITABLE)
    rows = list(row.meeting.items.order_by("order", "pk"))
    if not 1 <= to <= len(rows):
        raise NotAllowedNow(f"The agenda has {len(rows)} items. Choose a place among them.")
    rows.remove(row)
    rows.insert(to - 1, row)
    before = row.order
    for order, one in enumerate(rows, start=1):
        one.order = order
    AgendaItem.objects.bulk_update(rows, ["order"])
    record(by=by, verb="moved", thing=row, before={"order": before}, after={"order": to})
    return row


@transaction.atomic
def issue_agenda(*, meeting: Meeting, by: User) -> Meeting:
    """Give the agenda out: from now on guests with a seat see the meeting.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: it was given out already, or is empty.
    """
    row = meeting_of(meeting, by, State.PLANNED)
    if not row.items.exists():
        raise NotAllowedNow("The agenda is empty. Put something on it first.")
    row.state, row.issued_by, row.issued_at = State.ISSUED, by, timezone.now()
    row.save(update_fields=["state", "issued_by", "issued_at"])
    record(by=by, verb="issued the agenda", thing=row, after={"items": row.items.count()})
    return row


@transaction.atomic
def hold_meeting(
    *,
    meeting: Meeting,
    present: Iterable[Seat],
    apologies: Iterable[Seat],
    by: User,
    cases: int | None = None,
) -> Meeting:
    """Say who of the members was there; of the others, who sent apologies. Said again, it replaces.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: its day is to come, it is cancelled or its minutes are approved, somebody
                       is said to be both, or a seat is of another board.
    """
    row = meeting_of(meeting, by, *WRITABLE)
    if row.day > timezone.localdate():
        raise NotAllowedNow(f"It is on {without_weekday(row.day)}. Say who came after that.")
    came, sorry = {one.pk for one in present}, {one.pk for one in apologies}
    seats = {one.pk: one for one in seats_on(row)}
    if came & sorry or not (came | sorry) <= seats.keys():
        raise NotAllowedNow("Choose for each member of that day: there, or apologies.")
    row.attendance.exclude(seat=None).delete()
    Attendance.objects.bulk_create(
        Attendance(meeting=row, seat=one, how=_how(pk, came, sorry)) for pk, one in seats.items()
    )
    row.state, row.cases = State.HELD, cases
    row.save(update_fields=["state", "cases"])
    after = {"present": len(came), "apologies": len(sorry), "members": len(seats)}
    record(by=by, verb="held", thing=row, after=after)
    return row


@transaction.atomic
def count_agency(
    *, meeting: Meeting, agency: str, by: User, number: int = 1, name: str = ""
) -> Attendance:
    """Say how many of an agency came who have no seat: to a workshop, a network day.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: it was not held, nobody came, or it is counted already.
    """
    row = meeting_of(meeting, by, State.HELD)
    who = said(agency, "The agency")
    if number < 1 or row.attendance.filter(agency__iexact=who, name=name).exists():
        raise NotAllowedNow(f"{who} is counted already, or nobody of it came.")
    made = Attendance(meeting=row, agency=who, name=name, number=number, how="present")
    return added(made, by, "counted", agency=who, number=number)


@transaction.atomic
def minute(*, item: AgendaItem, text: str, by: User) -> AgendaItem:
    """Write what was said of an item; written again, it replaces.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: the meeting was not held, or its minutes are approved.
    """
    row = item_of(item, by, State.HELD)
    before = row.minute
    row.minute = text.strip()
    row.save(update_fields=["minute"])
    record(by=by, verb="minuted", thing=row, before={"minute": before}, after={"minute": text})
    return row


@transaction.atomic
def approve_minutes(*, meeting: Meeting, at: Meeting, by: User) -> Meeting:
    """A later meeting approved these minutes: from now on they stay as they are.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: they are approved already, an item has no minute, or the other meeting is
                       of another board, not held, or not later.
    """
    row = meeting_of(meeting, by, State.HELD)
    later = meeting_of(at, by, State.HELD, State.APPROVED)
    if later.forum_id != row.forum_id or later.day <= row.day:
        raise NotAllowedNow("Minutes are approved by a later meeting of the same board.")
    if left := row.items.filter(minute="").count():
        raise NotAllowedNow(f"{left} items have no minute yet. Write them first.")
    row.state, row.approved_in = State.APPROVED, later
    row.save(update_fields=["state", "approved_in"])
    record(by=by, verb="approved the minutes", thing=row, after={"in": later.day})
    return row


def seats_on(meeting: Meeting) -> list[Seat]:
    """The seats of the day of a meeting, chair first."""
    rows = meeting.forum.seats.filter(covers(meeting.day))
    order = list(Seat.Rank.values)
    found = rows.select_related("post", "person", "partner").order_by("pk")
    return sorted(found, key=lambda one: order.index(one.rank))


def _how(pk: int, came: set[int], sorry: set[int]) -> str:
    if pk in came:
        return Attendance.How.PRESENT
    return Attendance.How.APOLOGIES if pk in sorry else Attendance.How.ABSENT


def _item(meeting: Meeting, order: int, one: Offer, version: Version | None) -> AgendaItem:
    return AgendaItem(meeting=meeting, order=order, version=version, **vars(one))


def _versions(plans: Iterable[Plan | None]) -> dict[int, Version]:
    ids = {one.pk for one in plans if one is not None}
    rows = Version.objects.filter(plan__in=ids, state=Version.State.CURRENT)
    return {row.plan_id: row for row in rows}
