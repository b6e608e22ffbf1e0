"""What people enter and decide on the pages of a report, and what is refused."""

from datetime import date

import pytest
from django.urls import reverse

from goldenthread.inspections import actions
from goldenthread.inspections.models import ConsiderDecision, Inspection, Repeat
from goldenthread.inspections.tests.factories import asking, recorded, sif, slac
from goldenthread.people.history import history_of
from goldenthread.people.models import PartnerOrganisation

SAYS = {"decision": "no action", "why": "It was put right before the report came."}


def at(name, *numbers):
    return reverse(f"inspections:{name}", args=numbers)


def text(response):
    return " ".join(response.content.decode().split())


def day(name, value):
    parts = (value.day, value.month, value.year) if value else ("", "", "")
    return {f"{name}_{n}": part for n, part in enumerate(parts)}


def days(inspection, **changes):
    known = {
        name: getattr(inspection, name)
        for name in ("published_on", "received_on", "first_day", "last_day")
    }
    given = {}
    for name, value in {**known, **changes}.items():
        given |= day(name, value)
    return given


SAID_ON = day("said_on", date(2015, 3, 2))


@pytest.fixture
def inspection(cast):
    return recorded(cast)


@pytest.fixture
def weak(inspection):
    return inspection.findings.get(number=13)


def test_a_weak_paragraph_is_decided_on_and_leaves_the_list(alice, inspection, weak):
    address = at("uncited", inspection.pk, weak.pk)
    assert "Plans are vague." in text(alice.get(address))
    page = text(alice.post(address, SAYS, follow=True))
    assert "No paragraph fits" in page
    assert "You can decide again" in page
    shown = text(alice.get(at("findings", inspection.pk)))
    assert "No action, for the reason given: It was put right before the report came." in shown


def test_a_decision_without_a_reason_is_told_at_the_field_and_on_top(alice, inspection, weak):
    answer = alice.post(at("uncited", inspection.pk, weak.pk), {"decision": "no action"})
    assert answer.status_code == 422
    assert "There is a problem" in text(answer)
    assert weak.inspection.findings.filter(uncited_decision__isnull=False).count() == 0


def test_a_cited_paragraph_is_not_decided_on(alice, inspection):
    cited = inspection.findings.get(number=12)
    answer = alice.post(at("uncited", inspection.pk, cited.pk), SAYS)
    assert answer.status_code == 422
    assert "is no weakness that nothing cites" in text(answer)


def test_the_earlier_decision_stays_in_the_history(alice, inspection, weak):
    address = at("uncited", inspection.pk, weak.pk)
    alice.post(address, SAYS)
    alice.post(address, {"decision": "to plan", "why": "The board wants it."})
    page = text(alice.get(address))
    assert "no action → to plan" in page


def test_the_days_are_entered_and_deadlines_counted_again(alice, cast):
    inspection = recorded(cast, sif(published=None, published_from=""))
    sent = {**days(inspection, published_on=date(2016, 5, 16)), "why": "The inspectorate's page"}
    page = text(alice.post(at("days", inspection.pk), sent, follow=True))
    assert "16 May 2016" in page
    assert "worked out again" in page
    assert inspection.obligations.get(duty="written-statement").computed_on == date(2016, 8, 23)


def test_a_day_that_lies_ahead_is_refused_and_nothing_is_kept(alice, inspection):
    sent = days(inspection, received_on=date(2016, 5, 10), published_on=date(2099, 1, 1))
    answer = alice.post(at("days", inspection.pk), sent)
    assert answer.status_code == 422
    assert "lies ahead" in text(answer)
    inspection.refresh_from_db()
    assert inspection.received_on is None


def test_a_known_first_day_is_not_left_out_again(alice, inspection):
    answer = alice.post(at("days", inspection.pk), days(inspection, first_day=None, last_day=None))
    assert answer.status_code == 422
    assert "it cannot be left out again" in text(answer)


def test_a_stated_day_stands_beside_the_counted_one_with_the_difference(alice, inspection):
    address = at("deadline", inspection.pk, "written-statement")
    assert "To check:" in text(alice.get(address))
    sent = {**day("stated_on", date(2016, 8, 22)), "printed": "by 22 August 2016"}
    page = text(alice.post(address, sent, follow=True))
    assert "by 22 August 2016" in page
    row = inspection.obligations.get(duty="written-statement")
    assert row.difference_words in page
    assert row.difference_days == -1


def test_the_count_is_shown_day_by_day_with_its_holidays(alice, inspection):
    page = text(alice.get(at("deadline", inspection.pk, "written-statement")))
    assert "Monday 30 May 2016" in page
    assert "Counted from the day of publication" in page


def test_the_first_day_is_counted_and_not_counted_again(alice, inspection):
    address = at("count", inspection.pk, "written-statement")
    row = inspection.obligations.get(duty="written-statement")
    before = row.computed_on
    assert "as day 1" in text(alice.post(address, {"counts": "yes"}, follow=True))
    row.refresh_from_db()
    assert row.computed_on < before
    alice.post(address, {"counts": "no"})
    row.refresh_from_db()
    assert row.computed_on == before


