"""The headline statement on widespread or serious failures (A-16).

Under the single framework and its successor such failures limit the overall grade and bring the
department in, so the statement is kept as a fact of its own with its sentence.
"""

import re
from collections.abc import Iterable

NOT_STATED, NONE, SOME = "not stated", "none", "some"
_FAILURES = r"(?:widespread (?:or|and) serious|serious (?:or|and) widespread) fail(?:ings?|ures?)"
_ANY = re.compile(rf"\b{_FAILURES}", re.IGNORECASE)
_DENIED = re.compile(rf"\b(?:no|not|without)\b(?:\s+\w+){{0,3}}?\s+{_FAILURES}", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def serious_failures(texts: Iterable[str]) -> tuple[str, str]:
    """Whether the texts state such failures, and the first sentence that says so.

    Returns:
        ("none" | "some" | "not stated", the sentence verbatim or "").

    >>> serious_failures(["There are no widespread or serious failings in the service."])
    ('none', 'There are no widespread or serious failings in the service.')
    """
    for text in texts:
        for sentence in _SENTENCE.split(text):
            if _DENIED.search(sentence):
                return NONE, sentence.strip()
            if _ANY.search(sentence):
                return SOME, sentence.strip()
    return NOT_STATED, ""
