"""Coverage of a plan as a paper of a day."""

from dataclasses import replace
from datetime import date

from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.papers.coverage.layout import lay_out
from goldenthread.papers.document import Document, Note
from goldenthread.papers.seeing import to_print
from goldenthread.people.models import User
from goldenthread.plans.models import Plan
from goldenthread.thread.coverage import coverage_of_plan

AS_TODAY = "What answers each recommendation is told as it stands on {today}, not as at {day}."


def build(*, plan: Plan, by: User, as_at: date) -> Document:
    """What answers each recommendation that the plan concerns, and what answers none.

    Links are told as they stand now; a paper of an earlier day says so before all else.

    Raises:
        NotAllowed, NotAllowedNow: it cannot be printed, as `seeing.to_print` says.
    """
    to_print(plan, by=by, as_at=as_at)
    paper = lay_out(
        coverage_of_plan(plan, by=by),
        public_id=plan.public_id,
        title=plan.title,
        authority=plan.authority.name,
        as_at=as_at,
    )
    today = timezone.localdate()
    if as_at == today:
        return paper
    said = AS_TODAY.format(today=without_weekday(today), day=without_weekday(as_at))
    note = Note(said, "warning")
    return replace(paper, blocks=(note, *paper.blocks))
