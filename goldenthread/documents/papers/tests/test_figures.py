"""Numbers in sentences: what they count, what they are out of and what they are called."""

import pytest

from goldenthread.documents.layout import Place
from goldenthread.documents.papers.figures import figures_of
from goldenthread.documents.papers.passages import Passage


def figures(text):
    found = figures_of([Passage(text, Place(line=1))], part="answer", exchange=0)
    return [one.as_dict() for one in found]


@pytest.mark.parametrize(
    ("text", "name", "value", "unit"),
    [
        ("78 per cent of visits were on time.", "visits were on time", 78, "percent"),
        ("Timeliness of visits is 89%.", "Timeliness of visits", 89, "percent"),
        ("Staff turnover: 16%", "Staff turnover", 16, "percent"),
        ("A third of our social workers are new.", "social workers are new", 33.3, "percent"),
        ("Two thirds of plans are SMART.", "plans are SMART", 66.7, "percent"),
        ("We have twenty-one vacancies.", "vacancies", 21, "vacancies"),
        ("There are five SWs with too many cases.", "SWs with too many cases", 5, "social workers"),
        ("Three more agency workers were hired to help.", "more agency workers were hired", 3, "agency staff"),
        ("There were 1,204 referrals.", "referrals", 1204, "referrals"),
        ("The rate is 45.3 per 10,000 children.", "The rate", 45.3, "per 10,000"),
        ("The ratio of supervisors is 1:6.", "The ratio of supervisors", 1, "ratio"),
        ("The average caseload is 18.", "The average caseload", 18, None),
        ("Children waiting – none", "Children waiting", 0, "children"),
        ("The number of unallocated cases stands at zero.", "The number of unallocated cases", 0, "cases"),
        ("Eleven have been replaced.", "have been replaced", 11, None),
        ("98 of them (24%).", "98 of them (24%)", 98, None),
        ("We spend £1.2m on agency staff.", "We spend £1.2m on agency staff", 1_200_000, "pounds"),
        ("Families wait outside the 26 weeks of the protocol.", "Families wait outside the 26 weeks of the protocol", 26, "weeks"),
        ("Every child has a plan.", "Every child has a plan", 100, "percent"),
        ("The unit has audited all children in need.", "all children in need", 100, "percent"),
    ],
)  # fmt: skip
def test_a_figure_has_name_value_and_unit(text, name, value, unit):
    assert [(f["name"], f["value"], f["unit"]) for f in figures(text)] == [(name, value, unit)]


@pytest.mark.parametrize(
    ("text", "value", "whole", "share"),
    [
        ("18 of 22 case files met the standard.", 18, 22, None),
        ("18 out of 22 case files (82%) met the standard.", 18, 22, 82),
        ("82% (18 of 22) met the standard.", 82, 22, None),
        ("67% of 120 assessments were in time.", 67, 120, None),
        ("One in five children waited.", 1, 5, None),
        ("9 of the 14 children have been seen.", 9, 14, None),
        ("412 children (24%) are placed outside.", 412, None, 24),
    ],
)
def test_a_part_is_kept_with_its_whole(text, value, whole, share):
    (one,) = figures(text)
    assert (one["value"], one["denominator"], one["share"]) == (value, whole, share)


@pytest.mark.parametrize(
    ("text", "value", "previous", "sense"),
    [
        ("Caseloads have reduced from 24 to 17.5.", 17.5, 24, "down"),
        ("Timeliness has improved from 62% to 78%.", 78, 62, "up"),
        ("Numbers fell from 12 children to 9 children.", 9, 12, "down"),
        ("Long plans have reduced to 2 families.", 2, None, "down"),
    ],
)
def test_a_change_has_its_direction(text, value, previous, sense):
    (one,) = figures(text)
    assert (one["value"], one["previous"], one["trend"]["sense"]) == (value, previous, sense)


def test_a_change_told_once_holds_for_both_figures_of_the_line():
    found = figures("Over 2 yrs – reduced to 2 families, 3 children")[1:]
    assert [f["trend"]["words"] for f in found] == ["reduced to", "reduced to"]
    assert [f["qualifier"] for f in found] == [None, None]


def test_a_range_has_two_ends():
    (one,) = figures("Between 10 and 12 families are waiting.")
    assert (one["value"], one["upper"], one["unit"]) == (10, 12, "families")
    assert figures("Teams 2 and 3 children met.")[0]["kind"] != "range"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Plans over 18mths are reviewed.", "threshold"),
        ("A review takes 6 weeks.", "duration"),
        ("Our target is 90%.", "target"),
        ("We aim to reach 95%.", "target"),
        ("Caseloads will fall to 15.", "target"),
        ("The national average is 83%.", "comparison"),
    ],
)
def test_a_limit_a_target_and_another_councils_figure_are_no_measure_of_ours(text, kind):
    assert [f["kind"] for f in figures(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("Over half of the files were weak.", "more than"),
        ("Fewer than 10 children wait.", "less than"),
        ("Approximately 40 children wait.", "about"),
        ("We are approaching 100%.", "nearly"),
        ("At least 3 visits were missed.", "at least"),
    ],
)
def test_words_of_comparison_are_kept_apart_from_the_number(text, comparator):
    assert [f["comparator"] for f in figures(text)] == [comparator]


def test_approaching_a_number_is_no_value():
    assert figures("We are approaching 100%.")[0]["value"] is None
    assert figures("We are approaching 100%.")[0]["printed"] == "100%"


@pytest.mark.parametrize(
    "text",
    [
        "On 14 June 2023 we met; the next meeting is in October 2023.",
        "Section 47 and s.20, Part 8, Regulation 44 and year 11 are no numbers.",
        "We answer 24/7 on 01632 960123 at 9.30am in 2023/24.",
        "One of the teams is one-to-one.",
        "No child is without a worker and all of this is known.",
    ],
)
def test_dates_sections_and_idioms_are_no_figures(text):
    assert figures(text) == []
