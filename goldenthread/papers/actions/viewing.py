"""Drafting the director's overall view, and signing it."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.papers.actions.rows import printable
from goldenthread.papers.models import OverallView
from goldenthread.papers.screening import why_not_signed
from goldenthread.papers.signers import post_in_words
from goldenthread.papers.verbs import DRAFT_VIEW, DRAFTERS, SIGN_VIEW, VIEWERS
from goldenthread.people.history import record
from goldenthread.people.models import User
from goldenthread.plans.actions.rows import note_use
from goldenthread.plans.models import Plan
from goldenthread.sources.screening import masked

LONGEST = 20_000


@transaction.atomic
def draft_overall_view(*, plan: Plan, as_at: date, text: str, by: User) -> OverallView:
    """Keep a draft of the overall view; no paper prints it before the director has signed.

    A draft is never refused for what screening suspects in it.

    Raises:
        NotAllowed:    `by` may not draft it, or does not see the whole plan.
        NotAllowedNow: it is empty or too long, or no paper of that day can be printed.
    """
    row = printable(plan, by=by, verb=DRAFT_VIEW, as_at=as_at)
    view = OverallView(plan=row, as_at=as_at, text=_checked(text), by=by)
    view.post = post_in_words(by, row.authority, roles=DRAFTERS, day=timezone.localdate())
    return _kept(view, "drafted")


@transaction.atomic
def sign_overall_view(
    *, plan: Plan, as_at: date, text: str, by: User, not_personal: str = ""
) -> OverallView:
    """Sign a text as the director's overall view of a day; papers of that day print it.

    Args:
        text:         as typed, or as the draft has it.
        not_personal: why what screening suspects in it is nobody's personal data.

    Raises:
        NotAllowed:    `by` is no director, or does not see the whole plan.
        NotAllowedNow: it is empty or too long; no paper of that day can be printed; or
                       something in it may tell who a child is, and `not_personal` is empty.
    """
    row = printable(plan, by=by, verb=SIGN_VIEW, as_at=as_at)
    said = _checked(text)
    why = not_personal.strip()
    suspected = why_not_signed(said, row.authority)
    if suspected and not why:
        raise NotAllowedNow(suspected)
    view = OverallView(plan=row, as_at=as_at, text=said, by=by, signed=True)
    view.post = post_in_words(by, row.authority, roles=VIEWERS, day=timezone.localdate())
    view.not_personal = why if suspected else ""
    return _kept(view, "signed")


def _checked(text: str) -> str:
    said = text.strip()
    if not said:
        raise NotAllowedNow("The overall view is empty. Type it. Nothing was saved.")
    if len(said) > LONGEST:
        raise NotAllowedNow(
            f"The overall view has {len(said)} characters, and {LONGEST} are the most. Shorten "
            "it. Nothing was saved."
        )
    return said


def _kept(view: OverallView, verb: str) -> OverallView:
    view.at = timezone.now()
    view.save()
    note_use(view.plan)
    after = {"plan": view.plan.public_id, "as at": view.as_at, "text": masked(view.text)}
    record(by=view.by, verb=verb, thing=view, after=after, why=masked(view.not_personal))
    return view
