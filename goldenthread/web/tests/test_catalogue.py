"""The catalogue of areas is complete, and the navigation follows it."""

from pathlib import Path

import pytest
from django.urls import resolve

import goldenthread.web
from goldenthread.web import navigation
from goldenthread.web.catalogue import AREAS, Area, Section, shelves
from goldenthread.web.navigation import address_of, entries

FOLDER = Path(goldenthread.web.__file__).parent
PLANS = Area(name="my_work", path="", title="Plans", section=Section.PLANS)
SHELF = Area(
    name="style_guide", path="", title="People", section=Section.LIBRARY, about="Who is who."
)


def test_every_folder_with_addresses_is_in_the_catalogue():
    folders = {path.parent.name for path in FOLDER.glob("*/urls.py")}
    listed = {area.name for area in AREAS}
    assert folders == listed, "add the new area to goldenthread/web/catalogue.py"


@pytest.mark.parametrize("area", AREAS, ids=lambda area: area.name)
def test_an_area_keeps_to_the_shape(area):
    assert (FOLDER / area.name / "tests").is_dir()
    for name in (path.name for path in (FOLDER / area.name).glob("templates/*")):
        assert name in {area.name, "account", "mfa"}, "templates lie in a folder of the area's name"


def test_what_stands_in_the_library_says_what_it_holds():
    assert [area.name for area in shelves() if not area.about] == []
    assert shelves((*AREAS, SHELF)) == (*shelves(), SHELF)


def test_no_two_areas_start_at_one_address():
    assert len({area.path for area in AREAS}) == len(AREAS)


def titles(rf, areas, address="/"):
    request = rf.get(address)
    request.resolver_match = resolve(address)
    return [(entry.title, entry.is_current) for entry in entries(request, areas)]


def test_an_entry_appears_when_its_part_is_there(rf):
    bare = tuple(area for area in AREAS if area not in shelves())
    found = [("My work", True), ("Plans", False), ("Measures", False), ("Governance", False)]
    assert titles(rf, bare) == found
    assert titles(rf, (*bare, SHELF)) == [*found, ("Library", False)]


def test_entries_keep_the_order_of_the_sections(rf):
    assert titles(rf, (PLANS, *AREAS[:1])) == [("My work", False), ("Plans", True)]


def test_a_page_of_no_section_has_no_current_entry(rf):
    found = titles(rf, AREAS, "/account/")
    sections = ("My work", "Plans", "Measures", "Governance", "Library")
    assert found == [(section, False) for section in sections]


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/search/", ""])
def test_search_stands_in_the_header_once_there_is_a_search(page_client, monkeypatch, address):
    monkeypatch.setattr(navigation, "address_of", lambda name: address)
    assert ('action="/search/"' in page_client.get("/library/").text) is bool(address)


def test_the_address_of_what_is_not_there_is_empty():
    assert address_of("my_work") == "/"
    assert address_of("nothing") == ""
