"""Recommendations as newer reports print them: bullets or paragraphs under "What needs to improve"."""

import pytest

from goldenthread.documents.reports.recommendations import recommendations
from goldenthread.documents.tests.drawn import drawn

AFTER = """
## The experiences and progress of children who need help and protection: good

1. Children in Aldermere receive help when they need it. Partners share what
     they know and plans are made with families.

2. Assessments are timely.
"""


def texts(*pages, **known):
    return [item["text"] for item in recommendations(drawn(*pages, **known)).items]


@pytest.mark.parametrize(
    "glyph", ["◼", "■", "▪", "•", "\uf0b7", "\uf06e", "\uf0a7", "-", "–", "n", "o", "§", "*"]
)
def test_any_bullet_begins_a_recommendation_and_its_rows_wrap(glyph):
    page = f"""
## What needs to improve

{glyph} The quality of plans, so that families know what is expected of
   them and by when.

{glyph} Impact for children who live with domestic abuse

{glyph} The timeliness of health assessments.
{AFTER}"""
    assert texts(page) == [
        "The quality of plans, so that families know what is expected of them and by when.",
        "Impact for children who live with domestic abuse",
        "The timeliness of health assessments.",
    ]


@pytest.mark.parametrize(
    "heading",
    [
        "What needs to improve",
        "What needs to improve?",
        "What needs to improve:",
        "What needs to improve1",
        "What needs to be improved?",
        "What does the local authority need to improve?",
        "What the local authority needs to improve",
        "What needs to improve in this area of social work practice",
        "Areas for improvement",
        "Areas for priority action",
        "Areas for priority and immediate action",
        "Areas for further improvement",
        "Areas for development",
        "Recommendations",
        "Key recommendations",
        "Recommendations for the local authority",
        "Priority and immediate action",
        "Immediate and priority actions",
    ],
)
def test_each_known_heading_opens_the_list(heading):
    assert texts(f"## {heading}\n\n◼ The quality of plans.\n{AFTER}") == ["The quality of plans."]


def test_a_heading_may_wrap():
    page = "## What needs to improve in this area of social\n## work practice?\n\n◼ The quality of plans.\n"
    assert texts(page + AFTER) == ["The quality of plans."]


def test_a_list_may_run_over_the_page_and_its_furniture():
    first = """
## What needs to improve?

◼ The response to children who go missing, so that what is learned from
"""
    second = f"""
   interviews reduces risk.

◼ The quality of plans.
{AFTER}"""
    feet = (
        "Inspection of Aldermere local authority children’s services",
        "2 to 6 March 2020 {page}",
    )
    assert texts(first, second, feet=feet) == [
        "The response to children who go missing, so that what is learned from interviews reduces risk.",
        "The quality of plans.",
    ]


def test_a_recommendation_says_on_which_pages_it_stands():
    first = "## What needs to improve?\n\n◼ The response to children who go missing and\n"
    item = recommendations(drawn(first, "   whose plans are late.\n" + AFTER)).items[0]
    assert (item["page"], item["page_end"]) == (1, 2)


def test_the_heading_may_end_a_page():
    assert texts(
        "A summary of the council.\n\n## What needs to improve?",
        "◼ The quality of plans.\n" + AFTER,
    ) == ["The quality of plans."]


def test_a_bullet_may_stand_on_a_line_of_its_own():
    assert texts(
        f"## What needs to improve?\n\n◼\n   The quality of plans.\n\n◼\n   Visits.\n{AFTER}"
    ) == [
        "The quality of plans.",
        "Visits.",
    ]


def test_rows_need_not_hang_under_their_bullet():
    page = f"""
## What needs to improve

• The quality of plans, so that families know what is expected of
them and by when.
• The timeliness of health
assessments.
{AFTER}"""
    assert texts(page) == [
        "The quality of plans, so that families know what is expected of them and by when.",
        "The timeliness of health assessments.",
    ]


def test_without_marks_each_paragraph_is_a_recommendation():
    page = f"""
## What needs to improve

The quality of plans, so that families know what is expected of them and
by when.

The timeliness of health assessments
{AFTER}"""
    assert texts(page) == [
        "The quality of plans, so that families know what is expected of them and by when.",
        "The timeliness of health assessments",
    ]


@pytest.mark.parametrize(
    "lead",
    [
        "The local authority should:",
        "In order to improve, the local authority should ensure that:",
        (
            "In order to improve the quality of services for children in Aldermere, the local\n"
            "authority and its partners should take the following action."
        ),
    ],
)
def test_a_sentence_that_leads_in_is_no_recommendation(lead):
    page = f"## What needs to improve\n\n{lead}\n\n◼ improve plans\n\n◼ visit on time\n{AFTER}"
    assert texts(page) == ["improve plans", "visit on time"]


def test_a_lead_in_without_marks_is_no_recommendation():
    page = f"## Areas for improvement\n\nThe local authority should:\n\nImprove plans.\n\nVisit on time.\n{AFTER}"
    assert texts(page) == ["Improve plans.", "Visit on time."]


