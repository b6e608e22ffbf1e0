"""Who is told that an action is late, and after how many working days. No table is asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from goldenthread.basics.clocks import within_working_days
from goldenthread.plans import rungs
from goldenthread.plans.status import Facts, last_day

LEAD, MANAGER, DIRECTOR = "lead", "manager", "director"


@dataclass(frozen=True)
class Steps:
    """After how many working days of lateness whom; None leaves that step out.

    Attributes:
        lead:     whoever leads the action.
        manager:  the lead's manager, else the strategic lead.
        director: it stands on the director's weekly list.
    """

    lead: int | None = 5
    manager: int | None = 10
    director: int | None = 20

    def __iter__(self) -> Iterator[tuple[str, int]]:
        """The steps that are not left out, the first one first."""
        for who in (LEAD, MANAGER, DIRECTOR):
            after = getattr(self, who)
            if after is not None:
                yield who, after

    @property
    def in_order(self) -> bool:
        """Whether each step takes more working days than the one before; the first at least one."""
        days = [0, *(after for _, after in self)]
        return all(first < later for first, later in pairwise(days))


SHIPPED = Steps()


def late_since(facts: Facts) -> date | None:
    """The day after which an action is late, or None.

    What is closed is not late. What waits for a check is the checkers' to act on, and never
    the lead's lateness.
    """
    if facts.delivery in rungs.CLOSED or facts.waiting_since is not None:
        return None
    days = [day for day in (last_day(facts), facts.missed) if day is not None and day < facts.day]
    return min(days, default=None)


def reached(since: date, day: date, steps: Steps) -> list[tuple[str, int]]:
    """The steps that lateness has reached: as many working days, or more, lie after `since`."""
    return [(who, after) for who, after in steps if _past(since, after) <= day]


def _past(since: date, after: int) -> date:
    return within_working_days(since, after).date or date.max


def in_words(steps: Sequence[tuple[str, int]]) -> str:
    """The steps in a sentence: "After 5 working days whoever leads it is told; after ..."."""
    said = [f"after {days(after)} {_SAYS[who]}" for who, after in steps]
    if not said:
        return "Nobody is told that an action is late."
    words = "; ".join(said)
    return f"{words[0].upper()}{words[1:]}."


def days(number: int) -> str:
    """How many, in words: 1 working day, 5 working days."""
    return "1 working day" if number == 1 else f"{number} working days"


_SAYS = {
    LEAD: "whoever leads it is told",
    MANAGER: "the lead’s manager is told, or else the strategic lead",
    DIRECTOR: "it stands on the director’s weekly list",
}
