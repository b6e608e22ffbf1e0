"""The list of a plan's papers, and the forms in which one can be saved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.papers.catalogue import PAPERS
from goldenthread.papers.renderers import FORMS
from goldenthread.plans.models import Plan
from goldenthread.web.components import Cell, Column, Table
from goldenthread.web.papers import addresses

CALLED = {"docx": "Word", "pdf": "PDF", "xlsx": "Excel", "html": "Web page"}


@dataclass(frozen=True)
class File:
    """A file of a paper to be saved: what its form is called, and where it is."""

    words: str
    href: str


def files_of(plan: Plan, name: str, as_at: date) -> Sequence[File]:
    """A paper of a day in every form."""
    return [
        File(CALLED.get(form, form), addresses.of_file(plan, name, form, as_at)) for form in FORMS
    ]


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
}
