"""Verbs on what a meeting decides and agrees, and on minutes that become evidence."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.governance.actions.meetings import State
from goldenthread.governance.actions.rows import (
    FOLLOW,
    MEETINGS,
    added,
    item_of,
    said,
    same_authority,
)
from goldenthread.governance.models import (
    AgendaItem,
    Decision,
    Extract,
    Meeting,
    NextStep,
    Resolution,
)
from goldenthread.people.history import record
from goldenthread.people.models import Person, User
from goldenthread.people.permissions import may, require
from goldenthread.plans.actions import add_action, file_evidence
from goldenthread.plans.models import Action, Evidence, Item, Test


@dataclass(frozen=True)
class Resolved:
    """One thing that a decision resolves; the fields are those of `Resolution`."""

    text: str
    action: Action | None = None
    due_on: date | None = None


@transaction.atomic
def decide(
    *, item: AgendaItem, text: str, by: User, resolutions: Sequence[Resolved] = ()
) -> Decision:
    """Record what was decided under an item, with what it resolves, each followed by itself.

    A resolution without an action is about the item's.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: the meeting was not held, its minutes are approved, or a text is empty.
    """
    row = item_of(item, by, State.HELD)
    made = Decision(
        item=row,
        number=row.decisions.count() + 1,
        text=said(text, "The decision"),
        recorded_by=by,
        recorded_at=timezone.now(),
    )
    made.save()
    for number, one in enumerate(resolutions, start=1):
        action = one.action or row.action
        same_authority(row.authority, action)
        Resolution.objects.create(
            decision=made,
            number=number,
            text=said(one.text, "A resolution"),
            action=action,
            due_on=one.due_on,
        )
    after = {"text": made.text, "resolutions": [one.text for one in resolutions]}
    record(by=by, verb="decided", thing=made, after=after)
    return made


@transaction.atomic
def carry_out(*, resolution: Resolution, words: str, by: User) -> Resolution:
    """Say that a resolution was carried out, and how.

    Raises:
        NotAllowed:    `by` may not keep meetings.
        NotAllowedNow: it is carried out already, or there are no words.
    """
    rows = Resolution.objects.select_for_update(of=("self",)).visible_to(by)
    row = rows.get(pk=resolution.pk)
    require(by, MEETINGS, row.authority)
    if row.done_at is not None:
        raise NotAllowedNow("It is carried out already. Nothing was changed.")
    _done(row, words, by)
    record(by=by, verb="carried out", thing=row, after={"words": row.done_words})
    return row


@transaction.atomic
def agree_next_step(
    *, item: AgendaItem, text: str, lead: Person, due_on: date, by: User
) -> NextStep:
    """Record what somebody does next, by when: it is in their work until it is done.

    Raises:
        NotAllowed:    `by` may not.
        NotAllowedNow: the meeting was not held, its minutes are approved, the day is before it,
                       the lead has left, or the text is empty.
    """
    row = item_of(item, by, State.HELD)
    same_authority(row.authority, lead)
    if due_on < row.meeting.day or lead.left_on is not None:
        raise NotAllowedNow(
            "A next step is due on or after the day of the meeting, for somebody who is here. "
            "Nothing was changed."
        )
    made = NextStep(item=row, text=said(text, "The next step"), lead=lead, due_on=due_on)
    return added(made, by, "agreed", text=made.text, lead=lead.pk, due_on=due_on)


@transaction.atomic
def finish_next_step(*, step: NextStep, words: str, by: User) -> NextStep:
    """Say that an agreed next step is done: whoever leads it, or who keeps meetings.

    Raises:
        NotAllowed:    it is somebody else's.
        NotAllowedNow: it is done, or became an action of a plan, or there are no words.
    """
    rows = NextStep.objects.select_for_update(of=("self",)).select_related("lead")
    row = rows.visible_to(by).get(pk=step.pk)
    if not may(by, MEETINGS, row.authority):
        require(by, FOLLOW, row.authority)
        if row.lead.user_id != by.pk:
            raise NotAllowed("It is somebody else's. Ask them or the clerk. Nothing was changed.")
    if row.done_at is not None or row.action_id is not None:
        raise NotAllowedNow("It is done, or became an action of a plan. Nothing was changed.")
    _done(row, words, by)
    record(by=by, verb="finished", thing=row, after={"words": row.done_words})
    return row


@transaction.atomic
def make_action(*, step: NextStep, items: Iterable[Item], by: User) -> Action:
    """Make an agreed next step an action of the plan that its item is about, with lead and day.

    Raises:
        NotAllowed:    `by` does not see the meeting, or may not add actions to the plan.
        NotAllowedNow: it is done or is an action already, its item is about no plan, or as in
                       `add_action`.
    """
    rows = NextStep.objects.select_for_update(of=("self",)).select_related("item__plan", "lead")
    row = rows.visible_to(by).get(pk=step.pk)
    plan = row.item.plan
    if plan is None or row.done_at is not None or row.action_id is not None:
        raise NotAllowedNow("It is done, is an action already, or its item is about no plan.")
    made = add_action(
        plan=plan,
        items=list(items),
        text=row.text,
        why=f"Agreed by {row.item.meeting}, item {row.item.order}",
        lead=row.lead,
        due=row.due_on,
        by=by,
    )
    row.action = made
    row.save(update_fields=["action"])
    record(by=by, verb="made an action", thing=row, after={"action": made.public_id})
    return made


@transaction.atomic
def file_minute(
    *, item: AgendaItem, test: Test, extract: str, shows: str, by: User, quantity: int | None = None
) -> Evidence:
    """File an extract of a minute as evidence of a test: a copy that stays as it is.

    Args:
        quantity: how many of those wanted it shows.

    Raises:
        NotAllowed:    `by` does not see the meeting, or may not file evidence on the action.
        NotAllowedNow: the minute does not say so word for word, or as in `file_evidence`.
    """
    row = AgendaItem.objects.select_related("meeting__forum__authority").visible_to(by)
    found = row.get(pk=item.pk)
    words = said(extract, "The extract")
    if " ".join(words.split()) not in " ".join(found.minute.split()):
        raise NotAllowedNow("The minute does not say this, word for word. Copy it from there.")
    meeting = found.meeting
    if meeting.state not in (Meeting.State.HELD, Meeting.State.APPROVED):
        raise NotAllowedNow("The meeting was not held yet. Nothing was filed.")
    made = file_evidence(
        action=test.of,
        tests=[test],
        kind="minute",
        title=f"Minute of {meeting}, item {found.order}"[:500],
        shows=shows,
        quantity=quantity,
        by=by,
        extract=words,
        about={
            "meeting": str(meeting.forum),
            "held_on": meeting.day.isoformat(),
            "agenda_item": str(found),
        },
    )
    added(
        Extract(item=found, evidence=made, taken_by=by, taken_at=timezone.now()),
        by,
        "taken from the minutes",
        evidence=made.public_id,
    )
    return made


def _done(row: Resolution | NextStep, words: str, by: User) -> None:
    row.done_words = said(words, "What was done")
    row.done_by, row.done_at = by, timezone.now()
    row.save(update_fields=["done_words", "done_by", "done_at"])
