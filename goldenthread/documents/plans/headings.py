"""Which column of a plan stands under which printed heading."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz, process

from goldenthread.documents.plans import vocabulary as words

SURE = 0.8
# Under this a heading is nobody's; a suggestion is still made down to the lower figure.
ENOUGH, WORTH_A_GUESS = 0.72, 0.55
LONGEST_HEADING = 110
MOST_WORDS = 9
ITEM_IF_NONE_BETTER, LOCAL_IF_NONE_BETTER = "item?", "local_timescale?"
LEADS_IF_NONE_BETTER = "leads?"
REPEATABLE = {words.UPDATE, words.OTHER}

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
YEAR = r"(?:20\d\d|’?'?\d\d(?!\d))"
DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{MONTH}\s*{YEAR}(?:[-/]\d\d)?|"
    rf"\b\d{{1,2}}[./-]\d{{1,2}}[./-](?:20)?\d\d\b|"
    rf"\bq[1-4]\s*(?:20\d\d(?:[-/]\d\d)?)?|\b20\d\d(?:[-/]\d\d)?\b",
    re.IGNORECASE,
)


class Match(NamedTuple):
    """A heading, the column it stands for (None: unknown), how sure (0 to 1) and why."""

    heading: str
    column: str | None
    score: float
    why: str


def match(headings: Sequence[str], remembered: Mapping[str, str] | None = None) -> list[Match]:
    """The column of each heading, in the order of the headings.

    Args:
        headings: as printed; line breaks and empty headings are allowed.
        remembered: heading to column, as a person chose earlier; it overrides everything.

    Returns:
        One match a heading. No column but an update's is given twice: the surer heading
        keeps it and the other one becomes "other". The column "other" is kept as it is.
    """
    chosen = {fold(heading): column for heading, column in (remembered or {}).items()}
    found = [_one(heading, chosen) for heading in headings]
    return _without_rivals(_in_context(found))


def dated(heading: str) -> str | None:
    """The date that a heading carries, as printed ("Update March 2014" gives "March 2014")."""
    found = DATE.search(_joined(heading))
    return found.group().strip() if found else None


def is_known(text: str) -> bool:
    """Whether the text is surely a heading of a plan's column."""
    if not text.strip() or len(text) > LONGEST_HEADING:
        return False
    return _likeness(_without_date(text))[1] >= SURE


def suggestion(heading: str) -> str | None:
    """The column that an unknown heading comes nearest to, in words; None where nothing is near."""
    column, score, _ = _likeness(_without_date(heading))
    column = column.rstrip("?")
    return words.MEANINGS[column] if score >= WORTH_A_GUESS else None


def columns_at(tokens: Sequence[str], start: int) -> tuple[set[str], int]:
    """The columns of the phrases that begin at a word, and how many words the longest takes."""
    if tokens[start] not in _first_words():
        return set(), 0
    found: dict[int, str] = {}
    for end in range(start + 1, min(len(tokens), start + MOST_WORDS) + 1):
        column = _phrases().get(" ".join(tokens[start:end]))
        if column is not None:
            found[end - start] = column.rstrip("?")
    return set(found.values()), max(found, default=0)


def columns_begun(tokens: Sequence[str]) -> set[str]:
    """The columns of longer phrases that begin with the words, as the first line of a wrapped
    heading does."""
    start = " ".join(tokens)
    long_enough = len(tokens) > 1 or len(start) > SHORTEST_MISPRINT
    return _beginnings().get(start, set()) if long_enough else set()


def fold(text: str) -> str:
    """Lower case words only, so that wraps, dashes and quotes make no difference."""
    text = re.sub(r"[’'‘`]s\b", "s", _joined(text).lower())
    return " ".join(re.sub(r"[^a-z0-9]+", " ", text).split())


def _joined(text: str) -> str:
    return " ".join(text.split())


def _without_date(text: str) -> str:
    return fold(DATE.sub(" ", _joined(text)))


def _one(heading: str, chosen: Mapping[str, str]) -> Match:
    if fold(heading) in chosen:
        return Match(heading, chosen[fold(heading)], 1.0, "chosen before")
    if not fold(heading):
        return Match(heading, None, 0.0, "no heading is printed")
    plain = _without_date(heading)
    if not plain and dated(heading):
        return Match(heading, words.UPDATE, SURE, "only a date is printed")
    column, score, phrase = _likeness(plain)
    if score < ENOUGH or len(heading) > LONGEST_HEADING:
        return Match(heading, None, score, "the words are not known")
    column = _of_a_date(column) if dated(heading) else column
    why = "the words are known" if score == 1 else f"like “{phrase}”"
    return Match(heading, column, score, why)


