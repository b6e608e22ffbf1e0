"""Colours: what has none, what is marked from one, and what limits and targets decide."""

from datetime import date
from decimal import Decimal

import pytest

from goldenthread.results.reading import colours, xmr
from goldenthread.results.reading.assurance import Assurance
from goldenthread.results.reading.colours import Bands, Facts, Latest, Word, status
from goldenthread.results.reading.series import Reading
from goldenthread.results.reading.xmr import Terms
from goldenthread.results.tests.reading.drawn import months, table

DAY = date(2024, 5, 1)
NINETY = Bands(comparator="at least", level=Decimal(90), near=Decimal(75))
NONE = Bands(comparator="at most", level=Decimal(0))


def share(number=80, numerator=40, among=50, bands=NINETY, **more):
    latest = Latest(number=Decimal(number), numerator=numerator, among=among)
    return status(Facts(form="share", latest=latest, bands=bands, **more))


def count(number, bands, among=None, **more):
    latest = Latest(number=Decimal(number), numerator=number, among=among)
    return status(Facts(form="count", latest=latest, bands=bands, **more))


@pytest.mark.parametrize(
    ("facts", "word", "why"),
    [
        ({"not_measurable": "no extract carries absence"}, "not measurable", "no extract carries"),
        ({"expected_from": DAY}, "too early", "no figure is expected before 1 May 2024"),
        ({}, "no value", "a figure was expected and there is none"),
    ],
)
def test_s11_too_early_no_value_and_not_measurable_are_different_words(facts, word, why):
    said = status(Facts(form="share", bands=NINETY, **facts))
    assert (said.word, said.colour) == (word, "")
    assert why in said.why


@pytest.mark.parametrize(
    "row",
    table(
        """
        number | near | word    | colour
        -------+------+---------+-------
        95     | 75   | met     | green
        90     | 75   | met     | green
        89     | 75   | near    | amber
        75     | 75   | near    | amber
        74     | 75   | not met | red
        89     |      | not met | red
        """
    ),
    ids=lambda row: f"{row['number']}-{row['near']}",
)
def test_without_limits_the_latest_figure_is_held_against_the_target(row):
    near = Decimal(row["near"]) if row["near"] else None
    bands = Bands(comparator="at least", level=Decimal(90), near=near)
    said = share(row["number"], bands=bands)
    assert (said.word, said.colour) == (row["word"], row["colour"])
    assert said.why == f"{row['number']} against at least 90"


