"""Splitting, joining, refusing, editing: nothing is lost, and the counts hold."""

import copy

import pytest

from goldenthread.intake.draft.editing import as_read, edited_fields, set_value, value_at
from goldenthread.intake.draft.errors import CannotChangeDraft
from goldenthread.intake.draft.form import accepted, draft_of, origins, proposal_of, row_of
from goldenthread.intake.draft.proof import proof
from goldenthread.intake.draft.rows import accept, add, join, refuse, split
from goldenthread.intake.draft.tests.made import action, item, plan, recommendation, report


def drawn():
    return draft_of(
        plan(
            [
                action("Meet the heads of schools\nAgree how notes are sent", leads=["Ann Dale"]),
                action("Audit twenty files", timescale="Sept 12"),
                action("Set up the hub", items=["2"], timescale="Oct 13"),
                action("Launch of the hub", items=["2.0"], timescale="Nov 13"),
            ],
            [item("1", "Visits are recorded"), item("2", "Help comes early")],
        )
    )


def of(draft, kind):
    return next(one for one in proof(draft) if one.kind == kind)


def test_a_draft_gives_back_the_proposal_it_was_made_from():
    proposal = plan([action("Audit files")], questions=[{"where": "", "question": "?"}])
    assert proposal_of(draft_of(proposal)) == proposal


def test_what_was_not_recognised_is_a_draft_without_rows():
    proposal = {"kind": "not recognised", "found": "an HTML page"}
    draft = draft_of(proposal)
    assert (proposal_of(draft), proof(draft)) == (proposal, [])


def test_an_action_names_its_items_by_id_whether_5_or_5_point_0_is_printed():
    assert [a["item_ids"] for a in drawn()["actions"]] == [["i1"], ["i1"], ["i2"], ["i2"]]


def test_a_row_has_an_id_a_state_and_its_places():
    row = drawn()["actions"][1]
    assert (row["id"], row["state"]) == ("a2", "accepted")
    assert row["places"] == {"text": {"table": 1, "row": 3}}


def test_an_edit_keeps_what_was_read_beside_it_and_gives_the_value_before():
    before = drawn()
    draft, old = set_value(before, "actions/a1/leads", ["Bo Reed"])
    row = row_of(draft, "a1")[1]
    assert (old, row["leads"], as_read(row, "leads")) == (["Ann Dale"], ["Bo Reed"], ["Ann Dale"])
    assert edited_fields(row) == ["leads"]
    assert value_at(before, "actions/a1/leads") == ["Ann Dale"]
    again, _ = set_value(draft, "actions/a1/leads", ["Ann Dale"])
    assert edited_fields(row_of(again, "a1")[1]) == []


def test_a_blank_text_is_nothing():
    draft, _ = set_value(drawn(), "actions/a2/local_timescale", "  ")
    assert value_at(draft, "actions/a2/local_timescale") is None


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("actions/a99/leads", []),
        ("items/a1/text", "x"),
        ("actions/a1/id", "a7"),
        ("actions/a1", {}),
        ("actions/a1/items", ["2"]),
        ("actions/a1/item_ids", ["i9"]),
        ("actions/a1/leads", "Bo Reed"),
        ("actions/a1/leads", ["Bo", " "]),
        ("actions/a1/leads/0", None),
        ("actions/a1/leads/7", "Bo Reed"),
        ("actions/a1/text", 7),
        ("actions/a1/no_such_field", "x"),
        ("actions/a1/local_due", "31/03/2012"),
        ("actions/a1/local_due", "2012-02-30"),
        ("rows_found", {}),
        ("nothing", "x"),
        ("named/Ann Dale", "her"),
    ],
)
def test_a_value_of_another_kind_or_place_is_refused(path, value):
    with pytest.raises(CannotChangeDraft):
        set_value(drawn(), path, value)


def test_a_printed_name_with_a_slash_can_be_answered_and_taken_back():
    draft, _ = set_value(drawn(), "named/SGU~1SGS", {"new": "SGU/SGS"})
    assert draft["named"] == {"SGU/SGS": {"new": "SGU/SGS"}}
    back, old = set_value(draft, "named/SGU~1SGS", None)
    assert (back["named"], old) == ({}, {"new": "SGU/SGS"})


def test_a_cell_with_two_parts_becomes_two_actions_and_the_cell_is_kept():
    draft = split(drawn(), "a1", ["Meet the heads of schools", "Agree how notes are sent"])
    assert [a["id"] for a in accepted(draft, "actions")] == ["a5", "a6", "a2", "a3", "a4"]
    part = row_of(draft, "a6")[1]
    assert (part["leads"], part["item_ids"]) == (["Ann Dale"], ["i1"])
    assert origins(draft, part)[0]["text"] == "Meet the heads of schools\nAgree how notes are sent"
    assert of(draft, "actions").sentence == (
        "4 actions found + 1 by splitting = 5 accepted + 0 refused."
    )


