"""Rounds of updates: set for a plan, asked again, closed with their count."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.actions import Message, send_notices
from goldenthread.people.history import record
from goldenthread.people.models import Notice, Person, User
from goldenthread.people.permissions import require
from goldenthread.plans import rounds
from goldenthread.plans.actions.rows import changeable, note_use
from goldenthread.plans.answering import answers_of
from goldenthread.plans.looking import person_of
from goldenthread.plans.models import Action, ClosedRound, Plan, Standing, UpdateRhythm

SET, CLOSE = "plans.set_rounds", "plans.end_rounds"


@transaction.atomic
def set_rounds(*, plan: Plan, by: User, rhythm: rounds.Rhythm) -> UpdateRhythm:
    """Say how often a plan asks for updates; what was set before ends, and so does its round.

    Raises:
        NotAllowed:    `by` may not set rounds in the authority.
        NotAllowedNow: the plan is put aside, the first day is past, or a number is below one.
    """
    row = changeable(plan, by, SET)
    if rhythm.every not in dict(UpdateRhythm.EVERY):
        raise NotAllowedNow("Choose how often the plan asks. Nothing was changed.")
    if rhythm.every != rounds.NEVER and rhythm.first < timezone.localdate():
        raise NotAllowedNow("The first round cannot open on a day that is past. Give a later day.")
    if rhythm.weeks < 1 or rhythm.answer < 1:
        raise NotAllowedNow("Give one week and one working day or more. Nothing was changed.")
    before = UpdateRhythm.objects.filter(plan=row).first()
    made, _ = UpdateRhythm.objects.update_or_create(
        plan=row, defaults={**vars(rhythm), "set_by": by, "set_at": timezone.now()}
    )
    note_use(row)
    told = vars(before.rhythm) if before else {}
    record(by=by, verb="set its update rounds", thing=row, before=told, after=vars(rhythm))
    return made


@transaction.atomic
def ask_again(*, plan: Plan, person: Person, by: User) -> list[Notice]:
    """Remind somebody of the actions that they lead and have not told of; once a day.

    Raises:
        NotAllowed:    `by` may not set rounds in the authority.
        NotAllowedNow: no round is open, they have answered, were asked today, or have no account.
    """
    row, today = changeable(plan, by, SET), timezone.localdate()
    set_for = UpdateRhythm.objects.filter(plan=row).first()
    now = rounds.open_on(set_for.rhythm, today) if set_for else None
    if now is None:
        raise NotAllowedNow(f"No update round of {row} is open. Nobody was asked.")
    waiting = [one for one in answers_of(row, now).missing if _leads(person, one, today)]
    if not waiting:
        raise NotAllowedNow(f"{person} has answered everything. Nobody was asked.")
    if person.user is None:
        raise NotAllowedNow(f"{person} has no account. Ask them yourself.")
    names = ", ".join(one.public_id for one in waiting)
    message = Message(
        to=person.user,
        matters=(f"plans.round:{row.pk} {now.opens} asked again {today}",),
        about=f"Update round of {row.public_id}: please answer",
        words=f"The update round of {row.public_id} is open until {without_weekday(now.closes)} "
        f"and was to be answered by {without_weekday(now.due)}. Nothing is said yet of {names}. "
        "‘No change, still on course’ is an answer too.",
    )
    sent = send_notices(authority=row.authority, messages=[message], by=by)
    if not sent:
        raise NotAllowedNow(f"{person} was asked again today. Ask tomorrow, or ring them.")
    record(by=by, verb="asked again", thing=row, after={"person": person.pk, "of": names})
    return sent


@transaction.atomic
def end_rounds(*, plan: Plan, by: User, day: date) -> list[ClosedRound]:
    """Write down the count of each round of a plan that is over; twice, or by two, is once.

    Raises:
        NotAllowed: `by` is no timer.
    """
    require(by, CLOSE, None)
    row = Plan.objects.select_for_update(of=("self",)).get(pk=plan.pk)
    set_for = UpdateRhythm.objects.filter(plan=row).first()
    every = rounds.rounds_until(set_for.rhythm, day) if set_for else ()
    known = set(ClosedRound.objects.filter(plan=row).values_list("opened_on", flat=True))
    over = [one for one in every if one.closes < day and one.opens not in known]
    made = [_closed(row, one) for one in over]
    for one in made:
        record(by=by, verb="closed an update round", thing=row, after={"count": str(one)})
    return made


def _closed(plan: Plan, of: rounds.Round) -> ClosedRound:
    found = answers_of(plan, of)
    return ClosedRound.objects.create(
        plan=plan,
        opened_on=of.opens,
        due_on=of.due,
        closed_on=of.closes,
        asked=found.asked,
        in_time=len(found.in_time),
        late=len(found.late),
    )


def _leads(person: Person, action: Action, day: date) -> bool:
    leads = action.standings.current().on(day).filter(rank=Standing.Rank.LEAD)
    return any(person_of(one, day).person == person for one in leads)
