"""The queries and challenges of an action, as its page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.people.models import User
from goldenthread.plans.actions.challenging import may_answer
from goldenthread.plans.models import Action, Challenge, Query
from goldenthread.web import words
from goldenthread.web.actions.rights import Rights
from goldenthread.web.actions.ways import of_action


@dataclass(frozen=True, kw_only=True)
class One:
    """A query or a challenge: what it asks, of whom since when, its answer, the ways on."""

    label: str
    text: str
    quotes: Sequence[Sequence[str]]
    state: str
    answer: str
    ways: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Asked:
    """The open ones and those that are answered."""

    open: Sequence[One]
    answered: Sequence[One]


def asked_of(action: Action, user: User, rights: Rights) -> Asked:
    """What was asked about an action that the user sees; without what waits for its week."""
    rows = Query.objects.visible_to(user).filter(action=action).exclude(put_on=None)
    queries = rows.select_related("to", "answered_by").order_by("pk")
    asked = Challenge.objects.visible_to(user).filter(action=action)
    challenges = asked.select_related("action__plan__authority", "to", "by", "answered_by")
    found = [
        *((row.answered_at, _query(row, action, rights)) for row in queries),
        *((row.answered_at, _challenge(row, action, user, rights)) for row in challenges),
    ]
    return Asked(
        [one for answered, one in found if answered is None],
        [one for answered, one in found if answered is not None],
    )


def _query(row: Query, action: Action, rights: Rights) -> One:
    ways = []
    if rights.works and not row.outcome:
        ways = [("Answer", of_action(action, row.pk, deed="answer_query"))]
    day = words.day(row.put_on) if row.put_on else ""
    said = f"{row.get_outcome_display()}, said {row.answered_by}" if row.outcome else ""
    return One(
        label=row.get_rule_display(),
        text=row.words,
        quotes=row.quotes,
        state=said or f"Put to {row.to or 'nobody yet'} on {day}, not answered",
        answer=row.answer,
        ways=ways,
    )


def _challenge(row: Challenge, action: Action, user: User, rights: Rights) -> One:
    ways = []
    if row.answered_at is None and rights.challenges and may_answer(row, user):
        ways = [
            (title, of_action(action, row.pk, deed=deed))
            for title, deed in (("Answer", "reply"), ("Pass on", "pass_on"))
        ]
    passed = f", passed on: {row.passed_why}" if row.passed_why else ""
    said = f"Answered by {row.answered_by}" if row.answered_at else f"With {row.to or 'nobody yet'}"
    return One(
        label=f"Challenge by {row.by}, {words.day(row.at)}",
        text=row.text,
        quotes=(),
        state=f"{said}{passed}",
        answer=row.answer,
        ways=ways,
    )
