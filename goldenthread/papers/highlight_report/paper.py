"""The highlight report as a paper of a day."""

from datetime import date

from goldenthread.papers.document import Document
from goldenthread.papers.highlight_report.gathering import gather
from goldenthread.papers.highlight_report.layout import lay_out
from goldenthread.papers.seeing import to_print
from goldenthread.people.models import User
from goldenthread.plans.models import Plan


def build(*, plan: Plan, by: User, as_at: date) -> Document:
    """What improved and how we know, what is said, late, waiting, to decide and to come.

    People are told of by post. Restricted evidence is counted and never printed.

    Raises:
        NotAllowed, NotAllowedNow: it cannot be printed, as `seeing.to_print` says.
    """
    to_print(plan, by=by, as_at=as_at)
    return lay_out(gather(plan, by=by, as_at=as_at))
