"""The recommendations of an inspection report, in printed order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from goldenthread.documents.layout import Document
from goldenthread.documents.proposals import Question
from goldenthread.documents.reports.recommendations_addressees import Addressee, addressees
from goldenthread.documents.reports.recommendations_items import Item, items, says_nothing
from goldenthread.documents.reports.recommendations_sections import (
    Part,
    Text,
    parts,
    running_text,
)


@dataclass(frozen=True, slots=True)
class Recommendations:
    """What a report recommends, and what a person should look at.

    Each of `items` has `text` (verbatim; nested points on lines of their own), `group` and
    `theme` (headings as printed, or None), `body` ("la" or "lscb"), `number` (None for
    bullets), `page` and `page_end`.
    """

    items: list[dict[str, Any]]
    questions: list[Question] = field(default_factory=list)


def recommendations(document: Document | Text, *, framework: str | None = None) -> Recommendations:
    """What a report recommends; no items where it recommends nothing.

    `framework` as CONTRACTS name it tells whose recommendations they are; without it the
    text alone does. A caller that reads more than this passes the document's
    `running_text` instead, which is then made once.
    """
    text = document if isinstance(document, Text) else running_text(document)
    found = parts(text)
    to = addressees(text, found, framework=framework)
    read = [_List(text, part, one, items(text, part)) for part, one in zip(found, to, strict=True)]
    return Recommendations(
        items=[_entry(item, one.to.body) for one in read for item in one.items],
        questions=[question for one in read for question in _questions(one)],
    )


@dataclass(frozen=True, slots=True)
class _List:
    text: Text
    part: Part
    to: Addressee
    items: list[Item]

    @property
    def where(self) -> str:
        return f"page {self.text.rows[self.part.start].page}, “{self.part.opening}”"


def _entry(item: Item, body: str) -> dict[str, Any]:
    return {
        "text": item.text,
        "group": item.group,
        "theme": item.theme,
        "body": body,
        "number": item.number,
        "page": item.first.page,
        "page_end": item.last.page,
    }


def _questions(one: _List) -> Iterator[Question]:
    if not one.items and not says_nothing(one.text, one.part):
        question = "Nothing was read under this heading. Does the report list anything here?"
        yield Question(where=one.where, question=question, suggestion=None)
    if one.items and not one.to.sure:
        question = "Is this list for the council or for the safeguarding board?"
        yield Question(where=one.where, question=question, suggestion=one.to.body)
    numbers = [item.number for item in one.items if item.number is not None]
    for above, below in pairwise(numbers):
        if below > above + 1:
            question = f"The numbers go from {above} to {below}. Was one missed?"
            yield Question(where=one.where, question=question, suggestion=None)
