"""The action plan as a paper: a table for each part in the council's columns, and the counts."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from goldenthread.basics.days import without_weekday
from goldenthread.documents.plans import vocabulary as words
from goldenthread.papers import stand
from goldenthread.papers.action_plan.rows import (
    ActionRow,
    Cells,
    Group,
    Head,
    ItemRow,
    PartRows,
    PlanRows,
)
from goldenthread.papers.document import (
    Block,
    Cell,
    Column,
    Document,
    Grid,
    Heading,
    Note,
    paragraphs,
)
from goldenthread.papers.document import (
    words as line,
)

# Shares of the width; what is not named takes one.
WIDTHS = {
    words.NUMBER: 0.4,
    words.REF: 0.5,
    words.ITEM: 2.2,
    words.ACTION: 2.6,
    words.PROGRESS: 2.0,
    words.UPDATE: 2.0,
    words.TEST: 1.8,
    words.MEASURES_OF_PROGRESS: 1.8,
    words.MEASURES_OF_IMPACT: 1.8,
    words.MEASURES_OF_BOTH: 2.4,
    words.LEADS: 1.2,
    words.DELEGATES: 1.25,
    words.EVIDENCE: 0.8,
    words.COMPLETED: 0.8,
}
OF_ITEMS = frozenset({words.NUMBER, words.ITEM, words.TIMESCALE})
MEASURES = (words.MEASURES_OF_PROGRESS, words.MEASURES_OF_IMPACT)
IMPACT_BELOW = "Measures of impact"


def lay_out(plan: PlanRows) -> Document:
    """The paper; the title of each part stands over its table."""
    blocks: list[Block] = []
    for part in plan.parts:
        blocks += _part(part, plan.heads)
    return Document(
        title=plan.title,
        subtitle="Action plan",
        authority=plan.authority,
        as_at=plan.as_at,
        landscape=True,
        footer=f"{plan.authority}: action plan {plan.public_id}, {without_weekday(plan.as_at)}",
        blocks=(*blocks, *_stand(plan)),
    )


def _part(part: PartRows, heads: Sequence[Head]) -> Iterable[Block]:
    yield Heading(1, part.title)
    for label, grade in part.judgements:
        yield line(f"{label}: {grade}")
    for section, groups in groupby(part.groups, key=lambda one: one.items[0].section):
        if section:
            yield Heading(2, section)
        yield _grid(section or part.title, tuple(groups), heads)


def _grid(title: str, groups: Sequence[Group], heads: Sequence[Head]) -> Grid:
    return Grid(
        columns=tuple(Column(head.title, WIDTHS.get(head.column, 1.0)) for head in heads),
        rows=tuple(row for group in groups for row in _rows(group, heads)),
        caption=title,
        summary="A row for each action; an area for improvement stands beside all its actions.",
    )


def _rows(group: Group, heads: Sequence[Head]) -> Iterable[tuple[Cell, ...]]:
    """The rows of a group; what is the items' own stands once and spans all of them."""
    actions = group.actions or (ActionRow(ref="", text=""),)
    spanning = {head.key for head in heads if _spans(head, group)}
    numbered = any(head.column == words.REF for head in heads)
    for number, action in enumerate(actions):
        yield tuple(
            _of_items(head, group.items, len(actions))
            if head.key in spanning
            else _of_action(head, action, group if not number else None, numbered=numbered)
            for head in heads
            if not number or head.key not in spanning
        )


def _spans(head: Head, group: Group) -> bool:
    """Whether a column holds what is the items' own in a group."""
    if head.column in OF_ITEMS:
        return True
    keys = MEASURES if head.column == words.MEASURES_OF_BOTH else (head.key,)
    return any(one.cells.get(key) for one in group.items for key in keys) and not any(
        one.cells.get(key) for one in group.actions for key in keys
    )


def _of_items(head: Head, items: Sequence[ItemRow], rows: int) -> Cell:
    return Cell(blocks=paragraphs(_said_of(head, items)), rows=rows, head=head.column == words.ITEM)


def _said_of(head: Head, items: Sequence[ItemRow]) -> str:
    """A cell of items: of several that share their actions each text begins with its number."""
    alone = len(items) == 1
    if head.column == words.NUMBER:
        return items[0].number if alone else ""
    if head.column == words.ITEM:
        return items[0].text if alone else _lines(f"{one.number} {one.text}" for one in items)
    return _lines(dict.fromkeys(_cell(one.cells, head) for one in items))


def _of_action(head: Head, action: ActionRow, first: Group | None, *, numbered: bool) -> Cell:
    """A cell of an action; on the first row after what the items say in the same column."""
    if head.column == words.REF:
        return Cell(blocks=paragraphs(action.ref))
    if head.column == words.ACTION:
        label = "" if numbered else action.ref
        return Cell(blocks=paragraphs(f"{label} {action.text}".strip()))
    text = _lines([_shared(head, first) if first else "", _cell(action.cells, head)])
    tone = action.tone if head.column == words.STATUS else ""
    return Cell(blocks=paragraphs(text), tone=tone)


def _shared(head: Head, group: Group) -> str:
    """What the items say in a column of their actions, but for what an action says itself."""
    own = {line for one in group.actions for line in _cell(one.cells, head).splitlines()}
    return _lines(line for line in _said_of(head, group.items).splitlines() if line not in own)


def _cell(cells: Cells, head: Head) -> str:
    """What stands in a cell; one heading over both kinds of measures parts them by a title."""
    if head.column != words.MEASURES_OF_BOTH:
        return cells.get(head.key, "")
    progress, impact = (cells.get(key, "") for key in MEASURES)
    return _lines([progress, IMPACT_BELOW, impact]) if impact else progress


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(text for text in texts if text)


def _stand(plan: PlanRows) -> Iterable[Block]:
    """What is not in the council's columns: counts, statuses with their key, what is missing."""
    yield from stand.section(plan.stand)
    for said in plan.missing:
        yield Note(said, "missing")
