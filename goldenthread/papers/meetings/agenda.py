"""The agenda of a meeting as a paper."""

from goldenthread.governance.looking import last_decisions
from goldenthread.governance.models import AgendaItem, Decision, Meeting
from goldenthread.papers.document import Cell, Column, Document, Grid, Note, cell, words
from goldenthread.papers.meetings.building import document, seen
from goldenthread.people.models import User


def build(meeting: Meeting, *, by: User) -> Document:
    """Each item with why it is there, its plan and version, and what was last decided.

    Raises:
        Meeting.DoesNotExist: the person does not see it.
    """
    row = seen(meeting, by)
    items = list(row.items.select_related("plan", "version", "recommendation", "action"))
    if not items:
        return document(row, "agenda", [Note("Nothing is on the agenda yet.", "missing")])
    last = last_decisions(row)
    grid = Grid(
        columns=(Column("No", 0.4), Column("Item", 3), Column("Why", 2), Column("Last time", 2)),
        rows=tuple(_row(item, last.get(item.pk)) for item in items),
        caption="Agenda",
        summary="A row for each item, with why it is there and what was last decided on it.",
    )
    return document(row, "agenda", [grid])


def _row(item: AgendaItem, last: Decision | None) -> tuple[Cell, ...]:
    said = [words(item.title)]
    if item.version is not None:
        version = f"{item.version}"
        said.append(words(f"{version}, {item.version.label}" if item.version.label else version))
    why = [item.get_kind_display(), item.why]
    if item.exceptional:
        why.append("Asked for out of turn.")
    return (
        cell(str(item.order)),
        Cell(blocks=tuple(said), head=True),
        cell("\n".join(why)),
        cell(_last(last) if last else "Nothing decided before"),
    )


def _last(last: Decision) -> str:
    day = last.item.meeting.day
    return f"{day.day} {day:%B %Y}: {last.text}"