def test_nested_points_stay_with_their_parent():
    page = f"""
## What needs to improve

◼ The quality of practice in:
     o assessments of risk, including for children who go
        missing
     o plans
◼ Visits.
{AFTER}"""
    assert texts(page) == [
        "The quality of practice in:\n• assessments of risk, including for children who go missing\n• plans",
        "Visits.",
    ]


def test_groups_and_themes_are_kept_as_printed():
    page = f"""
## What needs to improve

** Areas for priority action

◼ Visits to children.

** Areas for improvement

** Care leavers

◼ The quality of plans.
{AFTER}"""
    found = recommendations(drawn(page)).items
    assert [(item["group"], item["theme"]) for item in found] == [
        ("Areas for priority action", None),
        ("Areas for improvement", "Care leavers"),
    ]


def test_timescales_group_recommendations():
    page = f"""
## Areas for improvement

In order to improve the quality of services for looked after children, the council
and its partners should take the following action.

** Immediately:

■ ensure that risk is assessed

** Within three months:

■ review all plans

■ visit on time

** Within six months

■ publish what is on offer
{AFTER}"""
    found = recommendations(drawn(page)).items
    assert [(item["group"], item["text"]) for item in found] == [
        ("Immediately", "ensure that risk is assessed"),
        ("Within three months", "review all plans"),
        ("Within three months", "visit on time"),
        ("Within six months", "publish what is on offer"),
    ]


def test_tags_of_the_national_framework_stay_in_the_text():
    page = f"## What needs to improve?\n\n◼ The quality of plans. (Enabler\n   two)\n{AFTER}"
    assert texts(page) == ["The quality of plans. (Enabler two)"]


@pytest.mark.parametrize("heading", ["** ", ""])
def test_the_list_ends_at_the_next_part_even_if_its_type_does_not_say_so(heading):
    after = AFTER.replace("## ", heading)
    assert texts(f"## What needs to improve\n\n◼ The quality of plans.\n{after}") == [
        "The quality of plans."
    ]


def test_the_list_ends_where_numbered_findings_begin_without_a_heading():
    after = "\n1. Children receive help.\n\n2. Assessments are timely.\n"
    assert texts(f"## What needs to improve\n\n◼ The quality of plans.\n{after}") == [
        "The quality of plans."
    ]


def test_each_area_may_have_its_own_list():
    page = """
## What needs to improve?

◼ The quality of plans.

## The impact of leaders: good

1. Leaders know their service.

## What needs to improve in this area of social work practice

◼ Supervision of social workers.

## The experiences and progress of children in care: good

2. Children are settled.
"""
    assert texts(page) == ["The quality of plans.", "Supervision of social workers."]


def test_a_council_with_nothing_to_improve_has_no_recommendations():
    found = recommendations(drawn("Services in Aldermere are outstanding.\n" + AFTER))
    assert (found.items, found.questions) == ([], [])


@pytest.mark.parametrize(
    "nothing",
    [
        "There are no areas for improvement.",
        "There are no priority actions arising from this inspection.",
        "No areas for priority action were identified.",
        "Inspectors did not identify any areas for improvement.",
        "None.",
    ],
)
def test_a_statement_that_there_is_nothing_is_no_recommendation(nothing):
    found = recommendations(drawn(f"## What needs to improve?\n\n{nothing}\n{AFTER}"))
    assert (found.items, found.questions) == ([], [])


def test_a_list_of_contents_opens_nothing():
    contents = """
# Contents

What needs to improve 3

## Recommendations

The experiences and progress of children 4
"""
    found = recommendations(
        drawn(contents, "## Recommendations\n\n◼ The quality of plans.\n" + AFTER)
    )
    assert [item["page"] for item in found.items] == [2]


def test_an_empty_list_is_asked_about():
    found = recommendations(drawn("## What needs to improve?\n" + AFTER))
    assert not found.items
    assert found.questions[0]["where"] == "page 1, “What needs to improve?”"


def test_words_broken_over_rows_become_whole_and_hyphens_stay():
    page = f"""
## What needs to improve

◼ The work of multi-
   agency partners with children aged 16-
   and 17-years who need accom\xad
   modation, in 2016–
   17 and at the edge of care and/
   or custody.
{AFTER}"""
    assert texts(page) == [
        (
            "The work of multi-agency partners with children aged 16- and 17-years who need "
            "accommodation, in 2016–17 and at the edge of care and/or custody."
        )
    ]


def test_marks_alone_suffice_where_the_container_knows_no_layout():
    page = f"""
## What needs to improve

◼ The quality of plans, so that families know what is expected of
them and by when.
◼ The timeliness of health assessments.
{AFTER}"""
    assert texts(page, boxes=False, sizes=False, bolds=False) == [
        "The quality of plans, so that families know what is expected of them and by when.",
        "The timeliness of health assessments.",
    ]
