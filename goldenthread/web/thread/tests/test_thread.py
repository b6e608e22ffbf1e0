"""The thread of a recommendation, an item or an action."""

from dataclasses import replace
from pathlib import Path

import pytest

from goldenthread.papers.renderers import FORMS
from goldenthread.plans import actions
from goldenthread.plans.drafts import ActionDraft
from goldenthread.plans.models import Standing
from goldenthread.thread import telling
from goldenthread.thread.links import Link
from goldenthread.thread.tests.factories import accept, file, make_world, return_
from goldenthread.thread.tests.test_verbs import VERB
from goldenthread.web import ways
from goldenthread.web.tests.html import signed_in
from goldenthread.web.thread import filling

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def thread(user, kind, thing):
    return signed_in(user).get(f"/thread/{kind}/{thing.pk}/")


def test_the_first_missing_step_stands_on_top(world):
    page = thread(world.cast.alice, "action", world.action).text
    first = page.index("First missing step: evidence")
    assert first < page.index("gt-thread__step")
    assert "reported on file in the document" in page


def test_where_several_actions_stand_each_later_link_says_whose_it_is(cast, fixed_clock):
    second = ActionDraft(items=(0,), text="Use the template")
    world = make_world(cast, more_actions=(second,))
    third = world.plan.actions.get(public_id="P1-A3")
    Standing.objects.create(action=third, rank="lead", person=world.lena.persons.get())
    page = thread(cast.alice, "recommendation", world.recommendation).text
    assert "<strong>P1-A3</strong> Nothing is measured" in page
    assert "P1-A3</strong> P1-A3" not in page
    assert "First missing step: test (P1-A3)" in page


def test_every_step_is_shown_from_the_paragraph_to_the_minute(world):
    page = thread(world.cast.alice, "action", world.action).text
    places = [
        page.index(f'gt-thread__name">{name}')
        for name in (
            "Paragraph",
            "Recommendation",
            "Item",
            "Action",
            "Test",
            "Evidence",
            "Measure",
            "Minute",
        )
    ]
    assert places == sorted(places)


def test_what_is_checked_says_by_whom_and_when(world):
    link = file(world)
    actions.ask_for_check(link=link, by=world.lena)
    accept(world, link)
    page = thread(world.cast.alice, "action", world.action).text
    assert "evidence checked by Carl Cross" in page
    assert "on 16 March 2026" in page


def test_what_was_returned_says_why(world):
    link = file(world)
    actions.ask_for_check(link=link, by=world.lena)
    return_(world, link)
    page = thread(world.cast.alice, "action", world.action).text
    assert "returned by Carl Cross" in page
    assert "No date on it." in page


@pytest.mark.parametrize("kind", ["recommendation", "item", "action"])
def test_there_is_a_thread_of_each(world, kind):
    thing = {"recommendation": world.recommendation, "item": world.item, "action": world.action}
    page = thread(world.cast.alice, kind, thing[kind]).text
    assert "Visit in time." in page
    assert "P1-A1" in page


def test_what_another_council_has_is_not_found(world):
    for kind, thing in (
        ("recommendation", world.recommendation),
        ("item", world.item),
        ("action", world.action),
    ):
        assert thread(world.cast.charlie, kind, thing).status_code == 404


def test_nothing_else_has_a_thread(world):
    assert thread(world.cast.alice, "team", world.action).status_code == 404


def test_the_button_leads_to_the_form_that_fills_it(world, monkeypatch):
    monkeypatch.setattr(ways, "way_to", lambda name, *args: f"/{name}/{'/'.join(map(str, args))}/")
    page = thread(world.cast.alice, "action", world.action).text
    assert f'href="/actions:file/990/P1-A1/{world.test.pk}/"' in page


@pytest.mark.parametrize("verb", sorted(set(VERB.findall(Path(telling.__file__).read_text()))))
def test_every_step_that_can_be_missing_has_a_place(verb):
    assert verb in filling.FORMS


def test_while_there_is_no_form_it_is_said_in_words(world, monkeypatch):
    monkeypatch.setattr(ways, "way_to", lambda name, *args: "")
    page = thread(world.cast.alice, "action", world.action).text
    assert "File the evidence." in page
    assert "actions:" not in page


@pytest.mark.parametrize("address", ["P1-A1", "990/P1-A1", "P1-I1", "990/P1-I1"])
def test_what_is_printed_leads_there_as_well(world, address):
    page = signed_in(world.cast.alice).get(f"/thread/{address}/").text
    assert f"Thread of {address.rpartition('/')[2]}" in page


def test_a_public_id_of_another_council_is_not_found(world):
    assert signed_in(world.cast.alice).get("/thread/991/P1-A1/").status_code == 404
    assert signed_in(world.cast.charlie).get("/thread/990/P1-A1/").status_code == 404


def test_the_words_have_a_key(world):
    page = thread(world.cast.alice, "action", world.action).text
    assert "said, and not checked here" in page


def test_a_thread_costs_as_many_queries_for_much_as_for_little(world, queries_of):
    client, address = signed_in(world.cast.alice), f"/thread/action/{world.action.pk}/"
    file(world)
    before = queries_of(client, address)
    for number in range(4):
        file(world, title=f"Letter {number}")
    assert queries_of(client, address) == before


def test_where_no_item_is_there_to_link_the_form_is_looked_for_among_the_plans(world):
    link = Link(
        step="item", state="missing", words="no item answers it", verb="plans.link_recommendation"
    )
    by = filling.ways_of([link], world.cast.alice)
    assert filling.form_of(link, by) == "/plans/"
    of_item = replace(link, thing="plans.item", id=world.item.pk)
    by = filling.ways_of([of_item], world.cast.alice)
    assert filling.form_of(of_item, by).endswith("/P1-I1/")


def test_a_recommendation_opens_with_four_plain_sentences(world):
    page = thread(world.cast.alice, "recommendation", world.recommendation).text
    for head in ("inspectors said", "we did", "is different for children", "we do not know"):
        assert page.index(f"What {head}") < page.index("First missing step")


@pytest.mark.parametrize("kind", ["recommendation", "item", "action"])
def test_a_thread_is_taken_away_as_a_file(world, kind):
    thing = getattr(world, kind)
    page = thread(world.cast.alice, kind, thing).text
    for form in FORMS:
        assert f"/thread/{kind}/{thing.pk}/thread.{form}" in page
    address = f"/thread/{kind}/{thing.pk}/thread.pdf"
    answer = signed_in(world.cast.alice).get(address)
    assert answer["Content-Type"] == "application/pdf"
    assert signed_in(world.cast.charlie).get(address).status_code == 404
