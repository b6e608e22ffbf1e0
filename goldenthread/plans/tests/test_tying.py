"""A test that is tied to a target takes its number from an approved figure of the measure."""

from datetime import date
from decimal import Decimal

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.models import Team
from goldenthread.plans import actions, tying
from goldenthread.plans.drafts import TestDraft
from goldenthread.plans.link_states import states
from goldenthread.plans.models import EvidenceLink
from goldenthread.plans.tests.evidence_factories import accept, counts, file, make_world
from goldenthread.results import actions as results
from goldenthread.results.actions.targets import Terms
from goldenthread.results.tests.factories import approved, entered, level, measure, month

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 16)
WHY = "As the board asked"


@pytest.fixture
def world(cast, fixed_clock):
    wanted = TestDraft(text="Reduction in records returned", kind="difference")
    return make_world(cast, tests=(wanted,))


@pytest.fixture
def returned(cast):
    """How many review records were returned: a count."""
    return measure(
        cast, code="RETURNED", name="Records returned", form="count", unit="records", better="lower"
    )


def reduction(cast, of, typed="40", of_month=9):
    """At least a quarter fewer than the 40 of September, by the end of March."""
    return results.set_change(
        baseline=approved(cast, of, typed, month(of_month, 2025)),
        comparator="at most",
        minimum_change=Decimal(25),
        change_in="per cent",
        terms=Terms(date(2025, 10, 1), "The board of October", date(2026, 3, 31)),
        by=cast.alice,
    )


def tied(world, of):
    target = reduction(world.cast, of)
    actions.tie_test(test=world.test, target=target, by=world.lena, why=WHY)
    world.test.refresh_from_db()
    return target


def figure(world, value, **more):
    evidence = actions.file_figure(
        action=world.action, test=world.test, value=value, by=world.lena, shows="Fewer", **more
    )
    return EvidenceLink.objects.get(version__evidence=evidence)


def test_baseline_least_change_and_period_are_those_of_the_target(world, returned):
    target = tied(world, returned)
    assert world.test.aim == {
        "direction": "lower", "baseline": 40, "baseline_on": "2025-09-30", "least": 10,
        "unit": "records", "from": "2025-10-01", "to": "2026-03-31", "measure": "RETURNED",
        "target": target.pk,
    }  # fmt: skip
    assert tying.in_words(world.test.aim) == (
        "from 40 records on 30 September 2025, at least 10 lower by 31 March 2026"
    )


def test_a_rise_in_points_is_tied_alike(cast, world):
    visits = measure(cast)
    target = results.set_change(
        baseline=approved(cast, visits, "12 of 16", month(9, 2025)),
        comparator="at least",
        minimum_change=Decimal("5.5"),
        change_in="unit",
        terms=Terms(date(2025, 10, 1), "The board", date(2026, 3, 31)),
        by=cast.alice,
    )
    actions.tie_test(test=world.test, target=target, by=world.lena, why=WHY)
    world.test.refresh_from_db()
    aim = world.test.aim
    assert (aim["direction"], aim["baseline"], aim["least"]) == ("higher", 75, 5.5)
    link = figure(world, approved(cast, visits, "33 of 40", month(2, 2026)))
    assert link.version.about["figure"]["number"] == 82.5
    accept(world, link)
    assert counts(world.test)


def test_only_an_approved_figure_that_shows_the_change_is_accepted(cast, world, returned):
    tied(world, returned)
    typed = {"number": 1, "numerator": 1, "denominator": 1, "as_at": "2026-02-28"}
    plain = file(world, kind="measure value", about={"figure": typed})
    with pytest.raises(NotAllowedNow, match="RETURNED Records returned: file an approved figure"):
        accept(world, plain)
    short = figure(world, approved(cast, returned, "31", month(1, 2026)))
    with pytest.raises(NotAllowedNow, match="missed: 31 against at most 30, 1 over"):
        accept(world, short)
    accept(world, figure(world, approved(cast, returned, "30", month(2, 2026))))
    assert counts(world.test)


