"""The four rules once more, slowly and point by point, on random series."""

from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.results.reading import xmr
from goldenthread.results.reading.xmr import Terms
from goldenthread.results.tests.reading.drawn import months

TERMS = Terms(form="count", better="higher")
CELLS = st.one_of(st.just("-"), st.integers(min_value=20, max_value=40).map(str))
SERIES = st.lists(CELLS, min_size=3, max_size=40)


def windows(numbers, place, length):
    """Every run of so many points that holds the place and misses none."""
    for first in range(place - length + 1, place + 1):
        run = numbers[max(first, 0) : first + length]
        if first >= 0 and len(run) == length and None not in run:
            yield run


def label(numbers, place, limits):
    """The rule that labels a point, by looking at every window that holds it."""
    number = numbers[place]
    if number > limits.upper or number < limits.lower:
        return "outside a limit"
    sevens = list(windows(numbers, place, 7))
    if any(list(run) in (sorted(set(run)), sorted(set(run), reverse=True)) for run in sevens):
        return "seven rising or falling"
    threes = list(windows(numbers, place, 3))
    if is_near_above(number, threes, limits) or is_near_below(number, threes, limits):
        return "two of three near a limit"
    if any(min(run) > limits.centre or max(run) < limits.centre for run in sevens):
        return "seven on one side of the mean"
    return ""


def is_near_above(number, threes, limits):
    return number > limits.near_upper and any(
        min(run) > limits.centre and sorted(run)[1] > limits.near_upper for run in threes
    )


def is_near_below(number, threes, limits):
    return number < limits.near_lower and any(
        max(run) < limits.centre and sorted(run)[1] < limits.near_lower for run in threes
    )


@given(cells=SERIES)
@settings(deadline=None)
def test_each_point_has_the_label_that_is_found_slowly(cells):
    chart = xmr.chart(months(" ".join(cells)), TERMS)
    numbers = [mark.point.number for mark in chart.marks]
    for place, mark in enumerate(chart.marks):
        if mark.point.number is not None and mark.limits is not None:
            assert mark.rule == label(numbers, place, mark.limits), (cells, place)


@given(cells=SERIES)
@settings(deadline=None)
def test_limits_are_in_order_and_around_the_mean(cells):
    chart = xmr.chart(months(" ".join(cells)), TERMS)
    for limits in {mark.limits for mark in chart.marks} - {None}:
        ordered = (limits.lower, limits.near_lower, limits.centre, limits.near_upper, limits.upper)
        assert list(ordered) == sorted(ordered)
        assert limits.lower >= 0
