"""The papers that can be printed; a new paper is one line here."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from goldenthread.papers.action_plan import paper as action_plan
from goldenthread.papers.contacts import left_out
from goldenthread.papers.coverage import paper as coverage
from goldenthread.papers.document import Document
from goldenthread.papers.highlight_report import paper as highlight_report
from goldenthread.papers.member_tables import paper as member_tables
from goldenthread.people.models import User
from goldenthread.plans.models import Plan


class Make(Protocol):
    """Makes the paper of a plan as a person sees it, as at a day."""

    def __call__(self, *, plan: Plan, by: User, as_at: date) -> Document: ...


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A paper: its name in addresses and commands, what it is called, and what makes its words.

    One that `needs_view` is signed off only with the director's signed overall view of its day.
    """

    name: str
    words: str
    make: Make
    needs_view: bool = False

    def build(self, *, plan: Plan, by: User, as_at: date) -> Document:
        """The paper as it is handed out: without contact details of people.

        Raises:
            NotAllowed, NotAllowedNow: it cannot be printed, as `seeing.to_print` says.
        """
        return left_out(self.make(plan=plan, by=by, as_at=as_at))


PAPERS: dict[str, Paper] = {
    paper.name: paper
    for paper in (
        Paper(name="action_plan", words="Action plan", make=action_plan.build),
        Paper(name="coverage", words="Coverage", make=coverage.build),
        Paper(
            name="highlight_report",
            words="Highlight report",
            make=highlight_report.build,
            needs_view=True,
        ),
        Paper(name="member_tables", words="Tables A to E for members", make=member_tables.build),
    )
}
