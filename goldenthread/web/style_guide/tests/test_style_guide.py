"""The style guide shows every component, to those who build pages only."""

from pathlib import Path

import pytest
from django.urls import reverse

import goldenthread.web

pytestmark = pytest.mark.django_db
COMPONENTS = Path(goldenthread.web.__file__).parent / "templates" / "components"
GETS = [("index", []), ("progress", [0]), ("confirm", []), ("done", [])]
POSTS = ["message", "undo", "refused", "confirm"]


@pytest.fixture
def shown(settings):
    settings.STYLE_GUIDE = True


@pytest.mark.parametrize(("name", "arguments"), GETS)
def test_a_council_never_sees_it(page_client, name, arguments):
    address = reverse(f"style_guide:{name}", args=arguments)
    assert page_client.get(address).status_code == 404


@pytest.mark.parametrize("name", POSTS)
def test_a_council_cannot_press_its_buttons(page_client, name):
    assert page_client.post(reverse(f"style_guide:{name}")).status_code == 404


@pytest.mark.parametrize(("name", "arguments"), GETS)
def test_its_pages_have_no_fault(page_client, shown, name, arguments):
    address = reverse(f"style_guide:{name}", args=arguments)
    assert page_client.get(address).status_code == 200


def test_every_component_of_our_own_is_shown(page_client, shown):
    drawn = {
        template.name
        for address in ("/style-guide/", "/style-guide/progress/0/", "/")
        for template in page_client.get(address).templates
    }
    drawn |= {t.name for t in page_client.post("/style-guide/refused/", headers=HTMX).templates}
    ours = {f"components/{path.name}" for path in COMPONENTS.iterdir()}
    assert ours - drawn == {"components/_pagination.html"}, "it needs a list, see test_listing.py"


HTMX = {"HX-Request": "true"}


def test_the_fragment_of_progress_is_the_one_that_the_page_includes(page_client, shown):
    page = page_client.get("/style-guide/progress/0/").text
    fragment = page_client.get("/style-guide/progress/0/", headers=HTMX).text
    assert fragment.strip() in page


def test_a_message_carries_its_undo(page_client, shown):
    page = page_client.post("/style-guide/message/", follow=True).text
    assert 'action="/style-guide/undo/"' in page
    undone = page_client.post("/style-guide/undo/", follow=True).text
    assert "Row 41 is one row again." in undone
    assert 'action="/style-guide/undo/"' not in undone


def test_a_question_leads_on_by_a_press(page_client, shown):
    answer = page_client.post("/style-guide/confirm/")
    assert answer.headers["Location"] == "/style-guide/done/"
