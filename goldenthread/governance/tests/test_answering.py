"""A member's question: asked, answered with figures that are frozen, and followed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.governance import actions
from goldenthread.governance.figures import Told
from goldenthread.governance.models import Answer, Figure, Question
from goldenthread.governance.tests.factories import (
    FEBRUARY,
    JANUARY,
    MARCH,
    asked,
    board,
    drafted,
    given,
    held,
    paper_read,
    person,
    planned,
    seated,
    typed,
)
from goldenthread.people.history import history_of
from goldenthread.people.models import Person
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user

pytestmark = pytest.mark.django_db
REVIEWS = Told(name="Reviews", value=None, unit="")


def test_a_question_keeps_who_asks_whom_when_about_what_and_by_when(cast):
    """H-15."""
    forum = board(cast, kind="scrutiny")
    meeting = planned(cast, forum)
    made = asked(cast, forum, asked_of="Cabinet Member", answer_by=FEBRUARY, meeting=meeting)
    row = Question.objects.get(pk=made.pk)
    assert (row.asked_by, row.asked_of, row.asked_on) == ("a member", "Cabinet Member", JANUARY)
    assert (row.answer_by, row.meeting, row.about) == (FEBRUARY, meeting, "reviews")
    assert str(row) == "Question of 20 January 2026 to Improvement Board (IB)"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"text": " "}, "The question is empty"),
        ({"asked_by": ""}, "Who asks is empty"),
        ({"answer_by": JANUARY - timedelta(days=1)}, "on or after the day"),
    ],
)
def test_a_question_that_lacks_something_is_refused(cast, changes, why):
    with pytest.raises(NotAllowedNow, match=why):
        asked(cast, board(cast), **changes)


def test_a_question_is_for_a_meeting_of_its_board_and_after_the_earlier_one(cast):
    forum = board(cast)
    other = planned(cast, board(cast, name="Another"))
    with pytest.raises(NotAllowedNow, match="is not one of Improvement Board"):
        asked(cast, forum, meeting=other)
    later = asked(cast, forum, asked_on=FEBRUARY)
    with pytest.raises(NotAllowedNow, match="asked later than this one"):
        asked(cast, forum, asked_before=later)


def test_an_answer_is_frozen_with_its_figures_when_it_is_given(cast):
    """H-15: the figures of an answer that was given stay, on either database."""
    answer = given(cast, asked(cast, board(cast)), as_at=JANUARY)
    assert (answer.answered_on, answer.answered_by) == (JANUARY, cast.alice)
    figure, promise = answer.figures.get(), answer.commitments.get()
    expected = answer.expectations.get()
    for row, change in (
        (answer, {"text": "Another"}),
        (figure, {"value": 90}),
        (promise, {"text": "Another"}),
        (expected, {"text": "Another"}),
        (answer.question, {"text": "Another"}),
    ):
        refused(lambda row=row, change=change: type(row).objects.filter(pk=row.pk).update(**change))
    for row in (figure, promise, expected):
        refused(lambda row=row: type(row).objects.filter(pk=row.pk).delete())
    refused(lambda: Figure.objects.create(answer=answer, number=9, name="Late", value=1))
    with pytest.raises(NotAllowedNow, match="is frozen"):
        typed(cast, answer)
    with pytest.raises(NotAllowedNow, match="is frozen"):
        actions.leave_out(part=figure, by=cast.alice)


def refused(change):
    with pytest.raises(DatabaseError, match="not changed"), transaction.atomic():
        change()


def test_a_correction_is_a_new_answer_beside_the_old_one(cast):
    question = asked(cast, board(cast))
    first = given(cast, question)
    second = drafted(cast, question, text="Four were late.")
    assert (first.number, second.number) == (1, 2)
    actions.give_answer(answer=second, on=FEBRUARY, by=cast.alice)
    texts = question.answers.given().order_by("number").values_list("text", flat=True)
    assert list(texts) == ["Three were late.", "Four were late."]
    assert str(second) == "Answer 2 to the question of 20 January 2026 to Improvement Board (IB)"


def test_a_draft_is_written_again_as_long_as_it_is_a_draft(cast):
    question = asked(cast, board(cast))
    first = drafted(cast, question)
    again = drafted(cast, question, text="Two were late.")
    assert (again.pk, again.text) == (first.pk, "Two were late.")


def test_a_figure_is_corrected_or_left_out_while_it_is_a_draft(cast):
    draft = drafted(cast, asked(cast, board(cast)))
    one, two = typed(cast, draft), typed(cast, draft, name="Reviews")
    told = Told(name="Visits", value=Decimal(90), unit="percent", numerator=36, denominator=40)
    changed = actions.change_figure(
        figure=one, told=told, source="Monthly list", printed="90%", by=cast.alice
    )
    assert (changed.value, changed.denominator, changed.source) == (90, 40, "Monthly list")
    actions.nest(figure=two, within=one, nesting="included", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="counted in this one"):
        actions.leave_out(part=one, by=cast.alice)
    two.refresh_from_db()
    actions.leave_out(part=two, by=cast.alice)
    assert draft.figures.get() == one
    assert typed(cast, draft, name="Late").number == 2


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (REVIEWS, "value or the words"),
        (Told(name="Reviews", value=Decimal(1), unit="", numerator=3, denominator=2), "no more than"),
        (Told(name="Reviews", value=Decimal(1), unit="", numerator=0, denominator=0), "no more than"),
        (Told(name=" ", value=Decimal(1), unit=""), "What it counts is empty"),
    ],
)  # fmt: skip
def test_a_figure_that_says_nothing_is_refused(cast, told, why):
    draft = drafted(cast, asked(cast, board(cast)))
    with pytest.raises(NotAllowedNow, match=why):
        actions.add_figure(answer=draft, told=told, by=cast.alice)


def test_a_figure_is_counted_only_in_another_one_of_its_answer(cast):
    forum = board(cast)
    one = typed(cast, drafted(cast, asked(cast, forum)))
    other = typed(cast, drafted(cast, asked(cast, forum)))
    for within in (one, other):
        with pytest.raises(NotAllowedNow, match="another figure of the same answer"):
            actions.nest(figure=one, within=within, nesting="apart", by=cast.alice)


def test_an_answer_is_given_on_a_day_between_question_and_today_and_after_its_figures(cast):
    draft = drafted(cast, asked(cast, board(cast)))
    typed(cast, draft, as_at=FEBRUARY)
    for day in (JANUARY - timedelta(days=1), timezone.localdate() + timedelta(days=1)):
        with pytest.raises(NotAllowedNow, match="not in future"):
            actions.give_answer(answer=draft, on=day, by=cast.alice)
    with pytest.raises(NotAllowedNow, match="a day after the answer"):
        actions.give_answer(answer=draft, on=JANUARY, by=cast.alice)


def test_the_history_keeps_each_figure_as_it_was_frozen(cast):
    answer = given(cast, asked(cast, board(cast)), numerator=34, denominator=38, as_at=JANUARY)
    (line,) = [one for one in history_of(answer) if one.verb == "answered"]
    said = {change.name: change.after for change in line.changes}
    assert said["figures"] == ["Visits in time: 89%; 34 of 38; as at 20 January 2026"]


def test_a_promise_of_an_answer_becomes_a_next_step_of_a_meeting(cast):
    """H-15: what an answer promises is chased."""
    forum = board(cast)
    promise = given(cast, asked(cast, forum)).commitments.get()
    item, dora = held(cast, forum).items.get(), person(cast)
    more = {"item": item, "lead": dora, "due_on": MARCH, "by": cast.alice}
    step = actions.follow_commitment(commitment=promise, **more)
    assert (step.text, step.lead, step.due_on) == (promise.text, dora, MARCH)
    assert step.promised_in.answer == promise.answer
    with pytest.raises(NotAllowedNow, match="a next step already"):
        actions.follow_commitment(commitment=promise, **more)
    draft = drafted(cast, asked(cast, forum))
    early = actions.promised(answer=draft, text="We will.", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="Give it first"):
        actions.follow_commitment(commitment=early, **more)


def test_what_an_answer_foretold_is_marked_once_after_the_visit_with_the_letters_words(cast):
    """H-16."""
    expected = given(cast, asked(cast, board(cast))).expectations.get()
    with pytest.raises(NotAllowedNow, match="What the letter says is empty"):
        actions.mark_expectation(
            expectation=expected, outcome="found", letter_words=" ", by=cast.alice
        )
    marked = actions.mark_expectation(
        expectation=expected, outcome="partly", letter_words="Delays are fewer.", by=cast.alice
    )
    assert (marked.get_outcome_display(), marked.marked_by) == ("They found it in part", cast.alice)
    with pytest.raises(NotAllowedNow, match="marked already"):
        actions.mark_expectation(
            expectation=expected, outcome="silent", letter_words="", by=cast.alice
        )


def test_the_letter_may_say_nothing_of_what_was_foretold(cast):
    expected = given(cast, asked(cast, board(cast))).expectations.get()
    marked = actions.mark_expectation(
        expectation=expected, outcome="silent", letter_words="", by=cast.alice
    )
    assert (marked.outcome, marked.letter_words) == ("silent", "")
    assert not type(marked).objects.to_mark().exists()


def test_a_document_fills_the_draft_and_freezes_nothing(cast):
    question = asked(cast, board(cast))
    draft = actions.fill_answer(question=question, proposal=paper_read(), by=cast.alice)
    assert (draft.is_given, draft.answers_for) == (False, "the Cabinet Member for Children")
    repeat = draft.figures.get(name="Repeat planning")
    assert (repeat.value, repeat.adverse, repeat.better) == (31, True, "lower")
    assert draft.figures.get(name="Conference timeliness").better == "higher"
    audit = draft.figures.get(at_least=True)
    assert (audit.numerator, audit.denominator) == (11, 20)
    promise = draft.commitments.get(text__startswith="We will write")
    assert promise.due_on == date(2026, 6, 30)
    assert draft.expectations.count() == 2
    with pytest.raises(NotAllowedNow, match="A draft is there already"):
        actions.fill_answer(question=question, proposal=paper_read(), by=cast.alice)


def test_a_draft_is_for_those_who_keep_questions_and_an_answer_for_who_has_a_seat(cast):
    forum = board(cast)
    question = asked(cast, forum)
    given(cast, question)
    drafted(cast, question)
    lead = make_user("Lena Lead", cast.aldermere, Role.LEAD)
    clerk = make_user("Cleo Clerk", cast.aldermere, Role.CLERK)
    assert Question.objects.visible_to(clerk).count() == 1
    assert Answer.objects.visible_to(clerk).count() == 2
    assert not Question.objects.visible_to(lead).exists()
    seated(cast, forum, of=Person.objects.get(user=lead))
    assert Question.objects.visible_to(lead).count() == 1
    assert [one.number for one in Answer.objects.visible_to(lead)] == [1]
    assert Figure.objects.visible_to(lead).count() == 1
