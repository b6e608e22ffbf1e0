"""Bringing documents in: who may, several at once, the same twice, what cannot be read."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.documents.tests import made_files
from goldenthread.intake import actions, apart, reading
from goldenthread.intake.models import LONGEST_READING, Import
from goldenthread.intake.tests.factories import plan_file, report_file
from goldenthread.people import jobs
from goldenthread.people.history import history_of
from goldenthread.people.models import Job
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.people.worker import Held, Stopped, Worker, take
from goldenthread.sources.files import open_file, path_of
from goldenthread.sources.models import Upload


def test_a_document_is_read_in_the_background_into_a_proposal(desk):
    [import_] = desk.upload(("report.docx", report_file()))
    assert (import_.state, import_.is_being_read) == ("waiting", True)
    import_ = desk.work(import_)
    assert (import_.state, import_.kind) == ("proposed", "report")
    assert import_.progress == {"words": "Read", "done": 4, "of": 4}
    assert import_.draft["recommendations"][0]["state"] == "accepted"
    assert import_.proposal["file"] == "report.docx"


def test_several_files_are_taken_in_at_once_and_one_bad_one_stops_no_other(desk):
    good, empty, picture = desk.upload(
        ("plan.docx", plan_file()),
        ("empty.docx", b""),
        ("photo.pdf", b"\x89PNG\r\n\x1a\n" + b"x" * 99),
    )
    assert empty.state == "failed"
    assert "empty.docx: The file is empty" in empty.message
    assert empty.upload is None
    assert desk.work(good).state == "proposed"
    picture = desk.work(picture)
    assert picture.state == "not_recognised"
    assert "picture" in picture.found
    assert picture.message


def test_a_file_over_the_limit_has_a_state_and_a_message(desk, monkeypatch):
    monkeypatch.setattr("goldenthread.sources.files.SIZE_LIMIT", 2**20)
    [import_] = desk.upload(("big.pdf", b"%PDF-1.4\n" + b"0" * 2**20))
    assert import_.state == "failed"
    assert "larger than 1 MB" in import_.message
    [entry] = history_of(import_)
    assert entry.verb == "refused"


def test_a_letter_to_the_editor_is_not_recognised_and_says_what_to_do(desk):
    import_ = desk.read("letter.docx", made_files.word(lambda d: d.add_paragraph("Dear editor")))
    assert (import_.state, import_.found) == ("not_recognised", "Word document of another kind")
    assert "matched by hand" in import_.message


def test_the_same_file_twice_is_noticed_and_a_new_import_wants_to_be_asked_for(desk):
    first = desk.plan()
    [second] = desk.upload(("copy of plan.docx", plan_file_like(first)))
    assert (second.pk, second.was_here) == (first.pk, True)
    assert Upload.objects.count() == 2, "each upload has its line"
    [third] = desk.upload(("again.docx", plan_file_like(first)), again=True)
    assert (third.pk == first.pk, third.was_here) == (False, False)


def plan_file_like(import_):
    return open_file(import_.upload.file)


def test_a_discarded_or_failed_import_does_not_stand_in_the_way_of_the_same_file(desk):
    first = desk.plan()
    actions.discard(import_=first, by=desk.cast.alice)
    [second] = desk.upload(("plan.docx", plan_file_like(first)))
    assert second.pk != first.pk


def test_only_an_improvement_officer_of_the_authority_brings_documents_in(desk):
    for stranger in (desk.cast.bob, desk.cast.charlie):
        with pytest.raises(NotAllowed, match="bring in reports and plans"):
            desk.upload(("plan.docx", plan_file()), by=stranger)
    assert not Import.objects.exists()
    assert not Upload.objects.exists()


def test_the_director_sees_imports_and_nobody_of_another_authority_or_without_need(desk):
    import_ = desk.plan()
    cast = desk.cast
    lead = make_user("Lena Lead", cast.aldermere, Role.LEAD)
    for table in (Import.objects, import_.questions):
        assert table.visible_to(cast.alice).exists() == table.visible_to(cast.bob).exists() is True
        assert not table.visible_to(cast.charlie).exists()
        assert not table.visible_to(lead).exists()
    with pytest.raises(Import.DoesNotExist):
        actions.read_now(import_=import_, by=cast.charlie)
    with pytest.raises(NotAllowed):
        actions.discard(import_=import_, by=cast.bob)


def test_what_may_tell_who_a_child_is_is_suspected_on_the_way_in(desk):
    rows = (
        *made_files.PLAN,
        ("2", "", "Check the file of the child, NHS number 943 476 5919", "", ""),
    )
    import_ = desk.plan(rows)
    kinds = set(import_.upload.suspicions.values_list("kind", flat=True))
    assert "nhs_number" in kinds


def test_reading_costs_the_same_queries_whatever_is_in_the_document(desk, cast):
    few = desk.upload(("few.docx", plan_file()), queue=False)[0]
    rows = [*made_files.PLAN, *((str(n), f"Item {n}", f"Do {n}", "", "") for n in range(2, 60))]
    many = desk.upload(("many.docx", plan_file(rows)), queue=False)[0]
    assert queries_of(few, cast.alice) == queries_of(many, cast.alice)


def queries_of(import_, by):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        actions.read_now(import_=import_, by=by)
    return len(asked)


def test_the_command_line_reads_with_the_same_steps_and_is_told_of_each(desk):
    [import_] = desk.upload(("plan.docx", plan_file()), queue=False)
    assert import_.job is None
    told = []
    import_ = actions.read_now(
        import_=import_, by=desk.cast.alice, tell=lambda *step: told.append(step)
    )
    assert import_.state == "proposed"
    assert [done for done, _, _ in told] == [0, 1, 2, 3, 4]
    assert not Job.objects.exists()


def test_a_worker_that_comes_late_leaves_what_was_read_as_it_is(desk):
    [import_] = desk.upload(("plan.docx", plan_file()))
    actions.read_now(import_=import_, by=desk.cast.alice)
    before = Import.objects.get(pk=import_.pk)
    after = desk.work(import_)
    assert (after.state, after.read_at) == ("proposed", before.read_at)
    assert after.job.state == "done"


def lapse(job):
    Job.objects.filter(pk=job.pk).update(held_until=timezone.now() - timedelta(seconds=1))


def test_reading_whose_worker_was_killed_goes_on_where_it_was(desk, monkeypatch):
    [import_] = desk.upload(("plan.docx", plan_file()))
    held = Held(take(), Worker().stop)
    with monkeypatch.context() as killed:
        killed.setattr("goldenthread.intake.proposing.begin", _die)
        with pytest.raises(KeyboardInterrupt):
            reading.read(held, import_.pk)
    held.beat()
    import_.refresh_from_db()
    assert import_.state == "reading"
    assert import_.proposal["kind"] == "plan", "what was read is kept"
    assert (import_.job.words, import_.job.done) == ("Preparing the questions", 3)

    lapse(import_.job)
    monkeypatch.setattr(apart, "read", _never)
    import_ = desk.work(import_)
    assert import_.state == "proposed"
    assert import_.job.tries == 2


def _die(*_):
    raise KeyboardInterrupt


def _never(*_, **__):
    raise AssertionError("the file was read a second time")


def test_the_killed_worker_writes_nothing_when_it_wakes(desk):
    [import_] = desk.upload(("plan.docx", plan_file()))
    stale = Held(take(), Worker().stop)
    lapse(import_.job)
    desk.work(import_)
    with pytest.raises(Stopped):
        reading.read(stale, import_.pk)
    assert import_.questions.count() == len(set(import_.questions.values_list("key")))


def test_a_lost_file_fails_with_a_message_and_can_be_read_again(desk, monkeypatch):
    data = plan_file()
    [import_] = desk.upload(("plan.docx", data))
    path_of(import_.upload.file).unlink()
    import_ = desk.work(import_)
    assert import_.state == "failed"
    assert "missing" in import_.message
    path_of(import_.upload.file).write_bytes(data)
    import_ = desk.work(actions.read_again(import_=import_, by=desk.cast.alice))
    assert import_.state == "proposed"


def test_an_import_whose_job_was_called_off_has_stopped_and_can_be_read_again(desk):
    [import_] = desk.upload(("plan.docx", plan_file()))
    jobs.cancel(job=import_.job, by=desk.cast.alice)
    import_ = Import.objects.get(pk=import_.pk)
    assert (import_.has_stopped, import_.is_being_read) == (True, False)
    import_ = desk.work(actions.read_again(import_=import_, by=desk.cast.alice))
    assert (import_.state, import_.has_stopped) == ("proposed", False)


def test_reading_without_a_job_that_was_killed_has_stopped_and_can_be_read_again(desk, monkeypatch):
    [import_] = desk.upload(("plan.docx", plan_file()), queue=False)

    def killed(*_, **__):
        raise SystemExit

    with monkeypatch.context() as broken:
        broken.setattr(apart, "read", killed)
        with pytest.raises(SystemExit):
            actions.read_now(import_=import_, by=desk.cast.alice)
    import_.refresh_from_db()
    assert (import_.state, import_.job, import_.is_being_read) == ("reading", None, True)
    with pytest.raises(NotAllowedNow):
        actions.read_again(import_=import_, by=desk.cast.alice)
    Import.objects.update(reading_at=timezone.now() - LONGEST_READING - timedelta(seconds=1))
    import_.refresh_from_db()
    assert (import_.is_being_read, import_.has_stopped) == (False, True)
    import_ = desk.work(actions.read_again(import_=import_, by=desk.cast.alice))
    assert (import_.state, import_.has_stopped) == ("proposed", False)


def test_an_import_that_nobody_ever_began_to_read_has_stopped_in_the_end(desk):
    [import_] = desk.upload(("plan.docx", plan_file()), queue=False)
    assert import_.is_being_read
    import_.started_at -= LONGEST_READING + timedelta(seconds=1)
    assert import_.has_stopped


def test_what_is_read_cannot_be_read_again_nor_what_has_no_file(desk):
    with pytest.raises(NotAllowedNow):
        actions.read_again(import_=desk.plan(), by=desk.cast.alice)
    [empty] = desk.upload(("empty.docx", b""))
    with pytest.raises(NotAllowedNow, match="no stored file"):
        actions.read_again(import_=empty, by=desk.cast.alice)


def test_a_discarded_import_is_read_no_more(desk):
    [import_] = desk.upload(("plan.docx", plan_file()))
    actions.discard(import_=import_, by=desk.cast.alice)
    import_ = desk.work(import_)
    assert (import_.state, import_.job.state) == ("discarded", "cancelled")


def test_a_list_of_imports_costs_a_query_for_the_roles_and_one_for_the_rows(
    desk, django_assert_num_queries
):
    desk.plan()
    desk.report()
    with django_assert_num_queries(2):
        lines = [
            (str(one), one.get_state_display(), one.progress, str(one.started_by), one.inspection)
            for one in Import.objects.visible_to(desk.cast.alice).listed()
        ]
    assert len(lines) == 2


def test_each_verb_is_one_line_of_history(desk):
    import_ = desk.plan()
    assert [entry.verb for entry in history_of(import_)] == ["read", "brought in"]


def test_a_document_is_read_in_a_process_of_its_own(desk, really_apart):
    [import_] = desk.upload(("a/long\\name " + "x" * 200 + ".docx", plan_file()), queue=False)
    import_ = actions.read_now(import_=import_, by=desk.cast.alice)
    assert (import_.state, import_.kind) == ("proposed", "plan")
    assert import_.proposal["file"] == import_.name


def test_a_proposal_is_json(desk):
    import_ = desk.report()
    assert json.loads(json.dumps(import_.draft)) == import_.draft
