"""The lines of My work: why each is mine, what was said last, and the counts that filter them."""

from datetime import date

import pytest

from goldenthread.plans import actions
from goldenthread.plans.models import Standing
from goldenthread.plans.tests.factories import recorded
from goldenthread.thread.tests.factories import file, person, return_

pytestmark = pytest.mark.django_db


def test_a_line_says_why_it_is_mine_and_how_late_it_is(world, browser_of):
    page = browser_of(world.lena).get("/").text
    assert "You are its lead." in page
    assert "By 31 March 2012. 5098 days late." in page
    assert "Nobody has said anything about it yet." in page
    assert "You are its delegate." in browser_of(world.dan).get("/").text


def test_a_count_shows_its_kind_alone(world, browser_of):
    return_(world, file(world))
    lena = browser_of(world.lena)
    page = lena.get("/").text
    assert page.index("returned to you") < page.index("Write a template")
    alone = lena.get("/?show=returned to me").text
    assert "No date on it." in alone
    assert "Write a template" not in alone
    assert "Nothing of this kind waits for you." in lena.get("/?show=due").text


def test_what_waits_for_the_checker_leads_to_the_check(world, browser_of, monkeypatch):
    link = file(world, ask_at_once=True)
    monkeypatch.setattr(
        "goldenthread.web.my_work.presenters.way_to", lambda name, *args: f"/{name}/{args[0]}/"
    )
    page = browser_of(world.carl).get("/").text
    assert f'href="/evidence:check/{link.pk}/"' in page
    assert "By 23 March 2026. Due in 7 days." in page
    assert "to check" in page


def test_pages_that_are_not_there_are_not_led_to(world, browser_of, monkeypatch):
    for module in ("ways", "my_work.presenters"):
        monkeypatch.setattr(f"goldenthread.web.{module}.way_to", lambda name, *args: "")
    page = browser_of(world.lena).get("/").text
    assert "P1-A1" in page
    assert 'Thread<span class="govuk-visually-hidden">' not in page


def test_the_third_no_change_in_a_row_is_printed_as_such(world, browser_of):
    lena = browser_of(world.lena)
    for _ in range(2):
        actions.no_change(action=world.action, by=world.lena)
    assert "No change, still on course (Lena Long, 16 March 2026)" in lena.get("/").text
    actions.no_change(action=world.action, by=world.lena)
    assert "said 3 times in a row" in lena.get("/").text


def test_what_is_due_later_is_counted(world, browser_of):
    asked = actions.ask_extension(
        action=world.action,
        by=world.lena,
        to=actions.Forecast(day=date(2026, 6, 30), cause="demand", reason="Too many cases."),
    )
    actions.approve_extension(move=asked, by=world.cast.bob)
    page = browser_of(world.lena).get("/").text
    assert "Nothing waits for you today" in page
    assert "1 more action of yours is due in more than 14 days." in page


def test_open_questions_lead_to_the_plans_list(cast, browser_of):
    recorded(cast)
    page = browser_of(cast.alice).get("/").text
    assert "4 questions of “Improvement plan” to settle" in page


def test_the_list_costs_as_many_queries_for_many_lines_as_for_few(world, browser_of, queries_of):
    lena = browser_of(world.lena)
    file(world)
    actions.no_change(action=world.action, by=world.lena)
    before = queries_of(lena, "/")
    Standing.objects.create(action=world.other, rank="lead", person=person(world.lena))
    actions.no_change(action=world.other, by=world.lena)
    assert queries_of(lena, "/") == before
