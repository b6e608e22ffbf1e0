"""Signing on the pages: the overall view, the confirmation, the signed paper and its finished versions."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django.utils.html import escape

from goldenthread.papers.models import Compared, FinishedVersion, OverallView, SignedPaper, Taken
from goldenthread.papers.renderers import FORMS
from goldenthread.papers.tests.factories import VIEW, draft, finished, signed, view
from goldenthread.people.models import Job
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.sources import files
from goldenthread.sources.models import Suspicion

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fixed_clock")]
REPORT, COVERAGE = "/papers/990/P1/highlight_report/", "/papers/990/P1/coverage/"
OVERALL, SIGN = f"{REPORT}overall-view/", f"{COVERAGE}sign-off/"
PAPER = "/papers/990/P1/signed/P1-S1/"
ROW = {"kind": "changed", "where": "Late, P1-A1, Deadline", "before": "2", "after": "3"}


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")
    return tmp_path / "files"


@pytest.fixture
def paper(cast, plan):
    return signed(plan, cast.bob)


@pytest.fixture
def version(cast, paper):
    """A version that Bob brought in; nobody has compared it."""
    return finished(paper, cast.bob, b"%PDF-1.4 a page", name="Finished.pdf")


def found(version, state="differs", rows=(ROW,), why=""):
    return Compared.objects.create(
        finished=version, state=state, why=why, differences=list(rows), at=timezone.now()
    )


def of(version, page=""):
    return f"{PAPER}finished/{version.pk}/{page}"


def test_the_report_leads_to_its_overall_view_and_to_signing(bob, plan):
    shown = bob.get(REPORT).text
    for page in ("overall-view", "sign-off"):
        assert f'href="{REPORT}{page}/?as_at_0=16&amp;as_at_1=3&amp;as_at_2=2026"' in shown
    assert "overall-view" not in bob.get(COVERAGE).text


def test_an_officer_may_draft_and_is_not_offered_to_sign(alice, plan):
    shown = alice.get(REPORT).text
    assert "overall-view/" in shown
    assert "sign-off/" not in shown
    assert "Sign the overall view" not in alice.get(OVERALL).text
    assert alice.get(SIGN).status_code == 403


def test_a_director_signs_the_view_that_the_report_then_prints(bob, plan):
    page = bob.post(OVERALL, {"text": VIEW, "do": "sign"}, follow=True)
    assert "The overall view is signed" in page.text
    assert VIEW in page.text.partition('<article class="gt-paper"')[2]


def test_a_draft_is_kept_and_taken_over_in_the_form(alice, bob, plan):
    page = alice.post(OVERALL, {"text": VIEW, "do": "draft"}, follow=True)
    assert "The draft is kept" in page.text
    form = bob.get(OVERALL).text
    assert escape(VIEW) in form
    assert "is a draft and not signed by Improvement officer (post not recorded)" in form
    assert "Sign the overall view" in form


def test_the_view_of_an_earlier_day_fills_the_form_and_says_so(browser_of, plan, cast, fixed_clock):
    view(plan, cast.bob)
    fixed_clock.move_to("2026-03-20T09:30:00+00:00")
    form = browser_of(cast.bob).get(OVERALL).text
    assert VIEW in form
    assert "The box holds the view of 16 March 2026" in form


def test_an_officer_who_presses_sign_all_the_same_is_refused(alice, plan):
    assert alice.post(OVERALL, {"text": VIEW, "do": "sign"}).status_code == 403
    assert not OverallView.objects.exists()


def test_an_empty_view_is_refused_at_its_box(bob, plan):
    page = bob.post(OVERALL, {"text": "", "do": "sign"})
    assert page.status_code == 422
    assert "Overall view: nothing entered" in page.text


def test_what_may_tell_who_a_child_is_is_shown_masked_and_asked_about(bob, plan):
    text = "NHS number 943 476 5919 was seen sooner."
    page = bob.post(OVERALL, {"text": text, "do": "sign"})
    assert page.status_code == 422
    assert "may tell who a child is" in page.text
    assert "nobody&#x27;s personal data" in page.text or "nobody's personal data" in page.text
    why = {"text": text, "do": "sign", "not_personal": "A number of the textbook"}
    assert "is signed" in bob.post(OVERALL, why, follow=True).text
    assert "look at this" in bob.post(OVERALL, {"text": text, "do": "draft"}, follow=True).text


def test_other_papers_have_no_overall_view(bob, plan):
    assert bob.get(f"{COVERAGE}overall-view/").status_code == 404


def test_before_signing_it_is_said_what_is_frozen_and_what_is_missing(bob, plan):
    page = bob.get("/papers/990/P1/action_plan/sign-off/")
    assert "The paper is frozen as it stands now, as at 16 March 2026" in page.text
    assert "Actions without a lead: 1." in page.text
    assert "cannot be undone" in page.text
    assert not SignedPaper.objects.exists()


def test_a_paper_is_signed_off_and_its_page_shows_what_was_frozen(bob, plan):
    page = bob.post(SIGN, {"after": ""}, follow=True)
    paper = SignedPaper.objects.get()
    assert "P1-S1 is signed off and frozen" in page.text
    for file in paper.files.all():
        assert file.sha256 in page.text
    assert paper.history_hash in page.text
    assert "still has the hash that this paper prints" in page.text
    assert "byte for byte as it was signed" in page.text
    assert "sha256sum" in page.text


def test_a_report_without_a_signed_view_cannot_be_signed_and_says_who_types_it(bob, plan):
    page = bob.get(f"{REPORT}sign-off/")
    assert "A director of Aldermere types it" in page.text
    assert "Sign off and freeze" not in page.text
    refused = bob.post(f"{REPORT}sign-off/", {"after": ""})
    assert refused.status_code == 422
    assert not SignedPaper.objects.exists()


def test_who_may_not_type_the_view_is_not_led_to_it(browser_of, cast, plan):
    chair = browser_of(make_user("Cara Chair", cast.aldermere, Role.BOARD_CHAIR))
    page = chair.get(f"{REPORT}sign-off/")
    assert "A director of Aldermere types it" in page.text
    assert "overall-view/" not in page.text


def test_pressing_twice_signs_once_and_says_that_it_was_signed(bob, plan):
    bob.post(SIGN, {"after": ""})
    again = bob.post(SIGN, {"after": ""})
    assert again.status_code == 422
    assert "P1-S1 was signed off since this page was opened" in again.text
    assert SignedPaper.objects.count() == 1


def test_a_day_to_come_is_not_signed(bob, plan):
    page = bob.get(f"{SIGN}?as_at_0=1&as_at_1=1&as_at_2=2030")
    assert "is to come" in page.text
    assert "Sign off and freeze" not in page.text
    assert bob.get(f"{SIGN}?as_at_0=31&as_at_1=2&as_at_2=2026").status_code == 409


def test_the_list_shows_each_signed_paper_with_its_files_and_hashes(alice, cast, plan):
    assert "Nothing is signed off yet" in alice.get("/papers/990/P1/").text
    first, second = signed(plan, cast.bob), signed(plan, cast.bob)
    page = alice.get("/papers/990/P1/")
    for paper in (first, second):
        for file in paper.files.all():
            assert file.sha256 in page.text
    assert "Replaced by" in page.text
    assert page.text.index("P1-S2: Coverage") < page.text.index("P1-S1: Coverage")


def test_a_longer_list_costs_no_more_queries(alice, cast, plan, queries_of):
    signed(plan, cast.bob)
    before = queries_of(alice, "/papers/990/P1/")
    for name in ("coverage", "action_plan"):
        signed(plan, cast.bob, name=name)
    assert queries_of(alice, "/papers/990/P1/") == before


@pytest.mark.parametrize("form", FORMS)
def test_the_frozen_bytes_are_handed_out(alice, paper, form):
    file = paper.files.get(form=form)
    answer = alice.get(f"{PAPER}{form}/")
    assert answer.content == files.path_of(file.upload.file).read_bytes()
    assert file.upload.name in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Type"] == FORMS[form].media_type


def test_a_file_that_was_tampered_with_is_told_of_and_not_handed_out(alice, paper):
    files.path_of(paper.files.get(form="docx").upload.file).write_bytes(b"PK")
    page = alice.get(PAPER)
    assert "SHA-256 differs" in page.text
    assert alice.get(f"{PAPER}docx/").status_code == 400


def test_a_history_that_no_longer_fits_is_told_of(alice, paper, monkeypatch):
    monkeypatch.setattr("goldenthread.papers.integrity.line_of", lambda _: "differs")
    assert "has another hash than this paper prints" in alice.get(PAPER).text


def test_who_does_not_see_the_whole_plan_sees_no_signed_paper(charlie, browser_of, cast, paper):
    clerk = browser_of(make_user("Cleo Clerk", cast.aldermere, Role.CLERK))
    for client in (charlie, clerk):
        for page in ("", "docx/", "finished/"):
            assert client.get(PAPER + page).status_code == 404


def test_a_finished_version_is_brought_in_and_its_progress_is_shown(bob, paper):
    file = SimpleUploadedFile("Finished.pdf", b"%PDF-1.4 a page")
    page = bob.post(f"{PAPER}finished/", {"file": file}, follow=True)
    assert "Comparing Finished.pdf" in page.text
    assert "Waiting for its turn" in page.text
    version = FinishedVersion.objects.get()
    assert "Not compared yet" in bob.get(PAPER).text
    part = bob.get(of(version, "progress/"), headers={"HX-Request": "true"})
    assert "<html" not in part.text


@pytest.mark.parametrize("data", [b"", b"Only text"])
def test_what_is_no_word_file_and_no_pdf_is_refused_on_the_form(bob, paper, data):
    file = SimpleUploadedFile("Finished.docx", data)
    page = bob.post(f"{PAPER}finished/", {"file": file})
    assert page.status_code == 422
    assert not FinishedVersion.objects.exists()


def test_an_officer_sees_finished_versions_and_is_not_offered_to_bring_one_in(alice, version):
    found(version)
    assert "Bring in the finished paper" not in alice.get(PAPER).text
    assert alice.get(f"{PAPER}finished/").status_code == 403
    page = alice.get(of(version))
    assert "Take as the signed one" not in page.text
    assert alice.post(of(version, "take/"), {"why": "x"}).status_code == 403


def test_once_compared_it_is_shown_what_differs(bob, version):
    found(version)
    page = bob.get(of(version))
    assert "1 figure differs" in page.text
    assert "Late, P1-A1, Deadline" in page.text
    done = bob.get(of(version, "progress/"), headers={"HX-Request": "true"})
    assert done.headers["HX-Redirect"] == of(version)
    assert bob.get(of(version, "progress/")).url == of(version)


@pytest.mark.parametrize(
    ("state", "why", "words"),
    [
        ("same figures", "", "Same figures."),
        ("same figures", "Every figure stands there.", "Every figure stands there."),
        ("cannot be compared", "It has no words.", "It could not be compared. It has no words."),
    ],
)
def test_the_same_figures_and_what_was_not_compared_are_told(bob, version, state, why, words):
    found(version, state=state, rows=(), why=why)
    assert words in bob.get(of(version)).text


def test_taking_what_differs_needs_a_reason_and_then_both_are_shown(bob, version):
    found(version)
    refused = bob.post(of(version, "take/"), {"why": ""})
    assert refused.status_code == 422
    assert "Why it counts as the signed one: nothing entered" in refused.text
    page = bob.post(of(version, "take/"), {"why": "A slip in the table"}, follow=True)
    assert "Finished.pdf counts as the signed one" in page.text
    assert "1 figure differs. Taken by Director (post not recorded)" in page.text
    assert "Why: A slip in the table" in page.text
    assert "Frozen files" in page.text
    assert "Late, P1-A1, Deadline" in page.text
    assert Taken.objects.count() == 1
    assert "Take as the signed one" not in bob.get(of(version)).text


def test_the_same_figures_are_taken_without_a_reason(bob, version):
    found(version, state="same figures", rows=())
    assert "(optional)" in bob.get(of(version)).text
    page = bob.post(of(version, "take/"), {"why": ""}, follow=True)
    assert "Same figures. Taken by Director" in page.text


def test_work_that_failed_is_told_of_and_can_be_asked_for_again(bob, version):
    jobs = Job.objects.filter(kind="papers.compare")
    jobs.update(state="failed", message="The worker stopped.", finished_at=timezone.now())
    page = bob.get(of(version))
    assert "The worker stopped. Have it compared again." in page.text
    assert "is being compared again" in bob.post(of(version, "again/"), follow=True).text


def test_the_finished_file_is_handed_out_unless_it_is_restricted(alice, browser_of, cast, plan):
    paper = signed(plan, cast.bob)
    version = finished(paper, cast.bob, b"%PDF-1.4 a page", name="Finished.pdf")
    found(version)
    assert alice.get(of(version, "file/")).content == b"%PDF-1.4 a page"
    chair = browser_of(make_user("Cara Chair", cast.aldermere, Role.BOARD_CHAIR))
    assert chair.get(of(version, "file/")).status_code == 200
    Suspicion.objects.create(
        upload=version.upload, start=0, end=3, kind="child_name", excerpt="…", reason="A name",
        decision="restricted", decided_by=cast.bob, decided_at=timezone.now(), why="A child",
    )  # fmt: skip
    assert chair.get(of(version, "file/")).status_code == 403
    page = chair.get(of(version))
    assert "what was read of it is not shown to you" in page.text
    assert "Late, P1-A1, Deadline" not in page.text


def test_a_director_signs_their_own_words_over_a_draft(bob, cast, plan):
    draft(plan, cast.alice)
    bob.post(OVERALL, {"text": "My own words", "do": "sign"})
    assert OverallView.objects.signed().get().text == "My own words"


def test_a_paper_that_replaces_another_says_so_and_the_earlier_one_too(bob, cast, plan, paper):
    signed(plan, cast.bob)
    assert "It replaces" in bob.get("/papers/990/P1/signed/P1-S2/").text
    assert "Replaced by" in bob.get(PAPER).text
