"""How the words of an item differ from those of the recommendation that it answers."""

import re
from difflib import SequenceMatcher

from goldenthread.plans.folding import folded

_WORD = re.compile(r"/?[\w'&-]+(?:\.\d+)*")


def difference(source: str, local: str) -> str:
    """In words what was changed, added or left out; "" where both say the same.

    '“parents and carers” → “carers”; added “/core group”'. Case, print and the stops between
    words do not count, nor does the short form of several words made of their initials.
    """
    before, after = _WORD.findall(folded(source)), _WORD.findall(folded(local))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    steps = [
        (kind, before[a:b], after[c:d], before[b : b + 1])
        for kind, a, b, c, d in matcher.get_opcodes()
        if kind != "equal"
    ]
    return "; ".join(words for step in steps if (words := _said(*step)))


def _said(kind: str, old: list[str], new: list[str], following: list[str]) -> str:
    if kind == "replace" and new[0] == _initials(old):
        kind, new = "insert", new[1:]
    if kind == "delete" and old[-1] in {"and", "or", "&"}:
        old, new = old + following, following
    if not old or kind == "insert":
        return f"added “{' '.join(new)}”" if new else ""
    return f"“{' '.join(old)}” → “{' '.join(new)}”" if new else f"left out “{' '.join(old)}”"


def _initials(words: list[str]) -> str:
    """The short form of several words; "" of one."""
    return "".join(word[0] for word in words) if len(words) > 1 else ""
