"""Checking evidence: who may, what is asked, what is printed."""

import re

import pytest

from goldenthread.people import actions as people
from goldenthread.plans import actions
from goldenthread.plans.drafts import TestDraft
from goldenthread.plans.models import Check, CheckRequest, EvidenceLink
from goldenthread.plans.tests.evidence_factories import contradicted, counts, file, make_world
from goldenthread.web.tests.html import CheckedClient

pytestmark = pytest.mark.django_db


def address(link, *more):
    return "/library/evidence/links/" + "/".join([str(link.pk), *more]) + "/"


def seen(page):
    return re.search(r'-seen" value="([^"]*)"', page).group(1)


def accept(client, link, *, like=None, **answers):
    given = {"how_do_we_know": "I read all of it.", **answers}
    sent = {f"accept-{name}": text for name, text in given.items()}
    sent["accept-seen"] = seen(client.get(address(link)).text) if like is None else like
    return client.post(address(link, "accept"), sent)


def test_the_test_stands_beside_the_evidence(carl, world):
    link = file(world, period_from=None)
    page = carl.get(address(link)).text
    assert page.index("Copy of the template") < page.index("It is there")
    assert "done: a product exists" in page
    assert "The text of The template" in page
    assert "Internal: for those who see the plan" in page


def test_post_service_and_line_to_the_lead_are_shown_before_they_are_printed(carl, world):
    head = people.add_post(
        authority=world.cast.aldermere, title="Head of audit", by=world.cast.setup
    )
    people.take_post(
        post=head, person=world.carl.persons.get(), by=world.cast.setup, started_on=None
    )
    link = file(world)
    assert "Carl Cross: Head of audit; no service is known" in carl.get(address(link)).text
    accept(carl, link)
    page = carl.get(address(link)).text
    assert page.count("Carl Cross: Head of audit") == 2
    assert "I read all of it." in page


def test_accepted_evidence_counts_for_its_test(carl, world):
    link = file(world)
    answer = accept(carl, link, note="A good copy")
    assert answer.headers["Location"] == address(link)
    shown = carl.get(address(link)).text
    assert "is accepted" in shown
    assert "A good copy" in shown
    assert "Accept with these words" not in shown
    assert "Return with this reason" in shown
    assert Check.objects.get().outcome == "accepted"
    assert counts(world.test, day=Check.objects.get().day)


def test_it_is_not_accepted_without_saying_how_we_know(carl, world):
    link = file(world)
    answer = accept(carl, link, how_do_we_know="")
    assert answer.status_code == 422
    assert "How do you know it?: nothing entered" in answer.text
    assert not Check.objects.exists()


def test_it_is_returned_with_a_reason(carl, world):
    link = file(world)
    page = carl.get(address(link)).text
    sent = {"return-seen": seen(page), "return-reason": "No date on it"}
    carl.post(address(link, "return"), sent)
    assert "No date on it" in carl.get(address(link)).text
    assert Check.objects.get().outcome == "returned"


def test_it_is_not_returned_without_a_reason(carl, world):
    link = file(world)
    sent = {"return-seen": seen(carl.get(address(link)).text), "return-reason": " "}
    assert carl.post(address(link, "return"), sent).status_code == 422
    assert not Check.objects.exists()


@pytest.mark.parametrize("kind", ["practice", "difference"])
def test_from_embedded_up_three_questions_are_asked(cast, settings, tmp_path, kind):
    world = make_world(cast, tests=(TestDraft(text="A sample of twenty files", kind=kind),))
    client = CheckedClient()
    client.force_login(world.carl)
    link = file(world)
    page = client.get(address(link)).text
    for question in ("What do you know?", "How do you know it?", "What is the plan?"):
        assert question in page
    assert accept(client, link).status_code == 422
    accept(client, link, what_we_know="It is used", what_next="Another sample in May")
    made = Check.objects.get()
    assert (made.note, made.what_next) == ("It is used", "Another sample in May")