def test_a_figure_that_nobody_approved_or_of_another_period_is_not_filed(cast, world, returned):
    tied(world, returned)
    of_others = approved(cast, measure(cast), "12 of 14", month(2, 2026))
    too_early = approved(cast, returned, "20", month(8, 2025))
    for value in (entered(cast, returned, "20", month(2, 2026)), too_early, of_others):
        with pytest.raises(NotAllowedNow, match="no approved figure of the period"):
            figure(world, value)
    assert not EvidenceLink.objects.exists()


def test_once_its_figure_is_revised_it_counts_no_longer(cast, world, returned):
    tied(world, returned)
    value = approved(cast, returned, "30", month(2, 2026))
    link = figure(world, value, ask_at_once=True)
    accept(world, link)
    assert states([world.test], TODAY).of_test[world.test.pk].state == "accepted"
    late = results.revise_value(
        value=value, typed="38", cause="late recording", why="Eight came late", by=cast.alice,
        as_at=value.as_at, known_on=TODAY, source="Case system",
    )  # fmt: skip
    assert counts(world.test), "until somebody approves the revision the figure holds"
    results.approve_value(value=late, by=cast.bob)
    assert not counts(world.test)
    found = states([world.test], TODAY)
    assert found.of_link[link.pk] == found.of_test[world.test.pk].state == "revised"
    again = tying.why_not_shown(
        world.test.aim, link.version.value.__class__.objects.get(pk=value.pk)
    )
    assert "or was revised. File the figure that holds." in again


def test_a_target_that_ended_or_another_part_shows_nothing(cast, world, returned):
    target = tied(world, returned)
    other = approved(cast, returned, "20", month(2, 2026), group="North")
    assert "cannot be held against the baseline" in tying.why_not_shown(world.test.aim, other)
    early = approved(cast, returned, "20", month(8, 2025))
    assert "outside the period of the test" in tying.why_not_shown(world.test.aim, early)
    results.end_target(target=target, by=cast.alice, on=TODAY, why="Another was set")
    good = approved(cast, returned, "20", month(1, 2026))
    assert "The target ended on 16 March 2026" in tying.why_not_shown(world.test.aim, good)


def test_a_level_and_a_test_of_another_kind_are_not_tied(cast, world, returned):
    flat = level(cast, measure(cast))
    with pytest.raises(NotAllowedNow, match="needs a baseline"):
        actions.tie_test(test=world.test, target=flat, by=world.lena, why=WHY)
    target = reduction(cast, returned)
    done = actions.add_test(of=world.action, text="A template", kind="done", by=world.lena)
    with pytest.raises(NotAllowedNow, match="Only a test of the kind difference"):
        actions.tie_test(test=done, target=target, by=world.lena, why=WHY)
    with pytest.raises(NotAllowedNow, match="is not tied to a target"):
        figure(world, approved(cast, returned, "20", month(2, 2026)))


def test_a_target_of_another_council_or_one_that_ended_ties_nothing(cast, world, returned):
    theirs = measure(cast, authority=cast.bramley, by=cast.charlie)
    flat = level(cast, theirs, by=cast.charlie)
    with pytest.raises(NotAllowed, match="no such target of this council"):
        actions.tie_test(test=world.test, target=flat, by=world.lena, why=WHY)
    target = reduction(cast, returned)
    results.end_target(target=target, by=cast.alice, on=TODAY, why="Another was set")
    with pytest.raises(NotAllowedNow, match="ended: Another was set"):
        actions.tie_test(test=world.test, target=target, by=world.lena, why=WHY)


def test_a_figure_of_a_team_is_filed_by_nobody_who_may_not_see_it(cast, world, returned):
    tied(world, returned)
    team = Team.objects.create(authority=cast.aldermere, name="Duty team")
    value = approved(cast, returned, "20", month(2, 2026), team=team)
    with pytest.raises(NotAllowed, match="do not see this figure"):
        figure(world, value)


def test_with_evidence_on_file_the_tie_waits_for_somebody_else(cast, world, returned):
    tied(world, returned)
    figure(world, approved(cast, returned, "30", month(2, 2026)))
    harder = reduction(cast, returned, typed="48", of_month=10)
    asked = actions.tie_test(test=world.test, target=harder, by=world.lena, why=WHY)
    world.test.refresh_from_db()
    assert world.test.aim["least"] == 10
    actions.approve_reopening(reopening=asked, by=cast.bob)
    world.test.refresh_from_db()
    assert world.test.aim["least"] == 12
