"""A wording cut into tokens: numbers by their shape, words by what they are a sign of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from goldenthread.basics.wording.words import (
    longest_phrase,
    mistyped,
    month_number,
    phrases,
    weekday_number,
)

_DASHES: Final = "‐‑‒–—―−"
_FOLD: Final = str.maketrans(
    {**dict.fromkeys(_DASHES, "-"), **dict.fromkeys("‘’`´ʼ", "'"), **dict.fromkeys("“”", '"')}
    | dict.fromkeys("\u00a0\u200b\u200c\u200d\ufeff\u2009\u202f\t\u00ad_", " ")
    | {"→": ">", "\r": "\n", "\v": "\n", "•": "\n", "·": " ", "⁄": "/"}
)

_SHAPES: Final = (
    (
        "iso",
        r"(?<![\w/])\d{4}(?P<isep>[-/.])\d{1,2}(?P=isep)\d{1,2}(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?(?!\d)",
    ),
    # Letters and figures by turns, as in a case number: no part of it is a date.
    ("jumble", r"[^\W\d_]+\d+(?!st\b|nd\b|rd\b|th\b)[^\W\d_]+\w*|(?:\d+[^\W\d_]+){2,}\d*"),
    ("chain", r"\d+(?:\.\d+){3,}"),
    (
        "dmy",
        r"(?<![\w/])\d{1,2}\s*(?P<dsep>[/.\-])(?P=dsep)?\s*\d{1,2}\s*(?P=dsep){1,2}\s*\d{2,4}(?![\w/])",
    ),
    ("time", r"\d{1,2}[:.]\d{2}\s*(?:am|pm|hrs|hours)\b|\d{1,2}:\d{2}(?!\d)|\d{1,2}\s*(?:am|pm)\b"),
    ("amount", r"£\s?\d[\d,.]*\s?[km]?\b|\d+(?:\.\d+)?\s?%|\d{1,3}(?:,\d{3})+|\d+\+"),
    ("pair", r"\d{4}(?:\s*/\s*|-)(?:\d{4}|\d{2})(?!\d)|\d{4}\s*-\s*\d{4}(?!\d)"),
    ("two", r"(?<![\d/])\d{1,2}(?:\s*/\s*|[.\-])(?:\d{4}|\d{1,2})(?!\d)"),
    ("ord", r"\d{1,2}\s*(?:st|nd|rd|th)\b"),
    ("apos", r"'\s?\d{2}(?!\d)"),
    ("num", r"\d+"),
    (
        "word",
        r"[nw]\s?/\s?[acbe]\b|[fa]/y\b|w/in\b|w/days\b|(?:[a-z]\.){2,}(?:[a-z]\b)?|[^\W\d_]+(?:'[a-z]+)?",
    ),
    ("break", r"[;\n]|\|"),
    ("dash", r"-+(?!>)"),
    ("angle", r"-*>+|=+>+|<+"),
    ("slash", r"/|\\"),
    ("and", r"&|\+"),
    ("comma", r","),
    ("query", r"\?"),
    ("open", r"\("),
    ("close", r"\)"),
)
_TOKEN: Final = re.compile("|".join(f"(?P<{name}>{shape})" for name, shape in _SHAPES))
_PARTS: Final = re.compile(r"\d+")
_MARKUP: Final = re.compile(r"<[^<>]{1,40}>|&(?:amp|nbsp|ndash|mdash);")
_LABEL: Final = re.compile(
    r"(?:^|\n)[ \t]*\(?(?:[ivx]{1,5}|[a-h]|\d{1,2})\)(?=\s|$)|\((?:[ivx]{1,5}|[a-h])\)"
)


@dataclass(frozen=True)
class Token:
    """A piece of a wording: what it is a sign of, its value, its numbers and its place."""

    tag: str
    text: str
    value: str
    numbers: tuple[int, ...]
    start: int
    end: int
    glued: bool  # nothing stands between it and the token before


def fold(text: str) -> str:
    """The text in small letters with one kind of dash, quote and space, of the same length."""
    small = "".join(low if len(low := c.lower()) == 1 else c for c in text)
    plain = _MARKUP.sub(_blank_markup, small.translate(_FOLD))
    return _LABEL.sub(lambda m: re.sub(r"[^\n]", " ", m.group()), plain)


def tokens(text: str) -> list[Token]:
    """The tokens of a wording in order; times of day are left out."""
    return _signs(_shapes(text))


def _blank_markup(found: re.Match[str]) -> str:
    mark = {"&amp;": "&", "&ndash;": "-", "&mdash;": "-"}.get(found.group())
    if mark is None:
        mark = "\n" if found.group().startswith(("<br", "</p", "</li", "</td")) else " "
    return mark.ljust(len(found.group()))


def _shapes(text: str) -> list[Token]:
    found: list[Token] = []
    end = -1
    for match in _TOKEN.finditer(fold(text)):
        tag, piece = str(match.lastgroup), match.group()
        if tag != "time":
            numbers = tuple(int(n) for n in _PARTS.findall(piece)) if tag != "word" else ()
            glued = match.start() == end
            found.append(
                Token(tag, piece, _value(tag, piece), numbers, match.start(), match.end(), glued)
            )
        end = match.end()
    return found


def _value(tag: str, piece: str) -> str:
    """For a word the word itself; for two numbers the mark between them; else the digits."""
    if tag == "word":
        return re.sub(r"\s", "", piece) if "/" in piece else piece.replace(".", "")
    if tag in ("two", "pair"):
        return next(c for c in piece if c in "/.-")
    return re.sub(r"\D", "", piece)


def _signs(shapes: list[Token]) -> list[Token]:
    """Words and phrases replaced by what they are a sign of, the longest phrase first."""
    found: list[Token] = []
    i = 0
    while i < len(shapes):
        token, used = _phrase(shapes, i) if shapes[i].tag == "word" else (shapes[i], 1)
        found.append(token)
        i += used
    return found


def _phrase(shapes: list[Token], i: int) -> tuple[Token, int]:
    words: list[str] = []
    ends: list[int] = []
    for j in range(i, len(shapes)):
        if shapes[j].tag == "word" and len(words) < longest_phrase():
            words.append(mistyped(shapes[j].value))
            ends.append(j)
        elif not _hyphen(shapes, j):
            break
    for size in range(len(words), 0, -1):
        sign = _sign(words[:size])
        if sign:
            return _joined(shapes, i, ends[size - 1], sign), ends[size - 1] - i + 1
    return shapes[i], 1


def _hyphen(shapes: list[Token], j: int) -> bool:
    """A dash inside a compound such as "on-going"."""
    return (
        shapes[j].tag == "dash" and shapes[j].glued and j + 1 < len(shapes) and shapes[j + 1].glued
    )


def _sign(words: list[str]) -> tuple[str, str] | None:
    known = phrases().get(tuple(words))
    if known:
        return known
    if len(words) == 1:
        return _calendar_word(words[0]) or _begun_word(words[0])
    return _broken_word(words)


def _calendar_word(word: str) -> tuple[str, str] | None:
    month = month_number(word)
    if month:
        return "month", str(month)
    weekday = weekday_number(word)
    return None if weekday is None else ("weekday", str(weekday))


def _begun_word(word: str) -> tuple[str, str] | None:
    """A word cut short or mistyped that can only be "immediately"."""
    if word.startswith("immed") and not word.startswith("immediac"):
        return "state", "immediate"
    return None


def _broken_word(words: list[str]) -> tuple[str, str] | None:
    """A long word that the layout broke in two ("Septem ber", "immediat ely")."""
    if len(words) != 2 or len(words[0]) < 3 or (words[0],) in phrases():
        return None
    whole = "".join(words)
    if whole in ("immediately", "ongoing", "quarterly", "monthly", "continuous", "completed"):
        return phrases()[(whole,)]
    month = month_number(whole) if len(whole) > 5 and mistyped(whole) == whole else None
    return ("month", str(month)) if month else None


def _joined(shapes: list[Token], i: int, last: int, sign: tuple[str, str]) -> Token:
    text = " ".join(t.text for t in shapes[i : last + 1] if t.tag == "word")
    tag, value = sign
    return Token(tag, text, value, (), shapes[i].start, shapes[last].end, shapes[i].glued)
