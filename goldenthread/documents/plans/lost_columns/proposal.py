"""Turns the rows that were read into the proposal of a plan, each cell with its place."""

from dataclasses import dataclass, field
from typing import Any

from goldenthread.documents.plans.lost_columns.columns import PEOPLE
from goldenthread.documents.plans.lost_columns.decode import Row
from goldenthread.documents.plans.lost_columns.headings import Role
from goldenthread.documents.plans.lost_columns.learn import Read
from goldenthread.documents.plans.lost_columns.wording import cell_text, people
from goldenthread.documents.proposals import Issue, Proposal, Question

_OF_ITEM = {
    Role.AREA: "text",
    Role.TIMESCALE: "timescale",
}
_LISTS_OF_ITEM = {
    Role.MEASURES: "measures_of_progress",
    Role.IMPACT: "measures_of_impact",
}
_OF_ACTION = {
    Role.ACTION: "text",
    Role.LOCAL_TIMESCALE: "local_timescale",
    Role.LEAD: "leads",
    Role.DELEGATES: "delegates",
    Role.PROGRESS: "progress",
    Role.TEST: "test",
    Role.EVIDENCE: "evidence_on_file",
    Role.COMPLETED: "completed",
}


@dataclass
class Draft:
    """A proposal in the making. `row_names` says for each row of each plan what it is called."""

    plans: list[dict[str, Any]] = field(default_factory=list)
    items: list[dict[str, Any]] = field(default_factory=list)
    actions: list[dict[str, Any]] = field(default_factory=list)
    sources: dict[str, dict[str, Any]] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)

    def proposal(self) -> Proposal:
        return {
            "kind": "plan",
            "plans": self.plans,
            "items": self.items,
            "actions": self.actions,
            "sources": self.sources,
            "issues": self.issues,
            "questions": self.questions,
        }


@dataclass(frozen=True, slots=True)
class CellRead:
    """A filled cell of a row: its column's number, role and heading, its text and its first line."""

    column: int
    role: Role
    heading: str
    text: str
    people: list[str]
    place: dict[str, str | int]


def cells_of(read: Read, row: Row) -> list[CellRead]:
    """The filled cells of a row, from left to right."""
    found = []
    for column, spans in sorted(row.cells.items()):
        text = cell_text(read.cells, column, spans)
        if text is None:
            continue
        described = read.section.columns[column]
        found.append(
            CellRead(
                column=column,
                role=described.role,
                heading=described.heading,
                text=text,
                people=people(read.cells, column, spans),
                place=_place(read, spans[0].first, spans[0].last),
            )
        )
    return found


def _place(read: Read, first: int, last: int) -> dict[str, str | int]:
    """The place of the first of a cell's lines that has a text."""
    lines = read.section.lines
    line = next((n for n in range(first, last + 1) if lines[n].words), first)
    return lines[line].place.as_dict()


def add_plan(draft: Draft, read: Read) -> list[str]:
    """Add a section's items and actions to the draft.

    Returns:
        For each row what it is called in questions: the action's reference.
    """
    draft.plans.append(
        {"title": read.section.title, "judgements": list(read.section.judgements)}
    )
    names = []
    for row in read.rows:
        cells = cells_of(read, row)
        if _starts_item(read, cells):
            _add_item(draft, cells)
        _add_to_item(draft, cells)
        names.append(_add_action(draft, cells))
    return names


def _starts_item(read: Read, cells: list[CellRead]) -> bool:
    """An item begins where its number or its text stands."""
    roles = {column.role for column in read.section.columns}
    if Role.AREA not in roles and Role.NUMBER not in roles:
        return False
    wanted = Role.AREA if Role.AREA in roles else Role.NUMBER
    return any(cell.role in (wanted, Role.NUMBER) for cell in cells)


def _add_item(draft: Draft, cells: list[CellRead]) -> None:
    plan = len(draft.plans) - 1
    before = sum(item["plan"] == plan for item in draft.items)
    number = next((cell.text for cell in cells if cell.role is Role.NUMBER), str(before + 1))
    draft.items.append(
        {
            "plan": plan,
            "number": number.rstrip(".):"),
            "text": None,
            "timescale": None,
            "measures_of_progress": [],
            "measures_of_impact": [],
            "updates": [],
        }
    )


def _add_to_item(draft: Draft, cells: list[CellRead]) -> None:
    """Put a row's cells of the item where they belong; a second timescale is asked about."""
    if not draft.items or draft.items[-1]["plan"] != len(draft.plans) - 1:
        return
    at = len(draft.items) - 1
    item = draft.items[at]
    for cell in cells:
        if cell.role in _LISTS_OF_ITEM:
            name = _LISTS_OF_ITEM[cell.role]
            draft.sources[f"items/{at}/{name}/{len(item[name])}"] = cell.place
            item[name].extend(cell.text.split("\n"))
        elif cell.role in _OF_ITEM:
            _set_of_item(draft, at, _OF_ITEM[cell.role], cell)


def _set_of_item(draft: Draft, at: int, name: str, cell: CellRead) -> None:
    item = draft.items[at]
    if item[name] is None:
        item[name] = cell.text
        draft.sources[f"items/{at}/{name}"] = cell.place
    elif item[name] != cell.text:
        draft.questions.append(
            Question(
                where=f"{said(cell.place)} (item {item['number']})",
                question=f"“{cell.heading}” says “{cell.text}” here and “{item[name]}” "
                "on the item's first row. Which holds for the item?",
                suggestion=item[name],
            )
        )


def said(place: dict[str, str | int]) -> str:
    """A place in words: 'page 2, line 14'."""
    return ", ".join(f"{name} {value}" for name, value in place.items())


def _add_action(draft: Draft, cells: list[CellRead]) -> str:
    at = len(draft.actions)
    item = _current_item(draft)
    ref = _reference(draft, item)
    action: dict[str, Any] = {
        "items": [item["number"]] if item else [],
        "ref": ref,
        "text": None,
        "local_timescale": None,
        "leads": [],
        "delegates": [],
        "progress": None,
        "test": None,
        "evidence_on_file": None,
        "completed": None,
    }
    draft.actions.append(action)
    for cell in cells:
        name = _OF_ACTION.get(cell.role)
        if name is not None:
            _set_of_action(draft, at, name, cell)
        elif cell.role not in _OF_ITEM and cell.role not in _LISTS_OF_ITEM:
            _set_other(draft, at, cell)
    return ref


def _current_item(draft: Draft) -> dict[str, Any] | None:
    if draft.items and draft.items[-1]["plan"] == len(draft.plans) - 1:
        return draft.items[-1]
    return None


def _reference(draft: Draft, item: dict[str, Any] | None) -> str:
    """The item's number and the action's place in it."""
    number = item["number"] if item else "0"
    before = sum(action["ref"].rpartition(".")[0] == number for action in draft.actions)
    return f"{number}.{before + 1}"


def _set_of_action(draft: Draft, at: int, name: str, cell: CellRead) -> None:
    action = draft.actions[at]
    if cell.role in PEOPLE:
        action[name] = [*action[name], *cell.people]
    else:
        action[name] = cell.text if action[name] is None else f"{action[name]}\n{cell.text}"
    draft.sources.setdefault(f"actions/{at}/{name}", cell.place)


def _set_other(draft: Draft, at: int, cell: CellRead) -> None:
    """Columns for which the form has no place keep their headings."""
    if cell.role is Role.NUMBER:
        return
    draft.actions[at].setdefault("other", {})[cell.heading] = cell.text
    draft.sources[f"actions/{at}/other/{cell.heading}"] = cell.place
