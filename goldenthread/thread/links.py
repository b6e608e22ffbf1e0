"""The chain in words: its links in order, how far each is shown, and the first missing step.

No table is asked. A link is *checked* (by whom, when), *reported* or *missing*; one that is
not asked for, such as the recommendation of the council's own item, is *not needed*.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

CHECKED, REPORTED, MISSING, NOT_NEEDED = "checked", "reported", "missing", "not needed"
STEPS = (
    "paragraph",
    "recommendation",
    "item",
    "action",
    "test",
    "evidence",
    "measure",
    "minute",
)
# Those that hang on an action, or on an item as a whole.
OF_AN_ACTION = frozenset({"test", "evidence", "measure", "minute"})
OF_THE_ITEM = "the item as a whole"
# The weakest link of a step says how far the step is shown.
_STRENGTH = {MISSING: 0, REPORTED: 1, CHECKED: 2, NOT_NEEDED: 3}


@dataclass(frozen=True, kw_only=True)
class Link:
    """One link of the chain.

    Attributes:
        thing, id:   what it is of, such as ("plans.action", 12); ("", None) where it is missing.
        label:       what it is called, such as "P1-A12" or "paragraph 34".
        text:        its own words, verbatim.
        words:       how far it is shown, in words.
        by, on:      who checked it and when.
        verb, fills: the code of the verb that fills what is missing, and what to do in words.
        of:          the id of the action that the verb is done to, if of one.
        to:          what else it is done to, such as ("plans.test", 7), where that is not `thing`.
        can_wait:    it is named as the first missing step only when nothing else is missing.
    """

    step: str
    state: str
    words: str
    thing: str = ""
    id: int | None = None
    label: str = ""
    text: str = ""
    by: str = ""
    on: date | None = None
    verb: str = ""
    fills: str = ""
    of: int | None = None
    to: tuple[str, int] | None = None
    can_wait: bool = False

    @property
    def is_open(self) -> bool:
        """Whether something is to be done about it now."""
        return self.state in {MISSING, REPORTED} and bool(self.verb)


@dataclass(frozen=True, kw_only=True)
class Step:
    """A step of the chain with all its links; its state is that of the weakest."""

    name: str
    links: tuple[Link, ...]

    @property
    def state(self) -> str:
        return min((link.state for link in self.links), key=_STRENGTH.__getitem__, default=MISSING)


@dataclass(frozen=True, kw_only=True)
class Chain:
    """The steps from the paragraph to the minute, in order.

    `whole` is False where the user sees only a part of what hangs on it.
    """

    steps: tuple[Step, ...]
    whole: bool = True

    @property
    def first_missing_step(self) -> Link | None:
        """The first link that is not checked and that a verb fills; None where nothing is open."""
        waiting = [link for step in self.steps for link in step.links if link.is_open]
        urgent = [link for link in waiting if not link.can_wait]
        return next(iter(urgent or waiting), None)

    def action_of(self, link: Link) -> str:
        """The label of the action that a later link hangs on; "" where only one action is there."""
        actions = self._actions
        if len(actions) < 2 or link.step not in OF_AN_ACTION:
            return ""
        return OF_THE_ITEM if link.of is None else actions.get(link.of, "")

    @cached_property
    def _actions(self) -> dict[int, str]:
        rows = (link for step in self.steps if step.name == "action" for link in step.links)
        return {link.id: link.label for link in rows if link.id is not None}

    @property
    def words(self) -> str:
        """What stands at the top of the page."""
        first = self.first_missing_step
        if not any(step.links for step in self.steps):
            return "Nothing of it is open to you."
        if first is None:
            return "Nothing is left to fill." if self.whole else "Nothing that you see is missing."
        action = self.action_of(first)
        named = f"{first.step} ({action})" if action else first.step
        return f"First missing step: {named}. {first.words} {first.fills}".strip()


def in_order(links: Iterable[Link], *, whole: bool = True) -> Chain:
    """The chain of those links, each at its step; within a step they keep their order.

    Raises:
        KeyError: a link is of no step of the chain.
    """
    at: dict[str, list[Link]] = {step: [] for step in STEPS}
    for link in links:
        at[link.step].append(link)
    return Chain(
        steps=tuple(Step(name=name, links=tuple(found)) for name, found in at.items()), whole=whole
    )
