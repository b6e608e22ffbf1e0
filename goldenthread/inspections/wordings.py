"""What the words of a recommendation and of its heading say of its kind."""

import re

PRIORITY, IMPROVEMENT, NEEDS = (
    "area for priority action",
    "area for improvement",
    "what needs to improve",
)
_KINDS = (
    (re.compile(r"\bpriority\b", re.IGNORECASE), PRIORITY),
    (re.compile(r"\bneeds? to improve\b", re.IGNORECASE), NEEDS),
    (re.compile(r"\bareas? (?:for|of) (?:improvement|development)\b", re.IGNORECASE), IMPROVEMENT),
)
_CONSIDER = re.compile(r"^\W*(?:[^.;:]{0,80}?\b(?:should|to|must)\s+)?consider\b", re.IGNORECASE)


def kind_of(heading: str) -> str:
    """The kind that a group heading names; "" where it names none.

    >>> kind_of("Priority and immediate action")
    'area for priority action'
    """
    return next((kind for pattern, kind in _KINDS if pattern.search(heading)), "")


def is_to_consider(text: str) -> bool:
    """Whether it asks only to consider something (B-12): a decision closes it, not a change.

    >>> is_to_consider("The council should consider a joint post.")
    True
    """
    return _CONSIDER.search(text) is not None
