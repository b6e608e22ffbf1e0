"""Figures by hand: what is entered, refused, approved, returned and revised."""

from datetime import date

import pytest
from django.urls import reverse

from goldenthread.people.models import Team
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.results.models import Measure, Value
from goldenthread.results.tests.factories import approved, entered, measure, month

MARCH = (date(2012, 3, 1), date(2012, 3, 31))


def at(name, *numbers):
    return reverse(f"measures:{name}", args=numbers)


def text(response):
    return " ".join(response.content.decode().split())


def day(name, value):
    parts = (value.day, value.month, value.year) if value else ("", "", "")
    return {f"{name}_{n}": part for n, part in enumerate(parts)}


def typed(figure, first=MARCH[0], last=MARCH[1], **more):
    days = {**day("period_from", first), **day("period_to", last)}
    return {"figure": figure, "source": "Case system, list of 3 April", **days, **more}


def test_a_figure_is_entered_by_one_person_and_approved_by_another(alice, bob, visits):
    page = text(alice.post(at("enter", visits.pk), typed("31 of 40"), follow=True))
    assert "It holds once somebody else has approved it" in page
    assert "You entered it. Somebody else approves or returns it." in page
    assert "Approve the figure" not in page
    value = Value.objects.get()
    assert "Approve the figure" in text(bob.get(at("figure", value.pk)))
    page = text(bob.post(at("approve", value.pk), follow=True))
    assert "77.5%" in page
    assert "31 of 40" in page
    assert "Approved by" in page
    listed = text(bob.get(at("index")))
    assert "77.5%" in listed
    assert "31 of 40" in listed
    assert "approved by Bob Baker" in listed


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Approaching 100%", "“Approaching” says about how much, not how much."),
        ("Low – zero", "“Low” is a description, not a figure."),
        ("80% or above", "is what is to be reached, not what was. Set it as the measure"),
        ("85.7%", "It does not say out of how many."),
    ],
)
def test_s11_words_are_refused_on_the_page_and_it_says_what_to_enter(alice, visits, words, why):
    answer = alice.post(at("enter", visits.pk), typed(words))
    page = text(answer)
    assert answer.status_code == 422
    assert "There is a problem" in page
    assert 'href="#id_figure"' in page
    assert why in page
    assert "Enter numerator and denominator, such as “12 of 14” or “85.7% (12 of 14)”." in page
    assert f'value="{words}"' in page, "what was typed stays in the box"
    assert not Value.objects.exists()


def test_a_period_that_ends_before_it_begins_is_told_at_the_field(alice, visits):
    answer = alice.post(at("enter", visits.pk), typed("1 of 2", MARCH[1], MARCH[0]))
    assert answer.status_code == 422
    assert "it is before the first. Correct one of them." in text(answer)


def test_the_form_begins_with_the_period_after_the_latest_one(cast, alice, visits):
    approved(cast, visits, period=month(3))
    page = text(alice.get(at("enter", visits.pk)))
    for name, value in day("period_from", date(2012, 4, 1)).items():
        assert f'name="{name}" type="text" value="{value}"' in page


def test_a_figure_is_returned_with_a_reason_and_not_without(cast, bob, visits):
    value = entered(cast, visits)
    empty = bob.post(at("return", value.pk), {"return-why": ""})
    assert empty.status_code == 422
    assert "What is wrong with it?: nothing entered." in text(empty)
    page = text(bob.post(at("return", value.pk), {"return-why": "April is in it"}, follow=True))
    assert "returned with a reason" in page
    assert "Why: April is in it" in page


def test_an_approved_figure_is_revised_with_a_cause_and_stays(cast, alice, bob, visits):
    old = approved(cast, visits)
    said = {"figure": "13 of 14", "source": "Case system", "why": "One was recorded late."}
    assert alice.post(at("revise", old.pk), said).status_code == 422
    page = text(alice.post(at("revise", old.pk), said | {"cause": "late recording"}, follow=True))
    assert "Revision: recorded late. One was recorded late." in page
    new = Value.objects.get(revises=old)
    bob.post(at("approve", new.pk))
    page = text(bob.get(at("show", visits.pk)))
    assert "revised figure" in page
    assert "12 of 14" in page
    assert "13 of 14" in page


def test_a_second_figure_of_a_period_is_refused_and_the_words_stay(cast, alice, visits):
    approved(cast, visits)
    answer = alice.post(at("enter", visits.pk), typed("13 of 14"))
    assert answer.status_code == 422
    assert "is approved. Revise it and say why." in text(answer)
    assert 'value="13 of 14"' in text(answer)


def test_what_is_done_twice_is_told_on_the_page(cast, bob, visits):
    value = approved(cast, visits)
    answer = bob.post(at("approve", value.pk))
    assert answer.status_code == 422
    assert "Nothing was changed." in text(answer)


def test_a_form_opens_only_for_whoever_may_send_it(cast, checker, charlie, visits):
    value = approved(cast, visits)
    places = [at("enter", visits.pk), at("revise", value.pk), at("redefine", visits.pk)]
    places += [at("level", visits.pk), at("change", visits.pk), at("tie", visits.pk)]
    assert [checker.get(place).status_code for place in places] == [403] * len(places)
    assert [charlie.get(place).status_code for place in places] == [404] * len(places)
    assert checker.get(at("define")).status_code == 403
    page = text(checker.get(at("show", visits.pk)))
    assert "Enter a figure" not in page
    assert "Change the definition" not in page


