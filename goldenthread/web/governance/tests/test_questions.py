"""The pages of members' questions: asked, answered and frozen, followed and marked."""

from datetime import date

import pytest

from goldenthread.governance.models import Answer, Expectation, Figure, NextStep, Question
from goldenthread.governance.tests.factories import (
    FEBRUARY,
    JANUARY,
    PAPER,
    asked,
    board,
    drafted,
    given,
    held,
    person,
    planned,
    seated,
    typed,
)
from goldenthread.intake.actions import read_now, upload_files
from goldenthread.people.models import Person
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.web.governance.tests.test_pages import at, day, send, text_of

pytestmark = pytest.mark.usefixtures("fixed_clock")
FIGURE = {
    "name": "Visits in time",
    "value": "89",
    "unit": "percent",
    "numerator": "34",
    "denominator": "38",
    "better": "higher",
    "source": "Monthly list",
}


def test_a_question_is_registered_answered_with_figures_and_frozen(alice, cast):
    """H-15."""
    forum = board(cast)
    meeting = planned(cast, forum)
    told = {"asked_by": "a member", "text": "How many visits are in time?", "meeting": meeting.pk}
    page = send(alice, at("ask", forum.pk), **told, **day("asked_on", JANUARY))
    assert "It was not answered yet" in page
    question = Question.objects.get()
    words = {"answers_for": "Cabinet Member", "text": "Most of them."}
    page = send(alice, at("answer", question.pk), **words)
    assert "nothing is frozen yet" in page
    answer = Answer.objects.get()
    send(alice, at("add_figure", answer.pk), **FIGURE, **day("as_at", JANUARY))
    more = {"name": "Visits seen alone", "value": "30", "unit": "percent"}
    page = send(alice, at("add_figure", answer.pk), **more)
    assert "89%; 34 of 38; higher is better; as at 20 January 2026" in page
    assert "30%; out of how many: not given; as-at day not given" in page
    one, two = Figure.objects.order_by("number")
    page = send(alice, at("nest", two.pk), within=one.pk, nesting="not stated")
    assert "Not stated whether counted in it: Visits in time" in page
    page = send(alice, at("figure", two.pk), **more | {"value": "31"})
    assert "31%; out of how many" in page
    send(alice, at("promise", answer.pk), text="We will write.", printed_day="at pace")
    send(alice, at("promise", answer.pk), text="We will ring.", **day("due_on"))
    page = send(alice, at("foretell", answer.pk), text="They will see progress.")
    assert "We will write. (at pace)" in page
    assert "We will ring. (by 16 March 2026)" in page
    page = send(alice, at("give", answer.pk), **day("on"))
    assert "given on 16 March 2026 and frozen" in page
    assert "Leave out" not in page
    assert "answered" in text_of(alice, at("questions"))
    assert text_of(alice, at("answer", question.pk)).count("What was given before stays beside it.")


def test_each_part_of_a_draft_can_be_left_out(alice, cast):
    answer = drafted(cast, asked(cast, board(cast)))
    figure = typed(cast, answer)
    send(alice, at("promise", answer.pk), text="We will write.")
    send(alice, at("foretell", answer.pk), text="They will see progress.")
    for kind, row in (
        ("figure", figure),
        ("promise", answer.commitments.get()),
        ("expectation", answer.expectations.get()),
    ):
        assert "is left out" in send(alice, at("leave_out", kind, row.pk))
    assert not answer.figures.exists()


def test_a_promise_becomes_a_next_step_and_an_expectation_is_marked(alice, cast):
    """H-16."""
    forum = board(cast)
    answer = given(cast, asked(cast, forum))
    item, dora = held(cast, forum).items.get(), person(cast)
    promise, expected = answer.commitments.get(), Expectation.objects.get()
    page = text_of(alice, at("question", answer.question_id))
    assert "We will write to every head. (no day given)" in page
    assert "to be marked after the visit" in page
    page = send(
        alice, at("follow", promise.pk), item=item.pk, lead=dora.pk, **day("due_on", date(2026, 4, 1))
    )  # fmt: skip
    assert "(next step, due 1 April 2026, open)" in page
    assert NextStep.objects.get().lead == dora
    page = send(alice, at("mark", expected.pk), outcome="partly", letter_words="Delays are fewer.")
    assert "They found it in part. Delays are fewer." in page


