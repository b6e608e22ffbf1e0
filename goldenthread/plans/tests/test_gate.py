"""The rules of the gate and of what counts, on drawn tables."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from goldenthread.people.names import Known
from goldenthread.plans.evidence_states import Linked, link_state, test_state
from goldenthread.plans.gate import Checker, Deed, Facts, Held, Stood, objections

test_state.__test__ = False
DAY = date(2026, 3, 16)
CARL = Checker(
    persons=frozenset({1, 11}),
    users=frozenset({100, 110}),
    known=(Known(1, "Carl Cross", ("C. Cross",)),),
    posts=(Held(5, date(2025, 1, 1), date(2025, 12, 31), ("Head of service",)),),
    teams=(Held(7, date(2025, 6, 1), None, ("Duty team", "DT")),),
    partners=frozenset({9}),
)
SOMEBODY = Stood("lead", "Lena Long", person=2)
FREE = Facts(CARL, DAY, stood=(SOMEBODY,), filed=(Deed(200),), told=(Deed(200, 2),))


def at(day):
    return datetime(2026, 3, day, 12, tzinfo=UTC)


def stood(rank="delegate", who="somebody", **more):
    return {"stood": (SOMEBODY, Stood(rank, who, **{"printed": who, **more}))}


def test_nothing_stands_against_somebody_who_has_no_part_in_it():
    assert objections(FREE) == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        (stood("lead", person=1), "stood"),
        (stood("co-lead", person=1), "stood"),
        (stood("delegate", person=1), "stood"),
        (stood("delegate", person=11), "stood"),  # the same person under another account
        (stood("lead", person=1, last=date(2020, 1, 1), ended=True), "stood"),
        (stood("lead", "Head of service", post=5), "stood"),
        (stood("lead", "Head", post=5, first=date(2025, 12, 31)), "stood"),
        (stood("delegate", "Duty team", team=7), "stood"),
        (stood("delegate", "Duty team", team=7, last=date(2025, 6, 1)), "stood"),
        (stood("delegate", "The hospital", partner=9), "stood"),
        (stood("delegate", "Carl Cross"), "stood"),
        (stood("delegate", "Dan Drew / CC"), "stood"),
        (stood("delegate", "Dan Drew", person=3, printed="Carl Cross"), "stood"),
        (stood("delegate", "Dan Drew", person=3, printed="Dan Drew / CC"), "stood"),
        (stood("delegate", "Dan Drew", person=3, printed="Head of Service"), "stood"),
        (stood("delegate", "Dt"), "stood"),
        (stood("delegate", "Head of Service"), "stood"),
        (stood("co-lead", "KW"), "unknown lead"),
        (stood("co-lead", "Strategic Manager"), "unknown lead"),
        ({"filed": (Deed(200), Deed(100))}, "filed"),
        ({"filed": (Deed(110),)}, "filed"),
        ({"filed": (Deed(200, 11),)}, "filed"),
        ({"told": (Deed(100),)}, "updated"),
        ({"told": (Deed(200, 1),)}, "updated"),
        ({"told": (Deed(100, None, at(5)),), "test_changed_at": at(5)}, "updated"),
        ({"is_latest": False}, "superseded"),
        ({"is_withdrawn": True}, "withdrawn"),
        ({"test_stands": False}, "dropped"),
        ({"expires_on": date(2026, 3, 15)}, "expired"),
        ({"checker": replace(CARL, is_system=True)}, "system"),
        ({"checker": replace(CARL, persons=frozenset())}, "nobody"),
        ({"checker": replace(CARL, has_role=False)}, "no role"),
        ({"checker": replace(CARL, has_plan=False)}, "no plan"),
    ],
)
def test_each_rule_of_the_gate_objects(changes, code):
    (objection,) = objections(replace(FREE, **changes))
    assert objection.code == code
    assert objection.words.endswith(".")


@pytest.mark.parametrize(
    "changes",
    [
        stood("lead", "Head of service", post=5, first=date(2026, 1, 1)),
        stood("lead", "Head of service", post=5, last=date(2024, 12, 31), ended=True),
        stood("delegate", "Duty team", team=7, last=date(2025, 5, 31), ended=True),
        stood("delegate", "Other team", team=8),
        stood("delegate", "The police", partner=10),
        stood("delegate", "TMs"),
        stood("delegate", "Cara Cole", person=3, printed="CC"),
        stood("lead", "KW", ended=True),
        stood("co-lead", "Ben Brown"),
        {"told": (Deed(100, None, at(5)),), "test_changed_at": at(6)},
        {"expires_on": DAY},
    ],
)
def test_what_is_none_of_the_rules_does_not_object(changes):
    assert objections(replace(FREE, **changes)) == ()


ACCEPTED = Linked(1, outcome="accepted", edition=1, last_link=1)
AGAINST = Linked(2, supports=False)


@pytest.mark.parametrize(
    ("link", "others", "edition", "state"),
    [
        (Linked(1), (), 1, "filed"),
        (Linked(1, is_asked=True), (), 1, "waiting"),
        (Linked(1, outcome="returned"), (), 1, "returned"),
        (ACCEPTED, (), 1, "accepted"),
        (ACCEPTED, (), 2, "reopened"),
        (ACCEPTED, (AGAINST,), 1, "reopened"),
        (ACCEPTED, (replace(AGAINST, is_withdrawn=True),), 1, "reopened"),
        (replace(ACCEPTED, last_link=2), (AGAINST,), 1, "accepted"),
        (replace(ACCEPTED, last_link=2), (replace(AGAINST, outcome="accepted"),), 1, "reopened"),
        (
            replace(ACCEPTED, last_link=2, check=1),
            (replace(AGAINST, is_withdrawn=True, outcome="accepted", upheld_by=2),),
            1,
            "reopened",
        ),
        (
            replace(ACCEPTED, last_link=2, check=3),
            (replace(AGAINST, is_withdrawn=True, outcome="accepted", upheld_by=2),),
            1,
            "accepted",
        ),
        (replace(ACCEPTED, is_latest=False), (), 1, "superseded"),
        (replace(ACCEPTED, is_withdrawn=True), (), 1, "withdrawn"),
        (replace(ACCEPTED, expires_on=date(2026, 3, 15)), (), 1, "expired"),
        (replace(ACCEPTED, expires_on=DAY), (), 1, "accepted"),
    ],
)
def test_a_link_is_in_one_state(link, others, edition, state):
    assert link_state(link, others, edition=edition, day=DAY) == state


@pytest.mark.parametrize(
    ("links", "quantity", "shown", "words"),
    [
        ((), None, ("none", 0), "no evidence"),
        ((ACCEPTED,), None, ("accepted", 0), "checked and accepted"),
        ((AGAINST,), None, ("none", 0), "no evidence"),
        (
            (replace(ACCEPTED, quantity=1),),
            14,
            ("part", 1),
            "1 of 14 checked; some of it checked and accepted",
        ),
        (
            (replace(ACCEPTED, quantity=1), Linked(2, quantity=13)),
            14,
            ("filed", 1),
            "1 of 14 checked; filed, not yet checked",
        ),
        (
            (replace(ACCEPTED, quantity=10), replace(ACCEPTED, id=2, quantity=4)),
            14,
            ("accepted", 14),
            "14 of 14 checked; checked and accepted",
        ),
        ((ACCEPTED,), 2, ("part", 0), "0 of 2 checked; some of it checked and accepted"),
    ],
)
def test_a_test_is_shown_by_one_piece_or_by_as_many_as_it_wants(links, quantity, shown, words):
    found = test_state(links, quantity=quantity, edition=1, day=DAY)
    assert (found.state, found.number) == shown
    assert found.words == words
