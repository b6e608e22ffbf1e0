"""Judgements: tables in every order of the text, sentences, headings, and what is asked."""

import random

import pytest

from goldenthread.documents import reports
from goldenthread.documents.reports.tests import drawn_reports
from goldenthread.documents.reports.tests.drawn_pages import (
    ORDERS,
    at,
    document,
    flow,
    table,
    without_boxes,
)

ILACS_HEAD = flow(100, "Inspection of Aldermere local authority", "children’s services", size=26)
DATES = [at(200, "Inspection dates: 3 to 14 June 2024"), at(220, "Lead inspector: Ann Example")]
LABELS = {
    "leaders_impact": [
        "The impact of leaders on social work",
        "practice with children and families",
    ],
    "help_and_protection": [
        "The experiences and progress of",
        "children who need help and protection",
    ],
    "in_care": ["The experiences and progress of", "children in care"],
    "care_leavers": ["The experiences and progress of care", "leavers"],
    "overall_effectiveness": ["Overall effectiveness"],
}
SIF_HEAD = [
    *flow(100, "Aldermere Council", size=26),
    *flow(
        130,
        "Inspection of services for children in need of help and",
        "protection, children looked after and care leavers",
        size=14,
    ),
    *flow(170, "Review of the effectiveness of the Local Safeguarding Children Board", size=14),
    at(230, "Inspection date: 2 July 2014 – 23 July 2014", size=14),
    at(250, "Report published: 8 September 2014", size=14),
]


def ilacs(*grades, order="cells", more=(), pages=()):
    rows = list(zip(LABELS.values(), grades, strict=False))
    return document([*ILACS_HEAD, *DATES, *table(260, rows, order=order), *more], *pages)


def grades(read):
    return {judgement["area"]: judgement["grade"] for judgement in read["judgements"]}


def questions(read, where="judgements"):
    return [q["question"] for q in read["questions"] if q["where"].startswith(where)]


@pytest.mark.parametrize("year", [2019, 2022, 2023, 2025, 2026])
def test_made_ilacs_reports_are_read_whatever_their_layout(year):
    chance = random.Random(year)
    for _ in range(80):
        drawn, wanted = drawn_reports.ilacs(chance, year)
        read = reports.read(drawn)
        assert grades(read) == wanted
        assert questions(read) == []


@pytest.mark.parametrize("seed", range(5))
def test_made_sif_reports_are_read_whatever_their_layout(seed):
    chance = random.Random(seed)
    for _ in range(80):
        drawn, wanted = drawn_reports.sif(chance)
        read = reports.read(drawn)
        assert grades(read) == wanted
        assert questions(read) == []


def test_without_boxes_a_wrong_grade_is_never_silent():
    chance = random.Random(1)
    for _ in range(150):
        for drawn, wanted in (drawn_reports.ilacs(chance, 2024), drawn_reports.sif(chance)):
            read = reports.read(without_boxes(drawn))
            assert grades(read) == wanted or questions(read)


@pytest.mark.parametrize("order", ORDERS)
def test_a_judgement_says_its_label_its_words_its_body_and_its_page(order):
    read = reports.read(
        ilacs(
            ["Good"],
            ["Requires improvement", "to be good"],
            ["Good"],
            ["Good"],
            ["Good"],
            order=order,
        )
    )
    assert read["judgements"][1] == {
        "area": "help_and_protection",
        "label": "The experiences and progress of children who need help and protection",
        "grade": "requires_improvement",
        "grade_printed": "Requires improvement to be good",
        "body": "la",
        "page": 1,
    }


def test_the_board_is_judged_as_another_body():
    lines = [*SIF_HEAD, *flow(300, "Children’s services in Aldermere are good", size=14)]
    last = flow(
        60, "The Local Safeguarding Children Board requires", "improvement", size=14, bold=True
    )
    read = reports.read(document(lines, flow(60, "Summary"), flow(60, "More"), last))
    board = read["judgements"][-1]
    assert (board["area"], board["body"], board["grade"]) == (
        "lscb",
        "lscb",
        "requires_improvement",
    )
    assert board["grade_printed"] == "The Local Safeguarding Children Board requires improvement"


