"""No list asks the database more often because it is longer."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.inspections.tests.factories import asking
from goldenthread.inspections.tests.factories import recorded as report_recorded
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions, keeping
from goldenthread.plans.tests.test_standing import made
from goldenthread.web.plans import addresses

FEW, MANY = 3, 30


def of_item(plan):
    return addresses.of_item(plan.items.get())


def of_thread(plan):
    return addresses.of_thread(plan.items.get())


PAGES = {
    "plan": (addresses.of_plan, 46),
    "items": (lambda plan: addresses.of_plan(plan, "items"), 15),
    "item": (of_item, 50),
    "thread": (of_thread, 60),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_longer_list_costs_no_more_queries(cast, browser_of, queries_of, name):
    address, most = PAGES[name]
    alice, plans = browser_of(cast.alice), [made(cast, number) for number in (FEW, MANY)]
    alice.get(address(plans[0]))
    few, many = (queries_of(alice, address(plan)) for plan in plans)
    assert few == many
    assert many <= most, f"{many} queries"


def test_a_longer_plan_costs_no_more_queries_either_when_it_was_changed(cast, browser_of):
    alice, counts = browser_of(cast.alice), []
    for number in (FEW, MANY):
        plan = made(cast, number)
        alice.get(addresses.of_plan(plan))
        keeping.forget()
        with CaptureQueriesContext(connection) as queries:
            alice.get(addresses.of_plan(plan))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_more_recommendations_to_choose_from_cost_an_item_no_more_queries(
    cast, browser_of, queries_of
):
    alice, plan = browser_of(cast.alice), made(cast, FEW)
    asking(cast)
    few = queries_of(alice, of_item(plan))
    report_recorded(cast)
    assert queries_of(alice, of_item(plan)) == few


def test_more_plans_cost_no_more_queries(cast, browser_of, queries_of):
    alice = browser_of(cast.alice)
    made(cast, FEW)
    alice.get("/plans/")
    few = queries_of(alice, "/plans/")
    for _ in range(3):
        made(cast, FEW)
    many = queries_of(alice, "/plans/")
    assert few == many


def test_more_actions_that_one_leads_cost_no_more_queries(cast, browser_of, queries_of):
    lena = make_user("Lena Long", cast.aldermere, Role.LEAD)
    browser, plan = browser_of(lena), made(cast, 12)
    rows = list(plan.actions.order_by("order"))
    lead(rows[:2], lena, cast)
    browser.get("/")
    few = queries_of(browser, "/")
    lead(rows[2:], lena, cast)
    assert queries_of(browser, "/") == few


def lead(rows, user, cast):
    for row in rows:
        actions.give_lead(action=row, to=user.persons.get(), by=cast.alice)
