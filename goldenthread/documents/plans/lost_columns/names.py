"""Who is a person in this document: names by their look, by what recurs, and by given names."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from goldenthread.documents.plans.lost_columns import vocabulary as words
from goldenthread.documents.plans.lost_columns.typed import Typed

_NAME = re.compile(r"(?:(?:Mc|Mac|O['’]|De|Di|Van)?[A-Z][a-zà-ÿ]+)(?:[-'’][A-Z][a-zà-ÿ]+)*")
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,6}s?")
_INITIAL = re.compile(r"[A-Z]\.?")
_PARTING = re.compile(r"\s*(?:\n|[,;/&+]|\band\b)\s*")
_TRIM = '.,;:()[]“”"?!'
_LONGEST_LIST = 24
_LONGEST_NAME = 6


@dataclass
class NameBook:
    """Knows the names of a document.

    `full` holds pairs of words that stand together as a name more often than chance;
    `lower` the words that the text also writes in lower case, which are no names.
    """

    full: Counter[tuple[str, str]] = field(default_factory=Counter)
    lower: frozenset[str] = frozenset()
    _personal: dict[str, bool] = field(default_factory=dict)

    def is_name_word(self, word: str) -> bool:
        """Whether a word could be part of a person's name."""
        low = word.lower()
        if not _NAME.fullmatch(word):
            return False
        return low in words.GIVEN_NAMES or (low not in self.lower and low not in words.NO_NAMES)

    def kind(self, text: str) -> str | None:
        """ "names" if the text lists people, "posts" if posts or bodies, else None."""
        if text.count(" ") > _LONGEST_LIST:
            return None
        parts = [t.strip(_TRIM) for t in _PARTING.sub(" ", text).split()]
        parts = [part for part in parts if part and part != "-"]
        if not parts:
            return None
        named = [self._is_personal(part) for part in parts]
        if all(named) and any(_NAME.fullmatch(part) for part in parts):
            return "names"
        known = [n or _is_of_post(part) for n, part in zip(named, parts, strict=True)]
        if not all(known) or len(parts) > 12:
            return None
        return "posts" if self._names_a_body(parts) else None

    def _is_personal(self, part: str) -> bool:
        """Whether a word could be part of how a person or a body is named in short."""
        if part not in self._personal:
            self._personal[part] = self._looks_personal(part)
        return self._personal[part]

    def _looks_personal(self, part: str) -> bool:
        if part.lower() in words.TITLES or _ACRONYM.fullmatch(part) or _INITIAL.fullmatch(part):
            return True
        return self.is_name_word(part)

    def _names_a_body(self, parts: Sequence[str]) -> bool:
        if all(_ACRONYM.fullmatch(part) for part in parts):
            return True
        capital = sum(part[0].isupper() for part in parts)
        small = sum(part in ("of", "and", "for", "the", "to") for part in parts)
        return capital + small == len(parts) and any(p.lower() in words.POST_HEADS for p in parts)

    def score(self, text: str) -> float:
        """How well a list of people parts into whole names (0: each one whole; less: torn ones)."""
        return sum(self._score_of_part(part.split()) for part in _PARTING.split(text) if part)

    def count(self, text: str) -> int:
        """How many people or posts a list of them names."""
        parts = [part.split() for part in _PARTING.split(text) if part]
        return sum(len(self.split_part(tuple(t.strip(_TRIM) for t in p))[1]) for p in parts) or 1

    def _score_of_part(self, tokens: list[str]) -> float:
        return self.split_part(tuple(t.strip(_TRIM) for t in tokens))[0]

    def split_part(self, tokens: tuple[str, ...]) -> tuple[float, tuple[int, ...]]:
        """The best way to part words into names: its score and the words of each name."""
        best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())]
        for end in range(1, len(tokens) + 1):
            options = [
                (best[start][0] + self.whole(tokens[start:end]), (*best[start][1], end - start))
                for start in range(max(0, end - _LONGEST_NAME), end)
            ]
            best.append(max(options))
        return best[-1]

    def whole(self, tokens: Sequence[str]) -> float:
        """How much a run of words looks like one whole name or post."""
        if all(_ACRONYM.fullmatch(t) for t in tokens):
            return 0.0 if len(tokens) == 1 else -1.0
        if len(tokens) == 1:
            return -2.0
        if not all(self._is_personal(t) for t in tokens):
            return self._post(tokens)
        if len(tokens) == 2:
            return self._pair(tokens[0], tokens[1])
        titled = tokens[0].lower() in words.TITLES
        return -0.3 if titled else -1.2

    def _post(self, tokens: Sequence[str]) -> float:
        low = [t.lower() for t in tokens]
        if low[-1] in words.POST_HEADS and low[0] not in ("of", "and", "for"):
            return 0.0
        inside = "of" in low[1:-1] and any(t in words.POST_HEADS for t in low)
        return 0.0 if inside else -0.7

    def _pair(self, first: str, second: str) -> float:
        if self.full[(first, second)]:
            return 0.6
        if first.lower() in words.GIVEN_NAMES or _INITIAL.fullmatch(first):
            return 0.2
        return -0.8 if second.lower() in words.GIVEN_NAMES else -0.2