def _of_a_date(column: str) -> str:
    """What a dated column holds: progress of a day is an update."""
    return words.UPDATE if column in {words.PROGRESS, words.UPDATE} else column


@lru_cache(maxsize=8192)
def _likeness(plain: str) -> tuple[str, float, str]:
    """The best column for folded words, its score and the phrase that it is like.

    1 for the very words; less for a misprint, and for words around the phrase.
    """
    phrases = _phrases()
    if plain in phrases:
        return phrases[plain], 1.0, plain
    within = _longest_within(plain)
    best = ("", 0.0)
    if within:
        best = (within, round(0.6 + 0.38 * len(within) / len(plain), 3))
    misprint = _misprint(plain)
    if misprint and misprint[1] > best[1]:
        best = misprint
    return (phrases[best[0]], best[1], best[0]) if best[0] else (words.OTHER, 0.0, "")


def _longest_within(plain: str) -> str:
    """The longest known phrase among the words of a heading."""
    tokens = plain.split()
    runs = (
        " ".join(tokens[start:end])
        for start in range(len(tokens))
        for end in range(start + 1, len(tokens) + 1)
    )
    return max((run for run in runs if run in _phrases()), key=len, default="")


def _misprint(plain: str) -> tuple[str, float] | None:
    if len(plain) <= SHORTEST_MISPRINT:
        return None
    found = process.extractOne(
        plain, _LONG_PHRASES, scorer=fuzz.ratio, processor=None, score_cutoff=100 * MISPRINT
    )
    return (found[0], round(found[1] / 100 - 0.05, 3)) if found else None


@lru_cache(maxsize=1)
def _phrases() -> dict[str, str]:
    """The column of each phrase."""
    known = {phrase: column for column, all_ in words.PHRASES.items() for phrase in all_}
    known.update(dict.fromkeys(words.ITEM_IF_NONE_BETTER, ITEM_IF_NONE_BETTER))
    known.update(dict.fromkeys(words.LEADS_IF_NONE_BETTER, LEADS_IF_NONE_BETTER))
    known.update(dict.fromkeys(words.DEADLINE_IF_NONE_BETTER, LOCAL_IF_NONE_BETTER))
    return known


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in _phrases())


@lru_cache(maxsize=1)
def _beginnings() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for phrase, column in _phrases().items():
        for end in range(1, len(phrase)):
            found.setdefault(phrase[:end], set()).add(column.rstrip("?"))
    return found


SHORTEST_MISPRINT, MISPRINT = 5, 0.8
_LONG_PHRASES = [phrase for phrase in _phrases() if len(phrase) > SHORTEST_MISPRINT]


def _in_context(found: list[Match]) -> list[Match]:
    """Headings whose column depends on what else the table prints."""
    columns = {m.column for m in found}
    return [one._replace(column=_settled(one, columns)) for one in found]


def _settled(one: Match, columns: set[str | None]) -> str | None:
    if one.column == LOCAL_IF_NONE_BETTER:
        return _completion(one, has_deadline=words.LOCAL in columns)
    if one.column in {ITEM_IF_NONE_BETTER, LEADS_IF_NONE_BETTER}:
        better = one.column.rstrip("?")
        return words.OTHER if better in columns else better
    return one.column


def _completion(one: Match, *, has_deadline: bool) -> str:
    if not has_deadline:
        return words.LOCAL
    return words.COMPLETED if "completion" in fold(one.heading) else words.OTHER


def _without_rivals(found: list[Match]) -> list[Match]:
    """Each column once: of two headings for it the surer one, then the first, keeps it."""
    keepers: dict[str, int] = {}
    for position in sorted(range(len(found)), key=lambda p: (-found[p].score, p)):
        column = found[position].column
        if column is not None:
            keepers.setdefault(column, position)
    return [
        one if _keeps(one, position, keepers) else _loser(one, found[keepers[one.column or ""]])
        for position, one in enumerate(found)
    ]


def _keeps(one: Match, position: int, keepers: Mapping[str, int]) -> bool:
    return one.column is None or one.column in REPEATABLE or keepers[one.column] == position


def _loser(one: Match, keeper: Match) -> Match:
    why = f"“{_joined(keeper.heading)}” is taken for {words.MEANINGS[keeper.column or '']}"
    return one._replace(column=words.OTHER, why=why)
