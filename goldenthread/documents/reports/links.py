"""The findings that a report itself ties to its recommendations."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

TAG = re.compile(
    r"[(\[]\s*(?:see\s+)?recommendations?\b(?P<numbers>[^)\]]{0,60})[)\]]", re.IGNORECASE
)
NUMBER = re.compile(r"\d{1,3}")


def links(paragraphs: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """A link for each "(Recommendation)" in the text of the given paragraphs, in order.

    `recommendations` has the numbers that the tag prints, if any; without them a person
    says which recommendation is meant.
    """
    return [link for paragraph in paragraphs for link in _links(paragraph)]


def _links(paragraph: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for tag in TAG.finditer(paragraph["text"]):
        yield {
            "paragraph": paragraph["number"],
            "kind": "Recommendation",
            "recommendations": [int(number) for number in NUMBER.findall(tag["numbers"])],
        }
