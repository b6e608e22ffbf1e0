"""What a list shows, saved as Excel."""

import pytest

from goldenthread.documents.containers.opening import open_bytes
from goldenthread.thread.tests.factories import make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def references(answer):
    assert answer.status_code == 200
    [table] = open_bytes(b"".join(answer.streaming_content), "list.xlsx").tables()
    return [row[1].text for row in table.grid()][1:]


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
