"""The recommendations of an inspection report, in printed order."""

from dataclasses import dataclass, field
from typing import Any

from goldenthread.documents.layout import Document
from goldenthread.documents.proposals import Question
from goldenthread.documents.reports.recommendations_items import Item, items
from goldenthread.documents.reports.recommendations_sections import Part, Text, parts
from goldenthread.documents.reports.sections import headings
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
    made = rows(document)
    text = Text(made, {heading.start: heading for heading in headings(made)})
    read = [(part, item) for part in parts(text) for item in items(text, part)]
    return Recommendations(items=[_entry(part, item) for part, item in read])


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