def test_a_document_that_was_read_fills_the_draft(alice, cast):
    question = asked(cast, board(cast))
    assert "No document with a question was read yet" in text_of(alice, at("fill", question.pk))
    (row,) = upload_files(authority=cast.aldermere, files=[("question.txt", PAPER.encode())], by=cast.alice, queue=False)  # fmt: skip
    read_now(import_=row, by=cast.alice)
    page = send(alice, at("fill", question.pk), which=f"{row.pk}-0")
    assert "31%; out of how many: not given; adverse; lower is better; as-at day not given" in page
    assert Answer.objects.get().upload == row.upload


def test_answers_of_the_same_question_stand_together_with_what_may_be_compared(alice, cast):
    forum = board(cast)
    first = asked(cast, forum)
    whole = {"numerator": 34, "denominator": 38}
    given(cast, first, as_at=JANUARY, **whole)
    again = asked(cast, forum, asked_on=FEBRUARY, asked_before=first)
    draft = drafted(cast, again, text="More of them.")
    typed(cast, draft, value=92, as_at=FEBRUARY, numerator=35, denominator=38, better="higher")
    page = text_of(alice, at("question", again.pk))
    assert "Answered on 20 January 2026" in page
    assert "Better than before." in page
    assert "Answers to the same question" not in text_of(alice, at("question", first.pk))


def test_an_answer_is_handed_out_with_what_is_not_given_of_each_figure(alice, cast):
    answer = given(cast, asked(cast, board(cast)))
    page = text_of(alice, at("answer_paper", answer.pk, "html"))
    assert "89%; out of how many: not given; as-at day not given" in page
    assert "What was promised" in page
    for form in ("docx", "pdf"):
        assert alice.get(at("answer_paper", answer.pk, form)).status_code == 200
    draft = drafted(cast, asked(cast, answer.question.forum))
    one, two = typed(cast, draft), typed(cast, draft, name="Seen alone")
    send(alice, at("nest", two.pk), within=one.pk, nesting="apart")
    typed(cast, draft, name="Over 2 years", value=3, unit="children")
    page = text_of(alice, at("answer_paper", draft.pk, "html"))
    assert "Decide before publishing: Over 2 years." in page
    assert "Decide before publishing: Over 2 years." in text_of(
        alice, at("question", draft.question.pk)
    )
    assert "this answer was not given yet" in page
    assert "Not counted in it: Visits in time" in page


def test_who_has_a_seat_sees_the_question_and_its_answer_but_no_draft(client, cast):
    forum = board(cast)
    question = asked(cast, forum, answer_by=FEBRUARY)
    drafted(cast, question)
    lead = make_user("Lena Lead", cast.aldermere, Role.LEAD)
    client.force_login(lead)
    assert client.get(at("question", question.pk)).status_code == 404
    assert "You see no question yet" in text_of(client, at("questions"))
    seated(cast, forum, of=Person.objects.get(user=lead))
    page = text_of(client, at("question", question.pk))
    assert "It was not answered yet" in page
    assert "late" in text_of(client, at("questions"))
    assert client.get(at("ask", forum.pk)).status_code == 403


def test_the_list_asks_the_same_queries_for_one_question_as_for_many(
    alice, cast, django_assert_max_num_queries
):
    forum = board(cast)
    asked(cast, forum)
    text_of(alice, at("questions"))
    with django_assert_max_num_queries(60) as few:
        text_of(alice, at("questions"))
    for _ in range(5):
        given(cast, asked(cast, forum))
    with django_assert_max_num_queries(len(few)):
        assert text_of(alice, at("questions")).count("answered") >= 5
