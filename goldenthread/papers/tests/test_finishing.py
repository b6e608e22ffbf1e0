"""A paper finished by hand: brought in, compared in the background, taken as the signed one."""

import io

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from docx import Document

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.papers import actions, integrity, jobs
from goldenthread.papers.actions.finishing import job_of
from goldenthread.papers.comparing.comparison import Comparison
from goldenthread.papers.comparing.differing import Difference
from goldenthread.papers.models import Compared, FinishedVersion, Taken
from goldenthread.papers.tests.factories import finished, post_for, signed
from goldenthread.people.history import history_of
from goldenthread.people.models import Job
from goldenthread.people.worker import Worker
from goldenthread.plans.tests.factories import recorded
from goldenthread.sources import files
from goldenthread.sources.models import Upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fixed_clock", "at_once")]
ROW = {"kind": "changed", "where": "Late, P1-A1, Deadline", "before": "2", "after": "3"}
SAME = Comparison("same figures", "")
DIFFERS = Comparison("differs", "One figure differs.", (Difference(**ROW),))
CANNOT = Comparison("cannot be compared", "It holds no table.")


@pytest.fixture
def paper(cast):
    return signed(recorded(cast), cast.bob)


@pytest.fixture
def docx(paper):
    return integrity.content_of(paper.files.get(form="docx"))


@pytest.fixture
def finds(monkeypatch):
    """What comparing finds, or the function that answers instead of it."""

    def found(answer):
        told = answer if callable(answer) else lambda *_, **__: answer
        monkeypatch.setattr(jobs, "differences", told)

    return found


def compared(made):
    Worker().run(until_empty=True)
    return Compared.objects.get(finished=made)


def brought(paper, by, docx, finds, answer):
    """A finished version that is compared, with what was found."""
    finds(answer)
    made = finished(paper, by, docx)
    compared(made)
    return made


def test_a_finished_version_is_kept_with_post_and_waits_to_be_compared(cast, paper, docx):
    post_for(cast, cast.bob, "Director of Children's Services")
    made = finished(paper, cast.bob, docx)
    assert (made.paper, made.post, made.upload.by) == (
        paper,
        "Director of Children's Services",
        cast.bob,
    )
    assert job_of(made).state == Job.State.WAITING
    assert Job.objects.filter(kind="intake.screen", arguments__upload_id=made.upload_id).exists()
    assert history_of(made)[0].verb == "brought in as finished"


@pytest.mark.parametrize("answer", [SAME, DIFFERS, CANNOT])
def test_what_comparing_finds_is_kept_once(cast, paper, docx, finds, answer):
    made = brought(paper, cast.bob, docx, finds, answer)
    row = Compared.objects.get(finished=made)
    assert (row.state, row.why, row.differences) == (
        answer.state,
        answer.why,
        [ROW] if answer.rows else [],
    )
    job = job_of(made)
    assert (job.state, job.result, job.done, job.of) == ("done", answer.state, 3, 3)
    assert history_of(row)[0].verb == "compared"


def test_the_frozen_word_file_is_compared_with_the_finished_one_under_its_own_name(
    cast, paper, docx, finds
):
    seen = {}

    def told(frozen, theirs, *, finished_name):
        seen.update(ours=frozen.read_bytes(), theirs=theirs.read_bytes(), name=finished_name)
        return SAME

    finds(told)
    compared(finished(paper, cast.bob, docx + b" ", name="Report (final).docx"))
    assert seen == {"ours": docx, "theirs": docx + b" ", "name": "Report (final).docx"}


def worded(docx, before, after):
    """The Word file with other words in one of its paragraphs, as somebody saves it."""
    document = Document(io.BytesIO(docx))
    [said] = [one for one in document.paragraphs if one.text == before]
    said.runs[0].text = after
    for run in said.runs[1:]:
        run.text = ""
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


@pytest.fixture
def plan_paper(cast):
    return signed(recorded(cast), cast.bob, name="action_plan")


def test_a_figure_changed_in_word_is_listed_with_what_it_was(cast, plan_paper):
    docx = integrity.content_of(plan_paper.files.get(form="docx"))
    row = compared(finished(plan_paper, cast.bob, worded(docx, "red: 2", "red: 5")))
    assert row.state == "differs"
    [one] = row.differences
    assert one["kind"] == "changed"
    assert ("2" in one["before"], "5" in one["after"]) == (True, True)


def test_other_words_are_no_other_figure(cast, plan_paper):
    docx = integrity.content_of(plan_paper.files.get(form="docx"))
    other = worded(docx, "green: the rest", "green: all the rest")
    assert compared(finished(plan_paper, cast.bob, other)).state == "same figures"


def test_the_frozen_file_itself_has_the_same_figures(cast, paper, docx):
    assert compared(finished(paper, cast.bob, docx)).state == "same figures"


def test_a_file_that_cannot_be_read_cannot_be_compared_and_says_so(cast, paper):
    row = compared(finished(paper, cast.bob, b"%PDF-1.4 cut off", name="Cut off.pdf"))
    assert row.state == "cannot be compared"
    assert row.why.startswith("Cut off.pdf")


def test_a_frozen_file_that_was_tampered_with_is_not_compared(cast, paper, docx, finds):
    finds(SAME)
    made = finished(paper, cast.bob, docx + b" ")
    files.path_of(paper.files.get(form="docx").upload.file).write_bytes(b"PK")
    row = compared(made)
    assert row.state == "cannot be compared"
    assert "SHA-256 differs" in row.why


