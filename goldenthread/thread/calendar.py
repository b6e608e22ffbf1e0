"""Somebody's days as a calendar: reference, kind and day, for whatever program fetches them."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta

from django.db.models import Count
from icalendar import Calendar, Event

from goldenthread.people.models import User
from goldenthread.plans.models import Deadline, DeadlineMove
from goldenthread.thread import work
from goldenthread.thread.my_work import lines_of

PRODUCT = "-//Golden Thread//Days//EN"
UID_DOMAIN = "golden-thread.invalid"


def calendar_of(user: User, *, day: date, now: datetime) -> bytes:
    """The calendar of all that has a day, also of what is due much later."""
    lines = [line for line in lines_of(user, day=day) if line.due is not None]
    return drawn(lines, moved(lines), now=now)


def moved(lines: Iterable[work.Line]) -> dict[int, int]:
    """By action, how often a day was set or moved: rows are only added, so it only grows."""
    actions = {line.action for line in lines if line.action is not None}
    counts = dict.fromkeys(actions, 0)
    for table in (Deadline, DeadlineMove):
        rows = table.objects.filter(action__in=actions).order_by().values_list("action")
        for action, count in rows.annotate(Count("pk")):
            counts[action] += count
    return counts


def drawn(lines: Iterable[work.Line], moves: Mapping[int, int], *, now: datetime) -> bytes:
    """The lines as all-day events (RFC 5545). No table is asked.

    A thing keeps its UID, and SEQUENCE grows when its day moves, so that a program moves the
    event it has and makes no second.
    """
    made = Calendar()
    made.add("prodid", PRODUCT)
    made.add("version", "2.0")
    made.add("x-wr-calname", "Golden Thread")
    for line in lines:
        if line.due is not None:
            made.add_component(_event(line, line.due, moves.get(line.action or 0, 0), now))
    content: bytes = made.to_ical()
    return content


def _event(line: work.Line, due: date, sequence: int, now: datetime) -> Event:
    event = Event()
    event.add("uid", f"{line.key}@{UID_DOMAIN}")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", sequence)
    event.add("dtstart", due)
    event.add("dtend", due + timedelta(days=1))
    event.add("summary", f"{line.label}: {_kind(line)}")
    event.add("transp", "TRANSPARENT")
    return event


def _kind(line: work.Line) -> str:
    """An action is due on its day, also where that day is past."""
    return work.DUE if line.kind == work.OVERDUE else line.kind
