"""What stands around an action: milestones, risks, promised frequencies, what it needs first."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.days import last_of_month, without_weekday
from goldenthread.basics.errors import NotAllowedNow
from goldenthread.basics.wording import read
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.plans.actions.own import not_after_today, workable
from goldenthread.plans.actions.rows import note_use
from goldenthread.plans.models import (
    Action,
    Commitment,
    Dependency,
    Milestone,
    Occurrence,
    Risk,
    Update,
)
from goldenthread.plans.promising import promised
from goldenthread.results.models import Measure


@transaction.atomic
def add_milestone(
    *,
    action: Action,
    by: User,
    printed: str,
    kind: str = Milestone.Kind.OTHER,
    text: str = "",
    update: Update | None = None,
) -> Milestone:
    """A step inside an action, by when as written: "Jan 14", "within 4 weeks" of an update.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: the wording gives no day, or the update is another action's.
    """
    row = workable(action, by)
    if update is not None and update.action_id != row.pk:
        raise NotAllowedNow(f"That update is not one of {row}. Nothing was changed.")
    anchor = update.said_on if update else timezone.localdate()
    reading = read(printed.replace("’", ""), anchor=anchor)
    if reading.due is None:
        raise NotAllowedNow(f"“{printed}” gives no day. Write one, such as 31 January 2014.")
    made = Milestone.objects.create(
        action=row,
        update=update,
        kind=kind,
        text=text,
        printed=printed,
        due=reading.due,
        precision=reading.precision or "day",
        anchor=anchor if reading.offset else None,
    )
    note_use(row.plan)
    after = {"milestone": str(made), "due": made.due}
    record(by=by, verb="added a milestone", thing=row, after=after)
    return made


@transaction.atomic
def take_promise(*, update: Update, by: User) -> Milestone:
    """Make a milestone of the length of time that an update promises: "within 4 weeks".

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: it promises no day, is of an item as a whole, or was taken already.
    """
    found = promised(update.text, update.said_on)
    if found is None or update.action is None:
        raise NotAllowedNow("This update promises no day. Nothing was changed.")
    # Locked first, so that two presses at once make one.
    workable(update.action, by)
    if update.milestones.exists():
        raise NotAllowedNow("Its day is a milestone already. Nothing was changed.")
    return add_milestone(
        action=update.action, by=by, printed=found.printed, text=found.sentence, update=update
    )


@transaction.atomic
def reach_milestone(
    *, milestone: Milestone, by: User, done_on: date, precision: str = "day"
) -> Milestone:
    """Say on which day, or in which month, a milestone was reached.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: it was reached already, or the day lies in the future.
    """
    row = workable(milestone.action, by)
    reached = row.milestones.select_for_update(of=("self",)).get(pk=milestone.pk)
    if reached.done_on is not None or precision not in ("day", "month"):
        raise NotAllowedNow("It was reached already, or its day is neither a day nor a month.")
    not_after_today(done_on if precision == "day" else done_on.replace(day=1), "The day,")
    whole = last_of_month(done_on.year, done_on.month)
    reached.done_on = done_on if precision == "day" else whole
    reached.done_precision = precision
    reached.save(update_fields=["done_on", "done_precision"])
    note_use(row.plan)
    after = {"milestone": str(reached), "done_on": reached.done_on}
    record(by=by, verb="reached a milestone", thing=row, after=after)
    return reached


@transaction.atomic
def raise_risk(
    *,
    action: Action,
    by: User,
    kind: str,
    text: str,
    review_on: date,
    control: str = "",
    measure: Measure | None = None,
) -> Risk:
    """Something endangers an action; a control holds until it is reviewed.

    Args:
        measure: the one whose figures it keeps down.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: it says nothing, is no risk or issue, is reviewed in the past, or the
                       measure is another authority's.
    """
    row = workable(action, by)
    if kind not in Risk.Kind.values or not text.strip() or review_on < timezone.localdate():
        raise NotAllowedNow(
            "Say what the risk or issue is, and on which day to come it is reviewed."
        )
    if measure is not None and measure.authority_id != row.plan.authority_id:
        raise NotAllowedNow("Nothing crosses between authorities: choose one of its measures.")
    made = Risk.objects.create(
        action=row,
        by=by,
        at=timezone.now(),
        kind=kind,
        text=text,
        control=control,
        measure=measure,
        review_on=review_on,
    )
    note_use(row.plan)
    after = {
        "text": text,
        "control": control,
        "review_on": review_on,
        "measure": measure.pk if measure else None,
    }
    record(by=by, verb=f"raised the {kind}", thing=row, after=after)
    return made


@transaction.atomic
def review_risk(*, risk: Risk, by: User, why: str, again_on: date | None = None) -> Risk:
    """Review a risk: it stands until another day, or without one is closed.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: it is closed, there is no reason, or the day is past.
    """
    row = workable(risk.action, by)
    reviewed = row.risks.select_for_update(of=("self",)).get(pk=risk.pk)
    if reviewed.closed_at is not None or not why.strip():
        raise NotAllowedNow("Say what the review found, for a risk that is open.")
    if again_on is not None and again_on <= timezone.localdate():
        raise NotAllowedNow("The next review is on a day to come. Nothing was changed.")
    before = {"review_on": reviewed.review_on}
    if again_on is None:
        reviewed.closed_by, reviewed.closed_at = by, timezone.now()
    else:
        reviewed.review_on = again_on
    reviewed.save(update_fields=["review_on", "closed_by", "closed_at"])
    verb = "reviewed a risk" if again_on else "closed a risk"
    record(by=by, verb=verb, thing=row, before=before, after={"review_on": again_on}, why=why)
    return reviewed


@transaction.atomic
def promise(*, action: Action, by: User, printed: str, times: int, months: int = 12) -> Commitment:
    """Promise something so often within so many months: "at least twice a year".

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: a number is below one, or nothing is promised.
    """
    row = workable(action, by)
    if times < 1 or months < 1 or not printed.strip():
        raise NotAllowedNow("Say what is promised, how often, and within how many months.")
    made = Commitment.objects.create(
        action=row, by=by, at=timezone.now(), printed=printed, times=times, months=months
    )
    note_use(row.plan)
    record(by=by, verb="promised", thing=row, after={"printed": printed, "times": times})
    return made


@transaction.atomic
def took_place(*, commitment: Commitment, by: User, day: date, note: str = "") -> Occurrence:
    """What was promised took place on a day.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: the day lies in the future, or is recorded already.
    """
    row = workable(commitment.action, by)
    not_after_today(day, "The day,")
    if commitment.occurrences.filter(day=day).exists():
        raise NotAllowedNow(f"{without_weekday(day)} is recorded already. Nothing was changed.")
    made = Occurrence.objects.create(
        commitment=commitment, day=day, note=note, by=by, at=timezone.now()
    )
    note_use(row.plan)
    record(by=by, verb="took place", thing=row, after={"day": day, "what": commitment.printed})
    return made


@transaction.atomic
def need_first(*, action: Action, needs: Action, by: User) -> Dependency:
    """An action needs another first: the tool before the audit.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: the other needs this one, directly or through others, or is of another
                       plan.
    """
    row = workable(action, by)
    if needs.plan_id != row.plan_id or needs.pk == row.pk:
        raise NotAllowedNow("It needs another action of the same plan. Nothing was changed.")
    if row.pk in _all_needed(needs) or row.dependencies.filter(needs=needs).exists():
        raise NotAllowedNow(f"{needs} needs {row} already, or it is recorded. Nothing was changed.")
    made = Dependency.objects.create(action=row, needs=needs)
    note_use(row.plan)
    record(by=by, verb="needs first", thing=row, after={"needs": needs.public_id})
    return made


def _all_needed(action: Action) -> set[int]:
    """The ids of all that an action needs, directly or through others."""
    found: set[int] = set()
    new = {action.pk}
    while new:
        needed = Dependency.objects.filter(action__in=new).values_list("needs_id", flat=True)
        new = set(needed) - found
        found |= new
    return found
