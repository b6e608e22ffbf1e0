"""The list of a plan's papers, and the forms in which one can be saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.papers.catalogue import PAPERS, Paper
from goldenthread.papers.renderers import FORMS
from goldenthread.papers.verbs import DRAFT_VIEW, SIGN_OFF
from goldenthread.people.models import User
from goldenthread.people.permissions import may
from goldenthread.plans.models import Plan
from goldenthread.web.components import Cell, Column, Table
from goldenthread.web.papers import addresses

CALLED = {"docx": "Word", "pdf": "PDF", "xlsx": "Excel", "html": "Web page"}


@dataclass(frozen=True)
class File:
    """A file of a paper to be saved, or a way on: what it is called, and where it is."""

    words: str
    href: str


def files_of(plan: Plan, name: str, as_at: date) -> Sequence[File]:
    """A paper of a day in every form."""
    return [
        File(CALLED.get(form, form), addresses.of_file(plan, name, form, as_at)) for form in FORMS
    ]


def ways_of(plan: Plan, paper: Paper, as_at: date, *, by: User) -> Sequence[File]:
    """What a person may do with a paper of a day, the page of each; the last is the main one."""
    ways = []
    drafts = may(by, DRAFT_VIEW, plan.authority)
    if paper.needs_view and drafts:
        ways.append(File("Overall view", addresses.of_day("view", plan, paper.name, as_at)))
    if may(by, SIGN_OFF, plan.authority):
        ways.append(File("Sign off", addresses.of_day("sign", plan, paper.name, as_at)))
    return ways


def table_of(plan: Plan) -> Table:
    """The papers that can be printed of a plan."""
    rows = [
        [
            Cell(paper.words, href=addresses.of_paper(plan, paper.name)),
            Cell(ABOUT.get(paper.name, "")),
        ]
        for paper in PAPERS.values()
    ]
    columns = (Column(heading="Paper"), Column(heading="What it tells"))
    return Table(caption="Papers", columns=columns, rows=rows, caption_is_hidden=True)


ABOUT = {
    "action_plan": "Every action in the columns of the council's own document, and where it stands",
    "coverage": "Which recommendations are answered, and which by nothing",
    "highlight_report": "What improved and how we know, what is late, what needs a decision",
    "member_tables": "Live, completed since the last meeting, extended, outstanding, for the statement",
}
