"""How the wording of a plan's item differs from the recommendation that it answers, in words."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from goldenthread.intake.draft.tokens import Token, tokens

_CONJUNCTIONS = ("and", "or")
# Above this many changes a list of them says less than that the wording is another.
MOST_CHANGES = 8


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
