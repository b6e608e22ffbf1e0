"""Whether something has held for so many consecutive periods (E-23); pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from goldenthread.basics.periods import Period

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class PeriodMet:
    """A period and whether the standard was met in it; None where that is not known."""

    period: Period
    met: bool | None


@dataclass(frozen=True)
class Sustained:
    """How many periods up to the latest were met without a break, and how many are wanted.

    `lapsed`: it held for as many once, and does not now.
    """

    run: int
    wanted: int
    lapsed: bool = False

    @property
    def holds(self) -> bool:
        return self.run >= self.wanted

    @property
    def words(self) -> str:
        said = f"{self.run} of {self.wanted} consecutive periods in standard"
        return f"{said}, held once and lapsed" if self.lapsed else said


def sustained(periods: Iterable[PeriodMet], *, wanted: int) -> Sustained:
    """The run of met periods up to the latest one.

    A period that is missing, not known or not met breaks the run; so does one that overlaps
    the one before, since it is not the next.

    Raises:
        ValueError: `wanted` is less than 1.
    """
    if wanted < 1:
        raise ValueError(f"At least one period is wanted, got {wanted}")
    run, longest, before = 0, 0, None
    for one in sorted(periods, key=lambda one: one.period):
        follows = before is not None and before.last_day + ONE_DAY == one.period.first_day
        run = (run if follows else 0) + 1 if one.met else 0
        longest, before = max(longest, run), one.period
    return Sustained(run, wanted, lapsed=longest >= wanted > run)
