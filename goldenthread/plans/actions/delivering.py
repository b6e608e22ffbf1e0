"""The steps of delivery: set, complete, take over what a document says, reopen."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.days import last_of_month, without_weekday
from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.plans.actions.consulting import stop_in_consultation
from goldenthread.plans.actions.own import delivery_of, workable
from goldenthread.plans.actions.querying import AnswerFirst, ask_before_done, stop_at_queries
from goldenthread.plans.actions.rows import changeable, note_use
from goldenthread.plans.models import Action, AsReported, Delivery, Plan, Update, Version
from goldenthread.plans.models.delivery import STEPS

State = Delivery.State
DAY, MONTH = "day", "month"


@dataclass(frozen=True, kw_only=True)
class Step:
    """What goes with a step of delivery; only what the state asks for is kept.

    BLOCKED asks on whom, why and when to chase; SUPERSEDED and INEFFECTIVE why and by which
    action; NOT_STARTED after a start why. `way_forward` is the decision or the mitigation.
    """

    why: str = ""
    blocked_on: str = ""
    chase_on: date | None = None
    way_forward: str = ""
    replaced_by: Action | None = None
    starts_on: date | None = None


@transaction.atomic
def set_delivery(*, action: Action, state: str, by: User, step: Step | None = None) -> Delivery:
    """Set how far an action is, except done: that is `complete`.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: the state does not follow on the present one, what it asks for is
                       missing, or it closes what is in consultation.
    """
    row = workable(action, by)
    delivery, given = delivery_of(row), step or Step()
    if state == State.DONE:
        raise NotAllowedNow("Done needs the day of completion. Complete the action instead.")
    if delivery.state in (State.DONE, State.SUPERSEDED, State.INEFFECTIVE) and (
        state == State.IN_PROGRESS
    ):
        raise NotAllowedNow(f"{row} is closed. Reopen it, with a reason.")
    _may_follow(delivery, state)
    if state in (State.SUPERSEDED, State.INEFFECTIVE):
        stop_in_consultation(row)
    _asked_for(row, state, given, begun=delivery.state != State.NOT_STARTED)
    before = _told(delivery)
    _write(delivery, state, given)
    return _saved(row, delivery, by, before, given.why)


def complete(
    *, action: Action, by: User, completed_on: date, precision: str = DAY, review: str = ""
) -> Delivery:
    """Say that an action is done, and on which day or in which month.

    Args:
        completed_on: any day of the month where `precision` is "month".
        review:       what the review found; an action that goes on closes only by one.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: the day lies before the start or in the future, the action goes on and
                       no review is told, it is in consultation, or done does not follow on
                       the present state.
        AnswerFirst:   a query on it is to be answered first; it is asked now.
    """
    with _asking(action, by), transaction.atomic():
        row = workable(action, by)
        return _complete(row, by, completed_on, precision, review=review)


def take_over_completion(*, action: Action, by: User) -> Delivery:
    """Take over what the document says: completed, on the day or in the month that it prints.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: the document names no day of completion, or the action is done.
        AnswerFirst:   a query on it is to be answered first; it is asked now.
    """
    with _asking(action, by), transaction.atomic():
        return _taken_over(action, by)


@transaction.atomic
def take_over_completions(*, actions: Sequence[Action], by: User) -> list[Delivery]:
    """The same for several at once: all of them or, where one is refused, none."""
    return [take_over_completion(action=action, by=by) for action in actions]


@transaction.atomic
def reopen(*, action: Action, by: User, why: str) -> Delivery:
    """An action that was closed is in progress again.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: it is not closed, or there is no reason.
    """
    row = workable(action, by)
    delivery = delivery_of(row)
    if delivery.state not in (State.DONE, State.SUPERSEDED, State.INEFFECTIVE):
        raise NotAllowedNow(f"{row} is open. Nothing was changed.")
    if not why.strip():
        raise NotAllowedNow("Say why it is opened again. Nothing was changed.")
    before = _told(delivery)
    _write(delivery, State.IN_PROGRESS, Step())
    return _saved(row, delivery, by, before, why)


@transaction.atomic
def close_first_round(*, plan: Plan, by: User) -> Plan:
    """Close the first round of updates: 'as reported' then stands in the history alone.

    Raises:
        NotAllowed:    `by` may not close rounds in the authority.
        NotAllowedNow: it is closed already.
    """
    row = changeable(plan, by, "plans.close_round")
    if row.first_round_closed_on is not None:
        raise NotAllowedNow(f"The first round of {row} is closed already. Nothing was changed.")
    row.first_round_closed_on = timezone.localdate()
    row.save(update_fields=["first_round_closed_on"])
    note_use(row)
    record(
        by=by,
        verb="closed the first round",
        thing=row,
        after={"first_round_closed_on": row.first_round_closed_on},
    )
    return row


def completion_reported(action: Action) -> AsReported | None:
    """The claim of the latest version that an action is completed, with a day if there is one."""
    claims = AsReported.objects.says_completed().filter(action=action)
    return claims.exclude(completed_on=None).order_by("pk").first() or claims.first()


def _taken_over(action: Action, by: User) -> Delivery:
    row = workable(action, by)
    said = completion_reported(row)
    if said is None or said.completed_on is None:
        raise NotAllowedNow(
            f"The document gives no day on which {row} was completed. Complete it with a day."
        )
    precision = DAY if said.precision == DAY else MONTH
    return _complete(row, by, said.completed_on, precision, taken_from=said, review=said.text)


@contextmanager
def _asking(action: Action, by: User) -> Iterator[None]:
    """Raise a query that keeps an action from being done, once nothing else of the verb remains."""
    try:
        yield
    except AnswerFirst:
        ask_before_done(action=action, by=by)
        raise


def _complete(
    row: Action,
    by: User,
    completed_on: date,
    precision: str,
    *,
    review: str = "",
    taken_from: AsReported | None = None,
) -> Delivery:
    delivery = delivery_of(row)
    _may_follow(delivery, State.DONE)
    stop_in_consultation(row)
    if precision not in (DAY, MONTH):
        raise NotAllowedNow("A completion is known to the day or to the month. Say which.")
    if row.kind == Action.Kind.SUSTAINED and not row.kind_proposed and not review.strip():
        raise NotAllowedNow(f"{row} goes on: it closes by a review. Say what the review found.")
    first, last = _days(completed_on, precision)
    if first > timezone.localdate():
        raise NotAllowedNow("The day of completion lies in the future. Give a day that has been.")
    if delivery.starts_on is not None and last < delivery.starts_on:
        raise NotAllowedNow(f"{row} starts later than that. Correct the start or the completion.")
    stop_at_queries(row, by)
    before = _told(delivery)
    _write(delivery, State.DONE, Step())
    # Of this month, what is known today is no later than today.
    delivery.completed_on = min(last, timezone.localdate())
    delivery.completed_precision = precision
    delivery.review, delivery.taken_from = review, taken_from
    return _saved(row, delivery, by, before, review)


def _days(day: date, precision: str) -> tuple[date, date]:
    if precision == DAY:
        return day, day
    return day.replace(day=1), last_of_month(day.year, day.month)


def _may_follow(delivery: Delivery, state: str) -> None:
    if state not in State.values:
        raise NotAllowedNow(f"“{state}” is no step of delivery. Choose one: {', '.join(State)}.")
    if state == State.DONE == delivery.state:
        raise NotAllowedNow("It is done already. Reopen it to change the day.")
    if state != delivery.state and state not in STEPS[delivery.state]:
        raise NotAllowedNow(f"What is {delivery.state} cannot become {state}. Nothing was changed.")


def _asked_for(row: Action, state: str, given: Step, *, begun: bool) -> None:
    """Stop where what a state asks for is missing."""
    if state == State.BLOCKED and not (
        given.blocked_on.strip() and given.why.strip() and given.chase_on
    ):
        raise NotAllowedNow("Say on whom it waits, why, and on which day to chase.")
    if state in (State.SUPERSEDED, State.INEFFECTIVE):
        _replaced(row, given)
    if state == State.NOT_STARTED and begun and not given.why.strip():
        raise NotAllowedNow("Say why it has not progressed, and what was decided.")


def _replaced(row: Action, given: Step) -> None:
    other = given.replaced_by
    if other is None or not given.why.strip():
        raise NotAllowedNow("Say why, and name the action that takes its place.")
    if other.pk == row.pk or other.plan.authority != row.authority:
        raise NotAllowedNow("What takes its place is another action of the same authority.")
    seen = {row.pk}
    while other is not None:
        if other.pk in seen:
            raise NotAllowedNow("Each would take the other's place. Name another action.")
        seen.add(other.pk)
        step = Delivery.objects.filter(action=other).first()
        other = step.replaced_by if step else None


def _write(delivery: Delivery, state: str, given: Step) -> None:
    """Everything of the state before goes; what the new one asks for is set."""
    blocked, replaced = state == State.BLOCKED, state in (State.SUPERSEDED, State.INEFFECTIVE)
    delivery.state, delivery.why, delivery.way_forward = state, given.why, given.way_forward
    delivery.blocked_on = given.blocked_on if blocked else ""
    delivery.chase_on = given.chase_on if blocked else None
    delivery.replaced_by = given.replaced_by if replaced else None
    delivery.starts_on = given.starts_on or delivery.starts_on
    delivery.completed_on, delivery.completed_precision = None, ""
    delivery.review, delivery.taken_from = "", None


def _told(delivery: Delivery) -> dict[str, Any]:
    names = [field.name for field in fields(Step) if field.name != "replaced_by"]
    told = {name: getattr(delivery, name) for name in ("state", *names)}
    return {
        **told,
        "completed_on": delivery.completed_on,
        "completed_precision": delivery.completed_precision,
        "review": delivery.review,
        "replaced_by": delivery.replaced_by_id,
    }


def _saved(
    row: Action, delivery: Delivery, by: User, before: Mapping[str, Any], why: str
) -> Delivery:
    # The update comes first: by its day the database knows that the completion is past.
    _as_update(row, delivery, by, why)
    delivery.save()
    note_use(row.plan)
    after = _told(delivery)
    changed = [name for name in after if after[name] != before[name]]
    record(
        by=by,
        verb=f"set to {delivery.state}",
        thing=row,
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
        why=why,
    )
    return delivery


def _as_update(row: Action, delivery: Delivery, by: User, why: str) -> None:
    """The step is told as an update too: whoever says it does not then check the evidence."""
    told = delivery.get_state_display()
    if delivery.completed_on is not None:
        day = delivery.completed_on
        by_day = delivery.completed_precision == DAY
        told = f"{told}, {without_weekday(day) if by_day else f'{day:%B %Y}'}"
    Update.objects.create(
        action=row,
        kind=Update.Kind.STEP,
        text=f"{told}: {why.strip()}" if why.strip() else told,
        by=by,
        at=timezone.now(),
        said_on=timezone.localdate(),
        said_precision=Version.Precision.DAY,
    )
