"""The page of plan quality: counts, filters, and what to do."""

import pytest

from goldenthread.plans import actions
from goldenthread.plans.models import Action, Item, Test

pytestmark = pytest.mark.django_db
PAGE = "/plans/990/P1/quality/"


def test_each_fault_has_its_count_and_each_action_what_to_do(alice, plan):
    page = alice.get(PAGE).text
    assert PAGE in alice.get("/plans/990/P1/").text
    assert "3 actions; 3 do not say who, what, by when or how one will know." in page
    assert "no test says how one will know" in page
    assert "Name a test before the work starts." in page
    assert "/actions/990/P1-A1/" in page


def test_a_count_shows_its_actions_alone(alice, plan):
    page = alice.get(f"{PAGE}?fault=only-a-product").text
    assert "P1-A1 Meet with each" in page
    assert "P1-A2" not in page
    assert "Show every action with a fault" in page
    assert "P1-A2" in alice.get(f"{PAGE}?fault=nonsense").text


def test_a_plan_without_faults_says_so_and_what_that_does_not_prove(alice, plan, cast):
    Item.objects.update(answers="additional")
    for row in Action.objects.filter(same_as=None):
        actions.give_lead(action=row, to=cast.bob.persons.get(), by=cast.alice)
        Test.objects.filter(action=row).update(kind="practice")
        if not row.tests.exists():
            Test.objects.create(action=row, number=1, text="A sample", kind="practice")
        if not row.deadlines.exclude(due=None).exists():
            row.deadlines.create(source="local", due="2030-05-16", printed="16 May 2030")
    page = alice.get(PAGE).text
    assert "Every action says who, what, by when and how one will know" in page
    assert "That is no proof" in page


def test_another_council_has_no_such_page(charlie, plan):
    assert charlie.get(PAGE).status_code == 404


def test_the_page_costs_the_same_for_many_actions(alice, plan, queries_of):
    few = queries_of(alice, PAGE)
    item = plan.items.first()
    for n in range(10, 20):
        row = Action.objects.create(plan=plan, public_id=f"P1-A{n}", order=n, text=f"Action {n}")
        row.served.create(item=item)
    assert queries_of(alice, PAGE) == few