@pytest.mark.parametrize(("among", "colour"), [(9, ""), (10, "red")])
def test_under_ten_cases_there_is_no_colour(among, colour):
    said = share(50, among // 2, among)
    assert said.colour == colour
    assert (said.word == Word.TOO_FEW) == (not colour)


def test_one_of_six_private_fostering_visits_has_counts_and_no_colour():
    """Domain 4.5."""
    assert share(Decimal(100) / 6, 1, 6).why == "under ten cases: read the counts"


@pytest.mark.parametrize(
    ("number", "level", "colour"),
    [
        (4, 5, ""),
        (9, 9, ""),
        (4, 10, "green"),
        (9, 12, "green"),
        (10, 5, "red"),
        (286, 286, "green"),
    ],
)
def test_a_count_is_small_where_both_it_and_its_level_are(number, level, colour):
    assert count(number, Bands(comparator="at most", level=Decimal(level))).colour == colour


@pytest.mark.parametrize(("among", "colour"), [(9, ""), (10, "red")])
def test_a_count_that_says_out_of_how_many_is_as_large_as_that(among, colour):
    assert count(3, Bands(comparator="at most", level=Decimal(2)), among).colour == colour


@pytest.mark.parametrize(("numerator", "colour"), [(9, ""), (10, "green"), (None, "")])
def test_a_rate_is_of_those_it_counts_and_not_of_the_area(numerator, colour):
    latest = Latest(number=Decimal(30), numerator=numerator, among=50_000)
    bands = Bands(comparator="at most", level=Decimal(40))
    assert status(Facts(form="rate", latest=latest, bands=bands)).colour == colour


def test_a_small_count_without_a_target_is_of_few():
    assert count(4, None).word == Word.TOO_FEW
    assert count(40, None).word == Word.NO_TARGET


@pytest.mark.parametrize(
    ("number", "word", "colour"), [(0, "met", "green"), (1, "above nought", "red"), (3, "above nought", "red")]
)  # fmt: skip
def test_where_there_should_be_none_one_is_marked_with_the_list(number, word, colour):
    """J-06, J-18: three reviews out of time are three too many, small as the number is."""
    said = count(number, NONE)
    assert (said.word, said.colour, said.has_list) == (word, colour, number > 0)
    if number:
        assert said.why == f"{number} where there should be none: see the list"


def test_a_share_that_should_be_nought_is_marked_by_its_count():
    said = share(20, 1, 5, bands=NONE)
    assert (said.word, said.why) == ("above nought", "1 where there should be none: see the list")
    exactly = Bands(comparator="exactly", level=Decimal(0))
    assert share(20, None, 5, bands=exactly).word == Word.ABOVE_NOUGHT


def test_at_least_none_is_no_target_of_nought():
    assert count(3, Bands(comparator="at least", level=Decimal(0))).word == Word.TOO_FEW


def test_s13_a_share_without_its_denominator_has_no_colour():
    said = share(89, None, None)
    assert (said.word, said.colour) == ("denominator not given", "")
    assert count(30, Bands(comparator="at most", level=Decimal(40))).colour == "green"


def test_without_a_target_there_is_no_colour():
    assert share(bands=None).word == Word.NO_TARGET


@pytest.mark.parametrize(
    ("more", "word", "colour"),
    [
        ({"number": 95}, "stale", ""),
        ({"number": 80}, "stale", ""),
        ({"number": 95, "assurance": Assurance.PASSES}, "stale", ""),
        ({"number": 95, "assurance": Assurance.HIT_AND_MISS}, "stale", ""),
        ({"number": 50}, "not met", "red"),
        ({"number": 50, "assurance": Assurance.FAILS}, "consistently missed", "red"),
    ],
)
def test_nothing_good_rests_on_a_stale_figure_and_a_bad_one_stays_bad(more, word, colour):
    said = share(**more, stale_since=DAY)
    assert (said.word, said.colour) == (word, colour)
    assert "stale: a newer figure was expected by 01/05/2024" in said.why
    assert "stale" not in share(**more).why


def test_a_stale_count_above_nought_stays_marked():
    assert count(1, NONE, stale_since=DAY).colour == "red"
    assert count(0, NONE, stale_since=DAY).word == Word.STALE


@pytest.mark.parametrize(
    "row",
    table(
        """
        number | by limits           | reading      | word                | colour
        -------+---------------------+--------------+---------------------+-------
        95     | consistently met    | common cause | consistently met    | green
        85     | consistently met    | common cause | consistently met    | green
        85     | consistently met    | concern      | not met and worse   | red
        91     | consistently met    | concern      | consistently met    | green
        95     | hit and miss        | common cause | hit and miss        | amber
        60     | hit and miss        | common cause | hit and miss        | amber
        60     | hit and miss        | concern      | not met and worse   | red
        95     | hit and miss        | improvement  | hit and miss        | amber
        60     | consistently missed | common cause | consistently missed | red
        60     | consistently missed | improvement  | consistently missed | red
        95     | consistently missed | common cause | consistently missed | red
        95     | consistently missed | improvement  | hit and miss        | amber
        """
    ),
    ids=lambda row: f"{row['number']}-{row['by limits']}-{row['reading']}",
)
def test_where_there_are_limits_a_month_within_them_changes_no_colour(row):
    said = share(
        row["number"],
        assurance=Assurance(row["by limits"]),
        reading=Reading(row["reading"]),
    )
    assert (said.word, said.colour) == (row["word"], row["colour"])
    assert said.why.endswith(f"; by the limits {row['by limits']}")


@pytest.mark.parametrize(
    ("line", "comparator", "said"),
    [
        ("49 51 " * 6, "at least", Assurance.PASSES),
        ("49 51 " * 5, "at least", None),
        ("49 51 " * 6, "exactly", None),
        ("49", "at least", None),
    ],
)
def test_only_limits_of_12_points_decide(line, comparator, said):
    chart = xmr.chart(months(line), Terms(form="count", better="higher"))
    bands = Bands(comparator=comparator, level=Decimal(40))
    assert colours.firm(chart, bands) == said


def test_the_key_names_each_word_once_with_its_colour_and_meaning():
    key = colours.key()
    assert len({word for word, _, _ in key}) == len(key)
    assert ("hit and miss", "amber", "the target lies between the limits: chance decides") in key
    assert all(meaning for _, _, meaning in key)


def test_what_is_missing_is_said_without_a_colour():
    without = {word for word, colour, _ in colours.key() if not colour}
    assert without == {
        "not measurable",
        "too early",
        "no value",
        "denominator not given",
        "fewer than ten",
        "no target",
        "stale",
    }
