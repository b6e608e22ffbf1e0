"""The numbered paragraphs of a report."""

from goldenthread.documents.reports.paragraphs import paragraphs
from goldenthread.documents.tests.drawn import drawn


def read(*pages, **known):
    return paragraphs(drawn(*pages, **known)).items


def numbers(*pages, **known):
    return [item["number"] for item in read(*pages, **known)]


def lines(first, last, text="Children in Aldermere are seen."):
    return "\n\n".join(f"{number}. {text}" for number in range(first, last + 1))


def test_paragraphs_run_on_over_rows_and_pages():
    first = lines(1, 5) + "\n\n6. Assessments are timely and show what\n     life is like for"
    found = read(first, "     children.\n\n7. Plans are good.")
    assert [item["number"] for item in found] == [1, 2, 3, 4, 5, 6, 7]
    assert found[5]["text"] == "Assessments are timely and show what life is like for children."
    assert found[6]["page"] == 2


def test_a_table_of_judgements_is_not_counted():
    front = "** 1. Children who need help Good\n\n** 2. Children looked after Good\n\n** 3. Leadership Good"
    assert numbers(front, lines(1, 7)) == [1, 2, 3, 4, 5, 6, 7]


def test_a_report_without_numbers_has_none():
    assert (
        numbers(
            "** 1. Children who need help Good\n\n** 2. Leadership Good", "• Children are safe."
        )
        == []
    )


def test_recommendations_in_the_same_sequence_are_paragraphs():
    first = "## Recommendations\n\n1. Ensure plans.\n\n2. Improve supervision.\n"
    assert numbers(first, "## Inspection findings\n\n" + lines(3, 9)) == list(range(1, 10))


def test_recommendations_in_a_sequence_of_their_own_are_not():
    first = "## Recommendations\n\n" + lines(1, 6, "Ensure that children are seen.")
    second = "## Summary for children and young people\n\nWe listen.\n\n## Inspection findings\n\n"
    assert numbers(first, second + lines(1, 7)) == list(range(1, 8))


def test_a_wrapped_row_that_begins_with_a_number_is_no_paragraph():
    page = (
        lines(1, 5)
        + "\n\n6. Help goes on until young people reach the age of\n     7. After that it ends.\n\n7. Plans are good."
    )
    found = read(page)
    assert [item["number"] for item in found] == [1, 2, 3, 4, 5, 6, 7]
    assert found[6]["text"] == "Plans are good."


def test_a_year_or_an_inner_list_at_the_start_of_a_row_is_no_paragraph():
    page = f"""
{lines(1, 5)}

6. The board set three aims for
     2015. Those are:

                  1. to listen
                  2. to act
                  3. to learn

7. Plans are good.
"""
    assert numbers(page) == [1, 2, 3, 4, 5, 6, 7]


def test_a_gap_in_the_numbers_is_asked_about():
    found = paragraphs(drawn(lines(1, 5) + "\n\n" + lines(7, 12)))
    assert len(found.items) == 11
    assert found.questions[0]["where"] == "page 1, paragraph 7"


def test_a_second_report_in_the_file_begins_again():
    assert numbers(lines(1, 8), lines(1, 6)) == [*range(1, 9), *range(1, 7)]


def test_a_number_may_stand_alone_or_close_to_its_text_or_lack_its_point():
    page = (
        lines(1, 4)
        + "\n\n5.\n     Visits are timely.\n\n6.Plans are good.\n\n7 Care is good.\n\n8.40 children were seen.\n\n9. Homes are good."
    )
    assert [(item["number"], item["text"]) for item in read(page)[4:]] == [
        (5, "Visits are timely."),
        (6, "Plans are good."),
        (7, "Care is good."),
        (8, "40 children were seen."),
        (9, "Homes are good."),
    ]


def test_numbers_may_all_lack_their_points():
    page = "\n\n".join(f"{number} Children are seen." for number in range(1, 9))
    assert numbers(page) == list(range(1, 9))


def test_a_paragraph_keeps_its_list_and_leaves_what_follows_at_the_margin():
    page = f"""
{lines(1, 5)}

6. The board looks at:
     • visits and who
       makes them
     • plans.

The inspection team thanks all who took part in this inspection.
"""
    assert read(page)[5]["text"] == "The board looks at:\n• visits and who makes them\n• plans."


def test_a_paragraph_stands_under_its_headings():
    page = f"""
# The local authority

## The local authority’s strengths

1. Children are safe.

## What does the local authority need to improve?

** Areas for improvement

2. Ensure plans.

## Inspection findings

{lines(3, 6)}
"""
    found = read(page)
    assert [(item["section"], item["under"], item["sense"]) for item in found[:3]] == [
        ("The local authority’s strengths", ["The local authority"], "strength"),
        (
            "Areas for improvement",
            ["The local authority", "What does the local authority need to improve?"],
            "weakness",
        ),
        ("Inspection findings", ["The local authority"], None),
    ]
