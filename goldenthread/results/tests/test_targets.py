"""Targets: levels, each group, changes from a baseline, what a recommendation sets, outcomes."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.basics.periods import Period
from goldenthread.inspections import actions as inspections
from goldenthread.inspections.tests.factories import asking
from goldenthread.people.history import history_of
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.results import actions, looking
from goldenthread.results.actions.targets import Terms
from goldenthread.results.models import Outcome, Target
from goldenthread.results.tests.factories import approved, entered, level, measure, month

TERMS = Terms(date(2012, 1, 1), "Plan, action 4", date(2012, 12, 31))
MARCH = date(2012, 3, 31)


def children(cast, **changes):
    told = {"code": "CLA", "name": "Children looked after", "form": "count", "unit": "children"}
    return measure(cast, **told | {"better": "lower"} | changes)


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"comparator": "about"}, "choose a comparator"),
        ({"level": Decimal(-1)}, "choose a comparator"),
        ({"level": Decimal(101)}, "at most 100%"),
        ({"each_group": True}, "name the groups"),
        ({"groups": ["Nurses"]}, "name the groups"),
        ({"terms": Terms(MARCH, " ")}, "what the target rests on"),
        ({"terms": Terms(MARCH, "Paper", date(2012, 1, 1))}, "due before it begins"),
    ],
)
def test_a_level_is_one_that_can_be_reached_and_rests_on_something(cast, changes, match):
    with pytest.raises(NotAllowedNow, match=match):
        level(cast, measure(cast), **changes)


def test_a_missed_target_is_recorded_with_what_it_was_missed_by(cast):
    """E-22: 286 children by March 2012, in fact 328."""
    row = children(cast)
    target = level(cast, row, "286", comparator="at most")
    assert looking.was_met(target) is None
    value = approved(cast, row, "328")
    outcome = actions.record_outcome(target=target, value=value, by=cast.alice)
    assert (outcome.met, outcome.difference, outcome.per_cent) == (False, 42, Decimal("14.7"))
    assert str(outcome) == "missed: 328 against at most 286, 42 over (+14.7%)"
    assert looking.was_met(target) is False
    assert [line.verb for line in history_of(outcome)] == ["judged"]
    assert not Outcome.objects.visible_to(cast.charlie).exists()
    with pytest.raises(NotAllowedNow, match="the outcome is recorded"):
        actions.record_outcome(target=target, value=value, by=cast.alice)


def test_an_outcome_rests_on_an_approved_figure_of_the_day_it_was_due(cast):
    """E-22."""
    row = children(cast)
    target = level(cast, row, "286", comparator="at most")
    other = approved(cast, measure(cast))
    part = approved(cast, row, "3", group="Babies")
    waiting, early = entered(cast, row, "328"), approved(cast, row, "330", month(2))
    for value, match in (
        (waiting, "no approved one"),
        (other, "no approved one"),
        (early, "before it was due"),
        (part, "another part"),
    ):
        with pytest.raises(NotAllowedNow, match=match):
            actions.record_outcome(target=target, value=value, by=cast.alice)
    later = level(cast, row, "1", terms=Terms(MARCH, "Plan", date(2099, 3, 31)))
    with pytest.raises(NotAllowedNow, match="not due yet"):
        actions.record_outcome(target=later, value=early, by=cast.alice)
    actions.approve_value(value=waiting, by=cast.bob)
    for user, error in ((cast.charlie, Target.DoesNotExist), (cast.bob, None)):
        if error:
            with pytest.raises(error):
                actions.record_outcome(target=target, value=waiting, by=user)
        else:
            assert not actions.record_outcome(target=target, value=waiting, by=user).met


def test_an_outcome_stays_when_its_figure_is_revised(cast):
    row = children(cast)
    target = level(cast, row, "286", comparator="at most")
    value = approved(cast, row, "328")
    outcome = actions.record_outcome(target=target, value=value, by=cast.alice)
    new = actions.revise_value(
        value=value, typed="280", as_at=MARCH, known_on=date(2012, 6, 1), cause="corrected error",
        why="Counted twice", source="list", by=cast.alice,
    )  # fmt: skip
    actions.approve_value(value=new, by=cast.bob)
    outcome.refresh_from_db()
    assert (outcome.met, outcome.value.state) == (False, "revised")
    assert [one.met for one in looking.periods_of(target)] == [True]


def trained(cast):
    """80% of each staff group: the target, and figures of two groups."""
    row = measure(cast, code="TRAIN", name="Training in date", population="Staff by level")
    target = level(cast, row, each_group=True, groups=["Level 2", "Level 3"])
    return row, target


def test_each_group_has_to_reach_the_target_by_itself(cast):
    """B-11 and S15: 76.5% and 68.5% are 3.5 and 11.5 short; a mean is never made."""
    row, target = trained(cast)
    approved(cast, row, "153 of 200", group="Level 2")
    assert looking.groups_in(target, month(3)).unknown == ("Level 3",)
    approved(cast, row, "137 of 200", group="Level 3")
    # A figure over everybody says nothing about the groups.
    approved(cast, row, "390 of 400")
    found = looking.groups_in(target, month(3))
    assert (found.met, found.short) == (False, ("Level 2", "Level 3"))
    assert found.words == "not met: Level 2 3.5 under, Level 3 11.5 under"
    assert looking.performance_of(target, date(2012, 4, 1)).state == "not met"


def test_a_group_without_a_figure_leaves_the_target_open(cast):
    """B-11 and S15."""
    row, target = trained(cast)
    value = approved(cast, row, "190 of 200", group="Level 2")
    found = looking.performance_of(target, date(2012, 4, 1))
    assert (found.state, found.words) == (
        None, "cannot be worked out: some group has no figure"
    )  # fmt: skip
    actions.record_outcome(target=target, value=value, by=cast.alice)
    assert looking.was_met(target) is None
    other = approved(cast, row, "160 of 200", group="Level 3")
    actions.record_outcome(target=target, value=other, by=cast.alice)
    assert looking.was_met(target) is True
    assert looking.performance_of(target, date(2012, 4, 1)).state == "met"


def test_the_state_of_a_measure_comes_from_its_approved_figures(cast):
    """E-19: apart from whatever state the actions are in."""
    row = measure(cast)
    target = level(cast, row)
    april = date(2012, 4, 1)
    assert looking.performance_of(target, april).state == "no value"
    waiting = entered(cast, row, "70 of 100")
    assert looking.performance_of(target, april).state == "no value"
    actions.approve_value(value=waiting, by=cast.bob)
    assert looking.performance_of(target, april).state == "not met"
    approved(cast, row, "80 of 100", month(4))
    found = looking.performance_of(target, date(2012, 5, 1))
    assert (found.state, found.words) == ("hit and miss", "hit and miss (1 of the last 2)")
    assert looking.performance_of(target, date(2012, 6, 1)).state == "stale"


def test_figures_from_before_a_target_do_not_count_towards_it(cast):
    """E-23."""
    row = measure(cast)
    target = level(cast, row, terms=Terms(date(2012, 2, 1), "Plan"))
    for number in (1, 2, 3):
        approved(cast, row, "80 of 100", month(number))
    assert looking.sustained_of(target, wanted=3).run == 2
    approved(cast, row, "81 of 100", month(4))
    assert looking.sustained_of(target, wanted=3).holds


def returned(cast):
    """Review records sent back: forty in the first quarter."""
    row = measure(cast, code="BACK", form="count", unit="records", better="lower", every_months=3)
    return row, approved(cast, row, "40", Period.quarter(2012, 1))


def fall(cast, baseline, **changes):
    told = {
        "baseline": baseline, "comparator": "at most", "minimum_change": Decimal(20),
        "change_in": "per cent", "terms": TERMS, "by": cast.alice,
    }  # fmt: skip
    return actions.set_change(**told | changes)


def test_a_reduction_is_a_test_with_baseline_period_and_minimum_change(cast):
    """F-16: a fall by a fifth from forty in a quarter is thirty-two or fewer in a quarter."""
    row, baseline = returned(cast)
    target = fall(cast, baseline)
    assert looking.level_of(target) == 32
    enough = approved(cast, row, "32", Period.quarter(2012, 2))
    short = approved(cast, row, "33", Period.quarter(2012, 3))
    assert looking.judged(target, enough).met
    assert not looking.judged(target, short).met
    last = approved(cast, row, "30", Period.quarter(2012, 4))
    outcome = actions.record_outcome(target=target, value=last, by=cast.alice)
    assert str(outcome) == "met: 30 against at most 32, 2 under (−6.3%)"


def test_figures_of_other_lengths_or_definitions_show_no_reduction(cast):
    """F-16: thirteen in a month are no fall from forty in a quarter."""
    row, baseline = returned(cast)
    target = fall(cast, baseline)
    in_a_month = approved(cast, row, "13", Period.month(2012, 12))
    assert looking.judged(target, in_a_month) is None
    assert "not as long" in looking.why_unlike(baseline, in_a_month)
    with pytest.raises(NotAllowedNow, match="against the baseline"):
        actions.record_outcome(target=target, value=in_a_month, by=cast.alice)
    actions.change_definition(
        measure=row, text="Records of one team", population="One team", why="x", by=cast.alice
    )
    redefined = approved(cast, row, "20", Period.quarter(2012, 2))
    assert "definition changed" in looking.why_unlike(baseline, redefined)
    part = approved(cast, row, "20", Period.quarter(2012, 2), group="Night team")
    assert looking.judged(target, part) is None


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"minimum_change": Decimal(0)}, "a minimum above 0"),
        ({"terms": Terms(MARCH, "Plan")}, "a minimum above 0 and a day"),
        ({"terms": Terms(date(2012, 1, 1), "Plan", MARCH)}, "after the baseline's period"),
        ({"comparator": "exactly"}, "choose a fall or a rise"),
        ({"change_in": "about"}, "choose a fall or a rise"),
        ({"minimum_change": Decimal(101)}, "no figure falls below 0"),
    ],
)
def test_a_reduction_without_its_parts_is_refused(cast, changes, match):
    """F-16."""
    _, baseline = returned(cast)
    with pytest.raises(NotAllowedNow, match=match):
        fall(cast, baseline, **changes)
    assert not Target.objects.exists()


def test_a_baseline_is_an_approved_figure(cast):
    """F-16."""
    row = children(cast)
    with pytest.raises(NotAllowedNow, match="no approved figure"):
        fall(cast, entered(cast, row, "40"))


def test_the_database_refuses_a_change_without_its_parts(cast):
    """F-16."""
    _, baseline = returned(cast)
    fall(cast, baseline)
    for change in ({"minimum_change": None}, {"baseline": None}, {"due_on": None}, {"level": 3}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Target.objects.update(**change)


def test_a_number_of_a_recommendation_becomes_a_target_of_a_measure(cast):
    """B-11: a minimum of 80% of all staff groups, each of them."""
    asked = asking(cast, "train so that a minimum of 80% of all staff groups are in date")
    wanted = asked.targets.get()
    row = measure(cast, code="TRAIN")
    told = {"target": wanted, "measure": row, "holds_from": date(2016, 6, 1), "by": cast.alice}
    with pytest.raises(NotAllowedNow, match="not confirmed"):
        actions.take_over_target(**told, groups=["Nurses"])
    inspections.decide_target(target=wanted, confirmed=True, by=cast.alice)
    with pytest.raises(NotAllowedNow, match="name the groups"):
        actions.take_over_target(**told)
    with pytest.raises(NotAllowedNow, match="is no share"):
        actions.take_over_target(**told | {"measure": children(cast)}, groups=["Nurses"])
    made = actions.take_over_target(**told, groups=["Nurses", "Doctors"])
    made.refresh_from_db()
    assert (made.comparator, made.level, made.each_group) == ("at least", 80, True)
    assert (made.groups, made.from_recommendation) == (["Nurses", "Doctors"], wanted)
    assert made.basis == "a minimum of 80% of all staff groups"
    with pytest.raises(NotAllowedNow):
        inspections.withdraw_report(inspection=asked.inspection, by=cast.alice, why="Wrong.")


def test_a_target_ends_once_with_a_reason(cast):
    target = level(cast, measure(cast))
    for on, why in ((date(2012, 6, 1), " "), (date(2011, 6, 1), "x")):
        with pytest.raises(NotAllowedNow, match="ends once"):
            actions.end_target(target=target, on=on, why=why, by=cast.alice)
    actions.end_target(target=target, on=date(2012, 6, 1), why="The board raised it", by=cast.bob)
    with pytest.raises(NotAllowedNow, match="ends once"):
        actions.end_target(target=target, on=date(2012, 7, 1), why="Again", by=cast.bob)


def test_others_set_no_targets(cast):
    row = measure(cast)
    target = level(cast, row)
    with pytest.raises(type(row).DoesNotExist):
        level(cast, row, by=cast.charlie)
    with pytest.raises(Target.DoesNotExist):
        actions.end_target(target=target, on=MARCH, why="x", by=cast.charlie)
    lead = make_user("Lee Lead", cast.aldermere, Role.LEAD)
    with pytest.raises(NotAllowed):
        level(cast, row, by=lead)
