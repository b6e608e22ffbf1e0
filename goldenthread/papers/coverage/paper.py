"""Coverage of a plan as a paper of a day."""

from datetime import date

from goldenthread.papers.coverage.layout import lay_out
from goldenthread.papers.document import Document
from goldenthread.papers.seeing import to_print
from goldenthread.people.models import User
from goldenthread.plans.models import Plan
from goldenthread.thread.coverage import coverage_of_plan


def build(*, plan: Plan, by: User, as_at: date) -> Document:
    """What answers each recommendation that the plan concerns, and what answers none.

    Raises:
        NotAllowed, NotAllowedNow: it cannot be printed, as `seeing.to_print` says.
    """
    to_print(plan, by=by, as_at=as_at)
    return lay_out(
        coverage_of_plan(plan, by=by),
        public_id=plan.public_id,
        title=plan.title,
        authority=plan.authority.name,
        as_at=as_at,
    )
