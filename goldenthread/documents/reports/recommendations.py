"""The recommendations of an inspection report, in printed order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from goldenthread.documents.layout import Document
from goldenthread.documents.proposals import Question
from goldenthread.documents.reports.recommendations_items import Item, items, says_nothing
from goldenthread.documents.reports.recommendations_sections import Part, Text, parts
from goldenthread.documents.reports.sections_rows import rows


@dataclass(frozen=True, slots=True)
class Recommendations:
    """What a report recommends, and what a person should look at.

    Each of `items` has `text` (verbatim; nested points on lines of their own), `group` and
    `theme` (headings as printed, or None), `body` ("la" or "lscb"), `number` (None for
    bullets), `page` and `page_end`.
    """

    items: list[dict[str, Any]]
    questions: list[Question] = field(default_factory=list)


def recommendations(document: Document) -> Recommendations:
    """What a report recommends; no items where it recommends nothing."""
    text = Text.of(rows(document))
    read = [(part, items(text, part)) for part in parts(text)]
    return Recommendations(
        items=[_entry(part, item) for part, found in read for item in found],
        questions=[one for part, found in read for one in _questions(text, part, found)],
    )


def _entry(part: Part, item: Item) -> dict[str, Any]:
    return {
        "text": item.text,
        "group": item.group,
        "theme": item.theme,
        "body": part.body,
        "number": item.number,
        "page": item.first.page,
        "page_end": item.last.page,
    }


def _questions(text: Text, part: Part, found: list[Item]) -> Iterator[Question]:
    page = text.rows[part.start].page
    if not found and not says_nothing(text, part):
        yield Question(
            where=f"page {page}, “{part.opening}”",
            question="Nothing was read under this heading. Does the report list anything here?",
            suggestion=None,
        )
    numbers = [item.number for item in found if item.number is not None]
    for above, below in pairwise(numbers):
        if below > above + 1:
            yield Question(
                where=f"page {page}, “{part.opening}”",
                question=f"The numbers go from {above} to {below}. Was one missed?",
                suggestion=None,
            )
