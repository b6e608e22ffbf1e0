"""Targets, what a measure is to show, and saying that impact is measured."""

from datetime import date

import pytest
from django.urls import reverse

from goldenthread.plans.models import Action, Impact, MeasureLink
from goldenthread.plans.tests.factories import recorded
from goldenthread.results.models import Outcome, Target
from goldenthread.results.tests.factories import approved, level, measure, month
from goldenthread.web.measures.tests.test_figures import at, day, text

TERMS = {**day("holds_from", date(2012, 1, 1)), "basis": "The board"}


@pytest.fixture
def action(cast):
    return Action.objects.get(plan=recorded(cast), public_id="P1-A1")


def of(action, name="of"):
    return reverse(f"measures:{name}", args=["990", action.public_id])


def test_a_level_is_set_recorded_when_due_and_ended(cast, alice, visits):
    value = approved(cast, visits, "12 of 14")
    said = {"comparator": "at least", "level": "90", **day("due_on", date(2012, 3, 31)), **TERMS}
    page = text(alice.post(at("level", visits.pk), said, follow=True))
    assert "The target is set: at least 90%." in page
    target = Target.objects.get()
    page = text(alice.post(at("outcome", target.pk), {"value": value.pk}, follow=True))
    assert "missed: 85.7% against at least 90%, 4.3 points under" in page
    assert Outcome.objects.get().met is False
    ended = {**day("on", date(2012, 4, 1)), "why": "Another takes its place."}
    assert "Ended: at least 90%" in text(alice.post(at("end", target.pk), ended, follow=True))


def test_a_change_needs_a_baseline_a_least_change_and_a_day(cast, alice, visits):
    value = approved(cast, visits, "10 of 20")
    said = {
        "baseline": value.pk,
        "comparator": "at least",
        "minimum_change": "10",
        "change_in": "unit",
        **TERMS,
    }
    assert alice.post(at("change", visits.pk), said).status_code == 422
    said |= day("due_on", date(2013, 3, 31))
    page = text(alice.post(at("change", visits.pk), said, follow=True))
    assert "a rise by at least 10 points from 50%" in page
    assert "so at least 60%" in page


def test_the_list_says_whether_the_latest_figure_meets_the_target(cast, alice, visits):
    visits.every_months = 1200
    visits.save()
    approved(cast, visits, "12 of 14")
    assert "no target" in text(alice.get(at("index")))
    level(cast, visits, "80")
    assert "Visits in time" in text(alice.get(at("index"), {"state": "met"}))
    level(cast, visits, "90")
    assert "Visits in time" in text(alice.get(at("index"), {"state": "not met"}))


def test_a_measure_is_tied_from_both_sides_and_taken_away(cast, alice, visits, action):
    said = {"kind": "impact", "expected": "rise", "lag_months": "0"}
    page = text(alice.post(at("tie", visits.pk), said | {"public_id": "p1-a1"}, follow=True))
    assert "measure of impact, a rise expected" in page
    link = MeasureLink.objects.get()
    assert "Visits in time" in text(alice.get(of(action)))
    again = alice.post(of(action), said | {"measure": visits.pk})
    assert again.status_code == 422
    assert "is tied to" in text(again)
    alice.post(at("untie", link.pk), {"why": "Another measure shows it."})
    assert not MeasureLink.objects.standing().exists()
    alice.post(of(action), said | {"measure": visits.pk})
    assert MeasureLink.objects.standing().count() == 1


def test_a_measure_of_progress_is_not_tied_as_one_of_impact(cast, alice, action):
    progress = measure(cast, code="P", kind="progress")
    said = {"kind": "impact", "expected": "rise", "lag_months": "0", "measure": progress.pk}
    answer = alice.post(of(action), said)
    assert answer.status_code == 422
    assert "is a measure of progress: it never shows impact." in text(answer)


def test_s11_impact_is_measured_on_the_page_only_by_an_approved_figure(cast, alice, visits, action):
    said = {"kind": "impact", "expected": "rise", "lag_months": "0", "measure": visits.pk}
    alice.post(of(action), said)
    refused = alice.post(of(action, "impact"), {"state": "measured: improved", "words": "Much"})
    assert refused.status_code == 422
    assert not Impact.objects.exists()
    before = approved(cast, visits, "10 of 20", month(3))
    now = approved(cast, visits, "16 of 20", month(4))
    told = {"state": "measured: worse", "value": now.pk, "baseline": before.pk}
    assert "that is not “measured: worse”" in text(alice.post(of(action, "impact"), told))
    alice.post(of(action, "impact"), told | {"state": "measured: improved"})
    assert Impact.objects.get().number == 80


def test_ties_of_another_council_are_not_found(cast, charlie, bob, visits, action):
    assert charlie.get(of(action)).status_code == 404
    assert charlie.get(of(action, "impact")).status_code == 404
    assert bob.get(of(action)).status_code == 200
    assert bob.post(of(action), {"measure": visits.pk}).status_code == 403


def test_only_an_action_or_item_that_is_there_is_tied(alice, visits, action):
    said = {"kind": "impact", "expected": "rise", "lag_months": "0", "public_id": "p1-a99"}
    answer = alice.post(at("tie", visits.pk), said)
    assert answer.status_code == 422
    assert "There is no such action or item in a plan of this council." in text(answer)
    assert not MeasureLink.objects.exists()


def test_an_item_has_the_measures_that_are_tied_to_it(cast, alice, visits, action):
    approved(cast, visits, "31 of 40")
    said = {"kind": "impact", "expected": "rise", "lag_months": "0", "public_id": "p1-i1"}
    alice.post(at("tie", visits.pk), said)
    page = text(alice.get(reverse("measures:of", args=["990", "P1-I1"])))
    assert "Measures of P1-I1" in page
    assert "77.5%" in page


def test_an_outcome_without_a_figure_of_its_day_says_so(cast, alice, visits):
    target = level(cast, visits)
    page = text(alice.get(at("outcome", target.pk)))
    assert "No approved figure describes the day on which it was due, or a later one." in page


def test_a_target_of_each_group_is_named_with_them_and_met_by_no_whole(cast, alice, visits):
    visits.every_months = 1200
    visits.save()
    approved(cast, visits, "31 of 40")
    level(cast, visits, "70", each_group=True, groups=("Boys", "Girls"))
    page = text(alice.get(at("show", visits.pk)))
    assert "at least 70%, each of: Boys, Girls" in page
    for state in ("met", "not met"):
        assert "Visits in time" not in text(alice.get(at("index"), {"state": state}))


def test_a_target_of_everybody_is_not_met_by_a_part(cast, alice, visits):
    visits.every_months = 1200
    visits.save()
    approved(cast, visits, "9 of 10", group="Boys")
    level(cast, visits, "80")
    for state in ("met", "not met"):
        assert "Visits in time" not in text(alice.get(at("index"), {"state": state}))