@pytest.mark.parametrize(
    "parts",
    [
        ["Meet the heads of schools"],
        ["Meet the heads of schools", " "],
        ["Meet the heads of schools", "Agree how notes are"],
        ["Meet the heads of schools", "Agree how all notes are sent"],
        [{"leads": []}, {"text": "Meet the heads of schools Agree how notes are sent"}],
        ["Meet the heads of schools", {"text": "Agree how notes are sent", "id": "a1"}],
    ],
)
def test_a_split_that_loses_or_invents_words_is_refused(parts):
    with pytest.raises(CannotChangeDraft):
        split(drawn(), "a1", parts)


def test_the_joiner_and_the_labels_may_fall_at_a_cut():
    start = draft_of(plan([action("i) Meet the heads and ii) agree the notes")]))
    with pytest.raises(CannotChangeDraft):
        split(start, "a1", ["Meet the heads", "agree the notes"])
    lines = draft_of(plan([action("i) Meet the heads and\nii) agree the notes")]))
    assert len(accepted(split(lines, "a1", ["Meet the heads", "agree the notes"]), "actions")) == 2


def test_joined_actions_of_two_items_keep_the_timescale_of_each():
    draft = drawn()
    draft, _ = set_value(draft, "actions/a4/item_ids", ["i1"])
    draft = join(draft, ["a3", "a4"])
    row = row_of(draft, "a5")[1]
    assert row["text"] == "Set up the hub\nLaunch of the hub"
    assert row["targets"] == {"i2": "Oct 13", "i1": "Nov 13"}
    assert (row["local_timescale"], row["item_ids"]) == (None, ["i2", "i1"])
    assert of(draft, "actions").sentence == (
        "4 actions found − 1 by joining = 3 accepted + 0 refused."
    )


def test_joined_actions_of_one_item_keep_both_timescales_as_lines():
    row = row_of(join(drawn(), ["a3", "a4"]), "a5")[1]
    assert (row["local_timescale"], "targets" in row) == ("Oct 13\nNov 13", False)


@pytest.mark.parametrize("ids", [["a1"], ["a1", "a1"], ["a1", "i1"], ["a1", "a9"], ["pl1", "a1"]])
def test_only_different_rows_of_one_kind_are_joined(ids):
    with pytest.raises(CannotChangeDraft):
        join(drawn(), ids)


def test_actions_follow_an_item_that_is_split_or_joined():
    halves = split(drawn(), "i1", ["Visits are", "recorded"])
    assert row_of(halves, "a1")[1]["item_ids"] == ["i3", "i4"]
    both = join(drawn(), ["i1", "i2"])
    assert {tuple(a["item_ids"]) for a in both["actions"]} == {("i3",)}


def test_a_refused_row_has_a_reason_and_can_be_taken_back():
    with pytest.raises(CannotChangeDraft):
        refuse(drawn(), "a1", " ")
    draft = refuse(drawn(), "a1", "A heading, no action")
    assert of(draft, "actions").sentence == "4 actions found = 3 accepted + 1 refused."
    with pytest.raises(CannotChangeDraft):
        set_value(draft, "actions/a1/text", "x")
    assert accept(draft, "a1") == drawn()
    with pytest.raises(CannotChangeDraft):
        accept(drawn(), "a1")


def test_a_row_that_the_reader_missed_is_added_by_hand_and_counted_as_such():
    draft = add(drawn(), "actions", {"text": "Train the staff", "item_ids": ["i2"]}, after="a1")
    assert [a["id"] for a in draft["actions"]] == ["a1", "a5", "a2", "a3", "a4"]
    assert of(draft, "actions").sentence == "4 actions found + 1 added = 5 accepted + 0 refused."
    with pytest.raises(CannotChangeDraft):
        add(drawn(), "actions", {"text": ""})
    with pytest.raises(CannotChangeDraft):
        add(drawn(), "plans", {"text": "x"})


def test_a_row_that_went_missing_breaks_the_proof():
    draft = drawn()
    draft["actions"] = draft["actions"][1:]
    assert not of(draft, "actions").agrees


def test_a_stated_count_is_checked():
    three = [recommendation(f"Do thing {n}") for n in range(3)]
    short = of(draft_of(report(three, recommendation_count=4)), "recommendations")
    assert (short.agrees, short.stated) == (False, 4)
    assert "states 4: one is missing" in short.sentence
    assert of(draft_of(report(three, recommendation_count=3)), "recommendations").agrees


def test_a_paper_that_states_a_count_and_lists_none_says_so():
    told = of(draft_of(report([], recommendation_count=11)), "recommendations")
    assert told.sentence.endswith("The document states 11 recommendations and lists none.")


def test_no_verb_changes_the_draft_that_it_was_given():
    draft = drawn()
    kept = copy.deepcopy(draft)
    set_value(draft, "actions/a1/leads", ["Bo Reed"])
    split(draft, "a1", ["Meet the heads of schools", "Agree how notes are sent"])
    join(draft, ["a3", "a4"])
    refuse(draft, "a2", "why")
    add(draft, "actions", {"text": "x"})
    assert draft == kept
