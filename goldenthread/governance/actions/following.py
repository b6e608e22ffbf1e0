"""Verbs on what comes of an answer: its promises become next steps, what it foretold is marked."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.governance.actions.answers import given_part
from goldenthread.governance.actions.deciding import agree_next_step
from goldenthread.governance.actions.rows import said
from goldenthread.governance.models import AgendaItem, Commitment, Expectation, NextStep
from goldenthread.people.history import record
from goldenthread.people.models import Person, User


@transaction.atomic
def follow_commitment(
    *, commitment: Commitment, item: AgendaItem, lead: Person, due_on: date, by: User
) -> NextStep:
    """Make a promise of an answer that was given a next step of a meeting, which is chased.

    Raises:
        NotAllowed:    `by` may not keep questions, or meetings.
        NotAllowedNow: the answer is a draft, it is a next step already, or as in
                       `agree_next_step`.
    """
    row = given_part(commitment, by)
    if row.step_id is not None:
        raise NotAllowedNow("It is a next step already. Nothing was changed.")
    row.step = agree_next_step(item=item, text=row.text, lead=lead, due_on=due_on, by=by)
    row.save(update_fields=["step"])
    record(by=by, verb="followed", thing=row, after={"step": row.step.pk})
    return row.step


@transaction.atomic
def mark_expectation(
    *, expectation: Expectation, outcome: str, letter_words: str, by: User
) -> Expectation:
    """Mark, after the visit, what the inspectors' letter says of an expectation.

    Args:
        outcome:      one of `Expectation.Outcome`.
        letter_words: as the letter says it; may be empty only where it says nothing of it.

    Raises:
        NotAllowed:    `by` may not keep questions.
        NotAllowedNow: the answer is a draft, it is marked already, or the letter's words lack.
    """
    row = given_part(expectation, by)
    if row.marked_at is not None:
        raise NotAllowedNow("It is marked already. Nothing was changed.")
    row.outcome, row.letter_words = Expectation.Outcome(outcome), letter_words.strip()
    if row.outcome != Expectation.Outcome.SILENT:
        row.letter_words = said(letter_words, "What the letter says")
    row.marked_by, row.marked_at = by, timezone.now()
    row.save(update_fields=["outcome", "letter_words", "marked_by", "marked_at"])
    record(by=by, verb="marked", thing=row, after={"outcome": outcome, "words": row.letter_words})
    return row
