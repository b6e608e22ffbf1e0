"""The rules of the chain on drawn rows: order, words, and the first missing step."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.thread import telling
from goldenthread.thread.links import (
    CHECKED,
    MISSING,
    NOT_NEEDED,
    REPORTED,
    STEPS,
    Link,
    in_order,
)

MAY = date(2026, 5, 4)
DOING = telling.Doing(id=1, label="P1-A1", stands="in progress", lead="Ann Adams")
STATES = (CHECKED, REPORTED, MISSING, NOT_NEEDED)


def link(step, state, verb="plans.accept", **more):
    return Link(step=step, state=state, words=f"The {step}.", verb=verb, fills="Do it.", **more)


def shown(**more):
    return telling.Shown(id=1, label="Test 1", action=1, kind="done", **more)


def filed(state="filed", **more):
    return telling.Filed(
        id=1, label="P1-E1 Letter", by="Ann Adams", on=MAY, test=1, action=1, state=state, **more
    )


@given(st.permutations(STEPS))
def test_links_come_in_the_order_of_the_chain(steps):
    found = in_order(link(step, CHECKED) for step in steps)
    assert tuple(step.name for step in found.steps) == STEPS
    assert all([one.step for one in step.links] == [step.name] for step in found.steps)


@pytest.mark.parametrize(
    ("states", "state"),
    [
        ((), MISSING),
        ((CHECKED,), CHECKED),
        ((CHECKED, REPORTED), REPORTED),
        ((REPORTED, MISSING, CHECKED), MISSING),
        ((NOT_NEEDED, CHECKED), CHECKED),
        ((NOT_NEEDED,), NOT_NEEDED),
    ],
)
def test_a_step_is_shown_as_far_as_its_weakest_link(states, state):
    found = in_order(link("test", one) for one in states)
    assert next(step.state for step in found.steps if step.name == "test") == state


@given(st.lists(st.tuples(st.sampled_from(STEPS), st.sampled_from(STATES), st.booleans())))
def test_the_first_missing_step_is_the_earliest_that_is_open(rows):
    found = in_order(
        link(step, state, verb="plans.accept" if fills else "") for step, state, fills in rows
    )
    open_steps = [
        STEPS.index(step) for step, state, fills in rows if fills and state in {REPORTED, MISSING}
    ]
    first = found.first_missing_step
    assert (first is None) == (not open_steps)
    if first is not None:
        assert STEPS.index(first.step) == min(open_steps)


def test_what_can_wait_is_named_only_when_nothing_else_is_missing():
    early, late = link("item", REPORTED, can_wait=True), link("evidence", MISSING)
    assert in_order([early, late]).first_missing_step == late
    assert in_order([early]).first_missing_step == early


def test_the_words_name_the_first_missing_step():
    assert in_order([link("test", MISSING)]).words == "First missing step: test. The test. Do it."
    assert in_order([link("test", CHECKED)]).words == "Nothing is left to fill."
    assert in_order([link("test", CHECKED)], whole=False).words == (
        "Nothing that you see is missing."
    )
    assert in_order([]).words == "Nothing of it is open to you."


TWO_ACTIONS = [
    link("action", CHECKED, id=1, label="P1-A1", of=1),
    link("action", CHECKED, id=2, label="P1-A2", of=2),
]


@pytest.mark.parametrize(
    ("actions", "later", "action"),
    [
        (TWO_ACTIONS, link("test", MISSING, of=2), "P1-A2"),
        (TWO_ACTIONS, link("minute", MISSING, of=1), "P1-A1"),
        (TWO_ACTIONS, link("evidence", MISSING), "the item as a whole"),
        (TWO_ACTIONS, link("item", MISSING), ""),
        (TWO_ACTIONS, TWO_ACTIONS[0], ""),
        (TWO_ACTIONS[:1], link("test", MISSING, of=1), ""),
    ],
)
def test_where_several_actions_stand_a_later_link_says_whose_it_is(actions, later, action):
    assert in_order([*actions, later]).action_of(later) == action


def test_the_words_name_the_action_where_several_stand():
    found = in_order([*TWO_ACTIONS, link("test", MISSING, of=2)])
    assert found.words == "First missing step: test (P1-A2). The test. Do it."


def test_a_recommendation_without_a_cited_paragraph_is_found_where_its_report_prints_it():
    asked = telling.Asked(id=1, label="Recommendation 3", by="Alice Archer", on=MAY)
    missing = telling.paragraph_of(asked)
    assert (missing.state, missing.verb) == (MISSING, "inspections.link_finding")
    printed = telling.paragraph_of(
        telling.Asked(id=1, label="Recommendation 3", printed_at="page 8")
    )
    assert printed.state == CHECKED
    assert "page 8" in printed.words
    said = telling.recommendation(asked).words
    assert said == "Recommendation 3: recorded from the report by Alice Archer on 4 May 2026."


@pytest.mark.parametrize(
    ("meant", "state", "verb"),
    [
        ("additional", NOT_NEEDED, ""),
        ("recommendation", MISSING, "plans.link_recommendation"),
        ("descriptor", MISSING, "plans.link_recommendation"),
    ],
)
def test_an_item_of_the_councils_own_needs_no_recommendation(meant, state, verb):
    found = telling.no_recommendation(telling.Row(id=1, label="Item 1"), meant=meant)
    assert (found.state, found.verb) == (state, verb)


@pytest.mark.parametrize(
    ("more", "state", "by"),
    [
        ({}, CHECKED, "Alice Archer"),
        ({"difference": "added “group”"}, REPORTED, ""),
        (
            {"difference": "added “group”", "signed_off_by": "Bob Baker", "signed_off_on": MAY},
            CHECKED,
            "Bob Baker",
        ),
    ],
)
def test_a_changed_wording_is_reported_until_somebody_signs_it_off(more, state, by):
    row = telling.Answered(id=1, label="Item 2", by="Alice Archer", on=MAY, link=7, **more)
    found = telling.item(row)
    assert (found.state, found.by) == (state, by)


@pytest.mark.parametrize(
    ("more", "state", "verb"),
    [
        ({}, REPORTED, ""),
        ({"lead": ""}, REPORTED, "plans.give_lead"),
        ({"can_complete": True}, REPORTED, "plans.complete"),
        ({"rung": 2, "completed": True}, REPORTED, ""),
        ({"rung": 3, "completed": True, "can_complete": True}, CHECKED, ""),
        ({"rung": 3, "completed": True, "lead": ""}, REPORTED, "plans.give_lead"),
    ],
)
def test_an_action_is_checked_only_from_rung_three_on(more, state, verb):
    fields = {"id": 1, "label": "P1-A1", "stands": "somehow", "lead": "Ann Adams", **more}
    found = telling.action(telling.Doing(**fields))
    assert (found.state, found.verb) == (state, verb)


def test_a_kind_of_test_that_a_rule_proposed_is_not_checked_and_can_wait():
    found = telling.test(shown(confirmed=False))
    assert (found.state, found.can_wait) == (REPORTED, True)
    assert telling.test(shown()).state == CHECKED
    assert telling.no_test(DOING).verb == "plans.add_test"


@pytest.mark.parametrize(
    ("test", "rows", "state", "verb", "words"),
    [
        (shown(), [], MISSING, "plans.file_evidence", "Test 1 has no evidence that stands."),
        (
            shown(claim="evidence is reported on file in the document, not seen here"),
            [],
            REPORTED,
            "plans.file_evidence",
            "Test 1: evidence is reported on file in the document, not seen here.",
        ),
        (
            shown(),
            [filed()],
            REPORTED,
            "plans.ask_for_check",
            "P1-E1 Letter: filed by Ann Adams on 4 May 2026, not yet checked.",
        ),
        (
            shown(),
            [filed(waiting_since=MAY)],
            REPORTED,
            "plans.accept",
            "P1-E1 Letter: waiting for a check since 4 May 2026.",
        ),
        (
            shown(),
            [filed("returned", reason="No date.")],
            REPORTED,
            "plans.new_version",
            "P1-E1 Letter: returned by Ann Adams on 4 May 2026: No date.",
        ),
        (
            shown(),
            [filed("expired")],
            REPORTED,
            "plans.new_version",
            "P1-E1 Letter: was accepted by Ann Adams on 4 May 2026, and is no longer valid.",
        ),
        (
            shown(),
            [filed("reopened")],
            REPORTED,
            "plans.ask_for_check",
            "P1-E1 Letter: was accepted by Ann Adams on 4 May 2026, and is open again.",
        ),
        (
            shown(met=True),
            [filed("accepted")],
            CHECKED,
            "",
            "P1-E1 Letter: evidence checked by Ann Adams on 4 May 2026.",
        ),
        (
            shown(met=True),
            [],
            CHECKED,
            "",
            "Test 1: evidence checked, which is not open to you.",
        ),
        (
            shown(wanted=14, accepted=1),
            [filed("accepted")],
            REPORTED,
            "plans.file_evidence",
            "Test 1: 1 of 14 checked.",
        ),
    ],
)
def test_evidence_is_told_in_words_with_what_comes_next(test, rows, state, verb, words):
    found = telling.evidence(test, rows)[-1]
    assert (found.state, found.verb, found.words) == (state, verb, words)


def test_evidence_that_contradicts_never_counts_as_checked():
    found = telling.evidence(shown(), [filed("accepted", contradicts=True)])
    assert [one.state for one in found] == [REPORTED, MISSING]


@pytest.mark.parametrize(
    ("more", "can_wait", "words"),
    [
        ({"state": "Early signs"}, False, "Early signs; said by Ann Adams on 4 May 2026."),
        (
            {"state": "Not yet measurable", "until": date(2026, 9, 1)},
            True,
            "Not yet measurable until 1 September 2026; said by Ann Adams on 4 May 2026.",
        ),
        (
            {"state": "Measured: improved", "figure": "81 (81 of 100)"},
            False,
            "Measured: improved, 81 (81 of 100); said by Ann Adams on 4 May 2026.",
        ),
    ],
)
def test_what_is_said_of_the_impact_is_reported_until_an_approved_figure_is_tied_to_it(
    more, can_wait, words
):
    row = telling.Measured(id=1, label="Impact", by="Ann Adams", on=MAY, action=1, **more)
    found = telling.measure(row)
    assert (found.state, found.can_wait) == (REPORTED, can_wait)
    assert found.words == f"{words} No approved figure of a measure is tied to it."
    assert telling.no_measure(1).state == MISSING


def test_an_impact_on_an_approved_figure_is_checked_while_the_figure_holds():
    told = {
        "id": 1, "label": "Impact", "by": "Ann Adams", "on": MAY, "action": 1,
        "state": "Measured: improved", "figure": "80 (16 of 20)", "measure": "VISITS Visits",
    }  # fmt: skip
    found = telling.measure(telling.Measured(**told, approved_by="Bob Baker", approved_on=MAY))
    assert (found.state, found.by, found.is_open) == (CHECKED, "Bob Baker", False)
    assert found.words == (
        "Measured: improved, 80 (16 of 20); VISITS Visits, approved by Bob Baker on 4 May 2026."
    )
    revised = telling.measure(telling.Measured(**told))
    assert (revised.state, revised.is_open) == (REPORTED, True)
    assert revised.words.endswith("The figure that it rests on holds no longer.")


def test_a_minute_among_the_evidence_is_a_link_of_its_own():
    assert telling.minutes([filed()], action=1)[0].state == MISSING
    assert telling.minutes([filed(is_minute=True)], action=1)[0].state == REPORTED
    found = telling.minutes([filed("accepted", is_minute=True)], action=1)
    assert [one.state for one in found] == [CHECKED]