def test_of_a_thing_that_is_done_one_question_is_asked(carl, world):
    page = carl.get(address(file(world))).text
    assert "How do you know it?" in page
    assert "What is the plan?" not in page


def test_whoever_leads_or_filed_reads_why_they_may_not_check(lena, world):
    link = file(world)
    page = lena.get(address(link)).text
    assert "You cannot check this evidence" in page
    assert "You are or were lead of this action yourself." in page
    assert "You filed this evidence, or it was filed for you." in page
    assert "<textarea" not in page


def test_a_post_past_the_page_is_refused_by_the_same_words(lena, world):
    link = file(world)
    answer = lena.post(
        address(link, "accept"),
        {"accept-seen": _now(link), "accept-how_do_we_know": "I wrote it"},
    )
    assert answer.status_code == 403
    assert not Check.objects.exists()


def _now(link):
    from goldenthread.web.evidence.presenters.check import seen_of

    return seen_of(EvidenceLink.objects.get(pk=link.pk))


def test_what_changed_while_the_page_was_open_is_looked_at_first(carl, world):
    link = file(world)
    old = seen(carl.get(address(link)).text)
    contradicted(world)
    answer = accept(carl, link, like=old)
    assert answer.status_code == 422
    assert "While you had this page open" in answer.text
    assert "I read all of it." in answer.text, "the words are still there"
    assert not Check.objects.exists()


def test_of_two_checkers_at_once_the_second_sees_the_first_ones_check(carl, world):
    link = file(world)
    other = CheckedClient()
    other.force_login(world.carl)
    old = seen(other.get(address(link)).text)
    accept(carl, link)
    answer = accept(other, link, like=old)
    assert answer.status_code == 422
    assert Check.objects.count() == 1


def test_how_many_of_those_wanted_it_shows_is_said(cast):
    draft = TestDraft(text="Head teachers told", kind="done", quantity=14, unit="head teachers")
    world = make_world(cast, tests=(draft,))
    client = CheckedClient()
    client.force_login(world.carl)
    page = client.get(address(file(world, quantity=3))).text
    assert "3 of 14 head teachers" in page
    assert "0 of 14 checked" in page


def test_a_contradiction_is_checked_as_such(carl, world):
    link = contradicted(world)
    page = carl.get(address(link)).text
    assert "Evidence that says it is not met" in page
    assert "Accept: it is right" in page


def test_since_when_it_waits_is_the_checkers_clock(carl, world):
    link = file(world)
    actions.ask_for_check(link=link, by=world.lena)
    page = carl.get(address(link)).text
    assert "Lena Long asked for a check" in page
    assert "it is not the lead&#x27;s clock" in page


def test_another_council_does_not_find_it(charlie, world):
    link = file(world)
    assert charlie.get(address(link)).status_code == 404
    assert charlie.post(address(link, "accept"), {}).status_code == 404


def test_the_page_costs_the_same_however_much_is_on_file(carl, world, queries_of):
    link = file(world)
    carl.get(address(link))
    before = queries_of(carl, address(link))
    for number in range(3):
        file(world, title=f"More {number}")
    assert queries_of(carl, address(link)) == before


def test_evidence_is_not_accepted_while_what_contradicts_it_stands(carl, world):
    link, against = file(world), contradicted(world)
    accept(carl, against)
    page = accept(carl, link)
    assert page.status_code == 422
    assert "was found right, and nobody has withdrawn it" in page.text
    assert "I read all of it." in page.text
    assert not counts(world.test)


def test_where_the_checkers_day_cannot_be_worked_out_it_says_why(carl, world):
    link = file(world)
    asked = actions.ask_for_check(link=link, by=world.lena)
    why = "It cannot be worked out: no holidays are known."
    CheckRequest.objects.filter(pk=asked.pk).update(due_on=None, due_words=why)
    page = carl.get(address(link)).text
    assert why in page
    assert "The checkers have until" not in page
