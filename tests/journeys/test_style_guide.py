"""Every component is accessible, at both widths, and works with and without JavaScript."""

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def shown(settings):
    settings.STYLE_GUIDE = True


def test_every_component_is_accessible_and_fits(page, sign_in, check):
    sign_in(page)
    page.goto("/style-guide/")
    check(page, "style-guide")


@pytest.mark.parametrize("name", ["progress/0", "confirm", "done"])
def test_the_pages_of_their_own_are_accessible_and_fit(page, sign_in, check, name):
    sign_in(page)
    page.goto(f"/style-guide/{name}/")
    check(page, f"style-guide-{name.partition('/')[0]}")


def test_a_message_can_be_undone(page, sign_in, check):
    sign_in(page)
    page.goto("/style-guide/")
    page.get_by_role("button", name="Show a message with undo").click()
    expect(page.get_by_text("Row 41 was split into two.").first).to_be_visible()
    check(page, "message")
    page.get_by_role("button", name="Undo", exact=False).first.click()
    expect(page.get_by_text("Row 41 is one row again.")).to_be_visible()


def test_a_refusal_is_said_where_messages_stand(page, sign_in):
    sign_in(page)
    page.goto("/style-guide/")
    page.get_by_role("button", name="Show a refusal").click()
    expect(page.get_by_role("alert").filter(has_text="already done")).to_be_visible()
    assert page.url.endswith("/style-guide/")


def test_a_refusal_without_javascript_is_a_page(plain_page, sign_in):
    sign_in(plain_page)
    plain_page.goto("/style-guide/")
    plain_page.get_by_role("button", name="Show a refusal").click()
    expect(plain_page.get_by_role("heading", level=1)).to_have_text("That was not done")
    expect(plain_page.get_by_text("P1-A12 is already done.")).to_be_visible()


def test_progress_is_asked_for_again_until_the_work_is_finished(page, sign_in):
    sign_in(page)
    page.goto("/style-guide/progress/4/")
    expect(page.get_by_role("link", name="Look at what was read")).to_be_visible(timeout=15_000)


def test_progress_without_javascript_is_looked_at_by_a_link(plain_page, sign_in):
    sign_in(plain_page)
    plain_page.goto("/style-guide/progress/6/")
    plain_page.get_by_role("link", name="Look again").click()
    expect(plain_page.get_by_role("link", name="Look at what was read")).to_be_visible()


def test_a_table_on_a_phone_is_still_a_table_to_a_screen_reader(page, sign_in):
    sign_in(page)
    page.goto("/style-guide/")
    table = page.get_by_role("table", name="Actions of the Aldermere improvement plan")
    expect(table.get_by_role("row")).to_have_count(4)
    expect(table.get_by_role("columnheader")).to_have_count(5)
