"""Two versions of a plan side by side, of what each printed. No table is asked."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from goldenthread.plans.folding import folded

LEAD, DAY, TEST = "lead", "day", "test"


@dataclass(frozen=True, kw_only=True)
class Printed:
    """An item or an action as one version printed it.

    Attributes:
        public_id: by which it is the same row in both versions.
        number:    the item's number, the action's label.
        leads:     who leads, co-leads and carries it out, as printed.
        days:      its timescales as printed, each with whose it is.
        tests:     what was to show it.
    """

    public_id: str
    text: str
    number: str = ""
    leads: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()

    def of(self, field: str) -> tuple[str, ...]:
        """What is printed of its leads, days or tests."""
        return {LEAD: self.leads, DAY: self.days, TEST: self.tests}[field]


@dataclass(frozen=True)
class Changed:
    """A row that both versions hold, and in what they differ."""

    before: Printed
    after: Printed
    reworded: bool
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Apart:
    """What two versions differ in; `same` is how many rows they print alike."""

    added: tuple[Printed, ...]
    dropped: tuple[Printed, ...]
    changed: tuple[Changed, ...]
    same: int

    @property
    def is_same(self) -> bool:
        """Whether nothing differs."""
        return not (self.added or self.dropped or self.changed)


@dataclass(frozen=True)
class Run:
    """Words in a row that both texts hold, or that only this one does."""

    text: str
    is_other: bool


def apart(first: Mapping[str, Printed], second: Mapping[str, Printed]) -> Apart:
    """What the second version has otherwise than the first; rows by public id, in its order.

    Case, blanks, bullets and the kinds of dashes and quotes make no difference.
    """
    both = [_changed(first[key], second[key]) for key in second if key in first]
    changed = tuple(one for one in both if one.reworded or one.fields)
    return Apart(
        added=tuple(row for key, row in second.items() if key not in first),
        dropped=tuple(row for key, row in first.items() if key not in second),
        changed=changed,
        same=len(both) - len(changed),
    )


def _changed(before: Printed, after: Printed) -> Changed:
    fields = (LEAD, DAY, TEST)
    return Changed(
        before,
        after,
        folded(before.text) != folded(after.text),
        tuple(one for one in fields if _set(before.of(one)) != _set(after.of(one))),
    )


def _set(texts: Sequence[str]) -> set[str]:
    """What is printed, whatever its order."""
    return {folded(text) for text in texts}


def runs(before: str, after: str) -> tuple[list[Run], list[Run]]:
    """Both texts word by word: which words only the one or only the other has."""
    old, new = before.split(), after.split()
    matcher = SequenceMatcher(None, _compared(old), _compared(new), autojunk=False)
    only_old, only_new = [True] * len(old), [True] * len(new)
    for block in matcher.get_matching_blocks():
        for n in range(block.size):
            only_old[block.a + n] = only_new[block.b + n] = False
    return _runs(old, only_old), _runs(new, only_new)


def _compared(words: Sequence[str]) -> list[str]:
    """Each word without case and marks at its ends; a mark by itself stays what it is."""
    return [re.sub(r"^\W+|\W+$", "", word.casefold()) or word for word in words]


def _runs(words: Sequence[str], others: Sequence[bool]) -> list[Run]:
    pairs = zip(words, others, strict=True)
    return [
        Run(" ".join(word for word, _ in group), is_other)
        for is_other, group in groupby(pairs, key=lambda pair: pair[1])
    ]
