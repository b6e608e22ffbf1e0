"""Asking the worker to look at a plan again after a verb that may have woken a rule."""

from datetime import timedelta

from django.utils import timezone

from goldenthread.people.jobs import enqueue
from goldenthread.people.models import Job, User
from goldenthread.plans.models import Plan

QUERIES = "plans.raise_queries"
# In the small hours, after what recurs was made.
HOUR = 4


def rules() -> User:
    """The rules, as the system user as which they raise queries."""
    return User.objects.system("rule.queries", "The rules")


def wake(plan: Plan) -> None:
    """Have the rules look at a plan soon, once for all that was done until then."""
    waiting = Job.objects.filter(kind=QUERIES, state=Job.State.WAITING, arguments__plan=plan.pk)
    if not waiting.exists():
        enqueue(QUERIES, by=rules(), authority=plan.authority, plan=plan.pk)


def ask_for_queries_tomorrow() -> None:
    """Have the rules look at every plan on the next day, unless somebody asked already."""
    waiting = Job.objects.filter(kind=QUERIES, state=Job.State.WAITING, arguments={})
    if not waiting.exists():
        at = timezone.localtime() + timedelta(days=1)
        at = at.replace(hour=HOUR, minute=0, second=0, microsecond=0)
        enqueue(QUERIES, by=rules(), not_before=at)
