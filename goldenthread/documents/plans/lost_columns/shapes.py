"""What a cell's text looks like: a date, names, a yes or no, something to do, a proof, an account."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from goldenthread.documents.plans.lost_columns import vocabulary as words
from goldenthread.documents.plans.lost_columns.names import NameBook


class Shape(StrEnum):
    """The look of a text, most telling first."""

    NUMBER = "number"
    DATE = "date"
    PERIOD = "period"
    NAMES = "names"
    POST = "post"
    YES_NO = "yes or no"
    RAG = "rag"
    MONEY = "money"
    DATED = "dated"
    DOING = "doing"
    PROVING = "proving"
    DONE = "done"
    SAYING = "saying"


@dataclass(frozen=True, slots=True)
class Look:
    """A cell's text as seen by the columns' models. `names` scores it as a list of `people`."""

    text: str
    shape: Shape
    first_word: str
    starts_lower: bool
    left_open: bool
    names: float
    people: int
    count: int


_LEAD_IN = re.compile(
    r"^(?:to|we will|and|the|all|a|an|new|draft|further|relevant|monthly|weekly)\s+", re.I
)
_LIST_MARK = re.compile(r"^(?:[•*–-]|\(?[a-z0-9ivx]{1,3}[.)])\s+")
_MOST_WORDS_OF_TIME = 14
_STATES = {("in", "place"), ("in", "progress")}
_TRIM = ".,;:()[]“”‘’\"'?!"


def look_at(text: str, names: NameBook) -> Look:
    """The look of a cell's whole text (not empty)."""
    bare = _LIST_MARK.sub("", text) or text
    tokens = bare.split()
    shape = _shape(bare, tokens, names)
    people = shape in (Shape.NAMES, Shape.POST)
    return Look(
        text=text,
        shape=shape,
        first_word=tokens[0].strip(_TRIM).lower(),
        starts_lower=bare[0].islower(),
        left_open=is_left_open(bare),
        names=names.score(bare) if people else 0.0,
        people=names.count(bare) if people else 1,
        count=len(tokens),
    )


def is_left_open(text: str) -> bool:
    """Whether a text stops where no sentence or phrase stops."""
    *before, last = text.rsplit(None, 2)[-2:]
    if last[-1] in ",-–&/(":
        return True
    if last.isdigit() and len(last) <= 2 and before and before[0].lower() in words.LEFT_OPEN:
        return True
    return last.lower() in words.LEFT_OPEN or text.count("(") > text.count(")")


def _shape(text: str, tokens: list[str], names: NameBook) -> Shape:
    if len(tokens) == 1 and words.NUMBER.fullmatch(text) and any(c.isdigit() for c in text):
        return Shape.NUMBER
    lower = text.lower()
    bare = [token.strip(_TRIM) for token in lower.split()]
    closed = _closed_shape(lower, [token for token in bare if token])
    if closed is not None:
        return closed
    people = names.kind(text)
    if people is not None:
        return Shape.NAMES if people == "names" else Shape.POST
    return _open_shape(lower, bare)


def _closed_shape(lower: str, bare: list[str]) -> Shape | None:
    """The shape of a text that is made of a few words of one kind alone."""
    if len(bare) > _MOST_WORDS_OF_TIME:
        return None
    if words.RAG_PHRASES.fullmatch(lower) or (bare and all(t in words.RAG for t in bare)):
        return Shape.RAG
    when = when_shape(tuple(bare))
    if when is not None:
        return when
    if bare and bare[0] in words.YES_NO and all(t in words.YES_NO or t in "-–" for t in bare):
        return Shape.YES_NO
    return Shape.MONEY if words.MONEY.search(lower) and len(bare) <= 12 else None


class _Time(StrEnum):
    """What a word says of time."""

    DATE = "date"
    LENGTH = "length"
    PERIOD = "period"
    AROUND = "around"


@lru_cache(maxsize=16384)
def when_shape(tokens: tuple[str, ...]) -> Shape | None:
    """DATE or PERIOD if every word is about time and at least one names one."""
    said = [_time(part) for token in tokens for part in _parts_of_token(token)]
    if not said or None in said:
        return None
    if tokens in _STATES:
        return Shape.PERIOD
    counted = _Time.LENGTH in said and any(
        token.isdigit() or token in words.AROUND_DATES for token in tokens
    )
    if (counted or _Time.PERIOD in said) and not any(map(_is_day_or_month, tokens)):
        return Shape.PERIOD
    if _Time.DATE in said:
        return Shape.DATE
    return Shape.PERIOD if counted or _Time.PERIOD in said else None


@lru_cache(maxsize=8192)
def _time(word: str) -> _Time | None:
    if _is_dated(word):
        return _Time.DATE
    if word in words.LENGTHS:
        return _Time.LENGTH
    if word in words.PERIODS:
        return _Time.PERIOD
    around = word in words.AROUND_DATES or re.fullmatch(r"\d{1,3}", word)
    return _Time.AROUND if around else None


def _is_day_or_month(token: str) -> bool:
    return token in words.MONTHS or bool(words.FULL_DATE.fullmatch(token))


@lru_cache(maxsize=8192)
def _parts_of_token(token: str) -> tuple[str, ...]:
    """ "june/july" is two words of time, "12/06" is one."""
    return tuple(re.split(r"(?<=[a-z])/(?=[a-z])", token))


@lru_cache(maxsize=8192)
def _is_dated(token: str) -> bool:
    if token in words.MONTHS or token in words.SEASONS:
        return True
    if not words.DATE_TOKEN.fullmatch(token):
        return False
    letters = re.match(r"[a-z]+", token)
    return letters is None or letters[0] in words.MONTHS


def _open_shape(lower: str, bare: list[str]) -> Shape:
    """The shape of running text, by its first words and by the words of things done."""
    if _starts_with_date(bare):
        return Shape.DATED
    first = _LEAD_IN.sub("", lower).split()
    head = first[0].strip(_TRIM) if first else ""
    opening = bare[0] if bare else ""
    if head in words.PROVING and not (head in words.DOING and opening == "to"):
        return Shape.PROVING
    if head in words.DOING or opening in words.DOING or opening == "to":
        return Shape.DOING
    if any(token in words.DONE_WORDS for token in bare) or words.FULL_DATE.search(lower):
        return Shape.DONE
    return Shape.SAYING


def _starts_with_date(bare: list[str]) -> bool:
    if not bare:
        return False
    if words.FULL_DATE.fullmatch(bare[0]):
        return True
    return (
        len(bare) > 1 and bare[0] in words.MONTHS and bool(re.fullmatch(r"(?:19|20)\d\d", bare[1]))
    )


def starts_period(word: str) -> bool:
    """Whether a word in small letters, which the column's edge may have cut, begins a timescale."""
    bare = word.strip(_TRIM)
    return (
        any(p.startswith(bare) for p in words.PERIODS) if len(bare) > 3 else bare in words.PERIODS
    )
