"""Recommendations as reports of 2013 to 2018 print them: numbered, for the council and for the board."""

import pytest

from goldenthread.documents.reports.recommendations import recommendations
from goldenthread.documents.tests.drawn import drawn

FRONT = """
# Aldermere

** Inspection of services for children in need of help and protection
** and
** Review of the effectiveness of the Local Safeguarding Children Board

** 1. Children who need help and protection Requires improvement

** 2. Children looked after Good
"""
SUMMARY = """
## Summary for children and young people

• Social workers listen to you. Ensure is a word for adults.
"""
BOARD = """
# The Local Safeguarding Children Board (LSCB)

## Executive summary

The board is well led and knows what it wants to do.

## Recommendations

40. Ensure that partners attend the board.

41. The board should publish its plan.

## Inspection findings – the Local Safeguarding Children Board

42. The board has a good chair who has worked in the area for a long time.
"""


def read(*pages):
    return recommendations(drawn(*pages)).items


def numbers(*pages):
    return [(item["number"], item["body"]) for item in read(*pages)]


def test_the_council_and_the_board_have_lists_of_their_own():
    council = f"""
## Recommendations

1. Ensure that plans are specific and that they
     say by when.

2. Improve supervision.
{SUMMARY}"""
    found = read(FRONT, council, "1. A page between.", BOARD)
    assert [(item["number"], item["body"], item["text"]) for item in found] == [
        (1, "la", "Ensure that plans are specific and that they say by when."),
        (2, "la", "Improve supervision."),
        (40, "lscb", "Ensure that partners attend the board."),
        (41, "lscb", "The board should publish its plan."),
    ]


def test_headings_say_whom_they_address():
    page = """
## What does the local authority need to improve?

9. Ensure that plans are specific.

## The local authority’s strengths

10. Children are safe.

## What does the LSCB need to improve?

11. Monitor early help.

## The LSCB’s strengths

12. Training is good.
"""
    assert numbers(FRONT, page) == [(9, "la"), (11, "lscb")]


def test_a_review_of_the_board_alone_addresses_the_board():
    front = (
        "# Aldermere\n\n## Review of the effectiveness of the Local Safeguarding Children Board\n"
    )
    page = "## Areas for improvement\n\n1. Monitor early help.\n\n## Key strengths and weaknesses\n\n2. Training is good.\n"
    assert numbers(front, page) == [(1, "lscb")]


def test_groups_and_themes_stand_between_numbers():
    page = f"""
## What does the local authority need to improve?

** Priority and immediate action

Care leavers

9. A plan for the service should be developed.

** Areas for Improvement

Planning for children who need protection

10. Embed early help.

Adoption

11. Ensure that reports are good.
{SUMMARY}"""
    assert [(item["number"], item["group"], item["theme"]) for item in read(FRONT, page)] == [
        (9, "Priority and immediate action", "Care leavers"),
        (10, "Areas for Improvement", "Planning for children who need protection"),
        (11, "Areas for Improvement", "Adoption"),
    ]


def test_a_numbered_statement_that_there_is_no_priority_action_is_none():
    page = f"""
## What does the local authority need to improve?

** Areas for priority and immediate action

9. There are no areas for priority and immediate action.

** Areas for improvement

10. Ensure that plans are specific.
{SUMMARY}"""
    assert numbers(FRONT, page) == [(10, "la")]


def test_strengths_in_the_same_numbering_are_none():
    page = """
## Areas for improvement

129. A report on data should be developed.

** Key strengths and weaknesses of the LSCB

130. Governance is effective and lines are clear.
"""
    assert numbers(FRONT, page) == [(129, "la")]


@pytest.mark.parametrize("weight", ["** ", "## ", ""])
def test_an_unknown_heading_ends_the_list_if_what_follows_asks_for_nothing(weight):
    page = f"""
## Areas for improvement

5. Ensure that plans are specific.

{weight}Corporate parenting in Aldermere

6. Members meet children each month and have done so for years.

7. Children like them.
"""
    assert numbers(FRONT, page) == [(5, "la")]


@pytest.mark.parametrize("weight", ["** ", ""])
def test_an_unknown_heading_is_a_theme_if_what_follows_asks(weight):
    page = f"""
## Areas for improvement

5. Ensure that plans are specific.

{weight}Corporate parenting in Aldermere

6. Members should meet children each month.
{SUMMARY}"""
    assert numbers(FRONT, page) == [(5, "la"), (6, "la")]


def test_nested_points_stay_with_their_number():
    page = f"""
## Recommendations

1. Strengthen the oversight of:

     \uf06e complex cases where there is drift in taking
        action (paragraph 36)

     \uf06e private fostering.

2. Scrutinise services where

      (i) parents misuse drugs
      (ii) children go missing.
{SUMMARY}"""
    assert [item["text"] for item in read(FRONT, page)] == [
        (
            "Strengthen the oversight of:\n• complex cases where there is drift in taking action "
            "(paragraph 36)\n• private fostering."
        ),
        "Scrutinise services where\n(i) parents misuse drugs\n(ii) children go missing.",
    ]


