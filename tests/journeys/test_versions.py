"""From the counts of a plan to what came and went, to its versions, to what it adopts."""

from dataclasses import replace

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from goldenthread.people.tests.factories import PASSWORD, make_cast
from goldenthread.plans.drafts import ActionDraft, StandingDraft
from goldenthread.plans.tests.factories import plan as drafted
from goldenthread.plans.tests.factories import recorded

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def officer(live_server):
    """Alice Archer of Aldermere, whose plan has two versions."""
    cast = make_cast()
    plan = recorded(cast)
    head, hub, *_ = drafted().actions
    rows = (
        replace(head, text="Meet with all 14 head teachers", keeps="P1-A1"),
        replace(hub, standings=(StandingDraft(printed="Cara Cole"),)),
        ActionDraft(items=(2,), text="Ring every carer"),
    )
    later = drafted(actions=rows, references=(), to_settle=(), label="March 2014")
    recorded(cast, later, replaces=plan)
    return cast.alice


def test_the_bridge_two_versions_and_what_is_adopted(page, officer, sign_in, check):
    sign_in(page, password=PASSWORD)
    page.goto("/plans/990/P1/")
    page.get_by_role("link", name="What came and went").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What came and went")
    expect(page.get_by_role("heading", name="Evidence checked")).to_be_visible()
    check(page, "plan-bridge")
    page.get_by_label("From the end of").fill(str(timezone.localdate()))
    page.get_by_role("button", name="Show").press("Enter")
    expect(page.get_by_text("Nothing came or went")).to_be_visible()

    page.goto("/plans/990/P1/")
    page.get_by_role("link", name="Version 2").click()
    check(page, "plan-versions")
    page.get_by_role("button", name="Compare").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Version 1 beside version 2")
    expect(page.get_by_text("1 with another lead")).to_be_visible()
    check(page, "plan-compared")

    page.goto("/plans/990/P1/")
    page.get_by_role("link", name="Adopted from elsewhere").click()
    page.get_by_label("What the plan is called").fill("Training plan")
    page.get_by_label("Whose it is").fill("Bramley")
    page.get_by_label("What of it applies here").fill("All of it.")
    page.get_by_role("button", name="Record it as proposed").click()
    expect(page.get_by_text("proposed, not yet adopted")).to_be_visible()
    check(page, "plan-adopted")
    page.get_by_role("link", name="Say that it was adopted").click()
    check(page, "plan-decide-adoption")
