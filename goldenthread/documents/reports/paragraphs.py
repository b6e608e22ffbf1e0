"""The numbered paragraphs of an inspection report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from goldenthread.documents.layout import Document
from goldenthread.documents.proposals import Question
from goldenthread.documents.reports.folding import joined
from goldenthread.documents.reports.paragraphs_runs import Start, numbering
from goldenthread.documents.reports.recommendations_sections import (
    Part,
    Text,
    parts,
    running_text,
)
from goldenthread.documents.reports.sections import Heading, contents_pages, sense
from goldenthread.documents.reports.sections_marks import Kind, marker
from goldenthread.documents.reports.sections_rows import Row

UNNUMBERED = re.compile(r"^\(?\d{1,3}\s?(?:\)|\.(?:\s|$)|\.?)\s*")
HANGING = 6.0
"""Points to the right of its number from which a row hangs under it."""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """The numbered paragraphs, and what a person should look at.

    Each of `items` has `number`, `page`, `section` (the heading above it as printed, or
    None), `under` (the greater headings above that one, the greatest first), `sense`
    ("strength" or "weakness" where a heading says so, else None) and `text`, verbatim, a
    list's points on lines of their own.
    """

    items: list[dict[str, Any]]
    questions: list[Question] = field(default_factory=list)


def paragraphs(document: Document | Text) -> Paragraphs:
    """Every numbered paragraph in printed order; none where a report does not number them.

    A caller that reads more than this passes the document's `running_text` instead.
    """
    text = document if isinstance(document, Text) else running_text(document)
    starts = _of_the_body(numbering(text.rows), parts(text))
    ends = _ends(text, starts)
    above = _above(text, starts)
    items = [
        _entry(text.rows, start, end, over)
        for start, end, over in zip(starts, ends, above, strict=True)
    ]
    return Paragraphs(items=items, questions=list(_questions(text.rows, starts)))


def _of_the_body(starts: Sequence[Start], lists: Sequence[Part]) -> list[Start]:
    """Without recommendations that are numbered apart from the paragraphs.

    Most reports number both in one sequence; then recommendations are paragraphs too.
    """
    sequences: list[list[Start]] = []
    for start in starts:
        if not sequences or start.number <= sequences[-1][-1].number:
            sequences.append([])
        sequences[-1].append(start)
    apart = [one for one in sequences if not any(_within(one, part) for part in lists)]
    return [start for sequence in apart or sequences for start in sequence]


def _within(sequence: Sequence[Start], part: Part) -> bool:
    return part.start <= sequence[0].index and sequence[-1].index < part.end


def _ends(text: Text, starts: Sequence[Start]) -> list[int]:
    """For each start the row behind its paragraph: the next one, a heading or the text's end."""
    made = text.rows
    stops = {start.index for start in starts} | set(text.headings)
    ends = []
    for start in starts:
        end = start.index + 1
        while end < len(made) and end not in stops and not _is_outside(made, start, end):
            end += 1
        ends.append(end)
    return ends


def _is_outside(made: Sequence[Row], start: Start, index: int) -> bool:
    """A new block at the margin, behind rows that hang under their number."""
    row = made[index]
    hangs = index > start.index + 1 and made[start.index + 1].left > start.left + HANGING
    at_margin = row.left <= start.left + HANGING
    return hangs and at_margin and row.starts_block and marker(row.text) is None


def _above(text: Text, starts: Sequence[Start]) -> list[list[Heading]]:
    """For each start the headings over it, the greatest first and the nearest last."""
    contents = contents_pages(text.rows)
    left = [heading for heading in text.headings.values() if heading.page not in contents]
    over: list[Heading] = []
    result = []
    for start in starts:
        while left and left[0].start < start.index:
            heading = left.pop(0)
            over = [*(one for one in over if one.rank > heading.rank), heading]
        result.append(list(over))
    return result


def _entry(made: Sequence[Row], start: Start, end: int, over: Sequence[Heading]) -> dict[str, Any]:
    row = made[start.index]
    senses = (sense(heading.text) for heading in reversed(over))
    return {
        "number": start.number,
        "page": row.page,
        "section": over[-1].text if over else None,
        "under": [heading.text for heading in over[:-1]],
        "sense": next((one for one in senses if one), None),
        "text": _text(made[start.index : end]),
    }


def _text(own: Sequence[Row]) -> str:
    blocks = [[UNNUMBERED.sub("", own[0].text)]]
    for row in own[1:]:
        mark = marker(row.text)
        if mark and mark.kind is Kind.BULLET:
            blocks.append([f"• {mark.rest}"])
        else:
            blocks[-1].append(row.text)
    return "\n".join(joined(block) for block in blocks)


def _questions(made: Sequence[Row], starts: Sequence[Start]) -> Iterator[Question]:
    for above, below in pairwise(starts):
        if below.number not in (1, above.number + 1):
            yield Question(
                where=f"page {made[below.index].page}, paragraph {below.number}",
                question=f"The numbers go from {above.number} to {below.number}. "
                "Was a paragraph missed, or does the report leave the numbers out?",
                suggestion=None,
            )
