"""Confirming a report: all or nothing; undone whole while unused, archived after."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.inspections import actions as inspections
from goldenthread.inspections.models import Finding, Inspection, Recommendation
from goldenthread.intake import actions
from goldenthread.intake.models import Created, Import
from goldenthread.people.history import head, history_of
from goldenthread.sources import actions as sources
from goldenthread.sources.models import Suspicion


@pytest.fixture
def report(desk):
    return desk.report()


def confirm(desk, import_, **more):
    return actions.confirm(import_=import_, by=desk.cast.alice, **more)


def test_the_day_of_publication_that_no_old_report_prints_is_asked_first(report):
    first = report.questions.open().first()
    assert (first.kind, first.where) == ("published", "published")


def test_a_confirmed_report_is_an_inspection_with_all_that_was_accepted(desk, report):
    alice = desk.cast.alice
    actions.answer(question=report.questions.open().first(), value="2012-06-20", by=alice)
    report.refresh_from_db()
    [refused] = [row["id"] for row in report.draft["recommendations"][:1]]
    actions.refuse_row(
        import_=report, row=refused, why="Another's", by=alice, revision=report.revision
    )
    count = len(report.draft["recommendations"]) - 1
    report = confirm(desk, report, despite="The count is of all partners")
    inspection = report.inspection
    assert report.state == "confirmed"
    assert str(inspection.published_on) == "2012-06-20"
    assert inspection.recommendations.count() == count
    assert inspection.upload == report.upload
    made = set(Created.objects.filter(import_of=report).values_list("kind", flat=True))
    assert made == {"inspection", "judgement", "finding", "recommendation"}
    assert report.created.filter(kind="recommendation").count() == count


def test_confirming_is_one_line_of_history_with_what_was_made(desk, report):
    report = confirm(desk, report)
    entry = history_of(report)[0]
    assert entry.verb == "confirmed"
    created = next(change.after for change in entry.changes if change.name == "created")
    assert created["recommendation"] == report.inspection.recommendations.count()


def test_a_failure_in_the_last_step_leaves_nothing(desk, report, monkeypatch):
    before = head()

    def fail(**_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("goldenthread.intake.actions.confirming.record", fail)
    with pytest.raises(RuntimeError):
        confirm(desk, report)
    report.refresh_from_db()
    assert (report.state, report.inspection, report.confirmed_at) == ("proposed", None, None)
    for table in (Inspection, Recommendation, Finding, Created):
        assert not table.objects.exists()
    assert head() == before


def test_nothing_is_written_where_the_report_cannot_be_recorded(desk, report):
    report.draft["framework"] = "unheard of"
    report.save()
    with pytest.raises(NotAllowedNow, match="no framework"):
        confirm(desk, report)
    report.refresh_from_db()
    assert report.state == "proposed"


def test_open_questions_never_block(desk, report):
    assert report.questions.open().exists()
    report = confirm(desk, report)
    assert report.state == "confirmed"
    assert report.inspection.published_on is None


def test_an_unused_import_is_undone_whole_and_can_be_edited_and_confirmed_again(desk, report):
    alice = desk.cast.alice
    first = confirm(desk, report).inspection
    undone = actions.undo(import_=report, by=alice, why="The wrong year")
    first.refresh_from_db()
    assert (undone.state, first.state) == ("undone", "withdrawn")
    assert not Inspection.objects.current().exists()
    actions.set_published(import_=undone, day=first_of_june(), by=alice, revision=undone.revision)
    again = confirm(desk, undone)
    assert (again.state, again.inspection.state) == ("confirmed", "current")
    assert again.inspection.pk != first.pk
    assert again.inspection.recommendations.count() == first.recommendations.count()
    assert [entry.verb for entry in history_of(again)][:4] == [
        "confirmed",
        "edited",
        "undid",
        "confirmed",
    ]


def first_of_june():
    return date(2012, 6, 1)


def test_an_import_that_somebody_worked_on_is_archived_with_its_rows(desk, report):
    report = confirm(desk, report)
    inspections.mark_used(inspection=report.inspection, by=desk.cast.alice, what="plan P1")
    report = actions.undo(import_=report, by=desk.cast.alice, why="The wrong file")
    report.inspection.refresh_from_db()
    assert (report.state, report.inspection.state) == ("archived", "archived")
    assert report.inspection.recommendations.exists()
    with pytest.raises(NotAllowedNow):
        confirm(desk, report)


def test_an_undo_wants_a_reason_and_something_to_undo(desk, report):
    with pytest.raises(NotAllowedNow, match="Only a confirmed"):
        actions.undo(import_=report, by=desk.cast.alice, why="x")
    confirm(desk, report)
    with pytest.raises(NotAllowedNow, match="Say why"):
        actions.undo(import_=report, by=desk.cast.alice, why=" ")


def test_a_failed_undo_leaves_everything_confirmed(desk, report, monkeypatch):
    report = confirm(desk, report)

    def fail(**_):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("goldenthread.intake.actions.confirming.record", fail)
    with pytest.raises(RuntimeError):
        actions.undo(import_=report, by=desk.cast.alice, why="Wrong")
    report.refresh_from_db()
    assert (report.state, report.inspection.state) == ("confirmed", "current")


def test_what_was_edited_since_the_page_was_shown_is_not_confirmed_unseen(desk, report):
    actions.set_published(import_=report, day=first_of_june(), by=desk.cast.alice, revision=0)
    with pytest.raises(NotAllowedNow, match="Look at it again"):
        confirm(desk, report, revision=0)
    assert confirm(desk, report, revision=1).state == "confirmed"


def test_a_confirmed_import_is_edited_and_confirmed_no_more(desk, report):
    question = report.questions.open().first()
    confirm(desk, report)
    alice = desk.cast.alice
    for refused in (
        lambda: confirm(desk, report),
        lambda: actions.answer(question=question, value="2012-06-20", by=alice),
        lambda: actions.set_published(import_=report, day=first_of_june(), by=alice, revision=0),
        lambda: actions.discard(import_=report, by=alice),
    ):
        with pytest.raises(NotAllowedNow):
            refused()


def test_only_an_improvement_officer_of_the_authority_confirms_or_undoes(desk, report):
    cast = desk.cast
    with pytest.raises(NotAllowed, match="confirm an import"):
        actions.confirm(import_=report, by=cast.bob)
    with pytest.raises(Import.DoesNotExist):
        actions.confirm(import_=report, by=cast.charlie)
    confirm(desk, report)
    with pytest.raises(NotAllowed, match="undo or discard"):
        actions.undo(import_=report, by=cast.bob, why="x")
    with pytest.raises(Import.DoesNotExist):
        actions.undo(import_=report, by=cast.charlie, why="x")


def test_what_was_decided_to_be_removed_is_cut_out_on_the_way(desk):
    report = desk.report()
    text = "See Kim, NHS number 943 476 5919, at once"
    report.draft["paragraphs"][0]["text"] = text
    report.save()
    place = report.draft["paragraphs"][0]["places"].get("text", {})
    suspicion = Suspicion.objects.create(
        upload=report.upload, place=place, kind="nhs_number", start=20, end=32, excerpt="x"
    )
    sources.decide(
        suspicions=[suspicion],
        decision=Suspicion.Decision.REMOVED,
        why="A child's number",
        by=desk.cast.alice,
    )
    report = confirm(desk, report)
    kept = report.inspection.findings.order_by("pk").first().text
    assert "943" not in kept
    assert "[removed]" in kept
