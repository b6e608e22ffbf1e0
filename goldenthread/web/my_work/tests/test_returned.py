"""A new version of evidence that came back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.plans import actions as plans
from goldenthread.plans.models import CheckRequest
from goldenthread.thread.tests.factories import file, return_

pytestmark = pytest.mark.django_db


@pytest.fixture
def link(world, settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")
    made = file(world)
    return_(world, made)
    return made


def test_a_new_version_is_one_click_away_and_waits_for_a_check(world, link, browser_of):
    lena, address = browser_of(world.lena), f"/my-work/evidence/{link.pk}/version/"
    assert f'href="{address}"' in lena.get("/").text
    assert "No date on it." in lena.get(address).text
    given = SimpleUploadedFile("template.txt", b"The template of 3 March 2026.")
    lena.post(address, {"file": given, "shows": "It is dated", "asks": "on"})
    evidence = world.plan.evidence.get()
    assert evidence.versions.count() == 2
    assert CheckRequest.objects.waiting().get().link.shows == "It is dated"
    assert "returned to you" not in lena.get("/").text


def test_a_version_of_nothing_is_refused_at_the_field(world, link, browser_of):
    answer = browser_of(world.lena).post(f"/my-work/evidence/{link.pk}/version/", {"shows": "More"})
    assert answer.status_code == 422
    assert "Give a file, a link or a text." in answer.text


def test_nobody_else_files_a_version(world, link, browser_of):
    address, typed = f"/my-work/evidence/{link.pk}/version/", {"extract": "The template, dated"}
    assert browser_of(world.cast.charlie).post(address, typed).status_code == 404
    assert browser_of(world.carl).post(address, typed).status_code == 403
    assert world.plan.evidence.get().versions.count() == 1


def test_a_version_that_is_not_complete_waits_until_it_is_asked_for(world, link, browser_of):
    lena, address = browser_of(world.lena), f"/my-work/evidence/{link.pk}/version/"
    told = lena.post(address, {"extract": "Half of it", "shows": "A draft"}, follow=True).text
    assert "the new version is filed. Ask for a check when it is ready." in told
    assert not CheckRequest.objects.waiting().exists()


def test_a_version_that_the_verb_refuses_says_why_on_the_form(world, link, browser_of):
    plans.archive_plan(plan=world.plan, by=world.cast.alice, why="Closed.")
    address = f"/my-work/evidence/{link.pk}/version/"
    answer = browser_of(world.lena).post(address, {"extract": "All of it", "shows": "It is there"})
    assert answer.status_code == 422
    assert "All of it" in answer.text
    assert world.plan.evidence.get().versions.count() == 1
