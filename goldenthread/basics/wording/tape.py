"""The tokens of a wording as the rules walk over them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from goldenthread.basics.wording.tokens import Token
from goldenthread.basics.wording.when import When

_MOST_SKIPPED = 8  # so that a heap of commas is not walked again and again
NOTHING = Token("", "", "", (), -1, -1, False)


@dataclass(frozen=True)
class Tape:
    """Tokens, and the day that the document gives."""

    tokens: tuple[Token, ...]
    anchor: date | None

    def at(self, i: int) -> Token:
        """The token there; an empty one beyond either end."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else NOTHING

    def tag(self, i: int) -> str:
        return self.at(i).tag

    def is_word(self, i: int, *words: str) -> bool:
        return self.at(i).text in words

    def skip(self, i: int, *texts: str) -> int:
        """The first place from i, a few tokens on at most, that is none of these words or marks."""
        end = i + _MOST_SKIPPED
        while i < end and self.at(i).text in texts:
            i += 1
        return i

    def skip_hyphen(self, i: int) -> int:
        """Past a dash that joins two words, as in "mid-July"."""
        return i + 1 if self.tag(i) == "dash" and self.at(i).glued else i


Found = tuple[When, int]
Rule = Callable[[Tape, int], Found | None]


def first_of(rules: tuple[Rule, ...], tape: Tape, i: int) -> Found | None:
    """What the first rule that fits reads at i, with the place after it."""
    for rule in rules:
        found = rule(tape, i)
        if found:
            return found
    return None
