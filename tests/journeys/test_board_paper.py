"""A board paper: from the plan to the paper as it will print, and to its file."""

import pytest
from docx import Document
from playwright.sync_api import expect

from goldenthread.people.tests.factories import PASSWORD, make_cast
from goldenthread.people.worker import Worker
from goldenthread.plans.tests.factories import recorded

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
VIEW = "We see children sooner than in January, and we know it from the audits."


@pytest.fixture
def officer(live_server):
    """Alice Archer of Aldermere, whose council has a plan."""
    cast = make_cast()
    recorded(cast)
    return cast.alice


def test_a_board_paper_is_one_click_from_the_plan_and_its_file_one_more(
    page, officer, sign_in, check
):
    sign_in(page, password=PASSWORD)
    page.goto("/plans/990/P1/")
    page.get_by_role("link", name="Print the plan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Action plan")
    expect(page.get_by_role("heading", name="What is missing")).to_be_visible()
    expect(page.get_by_role("article").get_by_role("table").first).to_be_visible()
    check(page, "board-paper")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Word", exact=True).click()
    assert saved.value.suggested_filename.endswith(".docx")
    with page.expect_download() as saved:
        page.get_by_role("link", name="PDF", exact=True).click()
    assert saved.value.suggested_filename.endswith(".pdf")


def test_a_day_without_a_paper_is_refused_at_its_field(page, officer, sign_in, check):
    sign_in(page, password=PASSWORD)
    page.goto("/papers/990/P1/")
    check(page, "papers")
    page.get_by_role("link", name="Highlight report").click()
    check(page, "highlight-report")
    page.get_by_role("link", name="Papers", exact=True).click()
    page.get_by_role("link", name="Coverage").click()
    check(page, "coverage-paper")
    page.get_by_label("Year").fill("2999")
    page.get_by_label("Month").fill("1")
    page.get_by_label("Day", exact=True).fill("1")
    page.get_by_role("button", name="Show this day").click()
    expect(page.get_by_role("alert")).to_contain_text("is to come")
    check(page, "paper-refused")


def worker():
    """Do what is left to the worker, as `manage.py worker` does."""
    Worker().run(until_empty=True)


def with_another_figure(path):
    """The Word file as somebody saves it who has written another number in it."""
    document = Document(path)
    [said] = [one for one in document.paragraphs if one.text.startswith("Evidence checked by kind")]
    said.runs[0].text = said.text.replace("0 done", "7 done")
    for run in said.runs[1:]:
        run.text = ""
    document.save(path)
    return path


@pytest.fixture
def director(live_server, settings, tmp_path):
    """Bob Baker of Aldermere, whose council has a plan."""
    settings.FILES_DIR = str(tmp_path / "files")
    cast = make_cast()
    recorded(cast)
    return cast.bob


@pytest.fixture
def sign_in_as_director(director):
    def typed(page):
        page.goto("/account/sign-in/")
        page.get_by_label("Email address").fill(director.email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()

    return typed


def test_a_director_signs_the_report_and_takes_the_version_finished_in_word(
    page, sign_in_as_director, check, tmp_path
):
    sign_in_as_director(page)
    page.goto("/papers/990/P1/highlight_report/")
    page.get_by_role("link", name="Sign off").click()
    expect(page.get_by_text("A director of Aldermere types it")).to_be_visible()
    check(page, "sign-off-too-early")
    page.get_by_role("link", name="Overall view").click()
    page.get_by_label("Overall view").fill(VIEW)
    check(page, "overall-view")
    page.get_by_role("button", name="Sign the overall view").click()
    expect(page.get_by_role("article").get_by_text(VIEW)).to_be_visible()
    page.get_by_role("link", name="Sign off").click()
    check(page, "sign-off")
    page.get_by_role("button", name="Sign off and freeze").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Highlight report, signed off")
    check(page, "signed-paper")
    with page.expect_download() as saved:
        page.get_by_role("link", name="Word", exact=True).click()
    file = tmp_path / "Finished.docx"
    saved.value.save_as(file)
    page.get_by_role("button", name="Bring in the finished paper").click()
    check(page, "bring-in")
    page.locator("input[type=file]").set_input_files(with_another_figure(file))
    page.get_by_role("button", name="Bring it in").click()
    expect(page.locator("#progress").get_by_role("status")).to_have_text("Waiting for its turn")
    check(page, "comparing")
    worker()
    expect(page.get_by_role("table", name="Figures that differ")).to_contain_text("7")
    check(page, "finished-version")
    page.get_by_role("button", name="Take as the signed one").click()
    expect(page.get_by_role("alert")).to_contain_text("Why it counts as the signed one")
    page.get_by_label("Why it counts as the signed one").fill("Seven were checked on the day.")
    page.get_by_role("button", name="Take as the signed one").click()
    expect(page.get_by_text("Why: Seven were checked on the day.")).to_be_visible()
    check(page, "signed-and-finished")
    page.get_by_role("link", name="Papers", exact=True).click()
    expect(page.get_by_role("heading", name="P1-S1: Highlight report")).to_be_visible()
    check(page, "signed-papers")


def test_a_paper_is_signed_without_javascript(plain_page, sign_in_as_director):
    sign_in_as_director(plain_page)
    plain_page.goto("/papers/990/P1/coverage/")
    plain_page.get_by_role("link", name="Sign off").click()
    plain_page.get_by_role("button", name="Sign off and freeze").click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("Coverage, signed off")
