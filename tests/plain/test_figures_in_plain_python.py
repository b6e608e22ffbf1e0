"""Figures, and the rows behind them, are what plain Python makes of the cases."""

from collections import Counter

import pytest

from goldenthread.engine import measuring
from goldenthread.indicators.catalogue import INDICATORS
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN, RECENT, Kind
from tests.plain.test_same_in_plain_python import SEEDS, council, in_order
from tests.spec.random_council import AUTHORITIES, SINCE


def plain_cases(indicator):
    """The cases by plain Python; a case of no team has an empty one, as in figures."""
    _, whole, plain = council(SEEDS[0])
    return plain.rows(measuring.cases(indicator, whole).op())


def of_figure(rows, figure):
    """The cases of a figure: of the whole where it is of no team in particular."""
    return [
        row
        for row in rows
        if (row["authority"], row["month"]) == (figure.authority, figure.month)
        and figure.team in (measuring.WHOLE, row["team"] or "")
    ]


def weighed(rows):
    """How many cases had each outcome; one whose weight is unknown counts once."""
    found = Counter()
    for row in rows:
        weight = row.get("weight", 1)
        found[row["outcome"]] += 1 if weight is None else weight
    return found


def expected_value(indicator, rows):
    many = weighed(rows)
    counted = many[MET] + many[NOT_MET]
    if indicator.kind is Kind.SHARE:
        return 100 * many[MET] / counted if counted else None
    if indicator.kind is Kind.MEAN:
        amounts = sum(row["amount"] for row in rows if row["outcome"] == MET)
        return amounts / many[MET] if many[MET] else None
    return many[MET] if counted else None


def beyond_the_loads(figure):
    """Whether the loads of the figure's authority do not tell everything of its month."""
    return figure.authority == AUTHORITIES[0] and figure.month and figure.month < SINCE


@pytest.mark.parametrize("name", INDICATORS)
def test_figures_are_what_the_cases_of_plain_python_come_to(name):
    indicator = INDICATORS[name]
    rows = plain_cases(indicator)
    figures = measuring.figures(indicator, council(SEEDS[0])[0], by_team=True)
    for figure in figures:
        mine = of_figure(rows, figure)
        many = weighed(mine)
        beside = (figure.cannot, figure.still_open, figure.recent)
        assert beside == pytest.approx((many[CANNOT], many[OPEN], many[RECENT]))
        if figure.reason:
            assert beyond_the_loads(figure)
            assert figure.value is None
        else:
            assert figure.value == pytest.approx(expected_value(indicator, mine))
    told = {(figure.authority, figure.month, figure.team) for figure in figures}
    assert {(row["authority"], row["month"], row["team"] or "") for row in rows} <= told


@pytest.mark.parametrize("name", INDICATORS)
def test_the_rows_behind_a_figure_are_those_of_plain_python(name):
    indicator = INDICATORS[name]
    rows = plain_cases(indicator)
    most = Counter((row["authority"], row["month"], row["team"]) for row in rows).most_common(1)
    for (authority, month, team), many in most:
        found = measuring.behind(
            indicator, council(SEEDS[0])[0], authority=authority, month=month, team=team or ""
        )
        expected = [
            row for row in rows if (row["authority"], row["month"], row["team"]) == most[0][0]
        ]
        assert len(found) == many
        assert in_order(found, found[0]) == in_order(expected, found[0])
