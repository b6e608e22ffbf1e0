"""My work, the first page."""

import pytest

from goldenthread.web.my_work import presenters

pytestmark = pytest.mark.django_db


def test_without_work_it_says_what_happens_first(page_client, monkeypatch):
    monkeypatch.setattr(presenters, "address_of", lambda name: "")
    page = page_client.get("/").text
    assert "Nothing waits for you" in page
    assert "once somebody has imported" in page
    assert "Import a document" not in page


def test_once_there_is_an_import_it_leads_there(page_client, monkeypatch):
    monkeypatch.setattr(presenters, "address_of", lambda name: f"/{name}/")
    page = page_client.get("/").text
    assert 'href="/imports/"' in page
    assert "To begin, import" in page


def test_an_empty_list_costs_few_queries(page_client, queries_of):
    assert queries_of(page_client, "/") <= 10
