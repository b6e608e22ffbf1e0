"""Signing a paper off: what is frozen, what it prints, and that it is all or nothing."""

import hashlib
from dataclasses import replace
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.papers import integrity, triggers
from goldenthread.papers.document import Bullets, Document, Facts, Heading, Note
from goldenthread.papers.models import FrozenFile, SignedPaper
from goldenthread.papers.renderers import FORMS
from goldenthread.papers.sign_off import SignOff
from goldenthread.papers.sign_off import signed as with_sign_off
from goldenthread.papers.tests.factories import TODAY, draft, post_for, signed, view
from goldenthread.papers.verbs import DRAFTERS, SIGNERS, VIEWERS
from goldenthread.people.history import head, history_of
from goldenthread.people.history.verifying import verify
from goldenthread.people.models import HistoryLine
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions as plans
from goldenthread.plans.seeing import WHOLE
from goldenthread.plans.tests.factories import recorded
from goldenthread.sources import files
from goldenthread.sources.errors import DamagedFile
from goldenthread.sources.models import StoredFile, Upload

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fixed_clock")]


@pytest.fixture
def plan(cast):
    return recorded(cast)


@pytest.fixture
def chair(cast):
    return make_user("Cara Chair", cast.aldermere, Role.BOARD_CHAIR)


def frozen(paper, form):
    row = paper.files.select_related("upload__file__authority").get(form=form)
    return integrity.content_of(row)


def test_the_last_section_says_by_whom_when_on_which_history_and_what_was_missing(fixed_clock):
    fixed_clock.move_to("2026-07-01T08:05:00+00:00")
    document = Document(
        title="T", authority="A", as_at=TODAY, blocks=(Note("No figure.", "missing"), Note("Info"))
    )
    made = with_sign_off(
        document,
        SignOff(
            public_id="P1-S2", post="Director", at=timezone.now(), head=(7, "ab"), replaces="P1-S1"
        ),
    )
    assert made.blocks[:2] == document.blocks
    heading, facts, missing, _ = made.blocks[2:]
    assert (heading, missing.points[0][0].text) == (Heading(1, "Sign-off"), "No figure.")
    assert {term: runs[0].text for term, runs in facts.pairs} == {
        "Signed paper": "P1-S2",
        "Signed off by": "Director",
        "On": "1 July 2026 at 09:05, London time",
        "Head of the history": "7 ab",
        "Missing when signed": "1",
        "It replaces": "P1-S1",
    }


def test_a_paper_that_lacks_nothing_says_so_and_lists_nothing(fixed_clock):
    document = Document(title="T", authority="A", as_at=TODAY)
    told = SignOff(public_id="P1-S1", post="Director", at=timezone.now(), head=(7, "ab"))
    made = with_sign_off(document, told)
    [facts] = [block for block in made.blocks if isinstance(block, Facts)]
    assert ("Missing when signed", "Nothing") in [(t, r[0].text) for t, r in facts.pairs]
    assert not [block for block in made.blocks if isinstance(block, Bullets)]


@pytest.mark.parametrize("name", ["action_plan", "coverage", "highlight_report"])
def test_each_paper_is_frozen_in_all_its_forms_with_their_hashes(cast, plan, name):
    view(plan, cast.bob)
    paper = signed(plan, cast.bob, name=name)
    assert {file.form for file in paper.files.all()} == set(FORMS)
    for file in paper.files.all():
        assert hashlib.sha256(frozen(paper, file.form)).hexdigest() == file.sha256


def test_the_frozen_paper_prints_post_day_and_the_head_that_stood_before_it_was_signed(cast, plan):
    post_for(cast, cast.bob, "Director of Children's Services")
    before = head()
    paper = signed(plan, cast.bob)
    html = frozen(paper, "html").decode()
    assert (paper.history_count, paper.history_hash) == before
    assert f"{before[0]} {before[1]}" in html
    assert "Director of Children&#x27;s Services" in html or "Director of Children's" in html
    assert "16 March 2026 at 09:30, London time" in html
    assert "Bob" not in html
    assert (paper.public_id, paper.post) == ("P1-S1", "Director of Children's Services")


def test_what_is_missing_is_kept_with_the_paper(cast, plan):
    view(plan, cast.bob)
    paper = signed(plan, cast.bob, name="highlight_report")
    assert "Nothing is shown yet: no action has its evidence checked." in paper.missing
    assert all(one in frozen(paper, "html").decode() for one in paper.missing)