@lru_cache(maxsize=8192)
def _is_of_post(part: str) -> bool:
    return part.lower() in words.POSTS or bool(_ACRONYM.fullmatch(part))


def name_book(lines: Sequence[Typed]) -> NameBook:
    """Learns the names of a document from all its lines."""
    lower = frozenset(
        word.strip(_TRIM) for line in lines for word in line.words if word[:1].islower()
    )
    book = NameBook(lower=lower)
    book.full = _recurring(_pairs(lines, book))
    return book


def _pairs(lines: Sequence[Typed], book: NameBook) -> Counter[tuple[str, str]]:
    """How often two words of names follow each other, in a line or over a line's edge."""
    counts: Counter[tuple[str, str]] = Counter()
    last = ""
    for line in lines:
        if not line.words:
            last = "" if line.trailing else last
        for k, word in enumerate(line.words):
            bare = word.strip(_TRIM)
            if last and line.gaps[k] < 2 and book.is_name_word(bare):
                counts[(last, bare)] += 1 if k == 0 else 2
            last = bare if book.is_name_word(bare) and word[-1] not in ".,;" else ""
    return counts


def _recurring(counts: Counter[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Pairs that recur, without those whose first word is the end of a more frequent name."""
    kept: Counter[tuple[str, str]] = Counter()
    firsts: set[str] = set()
    seconds: set[str] = set()
    for (first, second), n in sorted(counts.items(), key=_most_likely):
        given = first.lower() in words.GIVEN_NAMES
        if n < 2 or (not given and (first in seconds or second in firsts)):
            continue
        if second in firsts and second.lower() in words.GIVEN_NAMES:
            continue
        kept[(first, second)] = n
        firsts.add(first)
        seconds.add(second)
    return kept


def _most_likely(entry: tuple[tuple[str, str], int]) -> tuple[bool, int, tuple[str, str]]:
    (first, _), n = entry
    return (first.lower() not in words.GIVEN_NAMES, -n, entry[0])


_SEPARATOR = re.compile(r"\s*(?:[,;&+]|\s/\s|\band\b(?=\s+[A-Z]))\s*")
_INSIDE_LINE = -0.6
_OVER_LINES = -0.3


def split_people(lines: Sequence[str], book: NameBook) -> list[str]:
    """The people, posts and bodies of a cell, each as one text; `lines` are as they were wrapped.

    A name may be wrapped over lines, and a line may hold the end of one name and the next.
    """
    parts: list[list[tuple[str, ...]]] = [[]]
    for line in lines:
        pieces = [tuple(piece.split()) for piece in _SEPARATOR.split(line)]
        parts[-1].append(pieces[0])
        parts.extend([piece] for piece in pieces[1:])
    return [name for part in parts for name in _names_in(part, book)]


def _names_in(lines: list[tuple[str, ...]], book: NameBook) -> list[str]:
    """The best way to part the words between two separators into names."""
    words_ = [(word, k == 0) for line in lines for k, word in enumerate(line)]
    best: list[tuple[float, list[str]]] = [(0.0, [])]
    for end in range(1, len(words_) + 1):
        options = []
        for start in range(max(0, end - _LONGEST_NAME), end):
            name = words_[start:end]
            score = best[start][0] + book.whole([word.strip(_TRIM) for word, _ in name])
            score += 0.0 if name[0][1] else _INSIDE_LINE
            score += _OVER_LINES * sum(starts for _, starts in name[1:])
            options.append((score, [*best[start][1], " ".join(word for word, _ in name)]))
        best.append(max(options, key=lambda o: o[0]))
    return best[-1][1]
