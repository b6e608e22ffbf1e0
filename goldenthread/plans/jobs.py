"""The plans room's work for the worker."""

from datetime import date
from functools import partial

from django.utils import timezone

from goldenthread.people import timers
from goldenthread.people.jobs import Running, job
from goldenthread.people.models import Authority, User
from goldenthread.plans import actions
from goldenthread.plans.actions.recurring import OCCURRENCES, ask_for_tomorrow
from goldenthread.plans.actions.waking import QUERIES, ask_for_queries_tomorrow, rules
from goldenthread.plans.models import Plan

ROUNDS, LATENESS = "plans.end_rounds", "plans.tell_of_lateness"


@job(ROUNDS)
def end_rounds(running: Running) -> int:
    """Write down the count of each update round that is over; once a day."""
    by, made = User.objects.system("timer.rounds", "Update rounds"), 0
    day = timezone.localdate()
    plans = list(Plan.objects.current().exclude(update_rhythm=None).order_by("pk"))
    for number, plan in enumerate(plans, start=1):
        running.progress(done=number, of=len(plans), words=f"Update rounds of {plan}")
        made += running.once(f"end {plan.pk}", partial(_ended, plan, by, day))
    return made


def _ended(plan: Plan, by: User, day: date) -> int:
    return len(actions.end_rounds(plan=plan, by=by, day=day))


timers.every(ROUNDS, minutes=24 * 60)


@job(LATENESS)
def tell_of_lateness(running: Running) -> int:
    """Tell of late actions whom their steps have reached; once a day."""
    by, made = User.objects.system("timer.lateness", "Late actions"), 0
    day = timezone.localdate()
    plans = list(Plan.objects.current().order_by("pk"))
    for number, plan in enumerate(plans, start=1):
        running.progress(done=number, of=len(plans), words=f"Late actions of {plan}")
        made += running.once(f"tell {plan.pk}", partial(_told, plan, by, day))
    return made


def _told(plan: Plan, by: User, day: date) -> int:
    return len(actions.tell_of_lateness(plan=plan, by=by, day=day))


timers.every(LATENESS, minutes=24 * 60)


@job(OCCURRENCES)
def make_occurrences(running: Running) -> int:
    """Make the occurrences that a new day asks for, and ask for the same of tomorrow."""
    by = User.objects.system("timer.occurrences", "What recurs")
    day, made = timezone.localdate(), 0
    councils = list(Authority.objects.order_by("pk"))
    for number, council in enumerate(councils, start=1):
        running.progress(done=number, of=len(councils), words=f"What recurs in {council}")
        made += running.once(
            f"make {council.pk}",
            partial(actions.make_occurrences, authority=council, by=by, day=day),
        )
    running.once("tomorrow", lambda: ask_for_tomorrow(by))
    return made


@job(QUERIES)
def raise_queries(running: Running, *, plan: int | None = None) -> int:
    """Have the rules look at one plan that was worked on, or, once a day, at all of them."""
    day, made = timezone.localdate(), 0
    rows = Plan.objects.current().select_related("authority").order_by("pk")
    wanted = list(rows if plan is None else rows.filter(pk=plan))
    for number, row in enumerate(wanted, start=1):
        running.progress(done=number, of=len(wanted), words=f"Queries on {row}")
        made += running.once(f"look at {row.pk}", partial(_looked_at, row, day))
    running.once("tomorrow", ask_for_queries_tomorrow)
    return made


def _looked_at(plan: Plan, day: date) -> int:
    return len(actions.raise_queries(plan=plan, by=rules(), day=day))
