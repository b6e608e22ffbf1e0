"""Consulting on an action, stage by stage: opened, moved, ended with an outcome."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.plans import rungs
from goldenthread.plans.actions.own import delivery_of, not_after_today, workable
from goldenthread.plans.actions.rows import note_use
from goldenthread.plans.models import Action, Consultation


@transaction.atomic
def open_consultation(
    *, action: Action, by: User, stage: str, with_whom: str, opens_on: date, closes_on: date
) -> Consultation:
    """Begin a stage of consultation; until it has an outcome the action cannot be closed.

    Args:
        stage: one of `Consultation.Stage`.
        opens_on, closes_on: the first and the last day on which people answer.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: the action is closed or in consultation already, there is no such stage,
                       nobody is named, or it closes before it opens.
    """
    row = workable(action, by)
    step = delivery_of(row).state
    if step in rungs.CLOSED:
        raise NotAllowedNow(f"{row} is {step}, so nothing is consulted on. Reopen it first.")
    stop_in_consultation(row)
    if stage not in Consultation.Stage.values or not with_whom.strip():
        raise NotAllowedNow("Say at which stage the consultation is, and with whom it is.")
    _in_order(opens_on, closes_on)
    made = Consultation.objects.create(
        action=row,
        by=by,
        at=timezone.now(),
        stage=stage,
        with_whom=with_whom.strip(),
        opens_on=opens_on,
        closes_on=closes_on,
    )
    note_use(row.plan)
    after = {
        "stage": stage,
        "with_whom": made.with_whom,
        "opens_on": opens_on,
        "closes_on": closes_on,
    }
    record(by=by, verb="opened a consultation", thing=row, after=after)
    return made


@transaction.atomic
def move_consultation(
    *, consultation: Consultation, by: User, closes_on: date, why: str
) -> Consultation:
    """A stage closes on another day than was said.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: it has its outcome, there is no reason, or it would close before it opens.
    """
    row = workable(consultation.action, by)
    moved = _open(row, consultation)
    if not why.strip():
        raise NotAllowedNow("Say why it closes on another day. Nothing was changed.")
    _in_order(moved.opens_on, closes_on)
    before = {"closes_on": moved.closes_on}
    moved.closes_on = closes_on
    moved.save(update_fields=["closes_on"])
    note_use(row.plan)
    after = {"consultation": str(moved), "closes_on": closes_on}
    record(by=by, verb="moved a consultation", thing=row, before=before, after=after, why=why)
    return moved


@transaction.atomic
def end_consultation(
    *, consultation: Consultation, by: User, outcome: str, ended_on: date
) -> Consultation:
    """Say what came of a stage, and on which day; the next stage can then be opened.

    Raises:
        NotAllowed:    `by` neither may update nor stands in the action.
        NotAllowedNow: it has its outcome already, there is none, or the day lies in the future
                       or before it opened.
    """
    row = workable(consultation.action, by)
    ended = _open(row, consultation)
    if not outcome.strip():
        raise NotAllowedNow("Say what came of the consultation. Nothing was changed.")
    not_after_today(ended_on, "The day of the outcome,")
    if ended_on < ended.opens_on:
        opened = without_weekday(ended.opens_on)
        raise NotAllowedNow(f"It opens on {opened}. Its outcome is of that day or a later one.")
    ended.outcome, ended.ended_on = outcome.strip(), ended_on
    ended.ended_by, ended.ended_at = by, timezone.now()
    ended.save(update_fields=["outcome", "ended_on", "ended_by", "ended_at"])
    note_use(row.plan)
    after = {"consultation": str(ended), "outcome": ended.outcome, "ended_on": ended_on}
    record(by=by, verb="ended a consultation", thing=row, after=after)
    return ended


def stop_in_consultation(row: Action) -> None:
    """Stop where an action is in consultation.

    Raises:
        NotAllowedNow: it is.
    """
    standing = row.consultations.open().first()
    if standing is not None:
        said = standing.in_words(timezone.localdate())
        raise NotAllowedNow(f"{row}: {said}. Record its outcome first. Nothing was changed.")


def _open(row: Action, consultation: Consultation) -> Consultation:
    found = row.consultations.select_for_update(of=("self",)).get(pk=consultation.pk)
    if found.ended_at is not None:
        raise NotAllowedNow(f"{found} has its outcome already. Nothing was changed.")
    return found


def _in_order(opens_on: date, closes_on: date) -> None:
    if closes_on < opens_on:
        raise NotAllowedNow("A consultation closes on the day that it opens, or later.")
