"""Importing: bring a plan, look, answer, cut and join, confirm, undo, confirm again."""

import re

import pytest
from playwright.sync_api import expect

from goldenthread.documents.plans.tests import drawn
from goldenthread.intake.tests.factories import plan_file, report_file
from goldenthread.people.tests.factories import PASSWORD, make_cast
from goldenthread.people.worker import Worker

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

HEADINGS = ("No", "Recommendation", "Timescale", "Action", "Lead", "By when", "Test")
ROWS = (
    ("1", "See each child alone", "3 months", "Write the visiting guide", "Ann Dale", "Sept 2013", "The guide in the minute"),
    ("1", "See each child alone", "3 months", "Sample twenty files", "", "Monthly", "A report of the sample"),
    ("2", "Carers are told how to complain", "3 months", "Send the leaflet\nTell the panel of the leaflet", "Bill Eyre", "Oct 2013", "Copy of the leaflet"),
    ("2", "Carers are told how to complain", "3 months", "Ask carers what they know", "Bill Eyre", "Nov 2013", "A survey"),
)  # fmt: skip


def as_word():
    return plan_file((HEADINGS, *ROWS), title="Aldermere improvement plan")


def as_pdf():
    cells = [[(text, 1, 1) for text in row] for row in ROWS]
    sheet = drawn.Sheet(HEADINGS, cells, [10, 40, 20, 46, 24, 20, 36])
    return drawn.as_pdf(sheet, stroke="all", title="Aldermere improvement plan")


@pytest.fixture
def officer(live_server, settings, tmp_path):
    """Alice Archer, improvement officer of Aldermere; files lie in a folder of the test."""
    settings.FILES_DIR = str(tmp_path / "files")
    return make_cast().alice


