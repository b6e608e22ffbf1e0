"""Who is told that an action is late, and after how many working days."""

from dataclasses import replace
from datetime import date

import pytest

from goldenthread.plans import rungs
from goldenthread.plans.lateness import SHIPPED, Steps, in_words, late_since, reached
from goldenthread.plans.status import Facts

# A Friday; the working days after it are 9 to 13 March.
DUE = date(2026, 3, 6)
MONDAY = date(2026, 3, 16)


def facts(**more):
    standing = rungs.Standing(delivery=more.pop("delivery", rungs.IN_PROGRESS))
    return replace(Facts(day=MONDAY, standing=standing, due=DUE), **more)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 3, 12), []),
        # The fifth working day after the deadline.
        (date(2026, 3, 13), ["lead"]),
        (date(2026, 3, 15), ["lead"]),
        (date(2026, 3, 20), ["lead", "manager"]),
        # Good Friday, 3 April, is no working day: the twentieth is the Tuesday after Easter.
        (date(2026, 4, 6), ["lead", "manager"]),
        (date(2026, 4, 7), ["lead", "manager", "director"]),
    ],
)
def test_steps_are_reached_in_working_days(day, expected):
    assert [who for who, _ in reached(DUE, day, SHIPPED)] == expected


def test_a_step_that_is_left_out_is_never_reached():
    steps = Steps(lead=None, manager=1, director=None)
    assert reached(DUE, date(2030, 1, 1), steps) == [("manager", 1)]
    assert reached(DUE, date(2030, 1, 1), Steps(None, None, None)) == []


@pytest.mark.parametrize(
    ("steps", "in_order"),
    [
        (SHIPPED, True),
        (Steps(None, None, None), True),
        (Steps(5, None, 6), True),
        (Steps(5, 5, 20), False),
        (Steps(5, None, 4), False),
        (Steps(0, 10, 20), False),
    ],
)
def test_each_step_takes_more_working_days_than_the_one_before(steps, in_order):
    assert steps.in_order is in_order


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (facts(), DUE),
        (facts(due=MONDAY), None),
        (facts(due=None), None),
        # 'Immediately' is late from the next day on.
        (facts(due=None, at_once=date(2026, 3, 2)), date(2026, 3, 2)),
        # What recurs and was missed is late too, whichever comes first.
        (facts(missed=date(2026, 3, 3)), date(2026, 3, 3)),
        (facts(delivery=rungs.DONE), None),
        # It is the checkers' turn.
        (facts(waiting_since=date(2026, 3, 5)), None),
    ],
)
def test_what_is_closed_or_waits_for_a_check_is_not_the_leads_lateness(given, expected):
    assert late_since(given) == expected


def test_the_steps_are_said_in_a_sentence():
    assert in_words(list(SHIPPED)) == (
        "After 5 working days whoever leads it is told; after 10 working days the lead’s manager "
        "is told, or else the strategic lead; after 20 working days it stands on the director’s "
        "weekly list."
    )
    assert in_words([]) == "Nobody is told that an action is late."
