"""What a search finds, and what it keeps from whom."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.people.models import PartnerOrganisation
from goldenthread.people.roles import Role
from goldenthread.people.searching import INDEXED
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.models import Standing, Update
from goldenthread.results.models import Measure
from goldenthread.thread import search as searching
from goldenthread.thread.search import KINDS, named, search
from goldenthread.thread.tests.factories import file, make_world


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def found(typed, user, **more):
    return {
        one.kind.code: [str(row) for row in one.rows]
        for one in search(typed, by=user, **{"most": 5, **more})
    }


def say(world, text, **more):
    return actions.add_update(action=world.action, by=world.lena, text=text, **more)


def test_each_kind_is_found_by_its_words(world):
    say(world, "The kestrel was seen.")
    file(world, title="A picture of the kestrel")
    assert found("kestrel", world.cast.alice) == {
        "updates": ["The kestrel was seen."],
        "evidence": ["P1-E1 A picture of the kestrel"],
    }
    words = {
        "recommendations": world.inspection.recommendations.first().text,
        "paragraphs": world.inspection.findings.first().text,
        "plans": world.plan.title,
        "items": world.plan.items.first().text,
        "actions": world.action.text,
        "tests": world.action.tests.first().text,
        "people": "Lena Long",
    }
    for kind, text in words.items():
        assert kind in found(text, world.cast.alice), kind


def test_evidence_is_found_by_its_extract_and_by_what_it_shows(world):
    file(world, title="Minute", extract="Item 4: the falcon has landed.")
    file(world, title="Other minute", shows="That the osprey is back.")
    assert found("falcon", world.cast.alice) == {"evidence": ["P1-E1 Minute"]}
    assert found("osprey", world.cast.alice) == {"evidence": ["P1-E2 Other minute"]}


def test_restricted_evidence_is_kept_from_who_may_not_see_it(world):
    chair = make_user("Chris Chair", world.cast.aldermere, Role.BOARD_CHAIR)
    file(world, title="The kestrel's case", extract="kestrel", marking="restricted")
    assert found("kestrel", chair) == {}
    assert found("kestrel", world.cast.alice) == {"evidence": ["P1-E1 The kestrel's case"]}


def test_another_council_finds_nothing(world):
    say(world, "The kestrel was seen.")
    assert found("kestrel", world.cast.charlie) == {}


def test_a_partner_user_finds_what_is_of_their_own_actions_alone(world):
    health = PartnerOrganisation.objects.create(authority=world.cast.aldermere, name="Health")
    pat = make_user("Pat Partner", world.cast.aldermere, Role.PARTNER_USER, partner=health)
    Standing.objects.create(action=world.other, rank="delegate", partner=health)
    say(world, "The kestrel was seen.")
    actions.add_update(action=world.other, by=world.cast.alice, text="Their kestrel was seen.")
    assert found("kestrel", pat) == {"updates": ["Their kestrel was seen."]}


def test_what_a_version_dropped_or_a_plan_took_back_is_not_found(world):
    say(world, "The kestrel was seen.")
    row = world.action
    row.dropped_in = world.plan.versions.get()
    row.save()
    assert found("kestrel", world.cast.alice) == {}


def test_who_sees_little_of_much_still_finds_it(world, monkeypatch):
    monkeypatch.setattr(searching, "FIRST_LOOK", 3)
    health = PartnerOrganisation.objects.create(authority=world.cast.aldermere, name="Health")
    pat = make_user("Pat Partner", world.cast.aldermere, Role.PARTNER_USER, partner=health)
    Standing.objects.create(action=world.other, rank="delegate", partner=health)
    actions.add_update(action=world.other, by=world.cast.alice, text="Their kestrel was seen.")
    for n in range(7):
        say(world, f"Kestrel number {n}.")
    assert found("kestrel", pat) == {"updates": ["Their kestrel was seen."]}


def test_a_kind_goes_on_below_the_last_that_was_shown(world):
    for n in range(5):
        say(world, f"Kestrel number {n}.")
    [first] = search("kestrel", by=world.cast.alice, most=2)
    assert [row.text for row in first.rows] == ["Kestrel number 4.", "Kestrel number 3."]
    [then] = search("kestrel", by=world.cast.alice, most=5, only="updates", before=first.before)
    assert [row.text for row in then.rows] == [f"Kestrel number {n}." for n in (2, 1, 0)]
    assert then.before is None


def test_nothing_is_asked_where_no_word_was_typed(world):
    with CaptureQueriesContext(connection) as queries:
        assert found("?! -", world.cast.alice) == {}
    assert len(queries) == 0


def test_the_queries_do_not_grow_with_what_is_found(world):
    def cost():
        with CaptureQueriesContext(connection) as queries:
            found("kestrel", world.cast.alice)
        return len(queries)

    say(world, "One kestrel.")
    before = cost()
    for n in range(4):
        say(world, f"Kestrel number {n}.")
    assert cost() == before


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("P1", "P1"), ("p1-a1", "P1-A1"), (" P1-I1 ", "P1-I1"), ("P1-E1", "P1-E1"),
        ("P9", None), ("P1-A99", None), ("P1-X1", None), ("P1-A1 P1", None), ("", None),
    ],
)  # fmt: skip
def test_a_public_id_names_one_thing(world, typed, code):
    file(world)
    one = named(typed, by=world.cast.alice)
    assert (one.public_id if one else None) == code
    assert named(typed, by=world.cast.charlie) is None


def test_updates_of_an_item_are_found_too(world):
    item = world.plan.items.first()
    Update.objects.create(item=item, text="A kestrel.", by=world.cast.alice, at="2026-03-16T09:00Z")
    assert found("kestrel", world.cast.alice) == {"updates": ["A kestrel."]}


def test_what_is_deleted_is_found_no_longer(world):
    fields = {"authority": world.cast.aldermere, "code": "kestrels", "name": "Kestrels seen"}
    row = Measure.objects.create(**fields, form="count", unit="kestrels", better="higher")
    assert found("kestrel", world.cast.alice) == {"measures": [str(row)]}
    row.delete()
    assert found("kestrel", world.cast.alice) == {}


def test_each_kind_is_of_a_table_whose_words_are_indexed():
    tables = {kind.table for kind in KINDS} | {t for kind in KINDS for t in kind.also.values()}
    assert tables == set(INDEXED)
