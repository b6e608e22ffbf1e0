"""When a plan asks for updates before a meeting. No table is asked."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from goldenthread.basics.clocks import within_working_days
from goldenthread.plans.rounds import ONCE, Rhythm


@dataclass(frozen=True)
class Lead:
    """How long before a meeting a round is due, and how long there is to answer, in working days."""

    before: int = 5
    answer: int = 5


def before_meeting(meetings: Iterable[date], today: date, lead: Lead) -> Rhythm | None:
    """The round before the next meeting that leaves the whole time to answer.

    It is due `before` working days before the meeting and takes late answers until the working
    day before it. None where no meeting is known that is far enough away.
    """
    for meeting in sorted(meetings):
        due = within_working_days(meeting, lead.before, backwards=True).date
        first = within_working_days(due, lead.answer, backwards=True).date
        if first is not None and first >= today:
            return Rhythm(first=first, every=ONCE, answer=lead.answer, late=lead.before - 1)
    return None
