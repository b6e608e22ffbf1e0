"""The plan goes to Excel and back: saved, filled in, brought back, chosen, taken over; presses counted."""

import openpyxl
import pytest
from playwright.sync_api import expect

from goldenthread.people.tests.factories import PASSWORD, make_cast
from goldenthread.plans.models import Update
from goldenthread.plans.tests.factories import recorded
from tests.journeys.test_my_work import Hand

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_a_plan_is_worked_on_in_excel_and_taken_over(page, live_server, settings, tmp_path, check):
    settings.FILES_DIR = str(tmp_path / "files")
    cast = make_cast()
    recorded(cast)
    page.goto("/account/sign-in/")
    page.get_by_label("Email address").fill(cast.alice.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.goto("/plans/990/P1/")
    hand = Hand()
    hand.press(page.get_by_role("link", name="Work in Excel"))
    check(page, "tracker")
    with page.expect_download() as download:
        hand.press(page.get_by_role("button", name="Save as Excel"))
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    book = openpyxl.load_workbook(path)
    headings = {cell.value: cell.column for cell in book["Actions"][1]}
    book["Actions"].cell(2, headings["What has changed"]).value = "Nine heads were met."
    book["Actions"].cell(2, headings["State"]).value = "In progress"
    book["Actions"].cell(3, headings["Forecast"]).value = "soon"
    book.save(path)
    page.locator("input[type=file]").set_input_files(path)
    hand.press(page.get_by_role("button", name="See what was changed"))
    # Read in a process of its own, which takes a moment to start.
    page.wait_for_url("**/excel/*/")
    expect(page.get_by_role("heading", level=1)).to_have_text("2 changes in 1 action")
    expect(page.get_by_text("“soon” is no day")).to_be_visible()
    check(page, "tracker-return")
    hand.press(page.get_by_role("button", name="Take over what is ticked"))
    expect(page.get_by_role("heading", level=1)).to_have_text("1 of 1 row changed")
    check(page, "tracker-results")
    assert Update.objects.filter(text="Nine heads were met.").exists()
    # Two to have the plan in Excel, two to take over what came back.
    assert hand.presses == 4
