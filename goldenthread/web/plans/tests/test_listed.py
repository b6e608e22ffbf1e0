"""What a list shows, saved as Excel."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from goldenthread.thread.tests.factories import make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def references(answer):
    assert answer.status_code == 200
    with ZipFile(BytesIO(b"".join(answer.streaming_content))) as file:
        sheet = file.read("xl/worksheets/sheet1.xml").decode()
    return re.findall(r">(P\d+-A\d+)<", sheet)


def test_what_is_shown_is_saved_and_the_page_leads_there(world, alice):
    page = alice.get("/plans/P1/?q=Rent").text
    assert "/plans/990/P1/actions.xlsx?q=Rent" in page
    answer = alice.get("/plans/990/P1/actions.xlsx?q=Rent")
    assert "actions of 990 P1 2026-03-16.xlsx" in answer["Content-Disposition"]
    assert references(answer) == ["P1-A2"]
    assert references(alice.get("/plans/P1/actions.xlsx")) == ["P1-A1", "P1-A2"]


def test_all_actions_that_are_in_force_are_saved_from_the_list_of_plans(world, alice, charlie):
    assert "/plans/actions.xlsx" in alice.get("/plans/").text
    assert references(alice.get("/plans/actions.xlsx")) == ["P1-A1", "P1-A2"]
    assert references(charlie.get("/plans/actions.xlsx")) == []


def test_another_council_finds_no_list(world, charlie):
    assert charlie.get("/plans/990/P1/actions.xlsx").status_code == 404
