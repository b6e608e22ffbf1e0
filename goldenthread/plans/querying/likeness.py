"""Which words two sentences have in common, whatever their ending."""

import re

# Words that say nothing about the matter.
_NOTHING = """the and for with from that this all each any are were was been have has will when not
new into they their there which who whom what also only more most than then such other now ensure
achieve made make within always in of on to by at is be it as or an"""
_EMPTY = frozenset(re.findall(r"\w+", _NOTHING))
# Different words for one thing, each shortened.
_SAME = {
    "circulat": "distribut",
    "circul": "distribut",
    "issu": "distribut",
    "send": "distribut",
    "sent": "distribut",
}
_ENDINGS = re.compile(r"(ations?|ions?|ings?|ed|es|ely|ly|e|s)$")
_SENTENCES = re.compile(r"[.;!?\n]+\s*|\s+but\s+|,\s+however\b")


def stems(text: str) -> frozenset[str]:
    """The words of a text that say what it is about, without their endings."""
    words = set(re.findall(r"[a-z]{2,}", text.casefold())) - _EMPTY
    short = {_ENDINGS.sub("", word) or word for word in words}
    return frozenset(_SAME.get(word, word) for word in short)


def clauses(text: str) -> list[str]:
    """The sentences of a text, parted at 'but' as well."""
    return [part.strip() for part in _SENTENCES.split(text) if part.strip()]


def holds(text: str, phrase: str) -> bool:
    """Whether a text has the words of a phrase, whole and next to each other."""
    return re.search(rf"\b{re.escape(phrase)}\b", text, re.IGNORECASE) is not None
