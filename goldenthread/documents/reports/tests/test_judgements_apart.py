"""Judgements that stand close together: rows with short labels, wrapped headings, long names of boards."""

import random
import textwrap

import pytest

from goldenthread.documents import reports
from goldenthread.documents.reports.tests.authorities import FORMAL_NAMES
from goldenthread.documents.reports.tests.drawn_pages import ORDERS, at, document, flow, table

HEAD = [
    *flow(100, "Inspection of Aldermere local authority", "children’s services", size=26),
    at(200, "Lead inspector: Ann Example, His Majesty’s Inspector", bold=True),
]
SHORT = {
    "leaders_impact": "Impact of leaders on social work practice with children and families",
    "help_and_protection": "Children who need help and protection",
    "in_care_and_care_leavers": "Children in care and care leavers",
    "in_care": "Children in care",
    "care_leavers": "Care leavers",
    "overall_effectiveness": "Overall effectiveness of children’s services",
}
GRADES = {
    "outstanding": ("Outstanding", "Outstanding1"),
    "good": ("Good", "Good*", "GOOD"),
    "inadequate": ("Inadequate", "Inadequate2"),
    "requires_improvement": ("Requires improvement", "Requires improvement to be good1"),
}
SIF_HEAD = [
    *flow(100, "Aldermere Council", size=26),
    *flow(
        130,
        "Inspection of services for children in need of help and",
        "protection, children looked after and care leavers",
        "Review of the effectiveness of the Local Safeguarding Children Board",
        size=14,
    ),
    at(230, "Inspection date: 2 July 2014 – 23 July 2014", size=14),
]
BOARDS = (
    "The {} Safeguarding Children Board",
    "The {} Local Safeguarding Children Board (LSCB)",
    "The Local Safeguarding Children Board in {}",
)


def grades(read):
    return {judgement["area"]: judgement["grade"] for judgement in read["judgements"]}


def areas(chance, year):
    apart = ["in_care", "care_leavers"] if year >= 2023 else ["in_care_and_care_leavers"]
    codes = ["leaders_impact", "help_and_protection", *apart]
    chance.shuffle(codes)
    return codes if year >= 2026 else ["overall_effectiveness", *codes]


@pytest.mark.parametrize("year", [2019, 2022, 2024, 2026])
@pytest.mark.parametrize("order", ORDERS)
def test_a_short_label_does_not_run_on_into_the_next_row(order, year):
    chance = random.Random(f"{order} {year}")
    for _ in range(20):
        wanted = {code: chance.choice(list(GRADES)) for code in areas(chance, year)}
        rows = [
            (textwrap.wrap(SHORT[code], 48), textwrap.wrap(chance.choice(GRADES[grade]), 20))
            for code, grade in wanted.items()
        ]
        dates = at(180, f"Inspection dates: 1 to 12 July {year}", bold=True)
        drawn = document([*HEAD, dates, *table(240, rows, order=order)])
        assert grades(reports.read(drawn)) == wanted


def test_a_heading_that_wraps_before_care_leavers_judges_no_area_of_its_own():
    rows = [
        (["The impact of leaders on social work", "practice with children and families"], ["Good"]),
        (["The experiences and progress of", "children in care and care leavers"], ["Good"]),
    ]
    dates = at(180, "Inspection dates: 1 to 12 July 2019", bold=True)
    body = flow(
        100,
        "The experiences and progress of children in care and",
        "care leavers is inadequate",
        bold=True,
    )
    read = reports.read(document([*HEAD, dates, *table(240, rows)], flow(60, "Summary"), body))
    assert set(grades(read)) == {"leaders_impact", "in_care_and_care_leavers"}


@pytest.mark.parametrize("frame", BOARDS)
def test_a_board_with_a_long_name_is_judged_wherever_its_sentence_wraps(frame):
    wrong = []
    for name in FORMAL_NAMES:
        for width in (45, 65):
            said = textwrap.wrap(f"{frame.format(name)} is inadequate", width)
            last = [*flow(60, *said, size=14, bold=True), *flow(150, "Executive summary", "Text.")]
            front = [*SIF_HEAD, at(290, "Children’s services in Aldermere are good", size=14)]
            read = reports.read(
                document(front, flow(60, "Summary"), flow(60, "The findings go on."), last)
            )
            if grades(read).get("lscb") != "inadequate":
                wrong.append(said)
    assert wrong == []


def test_a_grade_with_its_number_behind_it_is_read():
    head = flow(
        100,
        "Aldermere Council",
        "Inspection of services for looked after children",
        "Inspection dates: 3 to 14 June 2013",
    )
    record = flow(
        200, "Overall effectiveness Adequate Grade 3", "Capacity to improve Good Grade 2", bold=True
    )
    found = grades(reports.read(document(head, flow(60, "Findings"), flow(60, "More"), record)))
    assert found == {"overall_effectiveness": "adequate", "capacity_to_improve": "good"}
