"""Editing a proposal: by one person, by two at once, and each edit taken back alone."""

from copy import deepcopy

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.intake import actions
from goldenthread.intake.draft.errors import CannotChangeDraft
from goldenthread.intake.draft.form import draft_of
from goldenthread.intake.draft.proof import proof
from goldenthread.intake.errors import ChangedSince, StaleRevision
from goldenthread.intake.models import Import
from goldenthread.people.history import history_of
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user

PLAN = (
    ("No", "Recommendation", "Action", "Lead", "By when"),
    ("1", "See children alone", "Write the guide", "Asha Verity", "Sept 2013"),
    ("2", "Visit in time", "Sample files; tell the teams", "Bram Okonjo", "31/10/2013"),
    ("3", "Listen to children", "Hold a workshop", "Asha Verity", "30/11/2013"),
)


@pytest.fixture
def plan(desk):
    return desk.plan(PLAN)


@pytest.fixture
def ann(desk):
    """A second improvement officer."""
    return make_user("Ann Second", desk.cast.aldermere, Role.IMPROVEMENT_OFFICER)


def edit(desk, plan, path, value, revision, by=None):
    return actions.edit(
        import_=plan, path=path, value=value, by=by or desk.cast.alice, revision=revision
    )


def value(plan, row, field):
    plan.refresh_from_db()
    rows = [*plan.draft["items"], *plan.draft["actions"]]
    return next(one for one in rows if one["id"] == row)[field]


def test_an_edit_changes_the_draft_and_leaves_the_proposal_as_read(desk, plan):
    read = deepcopy(plan.proposal)
    made = edit(desk, plan, "actions/a1/text", "Write a guide for visits", 0)
    assert value(plan, "a1", "text") == "Write a guide for visits"
    assert (made.before, made.after) == ("Write the guide", "Write a guide for visits")
    assert (plan.revision, plan.proposal) == (1, read)
    assert plan.draft["actions"][0]["as_read"] == {"text": "Write the guide"}


def test_a_stale_revision_is_refused_with_both_versions(desk, plan, ann):
    edit(desk, plan, "actions/a1/text", "Alice's words", 0)
    with pytest.raises(StaleRevision) as refused:
        edit(desk, plan, "actions/a1/text", "Ann's words", 0, by=ann)
    assert (refused.value.mine, refused.value.theirs) == ("Ann's words", "Alice's words")
    assert (refused.value.who, refused.value.revision) == ("Alice Archer", 1)
    assert value(plan, "a1", "text") == "Alice's words"
    edit(desk, plan, "actions/a1/text", "Both their words", 1, by=ann)
    assert value(plan, "a1", "text") == "Both their words"
    assert plan.edits.count() == 2, "the first version stays in the list of edits"


def test_two_people_who_edit_different_places_at_once_both_keep_their_words(desk, plan, ann):
    edit(desk, plan, "actions/a1/text", "Alice's words", 0)
    edit(desk, plan, "actions/a2/text", "Ann's words", 0, by=ann)
    edit(desk, plan, "actions/a1/leads", ["Ann Second"], 0, by=ann)
    assert value(plan, "a1", "text") == "Alice's words"
    assert value(plan, "a2", "text") == "Ann's words"
    assert value(plan, "a1", "leads") == ["Ann Second"]


def test_a_row_that_somebody_edited_meanwhile_is_not_split_or_refused_under_them(desk, plan, ann):
    edit(desk, plan, "actions/a2/text", "Sample files, then tell the teams", 0)
    with pytest.raises(StaleRevision):
        actions.split_row(
            import_=plan, row="a2", parts=["Sample files", "tell the teams"], by=ann, revision=0
        )
    with pytest.raises(StaleRevision):
        actions.refuse_row(import_=plan, row="a2", why="A heading", by=ann, revision=0)
    assert value(plan, "a2", "state") == "accepted"


def test_an_undone_edit_makes_older_pages_stale_too(desk, plan, ann):
    made = edit(desk, plan, "actions/a1/text", "Alice's words", 0)
    actions.undo_edit(edit=made, by=desk.cast.alice)
    with pytest.raises(StaleRevision):
        edit(desk, plan, "actions/a1/text", "Ann's words", 1, by=ann)


def test_a_revision_that_is_not_there_yet_is_refused(desk, plan):
    with pytest.raises(NotAllowedNow, match="no revision 9"):
        edit(desk, plan, "actions/a1/text", "x", 9)


def test_an_edit_that_changes_nothing_makes_no_revision(desk, plan):
    with pytest.raises(NotAllowedNow, match="stands there already"):
        edit(desk, plan, "actions/a1/text", "Write the guide", 0)
    plan.refresh_from_db()
    assert (plan.revision, plan.edits.count()) == (0, 0)


def test_edits_are_undone_one_by_one_in_any_order(desk, plan):
    first = edit(desk, plan, "actions/a1/text", "New words", 0)
    second = edit(desk, plan, "actions/a1/leads", ["Ann Second"], 1)
    third = edit(desk, plan, "actions/a2/text", "Other words; tell the teams", 2)
    actions.undo_edit(edit=first, by=desk.cast.alice)
    assert value(plan, "a1", "text") == "Write the guide"
    assert value(plan, "a1", "leads") == ["Ann Second"]
    actions.undo_edit(edit=third, by=desk.cast.alice)
    actions.undo_edit(edit=second, by=desk.cast.alice)
    plan.refresh_from_db()
    assert plan.revision == 6
    assert plan.draft == fresh(plan)
    with pytest.raises(NotAllowedNow, match="undone already"):
        actions.undo_edit(edit=first, by=desk.cast.alice)


