"""The governance room's work for the worker."""

from functools import partial

from django.utils import timezone

from goldenthread.governance import actions
from goldenthread.governance.models import RoundsBefore
from goldenthread.people import timers
from goldenthread.people.jobs import Running, job
from goldenthread.people.models import User

ROUNDS = "governance.renew_rounds"


@job(ROUNDS)
def renew_rounds(running: Running) -> int:
    """Put the round of the next meeting to each plan that asks before meetings; once a day."""
    by, put = User.objects.system("timer.rounds", "Update rounds"), 0
    rows = list(RoundsBefore.objects.current().select_related("plan").order_by("pk"))
    for number, row in enumerate(rows, start=1):
        running.progress(done=number, of=len(rows), words=f"Update rounds of {row.plan}")
        put += running.once(f"renew {row.pk}", partial(_renewed, row, by))
    return put


def _renewed(row: RoundsBefore, by: User) -> bool:
    rhythm = actions.renew_rounds(rounds_before=row, by=by, day=timezone.localdate())
    return rhythm is not None


timers.every(ROUNDS, minutes=24 * 60)
