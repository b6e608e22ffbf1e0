"""Lines of somebody's work by urgency, each with why it is theirs. No table is asked."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

TO_CHECK = "to check"
RETURNED = "returned to me"
DUE = "due"
OVERDUE = "overdue"
TO_APPROVE = "to approve"
TO_ANSWER = "to answer"
TO_SETTLE = "to settle"
NEXT_STEP = "agreed next step"
DRAFT = "draft of my mail"
ENTERED = "entered for me"
FOR_AWAY = "for somebody away"
ROUND = "update round"
FURTHER = "weekly list"
KINDS = (
    *(TO_CHECK, RETURNED, TO_APPROVE, TO_ANSWER, DRAFT, ENTERED),
    *(ROUND, OVERDUE, DUE, FOR_AWAY, NEXT_STEP, FURTHER, TO_SETTLE),
)

SOON = timedelta(days=14)  # how far ahead a due action is a line of its own
LATE, NOW, AHEAD, UNDATED = range(4)
# What waits for nothing but its owner is urgent without a day.
_NOW = frozenset({RETURNED, TO_APPROVE, DRAFT})


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing to do.

    Attributes:
        kind:      one of `KINDS`.
        thing, id: what it is of, such as ("plans.action", 12).
        action:    the id of the action that it hangs on, if on one.
        council, plan: the code of the council and the public id of the plan.
        label:     what it is called, such as "P1-A12".
        text:      its own words.
        why:       why it is mine, in a sentence.
        due:       until when; None where nothing says so.
        clock:     whose clock that is, in words.
        verb:      the code of the verb that takes it off the list.
    """

    kind: str
    thing: str
    id: int
    label: str
    text: str
    why: str
    verb: str
    action: int | None = None
    council: str = ""
    plan: str = ""
    due: date | None = None
    clock: str = ""

    @property
    def key(self) -> str:
        """What it is called in an address: "action-12"."""
        return f"{self.thing.rpartition('.')[2]}-{self.id}"

    def urgency(self, day: date) -> int:
        """LATE, NOW, AHEAD or UNDATED, as it stands on a day."""
        if self.due is not None and self.due < day:
            return LATE
        if self.due == day or self.kind in _NOW:
            return NOW
        return AHEAD if self.due is not None else UNDATED

    def when(self, day: date) -> str:
        """How it stands to its day, in words."""
        if self.due is None:
            return "No day is set."
        days = (self.due - day).days
        if days < 0:
            return f"{_days(-days)} late."
        return "Due today." if days == 0 else f"Due in {_days(days)}."


@dataclass(frozen=True, kw_only=True)
class Work:
    """The lines, the most urgent first; `later` counts own actions that are due later.

    `queued` counts queries that wait for another week.
    """

    lines: tuple[Line, ...] = field(default=())
    later: int = 0
    queued: int = 0


def in_order(lines: Iterable[Line], *, day: date, queued: int = 0) -> Work:
    """The lines by urgency and day; actions that are due later than soon are only counted."""
    given = list(lines)
    shown = [line for line in given if not _is_later(line, day)]
    shown.sort(
        key=lambda line: (
            line.urgency(day),
            line.due or date.max,
            KINDS.index(line.kind),
            line.plan,
            line.id,
        )
    )
    return Work(lines=tuple(shown), later=len(given) - len(shown), queued=queued)


def of_action(due: date, day: date) -> str:
    """Whether an action that is not done is due or overdue."""
    return OVERDUE if due < day else DUE


def _is_later(line: Line, day: date) -> bool:
    return line.kind in (DUE, FOR_AWAY) and line.due is not None and line.due > day + SOON


def _days(number: int) -> str:
    return f"{number} day" if number == 1 else f"{number} days"
