"""Tables A to E: each action in one of them, and the counts add up."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.governance.tests.factories import board, held, watching
from goldenthread.papers.document import Grid, Note, Paragraph
from goldenthread.papers.member_tables.gathering import gather
from goldenthread.papers.member_tables.layout import NOBODY, NOT_MARKED
from goldenthread.papers.member_tables.paper import build
from goldenthread.papers.member_tables.sorting import Standing, in_words, table_of
from goldenthread.papers.renderers import FORMS
from goldenthread.plans import actions
from goldenthread.plans.actions import Forecast, Step
from goldenthread.plans.drafts import ActionDraft
from goldenthread.thread.tests.factories import make_world

TODAY = date(2026, 3, 16)
SINCE = date(2026, 2, 1)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("delivery", "more", "table"),
    [
        ("in progress", {}, "A"),
        ("not started", {}, "A"),
        ("blocked", {"late": True}, "D"),
        ("in progress", {"late": True}, "D"),
        ("in progress", {"asked_on": SINCE}, "A"),
        ("in progress", {"asked_on": SINCE + DAY}, "C"),
        ("in progress", {"late": True, "asked_on": SINCE + DAY}, "C"),
        ("in progress", {"late": True, "asked_on": SINCE, "waiting": True}, "C"),
        ("done", {"completed_on": SINCE + DAY}, "B"),
        ("done", {"completed_on": SINCE}, "completed before"),
        ("superseded", {"asked_on": SINCE + DAY}, "replaced"),
        ("ineffective", {"late": True}, "replaced"),
    ],
)
def test_each_action_stands_in_one_table(delivery, more, table):
    assert table_of(Standing(delivery=delivery, **more), since=SINCE) == table


@given(st.lists(st.sampled_from(["A", "B", "C", "D", "completed before", "replaced"])))
def test_the_counts_add_up_to_all_actions(found):
    words = in_words(found)
    numbers = [int(part) for part in words.replace(":", " ").split() if part.isdigit()]
    assert numbers[0] == len(found) == sum(numbers[1:])


def test_the_words_name_each_table():
    assert in_words(["A", "A", "D", "completed before"]) == (
        "4 actions: 2 in table A, 0 in B, 0 in C, 1 in D; 1 completed before, 0 replaced."
    )
    assert in_words(["B"]).startswith("1 action: ")


@pytest.fixture
def world(cast, fixed_clock):
    """P1-A1 is late, P1-A2 live, A3 done, A4 asked for more time, A5 of the statement."""
    rows = [ActionDraft(items=(0,), text=f"Do {number}") for number in (3, 4)]
    rows.append(ActionDraft(items=(0,), text="State", workstream="Annual Governance Statement"))
    return make_world(cast, more_actions=tuple(rows))


def action(world, number):
    return world.plan.actions.get(public_id=f"P1-A{number}")


def work(world):
    """One is done and one asks for more time."""
    alice = world.cast.alice
    actions.complete(action=action(world, 3), by=alice, completed_on=TODAY - DAY)
    actions.set_local_deadline(action=action(world, 4), due=TODAY + 5 * DAY, by=alice)
    to = Forecast(day=TODAY + 20 * DAY, cause="demand", reason="More referrals.")
    return actions.ask_extension(action=action(world, 4), by=alice, to=to)


def tables(world, as_at=TODAY):
    found = gather(world.plan, by=world.cast.alice, as_at=as_at)
    return {one.public_id: (one.table, one.said) for one in found.lines}


def test_a_plan_is_sorted_into_its_tables(world):
    work(world)
    assert tables(world) == {
        "P1-A1": ("D", "not started"),
        "P1-A2": ("A", "not started"),
        "P1-A3": ("B", "completed on 15 March 2026; done, evidence not yet checked"),
        "P1-A4": ("C", "until 5 April 2026, not decided: More referrals"),
        "P1-A5": ("A", "not started"),
    }


def test_what_is_asked_for_later_is_not_told_of_an_earlier_day(world, fixed_clock):
    fixed_clock.move_to("2026-03-18 09:30Z")
    work(world)
    assert tables(world)["P1-A4"][0] == "A"
    assert tables(world, TODAY + 2 * DAY)["P1-A4"][0] == "C"


def test_what_was_refused_gives_no_more_time_and_what_was_approved_does(world, fixed_clock):
    move = work(world)
    fixed_clock.move_to("2026-03-25 09:30Z")
    actions.refuse_extension(move=move, by=world.cast.bob, words="No.")
    assert tables(world, TODAY + 9 * DAY)["P1-A4"] == ("D", "not started")
    assert tables(world)["P1-A4"][1] == "until 5 April 2026, not decided: More referrals"
    to = Forecast(day=TODAY + 30 * DAY, cause="demand", reason="")
    again = {"action": action(world, 4), "by": world.cast.alice}
    with pytest.raises(NotAllowedNow):
        actions.ask_extension(**again, to=to)
    asked = actions.ask_extension(**again, to=replace(to, reason="Snow."))
    actions.approve_extension(move=asked, by=world.cast.bob)
    assert tables(world, TODAY + 9 * DAY)["P1-A4"][1] == "until 15 April 2026, approved: Snow"


def test_what_was_replaced_is_counted_and_in_no_table(world):
    actions.set_delivery(action=action(world, 2), state="in progress", by=world.cast.alice)
    step = Step(why="It did not help.", replaced_by=action(world, 4))
    actions.set_delivery(
        action=action(world, 2), state="ineffective", by=world.cast.alice, step=step
    )
    assert tables(world)["P1-A2"][0] == "replaced"


def test_it_counts_from_the_last_meeting_of_a_board_that_watches_the_plan(world):
    told = gather(world.plan, by=world.cast.alice, as_at=TODAY)
    assert told.since_words == (
        "No board that watches the plan has met: since 16 December 2025, three months."
    )
    forum = board(world.cast)
    watching(world.cast, forum, world.plan)
    held(world.cast, forum, date(2026, 3, 2))
    told = gather(world.plan, by=world.cast.alice, as_at=TODAY)
    assert told.since == date(2026, 3, 2)
    assert told.since_words.endswith("2 March 2026.")


def paper(world):
    return build(plan=world.plan, by=world.cast.alice, as_at=TODAY)


def test_the_paper_has_five_tables_and_says_what_it_cannot_give(world):
    work(world)
    document = paper(world)
    sheets = [block.sheet for block in document.blocks if isinstance(block, Grid)]
    assert sheets == ["Table A", "Table B", "Table C", "Table D", "Table E"]
    assert NOT_MARKED not in document.missing
    world.plan.actions.filter(public_id="P1-A5").update(workstream=None)
    assert NOT_MARKED in paper(world).missing


def test_a_table_without_rows_says_so(world):
    said = [block.text for block in paper(world).blocks if isinstance(block, Paragraph)]
    assert said.count(NOBODY) == 2


def test_a_paper_of_an_earlier_day_says_what_stands_as_today(world, fixed_clock):
    fixed_clock.move_to("2026-03-20 09:30Z")
    notes = [block.text for block in paper(world).blocks if isinstance(block, Note)]
    assert any("stands as it does on 20 March 2026" in note for note in notes)


@pytest.mark.parametrize("form", FORMS)
def test_it_is_made_in_each_form(world, form):
    assert FORMS[form].render(paper(world))
