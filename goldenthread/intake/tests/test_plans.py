"""A plan from the file to the rows: questions, links, confirmation, undoing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.intake import actions
from goldenthread.intake.draft.errors import CannotChangeDraft
from goldenthread.intake.models import Import, Question
from goldenthread.people import actions as people
from goldenthread.people.models import Person
from goldenthread.plans import actions as plans
from goldenthread.plans.models import Action, Item, Plan, Standing, ToSettle

ROWS = (
    ("No", "Recommendation", "Action", "Lead", "By when"),
    ("1", "See children alone", "Write the guide", "Asha Verity", "30/09/2013"),
    ("", "", "Brief the teams", "", "31/10/2013"),
    ("2", "Visit in time", "Sample files; tell the Board", "Asha Verity & Bram Okonjo", "soon"),
    ("3", "Listen to children", "Hold a workshop", "", "30/11/2013"),
)


@pytest.fixture
def plan(desk):
    people.add_person(authority=desk.cast.aldermere, name="Asha Verity", by=desk.cast.alice)
    return desk.plan(ROWS)


def asked(plan, kind):
    return list(plan.questions.open().filter(kind=kind))


def confirm(desk, import_, **more):
    return actions.confirm(import_=import_, by=desk.cast.alice, **more)


def test_a_missing_lead_is_asked_about_and_never_carried_down_silently(desk, plan):
    with_row_above, alone = asked(plan, "no lead")
    assert with_row_above.suggestion == ["Asha Verity"]
    assert "Carry down" in with_row_above.text
    assert alone.suggestion is None
    plan = confirm(desk, plan)
    brief = Action.objects.get(text="Brief the teams")
    assert not brief.standings.exists()


def test_a_known_post_is_offered_and_a_role_of_law_is_known_by_any_of_its_names(desk):
    cast = desk.cast
    head = people.add_post(authority=cast.aldermere, title="Head of Safeguarding", by=cast.alice)
    director = people.add_post(
        authority=cast.aldermere,
        title="Director of People",
        by=cast.alice,
        statutory_role="director_of_childrens_services",
    )
    rows = [("1", "Visit", "Audit", name, "") for name in ("Head of Safeguarding Service", "DCS")]
    plan = desk.plan([ROWS[0], *rows])
    assert asked(plan, "new person") == []
    [question] = asked(plan, "person")
    assert question.suggestion == {"post": head.pk}
    actions.answer(question=question, value=question.suggestion, by=cast.alice)
    confirm(desk, plan)
    assert list(Standing.objects.order_by("pk").values_list("post", flat=True)) == [
        head.pk,
        director.pk,
    ]


def test_an_answer_is_written_where_the_question_stands_and_undone_alone(desk, plan):
    question = asked(plan, "no lead")[0]
    edit = actions.answer(question=question, value=question.suggestion, by=desk.cast.alice)
    plan.refresh_from_db()
    question.refresh_from_db()
    assert plan.draft["actions"][1]["leads"] == ["Asha Verity"]
    assert (question.state, question.answer) == ("answered", ["Asha Verity"])
    with pytest.raises(NotAllowedNow, match="answered already by Alice Archer"):
        actions.answer(question=question, value=["Bram Okonjo"], by=desk.cast.alice)
    actions.undo_edit(edit=edit, by=desk.cast.alice)
    plan.refresh_from_db()
    question.refresh_from_db()
    assert plan.draft["actions"][1]["leads"] == []
    assert (question.state, question.answer, question.answered_by) == ("open", None, None)


def test_all_alike_are_answered_at_once_each_undone_alone(desk, plan):
    question = asked(plan, "no lead")[0]
    settled = actions.answer_alike(question=question, value=["Dewi Thorne"], by=desk.cast.alice)
    assert len(settled) == 2
    assert not asked(plan, "no lead")
    first, second = plan.edits.order_by("number")
    actions.undo_edit(edit=first, by=desk.cast.alice)
    assert [one.pk for one in asked(plan, "no lead")] == [settled[0].pk]
    plan.refresh_from_db()
    assert plan.draft["actions"][3]["leads"] == ["Dewi Thorne"]
    assert second.question == settled[1]


def test_suggestions_are_accepted_all_at_once_and_what_has_none_stays_open(desk, plan):
    question = asked(plan, "no lead")[0]
    settled = actions.answer_alike(question=question, value=None, by=desk.cast.alice)
    assert [one.pk for one in settled] == [question.pk]
    [left] = asked(plan, "no lead")
    with pytest.raises(NotAllowedNow, match="has a suggestion"):
        actions.answer_alike(question=left, value=None, by=desk.cast.alice)


def test_answering_many_alike_costs_the_queries_of_one(desk):
    def cost(count):
        rows = [ROWS[0], *((str(n), f"Item {n}", f"Do {n}", "", "") for n in range(1, count))]
        rows.append((str(count), "Last", "The end", "Asha Verity", ""))
        import_ = desk.plan(rows)
        question = asked(import_, "no lead")[0]
        with CaptureQueriesContext(connection) as made:
            actions.answer_alike(question=question, value=["Bo Lee"], by=desk.cast.alice)
        return len(made)

    assert cost(4) == cost(60)


def test_an_edit_makes_a_question_needless_and_undoing_it_asks_again(desk, plan):
    question = asked(plan, "no lead")[1]
    edit = actions.edit(
        import_=plan, path=question.where, value=["Bo Lee"], by=desk.cast.alice, revision=0
    )
    question.refresh_from_db()
    assert question.state == "gone"
    actions.undo_edit(edit=edit, by=desk.cast.alice)
    question.refresh_from_db()
    assert question.state == "open"


def test_what_is_left_to_settle_goes_along_with_the_plan(desk, plan):
    accountable = asked(plan, "accountable")
    actions.leave_to_settle(questions=accountable, by=desk.cast.alice)
    left = plan.questions.filter(state__in=["open", "to_settle"]).count()
    plan = confirm(desk, plan)
    kept = ToSettle.objects.filter(version__plan=plan.plan)
    assert kept.count() == left
    assert kept.filter(topic="lead").exists()


def test_a_confirmed_plan_has_its_items_actions_and_public_ids(desk, plan):
    question = asked(plan, "accountable")[0]
    actions.answer(question=question, value="Bram Okonjo", by=desk.cast.alice)
    plan = confirm(desk, plan)
    assert (plan.state, plan.plan.public_id) == ("confirmed", "P1")
    assert Item.objects.count() == 3
    assert Action.objects.count() == 4
    ids = list(plan.created.filter(kind="action").values_list("public_id", flat=True))
    assert sorted(ids) == ["P1-A1", "P1-A2", "P1-A3", "P1-A4"]
    ranks = Action.objects.get(text__startswith="Sample").standings
    assert ranks.get(rank="lead").printed == "Bram Okonjo"
    assert ranks.get(rank="co-lead").person.name == "Asha Verity"


def test_a_new_person_is_entered_when_the_plan_is_confirmed_and_not_before(desk, plan):
    question = asked(plan, "new person")[0]
    assert question.suggestion == {"new": "Bram Okonjo", "as": "person"}
    actions.answer(question=question, value=question.suggestion, by=desk.cast.alice)
    assert not Person.objects.filter(name="Bram Okonjo").exists()
    confirm(desk, plan)
    entered = Person.objects.get(name="Bram Okonjo")
    assert Action.objects.get(text__startswith="Sample").standings.filter(person=entered).exists()


def test_a_failure_in_the_last_step_leaves_no_plan_and_no_new_person(desk, plan, monkeypatch):
    question = asked(plan, "new person")[0]
    actions.answer(question=question, value=question.suggestion, by=desk.cast.alice)

    def fail(**_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("goldenthread.intake.actions.confirming.record", fail)
    with pytest.raises(RuntimeError):
        confirm(desk, plan)
    assert Import.objects.get(pk=plan.pk).state == "proposed"
    assert not Plan.objects.exists()
    assert not Action.objects.exists()
    assert not Person.objects.filter(name="Bram Okonjo").exists()


def test_an_unused_plan_is_withdrawn_and_a_used_one_archived(desk, plan):
    alice = desk.cast.alice
    first = confirm(desk, plan).plan
    undone = actions.undo(import_=plan, by=alice, why="The wrong version")
    first.refresh_from_db()
    assert (undone.state, first.state) == ("undone", "withdrawn")
    second = confirm(desk, undone).plan
    plans.mark_used(plan=second, by=alice, what="a paper")
    archived = actions.undo(import_=plan, by=alice, why="The wrong version")
    second.refresh_from_db()
    assert (archived.state, second.state) == ("archived", "archived")
    assert second.actions.count() == 4


def test_the_next_version_of_a_plan_keeps_the_ids_and_is_taken_back_alone(desk, plan):
    first = confirm(desk, plan).plan
    newer = desk.plan([*ROWS, ("4", "Plan well", "Train reviewers", "Asha Verity", "")])
    newer = confirm(desk, newer, replaces=first)
    assert newer.plan == first
    assert first.versions.count() == 2
    assert first.actions.filter(dropped_in=None).count() == 5
    actions.undo(import_=newer, by=desk.cast.alice, why="Not agreed yet")
    first.refresh_from_db()
    assert (first.state, first.actions.filter(dropped_in=None).count()) == ("current", 4)


def test_a_split_row_becomes_two_actions_that_know_their_cell(desk, plan):
    actions.split_row(
        import_=plan,
        row="a3",
        parts=["Sample files", "tell the Board"],
        by=desk.cast.alice,
        revision=0,
    )
    confirm(desk, plan)
    assert Action.objects.count() == 5
    assert Action.objects.get(text="tell the Board").cell == "Sample files; tell the Board"


def test_a_question_leaves_nothing_behind_when_its_answer_does_not_fit(desk, plan):
    question = asked(plan, "no lead")[0]
    with pytest.raises(CannotChangeDraft):
        actions.answer(question=question, value=7, by=desk.cast.alice)
    question.refresh_from_db()
    assert question.state == Question.State.OPEN