def test_from_april_2026_a_missing_overall_grade_is_no_question():
    head = [*ILACS_HEAD, at(200, "Inspection dates: 1 to 12 June 2026")]
    rows = [(LABELS[code], ["Good"]) for code in list(LABELS)[:4]]
    read = reports.read(document(head + table(260, rows)))
    assert "overall_effectiveness" not in grades(read)
    assert questions(read) == []


def test_before_that_a_missing_overall_grade_is_asked_and_not_made_up():
    read = reports.read(ilacs(["Good"], ["Good"], ["Good"], ["Good"]))
    assert "overall_effectiveness" not in grades(read)
    assert any("Overall effectiveness" in text for text in questions(read))


@pytest.mark.parametrize(
    ("printed", "grade"),
    [
        ("Requries improvement", "requires_improvement"),
        ("Inadequte", "inadequate"),
        ("Insufficient cases to judge", "not_judged"),
        ("Quite weak", None),
    ],
)
def test_words_that_are_no_known_grade_are_kept_and_asked(printed, grade):
    read = reports.read(ilacs(["Good"], [printed], ["Good"], ["Good"], ["Good"]))
    assert grades(read)["help_and_protection"] == grade
    assert read["judgements"][1]["grade_printed"] == printed
    assert any(printed in text for text in questions(read))


def test_a_slip_of_the_pen_in_a_label_still_finds_its_area():
    rows = [
        (["The impact of leaders on social work", "practise with children and familes"], ["Good"]),
        (LABELS["help_and_protection"], ["Inadequate"]),
    ]
    read = reports.read(document([*ILACS_HEAD, *DATES, *table(260, rows)]))
    assert grades(read) == {"leaders_impact": "good", "help_and_protection": "inadequate"}


def heading(top, *texts):
    return flow(top, *texts, size=14, bold=True)


BODY = [
    *heading(
        100,
        "The experiences and progress of children who need help and",
        "protection: requires improvement to be good",
    ),
    *flow(140, "1. Children are safe."),
    *heading(200, "The experiences and progress of children in care: good"),
    *flow(240, "2. Children live in good homes."),
    *heading(300, "The experiences and progress of care leavers is", "inadequate"),
    *flow(340, "3. Some care leavers live in", "places that are not good."),
    *heading(
        400, "The impact of leaders on social work practice with children and", "families are: good"
    ),
]


def test_where_the_table_is_a_picture_the_headings_give_the_grades_and_each_is_asked():
    read = reports.read(
        document([*ILACS_HEAD, *DATES], flow(100, "Summary"), flow(100, "Summary"), BODY)
    )
    assert grades(read) == {
        "help_and_protection": "requires_improvement",
        "in_care": "good",
        "care_leavers": "inadequate",
        "leaders_impact": "good",
    }
    assert len(questions(read, "judgements/")) == 4


def test_a_heading_that_contradicts_the_table_is_asked_and_the_table_kept():
    read = reports.read(ilacs(["Good"], ["Good"], ["Good"], ["Inadequate"], ["Good"], pages=[BODY]))
    assert grades(read)["help_and_protection"] == "good"
    asked = questions(read, "judgements/1/grade")
    assert len(asked) == 1
    assert "page 2" in asked[0]


def test_grades_of_an_earlier_inspection_are_not_taken():
    earlier = flow(
        100,
        "Previous Ofsted inspections",
        "Overall effectiveness: inadequate",
        "Adoption performance: good",
    )
    read = reports.read(
        document(
            [*SIF_HEAD, *flow(300, "Children’s services in Aldermere are good", size=14)],
            flow(60, "Summary"),
            flow(60, "Summary"),
            earlier,
        )
    )
    assert grades(read) == {"overall_effectiveness": "good"}