def test_what_is_to_be_considered_is_decided_by_the_director(bob, cast):
    asked = asking(cast, "consider a joint post")
    address = at("consider", asked.inspection_id, asked.pk)
    sent = {
        "decision": "not adopted",
        "why": "There is one.",
        **day("decided_on", date(2016, 6, 1)),
    }
    page = text(bob.post(address, sent, follow=True))
    assert "Considered: will not be done, 1 June 2016. There is one." in page
    assert ConsiderDecision.objects.get().recommendation_id == asked.pk


def test_a_number_in_the_words_is_confirmed_as_a_target(alice, cast):
    asked = asking(cast, "ensure that at least 80% of all staff groups are trained")
    page = text(alice.get(at("recommendations", asked.inspection_id)))
    assert "Read from the words as a target: at least 80% of all staff groups" in page
    row = asked.targets.get()
    alice.post(at("target", asked.inspection_id, row.pk), {"answer": "yes"})
    row.refresh_from_db()
    assert row.state == "confirmed"


def test_a_refusal_needs_a_reason(alice, cast):
    asked = asking(cast, "ensure that at least 80% of all staff groups are trained")
    row = asked.targets.get()
    address = at("target", asked.inspection_id, row.pk)
    assert alice.post(address, {"answer": "no"}).status_code == 422
    alice.post(address, {"answer": "no", "why": "An example"})
    row.refresh_from_db()
    assert row.state == "refused"


@pytest.fixture
def told_before(cast):
    """The same words in 2012 and in 2016."""
    earlier = recorded(cast, slac()).recommendations.get(order=3)
    later = asking(cast, "ensure that visits are recorded in chronologies").inspection
    asked = later.recommendations.get()
    return actions.record_repeat(later=asked, earlier=earlier, why="The same words", by=cast.alice)


def test_what_was_raised_before_is_told_with_its_years_and_can_be_decided_again(alice, told_before):
    pk = told_before.later.inspection_id
    page = text(alice.get(at("recommendations", pk) + "?show=told-before"))
    assert "Raised in an earlier inspection." in page
    assert "3.9 years before" in page
    address = at("repeat", pk, told_before.pk)
    alice.post(address, {"answer": "no", "why": "Another matter after all"})
    told_before.refresh_from_db()
    assert told_before.state == Repeat.State.REFUSED


def test_proposals_are_asked_for_and_nothing_is_settled_by_them(alice, cast):
    recorded(cast, slac())
    later = asking(cast, "ensure that visits are recorded").inspection
    page = text(alice.post(at("propose", later.pk), follow=True))
    proposed = Repeat.objects.filter(later__inspection=later)
    assert all(one.state == Repeat.State.PROPOSED for one in proposed)
    assert "proposal" in page or "No further recommendation is like" in page


def test_who_may_not_decide_gets_no_link_and_a_refusal(bob, inspection):
    page = text(bob.get(at("show", inspection.pk)))
    assert "Enter or correct the days" not in page
    assert (
        bob.post(
            at("days", inspection.pk), days(inspection, received_on=date(2016, 5, 10))
        ).status_code
        == 403
    )


def test_an_archived_report_says_so_and_is_not_changed(alice, cast, inspection):
    actions.mark_used(inspection=inspection, by=cast.alice, what="plan P1")
    actions.archive_report(inspection=inspection, by=cast.alice, why="Superseded")
    page = text(alice.get(at("show", inspection.pk)))
    assert "Archived" in page
    assert "Enter or correct the days" not in page
    assert Inspection.objects.get(pk=inspection.pk).state == "archived"


def test_what_is_to_be_considered_is_shown_in_its_own_words_before_it_is_decided(bob, cast):
    asked = asking(cast, "Train all staff and consider a joint post", page=7)
    page = text(bob.get(at("consider", asked.inspection_id, asked.pk)))
    assert "What was decided about" in page
    assert "Train all staff and consider a joint post" in page
    assert "page 7" in page
    assert "closed by a recorded decision" in page


def test_a_target_is_confirmed_beside_the_words_that_it_was_read_from(alice, cast):
    asked = asking(cast, "ensure that at least 80% of all staff groups are trained", page=7)
    page = text(alice.get(at("target", asked.inspection_id, asked.targets.get().pk)))
    assert "Is this number a target?" in page
    assert "Read from “" in page
    assert "at least 80% of all staff groups" in page.partition("Read from “")[2]
    assert "ensure that at least 80% of all staff groups are trained" in page


