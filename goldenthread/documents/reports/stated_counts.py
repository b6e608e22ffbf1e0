"""How many recommendations a report says that it makes, beside how many were read (A-17)."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

from goldenthread.documents.layout import Document, Line
from goldenthread.documents.proposals import Question
from goldenthread.documents.reports.folding import clean
from goldenthread.documents.reports.sentences import NUMBERS

# Only what a report says of itself: others count the recommendations of an earlier inspection.
_STATED = re.compile(
    r"\b(?:this (?:report|inspection|review) (?:makes|made|identifie[sd]|has|includes)|the following"
    r"|there (?:are|is)|we (?:make|have made)|inspectors (?:make|made|identified))"
    r" (?:a total of |a further |another )?(?P<number>\d{1,2}|" + "|".join(NUMBERS) + r")"
    r" (?:recommendations?|(?:priority )?areas? for (?:priority action|improvement|development))\b",
    re.IGNORECASE,
)


def questions(document: Document, recommendations: Iterable[Mapping[str, Any]]) -> list[Question]:
    """One question for each stated number that is no number of what was read."""
    read = _counts(recommendations)
    return [
        Question(
            where="recommendations",
            question=f"Page {line.place.page} says “{words}”, but that many were not read "
            f"({max(read)} in all). Is one missing or joined to another?",
            suggestion=None,
        )
        for line, number, words in _stated(document)
        if number not in read
    ]


def _counts(recommendations: Iterable[Mapping[str, Any]]) -> set[int]:
    """All together, by whom they address, and by each heading."""
    each = list(recommendations)
    by = (Counter(one.get(key) for one in each) for key in ("body", "group", "theme"))
    return {len(each), *(count for counter in by for count in counter.values())}


def _stated(document: Document) -> Iterator[tuple[Line, int, str]]:
    for page in document.pages:
        for line, following in zip_longest(page.lines, page.lines[1:]):
            both = f"{line.text} {following.text if following else ''}"
            if "recommendation" not in both and "area" not in both:
                continue
            found = _STATED.search(clean(both))
            if found and found.start() < len(clean(line.text)):
                number = found["number"].lower()
                yield line, NUMBERS.get(number) or int(number), found[0]
