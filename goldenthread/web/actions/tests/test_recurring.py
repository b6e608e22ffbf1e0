"""What comes again, on the Action page."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from goldenthread.plans import actions
from goldenthread.plans.models import Deadline, Recurrence
from goldenthread.plans.recurring import Recurs
from goldenthread.plans.tests.evidence_factories import accept, make_world
from goldenthread.web import words
from goldenthread.web.actions.tests.test_action_page import address, page, send, when
from goldenthread.web.actions.tests.test_said_back import sent
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def world(cast):
    return make_world(cast)


def weekly(world, weeks_ago=3, **more):
    recurs = Recurs(frequency="weekly", first_day=TODAY() - timedelta(weeks=weeks_ago))
    return actions.set_recurrence(
        action=world.action, by=world.cast.alice, recurs=recurs, what="Look at files", **more
    )


def occurrences(made):
    return list(made.occurrences.order_by("day"))


def test_it_is_set_up_on_the_page_and_shown_with_its_count(world):
    alice = world.cast.alice
    first = when("first_day", TODAY() - timedelta(weeks=2))
    typed = {"frequency": "weekly", "what": "Look at files", "sample": "5", **first}
    told = sent(alice, world, "recur", **typed)
    assert "It recurs every week: 4 occurrences so far." in told
    shown = page(world.lena, world)
    assert "Look at files: every week, a sample of 5" in shown
    assert f"Done 0 of 2; next {words.day(TODAY() - timedelta(weeks=2))}." in shown
    assert "Call it off" not in shown
    assert "Call it off" in page(alice, world)


def test_every_so_many_weeks_asks_for_the_number(world):
    first = when("first_day", TODAY())
    answer = send(world.cast.alice, world, "recur", frequency="weeks", **first)
    assert answer.status_code == 422
    assert "How many weeks lie between two?: fill in a number." in answer.text
    send(world.cast.alice, world, "recur", frequency="weeks", number="6", **first)
    assert Recurrence.objects.get().how_often == "every 6 weeks"


def test_a_lead_says_what_was_made_of_each_and_takes_it_back(world):
    one, two, *_ = occurrences(weekly(world))
    told = sent(world.lena, world, "hold", one.pk, **when("done_on", one.day), precision="day")
    assert f"The occurrence of {words.day(one.due)} is done." in told
    send(world.lena, world, "miss", two.pk, why="Nobody was there")
    shown = page(world.lena, world)
    assert f"Done {words.day(one.day)}, as Lena Long said." in shown
    assert "Nobody was there (Lena Long)" in shown
    send(world.lena, world, "expect", one.pk, why="It was another week")
    one.refresh_from_db()
    assert one.state == "expected"


def test_somebody_else_excuses_and_a_lead_is_not_offered_it(world):
    one = occurrences(weekly(world))[0]
    assert ">Excuse<" not in page(world.lena, world)
    assert ">Excuse<" in page(world.cast.bob, world)
    assert send(world.lena, world, "excuse", one.pk, why="Busy").status_code == 403
    send(world.cast.bob, world, "excuse", one.pk, why="The office was shut")
    assert "1 excused" in page(world.lena, world)


def test_evidence_is_filed_for_one_occurrence_and_counted_there(world):
    one = occurrences(weekly(world))[0]
    send(world.lena, world, "hold", one.pk, **when("done_on", one.day), precision="day")
    assert "None yet." in page(world.lena, world)
    test = world.test
    form = page(world.lena, world, f"?do=file&of={test.pk}&occurrence={one.pk}")
    assert f'<option value="{one.pk}" selected' in form
    typed = {
        "kind_chosen": "document", "marking": "internal", "title": "Files looked at",
        "shows": "As asked.", "extract": "Twelve files.", "occurrence": one.pk,
    }  # fmt: skip
    assert send(world.lena, world, "file", test.pk, **typed).status_code == 302
    link = one.links.get()
    assert "1 piece, 0 checked." in page(world.lena, world)
    actions.ask_for_check(link=link, by=world.lena)
    accept(world, link)
    assert "1 piece, checked." in page(world.lena, world)


def test_an_occurrence_is_done_of_its_own_action_only(world):
    other = make_world_beside(world)
    theirs = occurrences(weekly(other))[0]
    assert send(world.lena, world, "hold", theirs.pk).status_code == 404


def make_world_beside(world):
    added = actions.add_action(
        plan=world.plan,
        by=world.cast.alice,
        text="Another action",
        items=list(world.plan.items.all()),
        why="The board asked",
    )
    return type(world)(**{**vars(world), "action": added})


def test_the_next_phase_is_set_up_in_the_place_of_the_one_before(world):
    made, begins = weekly(world), TODAY() + timedelta(days=10)
    typed = {"frequency": "monthly", "follows": made.pk, **when("first_day", begins)}
    send(world.cast.alice, world, "recur", **typed)
    made.refresh_from_db()
    assert made.last_day == begins - timedelta(days=1)
    shown = page(world.lena, world)
    assert f"Another phase begins on {words.day(begins)}." in shown
    assert "Every month" in shown


def test_it_is_called_off_on_the_page(world):
    made = weekly(world)
    typed = {**when("last_day", TODAY()), "why": "The service closed"}
    assert send(world.lena, world, "call_off", made.pk, **typed).status_code == 403
    told = sent(world.cast.alice, world, "call_off", made.pk, **typed)
    assert f"It recurs until {words.day(TODAY())}." in told
    assert "The service closed." in page(world.lena, world)


def test_a_printed_wording_that_recurs_is_proposed_to_whoever_may_set_it_up(world):
    Deadline.objects.create(
        action=world.action, source="local", printed="commencing 09/08/12 then quarterly",
        reading="recurring", recurrence="quarterly", earliest=date(2012, 8, 9),
    )  # fmt: skip
    said = "every three months from 9 August 2012."
    assert said in page(world.cast.alice, world)
    assert said not in page(world.lena, world)
    form = page(world.cast.alice, world, "?do=recur")
    assert '<option value="quarterly" selected' in form
    assert 'value="2012"' in form


def test_older_occurrences_fold_and_the_queries_do_not_grow(world):
    made = weekly(world, weeks_ago=3)
    client = signed_in(world.lena)
    client.get(address(world))
    with CaptureQueriesContext(connection) as few:
        client.get(address(world))
    weekly(world, weeks_ago=40)
    client.get(address(world))
    with CaptureQueriesContext(connection) as many:
        shown = client.get(address(world)).text
    assert len(many) == len(few)
    assert "34 earlier" in shown
    assert made.occurrences.count() == 5


def test_a_council_that_missed_one_sees_it_in_red_and_why(world):
    row = occurrences(weekly(world))[0]
    shown = page(world.lena, world)
    assert f"The occurrence of {words.day(row.due)} was not done." in shown
    assert "Overdue" in shown
    assert "nothing is late" not in shown