def test_a_number_at_the_head_of_a_wrapped_row_is_part_of_the_sentence():
    page = f"""
## Recommendations

16. Ensure that support goes on for all care leavers who are under the age of
     18. Continue it to 25.

17. Improve supervision.
{SUMMARY}"""
    assert [item["text"] for item in read(FRONT, page)] == [
        "Ensure that support goes on for all care leavers who are under the age of 18. Continue it to 25.",
        "Improve supervision.",
    ]


def test_numbers_may_stand_close_or_on_a_row_of_their_own():
    page = f"""
## Recommendations

9.Ensure that plans are specific.

10.
     Improve supervision.
{SUMMARY}"""
    assert [(item["number"], item["text"]) for item in read(FRONT, page)] == [
        (9, "Ensure that plans are specific."),
        (10, "Improve supervision."),
    ]


def test_bullets_behind_a_numbered_lead_in_are_the_recommendations():
    page = """
## Areas for improvement

6. In order to improve the quality of services for looked after children in Aldermere,
     the council and its partners should take the following action.

** Immediately

■ ensure that risk is assessed

** Within three months

■ review all plans

## Capacity to improve

7. Capacity to improve is good.
"""
    assert [(item["group"], item["text"]) for item in read("# Aldermere", page)] == [
        ("Immediately", "ensure that risk is assessed"),
        ("Within three months", "review all plans"),
    ]


def test_a_footnote_does_not_enter_the_recommendation_above_it():
    page = """
## Recommendations2

1. Ensure that all care leavers know what they may ask for and that each of

~ 2 The local authority was given the opportunity to review this section.
"""
    second = f"them has a plan.\n\n2. Improve supervision.\n{SUMMARY}"
    assert [item["text"] for item in read(FRONT, page, "     " + second)] == [
        "Ensure that all care leavers know what they may ask for and that each of them has a plan.",
        "Improve supervision.",
    ]


def test_a_gap_in_the_numbers_is_asked_about():
    page = f"## Recommendations\n\n1. Ensure that plans are specific.\n\n3. Improve supervision.\n{SUMMARY}"
    found = recommendations(drawn(FRONT, page))
    assert [item["number"] for item in found.items] == [1, 3]
    assert found.questions[0]["question"] == "The numbers go from 1 to 3. Was one missed?"


def test_two_documents_in_one_file_are_both_read():
    first = f"## Recommendations\n\n1. Ensure that plans are specific.\n{SUMMARY}"
    second = "# Review of the Local Safeguarding Children Board"
    third = "## Areas for improvement\n\n1. Monitor early help.\n\n## Key strengths\n\n2. Training is good.\n"
    assert numbers(FRONT, first, second, third) == [(1, "la"), (1, "lscb")]


def test_a_recommendation_that_speaks_of_what_there_is_not_is_one():
    page = f"""
## Recommendations

1. No child should wait for immediate action.

2. There is no plan for areas of need and one must be made.
{SUMMARY}"""
    assert numbers(FRONT, page) == [(1, "la"), (2, "la")]


def test_the_last_words_of_a_sentence_on_a_new_page_are_no_heading():
    first = "## Recommendations\n\n1. Ensure that leaders know which parts of the plan are"
    second = f"     priority actions\n\n2. Improve supervision.\n{SUMMARY}"
    assert [item["text"] for item in read(FRONT, first, second)] == [
        "Ensure that leaders know which parts of the plan are priority actions",
        "Improve supervision.",
    ]


def test_areas_of_judgement_may_group_recommendations():
    page = f"""
## Recommendations

** The experiences and progress of children who need help and protection

1. Ensure that plans are specific.

** The local authority’s leadership

2. Improve supervision.
{SUMMARY}"""
    assert numbers(FRONT, page) == [(1, "la"), (2, "la")]


def test_numbers_may_begin_again_in_each_group():
    page = f"""
## What does the local authority need to improve?

** Areas for priority action

1. Ensure that plans are specific.

** Areas for improvement

1. Improve supervision.

2. Visit on time.
{SUMMARY}"""
    assert numbers(FRONT, page) == [(1, "la"), (1, "la"), (2, "la")]


def test_where_no_heading_says_so_a_far_list_is_taken_for_the_board_and_asked_about():
    first = f"## Recommendations\n\n1. Ensure that plans are specific.\n{SUMMARY}"
    between = ["The findings go on."] * 10
    last = "## Recommendations\n\n40. Monitor early help.\n\n## Inspection findings\n\n41. Good.\n"
    found = recommendations(drawn(FRONT, first, *between, last))
    assert [item["body"] for item in found.items] == ["la", "lscb"]
    assert found.questions[0]["suggestion"] == "lscb"


@pytest.mark.parametrize(
    ("framework", "body"),
    [("LSCB review only", "lscb"), ("ILACS short", "la"), ("2013 LAC inspection", "la")],
)
def test_a_known_framework_says_who_is_addressed(framework, body):
    document = drawn("# Aldermere", "## Areas for improvement\n\n1. Monitor early help.\n")
    found = recommendations(document, framework=framework)
    assert [item["body"] for item in found.items] == [body]
