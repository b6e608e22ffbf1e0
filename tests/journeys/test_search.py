"""Looking for something from any page: by words, then by reference."""

import pytest
from playwright.sync_api import expect

from goldenthread.people.tests.factories import PASSWORD, make_cast
from goldenthread.plans import actions
from goldenthread.thread.tests.factories import file, make_world

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def page(page, live_server):
    cast = make_cast()
    world = make_world(cast)
    for n in range(8):
        actions.add_update(
            action=world.action, by=world.lena, text=f"Kestrel {n}: seen at the hub."
        )
    file(world, title="A picture of the kestrel")
    page.goto("/account/sign-in/")
    page.get_by_label("Email address").fill(cast.alice.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    return page


def test_words_are_typed_on_any_page_and_lead_to_where_they_stand(page, check):
    page.goto("/plans/")
    box = page.get_by_role("searchbox", name="Search", exact=True)
    box.fill("kestr")
    box.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Search: kestr")
    expect(page.get_by_text("There is more of some.")).to_be_visible()
    check(page, "search")
    page.get_by_role("link", name="More updates").click()
    check(page, "search-updates")
    page.get_by_role("link", name="Update of").first.click()
    expect(page.locator(":target")).to_contain_text("Kestrel 7")
    assert "#update-" in page.url


def test_nothing_found_and_a_reference(page, check):
    page.goto("/search/?q=osprey")
    expect(page.get_by_text("Nothing holds 'osprey'")).to_be_visible()
    check(page, "search-nothing")
    page.get_by_label("Words, or a reference such as P1-A12").fill("p1-a1")
    page.get_by_role("button", name="Search").last.click()
    page.wait_for_url("**/P1-A1/")
