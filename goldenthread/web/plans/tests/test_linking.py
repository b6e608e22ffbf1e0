"""Which recommendations an item answers, on the item's page, and who checks a plan."""

import pytest

from goldenthread.inspections.tests.factories import asking
from goldenthread.plans.models import Checker, Item, ItemRecommendation
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db
ITEM = "/plans/990/P1-I1/"


@pytest.fixture
def asked(cast, plan):
    """A recommendation that nothing answers yet, and that the item words otherwise."""
    return asking(cast, "Tell every parent what they may say.")


@pytest.fixture
def linked(alice, asked):
    alice.post(f"{ITEM}link/", {"recommendation": asked.pk})
    return ItemRecommendation.objects.get(recommendation=asked)


def test_a_recommendation_is_linked_on_the_page_of_the_item(alice, asked, linked):
    assert linked.item == Item.objects.get(public_id="P1-I1")
    shown = alice.get(ITEM).text
    assert "The recommendation was linked." in shown
    assert asked.text in shown


def test_linking_without_a_choice_says_so_and_links_nothing(alice, asked):
    answer = alice.post(f"{ITEM}link/", {})
    assert answer.status_code == 422
    assert "There is a problem" in answer.text
    assert not ItemRecommendation.objects.filter(recommendation=asked).exists()


def test_a_changed_wording_is_signed_off_by_a_director_once(bob, linked):
    assert bob.post(f"{ITEM}links/{linked.pk}/sign/").status_code == 302
    linked.refresh_from_db()
    assert linked.signed_off_by.email.startswith("bob")
    assert "The wording was signed off." in bob.get(ITEM).text
    assert bob.post(f"{ITEM}links/{linked.pk}/sign/").status_code == 409


def test_a_link_is_removed_with_a_reason_and_can_be_made_again(alice, asked, linked):
    where = f"{ITEM}links/{linked.pk}/remove/"
    assert asked.text in alice.get(where).text
    assert alice.post(where, {"why": ""}).status_code == 422
    alice.post(where, {"why": "Another item answers it"})
    assert not Item.objects.get(public_id="P1-I1").answered.current().exists()
    assert alice.get(where).status_code == 404
    alice.post(f"{ITEM}link/", {"recommendation": asked.pk})
    assert Item.objects.get(public_id="P1-I1").answered.current().exists()


def test_another_council_finds_neither_item_nor_link(charlie, linked):
    assert charlie.post(f"{ITEM}links/{linked.pk}/sign/").status_code == 404
    assert charlie.post(f"{ITEM}link/", {"recommendation": 1}).status_code == 404


def test_the_checkers_of_a_plan_are_listed_and_taking_it_back_asks_why(alice, bob, checker, plan):
    where = "/plans/990/P1/checkers/"
    alice.post(where, {"user": checker.pk})
    row = Checker.objects.get()
    assert f"Take from {checker}" in alice.get(where).text
    assert "Every account with the role “Checker” has this plan." in alice.get(where).text
    assert f"Take the plan from {checker}?" in alice.get(f"{where}{row.pk}/take/").text
    assert alice.post(f"{where}{row.pk}/take/", {"why": ""}).status_code == 422
    shown = signed_in(checker).get(where).text
    assert "An improvement officer says who checks a plan." in shown
    assert "Take from" not in shown
