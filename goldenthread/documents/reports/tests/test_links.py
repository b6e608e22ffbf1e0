"""The ties that a report itself prints from findings to recommendations."""

import pytest

from goldenthread.documents.reports.links import links


def linked(text):
    return [link["recommendations"] for link in links([{"number": 7, "text": text}])]


def test_a_tag_ties_its_paragraph():
    assert links(
        [{"number": 6, "text": "All is well."}, {"number": 7, "text": "Late. (Recommendation)"}]
    ) == [{"paragraph": 7, "kind": "Recommendation", "recommendations": []}]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Plans are late. (recommendation 3)", [[3]]),
        ("Plans are late. (Recommendations 3 and 11).", [[3, 11]]),
        ("Plans are late. (Recommendations 3,\n4)", [[3, 4]]),
        ("Plans are late (Recommendation). Visits too (Recommendation 2).", [[], [2]]),
        ("Plans are late [see recommendations].", [[]]),
        ("The recommendation (of the last report) was met.", []),
        ("It met the recommendations.", []),
    ],
)
def test_tags_may_carry_numbers(text, numbers):
    assert linked(text) == numbers
