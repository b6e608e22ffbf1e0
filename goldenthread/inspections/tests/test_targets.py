"""Numbers that a recommendation sets: read, proposed, confirmed, reached by each group."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections import actions, looking, targets
from goldenthread.inspections.models import NumericTarget
from goldenthread.inspections.tests.factories import asking
from goldenthread.people.history import history_of

TRAINING = (
    "the health trust should improve training so that a minimum of 80% of all staff groups "
    "are in date"
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (TRAINING, ("at least", "80", "all staff groups", True)),
        ("at least 90 per cent of visits within 10 days", ("at least", "90", "visits", False)),
        ("no more than 5% of plans", ("at most", "5", "plans", False)),
        ("no less than 75% in each team", ("at least", "75", "", False)),
        ("compliance of 80% or above", ("at least", "80", "", False)),
        ("under 12.5 % of re-referrals", ("less than", "12.5", "re-referrals", False)),
        ("more than 95% of every team", ("more than", "95", "every team", True)),
        ("100% of all teams are trained", ("exactly", "100", "all teams", True)),
        ("a minimum of 80% of all staff", ("at least", "80", "all staff", False)),
    ],
)
def test_a_number_that_a_recommendation_sets_is_read(text, wanted):
    """B-11."""
    (found,) = targets.commitments(text)
    comparator, value, population, each = wanted
    assert (found.comparator, found.value) == (comparator, Decimal(value))
    assert (found.population, found.each_group) == (population, each)
    assert found.words in text


@pytest.mark.parametrize(
    "text",
    ["reduce it by 10%", "a 5% rise", "23% of the population", "over 250% of it", "by at least 5%"],
)
def test_a_change_or_a_bare_figure_sets_no_level(text):
    assert targets.commitments(text) == ()


ALL_GROUPS = targets.Commitment("", "at least", Decimal(80), "all staff groups", each_group=True)
TOGETHER = targets.Commitment("", "at least", Decimal(80), "visits")


@pytest.mark.parametrize(
    ("target", "groups", "met", "words"),
    [
        (ALL_GROUPS, {"nurses": (8, 10), "doctors": (95, 100)}, True, "reached"),
        (ALL_GROUPS, {"nurses": (7, 10), "doctors": (100, 100)}, False, "not reached: nurses"),
        (ALL_GROUPS, {"nurses": (7, 10), "doctors": None}, False, "not reached: nurses"),
        (ALL_GROUPS, {"nurses": (9, 10), "doctors": None}, None, "no figures for doctors"),
        (ALL_GROUPS, {"nurses": (0, 0)}, None, "no figures for nurses"),
        (ALL_GROUPS, {}, None, "no figures for anybody"),
        (TOGETHER, {"north": (7, 10), "south": (100, 100)}, True, "reached"),
        (TOGETHER, {"north": (7, 10), "south": (8, 10)}, False, "not reached: visits"),
        (TOGETHER, {"north": (10, 10), "south": None}, None, "no figures for south"),
    ],
)
def test_each_group_has_to_reach_the_target_not_their_mean(target, groups, met, words):
    """B-11."""
    found = targets.reached(target, groups)
    assert found.met is met
    assert words in found.words


@pytest.mark.parametrize(
    ("comparator", "met"),
    [
        ("at least", True),
        ("at most", True),
        ("exactly", True),
        ("more than", False),
        ("less than", False),
    ],
)
def test_the_edge_of_a_target(comparator, met):
    edge = targets.Commitment("", comparator, Decimal("12.5"))
    assert targets.reached(edge, {"all": (1, 8)}).met is met


def test_a_target_is_proposed_with_the_report_and_confirmed_by_a_person(cast):
    """B-11."""
    target = asking(cast, TRAINING).targets.get()
    assert (target.state, target.comparator, target.value, target.unit) == (
        "proposed",
        "at least",
        80,
        "%",
    )
    assert (target.population, target.each_group) == ("all staff groups", True)
    assert target.printed == "a minimum of 80% of all staff groups"
    actions.decide_target(target=target, confirmed=True, indicator="TRAIN-1", by=cast.alice)
    target.refresh_from_db()
    assert (target.state, target.indicator, target.decided_by) == (
        "confirmed",
        "TRAIN-1",
        cast.alice,
    )
    found = looking.reached(target, {"nurses": (9, 10)}, expected=["nurses", "doctors"])
    assert (found.met, found.unknown) == (None, ("doctors",))
    assert looking.reached(target, {"nurses": (9, 10), "doctors": (1, 2)}).short == ("doctors",)
    assert not NumericTarget.objects.visible_to(cast.charlie).exists()


def test_a_refused_target_has_a_reason(cast):
    target = asking(cast, TRAINING).targets.get()
    for indicator, why in (("", " "), ("TRAIN-1", "x")):
        with pytest.raises(NotAllowedNow, match="A refusal"):
            actions.decide_target(
                target=target, confirmed=False, indicator=indicator, by=cast.alice, why=why
            )
    row = actions.decide_target(target=target, confirmed=False, by=cast.alice, why="Health's own.")
    assert row.state == "refused"
    assert len(history_of(row)) == 1


def test_the_database_refuses_a_decided_target_without_who(cast):
    asking(cast, TRAINING)
    with pytest.raises(IntegrityError), transaction.atomic():
        NumericTarget.objects.update(state="confirmed")
