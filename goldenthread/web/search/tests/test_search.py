"""The search's page: what is found, with the words around it, and ways on."""

import pytest

from goldenthread.plans import actions
from goldenthread.thread.tests.factories import file, make_world
from goldenthread.web.search.presenters import marked

pytestmark = pytest.mark.django_db
PAGE = "/search/"


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def say(world, text):
    return actions.add_update(action=world.action, by=world.lena, text=text)


def test_every_page_holds_the_search(alice, world):
    assert 'action="/search/"' in alice.get("/plans/").text


def test_an_empty_search_says_how(alice, world):
    assert "What are you looking for?" in alice.get(PAGE).text
    assert "What are you looking for?" in alice.get(PAGE, {"q": " ?! "}).text


def test_what_is_found_stands_by_kind_with_the_words_marked(alice, world):
    said = say(world, "A kestrel was seen; kestrels are rare.")
    page = alice.get(PAGE, {"q": "kestrel"}).text
    assert "Showing 1 result of 1 kind" in page
    assert "A <mark>kestrel</mark> was seen; <mark>kestrels</mark> are rare." in page
    assert f"/actions/990/P1-A1/?updates=all#update-{said.pk}" in page
    assert "P1-A1: " in page


def test_a_name_of_other_years_is_found_marked_and_said(alice, world):
    say(world, "A nurse for looked-after children; LACking nothing.")
    page = alice.get(PAGE, {"q": "CYPIC nurse"}).text
    assert "A <mark>nurse</mark> for <mark>looked-after children</mark>; LACking" in page
    assert "Also looked for: LAC or &#x27;looked after child&#x27; or CLA" in page
    assert "Also looked for" not in alice.get(PAGE, {"q": "nurse"}).text


def test_every_kind_of_thing_leads_to_its_page(alice, world):
    file(world)
    typed = {
        "recommendation": (world.inspection.recommendations.first().text, "recommendation-"),
        "paragraph": (world.inspection.findings.first().text, "finding-"),
        "plan": (world.plan.title, "/plans/990/P1/"),
        "item": (world.plan.items.first().text, "/plans/990/P1-I1/"),
        "test": (world.action.tests.first().text, "#test-"),
        "evidence": ("template", "/library/evidence/"),
        "person": ("Lena", "/library/people/990/"),
    }
    for name, (text, href) in typed.items():
        page = alice.get(PAGE, {"q": text}).text
        assert href in page, name
        for address in _addresses(page):
            assert alice.get(address).status_code == 200, address


def _addresses(page):
    found = page.split('class="govuk-list gt-found"')[1:]
    return {part.split('"')[0] for group in found for part in group.split('href="')[1:]}


def test_nothing_found_says_what_to_try(alice, world):
    page = alice.get(PAGE, {"q": "osprey falcon"}).text
    assert "Nothing holds &#x27;osprey&#x27; and &#x27;falcon&#x27;" in page
    assert "Try fewer words" in page


def test_more_of_a_kind_is_a_page_further(alice, world):
    for n in range(32):
        say(world, f"Kestrel number {n}.")
    page = alice.get(PAGE, {"q": "kestrel"}).text
    assert "More updates" in page
    assert "There is more of some." in page
    of_kind = alice.get(PAGE, {"q": "kestrel", "kind": "updates"}).text
    assert "Showing 25 results of 1 kind" in of_kind
    onward = of_kind.split('">Older updates')[0].rsplit('href="', 1)[1].replace("&amp;", "&")
    rest = alice.get(onward).text
    assert "Showing 7 results" in rest
    assert "Older updates" not in rest
    gone = alice.get(PAGE, {"q": "kestrel", "kind": "updates", "before": "1"}).text
    assert "That was all" in gone


def test_a_public_id_leads_straight_to_its_page(alice, world):
    assert alice.get(PAGE, {"q": "p1-a1"}).headers["Location"] == "/actions/990/P1-A1/"
    assert alice.get(PAGE, {"q": "P1"}).headers["Location"] == "/plans/990/P1/"


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "'; DROP TABLE x --",
        "a\x00b",
        "NEAR(",
        "*",
        "kes* OR",
        "x" * 5000,
        "(:*&|!<->)",
        "😀 é",
    ],
)
def test_odd_characters_do_no_harm(alice, world, typed):
    answer = alice.get(PAGE, {"q": typed, "kind": "nonsense", "before": "²"})
    assert answer.status_code == 200


def test_a_wrong_place_to_go_on_from_starts_at_the_newest(alice, world):
    say(world, "A kestrel.")
    page = alice.get(PAGE, {"q": "kestrel", "kind": "updates", "before": "x" * 40}).text
    assert "Showing 1 result" in page


def test_nobody_searches_without_signing_in(visitor):
    assert "/account/sign-in/" in visitor.get(PAGE, {"q": "kestrel"}).headers["Location"]


@pytest.mark.parametrize(
    ("text", "looked", "said"),
    [
        ("Minutes", ("minute",), "[Minutes]"),
        ("a" * 100 + " kestrel " + "b" * 100, ("kestrel",), f"…{'a' * 89} [kestrel] {'b' * 89}…"),
        ("Nothing here", ("osprey",), "Nothing here"),
        ("A + B", ("b",), "A + [B]"),
    ],
)
def test_the_words_around_the_first_are_shown_with_each_marked(text, looked, said):
    parts = marked(text, looked)
    assert "".join(f"[{p.text}]" if p.marked else p.text for p in parts) == said
