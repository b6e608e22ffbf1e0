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

_PART_TO_CONSIDER = re.compile(
    r"[\s,;]and,? (?:should |must |to |also )*(?P<words>consider \w+ing\b.*)",
    re.IGNORECASE | re.DOTALL,
)


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


def to_consider(text: str) -> str:
    """The words that only ask to consider something, from "consider" on; "" where there are none.

    They are the whole text, or the last of several things that it asks for.

    >>> to_consider("Audit each file and consider extending the audit to supervision.")
    'consider extending the audit to supervision.'
    """
    if is_to_consider(text):
        return text
    part = _PART_TO_CONSIDER.search(text)
    return part["words"] if part else ""
