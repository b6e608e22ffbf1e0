"""Rows of a plan's table: which item each belongs to, what it adds, which actions it holds."""

from collections.abc import Mapping, Sequence

from goldenthread.documents.plans import titles as above
from goldenthread.documents.plans import vocabulary as words
from goldenthread.documents.plans.actions import actions_of
from goldenthread.documents.plans.drafts import Action, DatedNote, Item, Measured
from goldenthread.documents.plans.frame import Column, Filled, Frame, Row
from goldenthread.documents.plans.identity import clean_number, is_ref
from goldenthread.documents.plans.measures import split as split_measures
from goldenthread.documents.plans.places import row_said, said
from goldenthread.documents.plans.state import Assembly, label


def item_from_titles(state: Assembly) -> None:
    """A table without a column of items takes its item from the headings over it; what they
    label ("Outcome: ...") belongs to the item."""
    labelled = [t for t in state.titles if label(t.text)[0] not in {None, words.ITEM}]
    plain = [t for t in state.titles if t not in labelled]
    numbered = [t for t in plain if above.numbered(t.text)]
    title = numbered[-1] if numbered else (plain[-1] if plain else None)
    if title is None:
        return
    _open_titled(state, title)
    for text in labelled:
        _labelled(state.items.current, text)


def _labelled(items: Sequence[Item], text: Filled) -> None:
    name, words_said = label(text.text)
    for item in items:
        if name == words.MEASURES_OF_IMPACT:
            item.impact_measures.append(Measured(words_said, text.place))
        else:
            item.other[text.text.partition(":")[0].strip()] = Filled(words_said, text.place)


def _open_titled(state: Assembly, title: Filled) -> None:
    found = above.numbered(title.text)
    number, text = (found["number"], found["text"]) if found else ("", title.text)
    if not found and (leading := above.leading_number(title.text)):
        number, text = leading
    items = state.items.open(
        plan=len(state.draft.plans) - 1,
        number=number,
        text=Filled(text, title.place),
        place=title.place,
    )
    for item in items:
        item.section = state.section


def add_row(state: Assembly, frame: Frame, row: Row) -> None:
    if row.heading is not None:
        _heading_row(state, frame, row.heading)
        return
    cells = _named(frame, row)
    if _is_lone_heading(frame, cells):
        _heading_row(state, frame, next(iter(cells.values())))
        return
    number = _number(cells)
    ref = clean_number(cells[words.REF].text) if words.REF in cells else None
    ref = _find_item(state, frame, row, cells, number) or ref
    _fill_items(state, frame, row)
    if _goes_on(state, row, cells, number):
        _add_to_last(state, row, cells)
        return
    _add_actions(state, frame, row, cells, ref=ref, number=number)


def _named(frame: Frame, row: Row) -> dict[str, Filled]:
    """The row's cells by column, those kept as they are and dated ones left out."""
    return {
        frame.columns[index].name: cell
        for index, cell in row.cells.items()
        if index < len(frame.columns)
        and frame.columns[index].name not in {words.OTHER, words.UPDATE}
    }


def _number(cells: Mapping[str, Filled]) -> str:
    return clean_number(cells[words.NUMBER].text) if words.NUMBER in cells else ""


def _is_lone_heading(frame: Frame, cells: Mapping[str, Filled]) -> bool:
    """A heading typed into the first cell of a row that is blank otherwise."""
    if len(cells) != 1:
        return False
    (name, cell), first = next(iter(cells.items())), frame.columns[0].name
    return name == first and name == words.NUMBER and not is_ref(cell.text)


def _heading_row(state: Assembly, frame: Frame, heading: Filled) -> None:
    judged = above.judgements(heading.text)
    if judged:
        state.judged += judged
        return
    own_label = label(heading.text)[0] not in {None, words.ITEM}
    if own_label and frame.column(words.ITEM) is None and state.items.current:
        _labelled(state.items.current, heading)
        return
    if frame.column(words.ITEM) is None:
        _open_titled(state, heading)
    else:
        state.section = " ".join(heading.text.split())


def _find_item(
    state: Assembly, frame: Frame, row: Row, cells: Mapping[str, Filled], number: str
) -> str | None:
    """Opens or keeps the row's items. Returns the action's own number, if the cell holds it."""
    items, text = state.items, cells.get(words.ITEM)
    if text is None and not number:
        return None
    if text is None and frame.column(words.ITEM) is None:
        return number
    same_number = items.is_current(number=number, text=None)
    if text is None and items.current:
        if same_number:
            return None
        if items.is_below(number) or _covers_item(frame, row):
            return number
    elif number and items.is_current(number="", text=text):
        return None if same_number else number
    _open_items(state, row, cells, number)
    return None


def _open_items(state: Assembly, row: Row, cells: Mapping[str, Filled], number: str) -> None:
    opened = state.items.open(
        plan=len(state.draft.plans) - 1,
        number=number,
        text=cells.get(words.ITEM),
        place=row.place,
    )
    for item in opened:
        item.section = item.section or state.section
        if words.NUMBER in cells:
            item.number_place = item.number_place or cells[words.NUMBER].place


