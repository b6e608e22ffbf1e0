"""Challenges: raised by whoever sees an action, answered or passed on by whom they go to."""

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.alike import accounts_of
from goldenthread.people.history import record
from goldenthread.people.models import Person, User
from goldenthread.people.permissions import may
from goldenthread.plans.actions.own import of_the_authority, services
from goldenthread.plans.actions.querying import lead_of
from goldenthread.plans.actions.rows import in_force, note_use
from goldenthread.plans.models import Action, Challenge

ANSWER = "plans.answer_challenge"


@transaction.atomic
def raise_challenge(*, action: Action, by: User, text: str) -> Challenge:
    """Ask something about an action of whoever leads it.

    Raises:
        NotAllowedNow:       it says nothing, or the action is no longer in force.
        Action.DoesNotExist: `by` does not see the action.
    """
    rows = Action.objects.visible_to(by).select_for_update(of=("self",))
    row = rows.select_related("plan__authority").get(pk=action.pk)
    in_force(row)
    if not text.strip():
        raise NotAllowedNow("Say what you ask. Nothing was changed.")
    made = Challenge.objects.create(
        action=row,
        by=by,
        at=timezone.now(),
        text=text.strip(),
        to=lead_of(row, timezone.localdate()),
    )
    note_use(row.plan)
    after = {"challenge": made.pk, "to": made.to_id}
    record(by=by, verb="raised a challenge", thing=row, after=after, why=made.text)
    return made


@transaction.atomic
def answer_challenge(*, challenge: Challenge, by: User, answer: str) -> Challenge:
    """Answer a challenge.

    Raises:
        NotAllowed:    it is not to `by`, who may not answer others' either.
        NotAllowedNow: it is answered, there are no words, or `by` raised it.
    """
    row = _answerable(challenge, by)
    if not answer.strip():
        raise NotAllowedNow("Say what the answer is. Nothing was changed.")
    row.answer, row.answered_by, row.answered_at = answer.strip(), by, timezone.now()
    row.save(update_fields=["answer", "answered_by", "answered_at"])
    after = {"challenge": row.pk}
    record(by=by, verb="answered a challenge", thing=row.action, after=after, why=row.answer)
    note_use(row.action.plan)
    return row


@transaction.atomic
def pass_on_challenge(*, challenge: Challenge, by: User, to: Person, why: str) -> Challenge:
    """Pass a challenge on to somebody of the same authority, with a reason; it stays open.

    Raises:
        NotAllowed:    it is not to `by`, who may not answer others' either.
        NotAllowedNow: it is answered, there is no reason, or it goes to who raised it.
    """
    row = _answerable(challenge, by)
    of_the_authority(to, row.action)
    if not why.strip() or to.user_id == row.by_id or to.pk == row.to_id:
        raise NotAllowedNow("Say why, and name somebody else. Nothing was changed.")
    before = {"to": row.to_id}
    row.to, row.passed_why = to, why.strip()
    row.save(update_fields=["to", "passed_why"])
    record(by=by, verb="passed on a challenge", thing=row.action, before=before,
           after={"challenge": row.pk, "to": to.pk}, why=row.passed_why)  # fmt: skip
    note_use(row.action.plan)
    return row


def _answerable(challenge: Challenge, by: User) -> Challenge:
    rows = Challenge.objects.visible_to(by).select_for_update(of=("self",))
    row = rows.select_related("action__plan__authority", "to").get(pk=challenge.pk)
    in_force(row.action)
    if row.answered_at is not None:
        raise NotAllowedNow("That challenge is answered already. Nothing was changed.")
    if row.by_id in accounts_of(by):
        raise NotAllowedNow("Somebody else answers: not who raised the challenge.")
    if not may_answer(row, by):
        raise NotAllowed(
            f"This challenge is to {row.to or 'nobody yet'}. Ask a director or an improvement "
            "officer. Nothing was changed."
        )
    return row


def may_answer(row: Challenge, by: User) -> bool:
    """Whether a challenge is to them, or their role answers for the action; never for their own."""
    mine = accounts_of(by)
    if row.by_id in mine:
        return False
    if row.to is not None and row.to.user_id in mine:
        return True
    authority = row.action.plan.authority
    return any(may(by, ANSWER, authority, service=place) for place in (None, *services(row.action)))