def test_a_highlight_report_needs_the_signed_view_of_its_day(cast, plan, chair):
    draft(plan, cast.alice)
    with pytest.raises(NotAllowedNow, match=r"A director of Aldermere types it") as refused:
        signed(plan, chair, name="highlight_report")
    assert "16 March 2026" in str(refused.value)
    mine = view(plan, cast.bob)
    assert signed(plan, chair, name="highlight_report").overall_view == mine


def test_the_view_of_another_day_does_not_do(cast, plan, fixed_clock):
    view(plan, cast.bob)
    fixed_clock.shift(timedelta(days=1))
    with pytest.raises(NotAllowedNow, match="is not signed"):
        signed(plan, cast.bob, name="highlight_report", as_at=TODAY + timedelta(days=1))


def test_the_second_of_a_day_replaces_the_first_and_both_are_kept(cast, plan, chair):
    first, other = signed(plan, cast.bob), signed(plan, cast.bob, name="action_plan")
    second = signed(plan, chair)
    assert (first.replaces, other.replaces, second.replaces) == (None, None, first)
    assert [one.public_id for one in (first, other, second)] == ["P1-S1", "P1-S2", "P1-S3"]
    assert "P1-S1" in frozen(second, "html").decode()
    assert frozen(first, "docx") != frozen(second, "docx")


def test_a_signed_paper_stays_as_it_is_when_the_plan_goes_on(cast, plan):
    paper = signed(plan, cast.bob, name="action_plan")
    before = frozen(paper, "docx")
    plans.add_update(action=plan.actions.first(), by=cast.alice, text="Much has changed")
    assert frozen(paper, "docx") == before


def test_officers_and_other_councils_do_not_sign(cast, plan):
    for user in (cast.alice, cast.charlie):
        with pytest.raises(NotAllowed, match="You may not sign papers off"):
            signed(plan, user)
    assert not SignedPaper.objects.exists()


def test_a_day_to_come_is_not_signed(cast, plan):
    with pytest.raises(NotAllowedNow, match="is to come"):
        signed(plan, cast.bob, as_at=TODAY + timedelta(days=1))


def broken(document):
    raise RuntimeError("no ink")


@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_cannot_be_rendered_leaves_nothing_signed(cast, plan, form, monkeypatch):
    monkeypatch.setitem(FORMS, form, replace(FORMS[form], render=broken))
    lines = HistoryLine.objects.count()
    with pytest.raises(RuntimeError):
        signed(plan, cast.bob)
    assert (SignedPaper.objects.count(), Upload.objects.count()) == (0, 0)
    assert HistoryLine.objects.count() == lines


def test_a_form_that_cannot_be_stored_leaves_nothing_signed_and_its_bytes_are_swept(
    cast, plan, monkeypatch, folder
):
    monkeypatch.setitem(FORMS, "html", replace(FORMS["html"], render=lambda document: b""))
    with pytest.raises(Exception, match="empty"):
        signed(plan, cast.bob)
    assert (SignedPaper.objects.count(), StoredFile.objects.count()) == (0, 0)
    assert [path for path in folder.rglob("*") if path.is_file()]
    files.sweep(older_than=timedelta(days=-10_000))
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_whoever_renders_while_somebody_else_signs_is_told(cast, plan, chair, monkeypatch):
    real = FORMS["docx"].render

    def meanwhile(document):
        monkeypatch.setitem(FORMS, "docx", replace(FORMS["docx"], render=real))
        signed(plan, chair, name="action_plan")
        return real(document)

    monkeypatch.setitem(FORMS, "docx", replace(FORMS["docx"], render=meanwhile))
    with pytest.raises(NotAllowedNow, match="P1-S1, Action plan, was signed off meanwhile") as told:
        signed(plan, cast.bob)
    assert "Board chair (post not recorded), 16 March 2026 at 09:30" in str(told.value)
    assert SignedPaper.objects.get().by == chair


def test_a_view_signed_meanwhile_stops_the_report_that_prints_the_one_before(
    cast, plan, monkeypatch
):
    view(plan, cast.bob)
    real = FORMS["docx"].render

    def meanwhile(document):
        view(plan, cast.bob, text="On second thoughts.")
        return real(document)

    monkeypatch.setitem(FORMS, "docx", replace(FORMS["docx"], render=meanwhile))
    with pytest.raises(NotAllowedNow, match="another overall view meanwhile"):
        signed(plan, cast.bob, name="highlight_report")