def test_both_recommendations_stand_side_by_side_with_their_inspections(alice, told_before):
    pk = told_before.later.inspection_id
    page = text(alice.get(at("repeat", pk, told_before.pk)))
    assert "Was it raised in an earlier inspection?" in page
    assert "ensure that visits are recorded in chronologies" in page
    assert "ensure that visits are recorded <" in page.replace("</", " </")
    assert f"{told_before.earlier.inspection.framework}, 2012" in page


def test_a_decision_that_is_refused_says_why_on_its_page(bob, cast):
    asked = asking(cast, "consider a joint post")
    sent = {"decision": "not adopted", "why": "No.", **day("decided_on", date(2099, 6, 1))}
    answer = bob.post(at("consider", asked.inspection_id, asked.pk), sent)
    assert answer.status_code == 422
    assert not ConsiderDecision.objects.exists()


def test_the_days_are_said_as_printed_or_as_far_as_they_are_known(alice, cast):
    one = date(2016, 2, 22)
    inspection = recorded(cast, sif(days_printed="", first_day=one, last_day=date(2016, 3, 17)))
    listing = at("index")
    assert "22 February 2016 to 17 March 2016" in text(alice.get(listing))
    Inspection.objects.filter(pk=inspection.pk).update(last_day=one)
    page = text(alice.get(listing))
    assert "22 February 2016" in page
    assert "22 February 2016 to" not in page
    Inspection.objects.filter(pk=inspection.pk).update(
        first_day=None, last_day=None, days_precision="unknown"
    )
    page = text(alice.get(listing))
    assert "days not known" in page
    assert "year not known" in page


def test_a_last_day_goes_with_a_first(alice, cast):
    row = recorded(cast, sif(first_day=None, last_day=None, precision="unknown"))
    answer = alice.post(at("days", row.pk), days(row, last_day=date(2016, 3, 17)) | {"why": "x"})
    assert answer.status_code == 422
    assert "First day of the inspection: enter it with the last day." in text(answer)


def test_other_days_of_the_inspection_are_kept_with_their_reason(alice, inspection):
    sent = days(inspection, first_day=date(2016, 2, 23)) | {"why": "A misprint."}
    assert alice.post(at("days", inspection.pk), sent).status_code == 302
    inspection.refresh_from_db()
    assert inspection.first_day == date(2016, 2, 23)
    assert "A misprint." in [line.why for line in history_of(inspection)]


def test_what_asks_to_consider_waits_for_a_recorded_decision(bob, cast):
    asked = asking(cast, "consider a joint post")
    page = text(bob.get(at("recommendations", asked.inspection_id)))
    assert "It asks to consider something: a recorded decision closes that part." in page
    assert "Record the decision" in page


def test_a_confirmed_target_stands_on_the_page_of_what_the_report_asks_for(alice, cast):
    asked = asking(cast, "ensure that at least 80% of all staff groups are trained")
    row = asked.targets.get()
    alice.post(at("target", asked.inspection_id, row.pk), {"answer": "yes"})
    page = text(alice.get(at("recommendations", asked.inspection_id)))
    assert "Target: at least 80% of all staff groups" in page
    assert "Read from the words" not in page


def test_what_is_shared_is_flagged_and_each_partner_stands_apart(alice, cast, inspection):
    row = inspection.recommendations.order_by("order").first()
    health = PartnerOrganisation.objects.create(authority=cast.aldermere, name="Health")
    share, partner = at("share", inspection.pk, row.pk), at("contribute", inspection.pk, row.pk)
    refused = alice.post(partner, {"partner": health.pk, "text": "A nurse.", **SAID_ON})
    assert "Mark it first" in text(refused)
    page = text(alice.post(share, {"why": "The criterion names partners."}, follow=True))
    assert "Shared with partners" in page
    assert "No partner has said what it does." in page
    given = {"partner": health.pk, "text": "A nurse for each team.", **SAID_ON}
    page = text(alice.post(partner, given, follow=True))
    assert "Health, 2 March 2015: A nurse for each team." in page
    assert "?show=shared" in page
    shown = text(alice.get(at("recommendations", inspection.pk), {"show": "shared"}))
    assert f'id="recommendation-{row.pk}"' in shown
    assert shown.count('class="gt-point') >= 1
    assert "it stays shared" in text(alice.post(share, {"why": "A mistake."}))


def test_a_partner_of_another_council_is_not_offered(alice, cast, inspection):
    row = inspection.recommendations.order_by("order").first()
    PartnerOrganisation.objects.create(authority=cast.bramley, name="Their hospital")
    assert "Their hospital" not in text(alice.get(at("contribute", inspection.pk, row.pk)))


def test_what_was_marked_as_shared_by_mistake_is_the_councils_alone_again(alice, inspection):
    row = inspection.recommendations.order_by("order").first()
    share = at("share", inspection.pk, row.pk)
    alice.post(share, {"why": "The criterion names partners."})
    alice.post(share, {"why": "It names none."})
    row.refresh_from_db()
    assert not row.shared
    lines = history_of(row)
    assert {line.why for line in lines} >= {"The criterion names partners.", "It names none."}
