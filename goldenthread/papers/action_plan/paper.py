"""The action plan as a paper of a day."""

from datetime import date

from goldenthread.papers.action_plan.gathering import gather
from goldenthread.papers.action_plan.layout import lay_out
from goldenthread.papers.document import Document
from goldenthread.papers.seeing import to_print
from goldenthread.people.models import User
from goldenthread.plans.models import Plan


def build(*, plan: Plan, by: User, as_at: date) -> Document:
    """The plan in the columns of the council's own document, with where it stands.

    Whoever stands in an action is printed by post where one is known, else as the document
    names them, which the paper says.

    Raises:
        NotAllowed, NotAllowedNow: it cannot be printed, as `seeing.to_print` says.
    """
    to_print(plan, by=by, as_at=as_at)
    return lay_out(gather(plan, by=by, as_at=as_at))
