"""The action report to members as a paper of a day: tables A to E."""

from datetime import date

from goldenthread.basics.days import without_weekday
from goldenthread.papers.document import Document
from goldenthread.papers.member_tables.gathering import gather
from goldenthread.papers.member_tables.layout import blocks
from goldenthread.papers.seeing import to_print
from goldenthread.people.models import User
from goldenthread.plans.models import Plan


def build(*, plan: Plan, by: User, as_at: date) -> Document:
    """What is live, completed since the last meeting, extended, outstanding, for the statement.

    Raises:
        NotAllowed, NotAllowedNow: it cannot be printed, as `seeing.to_print` says.
    """
    to_print(plan, by=by, as_at=as_at)
    return Document(
        title=plan.title,
        subtitle="Action report to members: tables A to E",
        authority=plan.authority.name,
        as_at=as_at,
        landscape=True,
        footer=f"{plan.authority.name}: {plan.public_id}, tables A to E, {without_weekday(as_at)}",
        blocks=tuple(blocks(gather(plan, by=by, as_at=as_at))),
    )
