"""The bridge of a count: what stood then and the steps make up what stands now."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.plans import bridging
from goldenthread.plans.bridging import Stood, bridge, bridges

NOWHERE = None
DONE = Stood(state="done")
SUPERSEDED = Stood(state="superseded")
LEFT = Stood(state="superseded", left=True)

# count, how it stood then, how it stands now, why it changed, by how much
STEPS = [
    ("actions", NOWHERE, Stood(), "added", 1),
    ("actions", NOWHERE, Stood(split=True), "split from another action", 1),
    ("actions", Stood(there=False), Stood(), "in the plan again", 1),
    ("actions", Stood(points=True), Stood(), "no longer points to another action", 1),
    ("actions", LEFT, SUPERSEDED, "counts again after it had left", 1),
    ("actions", SUPERSEDED, LEFT, "replaced, and what took its place is checked", -1),
    ("actions", Stood(), Stood(there=False), "dropped by a later version", -1),
    ("actions", Stood(), Stood(there=False, taken_back=True), "taken back with its version", -1),
    ("actions", Stood(), Stood(points=True), "now only points to another action", -1),
    ("actions", Stood(), SUPERSEDED, "", 0),
    ("actions", Stood(), DONE, "", 0),
    ("actions", NOWHERE, Stood(points=True), "", 0),
    ("still open", Stood(), DONE, "set to done", -1),
    ("still open", Stood(), SUPERSEDED, "superseded or ineffective", -1),
    ("still open", DONE, Stood(), "reopened", 1),
    ("still open", SUPERSEDED, Stood(), "reopened", 1),
    ("still open", NOWHERE, Stood(), "added", 1),
    ("reported done", Stood(), DONE, "set to done", 1),
    ("reported done", DONE, Stood(), "reopened", -1),
    ("reported done", DONE, SUPERSEDED, "superseded or ineffective", -1),
    ("reported done", Stood(), Stood(reported=True), "reported done by a document", 1),
    ("reported done", Stood(reported=True), Stood(), "no longer reported done by a document", -1),
    ("reported done", Stood(reported=True), DONE, "", 0),
    ("reported done", NOWHERE, DONE, "added", 1),
    ("evidence checked", DONE, Stood(state="done", checked=True), "evidence checked", 1),
    (
        "evidence checked",
        Stood(state="done", checked=True),
        Stood(),
        "its evidence no longer counts as checked",
        -1,
    ),
    ("waiting for a check", Stood(), Stood(waiting=True), "a check was asked for", 1),
    (
        "waiting for a check",
        Stood(waiting=True),
        Stood(),
        "checked, or what was to be checked is no longer there",
        -1,
    ),
    ("no test", Stood(), Stood(tested=False), "its last test was taken away", 1),
    ("no test", Stood(tested=False), Stood(), "a test was named", -1),
]


@pytest.mark.parametrize(("count", "then", "now", "why", "change"), STEPS)
def test_each_step_says_why_an_action_came_or_went(count, then, now, why, change):
    found = bridge(count, {} if then is None else {7: then}, {7: now})
    assert [(step.why, step.change, step.actions) for step in found.steps] == (
        [(why, change, (7,))] if why else []
    )
    assert found.holds


def test_steps_that_add_come_first_and_name_their_actions_in_order():
    then = {1: Stood(), 2: Stood(), 3: Stood()}
    now = {4: Stood(), 1: Stood(), 2: Stood(there=False), 3: Stood(points=True), 5: Stood()}
    found = bridge("actions", then, now)
    assert [(step.why, step.actions) for step in found.steps] == [
        ("added", (4, 5)),
        ("dropped by a later version", (2,)),
        ("now only points to another action", (3,)),
    ]
    assert (found.then, found.now, found.holds) == (3, 3, True)


def test_a_bridge_that_leaves_out_a_step_does_not_hold():
    assert not bridging.Bridge("actions", 3, (), 2).holds


ANY = st.builds(
    Stood,
    there=st.booleans(),
    known=st.booleans(),
    taken_back=st.booleans(),
    points=st.booleans(),
    split=st.booleans(),
    left=st.booleans(),
    state=st.sampled_from(["", "done", "superseded", "ineffective"]),
    reported=st.booleans(),
    checked=st.booleans(),
    waiting=st.booleans(),
    tested=st.booleans(),
)
PLANS = st.dictionaries(st.integers(1, 12), ANY)


@given(then=PLANS, now=PLANS)
def test_every_bridge_adds_up_and_names_each_action_once(then, now):
    for one in bridges(then, now):
        assert one.holds
        named = [pk for step in one.steps for pk in step.actions]
        assert len(named) == len(set(named))
        assert all(step.actions for step in one.steps)
