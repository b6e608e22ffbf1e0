"""What comes again: setting it up, the next phase, calling it off, and making its occurrences."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import Done, record, record_all
from goldenthread.people.jobs import enqueue
from goldenthread.people.models import Authority, Job, User
from goldenthread.people.permissions import require
from goldenthread.plans import recurring, rungs
from goldenthread.plans.actions.own import arranged, delivery_of
from goldenthread.plans.actions.rows import note_use
from goldenthread.plans.gathering import rules_of
from goldenthread.plans.models import Action, DatedOccurrence, Recurrence

SET = "plans.set_deadline"
OCCURRENCES = "plans.make_occurrences"
# In the small hours, when nobody waits for the database.
HOUR = 3
# Work that waits longer was asked for by a clock that was wrong.
SOON = timedelta(days=2)
State = DatedOccurrence.State


@transaction.atomic
def set_recurrence(
    *,
    action: Action,
    by: User,
    recurs: recurring.Recurs,
    what: str = "",
    sample: int | None = None,
    printed: str = "",
    follows: Recurrence | None = None,
) -> Recurrence:
    """Have an action come again; its occurrences up to today, and the next, are made at once.

    Args:
        recurs:  how often, from which day, until when or for good.
        what:    what comes again, where that is not the action as a whole.
        sample:  how many are looked at each time; None for all.
        printed: the wording that it was read from.
        follows: the phase in whose place it comes on its first day.

    Raises:
        NotAllowed:    `by` may not set days here.
        NotAllowedNow: a number or a day is wrong, the action is closed, it recurs like this
                       already, or the phase before begins later or is another action's.
    """
    row = arranged(action, by, SET)
    _stop_at_problems(row, recurs, sample)
    if follows is not None:
        _end_before(row, follows, recurs.first_day, by)
    if row.recurrences.filter(
        first_day=recurs.first_day, frequency=recurs.frequency, what=what.strip()
    ).exists():
        raise NotAllowedNow(f"{row} recurs like this already. Nothing was changed.")
    made = Recurrence.objects.create(
        action=row,
        by=by,
        at=timezone.now(),
        what=what.strip(),
        frequency=recurs.frequency,
        number=recurs.number if recurs.frequency == recurring.WEEKS else 1,
        first_day=recurs.first_day,
        last_day=recurs.last_day,
        sample=sample,
        printed=printed,
    )
    number = len(_made(made, timezone.localdate()))
    _see_to_tomorrow(by)
    note_use(row.plan)
    record(by=by, verb="set up what recurs", thing=row, after={**_told(made), "made": number})
    return made


@transaction.atomic
def call_off(*, recurrence: Recurrence, by: User, last_day: date, why: str) -> Recurrence:
    """Have something come again no longer after a day; occurrences after it are called off.

    Raises:
        NotAllowed:    `by` may not set days here.
        NotAllowedNow: it was called off before, there is no reason, or the day lies before
                       today or its first, or after its last.
    """
    row = arranged(recurrence.action, by, SET)
    locked = _locked(recurrence)
    if not why.strip() or last_day < timezone.localdate():
        raise NotAllowedNow("Say why, and a last day that is today or later. Nothing was changed.")
    return _end(row, locked, last_day, by, why.strip())


@transaction.atomic
def make_occurrences(*, authority: Authority, by: User, day: date) -> int:
    """Make the occurrences of a council up to a day, and the next of each recurrence; how many.

    Asked twice, or with an earlier day than before, it makes none a second time. What belongs
    to an action that is closed, or to a plan that is put aside, waits.

    Raises:
        NotAllowed: `by` is neither the timer nor an improvement officer of the council.
    """
    require(by, OCCURRENCES, authority)
    actions = Action.objects.in_force().filter(plan__authority=authority)
    actions = actions.exclude(delivery__state__in=rungs.CLOSED)
    rows = Recurrence.objects.filter(action__in=actions).select_related("action__plan__authority")
    told: list[Done] = []
    for row in rows.order_by("pk"):
        if made := _made(_locked(row), day):
            told.append(Done(verb="made occurrences", thing=row.action, after={"days": made}))
    record_all(by=by, done=told)
    return sum(len(one.after["days"]) for one in told)


def ask_for_tomorrow(by: User) -> None:
    """Have the occurrences of the next day made then, unless somebody asked already."""
    tomorrow = timezone.localtime() + timedelta(days=1)
    if not _asked().filter(state=Job.State.WAITING).exists():
        at = tomorrow.replace(hour=HOUR, minute=0, second=0, microsecond=0)
        enqueue(OCCURRENCES, by=by, not_before=at)


def _see_to_tomorrow(by: User) -> None:
    """Begin the work of every day, where none waits or runs."""
    if not _asked().exists():
        ask_for_tomorrow(by)


def _asked() -> QuerySet[Job]:
    """Such work that is not over."""
    rows = Job.objects.filter(kind=OCCURRENCES, not_before__lt=timezone.now() + SOON)
    return rows.exclude(state__in=Job.ENDS)


def _stop_at_problems(row: Action, recurs: recurring.Recurs, sample: int | None) -> None:
    if recurs.frequency not in recurring.UNITS or recurs.number < 1:
        raise NotAllowedNow("Say how often it comes again. Nothing was changed.")
    if recurs.last_day is not None and recurs.last_day < recurs.first_day:
        raise NotAllowedNow("Its last day lies before its first. Nothing was changed.")
    if sample is not None and sample < 1:
        raise NotAllowedNow("A sample is of one or more. Leave it empty for all.")
    if delivery_of(row).state in rungs.CLOSED:
        raise NotAllowedNow(f"{row} is closed. Reopen it first. Nothing was changed.")


def _end_before(row: Action, phase: Recurrence, first_day: date, by: User) -> None:
    """End the phase before on the eve of the next; one that ends earlier stays as it is."""
    locked = _locked(phase)
    if locked.action_id != row.pk or locked.first_day >= first_day:
        raise NotAllowedNow(
            "The phase before is of this action and begins earlier. Nothing was changed."
        )
    eve = date.fromordinal(first_day.toordinal() - 1)
    if locked.last_day is not None and locked.last_day <= eve:
        return
    if eve < timezone.localdate() and locked.occurrences.filter(day__gt=eve).exists():
        raise NotAllowedNow(
            "Occurrences of the phase before lie after that day. Begin the next one today or later."
        )
    _end(row, locked, eve, by, f"Another phase begins on {without_weekday(first_day)}")


def _end(row: Action, locked: Recurrence, last_day: date, by: User, why: str) -> Recurrence:
    too_late = locked.last_day is not None and last_day > locked.last_day
    if locked.called_off_at is not None or last_day < locked.first_day or too_late:
        raise NotAllowedNow("It ended already, or that day is not one of its. Nothing was changed.")
    before = {"last_day": locked.last_day}
    locked.last_day, locked.called_off_why = last_day, why
    locked.called_off_by, locked.called_off_at = by, timezone.now()
    locked.save()
    later = locked.occurrences.filter(state=State.EXPECTED, day__gt=last_day)
    number = later.update(state=State.CALLED_OFF, why=why, said_by=by, said_at=timezone.now())
    note_use(row.plan)
    after = {"last_day": last_day, "called off": number}
    record(by=by, verb="ended what recurs", thing=row, before=before, after=after, why=why)
    return locked


def _locked(recurrence: Recurrence) -> Recurrence:
    rows = Recurrence.objects.select_for_update(of=("self",))
    return rows.select_related("action__plan__authority").get(pk=recurrence.pk)


def _made(row: Recurrence, day: date) -> list[date]:
    """Make those that are not there; the days of those that were made."""
    roll = rules_of(row.action.plan.authority, day).roll
    wanted = recurring.days(row.recurs, day, roll=roll)
    there = set(row.occurrences.values_list("day", flat=True))
    new = [one for one in wanted if one.day not in there]
    DatedOccurrence.objects.bulk_create(
        DatedOccurrence(recurrence=row, day=one.day, due=one.due, note=one.flag or "")
        for one in new
    )
    return [one.day for one in new]


def _told(row: Recurrence) -> dict[str, object]:
    return {
        "what": row.what,
        "how often": row.how_often,
        "first_day": row.first_day,
        "last_day": row.last_day,
        "sample": row.sample,
    }
