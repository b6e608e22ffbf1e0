"""The words of changing several actions at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.plans.models import Action
from goldenthread.web import words
from goldenthread.web.components import Cell, Column, Table, Tag
from goldenthread.web.plans.presenters.rows import short
from goldenthread.web.plans.results import Result


@dataclass(frozen=True)
class Chosen:
    """One action that is to be changed."""

    public_id: str
    text: str


def chosen(rows: Sequence[Action]) -> list[Chosen]:
    """The actions that are to be changed, in the plan's order."""
    return [Chosen(row.public_id, short(row.text, 100)) for row in rows]


def heading(found: Sequence[Result]) -> str:
    """How many were changed, of how many."""
    done = sum(one.is_done for one in found)
    return f"{done} of {words.counted(len(found), 'row')} changed"


def results(found: Sequence[Result]) -> Table:
    """A line for each row, those that were refused first."""
    columns = [Column(heading=heading) for heading in ("Row", "Result", "What happened")]
    lines = [
        [
            Cell(one.public_id),
            Cell(
                tag=Tag("Changed", "govuk-tag--green")
                if one.is_done
                else Tag("Not changed", "govuk-tag--red")
            ),
            Cell(one.words),
        ]
        for one in sorted(found, key=lambda one: one.is_done)
    ]
    return Table(caption="Results", columns=columns, rows=lines, caption_is_hidden=True)
