"""References from one item or action to another, as officers write them."""

import re

_NUMBER = r"(\d{1,2}(?:\.\d{1,2}){0,2})"
_LABEL = r"(?:\s*\(?([ivx]{1,5}|[a-h])\)?)?"
_WORD = r"(?:actions?|items?|rows?|points?|section|rec(?:ommendation)?s?|number|no\.?)"
_PURE = re.compile(
    rf"\(?(?:please\s+)?(?:as|see|refer\s+to|same\s+as|covered\s+(?:by|in|under))\s+"
    rf"(?:(?:for|in|at|per)\s+)?(?:{_WORD}\s+)?(?:above|below)?\s*[–—-]?\s*(?:{_WORD}\s+)?"
    rf"\(?\s*(?:{_NUMBER}{_LABEL})?\s*\)?\s*(?:above|below)?\s*\)?[.;]?",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    rf"\b(?:see|as in|as per|refer to)\s+(?:also\s+)?(?:above\s+|below\s+)?[–—-]?\s*"
    rf"(?:{_WORD}\s+)?{_NUMBER}{_LABEL}(?=[\s).,;]|$)",
    re.IGNORECASE,
)


def pure(text: str) -> str | None:
    """What a text that is nothing but a reference points at: "1.1", "4 (ii)"; "" for a bare
    "As above"; None for any other text."""
    found = _PURE.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    return _said(found) if found.group(1) else ""


def inside(text: str) -> list[str]:
    """Every number that a text refers to, in its order: "(see 1 above)" gives "1"."""
    return list(dict.fromkeys(_said(found) for found in _INSIDE.finditer(text)))


def number(reference: str) -> str:
    """The item's number in a reference, so that "4 (ii)" and "4.0" meet."""
    found = re.match(r"\d{1,2}(?:\.\d{1,2})*", reference)
    return re.sub(r"\.0$", "", found.group()) if found else reference


def _said(found: re.Match[str]) -> str:
    label = found.group(2)
    return f"{found.group(1)} ({label.lower()})" if label else found.group(1)
