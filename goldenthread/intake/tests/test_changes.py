"""What an edit did to a draft, compared and taken back; no table is asked."""

import pytest

from goldenthread.intake.changes import at, difference, overlap, paths, undone
from goldenthread.intake.errors import ChangedSince

ROW = {"id": "a1", "text": "x", "as_read": {}, "updates": [{"text": "old"}]}
DRAFT = {"published": None, "actions": [ROW, {"id": "a2", "text": "y"}], "next_ids": {"actions": 3}}


def with_row(**fields):
    return {**DRAFT, "actions": [{**ROW, **fields}, DRAFT["actions"][1]]}


@pytest.mark.parametrize(
    "after",
    [
        with_row(text="z", as_read={"text": "x"}),
        with_row(made_into=["a3"]),
        {**DRAFT, "published": "2012-06-20", "named": {"A/B": {"person": 1}}},
        {**DRAFT, "actions": [DRAFT["actions"][1], ROW]},
        {**DRAFT, "actions": []},
        {**DRAFT, "actions": [{"id": "a3"}, *DRAFT["actions"], {"id": "a4"}]},
    ],
)
def test_a_change_taken_back_gives_the_draft_before_it(after):
    assert undone(after, difference(DRAFT, after)) == DRAFT


def test_a_change_names_the_fields_that_it_touched_and_no_counter_of_ids():
    after = {**with_row(text="z", as_read={"text": "x"}), "next_ids": {"actions": 9}}
    change = difference(DRAFT, after)
    assert paths(change) == ["actions/a1/text", "actions/a1/as_read/text"]
    assert undone(after, change)["next_ids"] == {"actions": 9}


def test_what_others_added_meanwhile_stays_behind_the_row_before_it():
    split = {**DRAFT, "actions": [ROW, {"id": "a3"}, DRAFT["actions"][1]]}
    change = difference(DRAFT, split)
    later = {**split, "actions": [*split["actions"], {"id": "a4"}]}
    assert [row["id"] for row in undone(later, change)["actions"]] == ["a1", "a2", "a4"]


def test_a_change_that_something_stands_on_is_not_taken_back():
    change = difference(DRAFT, with_row(text="z"))
    with pytest.raises(ChangedSince, match="actions/a1/text"):
        undone(with_row(text="zz"), change)


def test_a_path_leads_to_rows_by_id_and_to_lists_by_number():
    assert at(DRAFT, "actions/a1/updates/0/text") == "old"
    assert at(DRAFT, "actions/a9/text") is None
    assert at({"named": {"A/B": 1}}, "named/A~1B") == 1


@pytest.mark.parametrize(
    ("mine", "theirs", "meet"),
    [
        ("actions/a1/text", "actions/a1/text", True),
        ("actions/a1", "actions/a1/text", True),
        ("actions/a1/text", "actions/a1", True),
        ("actions/a1/text", "actions/a1/leads", False),
        ("actions/a1", "actions/a11", False),
    ],
)
def test_changes_meet_where_one_is_or_holds_the_other(mine, theirs, meet):
    assert (overlap([mine], [theirs]) is not None) == meet
