"""In which table an action stands. No table of the database is asked.

A live, B completed since the last meeting, C more time asked for, D outstanding without: so that
members see first what changed. What was completed before, or replaced, is counted beside them.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from goldenthread.plans import rungs

LIVE, COMPLETED, EXTENDED, OUTSTANDING = "A", "B", "C", "D"
BEFORE, REPLACED = "completed before", "replaced"
TITLES = {
    LIVE: "Live",
    COMPLETED: "Completed since the last meeting",
    EXTENDED: "More time asked for",
    OUTSTANDING: "Outstanding, and no more time asked for",
}


@dataclass(frozen=True, kw_only=True)
class Standing:
    """How an action stands on the day of the paper.

    Attributes:
        delivery:     the step of delivery.
        completed_on: for what is done.
        late:         past the deadline that counts and not done.
        asked_on:     when more time was asked for last.
        waiting:      nobody has decided about that.
    """

    delivery: str
    completed_on: date | None = None
    late: bool = False
    asked_on: date | None = None
    waiting: bool = False


def table_of(one: Standing, *, since: date) -> str:
    """The table of an action, `BEFORE` or `REPLACED`.

    Args:
        since: the day of the last meeting, which is not counted itself.
    """
    if one.delivery in rungs.REPLACED:
        return REPLACED
    if one.delivery == rungs.DONE:
        is_new = one.completed_on is not None and one.completed_on > since
        return COMPLETED if is_new else BEFORE
    if one.waiting or (one.asked_on is not None and one.asked_on > since):
        return EXTENDED
    return OUTSTANDING if one.late else LIVE


def in_words(found: Iterable[str]) -> str:
    """'9 actions: 4 in table A, 2 in B, 1 in C, 1 in D; 1 completed before, 0 replaced.'."""
    counts = Counter(found)
    total = sum(counts.values())
    tables = ", ".join(
        f"{counts[name]} in {'table ' if name == LIVE else ''}{name}" for name in TITLES
    )
    actions = "action" if total == 1 else "actions"
    beside = f"{counts[BEFORE]} completed before, {counts[REPLACED]} replaced"
    return f"{total} {actions}: {tables}; {beside}."
