"""The report itself beside its reading: turned, with a row in it, and where there is none."""

import pytest

from goldenthread.inspections import actions
from goldenthread.inspections.tests.factories import recorded, sif
from goldenthread.intake.tests.factories import report_file
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.sources import actions as sources
from goldenthread.web.beside import Asked, source_of
from goldenthread.web.inspections.tests.test_pages import at, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(cast, settings, tmp_path, monkeypatch):
    """A report that came with its file; that is read in this process, which takes no seconds."""
    settings.FILES_DIR = str(tmp_path / "files")
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr("goldenthread.documents.apart.read_all", _here)
    upload = sources.store(
        authority=cast.aldermere, name="report.docx", data=report_file(), by=cast.alice
    )
    return actions.record_report(
        authority=cast.aldermere, by=cast.alice, upload=upload, report=sif()
    )


def _here(paths, *, workers, job, **limits):
    return iter([job(path) for path in paths])


def test_the_report_is_turned_without_a_row(alice, report):
    shown = text(alice.get(at("source", report.pk)))
    assert "The report itself" in shown
    assert "is marked" not in shown


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("finding", "Paragraph 12"),
        ("recommendation", "Recommendation 1"),
        ("judgement", "Judgement 1"),
    ],
)
def test_the_report_is_shown_for_a_row_and_leads_back_to_it(alice, report, name, words):
    row = getattr(report, f"{name}s").order_by("order").first()
    shown = text(alice.get(at("source", report.pk), {name: row.pk}))
    assert words in shown
    assert f"#{name}-{row.pk}" in shown


def test_a_report_without_its_file_shows_neither_page_nor_picture(alice, cast):
    row = recorded(cast)
    assert alice.get(at("source", row.pk)).status_code == 404
    assert alice.get(at("picture", row.pk, 1)).status_code == 404


def test_a_file_that_is_restricted_or_anothers_is_not_shown_and_says_why(cast, report):
    upload = report.upload
    foreign, problem = viewed(upload, cast.charlie)
    assert foreign is None
    assert "Your roles do not include this file." in problem
    assert viewed(None, cast.alice)[1] == "The file is no longer kept."
    sources.screen_upload(upload=upload, texts=[({"page": 1}, "NHS 943 476 5919")], by=cast.alice)
    sources.decide(
        suspicions=list(upload.suspicions.all()), decision="restricted", why="One child.",
        by=cast.alice,
    )  # fmt: skip
    view, problem = viewed(upload, make_user("Lena Long", cast.aldermere, Role.LEAD))
    assert view is None
    assert "Ask an improvement officer" in problem


def viewed(upload, by):
    """The view of a file and what is said where there is none."""
    shown = source_of(
        upload, by, name="The report", address="/x/", picture=lambda page: "", asked=Asked()
    )
    return shown.view, shown.problem
