"""The library."""

import pytest

from goldenthread.web.catalogue import Area, Section
from goldenthread.web.library import views

pytestmark = pytest.mark.django_db


def test_an_empty_library_leads_back_to_my_work(page_client, monkeypatch):
    monkeypatch.setattr(views, "shelves", lambda: ())
    assert "The library is empty so far" in page_client.get("/library/").text


def test_it_lists_what_is_there(page_client, monkeypatch):
    shelf = Area(
        name="style_guide", path="", title="People", section=Section.LIBRARY, about="Who is who."
    )
    monkeypatch.setattr(views, "shelves", lambda: (shelf,))
    page = page_client.get("/library/").text
    assert 'href="/style-guide/"' in page
    assert "Who is who." in page
