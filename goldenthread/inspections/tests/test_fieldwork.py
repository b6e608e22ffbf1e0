"""The log of fieldwork: inspectors' queries, what was put right, cases referred back."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.inspections import actions, looking, referrals
from goldenthread.inspections.models import DataCorrection, InspectorQuery, ReferralBack
from goldenthread.inspections.tests.factories import recorded
from goldenthread.people.actions import add_team
from goldenthread.people.history import history_of
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user

MONDAY, TUESDAY = date(2016, 2, 22), date(2016, 2, 23)


def query(cast, **changes):
    told = {
        "inspection": recorded(cast),
        "text": "How is short-term stability counted?",
        "asked_on": MONDAY,
        "by": cast.alice,
        "asked_of": "Performance manager",
    }
    return actions.log_query(**told | changes)


def test_a_query_is_logged_and_answered_and_the_figure_put_right(cast):
    """A-18."""
    first = query(cast)
    second = query(cast, inspection=first.inspection, text="And long-term?")
    assert (first.number, second.number, first.asked_of) == (1, 2, "Performance manager")
    row = actions.answer_query(
        query=first, response="It was reviewed.", responded_on=TUESDAY, by=cast.alice
    )
    assert (row.response, row.responded_on) == ("It was reviewed.", TUESDAY)
    made = actions.record_correction(
        query=first,
        what="Short-term stability, March",
        was="14.1%",
        became="11.2%",
        corrected_on=TUESDAY,
        indicator="CLA-STAB",
        by=cast.alice,
    )
    assert list(first.corrections.values_list("was", "became", "indicator")) == [
        ("14.1%", "11.2%", "CLA-STAB")
    ]
    assert [line.verb for line in history_of(made)] == ["corrected"]
    assert {line.verb for line in history_of(row)} == {"logged", "answered"}
    assert InspectorQuery.objects.visible_to(cast.bob).count() == 2
    assert not InspectorQuery.objects.visible_to(cast.charlie).exists()
    assert DataCorrection.objects.visible_to(cast.bob).get() == made
    assert not DataCorrection.objects.visible_to(cast.charlie).exists()


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"text": " "}, "what was asked"),
        ({"asked_on": date(2099, 1, 1)}, "lies ahead"),
        ({"asked_on": date(2016, 3, 18)}, "Fieldwork ended"),
    ],
)
def test_a_query_is_of_the_fieldwork(cast, changes, match):
    """A-18."""
    with pytest.raises(NotAllowedNow, match=match):
        query(cast, **changes)


@pytest.mark.parametrize(
    ("response", "day", "match"),
    [
        ("", TUESDAY, "what was answered"),
        ("Yes.", date(2016, 2, 19), "asked on 22/02/2016"),
        ("Yes.", date(2099, 1, 1), "lies ahead"),
    ],
)
def test_an_answer_comes_after_the_question(cast, response, day, match):
    with pytest.raises(NotAllowedNow, match=match):
        actions.answer_query(query=query(cast), response=response, responded_on=day, by=cast.alice)


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"became": "14%"}, "what it became"),
        ({"what": ""}, "what it became"),
        ({"corrected_on": date(2016, 2, 19)}, "asked on"),
    ],
)
def test_a_correction_changes_something_after_the_question(cast, changes, match):
    told = {"what": "March", "was": "14%", "became": "11%", "corrected_on": TUESDAY}
    with pytest.raises(NotAllowedNow, match=match):
        actions.record_correction(query=query(cast), by=cast.alice, **told | changes)


def test_others_do_not_log_queries(cast):
    for user in (cast.bob, cast.charlie):
        with pytest.raises(NotAllowed):
            query(cast, by=user)


def referred(cast, inspection, day=MONDAY, team=None):
    return actions.refer_back(
        inspection=inspection, reason="safety", referred_on=day, by=cast.bob, team=team
    )


def test_cases_referred_back_are_added_up_and_seen_by_the_cleared_alone(cast):
    """A-19."""
    inspection = recorded(cast)
    team = add_team(authority=cast.aldermere, name="North", by=cast.setup)
    manager = make_user("Mona Miller", cast.aldermere, Role.TEAM_MANAGER, team=team)
    first, second, third = (referred(cast, inspection, team=which) for which in (team, None, None))
    actions.respond_to_referral(referral=first, responded_on=MONDAY, outcome="changed", by=cast.bob)
    actions.respond_to_referral(referral=second, responded_on=TUESDAY, by=cast.bob)
    found = looking.referrals_back(inspection)
    assert (found.total, found.same_day, found.later, found.waiting) == (3, 1, 1, 1)
    assert found.outcomes == {"changed": 1}
    rows = ReferralBack.objects
    assert set(rows.visible_to(cast.bob)) == {first, second, third}
    assert list(rows.visible_to(manager)) == [first]
    assert not rows.visible_to(cast.alice).exists()
    assert not rows.visible_to(cast.charlie).exists()


def test_a_referral_back_holds_nothing_of_the_child():
    """A-19: a row has no place where a word or a number about a child could stand."""
    kinds = {field.name: field.get_internal_type() for field in ReferralBack._meta.fields}
    free = {name for name, kind in kinds.items() if kind in {"TextField", "JSONField"}}
    coded = {name for name, kind in kinds.items() if kind == "CharField"}
    assert free == set()
    assert all(ReferralBack._meta.get_field(name).choices for name in coded)


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        ([], {"total": 0, "same day": 0, "later": 0, "waiting": 0}),
        ([MONDAY] * 2, dict.fromkeys(("total", "same day", "later", "waiting"), referrals.HIDDEN)),
        ([MONDAY] * 6, {"total": 6, "same day": 6, "later": 0, "waiting": 0}),
        (
            [MONDAY] * 6 + [None],
            {"total": 7} | dict.fromkeys(("same day", "later", "waiting"), referrals.HIDDEN),
        ),
    ],
)
def test_the_public_sees_no_small_count_and_none_that_gives_one_away(days, shown):
    """A-19."""
    found = referrals.sums(referrals.Referred(MONDAY, day) for day in days)
    assert referrals.for_the_public(found) == shown


def test_only_the_cleared_enter_cases_referred_back(cast):
    """A-19."""
    inspection = recorded(cast)
    for user in (cast.alice, cast.charlie):
        with pytest.raises(NotAllowed):
            actions.refer_back(inspection=inspection, reason="safety", referred_on=MONDAY, by=user)
    row = referred(cast, inspection)
    with pytest.raises(NotAllowed):
        actions.respond_to_referral(referral=row, responded_on=MONDAY, by=cast.alice)


def test_a_case_referred_back_has_its_days_in_order_and_words_of_the_list(cast):
    inspection = recorded(cast)
    theirs = add_team(authority=cast.bramley, name="North", by=cast.setup)
    with pytest.raises(NotAllowedNow, match="reason is one"):
        actions.refer_back(inspection=inspection, reason="x", referred_on=MONDAY, by=cast.bob)
    with pytest.raises(NotAllowedNow, match="crosses"):
        referred(cast, inspection, team=theirs)
    row = referred(cast, inspection, TUESDAY)
    with pytest.raises(NotAllowedNow, match="comes after"):
        actions.respond_to_referral(referral=row, responded_on=MONDAY, by=cast.bob)
    with pytest.raises(NotAllowedNow, match="outcome is one"):
        actions.respond_to_referral(referral=row, responded_on=TUESDAY, outcome="well", by=cast.bob)
    with pytest.raises(IntegrityError), transaction.atomic():
        ReferralBack.objects.update(outcome="safe")
