"""Puts the blocks of a document together into plans, items and actions."""

from collections.abc import Mapping, Sequence

from goldenthread.documents.layout import Block, Paragraph, Table
from goldenthread.documents.plans import frame as frames
from goldenthread.documents.plans import headings, rows
from goldenthread.documents.plans import titles as above
from goldenthread.documents.plans import vocabulary as words
from goldenthread.documents.plans.drafts import Draft
from goldenthread.documents.plans.frame import Filled, Frame
from goldenthread.documents.plans.places import said
from goldenthread.documents.plans.state import Assembly, label

KEEP_TITLES = 6


def assemble(blocks: Sequence[Block], remembered: Mapping[str, str] | None = None) -> Draft:
    """The draft of all plans in the blocks of a document, in their order."""
    state = Assembly(remembered)
    for block in blocks:
        if isinstance(block, Paragraph):
            _paragraph(state, Filled(block.text.strip(), block.place))
        else:
            _table(state, block)
    return state.draft


def _paragraph(state: Assembly, text: Filled) -> None:
    """A title, or lines of judgements, that stand outside the tables."""
    judged = above.judgements(text.text)
    state.judged += judged
    if judged:
        text = Filled(above.without_judgements(text.text), text.place)
    if above.is_title(text.text) or above.numbered(text.text):
        state.titles = [*state.titles, text][-KEEP_TITLES:]


def _table(state: Assembly, table: Table) -> None:
    frame = frames.read(table, state.remembered, state.frame)
    if frame is None:
        state.judged += _judgement_table(table)
        return
    for texts in frame.above:
        _row_above(state, texts)
    going_on = state.frame is not None and not state.judged and not state.titles
    _open_plan(state)
    _note_headings(state, frame, going_on=going_on)
    state.frame = frame
    state.fresh = True
    if frame.column(words.ITEM) is None:
        rows.item_from_titles(state)
    state.titles = []
    for row in frame.rows:
        rows.add_row(state, frame, row)
        state.fresh = False


def _row_above(state: Assembly, texts: Sequence[Filled]) -> None:
    """A row over a sheet's headings: a title, or a label with its grade."""
    if len(texts) >= 2 and above.grade(texts[-1].text):
        state.judged.append(above.judged(texts[0].text, texts[-1].text))
        return
    for text in texts:
        _paragraph(state, text)


def _judgement_table(table: Table) -> list[above.Judgement]:
    """A table of labels and grades that stands over a plan."""
    found = []
    for row in table.grid():
        texts = [cell.text.strip() for cell in row if cell and cell.text.strip()]
        if len(texts) >= 2 and above.grade(texts[-1]):
            found.append(above.judged(" ".join(texts[0].split()), texts[-1]))
    return found


def _open_plan(state: Assembly) -> None:
    """A new plan begins with the first table, and wherever judgements stand before one."""
    if state.draft.plans and not state.judged:
        named = [t for t in state.titles if not above.numbered(t.text) and not label(t.text)[0]]
        if named:
            state.section = " ".join(named[-1].text.split())
        return
    title = " ".join(state.titles[-1].text.split()) if state.titles else None
    numbered = [t for t in state.titles if above.numbered(t.text) or label(t.text)[0]]
    if numbered and len(state.titles) > len(numbered):
        title = " ".join(next(t for t in state.titles if t not in numbered).text.split())
    state.draft.plans.append((title, state.judged))
    state.judged, state.section = [], None
    state.items.current = []
    if not numbered:
        state.titles = []


def _note_headings(state: Assembly, frame: Frame, *, going_on: bool) -> None:
    where = said(frame.place, row=False)
    if not frame.matches and not going_on:
        state.draft.ask(where, "The table has no headings. Are they those of the table before it?")
    for found in frame.matches:
        heading = " ".join(found.heading.split())
        if headings.fold(heading) in state.asked:
            continue
        state.asked.add(headings.fold(heading))
        state.draft.headings.append(
            {"heading": heading, "column": found.column, "score": found.score, "why": found.why}
        )
        _ask_for_heading(state.draft, where, found, heading)


def _ask_for_heading(draft: Draft, where: str, found: headings.Match, heading: str) -> None:
    rival = found.why.startswith("“")
    if heading and (
        found.column is None or (found.column == words.OTHER and found.score < 1 and not rival)
    ):
        question = f"What does the column “{heading}” hold? It is kept as it is."
        draft.ask(where, question, headings.suggestion(heading))
    elif found.column == words.OTHER and rival:
        question = f"{found.why}. What does “{heading}” hold? It is kept as it is."
        draft.ask(where, question)
    elif found.column not in {None, words.OTHER} and found.score < headings.SURE:
        meaning = words.MEANINGS.get(found.column or "", found.column)
        draft.ask(where, f"Does “{heading}” hold {meaning}?", meaning)
