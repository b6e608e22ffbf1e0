"""Places: kept as JSON, read back, and said in words."""

import pytest

from goldenthread.sources.places import Place, as_json, place_of, words


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place(page=3, table=1, row=5), "page 3, table 1, row 5"),
        (Place(sheet="Plan", row=5, cell="C"), "sheet “Plan”, row 5, column C"),
        (Place(page=2, line=7), "page 2, line 7"),
        ({"row": 4, "page": 1, "cell": 2}, "page 1, row 4, column 2"),
        (Place(), "the file as a whole"),
    ],
)
def test_a_place_is_said_as_a_person_looks_it_up(place, said):
    assert words(place) == said


def test_a_place_comes_back_from_json_as_it_was():
    place = Place(page=3, table=1, row=5, cell=2)
    assert as_json(place) == {"page": 3, "table": 1, "row": 5, "cell": 2}
    assert place_of(as_json(place)) == place
    assert list(as_json({"line": 2, "page": 1, "row": None})) == ["page", "line"]


def test_a_part_that_no_place_has_is_refused():
    with pytest.raises(ValueError, match="no paragraph"):
        as_json({"page": 1, "paragraph": 4})
