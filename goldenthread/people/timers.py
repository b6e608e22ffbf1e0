"""Work that asks for itself: a timer rings once for each quarter of an hour or day."""

from datetime import datetime, timedelta

from django.db import transaction

from goldenthread.people.jobs import enqueue
from goldenthread.people.models import Ring, User

# The kind of work of each timer, and how often it rings. Filled from each room's `jobs.py`.
TIMERS: dict[str, timedelta] = {}
EPOCH = datetime.fromisoformat("2000-01-01T00:00:00+00:00")
_FORM = "%Y-%m-%dT%H:%MZ"


def every(kind: str, minutes: int) -> None:
    """Have a kind of work, without arguments, asked for at every so many minutes."""
    TIMERS[kind] = timedelta(minutes=minutes)


def ring(now: datetime) -> list[str]:
    """Ask for the work of every timer that has not rung in its present period.

    Two workers may ring at once and a clock may be set back: the database has one row for each
    timer and period, and whoever makes it asks for the work in the same transaction.
    """
    return [kind for kind, pause in TIMERS.items() if _rings(kind, _period(now, pause))]


def _period(now: datetime, pause: timedelta) -> str:
    """The beginning of the period, by UTC: no change of the clocks repeats or skips one."""
    return (EPOCH + (now - EPOCH) // pause * pause).strftime(_FORM)


@transaction.atomic
def _rings(kind: str, period: str) -> bool:
    _, is_new = Ring.objects.get_or_create(timer=kind, period=period)
    if is_new:
        enqueue(kind, by=User.objects.system("timer", "Timer"))
    return is_new