def fresh(plan):
    """The draft as it was when nobody had touched it."""
    return {**draft_of(plan.proposal), "item_links": []}


def test_an_edit_under_a_later_one_of_the_same_place_waits_for_it(desk, plan):
    first = edit(desk, plan, "actions/a1/text", "One", 0)
    second = edit(desk, plan, "actions/a1/text", "Two", 1)
    with pytest.raises(ChangedSince, match="actions/a1/text"):
        actions.undo_edit(edit=first, by=desk.cast.alice)
    assert value(plan, "a1", "text") == "Two"
    actions.undo_edit(edit=second, by=desk.cast.alice)
    actions.undo_edit(edit=first, by=desk.cast.alice)
    assert value(plan, "a1", "text") == "Write the guide"


def split(desk, plan, revision=0):
    parts = ["Sample files", "tell the teams"]
    return actions.split_row(
        import_=plan, row="a2", parts=parts, by=desk.cast.alice, revision=revision
    )


def counts(plan):
    plan.refresh_from_db()
    [count] = [one for one in proof(plan.draft) if "action" in one.sentence]
    return count


def test_rows_are_split_joined_refused_and_taken_back_and_the_counts_agree_each_time(desk, plan):
    alice = desk.cast.alice
    split(desk, plan)
    assert (counts(plan).agrees, counts(plan).accepted) == (True, 4)
    joined = actions.join_rows(import_=plan, chosen=["a1", "a3"], by=alice, revision=1)
    assert (counts(plan).agrees, counts(plan).accepted) == (True, 3)
    actions.undo_edit(edit=joined, by=alice)
    assert (counts(plan).agrees, counts(plan).accepted) == (True, 4)
    actions.refuse_row(import_=plan, row="a3", why="A heading", by=alice, revision=3)
    assert (counts(plan).agrees, counts(plan).refused) == (True, 1)
    actions.accept_row(import_=plan, row="a3", by=alice, revision=4)
    assert (counts(plan).agrees, counts(plan).refused) == (True, 0)


def test_an_undone_split_leaves_the_row_as_it_was_and_ids_are_never_given_twice(desk, plan):
    made = split(desk, plan)
    actions.undo_edit(edit=made, by=desk.cast.alice)
    plan.refresh_from_db()
    assert [row["id"] for row in plan.draft["actions"]] == ["a1", "a2", "a3"]
    assert value(plan, "a2", "state") == "accepted"
    split(desk, plan, revision=2)
    plan.refresh_from_db()
    assert [row["id"] for row in plan.draft["actions"]] == ["a1", "a2", "a6", "a7", "a3"]


def test_a_split_cannot_be_undone_under_an_edited_part(desk, plan):
    made = split(desk, plan)
    edit(desk, plan, "actions/a4/leads", ["Ann Second"], 1)
    with pytest.raises(ChangedSince):
        actions.undo_edit(edit=made, by=desk.cast.alice)


def test_a_row_that_was_missed_is_added_and_undone(desk, plan):
    made = actions.add_row(
        import_=plan,
        kind="actions",
        values={"text": "Tell the Board"},
        after="a1",
        by=desk.cast.alice,
    )
    assert value(plan, "a4", "text") == "Tell the Board"
    assert counts(plan).agrees
    actions.undo_edit(edit=made, by=desk.cast.alice)
    assert counts(plan).accepted == 3


def test_what_cannot_be_done_to_a_draft_changes_nothing(desk, plan):
    alice = desk.cast.alice
    for refused in (
        lambda: edit(desk, plan, "actions/a9/text", "x", 0),
        lambda: edit(desk, plan, "actions/a1/state", "refused", 0),
        lambda: actions.refuse_row(import_=plan, row="a1", why=" ", by=alice, revision=0),
        lambda: actions.split_row(
            import_=plan, row="a2", parts=["Invented", "words"], by=alice, revision=0
        ),
    ):
        with pytest.raises(CannotChangeDraft):
            refused()
    with pytest.raises(NotAllowedNow, match="Choose the rows"):
        actions.join_rows(import_=plan, chosen=[], by=alice, revision=0)
    plan.refresh_from_db()
    assert (plan.revision, plan.edits.count()) == (0, 0)


def test_only_an_improvement_officer_of_the_authority_edits(desk, plan):
    with pytest.raises(NotAllowed, match="edit what was read"):
        edit(desk, plan, "actions/a1/text", "x", 0, by=desk.cast.bob)
    with pytest.raises(Import.DoesNotExist):
        edit(desk, plan, "actions/a1/text", "x", 0, by=desk.cast.charlie)


def test_an_edit_of_ten_rows_or_a_hundred_costs_the_same(desk, django_assert_max_num_queries):
    rows = [*PLAN, *((str(n), f"Item {n}", f"Do {n}", "", "") for n in range(4, 100))]
    long = desk.plan(rows)
    with django_assert_max_num_queries(22):
        edit(desk, long, "actions/a1/text", "New words", 0)


def test_each_edit_is_one_line_of_history_in_which_nothing_personal_stands(desk, plan):
    made = edit(desk, plan, "actions/a1/text", "See the child, NHS number 943 476 5919", 0)
    actions.undo_edit(edit=made, by=desk.cast.alice)
    undone, edited = history_of(plan)[:2]
    assert (undone.verb, edited.verb) == ("undid an edit", "edited")
    assert "943" not in str([change for entry in (undone, edited) for change in entry.changes])
