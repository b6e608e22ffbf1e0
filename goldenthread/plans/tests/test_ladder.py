"""Rungs, colours and marks as drawn tables: no table of the database is asked."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.plans import marks, rungs, status
from goldenthread.plans.rungs import PeriodFacts, Standing, TestFacts
from goldenthread.plans.status import Facts

DAY = date(2026, 3, 16)
DONE = TestFacts("done", 1)
NOT_DONE = TestFacts("done")
PRACTICE = TestFacts("practice", 1)
DIFFERENCE = TestFacts("difference", 1)
TOP = Standing(
    delivery="done",
    tests=(DONE, PRACTICE, DIFFERENCE),
    run=3,
    impact="measured: improved",
    measured=True,
)


@pytest.mark.parametrize(
    ("facts", "number", "needs"),
    [
        (Standing(), 0, "starts"),
        (Standing(delivery="to be agreed"), 0, "starts"),
        (Standing(delivery="in progress", tests=(DONE,)), 1, "day of completion"),
        (Standing(delivery="blocked"), 1, "day of completion"),
        (Standing(delivery="done"), 2, "a test of the kind done"),
        (Standing(delivery="done", tests=(PRACTICE,)), 2, "a test of the kind done"),
        (Standing(delivery="done", tests=(DONE, NOT_DONE)), 2, "1 of 2 tests"),
        (Standing(delivery="done", tests=(TestFacts("done", 1, 14),)), 2, "1 of 14"),
        (Standing(delivery="done", tests=(DONE,)), 3, "practice"),
        (Standing(delivery="done", tests=(DONE, PRACTICE), run=2), 3, "so far 2"),
        (Standing(delivery="done", tests=(DONE, PRACTICE), run=3), 4, "difference"),
        (replace(TOP, impact="early signs"), 4, "approved figure"),
        (replace(TOP, measured=False), 4, "approved figure"),
        (replace(TOP, impact="measured: worse"), 4, "improved"),
        (replace(TOP, tests=(DONE, DIFFERENCE)), 3, "practice"),
        (replace(TOP, tests=(*TOP.tests, TestFacts("practice", contradicted=True))), 3, "answer"),
        (replace(TOP, tests=(*TOP.tests, TestFacts("difference", contradicted=True))), 4, "answer"),
        (TOP, 5, ""),
        (replace(TOP, delivery="in progress"), 1, "day of completion"),
        (replace(TOP, delivery="superseded"), None, ""),
        (replace(TOP, delivery="ineffective"), None, ""),
    ],
)
def test_each_rung_needs_those_below_it_and_its_own_proof(facts, number, needs):
    found = rungs.rung(facts)
    assert found.number == number
    assert needs in found.next_needs


FIRST = date(2025, 1, 1)


def months(*in_standard, days=30):
    """Periods of so many days, each entered on the day after its last."""
    each = timedelta(days)
    return [
        PeriodFacts(FIRST + each * n, FIRST + each * (n + 1), standard, FIRST + each * (n + 1))
        for n, standard in enumerate(in_standard)
    ]


def run(periods, *, completed_on=FIRST, day=None):
    last = max((one.ends_before for one in periods), default=FIRST)
    return rungs.run(periods, completed_on=completed_on, day=day or last)


def test_periods_count_only_one_after_another_up_to_the_latest():
    assert run(months(True, True, True)) == 3
    assert run(months(True, False, True)) == 1
    assert run(months(True, True, False)) == 0
    one, _, three = months(True, True, True)
    assert run([one, three]) == 1
    assert run([]) == 0


def test_a_few_days_are_no_period():
    assert run(months(True, True, True, days=27)) == 0
    assert run(months(True, True, True, days=28)) == 3


def test_periods_count_since_completion_alone():
    three = months(True, True, True)
    assert run(three, completed_on=FIRST + timedelta(1)) == 2
    assert run(three, completed_on=None) == 0


def test_a_period_counts_that_was_over_when_it_was_entered_and_showed_something():
    one, two = months(True, True)
    assert run([one, replace(two, entered_on=two.ends_before - timedelta(2))]) == 0
    assert run([one, replace(two, entered_on=two.ends_before - timedelta(1))]) == 2
    assert run([one, replace(two, count=0)]) == 0


def test_a_run_of_which_nothing_is_known_since_lapses():
    three = months(True, True, True)
    last = three[-1].ends_before
    assert run(three, day=last + timedelta(60)) == 3
    assert run(three, day=last + timedelta(61)) == 0
    assert rungs.longest(three, completed_on=FIRST) == 3


def test_embedding_is_tested_reached_and_lost():
    practice = Standing(tests=(PRACTICE,), run=3, longest=3)
    assert rungs.embedding(Standing()) == "not tested"
    assert rungs.embedding(replace(practice, run=1, longest=1)) == "being tested"
    assert rungs.embedding(practice) == "embedded"
    assert rungs.embedding(replace(practice, run=0)) == "lapsed"
    lapsed = replace(TOP, run=1, longest=4)
    assert "lapsed" in rungs.rung(lapsed).next_needs


def facts(**changes):
    standing = Standing(delivery=changes.pop("delivery", "in progress"))
    return Facts(day=DAY, **({"standing": standing} | changes))


BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


@pytest.mark.parametrize(
    ("given", "colour"),
    [
        (facts(delivery="not started", starts_on=AFTER), "grey"),
        (facts(delivery="not started", starts_on=AFTER, due=BEFORE), "red"),
        (facts(delivery="to be agreed", due=BEFORE), "red"),
        (facts(delivery="to be agreed", at_once=BEFORE), "red"),
        (facts(delivery="not started", starts_on=DAY, due=BEFORE), "red"),
        (facts(delivery="to be agreed"), "grey"),
        (facts(due=BEFORE), "red"),
        (facts(due=DAY), "green"),
        (facts(at_once=BEFORE), "red"),
        (facts(at_once=BEFORE, due=AFTER), "green"),
        (facts(delivery="done", due=BEFORE), "green"),
        (facts(delivery="blocked", due=AFTER), "red"),
        (facts(delivery="blocked", due=AFTER, way_forward=True), "amber"),
        (facts(due=AFTER, forecast=AFTER + timedelta(days=1)), "amber"),
        (facts(due=AFTER, forecast=AFTER), "green"),
        (facts(), "green"),
        (facts(standing=replace(TOP, impact="")), "blue"),
        (facts(standing=replace(TOP, run=0)), "green"),
        (facts(delivery="superseded", due=BEFORE), "none"),
    ],
)
def test_the_first_rule_that_fits_gives_the_colour(given, colour):
    assert status.status(given).colour == colour


def test_a_status_says_why_in_words():
    assert status.status(facts(due=BEFORE)).why == "It was due by 15 March 2026."
    assert "no local date" in status.status(facts(at_once=BEFORE)).why
    assert "rung 5" in status.status(facts(standing=TOP)).why
    assert dict(status.SHIPPED.key)["blue"] == "embedded in practice, or difference shown"


@pytest.mark.parametrize(
    ("worked_out", "colour", "raised_from", "shown"),
    [
        ("green", "red", "", "red"),
        ("red", "amber", "", "red"),
        ("red", "green", "red", "green"),
        ("amber", "green", "red", "amber"),
        ("grey", "amber", "", "amber"),
        ("blue", "green", "", "green"),
        ("green", "", "", "green"),
    ],
)
def test_a_manager_lowers_freely_and_a_raise_ends_with_what_it_was_raised_from(
    worked_out, colour, raised_from, shown
):
    assert status.judged(worked_out, colour, raised_from) == shown


SAID = {
    "red": {"colour": "red", "when": ["past the agreed deadline and not done"], "words": "x"},
    "way": {"colour": "amber", "when": ["blocked with no way forward"], "words": "x"},
    "rest": {"colour": "green", "when": ["the rest"], "words": "x"},
}


@pytest.mark.parametrize(
    ("rules", "problem"),
    [
        ([], "last rule"),
        ([{"colour": "green", "when": ["late"], "words": "x"}], "last rule"),
        ([{"colour": "pink", "when": ["the rest"], "words": "x"}], "five colours"),
        ([{"colour": "blue", "when": ["the rest"], "words": "x"}], "rung 4 or 5 only"),
        ([{"colour": "green", "when": ["the rest"], "words": " "}], "words"),
        ([{"colour": "green", "when": ["the rest"], "words": "x"}], "red or amber"),
        ([SAID["red"], {"colour": "green", "when": ["the rest"], "words": "x"}], "no way forward"),
        (
            [
                {"colour": "green", "when": ["forecast after the deadline"], "words": "x"},
                *SAID.values(),
            ],
            "red or amber",
        ),
        (
            [SAID["red"] | {"colour": "grey"}, *SAID.values()],
            "red or amber",
        ),
        ([{"colour": "green", "when": ["the rest"], "words": "x"}, *SAID.values()], "once"),
    ],
)
def test_rules_that_would_lie_are_refused(rules, problem):
    with pytest.raises(NotAllowedNow, match=problem):
        status.read_rules({"rules": rules})


@pytest.mark.parametrize("threshold", [{"silence_days": 0}, {"periods": 0}, {"slip_days": -1}])
def test_a_threshold_is_a_number_of_days_or_periods(threshold):
    with pytest.raises(NotAllowedNow, match="A threshold is a number"):
        status.read_rules(status.content_of(status.SHIPPED) | threshold)


def test_an_occurrence_moves_by_a_known_rule_alone():
    with pytest.raises(NotAllowedNow, match="moves by one of: as it falls"):
        status.read_rules(status.content_of(status.SHIPPED) | {"roll": "to the moon"})


def test_rules_of_which_none_fits_never_paint_it_green():
    assert status.status(facts(), status.Rules(())).colour == "red"


def test_stored_rules_that_would_lie_give_way_to_the_shipped_ones():
    assert status.rules_in_force({"rules": []}) == status.SHIPPED
    assert status.rules_in_force({"rules": [{"colour": 3, "when": None}]}) == status.SHIPPED
    assert status.rules_in_force("green") == status.SHIPPED
    rules = replace(status.SHIPPED, slip_days=28)
    assert status.rules_in_force(status.content_of(rules)) == rules


def test_rules_are_stored_as_they_are_read():
    rules = replace(status.SHIPPED, slip_days=28)
    assert status.read_rules(status.content_of(rules)) == rules
    late = facts(due=AFTER, forecast=AFTER + timedelta(days=28))
    assert status.status(late, rules).colour == "green"


def test_marks_are_never_colours():
    silent = facts(updated_on=DAY - timedelta(days=36), waiting_since=BEFORE)
    assert [mark.words for mark in marks.marks(silent)] == [
        "no update for 36 days",
        "no local date",
        "waiting for a check since 15 March 2026",
        "no test",
    ]
    assert status.status(silent).colour == "green"
    only = facts(standing=Standing(tests=(DONE,)), updated_on=DAY, local_date=True)
    assert [mark.code for mark in marks.marks(only)] == ["only done tests"]
    closed = facts(delivery="done", updated_on=date(2020, 1, 1), local_date=True)
    assert [mark.code for mark in marks.marks(closed)] == ["no test"]
    agreed = facts(delivery="to be agreed", updated_on=date(2020, 1, 1))
    assert "not specified" in [mark.code for mark in marks.marks(agreed)]


def test_no_change_is_printed_as_such_from_the_third_on():
    assert marks.no_change_words(2) == "no change, still on course"
    assert marks.no_change_words(3) == "no change, still on course (said 3 times in a row)"