def test_a_small_table_in_the_body_confirms_or_gives_a_grade():
    small = [
        *heading(100, "The experiences and progress of children who need help and protection"),
        at(155, "Key Judgement Judgement Grade", bold=True),
        *flow(175, "The experiences and progress of children who", "need help and protection"),
        at(175, "Requires Improvement", left=332.0),
        *flow(230, "22. The early help offer is effective."),
    ]
    read = reports.read(document(SIF_HEAD, flow(60, "Summary"), flow(60, "Summary"), small))
    assert grades(read) == {"help_and_protection": "requires_improvement"}


def test_a_row_told_as_one_line_counts_below_the_header_of_its_table_only():
    row = "Leadership, management and governance Good"
    small = flow(100, "Key Judgement Judgement Grade", row, "113. Leaders know their services.")
    alone = flow(100, "Findings", row, "113. Leaders know their services.")
    for body, wanted in ((small, {"leadership_management_governance": "good"}), (alone, {})):
        read = reports.read(document(SIF_HEAD, flow(60, "Summary"), flow(60, "Summary"), body))
        assert grades(read) == wanted


def test_contents_pages_give_no_rows():
    contents = flow(
        100,
        "Contents",
        "The experiences and progress of children who need help and",
        "protection 9",
        "Leadership, management and governance 27",
    )
    read = reports.read(ilacs(["Good"], ["Good"], ["Good"], ["Good"], ["Good"], pages=[contents]))
    assert len(read["judgements"]) == 5


def test_a_review_alone_judges_the_board_alone():
    lines = flow(
        100,
        "Aldermere",
        "Review of the effectiveness of the Local Safeguarding Children",
        "Board1",
        "Inspection date: 2 July 2014 – 23 July 2014",
        size=14,
    )
    read = reports.read(
        document(
            [*lines, *flow(300, "The Local Safeguarding Children Board is inadequate", size=14)]
        )
    )
    assert (read["framework"], grades(read)) == ("LSCB review only", {"lscb": "inadequate"})
    assert questions(read) == []


@pytest.mark.parametrize("numbered", [False, True])
def test_the_scale_of_2013_has_adequate_and_numbers(numbered):
    labels = [
        "Overall effectiveness",
        "Capacity for improvement",
        "Outcomes for looked after children",
        "Quality of provision",
        "Leadership and management",
    ]
    printed = (
        ["Grade 3 (Adequate)", "Grade 2 (Good)", "Grade 3", "Grade 4 (Inadequate)", "Grade 1"]
        if numbered
        else ["Adequate", "Good", "Adequate", "Inadequate", "Outstanding"]
    )
    head = flow(
        100,
        "Aldermere Council",
        "Inspection of services for looked after children",
        "Inspection dates: 3 to 14 June 2013",
    )
    read = reports.read(
        document(head + table(260, [([a], [g]) for a, g in zip(labels, printed, strict=True)]))
    )
    assert list(grades(read).values()) == [
        "adequate",
        "good",
        "adequate",
        "inadequate",
        "outstanding",
    ]
    assert list(grades(read)) == [
        "overall_effectiveness",
        "capacity_to_improve",
        "outcomes_looked_after_2013",
        "quality_of_provision_2013",
        "leadership_and_management_2013",
    ]


def test_the_board_in_plain_type_is_taken_with_a_question():
    lines = [*SIF_HEAD, *flow(300, "Children’s services in Aldermere are good", size=14)]
    last = flow(
        60, "The Local Safeguarding Children Board is good", "It does well.", "It is effective."
    )
    read = reports.read(document(lines, flow(60, "Summary"), flow(60, "More"), last))
    assert grades(read)["lscb"] == "good"
    assert any("Local Safeguarding Children Board" in text for text in questions(read))


@pytest.mark.parametrize("lines", [[], [""], ["Inspection of"], ["Lead inspector:"]])
def test_next_to_nothing_is_read_without_a_breakdown(lines):
    for drawn in (document(flow(100, *lines)), document([]), document()):
        assert reports.looks_like(drawn) < 0.7
        assert reports.read(drawn)["judgements"] == []
