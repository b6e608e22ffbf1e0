"""Filing evidence of every kind, new versions, what contradicts a test; files are screened."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.intake.tests.factories import plan_file
from goldenthread.people.models import Job
from goldenthread.people.worker import Worker
from goldenthread.plans import actions
from goldenthread.plans.evidence_kinds import KINDS
from goldenthread.plans.models import CheckRequest, Evidence, EvidenceLink
from goldenthread.plans.tests.evidence_factories import (
    accept,
    contradicted,
    file,
    latest,
    make_world,
    person,
)
from goldenthread.sources.models import Upload
from goldenthread.web.actions.tests.test_action_page import page, send, when
from goldenthread.web.actions.tests.test_said_back import sent

pytestmark = pytest.mark.django_db
PLAIN = {"kind_chosen": "document", "marking": "internal", "shows": "As the test asks."}


@pytest.fixture
def world(cast, settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")
    return make_world(cast)


def filed(world, by, **values):
    return send(by, world, "file", world.test.pk, **{**PLAIN, **values})


def test_each_kind_opens_with_its_own_fields(world):
    for code, kind in KINDS.items():
        shown = page(world.lena, world, f"?do=file&of={world.test.pk}&kind={code}")
        for name in (*kind.texts, *kind.days, *kind.numbers, *kind.all_lists):
            assert f"about_{name}" in shown, code


def test_a_minute_is_filed_with_what_a_minute_needs(world):
    said = {"about_meeting": "The board", "about_agenda_item": "4"}
    held = when("about_held_on", date(2026, 3, 2))
    answer = filed(
        world, world.lena, kind_chosen="minute", title="Minute", extract="Agreed", **said, **held
    )
    assert answer.status_code == 302
    made = Evidence.objects.get()
    assert made.kind == "minute"
    assert made.versions.get().about == {
        "meeting": "The board",
        "agenda_item": "4",
        "held_on": "2026-03-02",
    }


def test_a_minute_without_its_meeting_is_refused_at_the_field(world):
    answer = filed(world, world.lena, kind_chosen="minute", title="Minute", extract="Agreed")
    assert answer.status_code == 422
    assert "Which meeting: nothing entered" in answer.text
    assert not Evidence.objects.exists()


def test_lists_are_typed_a_line_each(world):
    typed = "First visit | 2026-03-02\nSecond visit"
    answer = filed(
        world,
        world.lena,
        kind_chosen="checklist",
        title="Visits",
        about_entries=typed,
        quantity="1",
    )
    assert answer.status_code == 302
    assert Evidence.objects.get().versions.get().about["entries"] == [
        {"what": "First visit", "on": "2026-03-02"},
        {"what": "Second visit"},
    ]


def test_a_figure_is_filed_as_its_parts(world):
    figure = {"figure_number": "75", "figure_numerator": "3", "figure_denominator": "4"}
    day = when("figure_as_at", date(2026, 3, 2))
    sent = {"kind_chosen": "measure value", "title": "Visits in time", **figure, **day}
    assert filed(world, world.lena, **sent).status_code == 302
    assert Evidence.objects.get().versions.get().about["figure"]["denominator"] == 4


def test_an_officer_files_for_somebody_else_and_a_lead_does_not(world):
    lena = person(world.lena)
    filed(world, world.cast.alice, title="Hers", extract="Her words", for_whom=lena.pk)
    assert Evidence.objects.get().versions.get().filed_for == lena
    assert "Filed for" not in page(world.lena, world, f"?do=file&of={world.test.pk}")


def test_a_new_version_begins_as_the_one_before_ended(world):
    about = {"meeting": "The board", "agenda_item": "4", "held_on": "2026-03-02"}
    link = file(world, kind="minute", about=about)
    assert 'value="The board"' in page(world.lena, world, f"?do=new_version&of={link.pk}")
    said = {"about_meeting": "The board", "about_agenda_item": "5", "extract": "The rest"}
    held = when("about_held_on", date(2026, 3, 2))
    assert send(world.lena, world, "new_version", link.pk, **said, **held).status_code == 302
    assert link.version.evidence.versions.get(number=2).about["agenda_item"] == "5"


def test_a_director_contradicts_a_test_which_is_then_open_again(world):
    accept(world, file(world))
    bob = world.cast.bob
    assert "It is not met: file what shows it" in page(bob, world)
    sent = {**PLAIN, "shows": "Nobody uses it", "title": "Audit", "extract": "None of 20"}
    assert send(bob, world, "contradict", world.test.pk, **sent).status_code == 302
    link = EvidenceLink.objects.get(direction="contradicts")
    assert link.version.filed_by == bob
    assert "Against it:" in page(world.lena, world)
    assert filed(world, bob, title="Mine", extract="x").status_code == 403


def test_a_refused_filing_leaves_no_upload_behind(world):
    drop = SimpleUploadedFile("one.txt", b"The same words")
    filed(world, world.lena, file=drop)
    again = SimpleUploadedFile("two.txt", b"The same words")
    assert filed(world, world.lena, file=again).status_code == 422
    assert [upload.name for upload in Upload.objects.all()] == ["one.txt"]
    assert Job.objects.filter(kind="intake.screen").count() == 1


def test_the_text_of_a_file_is_screened_and_its_evidence_restricted(world, monkeypatch):
    monkeypatch.setattr("goldenthread.people.worker.BEAT_SECONDS", 60.0)
    text = plan_file(title="NHS number 943 476 5919")
    filed(world, world.lena, file=SimpleUploadedFile("case.docx", text))
    made = Evidence.objects.get()
    assert made.marking == "internal"
    Worker().run(until_empty=True)
    made.refresh_from_db()
    assert made.marking == "restricted"
    assert "case.docx" not in page(world.dan, world)
    # The same content brought again is restricted at once.
    actions.withdraw_evidence(link=EvidenceLink.objects.get(), by=world.lena, why="Wrong test")
    filed(world, world.lena, file=SimpleUploadedFile("again.docx", text))
    assert Evidence.objects.get(title="again.docx").marking == "restricted"


def test_a_new_version_waits_for_a_check_at_once_where_that_is_asked(world):
    link = file(world)
    given = {"extract": "The second text", "asks": "on"}
    told = sent(world.lena, world, "new_version", link.pk, **given)
    assert CheckRequest.objects.waiting().get().link.version.number == 2
    assert "It waits for a check. Earlier versions stay." in told


def test_evidence_without_a_file_needs_a_name(world):
    answer = filed(world, world.lena, extract="Agreed")
    assert answer.status_code == 422
    assert "Title: without a file it needs a name" in answer.text
    assert not Evidence.objects.exists()


def test_only_whoever_filed_a_contradiction_withdraws_it(world):
    link = contradicted(world)
    answer = send(world.lena, world, "withdraw", link.pk, why="It is wrong")
    assert answer.status_code == 403
    assert "Only whoever filed a contradiction takes it back" in answer.text
    link.refresh_from_db()
    assert link.withdrawn_at is None


def test_plain_words_of_a_list_stand_a_line_each_when_the_next_version_begins(world):
    about = {"sender": "The board", "sent_on": "2026-03-02", "recipients": ["Ann", "Bo"]}
    letter = file(world, kind="letter", about=about)
    shown = page(world.lena, world, f"?do=new_version&of={letter.pk}")
    assert "Ann\nBo</textarea>" in shown
    sent = {"about_sender": "The board", "about_recipients": "Ann\n\nCy", "extract": "More"}
    day = when("about_sent_on", date(2026, 3, 2))
    assert send(world.lena, world, "new_version", letter.pk, **sent, **day).status_code == 302
    assert latest(letter.version.evidence).about["recipients"] == ["Ann", "Cy"]


def test_entries_of_several_parts_stand_with_a_stroke_between_them(world):
    entries = [{"what": "First visit", "on": "2026-03-02"}, {"what": "Second visit"}]
    link = file(world, kind="checklist", about={"entries": entries}, quantity=1)
    shown = page(world.lena, world, f"?do=new_version&of={link.pk}")
    assert "First visit | 2026-03-02\nSecond visit</textarea>" in shown
