"""Inspections: from the list to a report, its findings, a decision, its days and a deadline."""

import re

import pytest
from playwright.sync_api import expect

from goldenthread.documents.reports.tests import slac_drawn, typeset
from goldenthread.inspections.models import Inspection
from goldenthread.inspections.tests.factories import recorded, sif
from goldenthread.intake import actions as intake
from goldenthread.intake.tests.factories import Desk
from goldenthread.people.tests.factories import PASSWORD, make_cast

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def as_pdf():
    """The drawn report with its table of grades in one line each."""
    pieces = [(style, text.replace("\t", " ")) for style, text in slac_drawn.REPORT]
    return typeset.pdf(pieces, footer=slac_drawn.FOOTER)


@pytest.fixture
def cast(live_server, settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")
    return make_cast()


@pytest.fixture
def officer(cast):
    """Alice Archer, improvement officer of Aldermere."""
    return cast.alice


@pytest.fixture
def alice(page, sign_in):
    sign_in(page, password=PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_text("My work")
    return page


@pytest.fixture
def report(cast):
    """The report of 2011 as a PDF, imported and confirmed, and one of 2016 without a file."""
    import_ = Desk(cast).read("report.pdf", as_pdf())
    intake.confirm(import_=import_, by=cast.alice, revision=import_.revision, despite="Drawn")
    recorded(cast, sif())
    return Inspection.objects.get(framework__code="SLAC")


def test_from_the_list_to_a_finding_in_the_report_in_three_clicks(alice, report, check):
    alice.goto("/library/inspections/")
    expect(alice.get_by_role("heading", name="Judgements by area and year")).to_be_visible()
    check(alice, "inspections-list")
    alice.locator("table").first.get_by_role("link", name="2011").first.click()
    expect(alice.get_by_role("heading", name="Statutory deadlines")).to_be_visible()
    check(alice, "inspections-report")
    alice.get_by_role("link", name="Findings", exact=True).click()
    expect(alice.get_by_role("link", name="Show in the report").last).to_be_visible()
    check(alice, "inspections-findings")
    alice.get_by_role("link", name="Show in the report").last.click()
    expect(alice.locator("#source")).to_contain_text("is marked")
    check(alice, "inspections-finding-marked")
    alice.get_by_role("link", name="Recommendations and coverage").click()
    expect(alice.get_by_role("heading", name="Coverage", exact=True)).to_be_visible()
    check(alice, "inspections-recommendations")
    alice.get_by_role("link", name="Evidence base and figures").click()
    expect(alice).to_have_url(re.compile("evidence"))
    check(alice, "inspections-evidence")


def test_a_weak_paragraph_is_decided_on_and_the_days_are_corrected(alice, report, check):
    later = Inspection.objects.get(framework__code="SIF")
    alice.goto(f"/library/inspections/{later.pk}/findings/?show=open")
    alice.get_by_role("link", name="Decide about ¶13").click()
    check(alice, "inspections-decide")
    alice.get_by_role("button", name="Record the decision").click()
    expect(alice.get_by_text("There is a problem")).to_be_visible()
    check(alice, "inspections-decide-problem")
    alice.get_by_label("No action, for the reason given").check()
    alice.get_by_label("Why?").fill("Put right before the report came")
    alice.get_by_role("button", name="Record the decision").click()
    expect(alice.locator("#messages")).to_contain_text("is recorded")
    alice.goto(f"/library/inspections/{later.pk}/")
    alice.get_by_role("button", name="Enter or correct the days").click()
    check(alice, "inspections-days")
    received = alice.get_by_role("group", name="Day on which the council received it")
    for label, value in (("Day", "10"), ("Month", "5"), ("Year", "2016")):
        received.get_by_label(label, exact=True).fill(value)
    alice.get_by_role("button", name="Save the days").click()
    expect(alice.locator("#messages")).to_contain_text("worked out again")
    alice.get_by_role("link", name="Count and stated day").nth(1).click()
    expect(alice.get_by_role("heading", name="The count")).to_be_visible()
    check(alice, "inspections-deadline")
