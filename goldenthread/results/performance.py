"""How a measure stands to its target: apart from how the work on it stands (E-19); pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from goldenthread.basics.days import add_months
from goldenthread.results.sustained import PeriodMet

# So many of the latest periods are looked at to tell 'met' from 'hit and miss'.
PERIODS_LOOKED_AT = 3


class State(StrEnum):
    """The states of a measure (DESIGN 3)."""

    NO_VALUE = "no value"
    STALE = "stale"
    NOT_MET = "not met"
    HIT_AND_MISS = "hit and miss"
    MET = "met"


@dataclass(frozen=True)
class Performance:
    """The state, None where it cannot be worked out, and words for the page."""

    state: State | None
    words: str


def expected_by(last_day: date, *, every_months: int, settling_days: int) -> date:
    """By when the figure is expected that follows a period which ended on `last_day`."""
    return add_months(last_day, every_months) + timedelta(days=settling_days)


def performance(
    periods: Sequence[PeriodMet],
    *,
    today: date,
    every_months: int,
    settling_days: int = 0,
    why_unknown: str = "no target",
) -> Performance:
    """The state of a measure from its periods, in any order.

    Args:
        periods:     one for each period with an approved figure; `met` is None where there is
                     no target that the figure could be held against.
        why_unknown: said where the latest period's `met` is None.
    """
    if not periods:
        return Performance(State.NO_VALUE, "no value")
    ordered = sorted(periods, key=lambda one: one.period)
    latest = ordered[-1]
    due = expected_by(
        latest.period.last_day, every_months=every_months, settling_days=settling_days
    )
    if today > due:
        return Performance(State.STALE, f"stale: a newer figure was expected by {due:%d/%m/%Y}")
    if latest.met is None:
        return Performance(None, f"cannot be worked out: {why_unknown}")
    known = [one.met for one in ordered[-PERIODS_LOOKED_AT:] if one.met is not None]
    missed = State.HIT_AND_MISS if any(known) else State.NOT_MET
    state = State.MET if all(known) else missed
    said = f"{state.value} ({sum(known)} of the last {len(known)})"
    return Performance(state, said)
