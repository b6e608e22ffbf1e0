"""Before a visit of inspectors: prepared, looked at and printed, at a desk and on a phone."""

import pytest
from playwright.sync_api import expect

from goldenthread.inspections.models import Visit
from goldenthread.inspections.tests.test_visits import letter
from goldenthread.people.tests.factories import PASSWORD, make_cast
from goldenthread.thread.tests.factories import file, make_world
from tests.journeys.test_my_work import Hand

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def patience():
    """An answer may take long on a machine that does much else."""
    expect.set_options(timeout=20_000)
    yield
    expect.set_options(timeout=None)


@pytest.fixture
def world(live_server):
    """One recommendation with one action; a letter says what has improved and what has not."""
    world = make_world(make_cast())
    file(world)
    letter(world.cast)
    return world


@pytest.fixture
def officer(world):
    return world.cast.alice


def test_a_visit_is_prepared_in_two_fields_and_printed_with_one_press(
    page, sign_in, live_server, world, check
):
    sign_in(page, password=PASSWORD)
    page.goto(f"{live_server.url}/library/visits/")
    check(page, "visits-none")
    hand = Hand()
    hand.press(page.get_by_role("button", name="Prepare for a visit"))
    expect(page.get_by_label("Recommendation 1", exact=False)).to_have_count(0)
    check(page, "visit-prepare")
    hand.fill("when", page.get_by_label("When is it expected?"), "October 2026")
    hand.fill("scope", page.get_by_label("What will the inspectors look at?"), "The front door.")
    hand.press(page.get_by_role("button", name="Prepare", exact=True))
    expect(page.get_by_role("heading", level=1)).to_contain_text("October 2026")
    assert (hand.presses, hand.fields) == (2, {"when", "scope"})
    for said in (
        "no test asks for a difference to children",
        "First visits are in time.",
        "Plans are not yet clear.",
        "What we do not know",
    ):
        expect(page.get_by_text(said).first).to_be_visible()
    check(page, "visit")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Print on two sides").click()
    assert taken.value.suggested_filename == "visit October 2026.pdf"
    page.get_by_role("link", name="P1-A1").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("P1-A1")


def test_its_letter_is_one_press_away_and_the_keyboard_suffices(
    page, sign_in, live_server, world, check
):
    sign_in(page, password=PASSWORD)
    page.goto(f"{live_server.url}/library/visits/prepare/")
    page.get_by_label("What will the inspectors look at?").fill("The front door.")
    page.get_by_role("button", name="Prepare", exact=True).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("day not known")
    page.get_by_role("link", name="Record its letter").press("Enter")
    check(page, "visit-letter")
    page.get_by_label("Which letter followed it?").select_option(index=1)
    page.get_by_role("button", name="Record it").press("Enter")
    expect(page.get_by_text("Letter recorded")).to_be_visible()
    assert not Visit.objects.to_come().exists()
    check(page, "visit-over")
