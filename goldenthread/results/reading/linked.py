"""What a measure says of the work that it is to show: expected direction and lag, and no sooner.

A query of work that is reported done or on time is raised only after a signal against the
expected direction, on ten cases or more, once the lag is over. It names figure, count and day.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from goldenthread.basics.days import add_months, without_weekday
from goldenthread.results.figures import plain
from goldenthread.results.reading.samples import cases, has_colour
from goldenthread.results.reading.series import Chart, Mark, Point, Signal

RISE, FALL = "rise", "fall"
# Words for a place in the sentence of a query.
SIGNS = {"share": "%"}


@dataclass(frozen=True, kw_only=True)
class Link:
    """A measure that is to show what a piece of work achieves.

    Attributes:
        measure:    its name, as pages print it.
        form:       "share", "rate", "mean" or "count".
        expected:   "rise" or "fall".
        counts_from: the day the lag counts from: completion, or where work is only on time the
                    day it began; None while there is none.
        lag_months: so long after it the first figure may show something.
        is_good:    the work is reported done, or stands on time.
    """

    measure: str
    form: str
    expected: str
    counts_from: date | None
    lag_months: int
    is_good: bool

    @property
    def tells_from(self) -> date | None:
        """From when on a period may show it."""
        return self.counts_from and add_months(self.counts_from, self.lag_months)


class Says(StrEnum):
    """What the measure says of the work; each word for one thing."""

    NO_VALUE = "no value"
    TOO_EARLY = "too early"
    STALE = "stale"
    TOO_FEW = "fewer than ten"
    NOTHING = "no change that can be told from chance"
    AS_EXPECTED = "moved as expected"
    AGAINST = "moved against what is expected"


@dataclass(frozen=True)
class Answer:
    """What the measure says, in words, and whether a query of the work is to be raised."""

    says: Says
    words: str
    is_queried: bool = False


def answer(link: Link, chart: Chart, *, stale_since: date | None = None) -> Answer:
    """Read a measure for the work that it is tied to.

    Args:
        chart:       of the measure's whole series; its signals are looked at since the lag.
        stale_since: a newer figure was expected by that day; None while the measure is fresh.
    """
    latest = chart.latest
    if latest is None:
        return Answer(Says.NO_VALUE, Says.NO_VALUE)
    since = link.tells_from
    if since is None or latest.point.period.first_day < since:
        return Answer(Says.TOO_EARLY, _too_early(since))
    if stale_since is not None:
        return Answer(Says.STALE, f"{Says.STALE}: a newer figure was due {stale_since:%d/%m/%Y}")
    if not has_colour(_cases(link.form, latest.point)):
        return Answer(Says.TOO_FEW, f"{Says.TOO_FEW} cases: read the counts")
    return _by_signal(link, chart, latest, since)


def _by_signal(link: Link, chart: Chart, latest: Mark, since: date) -> Answer:
    signal = _signal(chart, since)
    if signal is None:
        return Answer(Says.NOTHING, Says.NOTHING)
    is_expected = signal.is_up == (link.expected == RISE)
    says = Says.AS_EXPECTED if is_expected else Says.AGAINST
    words = f"{link.measure} {_figure(link, latest.point)}: {says} ({signal.rule})"
    words = "; ".join((words, *chart.notes))
    if signal.is_provisional:
        return Answer(says, f"{words}; provisional, late records may change it")
    return Answer(says, words, is_queried=link.is_good and not is_expected)


def _signal(chart: Chart, since: date) -> Signal | None:
    """The first signal, in the order of the rules, that holds since the lag and up to now.

    Seven months on one side of the mean, of which four came before the work could tell, say
    nothing of the work; of ten, seven since are enough.
    """
    last = max(n for n, one in enumerate(chart.marks) if one.point.number is not None)
    told = [one.point.period.first_day >= since for one in chart.marks]
    return next(
        (
            signal
            for signal in chart.signals
            if signal.places[-1] == last
            and sum(told[place] for place in signal.places) >= signal.wanted
        ),
        None,
    )


def _cases(form: str, point: Point) -> int | None:
    number = point.number or Decimal(0)
    return cases(form, number=number, numerator=point.numerator, among=point.denominator)


def _figure(link: Link, point: Point) -> str:
    number = plain(Fraction(point.number or Decimal(0)))
    among = ""
    if point.numerator is not None and point.denominator is not None:
        among = f" ({point.numerator} of {point.denominator})"
    day = without_weekday(point.period.last_day)
    return f"{number}{SIGNS.get(link.form, '')}{among} in the period to {day}"


def _too_early(since: date | None) -> str:
    if since is None:
        return f"{Says.TOO_EARLY}: the work is neither done nor begun"
    return f"{Says.TOO_EARLY}: tells from {without_weekday(since)} on"
