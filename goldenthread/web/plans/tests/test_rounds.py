"""The page of a plan's update rounds."""

from datetime import date

import pytest

from goldenthread.governance.models import RoundsBefore
from goldenthread.governance.tests.factories import board
from goldenthread.people.models import Notice, User
from goldenthread.plans import actions
from goldenthread.plans.models import UpdateRhythm
from goldenthread.plans.rounds import NEVER, Rhythm
from goldenthread.thread.tests.factories import make_world, person
from goldenthread.web.people.tests.conftest import day
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db
PAGE = "/plans/990/P1/rounds/"
MONDAY = date(2026, 3, 16)
SENT = {"every": "monthly", **day("first", MONDAY), "weeks": "4", "answer": "5", "late": "5"}


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def test_rounds_are_set_and_the_page_says_who_has_not_answered(world, fixed_clock):
    alice = signed_in(world.cast.alice)
    assert "No update round is open." in alice.get(PAGE).text
    told = alice.post(PAGE, SENT, follow=True).text
    assert "It is set: P1: every month." in told
    assert "due by 23 March 2026, closes after 30 March 2026: 0 of 2 answered." in told
    assert "Nobody leads these" in told
    again = f"{PAGE}{person(world.lena).pk}/"
    assert again in told
    assert "Lena Long was asked again." in alice.post(again, follow=True).text
    assert alice.post(again).status_code == 409
    assert Notice.objects.get().to == world.lena


def test_late_answers_and_what_came_of_a_round_are_shown(world, fixed_clock):
    alice = signed_in(world.cast.alice)
    alice.post(PAGE, SENT)
    fixed_clock.move_to("2026-03-24 09:30:00+00:00")
    for action in (world.action, world.other):
        actions.no_change(action=action, by=world.cast.alice)
    page = signed_in(world.cast.alice).get(PAGE).text
    assert "Answered late: P1-A1, P1-A2." in page
    assert "Everybody has answered." in page
    timer = User.objects.system("timer.rounds", "Update rounds")
    actions.end_rounds(plan=world.plan, by=timer, day=date(2026, 3, 31))
    fixed_clock.move_to("2026-03-31 09:30:00+00:00")
    over = signed_in(world.cast.alice).get(PAGE).text
    assert "2 of 2 answered, 2 of them late" in over
    assert "It asks: every month." in over


def test_what_cannot_be_set_is_said_and_a_lead_sets_nothing(world):
    alice = signed_in(world.cast.alice)
    past = alice.post(PAGE, {**SENT, **day("first", date(2026, 3, 2))})
    assert past.status_code == 422
    assert "a day that is past" in past.text
    assert "How often the plan asks" not in signed_in(world.lena).get(PAGE).text
    assert signed_in(world.lena).post(PAGE, SENT).status_code == 403
    assert not UpdateRhythm.objects.exists()


def test_my_work_leads_to_the_round(world):
    signed_in(world.cast.alice).post(PAGE, SENT)
    page = signed_in(world.lena).get("/").text
    assert "See who has answered" in page
    assert PAGE in page


def test_rounds_before_the_meetings_of_a_board_are_set(world):
    alice, forum = signed_in(world.cast.alice), board(world.cast)
    before = f"{PAGE}before/"
    page = alice.get(PAGE).text
    assert "Or before each meeting" in page
    assert before in page
    sent = {"before-forum": str(forum.pk), "before-before": "5", "before-answer": "3"}
    told = alice.post(before, sent, follow=True).text
    assert "before each meeting of Improvement Board (IB); the first round opens on" in told
    assert "due 5 working days before it, with 3 to answer" in told
    assert alice.get(before).status_code == 302


@pytest.mark.parametrize(
    ("sent", "problem"),
    [
        ({"before-before": "0"}, "greater than or equal to 1"),
        ({"before-forum": ""}, "Before each meeting of"),
        ({"before-before": "60", "before-answer": "60"}, "no meeting that leaves so much time"),
    ],
)
def test_what_cannot_be_set_before_meetings_is_said_at_its_form(world, sent, problem):
    forum = board(world.cast)
    actions.set_rounds(
        plan=world.plan, by=world.cast.alice, rhythm=Rhythm(first=MONDAY, every=NEVER)
    )
    given = {"before-forum": str(forum.pk), "before-before": "5", "before-answer": "5"}
    if "no meeting" in problem:
        forum.every, forum.unit, forum.first_on = None, "", None
        forum.save()
    answer = signed_in(world.cast.alice).post(f"{PAGE}before/", given | sent)
    assert answer.status_code == 422
    assert problem in answer.text
    assert not RoundsBefore.objects.exists()
    assert signed_in(world.lena).post(f"{PAGE}before/", given).status_code == 403
