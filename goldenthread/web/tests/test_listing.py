"""A list's filter, order and page are in its address."""

import pytest
from django.contrib.sessions.backends.cache import SessionStore
from django.template import Context, Template

from goldenthread.people.models import Authority
from goldenthread.web.components import Column
from goldenthread.web.listing import LISTS_REMEMBERED, Listing, last_address

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def seven_councils():
    for n in range(7):
        Authority.objects.create(code=f"90{n}", name=f"{'Alder' if n % 2 else 'Birch'} {n}")


def listing(rf, query="", path="/councils/"):
    request = rf.get(path + query)
    request.session = SessionStore()
    filters = {"words": lambda items, words: items.filter(name__startswith=words)}
    orders = {"code": "code", "name": "name"}
    return Listing(request, Authority.objects.all(), filters=filters, orders=orders, per_page=3)


def codes(listed):
    return [council.code for council in listed.page]


def test_the_first_order_is_that_of_a_bare_address(rf):
    assert codes(listing(rf)) == ["900", "901", "902"]
    assert codes(listing(rf, "?sort=nonsense")) == ["900", "901", "902"]


def test_order_filter_and_page_come_from_the_address(rf):
    assert codes(listing(rf, "?sort=-code")) == ["906", "905", "904"]
    assert codes(listing(rf, "?words=Alder")) == ["901", "903", "905"]
    assert codes(listing(rf, "?sort=name&page=2")) == ["900", "902", "904"]


def test_a_page_beyond_the_last_is_the_last(rf):
    assert codes(listing(rf, "?page=99")) == ["906"]


def test_a_changed_filter_starts_at_the_first_page_and_keeps_the_rest(rf):
    listed = listing(rf, "?sort=name&words=Alder&page=2&other=1")
    assert listed.address(words="") == "/councils/?sort=name&other=1"
    assert listed.address(words="Birch") == "/councils/?sort=name&words=Birch&other=1"
    assert listing(rf).address() == "/councils/"
    assert listed.chosen == {"words": "Alder"}


def test_a_heading_pressed_again_turns_the_order_round(rf):
    assert listing(rf, "?sort=name").column("Name", "name") == Column(
        heading="Name", sort_href="/councils/?sort=-name", sorted="ascending"
    )
    assert listing(rf, "?sort=-name").column("Name", "name") == Column(
        heading="Name", sort_href="/councils/?sort=name", sorted="descending"
    )
    assert listing(rf).column("Name", "name").sorted == ""


def test_a_list_of_one_page_has_no_pages_to_turn(rf):
    assert listing(rf, "?words=Alder").pagination() is None


def test_the_page_before_and_after_are_led_to(rf):
    params = listing(rf, "?sort=code&page=2").pagination()
    assert params["previous"] == {"href": "/councils/?sort=code&page=1"}
    assert params["next"] == {"href": "/councils/?sort=code&page=3"}
    assert [item["current"] for item in params["items"]] == [False, True, False]


def test_the_last_page_has_none_after_it(rf):
    assert "next" not in listing(rf, "?page=3").pagination()


def test_many_pages_are_cut_short(rf):
    for n in range(100, 160):
        Authority.objects.create(code=str(n), name="Cedar")
    items = listing(rf, "?page=10").pagination()["items"]
    assert {"ellipsis": True} in items


def test_what_is_shown_is_said(rf):
    assert listing(rf, "?page=3").sentence == "Showing 7 to 7 of 7"
    assert listing(rf, "?words=Zelkova").sentence == "Nothing fits."


def test_a_list_costs_two_queries_however_long(rf, django_assert_num_queries):
    with django_assert_num_queries(2):
        listed = listing(rf)
        codes(listed)
        listed.pagination()


def test_one_returns_to_the_list_as_one_left_it(rf):
    listed = listing(rf, "?words=Alder&page=1")
    listed.remember()
    request = listed._request
    assert last_address(request, "/councils/") == "/councils/?words=Alder&page=1"
    assert last_address(request, "/others/") == "/others/"
    template = Template('{% load gt %}{% list_address "library:index" %}')
    assert template.render(Context({"request": request})) == "/library/"


def test_only_the_last_lists_are_remembered(rf):
    session = SessionStore()
    for n in range(LISTS_REMEMBERED + 5):
        listed = listing(rf, path=f"/{n}/")
        listed._request.session = session
        listed.remember()
    assert next(iter(session["last_addresses"])) == "/5/"
