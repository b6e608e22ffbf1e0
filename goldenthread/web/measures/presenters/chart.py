"""A plain chart of a measure: a bar for each of the latest periods, and a line for the level."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.results import looking
from goldenthread.results.figures import rounded
from goldenthread.results.kinds import Form
from goldenthread.results.models import Measure, Target, Value
from goldenthread.web.measures import wording

BARS = 12
# The longest bar, or the level, comes so far to the end of the room for it.
WHOLE = 100


@dataclass(frozen=True)
class Bar:
    """One period: its days, the figure in words, and how long the bar is in hundredths."""

    period: str
    figure: str
    parts: str
    width: str


@dataclass(frozen=True)
class Chart:
    """Bars from the oldest to the latest; where the level lies, and what it is."""

    bars: Sequence[Bar]
    level: str
    words: str


def chart_of(values: Sequence[Value], target: Target | None) -> Chart | None:
    """The latest periods of figures of one part, given from the oldest on; None for none."""
    shown = list(values)[-BARS:]
    if not shown:
        return None
    level = looking.level_of(target) if target is not None else None
    largest = _largest(shown[0].measure, [*(one.exact for one in shown), level or Fraction(0)])
    bars = [
        Bar(
            wording.period_of(one),
            wording.figure_of(one),
            wording.parts_of(one),
            _of(one.exact, largest),
        )
        for one in shown
    ]
    words = f"The line: {wording.target_of(target)}." if target is not None else ""
    return Chart(bars, _of(level, largest) if level is not None else "", words)


def _largest(measure: Measure, numbers: Sequence[Fraction]) -> Fraction:
    whole = Fraction(WHOLE) if measure.form == Form.SHARE else Fraction(0)
    return max(*numbers, whole) or Fraction(1)


def _of(number: Fraction, largest: Fraction) -> str:
    return str(rounded(WHOLE * number / largest))
