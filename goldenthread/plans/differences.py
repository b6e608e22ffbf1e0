"""How the wording of a plan's item differs from the recommendation that it answers, in words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

_CONJUNCTIONS = ("and", "or")
# Above this many changes a list of them says less than that the wording is another.
MOST_CHANGES = 8
_CAPITALS = re.compile(r"[A-Z][A-Z&]{1,5}s?")
_BETWEEN = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Token:
    """A word as printed, with the marks that touch it, and what it is compared by.

    `keys` are in lower case, and several the print is a set of capitals that was written out.
    """

    printed: str
    keys: tuple[str, ...]


def tokens(text: str, beside: str) -> list[Token]:
    """The words of a text; capitals such as CPC are written out as the other text has them."""
    other = [found.group() for found in _BETWEEN.finditer(beside)]
    found = []
    for printed in text.replace("&", " & ").split():
        for piece in _pieces(printed):
            keys = _compared(piece, other)
            if keys:
                found.append(Token(piece, keys))
    return found


def difference(source: str, local: str) -> str:
    """What differs, such as '"parents and carers" -> "carers"; added "/core group"'.

    "" where the words are the same: case, marks, "&" for "and" and capitals for the words they
    stand for make no difference.
    """
    old, new = tokens(source, local), tokens(local, source)
    old, new = _marked(old), _marked(new)
    changes = [
        _change(old, new, *ends)
        for kind, *ends in SequenceMatcher(
            None, _keys(old), _keys(new), autojunk=False
        ).get_opcodes()
        if kind != "equal"
    ]
    if len(changes) > MOST_CHANGES:
        return f"written anew: {len(changes)} places differ"
    return "; ".join(changes)


def _marked(found: Sequence[Token]) -> list[Token]:
    """One token a word for comparing; written-out capitals are printed with their first word."""
    return [
        Token(token.printed if n == 0 else "", (key,))
        for token in found
        for n, key in enumerate(token.keys)
    ]


def _keys(found: Sequence[Token]) -> list[str]:
    return [token.keys[0] for token in found]


def _change(old: Sequence[Token], new: Sequence[Token], *ends: int) -> str:
    first, last, new_first, new_last = ends
    gone, come = list(old[first:last]), list(new[new_first:new_last])
    if not gone:
        return f'added "{_said(come)}"'
    if come:
        return f'"{_said(gone)}" -> "{_said(come)}"'
    if gone[-1].keys[0] in _CONJUNCTIONS and last < len(old):
        size = _size(new, new_first)
        return f'"{_said([*gone, *old[last : last + size]])}" -> "{_said(new[new_first:][:size])}"'
    if gone[0].keys[0] in _CONJUNCTIONS and first:
        kept = old[first - 1]
        return f'"{_said([kept, *gone])}" -> "{_said([kept])}"'
    return f'left out "{_said(gone)}"'


def _size(found: Sequence[Token], at: int) -> int:
    """How many words one print stands for: three for CPC written out."""
    return 1 + sum(1 for _ in takewhile(lambda token: not token.printed, found[at + 1 :]))


def _said(found: Sequence[Token]) -> str:
    """The words as printed, without the marks at their ends that only close a sentence."""
    return " ".join(token.printed for token in found if token.printed).strip(" .,;:")


def _pieces(printed: str) -> list[str]:
    """ "parents/carers" is two words, the mark stays with the second."""
    return [piece for piece in re.split(r"(?<=\w)(?=/)", printed) if piece]


def _compared(printed: str, other: Sequence[str]) -> tuple[str, ...]:
    words = [found.group() for found in _BETWEEN.finditer(printed)]
    if printed.strip() == "&":
        return ("and",)
    return tuple(key for word in words for key in _written_out(word, other))


def _written_out(word: str, other: Sequence[str]) -> list[str]:
    """The other text's own words for a set of capitals, else the word itself."""
    if _CAPITALS.fullmatch(word):
        letters = word.rstrip("s").casefold()
        for start in range(len(other) - len(letters) + 1):
            run = other[start : start + len(letters)]
            if "".join(one[0] for one in run).casefold() == letters:
                return [one.casefold() for one in run]
    return [word.casefold().replace("’", "'")]
