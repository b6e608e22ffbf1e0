"""Changed thresholds of policies: what held when, and who was told."""

from datetime import date
from decimal import Decimal

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.inspections import actions, thresholds
from goldenthread.inspections.models import ThresholdChange, ThresholdNotice
from goldenthread.inspections.tests.factories import recorded
from goldenthread.people.actions import give_role
from goldenthread.people.history import history_of
from goldenthread.people.roles import Role

JUNE, NOVEMBER = date(2012, 6, 1), date(2012, 11, 1)


def changed(cast, **changes):
    told = {
        "authority": cast.aldermere,
        "policy": "Referral of unborn babies, earliest",
        "unit": "weeks of gestation",
        "was": Decimal(26),
        "became": Decimal(15),
        "effective_on": JUNE,
        "by": cast.alice,
    }
    return actions.record_threshold_change(**told | changes)


def test_a_changed_threshold_keeps_both_values_its_day_and_its_paragraph(cast):
    """D-24."""
    finding = recorded(cast).findings.get(number=12)
    row = changed(cast, finding=finding)
    row.refresh_from_db()
    assert (row.was, row.became, row.effective_on, row.finding) == (26, 15, JUNE, finding)
    assert str(row) == "Referral of unborn babies, earliest: 26 to 15 weeks of gestation"
    assert [line.verb for line in history_of(row)] == ["changed"]
    assert ThresholdChange.objects.visible_to(cast.bob).get() == row
    assert not ThresholdChange.objects.visible_to(cast.charlie).exists()


@pytest.mark.parametrize(
    ("day", "weeks"),
    [(date(2012, 5, 31), 26), (JUNE, 15), (date(2012, 10, 31), 15), (NOVEMBER, 12)],
)
def test_a_day_has_the_threshold_that_held_on_it(cast, day, weeks):
    """D-24."""
    changed(cast, became=Decimal(15))
    changed(cast, was=Decimal(15), became=Decimal(12), effective_on=NOVEMBER)
    assert thresholds.in_force(ThresholdChange.objects.all(), day) == weeks


def test_without_a_change_nothing_says_what_held():
    assert thresholds.in_force([], JUNE) is None


def test_who_was_told_is_recorded_with_the_day(cast):
    """D-24."""
    row = changed(cast)
    for whom, day in (("Midwives", JUNE), ("Front door", date(2012, 6, 4))):
        actions.record_told(change=row, to_whom=whom, told_on=day, by=cast.alice, how="letter")
    told = row.notices.order_by("told_on").values_list("to_whom", "told_on", "how")
    assert list(told) == [("Midwives", JUNE, "letter"), ("Front door", date(2012, 6, 4), "letter")]
    assert not ThresholdNotice.objects.visible_to(cast.charlie).exists()
    for whom, day in ((" ", JUNE), ("Midwives", date(2099, 1, 1))):
        with pytest.raises(NotAllowedNow, match="who was told"):
            actions.record_told(change=row, to_whom=whom, told_on=day, by=cast.alice)


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"became": Decimal(26)}, "what it became"),
        ({"policy": " "}, "what it became"),
        ({"effective_on": JUNE}, "comes after it"),
        ({"effective_on": NOVEMBER, "became": Decimal(12)}, "15 holds by then, not 26"),
    ],
)
def test_a_change_follows_from_the_one_before(cast, changes, match):
    """D-24."""
    changed(cast)
    with pytest.raises(NotAllowedNow, match=match):
        changed(cast, **changes)


def test_others_do_not_change_thresholds_nor_cite_across_authorities(cast):
    row = changed(cast)
    for user in (cast.bob, cast.charlie):
        with pytest.raises(NotAllowed):
            changed(cast, by=user, policy="Other")
        with pytest.raises(NotAllowed):
            actions.record_told(change=row, to_whom="Midwives", told_on=JUNE, by=user)
    finding = recorded(cast).findings.first()
    with pytest.raises(NotAllowed):
        changed(cast, authority=cast.bramley, by=cast.charlie, finding=finding)
    give_role(
        user=cast.alice,
        authority=cast.bramley,
        role=Role.IMPROVEMENT_OFFICER,
        by=cast.setup,
        started_on=JUNE,
    )
    with pytest.raises(NotAllowedNow, match="crosses"):
        changed(cast, authority=cast.bramley, finding=finding)


def test_a_report_that_a_changed_threshold_cites_is_not_withdrawn(cast):
    inspection = recorded(cast)
    changed(cast, finding=inspection.findings.first())
    with pytest.raises(NotAllowedNow, match="changed threshold"):
        actions.withdraw_report(inspection=inspection, by=cast.alice, why="Wrong.")
