"""The bridge of a count: from what stood on one day to what stands on another. No table is asked.

Every action that a count holds on one of the two days only is in exactly one step, so that a
bridge always adds up, and each step names its actions.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from goldenthread.plans import rungs


@dataclass(frozen=True, kw_only=True)
class Stood:
    """How an action stood at the end of a day.

    Attributes:
        there:      the plan held it.
        known:      the plan had held it by then, perhaps no longer.
        taken_back: the version that brought it was withdrawn by then.
        points:     it only pointed to another.
        split:      it is one part of a cell of which another part was there before.
        left:       replaced, and what took its place was checked: in no count.
        state:      its step of delivery, where it was closed; else "".
        reported:   a document said, in the first round, that it was completed.
        checked:    done, and each test of the kind done had accepted evidence.
        waiting:    somebody had asked for a check, and nobody had checked.
        tested:     it named something that would show it.
    """

    there: bool = True
    known: bool = True
    taken_back: bool = False
    points: bool = False
    split: bool = False
    left: bool = False
    state: str = ""
    reported: bool = False
    checked: bool = False
    waiting: bool = False
    tested: bool = True

    @property
    def counts(self) -> bool:
        """Whether the plan counted it at all."""
        return self.there and not self.points and not self.left

    @property
    def is_done(self) -> bool:
        """Done here, or reported done while the first round was open."""
        return self.counts and (self.state == rungs.DONE or self.reported)

    @property
    def is_checked(self) -> bool:
        """Its evidence was checked."""
        return self.counts and self.checked

    @property
    def is_open(self) -> bool:
        """Neither done nor replaced."""
        return self.counts and self.state not in rungs.CLOSED


NOWHERE = Stood(there=False, known=False)

ACTIONS, OPEN, DONE, EVIDENCED = "actions", "still open", "reported done", "evidence checked"
WAITING, NO_TEST = "waiting for a check", "no test"
COUNTS: Mapping[str, Callable[[Stood], bool]] = {
    ACTIONS: lambda one: one.counts,
    OPEN: lambda one: one.is_open,
    DONE: lambda one: one.is_done,
    EVIDENCED: lambda one: one.is_checked,
    WAITING: lambda one: one.counts and one.waiting,
    NO_TEST: lambda one: one.counts and not one.tested,
}

ADDED, SPLIT, BACK = "added", "split from another action", "in the plan again"
DROPPED, TAKEN_BACK = "dropped by a later version", "taken back with its version"
TIED, UNTIED = "now only points to another action", "no longer points to another action"
LEFT, COUNTS_AGAIN = (
    "replaced, and what took its place is checked",
    "counts again after it had left",
)
REPLACED = "superseded or ineffective"
CLOSED, REOPENED = "set to done", "reopened"
REPORTED, NOT_REPORTED = "reported done by a document", "no longer reported done by a document"
CHECKED, NOT_CHECKED = "evidence checked", "its evidence no longer counts as checked"

ASKED, ANSWERED = "a check was asked for", "checked, or what was to be checked is no longer there"
UNTESTED, TESTED = "its last test was taken away", "a test was named"

# Why an action that the plan counted on both days came into a count, and why it went.
_OF_ONE = {
    EVIDENCED: (CHECKED, NOT_CHECKED),
    WAITING: (ASKED, ANSWERED),
    NO_TEST: (UNTESTED, TESTED),
}


@dataclass(frozen=True)
class Step:
    """One step of a bridge: why, whether it adds or takes away, and which actions."""

    why: str
    adds: bool
    actions: tuple[int, ...]

    @property
    def change(self) -> int:
        """By how much the count changes."""
        return len(self.actions) if self.adds else -len(self.actions)


@dataclass(frozen=True)
class Bridge:
    """A count then and now, and the steps between them."""

    count: str
    then: int
    steps: tuple[Step, ...]
    now: int

    @property
    def holds(self) -> bool:
        """Whether what stood then and the steps make up what stands now."""
        return self.then + sum(step.change for step in self.steps) == self.now


def bridges(then: Mapping[int, Stood], now: Mapping[int, Stood]) -> list[Bridge]:
    """The bridge of each count; an action that is on one day alone was nowhere on the other."""
    return [bridge(count, then, now) for count in COUNTS]


def bridge(count: str, then: Mapping[int, Stood], now: Mapping[int, Stood]) -> Bridge:
    """The bridge of one count of `COUNTS`.

    Args:
        then: how each action stood on the first day, by its id.
        now:  on the last day; the order is that in which steps name their actions.
    """
    holds = COUNTS[count]
    found: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for pk in {**now, **then}:
        before, after = then.get(pk, NOWHERE), now.get(pk, NOWHERE)
        if holds(before) != holds(after):
            adds = holds(after)
            found[_why(before, after, count, adds=adds), adds].append(pk)
    return Bridge(
        count,
        sum(map(holds, then.values())),
        tuple(
            Step(why, adds, tuple(actions))
            for (why, adds), actions in sorted(found.items(), key=_place)
        ),
        sum(map(holds, now.values())),
    )


_ORDER = (
    ADDED, SPLIT, BACK, UNTIED, COUNTS_AGAIN, REOPENED, CLOSED, REPORTED, CHECKED, ASKED, UNTESTED,
    LEFT, REPLACED, DROPPED, TAKEN_BACK, TIED, NOT_REPORTED, NOT_CHECKED, ANSWERED, TESTED,
)  # fmt: skip


def _place(step: tuple[tuple[str, bool], list[int]]) -> tuple[bool, int]:
    (why, adds), _ = step
    return not adds, _ORDER.index(why)


def _why(before: Stood, after: Stood, count: str, *, adds: bool) -> str:
    """Why an action is in a count in which it was not, or no longer in one in which it was."""
    if before.counts and after.counts:
        return _turned(before, after, count, adds=adds)
    return _came(before, after) if adds else _went(after)


def _came(before: Stood, after: Stood) -> str:
    if not before.there:
        if before.known:
            return BACK
        return SPLIT if after.split else ADDED
    return UNTIED if before.points else COUNTS_AGAIN


def _went(after: Stood) -> str:
    if not after.there:
        return TAKEN_BACK if after.taken_back else DROPPED
    return TIED if after.points else LEFT


def _turned(before: Stood, after: Stood, count: str, *, adds: bool) -> str:
    """What happened to an action that the plan counted on both days."""
    if count in _OF_ONE:
        came, went = _OF_ONE[count]
        return came if adds else went
    if count == OPEN and adds:
        return REOPENED
    if after.state == rungs.DONE:
        return CLOSED
    if adds:
        return REPORTED
    if after.state in rungs.REPLACED:
        return REPLACED
    return REOPENED if before.state == rungs.DONE else NOT_REPORTED
