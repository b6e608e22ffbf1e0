"""The library of evidence, a piece of it, and its files."""

import pytest

from goldenthread.plans import actions
from goldenthread.plans.tests.evidence_factories import accept, file
from goldenthread.sources import actions as sources
from goldenthread.sources.models import Suspicion

pytestmark = pytest.mark.django_db
LIST = "/library/evidence/"


def upload(world, name="minute.txt", data=b"Minute of the board"):
    return sources.store(authority=world.cast.aldermere, name=name, data=data, by=world.lena)


def test_an_empty_library_says_where_evidence_is_filed(alice):
    assert "No evidence has been filed yet" in alice.get(LIST).text


def test_states_are_counted_and_filter_the_list(alice, world):
    accept(world, file(world, title="The first"))
    waits = file(world, title="The second")
    actions.ask_for_check(link=waits, by=world.lena)
    file(world, title="The third")
    shown = alice.get(f"{LIST}?state=waiting").text
    assert "The second" in shown
    assert "The first" not in shown
    assert "The third" not in shown
    assert "waiting for a check" in shown


def test_a_filter_of_a_kind_can_be_taken_off_again(alice, world):
    file(world)
    shown = alice.get(f"{LIST}?kind=document").text
    assert "Kind: document" in shown
    assert "No evidence fits" in alice.get(f"{LIST}?kind=letter").text


def test_restricted_evidence_is_in_nobodys_list_who_may_not_see_it(world, lena, browser_of):
    file(world, title="Kept close", by=world.cast.alice, marking="restricted")
    assert "Kept close" in browser_of(world.carl).get(LIST).text
    assert "Kept close" not in browser_of(world.dan).get(LIST).text


def test_another_council_sees_nothing(charlie, world):
    link = file(world)
    assert "The template" not in charlie.get(LIST).text
    assert charlie.get(f"{LIST}{link.version.evidence_id}/").status_code == 404


def test_the_list_costs_the_same_however_long_it_is(alice, world, queries_of):
    file(world)
    alice.get(LIST)
    before = queries_of(alice, LIST)
    for number in range(3):
        file(world, title=f"More {number}")
    assert queries_of(alice, LIST) == before


def test_a_piece_shows_each_version_with_what_it_shows_and_who_checked(alice, world):
    link = file(world, extract="As agreed in March")
    accept(world, link)
    evidence = link.version.evidence
    actions.new_version(evidence=evidence, by=world.lena, extract="As agreed in April")
    page = alice.get(f"{LIST}{evidence.pk}/").text
    assert page.index("As agreed in April") < page.index("As agreed in March")
    assert "Version 1, replaced by a newer one" in page
    assert "Checked and accepted" in page
    assert "I read it" in page


def test_an_address_that_is_no_web_address_is_no_link(alice, world):
    link = file(world, url="javascript:alert(1)")
    page = alice.get(f"{LIST}{link.version.evidence_id}/").text
    assert "javascript:alert(1)" in page
    assert 'href="javascript' not in page


def test_a_file_is_downloaded_as_it_was_uploaded(carl, world):
    link = file(world, upload=upload(world))
    answer = carl.get(f"{LIST}versions/{link.version_id}/file/")
    assert answer.content == b"Minute of the board"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="minute.txt"'
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "minute.txt" in carl.get(f"{LIST}links/{link.pk}/").text


def test_a_file_that_is_kept_as_restricted_is_not_handed_out(world, browser_of):
    brought = upload(world)
    link = file(world, upload=brought)
    Suspicion.objects.create(
        upload=brought, start=0, end=3, kind="upn", excerpt="***", reason="a number"
    )
    found = Suspicion.objects.get()
    sources.decide(suspicions=[found], decision="restricted", why="A number", by=world.cast.alice)
    address = f"{LIST}versions/{link.version_id}/file/"
    assert browser_of(world.dan).get(address).status_code == 403
    assert browser_of(world.cast.alice).get(address).status_code == 200


def test_the_file_of_restricted_evidence_is_not_found(world, browser_of):
    link = file(world, upload=upload(world), by=world.cast.alice, marking="restricted")
    address = f"{LIST}versions/{link.version_id}/file/"
    assert browser_of(world.dan).get(address).status_code == 404
    assert browser_of(world.carl).get(address).status_code == 200


def test_a_version_without_a_file_has_no_download(alice, world):
    link = file(world)
    assert alice.get(f"{LIST}versions/{link.version_id}/file/").status_code == 404
    assert alice.get(f"{LIST}versions/{link.version_id}/before/").status_code == 404


def test_small_counts_of_children_are_hidden_from_whoever_is_not_cleared(
    alice, carl, world, browser_of
):
    answers = [
        {"question": "Safe?", "answer": "Yes", "number": 41},
        {"question": "Safe?", "answer": "No", "number": 3},
    ]
    about = {"instrument": "Autumn survey", "wave": "2", "asked": 60, "answered": 44}
    link = file(
        world, kind="survey of children", about={**about, "answers": answers}, title="Survey"
    )
    dan = browser_of(world.dan)
    for address in (f"{LIST}links/{link.pk}/", f"{LIST}{link.version.evidence_id}/"):
        assert "No, 3" in alice.get(address).text
        assert "No, 3" in carl.get(address).text
        assert "No, 1 to 5, not shown" in dan.get(address).text
        assert "No, 3" not in dan.get(address).text


def test_what_evidence_rests_on_is_shown_to_whoever_sees_it(alice, carl, world, browser_of):
    audit = file(world, title="Audit of April", by=world.cast.alice, marking="restricted")
    link = file(world, title="Rests on it", cites=[audit.version], extract="As the audit says")
    address = f"{LIST}{link.version.evidence_id}/"
    assert "P1-E1, version 1" in alice.get(address).text
    shown = browser_of(world.dan).get(address).text
    assert "P1-E1, version 1" not in shown
    assert "1 that you may not see" in shown
