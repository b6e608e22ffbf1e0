"""The people of a paper's front: which part of a line is the name and which the post."""

import pytest

from goldenthread.documents.layout import Place
from goldenthread.documents.papers.contacts import people_of
from goldenthread.documents.papers.front import Field
from goldenthread.documents.papers.passages import Passage
from goldenthread.documents.papers.row import Row


@pytest.mark.parametrize(
    ("printed", "name", "post"),
    [
        ("Jo Marsh, Head of Practice", "Jo Marsh", "Head of Practice"),
        ("Jo Marsh (Head of Practice)", "Jo Marsh", "Head of Practice"),
        ("Jo Marsh Head of Practice", "Jo Marsh", "Head of Practice"),
        (
            "Director of Children's Services\nJo Marsh",
            "Jo Marsh",
            "Director of Children's Services",
        ),
        ("The Director of Children's Services", None, "The Director of Children's Services"),
        ("Head of Practice\nChief Officer", None, "Head of Practice Chief Officer"),
        ("01234 567890", None, None),
    ],
)
def test_name_and_post_are_told_apart_in_every_order(printed, name, post):
    field = Field("Report of", "report_from", Place(page=1), parts=printed.split("\n"))
    (person,) = people_of([field], [])
    assert (person.name, person.post) == (name, post)


def test_the_contact_details_at_the_end_name_somebody_or_complete_the_front():
    place = Place(page=2)
    text = ("Contact details:", "Jo Marsh, Head of Practice, 01234 567 890")
    end = [Passage(line, place, rows=[Row(line, place)]) for line in text]
    (alone,) = people_of([], end)
    assert (alone.role, alone.name, alone.telephone) == (
        "contact details",
        "Jo Marsh",
        "01234 567 890",
    )
    front = Field("Report of", "report_from", place, parts=["Jo Marsh, Head of Practice"])
    (completed,) = people_of([front], end)
    assert (completed.role, completed.telephone) == ("Report of", "01234 567 890")