def test_the_history_names_the_paper_its_head_and_its_files(cast, plan):
    paper = signed(plan, cast.bob)
    [entry] = history_of(paper)
    told = {change.name: change.after for change in entry.changes}
    assert (entry.verb, entry.by, told["paper"]) == ("signed off", cast.bob, "coverage")
    assert told["history"] == f"{paper.history_count} {paper.history_hash}"
    assert told["SHA-256 of docx"] == paper.files.get(form="docx").sha256


def test_the_history_that_a_paper_prints_verifies_and_another_one_does_not(
    cast, plan, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        paper = signed(plan, cast.bob)
    assert integrity.line_of(paper) == "holds"
    assert verify(integrity.printed_heads()).holds
    assert not verify([(paper.history_count, "f" * 64)]).holds
    assert integrity.line_of(SignedPaper(history_count=paper.history_count, history_hash="f")) == (
        "differs"
    )
    assert integrity.line_of(SignedPaper(history_count=10**6, history_hash="f")) == "missing"


def test_a_frozen_file_that_was_changed_or_lost_is_told_of_and_never_handed_out(cast, plan):
    paper = signed(plan, cast.bob)
    assert [one.wrong for one in integrity.files_of(paper)] == [""] * len(FORMS)
    docx, pdf = (paper.files.get(form=form).upload.file for form in ("docx", "pdf"))
    files.path_of(docx).write_bytes(b"PK other words")
    files.path_of(pdf).unlink()
    wrong = {one.file.form: one.wrong for one in integrity.files_of(paper)}
    assert "SHA-256 differs" in wrong["docx"]
    assert "missing" in wrong["pdf"]
    assert wrong["html"] == wrong["xlsx"] == ""


def test_a_frozen_file_whose_hash_was_changed_in_the_database_is_not_handed_out(cast, plan):
    row = signed(plan, cast.bob).files.select_related("upload__file__authority").get(form="docx")
    triggers.drop(connection)
    FrozenFile.objects.filter(pk=row.pk).update(sha256="f" * 64)
    row.refresh_from_db()
    with pytest.raises(DamagedFile, match="not the one that was signed"):
        integrity.content_of(row)


def test_whoever_drafts_or_signs_sees_whole_plans_by_their_role():
    assert DRAFTERS | VIEWERS | SIGNERS <= WHOLE


def test_a_signed_paper_is_seen_by_who_sees_the_whole_plan(cast, plan):
    paper = signed(plan, cast.bob)
    lead = make_user("Lea Lead", cast.aldermere, Role.LEAD)
    clerk = make_user("Cleo Clerk", cast.aldermere, Role.CLERK)
    seen = SignedPaper.objects.visible_to
    assert list(seen(cast.alice)) == list(seen(cast.bob)) == [paper]
    for user in (cast.charlie, lead, clerk):
        assert not seen(user).exists()
        assert not FrozenFile.objects.visible_to(user).exists()


def test_a_signed_paper_is_never_changed_or_deleted(cast, plan):
    paper = signed(plan, cast.bob)
    paper.title = "Another"
    with pytest.raises(NotAllowedNow, match="never changed"):
        paper.save()
    with pytest.raises(NotAllowedNow, match="never deleted"):
        paper.delete()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE papers_signedpaper SET title = 'Another'",
        "UPDATE papers_signedpaper SET history_hash = 'f'",
        "DELETE FROM papers_frozenfile",
        "UPDATE papers_frozenfile SET sha256 = 'f'",
        "UPDATE papers_overallview SET signed = NOT signed",
        "DELETE FROM papers_overallview",
    ],
)
def test_the_database_itself_refuses_to_change_what_was_signed(cast, plan, sql):
    view(plan, cast.bob)
    signed(plan, cast.bob, name="highlight_report")
    with (
        pytest.raises(DatabaseError, match="only ever added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


@pytest.mark.sqlite
def test_a_row_is_not_replaced_by_another(cast, plan):
    signed(plan, cast.bob)
    with (
        pytest.raises(DatabaseError, match="never replaced"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("REPLACE INTO papers_frozenfile SELECT * FROM papers_frozenfile")


def test_every_trigger_is_in_place():
    assert triggers.missing(connection) == set()


def test_every_table_of_the_room_is_kept():
    made = {model._meta.db_table for model in apps.get_app_config("papers").get_models()}
    assert made == set(triggers.KEPT)
