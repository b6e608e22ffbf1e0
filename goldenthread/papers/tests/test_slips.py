"""What a highlight report tells of days that slip: as it was on its day, with who agreed."""

import pytest

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.papers.tests.highlight import DAY, TODAY, paper, rows, said
from goldenthread.plans import actions
from goldenthread.plans.actions import Forecast
from goldenthread.plans.tests import evidence_factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fixed_clock")]
TITLE = "What slips, and why"


@pytest.fixture
def world(cast):
    return evidence_factories.make_world(cast)


def slip(world, days, **more):
    forecast = Forecast(day=TODAY + days * DAY, cause="capacity", reason="Two posts", **more)
    actions.add_update(action=world.action, by=world.lena, text="It slips", forecast=forecast)


def test_what_slips_stands_with_its_first_day_its_cause_and_who_agreed(world, fixed_clock):
    title, item = "What slips, and why", world.action.items.first()
    actions.set_local_deadline(action=world.action, due=TODAY + 5 * DAY, by=world.cast.alice)
    slip(world, 20)
    slip(world, 33)
    to = Forecast(day=TODAY + 40 * DAY, cause="demand", reason="", item=item)
    with pytest.raises(NotAllowedNow):
        actions.ask_extension(action=world.action, by=world.lena, to=to)
    [row] = rows(paper(world.plan, world.cast.alice), title)
    assert (row["Which day"], row["At first"], row["Now"]) == (
        "the whole action",
        "21 March 2026",
        "18 April 2026",
    )
    assert (row["By"], row["Why"]) == ("+28 days", "Capacity: Two posts")
    fixed_clock.move_to("2026-03-18 09:30Z")
    slip(world, 4)
    assert rows(paper(world.plan, world.cast.alice, TODAY + 2 * DAY), title) == []
    [as_it_was] = rows(paper(world.plan, world.cast.alice), title)
    assert as_it_was["Now"] == "18 April 2026"
    actions.complete(action=world.action, by=world.lena, completed_on=TODAY)
    assert said(paper(world.plan, world.cast.alice, TODAY + 2 * DAY), title) == [
        "No day of an open action has moved."
    ]


def test_what_slips_for_one_item_alone_says_so_and_what_is_refused_moves_nothing(world):
    title, item = "What slips, and why", world.action.items.first()
    due = TODAY + 5 * DAY
    actions.set_local_deadline(action=world.action, due=due, item=item, by=world.cast.alice)
    to = Forecast(day=TODAY + 8 * DAY, cause="demand", reason="More referrals", item=item)
    asked = actions.ask_extension(action=world.action, by=world.lena, to=to)
    [row] = rows(paper(world.plan, world.cast.alice), title)
    assert row["Which day"] == f"for item {item.number or item.public_id}"
    assert row["Agreed?"].startswith("more time is asked for")
    actions.refuse_extension(move=asked, by=world.cast.bob, words="No")
    assert rows(paper(world.plan, world.cast.alice), title) == []


def ask(world, days, **more):
    to = Forecast(day=TODAY + days * DAY, cause="demand", reason="More referrals", **more)
    return actions.ask_extension(action=world.action, by=world.lena, to=to)


def told(world, day):
    return [
        (row["Now"], row["Agreed?"])
        for row in rows(paper(world.plan, world.cast.alice, day), TITLE)
    ]


def test_a_report_of_a_past_day_tells_what_was_decided_by_then(world, fixed_clock):
    actions.set_local_deadline(action=world.action, due=TODAY + 5 * DAY, by=world.cast.alice)
    asked = ask(world, 8)
    fixed_clock.move_to("2026-03-18 09:30Z")
    actions.approve_extension(move=asked, by=world.cast.bob)
    waits = "more time is asked for; somebody other than the lead decides"
    assert told(world, TODAY) == [("24 March 2026", waits)]
    later = TODAY + 2 * DAY
    agreed = "agreed by somebody other than whoever asked"
    assert told(world, later) == [("24 March 2026", agreed)]
    slip(world, 12)
    forecast = "forecast; nobody has to agree to it; agreed until 24 March 2026"
    assert told(world, later) == [("28 March 2026", forecast)]


def test_what_is_refused_later_was_asked_for_then(world, fixed_clock):
    actions.set_local_deadline(action=world.action, due=TODAY + 5 * DAY, by=world.cast.alice)
    asked = ask(world, 8)
    fixed_clock.move_to("2026-03-18 09:30Z")
    actions.refuse_extension(move=asked, by=world.cast.bob, words="No")
    assert len(told(world, TODAY)) == 1
    assert told(world, TODAY + 2 * DAY) == []


def test_a_milestone_slips_until_the_day_on_which_it_was_reached(world, fixed_clock):
    step = actions.add_milestone(
        action=world.action, by=world.lena, printed="20 March 2026", text="Draft"
    )
    slip(world, 20, milestone=step)
    fixed_clock.move_to("2026-03-18 09:30Z")
    actions.reach_milestone(milestone=step, by=world.lena, done_on=TODAY + 2 * DAY)
    [row] = rows(paper(world.plan, world.cast.alice, TODAY + DAY), TITLE)
    assert (row["Which day"], row["At first"], row["Now"]) == (
        "Draft",
        "20 March 2026",
        "5 April 2026",
    )
    assert told(world, TODAY + 2 * DAY) == []
