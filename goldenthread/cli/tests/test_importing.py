"""The command `import`: what it puts forward, what it confirms, what it refuses."""

import json

import pytest
from typer.testing import CliRunner

from goldenthread.basics.errors import UserFacingError
from goldenthread.cli.import_rows import lines
from goldenthread.cli.main import app
from goldenthread.documents.reports.tests import slac_drawn, typeset
from goldenthread.documents.tests import made_files
from goldenthread.inspections.models import Inspection
from goldenthread.intake import actions, reading
from goldenthread.intake.models import Import
from goldenthread.sources.models import Upload

pytestmark = pytest.mark.django_db
NO_REPORT = b"<html><body><p>Nothing of the kind</p></body></html>"
STATE = Import.State


@pytest.fixture
def folder(tmp_path):
    """Two documents that can be confirmed, the plan before the report by name."""
    found = tmp_path / "documents"
    found.mkdir()
    (found / "a plan.docx").write_bytes(made_files.word())
    (found / "report.pdf").write_bytes(typeset.pdf(slac_drawn.REPORT, footer=slac_drawn.FOOTER))
    return found


@pytest.fixture
def run(cast):
    def ran(*arguments, by=None, code="990"):
        fixed = ("--authority", code, "--by", by or cast.alice.email)
        return CliRunner().invoke(app, ["import", *map(str, arguments), *fixed])

    return ran


def rows(answer):
    return json.loads(answer.stdout)["imports"]


def test_a_document_is_put_forward_with_its_counts_and_nothing_is_recorded(run, folder):
    answer = run(folder / "report.pdf", "--json")
    assert answer.exit_code == 0
    [row] = rows(answer)
    assert (row["file"], row["kind"], row["state"]) == ("report.pdf", "report", "proposed")
    proofs = {one["kind"]: one for one in row["proof"]}
    assert proofs["recommendations"]["found"] == 4
    assert all(one["agrees"] for one in row["proof"])
    assert row["created"] == row["refused"] == []
    asked = Import.objects.get().questions.open().values_list("text", flat=True)
    assert [one["question"] for one in row["questions"]] == list(asked)
    assert not Inspection.objects.exists()


def test_the_counts_are_printed_for_a_person_too(run, folder):
    printed = run(folder / "report.pdf")
    assert "report.pdf: report, waiting for your confirmation" in printed.stdout
    assert "4 recommendations found = 4 accepted + 0 refused." in printed.stdout
    assert "report.pdf (1 of 1)" in printed.stderr


def test_accepting_confirms_and_says_what_was_made(run, folder):
    [row] = rows(run(folder / "report.pdf", "--accept", "--json"))
    inspection = Inspection.objects.get()
    assert Import.objects.get().inspection == inspection
    made = [one["kind"] for one in row["created"]]
    assert (row["state"], made.count("recommendation")) == ("confirmed", 4)


def test_a_folder_is_read_whole_and_reports_are_confirmed_before_plans(run, folder):
    answer = run(folder, "--accept", "--json")
    assert [row["state"] for row in rows(answer)] == ["confirmed", "confirmed"]
    plan, report = Import.objects.order_by("name")
    assert (plan.kind, report.kind) == ("plan", "report")
    assert report.confirmed_at < plan.confirmed_at
    assert "a plan.docx (1 of 2)\nreport.pdf (2 of 2)\n" in answer.stderr


def test_the_public_ids_of_a_plan_are_printed(run, folder):
    printed = run(folder / "a plan.docx", "--accept").stdout
    assert "made: P1, P1-I1, P1-A1, P1-A2" in printed
    assert "to settle:" in printed


def test_a_long_list_of_questions_is_cut_short_for_people():
    asked = [{"number": n, "where": "", "question": "By when?"} for n in range(30)]
    row = {"file": "plan.docx", "import": 1, "kind": "plan", "state": "proposed", "proof": [],
           "questions": asked, "created": [], "page": None}  # fmt: skip
    printed = list(lines(row))
    assert printed[1] == "  open questions: 30"
    assert printed[-1] == "    and 10 more, on the page and with --json"


def test_what_is_no_such_document_exits_with_1_and_stops_no_other(run, folder):
    (folder / "b page.pdf").write_bytes(NO_REPORT)
    (folder / "c empty.txt").touch()
    answer = run(folder, "--accept", "--json")
    assert answer.exit_code == 1
    states = {row["file"]: row["state"] for row in rows(answer)}
    assert states == {
        "a plan.docx": "confirmed",
        "b page.pdf": "not_recognised",
        "c empty.txt": "failed",
        "report.pdf": "confirmed",
    }
    assert "b page.pdf: This is a HTML page named .pdf" in answer.stderr
    assert "c empty.txt: The file is empty." in answer.stderr