@pytest.fixture
def alice(page, sign_in):
    """The browser with Alice signed in."""
    sign_in(page, password=PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_text("My work")
    return page


@pytest.fixture
def bring(alice):
    """Uploads a file as she would, lets the worker read it, and waits for the proposal."""

    def brought(name, data):
        upload(alice, name, data)
        Worker().run(until_empty=True)
        expect(alice.locator("#work")).to_be_visible(timeout=15_000)

    return brought


def upload(page, *files):
    page.goto("/library/import/")
    given = [
        {"name": name, "mimeType": "application/octet-stream", "buffer": data}
        for name, data in zip(files[::2], files[1::2], strict=True)
    ]
    page.locator("input[type=file]").set_input_files(given)
    page.get_by_role("button", name="Upload").click()


def proofs(page):
    """The sentences of the counts."""
    return page.locator(".gt-proofs .gt-bar__sentence").all_inner_texts()


def question(page):
    return page.locator("#question-text")


def settled(page):
    """Waits until what was pressed is on the page."""
    expect(page.locator("#work.htmx-request")).to_have_count(0)


def confirm(page, name="Confirm all"):
    page.get_by_role("button", name=name).click()
    expect(page.get_by_role("heading", name="What was created")).to_be_visible()


def test_nothing_was_imported_yet_says_what_to_do(alice, check):
    alice.goto("/library/")
    alice.get_by_role("link", name="Import").click()
    expect(alice.get_by_role("heading", name="Nothing was imported yet")).to_be_visible()
    check(alice, "import-empty")


def test_reading_shows_progress_and_leads_on_by_itself(alice, check):
    upload(alice, "plan.docx", as_word())
    expect(alice.get_by_role("heading", name="Reading plan.docx")).to_be_visible()
    check(alice, "import-progress")
    Worker().run(until_empty=True)
    expect(alice.get_by_role("heading", name="What was read")).to_be_visible(timeout=15_000)


@pytest.mark.parametrize(("name", "make"), [("plan.docx", as_word), ("plan.pdf", as_pdf)])
def test_a_plan_is_confirmed_undone_and_confirmed_again_and_the_counts_agree(
    alice, bring, check, name, make
):
    bring(name, make())
    found = ["2 items found = 2 accepted + 0 refused.", "4 actions found = 4 accepted + 0 refused."]
    assert proofs(alice) == found
    check(alice, f"import-proposal-{name[-4:].strip('.')}")
    for _ in range(2):
        confirm(alice, "Confirm")
        expect(alice.locator("#messages")).to_contain_text("1 plan, 2 items and 4 actions created.")
        check(alice, "import-confirmed")
        alice.get_by_label("Why is it undone?").fill("To look again")
        alice.get_by_role("button", name="Undo this import").click()
        expect(alice.locator("#counts-heading")).to_contain_text("This import was undone")
        assert proofs(alice) == found
    check(alice, "import-undone")


def test_one_key_accepts_a_suggestion_and_the_next_question_is_asked(alice, bring, check):
    bring("plan.docx", as_word())
    alice.get_by_text("All questions").click()
    alice.get_by_role("link", name="has no lead").click()
    expect(question(alice)).to_contain_text("Carry down “Ann Dale”")
    check(alice, "import-question")
    alice.locator("h1").click()
    alice.keyboard.press("a")
    expect(alice.locator("#messages")).to_contain_text("is answered")
    expect(question(alice)).not_to_contain_text("has no lead")
    expect(alice.locator("#question")).to_be_focused()
    alice.get_by_role("button", name="Undo : Question").click()
    expect(alice.locator("#messages")).to_contain_text("taken back")


def test_keys_can_be_turned_off(alice, bring):
    bring("plan.docx", as_word())
    alice.get_by_text("All questions").click()
    alice.get_by_role("link", name="has no lead").click()
    alice.get_by_label("Use keys").uncheck()
    alice.locator("h1").click()
    alice.keyboard.press("a")
    expect(question(alice)).to_contain_text("has no lead")


def test_every_question_is_answered_or_left_and_the_counts_turn_green(alice, bring, check):
    bring("plan.docx", as_word())
    answer_all(alice)
    assert alice.locator(".gt-proofs .govuk-tag--green").count() == 2
    check(alice, "import-settled")
    confirm(alice)


def answer_as_offered(page):
    """Accepts what is suggested, for all of a kind at once if that is offered; leaves the rest."""
    offered = ("button:has-text('Accept for all')", "[data-key=a]", "[data-key=l]")
    before = question(page).inner_text()
    next(page.locator(one) for one in offered if page.locator(one).count()).click()
    page.wait_for_function(
        "before => document.querySelector('#question-text')?.innerText !== before", arg=before
    )
    settled(page)


def test_a_row_is_split_and_joined_again_and_each_time_the_counts_agree(alice, bring, check):
    bring("plan.docx", as_word())
    alice.get_by_role("link", name="Actions 4").click()
    alice.get_by_role("link", name="Split Action 3").click()
    box = alice.get_by_label("Leave an empty line where the row is cut")
    expect(box).to_have_value("Send the leaflet\nTell the panel of the leaflet")
    check(alice, "import-split")
    box.fill("Send the leaflet\n\nTell the panel of the leaflet")
    alice.get_by_role("button", name="Split", exact=True).click()
    expect(alice.locator("#messages")).to_contain_text("was split into 2 rows")
    assert "4 actions found + 1 by splitting = 5 accepted + 0 refused." in proofs(alice)
    for row in ("5", "6"):
        alice.get_by_label(f"Choose Action {row} to join").check()
    alice.get_by_role("button", name="Join the chosen actions").click()
    expect(alice.locator("#messages")).to_contain_text("2 rows were joined into one.")
    counted = "4 actions found + 1 by splitting − 1 by joining = 4 accepted + 0 refused."
    assert counted in proofs(alice)
    check(alice, "import-joined")
    confirm(alice)
    expect(alice.locator("#messages")).to_contain_text("4 actions created.")


def test_a_row_is_edited_in_place_and_refused_with_a_reason(alice, bring, check):
    bring("plan.docx", as_word())
    alice.get_by_role("link", name="Actions 4").click()
    alice.get_by_role("link", name="Edit Action 2").click()
    check(alice, "import-edit")
    alice.get_by_label("Lead").fill("Ann Dale")
    alice.get_by_role("button", name="Save changes").click()
    expect(alice.locator("#messages")).to_contain_text("Action 2 was changed.")
    expect(alice.locator("#row-a2")).to_be_focused()
    expect(alice.locator("#row-a2")).to_contain_text("as read: nothing")
    alice.get_by_role("link", name="Refuse Action 4").click()
    alice.get_by_role("button", name="Refuse", exact=True).click()
    expect(alice.get_by_role("alert").first).to_contain_text("nothing entered")
    check(alice, "import-refuse")
    alice.get_by_label("Why is this row left out?").fill("It is a heading")
    alice.get_by_role("button", name="Refuse", exact=True).click()
    expect(alice.locator("#row-a4")).to_contain_text("It is a heading")
    assert "4 actions found = 3 accepted + 1 refused." in proofs(alice)


def test_the_source_beside_the_reading_shows_where_a_row_stands(alice, bring, check):
    bring("plan.pdf", as_pdf())
    alice.get_by_role("link", name="Actions 4").click()
    alice.get_by_role("link", name="Show in source : Action 4").click()
    expect(alice.locator("#source")).to_contain_text("Action 4 is marked")
    expect(alice.locator(".gt-source__mark").first).to_be_visible()
    check(alice, "import-source")


def test_a_report_asks_for_its_day_of_publication_first(alice, bring, check):
    bring("report.docx", report_file())
    expect(question(alice)).to_contain_text("On which day was it published?")
    alice.get_by_role("button", name="Save answer").click()
    expect(alice.get_by_role("alert").first).to_contain_text("enter a date")
    check(alice, "import-day-missing")
    for part, text in (("Day", "20"), ("Month", "6"), ("Year", "2012")):
        alice.get_by_role("textbox", name=part).fill(text)
    alice.get_by_role("button", name="Save answer").click()
    expect(alice.locator("#messages")).to_contain_text("Question 1 is answered.")


def test_importing_needs_no_javascript(plain_page, sign_in, officer):
    page = plain_page
    sign_in(page, password=PASSWORD)
    upload(page, "plan.docx", as_word())
    Worker().run(until_empty=True)
    page.get_by_role("link", name="Look again").click()
    page.get_by_role("link", name="Actions 4").click()
    page.get_by_role("link", name="Edit Action 2").click()
    page.get_by_label("Lead").fill("Ann Dale")
    page.get_by_role("button", name="Save changes").click()
    expect(page.locator("#messages")).to_contain_text("Action 2 was changed.")
    page.get_by_role("button", name="Undo : Action 2").click()
    expect(page.locator("#messages")).to_contain_text("taken back")
    page.get_by_role("button", name="Leave to settle").click()
    expect(page.locator("#messages")).to_contain_text("left to settle")
    page.get_by_role("button", name="Confirm all").click()
    expect(page.get_by_role("heading", name="What was created")).to_be_visible()


def test_what_is_no_document_of_ours_says_what_to_do(alice, check):
    upload(alice, "letter.txt", b"Dear all, the canteen is closed on Friday. With kind regards.")
    Worker().run(until_empty=True)
    expect(alice.get_by_text("Not recognised", exact=True)).to_be_visible(timeout=15_000)
    check(alice, "import-not-recognised")
    alice.get_by_role("link", name="match them by hand").click()
    check(alice, "import-headings")
    alice.get_by_role("button", name="Read again with these").click()
    expect(alice.get_by_role("alert").first).to_contain_text("Type one heading")


def test_several_files_at_once_lead_to_the_list(alice, check):
    upload(alice, "plan.docx", as_word(), "report.docx", report_file(), "nothing.txt", b"")
    Worker().run(until_empty=True)
    alice.goto("/library/import/")
    expect(alice.get_by_role("row")).to_have_count(4)
    check(alice, "import-list")
    alice.get_by_role("link", name="waiting for your confirmation").click()
    expect(alice.get_by_role("row")).to_have_count(3)


@pytest.mark.shared
@pytest.mark.timeout(600)
def test_the_real_plan_is_answered_cut_joined_confirmed_undone_and_confirmed_again(
    alice, bring, check, shared
):
    bring("000.pdf", (shared / "truth" / "files" / "000.pdf").read_bytes())
    found = [
        "19 items found = 19 accepted + 0 refused.",
        "68 actions found = 68 accepted + 0 refused.",
    ]
    assert proofs(alice) == found
    check(alice, "import-000")
    answer_all(alice)
    check(alice, "import-000-settled")
    cut_and_join(alice, "Action 7")
    # One of the answers cuts the cell that holds two actions.
    joined = "68 actions found + 2 by splitting − 1 by joining = 69 accepted + 0 refused."
    for name in ("Confirm", "Confirm again"):
        assert proofs(alice) == [found[0], joined]
        confirm(alice, name)
        expect(alice.locator("#messages")).to_contain_text(
            "1 plan, 19 items and 69 actions created."
        )
        alice.get_by_label("Why is it undone?").fill("To look again")
        alice.get_by_role("button", name="Undo this import").click()
        expect(alice.locator("#counts-heading")).to_contain_text("This import was undone")


def answer_all(page):
    """Answers every question, one after another."""
    while question(page).count():
        answer_as_offered(page)
    expect(page.get_by_text("Every question has an answer")).to_be_visible()


def cut_and_join(page, row):
    """Cuts a row in two between its first two words, and joins the two again."""
    page.get_by_role("link", name=re.compile(r"^Actions \d+$")).click()
    page.get_by_role("link", name=f"Split {row}", exact=True).click()
    box = page.get_by_label("Leave an empty line where the row is cut")
    first, rest = box.input_value().split(" ", 1)
    box.fill(f"{first}\n\n{rest}")
    page.get_by_role("button", name="Split", exact=True).click()
    expect(page.locator("#messages")).to_contain_text("was split into 2 rows")
    for half in page.get_by_label("to join").all()[-2:]:
        half.check()
    page.get_by_role("button", name="Join the chosen actions").click()
    expect(page.locator("#messages")).to_contain_text("2 rows were joined into one.")
