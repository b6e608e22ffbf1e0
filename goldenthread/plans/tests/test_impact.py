"""Impact rests on approved figures of measures that are tied to the action (S11, E-09, E-18, E-23)."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.basics.periods import Period
from goldenthread.people.models import Team
from goldenthread.plans import actions, gathering, impacts
from goldenthread.plans.actions import Figures
from goldenthread.plans.drafts import TestDraft
from goldenthread.plans.models import Impact, MeasureLink
from goldenthread.plans.tests.evidence_factories import accept, contradicted, file, make_world
from goldenthread.results import actions as results
from goldenthread.results import looking
from goldenthread.results.actions.targets import Terms
from goldenthread.results.figures import NotAFigure
from goldenthread.results.models import Value
from goldenthread.results.tests import factories

pytestmark = pytest.mark.usefixtures("fixed_clock")
TODAY = date(2026, 3, 16)
WORKED = {"number": Decimal(80), "figure": Decimal(80), "before": Decimal(70)}


@pytest.fixture
def measure(cast):
    return factories.measure(cast)


def approved(world, measure, typed, month, **changes):
    period = factories.month(month, 2025)
    return factories.approved(world.cast, measure, typed, period, **changes)


def tied(world, measure, of=None, **changes):
    told = {"kind": "impact", "expected": "rise", "by": world.cast.alice}
    return actions.link_measure(of=of or world.action, measure=measure, **told | changes)


def say(world, state, value, baseline=None, **more):
    figures = Figures(value, baseline, more.pop("target", None))
    return actions.set_impact(
        action=world.action, by=world.lena, state=state, figures=figures, **more
    )


def improved(world, measure):
    """Said by the lead, on two figures of hers that somebody else approved."""
    before = approved(world, measure, "10 of 20", 10)
    now = approved(world, measure, "16 of 20", 11)
    return say(world, "measured: improved", now, before)


def holds(world):
    """Whether the impact holds."""
    return gathering.facts_of([world.action], TODAY)[world.action.pk].standing.measured


def revise(world, value, typed="15 of 20"):
    made = results.revise_value(
        value=value, typed=typed, as_at=value.as_at, known_on=value.known_on,
        cause="corrected error", why="Counted twice.", by=world.cast.alice, source="Case system",
    )  # fmt: skip
    return results.approve_value(value=made, by=world.cast.bob)


def test_s11_impact_is_not_shown_by_words(cast, world, measure):
    tied(world, measure)
    for typed, words in (("Approaching 100%", "about how much"), ("Low – zero", "description")):
        with pytest.raises(NotAFigure, match=words):
            factories.entered(cast, measure, typed)
    target = factories.level(
        cast, measure, terms=Terms(date(2025, 1, 1), "80% or above", date(2025, 12, 31))
    )
    assert looking.performance_of(target, TODAY).words == "no value"
    for state in impacts.MEASURED:
        with pytest.raises(NotAllowedNow, match="number, numerator, denominator and day"):
            actions.set_impact(action=world.action, by=world.lena, state=state, words="Improved.")
    with pytest.raises(NotAllowedNow, match="review day"):
        actions.set_impact(action=world.action, by=world.lena, state="not yet measurable")
    with pytest.raises(NotAllowedNow, match="in words"):
        actions.set_impact(action=world.action, by=world.lena, state="early signs")
    with pytest.raises(NotAllowedNow, match="no impact “evidenced”"):
        actions.set_impact(action=world.action, by=world.lena, state="evidenced")
    assert not Impact.objects.exists()


def test_a_measured_impact_keeps_its_figure_as_it_was(world, measure):
    tied(world, measure)
    said = improved(world, measure)
    said.refresh_from_db()
    kept = (said.number, said.numerator, said.denominator, said.per, said.as_at)
    assert kept == (80, 16, 20, 100, date(2025, 11, 30))
    assert holds(world)
    revise(world, said.value)
    said.refresh_from_db()
    assert said.number == 80
    assert not holds(world)


def test_a_claim_of_a_satisfactory_level_has_its_claimant_its_day_and_its_figure(world, measure):
    claim = "Addressed to a satisfactory level."
    with pytest.raises(NotAllowedNow, match="needs a figure"):
        actions.set_impact(
            action=world.action, by=world.lena, state="measured: improved", words=claim
        )
    tied(world, measure)
    before = approved(world, measure, "10 of 20", 10)
    now = approved(world, measure, "16 of 20", 11)
    said = say(world, "measured: improved", now, before, words=claim)
    assert (said.words, said.by, said.at.date(), said.value) == (claim, world.lena, TODAY, now)


def test_an_impact_holds_no_longer_once_the_figure_before_it_is_revised(world, measure):
    tied(world, measure)
    revise(world, improved(world, measure).baseline)
    assert not holds(world)


def test_an_impact_holds_no_longer_once_its_measure_is_taken_away(world, measure):
    link = tied(world, measure)
    improved(world, measure)
    with pytest.raises(NotAllowedNow, match="Say why"):
        actions.unlink_measure(link=link, by=world.cast.alice, why=" ")
    actions.unlink_measure(link=link, by=world.cast.alice, why="It counts something else.")
    assert not holds(world)
    with pytest.raises(NotAllowedNow, match="Say why"):
        actions.unlink_measure(link=link, by=world.cast.alice, why="Again.")


def test_a_measure_of_the_item_shows_the_impact_of_the_actions_that_serve_it(world, measure):
    tied(world, measure, of=world.plan.items.get())
    improved(world, measure)
    assert holds(world)


def test_a_figure_that_nobody_approved_or_that_has_no_whole_is_refused(cast, world, measure):
    tied(world, measure)
    before = approved(world, measure, "10 of 20", 10)
    entered = factories.entered(cast, measure, "16 of 20", factories.month(11, 2025))
    with pytest.raises(NotAllowedNow, match="approved by somebody else"):
        say(world, "measured: improved", entered, before)
    counted = factories.measure(cast, code="CASES", form="count", unit="children", better="lower")
    tied(world, counted, expected="fall")
    with pytest.raises(NotAllowedNow, match="denominator"):
        say(world, "measured: improved", approved(world, counted, "3", 11), before)


def test_a_figure_of_a_measure_that_is_not_tied_for_impact_is_refused(world, measure):
    tied(world, measure, kind="progress")
    with pytest.raises(NotAllowedNow, match="not tied to P1-A1 as a measure of impact"):
        improved(world, measure)


@pytest.mark.parametrize(
    ("state", "typed", "fits"),
    [
        ("measured: improved", "16 of 20", True),
        ("measured: improved", "4 of 20", False),
        ("measured: improved", "10 of 20", False),
        ("measured: worse", "4 of 20", True),
        ("measured: worse", "16 of 20", False),
        ("measured: no change", "11 of 20", True),
    ],
)
def test_improved_and_worse_are_what_the_two_figures_say(world, measure, state, typed, fits):
    tied(world, measure)
    before, now = approved(world, measure, "10 of 20", 10), approved(world, measure, typed, 11)
    if fits:
        assert say(world, state, now, before).state == state
    else:
        with pytest.raises(NotAllowedNow, match="a rise is expected"):
            say(world, state, now, before)


def test_a_figure_is_compared_with_an_earlier_one_of_the_same_kind(world, measure):
    tied(world, measure)
    now = approved(world, measure, "16 of 20", 11)
    with pytest.raises(NotAllowedNow, match="which earlier figure"):
        say(world, "measured: improved", now)
    with pytest.raises(NotAllowedNow, match="an earlier figure"):
        say(world, "measured: improved", now, approved(world, measure, "10 of 20", 12))
    part = approved(world, measure, "1 of 2", 10, group="Girls")
    with pytest.raises(NotAllowedNow, match="of another part"):
        say(world, "measured: improved", now, part)


def test_sustained_is_as_many_periods_met_one_after_another_up_to_the_latest(world, measure):
    tied(world, measure)
    target = factories.level(
        world.cast, measure, value="75", terms=Terms(date(2025, 9, 1), "Agreed by the board")
    )
    values = [approved(world, measure, "16 of 20", month) for month in (9, 10)]
    with pytest.raises(NotAllowedNow, match="needs a target"):
        say(world, "sustained", values[-1])
    with pytest.raises(NotAllowedNow, match="2 of 3 consecutive periods"):
        say(world, "sustained", values[-1], target=target)
    values.append(approved(world, measure, "17 of 20", 11))
    with pytest.raises(NotAllowedNow, match="A later figure"):
        say(world, "sustained", values[0], target=target)
    assert say(world, "sustained", values[-1], target=target).target == target
    assert holds(world)


def test_an_impact_of_before_the_completion_holds_no_longer(world, measure):
    tied(world, measure)
    improved(world, measure)
    actions.set_delivery(action=world.action, by=world.cast.alice, state="in progress")
    assert holds(world)
    actions.complete(action=world.action, by=world.cast.alice, completed_on=date(2025, 12, 1))
    assert not holds(world)


def test_sustained_is_not_on_the_target_of_another_team(world, measure):
    tied(world, measure)
    team = Team.objects.create(authority=world.cast.aldermere, name="Duty team")
    target = factories.level(
        world.cast, measure, value="75", terms=Terms(date(2025, 9, 1), "Agreed by the board")
    )
    values = [approved(world, measure, "16 of 20", month) for month in (9, 10, 11)]
    theirs = approved(world, measure, "16 of 20", 11, team=team)
    girls = approved(world, measure, "16 of 20", 11, group="Girls")
    with pytest.raises(NotAllowedNow, match="another part's"):
        say(world, "sustained", girls, target=target)
    said = say(world, "sustained", values[-1], target=target)
    assert holds(world)
    row = {
        "action": world.action, "by": world.lena, "at": timezone.now(), "target": target,
        "state": "sustained", "number": 80, "numerator": 16, "denominator": 20, "per": 100,
        "as_at": said.as_at,
    }  # fmt: skip
    with pytest.raises(DatabaseError, match="same measure and team"), transaction.atomic():
        Impact.objects.create(**row, value=theirs)
    Impact.objects.create(**row, value=girls)
    assert not holds(world)


def test_sustained_counts_periods_since_completion(world, measure):
    tied(world, measure)
    target = factories.level(
        world.cast, measure, value="75", terms=Terms(date(2025, 9, 1), "Agreed by the board")
    )
    values = [approved(world, measure, "16 of 20", month) for month in (9, 10, 11)]
    actions.set_delivery(action=world.action, by=world.cast.alice, state="in progress")
    actions.complete(action=world.action, by=world.cast.alice, completed_on=date(2025, 10, 1))
    with pytest.raises(NotAllowedNow, match="2 of 3 consecutive periods"):
        say(world, "sustained", values[-1], target=target)


def test_an_impact_is_never_rewritten_as_sustained(world, measure):
    tied(world, measure)
    said = improved(world, measure)
    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic():
        Impact.objects.filter(pk=said.pk).update(state="sustained")


def test_a_measure_of_progress_or_the_worse_direction_never_shows_impact(cast, world, measure):
    progress = factories.measure(cast, code="TRAINED", kind="progress")
    with pytest.raises(NotAllowedNow, match="never shows impact"):
        tied(world, progress)
    assert tied(world, progress, kind="progress").kind == "progress"
    with pytest.raises(NotAllowedNow, match="more is better"):
        tied(world, measure, expected="fall")
    with pytest.raises(NotAllowedNow, match="Choose progress or impact"):
        tied(world, measure, expected="sideways")
    tied(world, measure)
    with pytest.raises(NotAllowedNow, match="tied to P1-A1 already"):
        tied(world, measure)


def test_officers_tie_measures_of_their_own_authority(world, measure):
    with pytest.raises(NotAllowed):
        tied(world, measure, by=world.lena)
    other = factories.measure(world.cast, authority=world.cast.bramley, by=world.cast.charlie)
    with pytest.raises(NotAllowedNow, match="the measure is another's"):
        tied(world, other)


def test_a_figure_shows_nothing_before_its_lag_is_over(world, measure):
    tied(world, measure, lag_months=3)
    actions.set_delivery(action=world.action, by=world.cast.alice, state="in progress")
    actions.complete(action=world.action, by=world.cast.alice, completed_on=date(2025, 9, 30))
    with pytest.raises(NotAllowedNow, match="from 30 December 2025 on"):
        improved(world, measure)


def test_the_database_keeps_number_and_parts_together(world, measure):
    tied(world, measure)
    said = improved(world, measure)
    row = {
        "action": world.action, "by": world.lena, "at": timezone.now(), "value": said.value,
        "baseline": said.baseline, "state": said.state, "number": 80, "numerator": 16,
        "denominator": 20, "per": 100, "as_at": said.as_at,
    }  # fmt: skip
    for wrong in (
        {"number": 90}, {"denominator": 0, "numerator": 0}, {"value": None}, {"baseline": None},
        {"state": "sustained"}, {"state": "early signs", "words": "Signs."}, {"as_at": None},
    ):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            Impact.objects.create(**row | wrong)
    Impact.objects.create(**row)
    bare = {"action": world.action, "by": world.lena, "at": timezone.now()}
    for state in ("not yet measurable", "early signs"):
        with pytest.raises(IntegrityError), transaction.atomic():
            Impact.objects.create(**bare, state=state)


def test_raw_rows_on_figures_that_do_not_hold_show_nothing(cast, world, measure):
    before = approved(world, measure, "10 of 20", 10)
    row = {
        "action": world.action, "by": world.lena, "at": timezone.now(), "baseline": before,
        "state": "measured: improved", "number": 80, "numerator": 16, "denominator": 20,
        "per": 100, "as_at": TODAY,
    }  # fmt: skip
    better = approved(world, measure, "16 of 20", 11)
    Impact.objects.create(**row, value=better)
    assert not holds(world)  # The measure is not tied.
    tied(world, measure)
    assert holds(world)
    waiting = factories.entered(cast, measure, "16 of 20", factories.month(12, 2025))
    Impact.objects.create(**row, value=waiting)
    assert not holds(world)
    Impact.objects.create(**row | {"number": 90, "numerator": 18}, value=better)
    assert not holds(world)
    Impact.objects.create(**row | {"baseline": better}, value=better)
    assert not holds(world)


@pytest.mark.parametrize(
    ("facts", "held"),
    [
        ({"state": "early signs"}, False),
        *[
            ({**WORKED, "state": state, "expected": ("rise",), **more}, held)
            for state in impacts.BETTER
            for more, held in (
                ({"completed_on": TODAY, "tells_until": TODAY}, True),
                ({"completed_on": TODAY, "tells_until": date(2026, 3, 15)}, False),
                ({"alike": False}, False),
            )
        ],
        ({**WORKED, "state": "measured: improved", "expected": ("rise",)}, True),
        ({**WORKED, "state": "measured: improved", "expected": ("fall",)}, False),
        ({**WORKED, "state": "measured: improved"}, False),
        ({**WORKED, "state": "measured: worse", "expected": ("rise",)}, True),
        ({**WORKED, "state": "sustained", "before": None, "expected": ("rise",)}, True),
        ({**WORKED, "state": "sustained", "figure": None, "expected": ("rise",)}, False),
        ({**WORKED, "state": "measured: improved", "before": None, "expected": ("rise",)}, False),
        ({**WORKED, "state": "sustained", "number": Decimal(81), "expected": ("rise",)}, False),
    ],
)
def test_what_a_measured_impact_needs(facts, held):
    assert impacts.holds(impacts.ImpactFacts(**facts)) == held


def test_rung_five_is_a_difference_test_and_an_impact_that_holds(cast, measure):
    kinds = ("done", "practice", "difference")
    world = make_world(cast, tests=tuple(TestDraft(text=one, kind=one) for one in kinds))
    for kind in kinds[:2]:
        accept(world, file(world, test=world.action.tests.get(kind=kind), title=kind))
    actions.set_delivery(action=world.action, by=cast.alice, state="in progress")
    actions.complete(action=world.action, by=cast.alice, completed_on=date(2025, 6, 30))
    for year, month in ((2025, 12), (2026, 1), (2026, 2)):
        actions.record_period(
            action=world.action, by=cast.alice, period=Period.month(year, month),
            in_standard=True, standard="18 of 20",
        )  # fmt: skip
    tied(world, measure)
    said = improved(world, measure)
    assert rung(world) == 4
    test = world.action.tests.get(kind="difference")
    accept(world, file(world, test=test, title="What changed"))
    assert rung(world) == 5
    for kind, left in (("practice", 3), ("difference", 4)):
        other = actions.add_test(of=world.action, text="Another", kind=kind, by=world.lena)
        against = contradicted(world, test=other, title=kind)
        accept(world, against)
        assert rung(world) == left
        actions.withdraw_evidence(link=against, by=cast.alice, why="Answered.")
        assert rung(world) == 5
    newer = revise(world, said.value)
    assert rung(world) == 4
    assert Value.objects.measured().filter(pk=newer.pk).exists()
    say(world, "measured: improved", newer, said.baseline)
    assert rung(world) == 5
    actions.unlink_measure(link=MeasureLink.objects.get(), by=cast.alice, why="Another counts.")
    assert rung(world) == 4


def rung(world):
    return gathering.stands_of([world.action], TODAY)[world.action.pk].rung
