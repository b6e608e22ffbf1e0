"""Deadlines that people set and move, and the events that deadlines wait for."""

from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.alike import accounts_of
from goldenthread.people.history import record
from goldenthread.people.models import Person, User
from goldenthread.plans import deadlines
from goldenthread.plans.actions import beside
from goldenthread.plans.actions.own import arranged, is_anybodys, of_the_authority, serves, workable
from goldenthread.plans.actions.renewing import drop
from goldenthread.plans.actions.rows import changeable, note_use
from goldenthread.plans.actions.updating import Forecast, points_at_its_own
from goldenthread.plans.drafts import TimescaleDraft
from goldenthread.plans.models import (
    Action,
    Deadline,
    DeadlineMove,
    Event,
    EventDeadline,
    Item,
    Plan,
)

SET = "plans.set_deadline"
State = DeadlineMove.State


@transaction.atomic
def set_local_deadline(
    *, action: Action, by: User, due: date, printed: str = "", item: Item | None = None
) -> Deadline:
    """Give an action, or an action for one of its items, the council's own day.

    Where a document printed a timescale without a day, such as 'immediately', its row stays
    among the dropped ones. One with a day is moved by an extension instead.

    Raises:
        NotAllowed:    `by` may not set deadlines here.
        NotAllowedNow: there is a local day already, or the action does not serve the item.
    """
    row = arranged(action, by, SET)
    serves(row, item)
    old = beside.originals(row).filter(source=Deadline.Source.LOCAL, item=item)
    if there := old.exclude(due=None).first():
        raise NotAllowedNow(
            f"{row} has a local deadline, {without_weekday(there.due or due)}. Ask for more time."
        )
    dropping = list(old)
    draft = TimescaleDraft(printed=printed or without_weekday(due), source="local", due=due)
    made = beside.deadline(row, draft, item=item)
    if earlier := deadlines.in_the_way(list(beside.originals(row)), made):
        raise NotAllowedNow(
            f"{row} is due by {without_weekday(earlier.due or due)} for one of its items. Ask "
            "for more time."
        )
    made.save()
    drop(dropping, row.plan.current_version)
    note_use(row.plan)
    record(
        by=by,
        verb="set the local deadline",
        thing=row,
        before={"deadline": [str(one) for one in dropping]},
        after={"due": due, "item": item.pk if item else None},
    )
    return made


@transaction.atomic
def ask_extension(
    *, action: Action, by: User, to: Forecast, for_whom: Person | None = None
) -> DeadlineMove:
    """Ask for more time: the day asked for, its cause and its reason.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: there is no deadline to move, the day is not later, cause or reason is
                       missing, it is asked for already, or it names what is another's.
    """
    row = workable(action, by)
    points_at_its_own(row, to)
    of_the_authority(for_whom, row)
    before = deadlines.counting(row, item=to.item, milestone=to.milestone)
    if before is None:
        raise NotAllowedNow(f"{row} has no deadline to extend. Have a local one set first.")
    if to.day <= before:
        raise NotAllowedNow(f"More time ends after {without_weekday(before)}. Give a later day.")
    if to.cause not in DeadlineMove.Cause.values or not to.reason.strip():
        raise NotAllowedNow("Say what causes it and why more time is needed.")
    waiting = row.moves.filter(state=State.ASKED, item=to.item, milestone=to.milestone)
    if waiting.exists():
        raise NotAllowedNow("More time is asked for already; that waits for an answer.")
    made = DeadlineMove.objects.create(
        action=row,
        item=to.item,
        milestone=to.milestone,
        kind=DeadlineMove.Kind.AGREED,
        state=State.ASKED,
        before=before,
        to=to.day,
        precision=to.precision,
        cause=to.cause,
        inspection=to.inspection,
        reason=to.reason,
        asked_by=by,
        asked_at=timezone.now(),
        for_whom=for_whom,
    )
    note_use(row.plan)
    record(
        by=by,
        verb="asked for more time",
        thing=row,
        before={"due": before},
        after={"due": to.day, "cause": to.cause},
        why=to.reason,
    )
    return made


@transaction.atomic
def approve_extension(*, move: DeadlineMove, by: User, words: str = "") -> DeadlineMove:
    """Approve more time. The original day stays; the new one counts.

    Raises:
        NotAllowed:    `by` may not approve here.
        NotAllowedNow: it is decided already, or `by` asked for it, had it asked for, or
                       stands in the action.
    """
    return _decide(move, by, State.APPROVED, words)


