"""The worst team and group beside the whole, and groups that each have to reach a target."""

from decimal import Decimal
from fractions import Fraction

import pytest

from goldenthread.results.judging import each_group
from goldenthread.results.reading.parts import Part, status_of_groups, worst

TEAMS = {
    "North": Part(Decimal(61), 34),
    "South": Part(Decimal(92), 40),
    "East": Part(Decimal(20), 5),
    "West": Part(None, 12),
    "Duty": Part(Decimal(70), None),
}


@pytest.mark.parametrize(
    ("better", "name"), [("higher", "North"), ("lower", "South"), ("neither", "")]
)
def test_the_worst_team_is_named_by_which_way_is_better(better, name):
    found = worst(TEAMS, better)
    assert (found.name, found.part) == (name, TEAMS.get(name))


def test_teams_of_few_and_teams_without_a_figure_are_named_apart():
    found = worst(TEAMS, "higher")
    assert (found.too_few, found.unknown) == (("Duty", "East"), ("West",))


def test_where_none_has_ten_cases_none_is_the_worst():
    assert worst({"East": TEAMS["East"]}, "higher").name == ""
    assert worst({}, "higher").part is None


def test_of_equals_the_first_by_name_is_named():
    equal = {name: Part(Decimal(50), 20) for name in ("South", "North")}
    assert worst(equal, "higher").name == worst(equal, "lower").name == "North"


def groups(**figures):
    given = {name: None if one is None else Fraction(one) for name, one in figures.items()}
    return each_group(given, "at least", Fraction(80))


@pytest.mark.parametrize(
    ("figures", "among", "word", "colour"),
    [
        ({"L2": "76.5", "L3": "68.5"}, {"L2": 200, "L3": 200}, "not met by each group", "red"),
        ({"L2": "100", "L3": "70"}, {"L2": 200, "L3": 10}, "not met by each group", "red"),
        ({"L2": "100", "L3": "70"}, {"L2": 200, "L3": 9}, "not met by each group", ""),
        ({"L2": "100", "L3": "70"}, {"L2": 200}, "not met by each group", ""),
        ({"L2": "80", "L3": "95"}, {"L2": 200, "L3": 9}, "met by each group", "green"),
        ({"L2": "90", "L3": None}, {"L2": 200}, "no value", ""),
    ],
)
def test_s15_a_target_for_all_groups_is_met_only_by_each(figures, among, word, colour):
    """76.5 and 68.5 against 80; the mean of 72.5 is nowhere."""
    said = status_of_groups(groups(**figures), among)
    assert (said.word, said.colour) == (word, colour)
    assert "72.5" not in said.why


def test_s15_the_gaps_of_the_groups_are_in_the_words():
    said = status_of_groups(groups(L2="76.5", L3="68.5"), {"L2": 200, "L3": 200})
    assert said.why == "not met: L2 3.5 under, L3 11.5 under"