def test_a_second_try_after_a_killed_worker_keeps_one_comparison(cast, paper, docx, finds):
    made = brought(paper, cast.bob, docx, finds, DIFFERS)

    class Again:
        def progress(self, **_):
            raise AssertionError("it was compared already")

    assert jobs.compare(Again(), finished_id=made.pk) == "differs"
    assert Compared.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "data"), [("Notes.txt", b"Only text"), ("Report.docx", b"\x89PNG\r\n\x1a\n picture")]
)
def test_what_is_neither_word_nor_pdf_is_refused_and_not_kept(cast, paper, name, data):
    before = Upload.objects.count()
    with pytest.raises(NotAllowedNow, match="neither a Word file"):
        finished(paper, cast.bob, data, name=name)
    assert (FinishedVersion.objects.count(), Upload.objects.count()) == (0, before)


def test_the_same_figures_need_no_reason(cast, paper, docx, finds):
    made = brought(paper, cast.bob, docx, finds, SAME)
    taken = actions.take_as_signed(finished=made, why="", by=cast.bob)
    assert (taken.finished, taken.why) == (made, "")
    assert history_of(taken)[0].verb == "taken as the signed one"


@pytest.mark.parametrize(("answer", "why"), [(DIFFERS, "Differs"), (CANNOT, "Cannot be compared")])
def test_what_differs_or_was_not_compared_needs_a_reason(cast, paper, docx, finds, answer, why):
    made = brought(paper, cast.bob, docx, finds, answer)
    with pytest.raises(NotAllowedNow, match=f"{why}. Say why it counts"):
        actions.take_as_signed(finished=made, why=" ", by=cast.bob)
    taken = actions.take_as_signed(finished=made, why="A slip in the table", by=cast.bob)
    assert taken.why == "A slip in the table"


def test_a_version_is_taken_once_and_only_when_compared(cast, paper, docx, finds):
    early = finished(paper, cast.bob, docx)
    with pytest.raises(NotAllowedNow, match="not compared yet"):
        actions.take_as_signed(finished=early, why="Now", by=cast.bob)
    finds(SAME)
    compared(early)
    actions.take_as_signed(finished=early, why="", by=cast.bob)
    with pytest.raises(NotAllowedNow, match="already"):
        actions.take_as_signed(finished=early, why="", by=cast.bob)


def test_officers_and_other_councils_neither_bring_in_nor_take(cast, paper, docx, finds):
    made = brought(paper, cast.bob, docx, finds, SAME)
    for user in (cast.alice, cast.charlie):
        with pytest.raises((NotAllowed, ObjectDoesNotExist)):
            finished(paper, user, docx)
        with pytest.raises((NotAllowed, ObjectDoesNotExist)):
            actions.take_as_signed(finished=made, why="", by=user)
    assert FinishedVersion.objects.visible_to(cast.alice).exists()
    for table in (FinishedVersion, Compared, Taken):
        assert not table.objects.visible_to(cast.charlie).exists()


def test_it_is_compared_again_only_after_the_work_has_failed(cast, paper, docx, finds):
    made = finished(paper, cast.bob, docx)
    with pytest.raises(NotAllowedNow, match="about to be"):
        actions.compare_again(finished=made, by=cast.bob)
    Job.objects.filter(pk=job_of(made).pk).update(state="failed", finished_at=timezone.now())
    again = actions.compare_again(finished=made, by=cast.bob)
    assert job_of(made) == again
    finds(SAME)
    assert compared(made).state == "same figures"
    with pytest.raises(NotAllowedNow, match="is compared"):
        actions.compare_again(finished=made, by=cast.bob)


def test_the_database_itself_wants_the_reason(cast, paper, docx, finds):
    made = brought(paper, cast.bob, docx, finds, DIFFERS)
    words = {"finished": made, "by": cast.bob, "post": "Director", "at": timezone.now()}
    with pytest.raises(DatabaseError, match="Say why a version that differs"), transaction.atomic():
        Taken.objects.create(why="", **words)
    Taken.objects.create(why="A slip", **words)


@pytest.mark.parametrize("table", ["finishedversion", "compared", "taken"])
def test_the_database_itself_keeps_what_was_finished(cast, paper, docx, finds, table):
    made = brought(paper, cast.bob, docx, finds, SAME)
    actions.take_as_signed(finished=made, why="", by=cast.bob)
    for sql in (f"DELETE FROM papers_{table}", f"UPDATE papers_{table} SET at = at"):  # noqa: S608
        with (
            pytest.raises(DatabaseError, match="only ever added to"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(sql)


def test_no_row_of_a_signed_paper_is_changed_or_deleted_and_the_refusal_names_it(
    cast, paper, docx, finds
):
    made = brought(paper, cast.bob, docx, finds, SAME)
    taken = actions.take_as_signed(finished=made, why="", by=cast.bob)
    kept = {
        made: "Finished.docx stands",
        made.compared: "Finished.docx: same figures stands",
        taken: "Finished.docx, taken as the signed one stands",
        paper.files.get(form="pdf"): "P1-S1-coverage-",
    }
    for row, named in kept.items():
        for refused in (row.save, row.delete):
            with pytest.raises(NotAllowedNow, match=named):
                refused()