@transaction.atomic
def refuse_extension(*, move: DeadlineMove, by: User, words: str) -> DeadlineMove:
    """Refuse more time, with a reason.

    Raises:
        NotAllowed, NotAllowedNow: as in `approve_extension`; or there is no reason.
    """
    if not words.strip():
        raise NotAllowedNow("Say why more time is refused.")
    return _decide(move, by, State.REFUSED, words)


def _decide(move: DeadlineMove, by: User, state: str, words: str) -> DeadlineMove:
    action = arranged(move.action, by, "plans.approve_extension")
    row = action.moves.select_for_update(of=("self",)).get(pk=move.pk)
    if row.state != State.ASKED:
        raise NotAllowedNow("That is decided already. Nothing was changed.")
    mine = accounts_of(by)
    theirs = row.for_whom is not None and row.for_whom.user_id in mine
    if row.asked_by_id in mine or theirs or is_anybodys(action, by):
        raise NotAllowedNow(
            "Somebody else decides: not who asked for more time, nor who stands in the action."
        )
    row.state, row.decision = state, words
    row.decided_by, row.decided_at = by, timezone.now()
    row.save(update_fields=["state", "decision", "decided_by", "decided_at"])
    record(
        by=by,
        verb=f"{state} more time",
        thing=action,
        before={"due": row.before},
        after={"due": row.to if state == State.APPROVED else row.before},
        why=words,
    )
    return row


@transaction.atomic
def await_event(
    *, deadline: Deadline, by: User, name: str, printed: str = "", days_after: int = 0
) -> EventDeadline:
    """A deadline hangs on an event: so many days after it, or before it when negative.

    Raises:
        NotAllowed:    `by` may not set deadlines here.
        NotAllowedNow: the deadline is of no action, hangs on an event or has a day.
    """
    if deadline.action is None:
        raise NotAllowedNow("Only an action's deadline waits for an event.")
    row = arranged(deadline.action, by, SET)
    locked = row.deadlines.select_for_update(of=("self",)).get(pk=deadline.pk)
    if locked.due is not None or EventDeadline.objects.filter(deadline=locked).exists():
        raise NotAllowedNow("That deadline has its day, or waits for an event already.")
    event, _ = Event.objects.get_or_create(
        plan=row.plan, name=name.strip(), defaults={"printed": printed}
    )
    made = EventDeadline.objects.create(deadline=locked, event=event, days_after=days_after)
    _count(made)
    note_use(row.plan)
    record(
        by=by,
        verb="tied a deadline to an event",
        thing=row,
        after={"deadline": locked.pk, "event": event.name, "days_after": days_after},
    )
    return made


@transaction.atomic
def set_event_day(*, event: Event, day: date, by: User, why: str = "") -> Event:
    """Say on which day an event is: every deadline that hangs on it moves.

    Raises:
        NotAllowed:    `by` may not set deadlines in the authority.
        NotAllowedNow: the day is known, and no reason is given for another.
    """
    plan: Plan = changeable(event.plan, by, SET)
    row = plan.events.select_for_update(of=("self",)).get(pk=event.pk)
    if row.day is not None and not why.strip():
        raise NotAllowedNow(f"{row} is on {without_weekday(row.day)}. Say why that changes.")
    before, row.day = row.day, day
    row.save(update_fields=["day"])
    for tie in row.deadlines.select_related("deadline", "event"):
        tie.event = row
        _count(tie)
    note_use(plan)
    record(
        by=by, verb="set the day", thing=row, before={"day": before}, after={"day": day}, why=why
    )
    return row


def _count(tie: EventDeadline) -> None:
    """Work out the day of a deadline from its event's, once that is known."""
    if tie.event.day is None:
        return
    row, days = tie.deadline, tie.days_after
    row.due, row.anchor = tie.event.day + timedelta(days=days), tie.event.day
    where = (
        "on the day of" if days == 0 else f"{abs(days)} days {'after' if days > 0 else 'before'}"
    )
    row.basis = f"{where} {tie.event.name}, {without_weekday(tie.event.day)}"
    row.save(update_fields=["due", "anchor", "basis"])
