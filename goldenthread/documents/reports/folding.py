"""Folds printed text, so that ligatures, odd spaces, broken words and doubled letters do not matter.

What the text layer of a report does, and what is done here about it:

| seen in text layers | answer |
|---|---|
| ligatures, no-break spaces, raised footnote marks | the plain characters (NFKC) |
| soft hyphens, zero-width characters | left out |
| the hyphen that a line-break hides (U+FFFE) | a hyphen |
| private-use glyphs (bullets) | a space |
| every letter twice (a heading drawn twice) | each pair once |
| "L ocal S afeguarding" | the capital goes to its word, in `mended` only |
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_PRIVATE = re.compile("[\ue000-\uf8ff\ufffd]")
_NOT_ALPHANUMERIC = re.compile(r"[^a-z0-9]+")
# "A" and "I" are words of their own, so they stay apart but for the one grade.
_LOST_CAPITAL = re.compile(r"\b(?:([B-HJ-Z]) (?=[a-z]{2})|(I) (?=nadequate\b))")
_FEWEST_DOUBLED = 8
_SOFT_HYPHEN = "\xad"
_HYPHENS = "-\u2010\u2011"
# After these the next line may go on with the same word, date or pair.
_RUNS_ON = f"{_HYPHENS}/–{_SOFT_HYPHEN}"
_HANGING_WORDS = re.compile(r"(?:and|or|to)\b")


# A line is looked at by many rules in turn, so its folded forms are kept for a while.
@lru_cache(maxsize=8192)
def clean(text: str) -> str:
    """The text as a person would type it: plain characters, single spaces."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).replace("\ufffe", "-")
        text = _PRIVATE.sub(" ", _HIDDEN.sub("", text))
    text = " ".join(text.split())
    return _halved(text) if _is_doubled(text) else text


@lru_cache(maxsize=8192)
def squash(text: str) -> str:
    """Letters and digits only, in lower case, "&" as "and": for comparing broken text."""
    lowered = clean(text).lower()
    if not lowered.isascii():
        lowered = unicodedata.normalize("NFKD", lowered)
    return _NOT_ALPHANUMERIC.sub("", lowered.replace("&", " and "))


def mended(text: str) -> str:
    """Clean text in which a capital that stands apart is joined to its word."""
    return _LOST_CAPITAL.sub(r"\1\2", clean(text))


def folded(text: str) -> str:
    """A heading for comparing: lower case, single blanks, straight quotes, no stop at the end."""
    straight = text.replace("’", "'").replace("–", "-")
    return " ".join(straight.split()).strip(" .:?").lower()


def joined(parts: Iterable[str]) -> str:
    """Lines as one text; words broken over two lines become whole.

    A hyphen at the end of a line belongs to the word ("multi-agency"), a soft one does not;
    one that hangs ("short-" / "and long-term") and a dash between words keep their space.
    """
    whole = ""
    for part in parts:
        text = " ".join(part.split())
        whole = _two(whole, text) if whole else text
    return whole


def _two(first: str, second: str) -> str:
    last = first[-1]
    if last.isalnum() or last not in _RUNS_ON:
        return f"{first} {second}"
    if last == _SOFT_HYPHEN:
        return first[:-1] + second
    suspended = last in _HYPHENS and _HANGING_WORDS.match(second) is not None
    dash = first[-2:-1] in ("", " ") or (last == "–" and not second[:1].isdigit())
    return f"{first} {second}" if suspended or dash else first + second


def _is_doubled(text: str) -> bool:
    if len(text) < _FEWEST_DOUBLED or text[0] != text[1]:
        return False
    words = text.split(" ")
    return all(len(w) % 2 == 0 and w[::2] == w[1::2] for w in words)


def _halved(text: str) -> str:
    return " ".join(word[::2] for word in text.split(" "))