def _covers_item(frame: Frame, row: Row) -> bool:
    column = frame.column(words.ITEM)
    return column is not None and column.index in row.covered


def _fill_items(state: Assembly, frame: Frame, row: Row) -> None:
    """Timescale, measures and dated updates belong to the row's items."""
    for index, cell in row.cells.items():
        column = frame.columns[index] if index < len(frame.columns) else None
        if column is not None:
            for item in state.items.current:
                _fill_item(item, column, cell)
    _ask_of_measures(state, frame, row)
    for item in state.items.current:
        item.timescale_column |= frame.column(words.TIMESCALE) is not None


def _fill_item(item: Item, column: Column, cell: Filled) -> None:
    if column.name == words.TIMESCALE:
        item.timescale = item.timescale or cell
    elif column.name == words.UPDATE:
        item.updates.append(DatedNote(column.date, cell.text, cell.place))
    elif column.name == words.MEASURES_OF_PROGRESS:
        item.progress_measures += _new(item.progress_measures, cell)
    elif column.name == words.MEASURES_OF_IMPACT:
        item.impact_measures += _new(item.impact_measures, cell)
    elif column.name == words.MEASURES_OF_BOTH:
        _both_measures(item, cell)


def _new(known: Sequence[Measured], cell: Filled) -> list[Measured]:
    """The paragraphs of a cell that the item does not hold yet: rows often repeat them."""
    lines = dict.fromkeys(line for line in cell.text.split("\n") if line.strip())
    held = {one.text for one in known}
    return [Measured(line, cell.place) for line in lines if line not in held]


def _both_measures(item: Item, cell: Filled) -> None:
    found = split_measures(cell.text)
    item.progress_measures += [Measured(text, cell.place) for text in found.progress]
    item.impact_measures += [Measured(text, cell.place) for text in found.impact]


def _ask_of_measures(state: Assembly, frame: Frame, row: Row) -> None:
    column = frame.column(words.MEASURES_OF_BOTH)
    cell = row.cells.get(column.index) if column else None
    doubt = split_measures(cell.text).doubt if cell else None
    if cell and doubt:
        numbers = ", ".join(item.number for item in state.items.current)
        where = f"{said(cell.place)}, item {numbers}"
        question = "Which are measures of progress, which of impact? The cell does not part them."
        state.draft.ask(where, question, doubt)


def _goes_on(state: Assembly, row: Row, cells: Mapping[str, Filled], number: str) -> bool:
    """Whether the row has no action of its own but goes on with the one above."""
    if not state.draft.actions or number or words.ITEM in cells or words.REF in cells:
        return False
    action = cells.get(words.ACTION)
    last = state.draft.actions[-1]
    if last.items != state.items.current:
        return False
    if action is None:
        return True
    ended = last.text is None or last.text.text.rstrip().endswith((".", ";", "?", "!"))
    return state.fresh and action.text[:1].islower() and not ended


def _add_to_last(state: Assembly, row: Row, cells: Mapping[str, Filled]) -> None:
    last = state.draft.actions[-1]
    added = [name for name in cells if name in _ADDABLE]
    for name in added:
        _add_text(last, name, cells[name], in_sentence=words.ACTION in cells)
    if added:
        state.draft.ask(
            said(row.place),
            f"{row_said(row.place)} has no action of its own. Does it go on with the row above?",
            "It is added to the row above.",
        )


_ADDABLE = {
    words.ACTION, words.LEADS, words.DELEGATES, words.LOCAL, words.PROGRESS, words.TEST,
    words.EVIDENCE, words.COMPLETED, words.STATUS,
}  # fmt: skip


def _add_text(last: Action, name: str, cell: Filled, *, in_sentence: bool) -> None:
    before = _field(last, name)
    joint = " " if in_sentence and cell.text[:1].islower() else "\n"
    joined = Filled(f"{before.text}{joint}{cell.text}", before.place) if before else cell
    if name == words.ACTION:
        last.text = joined
    elif name == words.LEADS:
        last.leads = joined
    elif name == words.DELEGATES:
        last.delegates = joined
    else:
        last.fields[name] = joined


def _field(last: Action, name: str) -> Filled | None:
    if name == words.ACTION:
        return last.text
    if name == words.LEADS:
        return last.leads
    return last.delegates if name == words.DELEGATES else last.fields.get(name)


def _add_actions(
    state: Assembly,
    frame: Frame,
    row: Row,
    cells: Mapping[str, Filled],
    *,
    ref: str | None,
    number: str,
) -> None:
    if not set(cells) & _ADDABLE:
        return
    if words.ACTION not in cells:
        state.draft.ask(
            said(row.place), f"{row_said(row.place)} has no action. What is to be done?"
        )
    for action in actions_of(state.draft, frame, row, items=state.items.current, ref=ref):
        action.plan = len(state.draft.plans) - 1
        action.number_cell = number or None
        state.draft.actions.append(action)
