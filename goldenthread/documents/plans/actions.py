"""The actions of one row: one, or one for each label i), ii), iii) in its action cell."""

import re
from collections.abc import Sequence

from goldenthread.documents.plans import references
from goldenthread.documents.plans import vocabulary as words
from goldenthread.documents.plans.alignment import Aligned, align, codes, dates
from goldenthread.documents.plans.drafts import TEXTS, Action, DatedNote, Draft, Item, Measured
from goldenthread.documents.plans.frame import Column, Filled, Frame, Row
from goldenthread.documents.plans.numerals import Part, parts, same
from goldenthread.documents.plans.places import said

_OWN_REF = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,2}[a-z]?|\d{1,2}[a-z])[.):]?\s+(?=\S)")

# Cells that the item holds; those of measures in one cell are parted there, too.
_NOT_AN_ACTIONS = {words.NUMBER, words.REF, words.ITEM, words.ACTION, words.MEASURES_OF_BOTH}
_SPLITTERS = {words.LOCAL: dates, words.LEADS: codes, words.DELEGATES: codes}


def actions_of(
    draft: Draft, frame: Frame, row: Row, *, items: Sequence[Item], ref: str | None
) -> list[Action]:
    """The row's actions with the parts of its other cells that belong to each."""
    cell = _cell(frame, row, words.ACTION)
    found = parts(cell.text) if cell else [Part("", "")]
    actions = [_action(frame, row, part, cell, items=items, ref=ref) for part in found]
    for column in frame.columns:
        filled = row.cells.get(column.index)
        if filled is not None:
            _fill(draft, actions, column, filled, found)
    return actions


def _cell(frame: Frame, row: Row, name: str) -> Filled | None:
    column = frame.column(name)
    return row.cells.get(column.index) if column else None


def _action(
    frame: Frame,
    row: Row,
    part: Part,
    cell: Filled | None,
    *,
    items: Sequence[Item],
    ref: str | None,
) -> Action:
    action = Action(
        items=list(items),
        plan=0,
        place=row.place,
        columns=frozenset(column.name for column in frame.columns),
        covered=frozenset(c.name for c in frame.columns if c.index in row.covered),
        ref=part.label or ref,
    )
    if cell is not None:
        _say(action, part.text, cell)
    return action


def _say(action: Action, text: str, cell: Filled) -> None:
    own = _OWN_REF.match(text)
    if own and not action.ref:
        action.ref, text = own.group(1), text[own.end() :]
    action.text = Filled(text, cell.place)
    action.same_as = references.pure(text)
    if action.same_as is None:
        action.see = references.inside(text)


def _fill(
    draft: Draft, actions: list[Action], column: Column, cell: Filled, found: list[Part]
) -> None:
    if column.name in _NOT_AN_ACTIONS:
        return
    if column.name == words.UPDATE:
        _fill_updates(actions, column, cell)
        return
    pointing = [action.same_as is not None for action in actions]
    labels = [part.label for part in found]
    split = _SPLITTERS.get(column.name)
    aligned = align(labels, cell.text, pointing=pointing, split=split)
    _report(draft, column, cell, aligned)
    for action, text in zip(actions, aligned.texts, strict=True):
        if text:
            _put(action, column, Filled(text, cell.place))


def _fill_updates(actions: list[Action], column: Column, cell: Filled) -> None:
    """An update is the action's own where it is the only one, or carries the action's label."""
    own = parts(cell.text)
    for action in actions:
        # What follows in further paragraphs may be about the whole row; the item keeps it all.
        mine = [part.text for part in own if action.ref and same(part.label, action.ref)]
        texts = [text.split("\n")[0] for text in mine]
        if len(actions) == 1 and not texts:
            texts = [cell.text]
        action.updates += [DatedNote(column.date, text, cell.place) for text in texts]


def _report(draft: Draft, column: Column, cell: Filled, aligned: Aligned) -> None:
    heading = " ".join(column.heading.split())
    if aligned.clash:
        expected, printed = aligned.clash
        draft.list_issue(
            said(cell.place),
            f"“{heading}” says {printed} where the action is {expected}",
            f"It is read as {expected} Correct the label.",
        )
    if aligned.doubt:
        question = f"Which action does each value under “{heading}” belong to?"
        draft.ask(said(cell.place), question, aligned.doubt)


def _put(action: Action, column: Column, cell: Filled) -> None:
    if column.name == words.LEADS:
        action.leads = cell
    elif column.name == words.DELEGATES:
        action.delegates = cell
    elif column.name in TEXTS:
        action.fields[column.name] = cell
    elif column.name == words.TIMESCALE:
        _put_timescale(action, column, cell)
    elif column.name == words.MEASURES_OF_PROGRESS:
        action.progress_measures += _lines(cell)
    elif column.name == words.MEASURES_OF_IMPACT:
        action.impact_measures += _lines(cell)
    else:
        action.other[" ".join(column.heading.split()) or f"column {column.index + 1}"] = cell


def _put_timescale(action: Action, column: Column, cell: Filled) -> None:
    """The inspectorate's timescale is the item's; where a later row differs it is kept."""
    differs = any(item.timescale and item.timescale.text != cell.text for item in action.items)
    if differs or not action.items:
        action.other[" ".join(column.heading.split())] = cell


def _lines(cell: Filled) -> list[Measured]:
    return [Measured(line, cell.place) for line in cell.text.split("\n") if line.strip()]