def test_the_same_file_is_noticed_and_leads_to_the_import_that_is_here(run, folder):
    run(folder / "report.pdf")
    answer = run(folder / "report.pdf", "--json")
    assert answer.exit_code == 0
    assert "The same file is here already: import" in answer.stderr
    [row] = rows(answer)
    assert row["was_here"]
    assert row["import"] == Import.objects.get().pk


def test_the_same_file_a_second_time_can_be_accepted_and_stays_so(run, folder):
    run(folder / "report.pdf")
    assert run(folder / "report.pdf", "--accept").exit_code == 0
    assert run(folder / "report.pdf", "--accept").exit_code == 0
    assert Inspection.objects.count() == 1
    assert "made: inspection (1)" in run(folder / "report.pdf").stdout


def test_a_second_import_of_the_same_file_is_begun_on_request(run, folder):
    run(folder / "report.pdf")
    run(folder / "report.pdf", "--again")
    assert Import.objects.count() == 2


def test_one_that_waits_for_the_worker_is_left_to_it(run, folder, cast):
    path = folder / "report.pdf"
    actions.upload_files(authority=cast.aldermere, files=[(path.name, path)], by=cast.alice)
    answer = run(path, "--accept")
    assert answer.exit_code == 1
    assert "Run `goldenthread worker`" in answer.stderr
    assert Import.objects.get().state == STATE.WAITING


def test_one_that_was_undone_or_put_aside_is_not_silently_taken_over_again(run, folder, cast):
    run(folder / "report.pdf", "--accept")
    actions.undo(import_=Import.objects.get(), by=cast.alice, why="A wrong file")
    assert "report.pdf: report, undone" in run(folder / "report.pdf").stdout
    actions.discard(import_=Import.objects.get(), by=cast.alice)
    assert run(folder / "report.pdf").exit_code == 0
    assert Import.objects.count() == 2


def test_a_refusal_to_confirm_names_the_file_and_leaves_nothing(run, folder, monkeypatch):
    def refuse(**_):
        raise UserFacingError("11 recommendations are stated, 4 are here.")

    monkeypatch.setattr(actions, "confirm", refuse)
    answer = run(folder / "report.pdf", "--accept")
    assert answer.exit_code == 1
    assert "report.pdf: 11 recommendations are stated, 4 are here." in answer.stderr
    assert Import.objects.get().state == STATE.PROPOSED


def test_a_file_that_cannot_be_opened_is_named(run, folder, monkeypatch):
    def fail(**_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(actions, "upload_files", fail)
    answer = run(folder / "report.pdf", "--json")
    assert answer.exit_code == 1
    assert "report.pdf: Permission denied." in answer.stderr
    assert rows(answer)[0]["import"] is None
    assert "report.pdf: not taken in" in run(folder / "report.pdf").stdout


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"code": "992"}, "no authority with this code"),
        ({"by": "nobody@aldermere.example"}, "nobody has an account"),
        ({"by": "bob.baker@aldermere.example"}, "You may not bring in reports and plans"),
        ({"by": "charlie.cooper@bramley.example"}, "You may not bring in reports and plans"),
    ],
)
def test_who_may_not_is_refused_and_nothing_is_stored(run, folder, more, said):
    answer = run(folder / "report.pdf", **more)
    assert answer.exit_code == 1
    assert said in str(answer.exception)
    assert not Upload.objects.exists()


def test_an_empty_folder_is_refused_and_a_missing_path_is_a_wrong_call(run, tmp_path):
    assert "There are no files in this folder" in str(run(tmp_path).exception)
    assert run(tmp_path / "absent.pdf").exit_code == 2


def test_stopped_while_reading_it_leaves_nothing_half_done(run, folder, monkeypatch):
    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(reading, "_keep", stop)
    answer = run(folder, "--accept")
    assert answer.exit_code != 0
    assert Import.objects.get().state == STATE.DISCARDED
    monkeypatch.undo()
    assert run(folder, "--accept").exit_code == 0


def test_killed_while_reading_it_is_read_by_the_next_command(run, folder, monkeypatch):
    def die(*_):
        raise MemoryError

    monkeypatch.setattr(reading, "_keep", die)
    run(folder / "report.pdf")
    assert Import.objects.get().state == STATE.READING
    monkeypatch.undo()
    assert run(folder / "report.pdf").exit_code == 0
    assert Import.objects.get().state == STATE.PROPOSED
