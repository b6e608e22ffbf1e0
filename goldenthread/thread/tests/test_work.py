"""The order of somebody's work, and the groups of waiting claims, on drawn rows."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.thread import claiming, work

TODAY = date(2026, 3, 16)


def line(kind, days=None, n=1):
    return work.Line(
        kind=kind,
        thing="plans.action",
        id=n,
        label=f"P1-A{n}",
        text="",
        why="",
        verb="plans.add_update",
        due=None if days is None else TODAY + timedelta(days=days),
    )


def test_what_is_late_comes_first_then_what_is_for_now_then_what_is_ahead():
    lines = [
        line(work.TO_SETTLE),
        line(work.DUE, 10),
        line(work.DUE),
        line(work.RETURNED),
        line(work.TO_APPROVE),
        line(work.OVERDUE, -3),
        line(work.TO_CHECK, -5),
        line(work.TO_CHECK, 2),
        line(work.DUE, 0),
    ]
    found = work.in_order(lines, day=TODAY).lines
    assert [(one.kind, one.due and (one.due - TODAY).days) for one in found] == [
        (work.TO_CHECK, -5),
        (work.OVERDUE, -3),
        (work.DUE, 0),
        (work.RETURNED, None),
        (work.TO_APPROVE, None),
        (work.TO_CHECK, 2),
        (work.DUE, 10),
        (work.DUE, None),
        (work.TO_SETTLE, None),
    ]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (None, "No day is set."),
        (-1, "1 day late."),
        (-12, "12 days late."),
        (0, "Due today."),
        (1, "Due in 1 day."),
        (5, "Due in 5 days."),
    ],
)
def test_a_line_says_how_it_stands_to_its_day(days, words):
    assert line(work.DUE, days).when(TODAY) == words


@pytest.mark.parametrize(("days", "shown"), [(14, 1), (15, 0), (-400, 1)])
def test_actions_due_later_than_soon_are_only_counted(days, shown):
    kind = work.of_action(TODAY + timedelta(days=days), TODAY)
    found = work.in_order([line(kind, days)], day=TODAY)
    assert (len(found.lines), found.later) == (shown, 1 - shown)


@given(st.lists(st.tuples(st.sampled_from(work.KINDS), st.none() | st.integers(-30, 30))))
def test_no_line_is_lost_and_nothing_late_stands_below_what_is_not(rows):
    lines = [line(kind, days, n) for n, (kind, days) in enumerate(rows)]
    found = work.in_order(lines, day=TODAY)
    assert len(found.lines) + found.later == len(rows)
    urgencies = [one.urgency(TODAY) for one in found.lines]
    assert urgencies == sorted(urgencies)


def claim(n, **more):
    fields = {"state": claiming.NOT_ASKED, "action": n, "label": f"P1-A{n}", "words": "", **more}
    return claiming.Claim(**fields)


def test_claims_are_grouped_by_service_and_who_must_act_the_unknown_last():
    found = claiming.grouped(
        [
            claim(1),
            claim(2, service="Duty", must_act="Zoe Zander", person=1),
            claim(3, service="Duty"),
            claim(4, service="Care", must_act="Ann Adams", person=2),
            claim(5, service="Duty", must_act="Ann Adams", person=2),
            claim(6, service="Duty", must_act="Ann Adams", person=3),
        ]
    )
    assert [(one.name, one.count) for one in found] == [
        ("Care", 1),
        ("Duty", 4),
        (claiming.NO_SERVICE, 1),
    ]
    duty = found[1]
    assert [(one.name, one.person) for one in duty.actors] == [
        ("Ann Adams", 2),
        ("Ann Adams", 3),
        ("Zoe Zander", 1),
        (claiming.NOBODY, None),
    ]


def test_claims_of_one_person_come_by_how_far_they_are_and_since_when():
    rows = [
        claim(1, state=claiming.WAITING, since=TODAY),
        claim(2, state=claiming.NOTHING_FILED),
        claim(3, state=claiming.WAITING, since=TODAY - timedelta(days=9)),
        claim(4, state=claiming.RETURNED),
    ]
    [service] = claiming.grouped(rows)
    assert [one.action for one in service.actors[0].claims] == [2, 4, 3, 1]


@pytest.mark.parametrize(("days", "late"), [(None, False), (0, False), (-1, True), (1, False)])
def test_a_claim_is_late_by_the_checkers_clock_alone(days, late):
    due = None if days is None else TODAY + timedelta(days=days)
    assert claim(1, due=due, since=TODAY - timedelta(days=99)).is_late(TODAY) is late
