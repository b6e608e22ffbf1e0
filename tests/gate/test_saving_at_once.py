"""Two people save at the same moment: nobody's word is lost, and who comes second sees both."""

import pytest

from goldenthread.intake import actions
from goldenthread.intake.errors import StaleRevision
from goldenthread.intake.tests.factories import Desk
from goldenthread.people.history.verifying import verify
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_cast, make_user
from goldenthread.plans.models import Plan
from tests.gate.at_once import at_once

ROWS = (
    ("No", "Recommendation", "Action", "Lead", "By when"),
    ("1", "See children alone", "Write the guide", "Asha Verity", "Sept 2013"),
    ("2", "Visit in time", "Sample files", "Bram Okonjo", "31/10/2013"),
)


@pytest.fixture
def desk(transactional_db, settings, tmp_path, monkeypatch):
    """Alice's desk, in a database that every connection sees."""
    settings.FILES_DIR = str(tmp_path / "files")
    monkeypatch.setattr("goldenthread.people.worker.BEAT_SECONDS", 60.0)
    monkeypatch.setattr(
        "goldenthread.documents.apart.read_all",
        lambda paths, *, workers, job: iter([job(path) for path in paths]),
    )
    return Desk(make_cast())


@pytest.fixture
def plan(desk):
    return desk.plan(ROWS)


@pytest.fixture
def ann(desk):
    """A second improvement officer."""
    return make_user("Ann Second", desk.cast.aldermere, Role.IMPROVEMENT_OFFICER)


def saving(plan, by, words, row="a1", revision=0):
    path = f"actions/{row}/text"
    return lambda: actions.edit(import_=plan, path=path, value=words, by=by, revision=revision)


def texts(plan):
    plan.refresh_from_db()
    return [row["text"] for row in plan.draft["actions"]]


def test_of_two_who_save_the_same_words_one_is_kept_and_the_other_sees_both(desk, plan, ann):
    done = at_once(saving(plan, desk.cast.alice, "Alice's words"), saving(plan, ann, "Ann's words"))
    [late] = [one for one in done if isinstance(one, StaleRevision)]
    [kept] = [one for one in done if one is not late]
    assert {late.mine, late.theirs} == {"Alice's words", "Ann's words"}
    assert (kept.after, texts(plan)[0]) == (late.theirs, late.theirs)
    actions.edit(
        import_=plan,
        path="actions/a1/text",
        value=f"{late.theirs}; {late.mine}",
        by=ann,
        revision=late.revision,
    )
    assert [edit.number for edit in plan.edits.order_by("number")] == [1, 2]


def test_two_who_save_in_different_places_both_keep_their_words(desk, plan, ann):
    done = at_once(
        saving(plan, desk.cast.alice, "Alice's words"), saving(plan, ann, "Ann's words", row="a2")
    )
    assert sorted(edit.number for edit in done) == [1, 2]
    assert texts(plan) == ["Alice's words", "Ann's words"]


def test_ten_who_add_rows_at_once_all_find_theirs_with_an_id_of_its_own(desk, plan):
    alice = desk.cast.alice

    def adding(words):
        return lambda: actions.add_row(
            import_=plan, kind="actions", values={"text": words}, by=alice
        )

    at_once(*[adding(f"Row {n}") for n in range(10)])
    assert {f"Row {n}" for n in range(10)} <= set(texts(plan))
    ids = [row["id"] for row in plan.draft["actions"]]
    assert len(ids) == len(set(ids)) == 12
    assert sorted(edit.number for edit in plan.edits.all()) == list(range(1, 11))


def test_an_edit_and_the_confirmation_at_once_leave_no_plan_without_the_edit(desk, plan, ann):
    confirming = at_once(
        saving(plan, desk.cast.alice, "Alice's words"),
        lambda: actions.confirm(import_=plan, by=ann, revision=0),
    )
    made = Plan.objects.get() if Plan.objects.exists() else None
    edited = texts(plan)[0] == "Alice's words"
    assert any(isinstance(one, Exception) for one in confirming), "one came too late and was told"
    assert (made is None) == edited
    assert made is None or made.actions.order_by("order").first().text == "Write the guide"


def test_two_who_confirm_at_once_make_one_plan(desk, plan, ann):
    done = at_once(
        lambda: actions.confirm(import_=plan, by=desk.cast.alice),
        lambda: actions.confirm(import_=plan, by=ann),
    )
    assert sum(isinstance(one, Exception) for one in done) == 1
    assert Plan.objects.count() == 1


def test_the_history_of_what_was_done_at_once_still_verifies(desk, plan, ann):
    at_once(
        saving(plan, desk.cast.alice, "Alice's words"),
        saving(plan, ann, "Ann's words", row="a2"),
        lambda: actions.add_row(import_=plan, kind="actions", values={"text": "Third"}, by=ann),
    )
    assert verify().problems == []