def test_another_council_sees_neither_measure_nor_figure(cast, charlie, visits):
    value = approved(cast, visits)
    assert "There is no measure yet" in text(charlie.get(at("index")))
    places = [at("show", visits.pk), at("figure", value.pk)]
    assert [charlie.get(place).status_code for place in places] == [404, 404]
    assert charlie.post(at("approve", value.pk)).status_code == 404


def test_whoever_entered_a_figure_cannot_approve_it_by_address(cast, alice, visits):
    value = entered(cast, visits)
    assert alice.post(at("approve", value.pk)).status_code == 403
    value.refresh_from_db()
    assert value.state == "entered"


def test_a_measure_is_defined_and_what_it_counts_is_changed(cast, alice):
    given = {
        "authority": cast.aldermere.pk,
        "code": "REVIEWS",
        "name": "Reviews out of time",
        "kind": "progress",
        "form": "count",
        "unit": "reviews",
        "better": "lower",
        "text": "Reviews held after the day they were due",
        "population": "Reviews due in the month",
        "every_months": "1",
        "settling_days": "0",
    }
    page = text(alice.post(at("define"), given, follow=True))
    assert "REVIEWS Reviews out of time is defined. Enter its first figure." in page
    assert "it says what was done, and never shows impact" in page
    made = Measure.objects.get()
    changed = {"text": "Reviews held late", "population": "All", "why": "Clearer."}
    assert "definition 2 holds" in text(alice.post(at("redefine", made.pk), changed, follow=True))
    again = alice.post(at("define"), given)
    assert again.status_code == 422
    assert "the code is taken" in text(again)


def test_the_list_filters_by_what_waits_and_by_state(cast, alice, visits):
    other = measure(cast, code="PLANS", name="Plans in date")
    entered(cast, other)
    page = text(alice.get(at("index"), {"waiting": "yes"}))
    assert "Plans in date" in page
    assert "Visits in time" not in page
    assert "Visits in time" in text(alice.get(at("index"), {"state": "no value"}))
    assert "No measure fits" in text(alice.get(at("index"), {"state": "met"}))


def test_the_list_and_a_measure_cost_a_constant_number_of_queries(cast, alice, visits, queries_of):
    approved(cast, visits)
    listed, shown = (queries_of(alice, at(*place)) for place in (("index",), ("show", visits.pk)))
    for number in (4, 5, 6):
        approved(cast, visits, period=month(number))
        approved(cast, measure(cast, code=f"M{number}"))
    assert queries_of(alice, at("index")) == listed
    assert queries_of(alice, at("show", visits.pk)) == shown


def test_round_numbers_are_written_out(cast, alice, visits):
    approved(cast, visits, "1,200 of 2,000")
    assert "1,200 of 2,000" in text(alice.get(at("show", visits.pk))).split("<table")[0]
    assert "1,200 of 2,000" in text(alice.get(at("index")))


@pytest.mark.parametrize(
    ("form", "unit", "typed_", "shown", "parts"),
    [
        ("count", "children", "3", "3 children", "does not say out of how many"),
        ("rate", "per 10,000", "31 of 5000", "62 per 10,000", "31 of 5,000"),
    ],
)
def test_a_figure_stands_in_its_unit_with_what_it_is_made_of(
    cast, alice, bob, form, unit, typed_, shown, parts
):
    of = measure(cast, form=form, unit=unit)
    value = entered(cast, of, typed_)
    page = text(bob.get(at("figure", value.pk)))
    assert shown in page
    assert parts in page
    assert ("No: it does not say out of how many." in page) is (form == "count")
    listed = text(alice.get(at("show", of.pk)))
    assert "entered by Alice Archer" in listed
    assert "approved by" not in listed


def test_a_figure_waits_for_somebody_who_may_approve(cast, visits, checker):
    page = text(checker.get(at("figure", entered(cast, visits).pk)))
    assert "It waits for an analyst, a strategic lead or the director." in page
    assert "Approve the figure" not in page


def test_a_figure_is_returned_once_and_from_its_own_page(cast, bob, visits):
    value = entered(cast, visits)
    assert bob.get(at("return", value.pk)).headers["Location"] == at("figure", value.pk)
    sent = {"return-why": "Of April"}
    assert bob.post(at("return", value.pk), sent).status_code == 302
    again = bob.post(at("return", value.pk), sent)
    assert again.status_code == 422
    assert Value.objects.get().state == "returned"


def test_the_figures_of_a_measure_are_narrowed_to_a_part(cast, alice, visits):
    approved(cast, visits, "31 of 40")
    approved(cast, visits, "7 of 10", group="Boys")
    page = alice.get(at("show", visits.pk), {"part": "Boys"})
    assert "70%" in page.text
    assert "77.5%" not in page.text.partition("<table")[2]
    assert "part=everybody" in page.text


def test_a_team_manager_enters_no_figure_of_another_team(cast, visits, browser_of):
    north, south = (
        Team.objects.create(authority=cast.aldermere, name=name) for name in ("North", "South")
    )
    manager = make_user("Mo Moss", cast.aldermere, Role.TEAM_MANAGER, team=north)
    answer = browser_of(manager).post(at("enter", visits.pk), typed("31 of 40", team=south.pk))
    assert answer.status_code == 403
    assert not Value.objects.exists()


def test_who_defines_no_measures_is_told_whom_to_ask(checker):
    page = text(checker.get(at("index")))
    assert "No measure is defined yet" in page
    assert "Define a measure" not in page
