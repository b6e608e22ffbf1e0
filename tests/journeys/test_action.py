"""An action: update, file, check, return, accept; two people at once; no JavaScript; a partner."""

from datetime import date

import pytest
from playwright.sync_api import expect

from goldenthread.people.actions import add_partner
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import PASSWORD, make_cast, make_user
from goldenthread.plans import actions
from goldenthread.plans.models import EvidenceLink
from goldenthread.plans.tests.evidence_factories import accept, file, make_world

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

DROP = """([form, name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, {type: "text/plain"}));
  form.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def world(live_server, settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")
    return make_world(make_cast())


@pytest.fixture
def enter(world):
    """Signs somebody in by typing, and opens the action."""

    def entered(page, user):
        page.goto("/account/sign-in/")
        page.get_by_label("Email address").fill(user.email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        page.goto(f"/actions/990/{world.action.public_id}/")
        return page

    return entered


def rung(page):
    return page.locator(".gt-ladder__rung[aria-current=step] .gt-ladder__number")


def test_updated_filed_by_dropping_returned_and_accepted(page, world, enter, check):
    enter(page, world.lena)
    check(page, "action-new")
    page.get_by_label("What has changed?").fill("The template is drafted")
    page.get_by_role("button", name="Save the update").click()
    expect(rung(page)).to_have_text("1")
    page.get_by_role("link", name="Say that it is done").click()
    page.locator("#do").get_by_label("Day", exact=True).fill("2")
    page.locator("#do").get_by_label("Month", exact=True).fill("3")
    page.locator("#do").get_by_label("Year", exact=True).fill("2026")
    check(page, "action-form")
    page.get_by_role("button", name="It is done").click()
    expect(rung(page)).to_have_text("2")
    # One act files it: the drop.
    form = page.locator("[data-drop]").element_handle()
    page.evaluate(DROP, [form, "template.txt", "A template"])
    expect(page.locator("#messages")).to_contain_text("was filed")
    page.locator(".gt-piece").get_by_role("button", name="Ask for a check").click()
    expect(page.locator(".gt-piece")).to_contain_text("Waiting for a check since")
    first = EvidenceLink.objects.get()
    actions.return_(link=first, by=world.carl, reason="The first page is missing")
    page.reload()
    expect(page.locator(".gt-piece")).to_contain_text("The first page is missing")
    check(page, "action-returned")
    again = file(world, title="The whole template", ask_at_once=True)
    accept(world, again)
    page.reload()
    expect(rung(page)).to_have_text("3")
    check(page, "action-accepted")


def test_two_people_at_once_lose_no_word(page, world, enter, check, browser, browser_context_args):
    enter(page, world.lena)
    page.get_by_label("What has changed?").fill("Words of Lena")
    other = browser.new_context(**browser_context_args)
    theirs = enter(other.new_page(), world.dan)
    theirs.get_by_label("What has changed?").fill("Words of Dan")
    theirs.get_by_role("button", name="Save the update").click()
    expect(theirs.locator("#messages")).to_contain_text("Your update was saved")
    page.get_by_role("button", name="Save the update").click()
    expect(page.locator("#messages")).to_contain_text("Dan Drew was here too, meanwhile")
    for one in (page, theirs):
        one.reload()
        expect(one.locator(".moj-timeline")).to_contain_text("Words of Dan")
        expect(one.locator(".moj-timeline")).to_contain_text("Words of Lena")
    # What would overwrite stops: both stand on the page, nothing typed is lost.
    page.get_by_role("link", name="Say that it is blocked").click()
    theirs.get_by_role("button", name="No change, still on course").click()
    page.get_by_label("On whom does it wait?").fill("The board")
    page.locator("#do").get_by_label("Why?").fill("No money")
    page.locator("#do").get_by_label("Day", exact=True).fill("1")
    page.locator("#do").get_by_label("Month", exact=True).fill("9")
    page.locator("#do").get_by_label("Year", exact=True).fill("2030")
    page.get_by_role("button", name="It is blocked").click()
    expect(page.locator("#since")).to_contain_text("Dan Drew")
    expect(page.locator("#do").get_by_label("Why?")).to_have_value("No money")
    check(page, "action-both")
    page.get_by_role("button", name="It is blocked").click()
    expect(page.locator("#messages")).to_contain_text("It is now: blocked")
    other.close()


def test_without_javascript_a_file_is_chosen_and_sent(plain_page, world, enter):
    enter(plain_page, world.lena)
    given = {"name": "template.txt", "mimeType": "text/plain", "buffer": b"A template"}
    plain_page.locator("[data-drop] input[type=file]").set_input_files(given)
    plain_page.get_by_role("button", name="File it").click()
    expect(plain_page.locator("#messages")).to_contain_text("was filed")
    plain_page.get_by_role("button", name="No change, still on course").click()
    expect(plain_page.locator(".moj-timeline")).to_contain_text("No change, still on course")


def test_a_partner_sees_only_its_own(page, world, enter, check):
    cast = world.cast
    health = add_partner(authority=cast.aldermere, name="Aldermere Health", by=cast.setup)
    pat = make_user("Pat Partner", cast.aldermere, Role.PARTNER_USER, partner=health)
    file(world)
    enter(page, pat)
    expect(page.get_by_role("heading", level=1)).to_have_text("Page not found")
    actions.let_stand(action=world.action, to=health, rank="delegate", by=cast.alice)
    page.reload()
    expect(page.locator(f"#test-{world.test.pk}")).to_contain_text("1 more that you may not see")
    expect(page.get_by_text("The template", exact=True)).to_have_count(0)
    check(page, "action-partner")


def test_a_kind_of_evidence_is_chosen_and_what_stands_around_is_shown(page, world, enter, check):
    cast = world.cast
    actions.add_milestone(
        action=world.action, by=world.lena, printed="31 January 2027", text="Draft"
    )
    actions.raise_risk(
        action=world.action,
        by=world.lena,
        kind="risk",
        text="Nobody is hired",
        control="Two from the next team",
        review_on=date(2099, 1, 1),
    )
    enter(page, cast.alice)
    check(page, "action-around")
    page.get_by_role("link", name="Another kind, a link or an extract").click()
    page.get_by_label("Kind of evidence").select_option("checklist")
    page.get_by_role("button", name="Show its fields").click()
    form = page.locator("#do")
    form.get_by_label("The entries").fill("First visit | 2026-03-02\nSecond visit")
    form.get_by_label("Title").fill("Visits")
    form.get_by_label("How many does it show?").fill("1")
    check(page, "action-kind")
    form.get_by_role("button", name="File the evidence").click()
    expect(page.locator("#messages")).to_contain_text("was filed")
    page.get_by_role("link", name="It is not met: file what shows it").click()
    check(page, "action-contradict")
