"""The bridge of a plan's counts, as a page."""

import pytest

from goldenthread.people.models import PartnerOrganisation
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.tests.test_standing import made

PLAN = "/plans/990/P1/"
BRIDGE = f"{PLAN}bridge/"


def test_the_counts_lead_to_their_bridge_of_the_last_four_weeks(
    fixed_clock, cast, plan, browser_of
):
    fixed_clock.move_to("2026-04-13 09:00Z")
    alice = browser_of(cast.alice)
    assert f'href="{BRIDGE}"' in alice.get(PLAN).text
    actions.set_delivery(
        action=plan.actions.get(public_id="P1-A1"), by=cast.alice, state="to be agreed"
    )
    shown = alice.get(BRIDGE)
    assert shown.context["form"].data == {"from": "2026-03-16", "to": "2026-04-13"}
    assert "Nothing came or went" in shown.text


def test_each_count_is_a_sum_and_each_step_names_its_actions(fixed_clock, cast, plan, browser_of):
    fixed_clock.move_to("2026-03-18 09:00Z")
    actions.add_action(
        plan=plan, items=list(plan.items.all()[:1]), text="Ring carers", by=cast.alice, why="Board"
    )
    page = browser_of(cast.alice).get(f"{BRIDGE}?from=2026-03-16&to=2026-03-18")
    found = page.context["found"]
    assert found.parts[0].sentence == (
        "3 at the end of 16 March 2026 + 1 added = 4 at the end of 18 March 2026."
    )
    assert [part.heading for part in found.parts] == [
        "Actions",
        "Still open",
        "Reported done",
        "Evidence checked",
        "Waiting for a check",
        "No test",
    ]
    assert found.empty is None
    assert '<a class="govuk-link" href="/actions/990/P1-A5/">P1-A5: Ring carers</a>' in page.text


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ("from=2026-03-16&to=2026-03-20", "that day has not come"),
        ("from=2026-03-16&to=2026-03-01", "it comes after the last day"),
        ("from=yesterday&to=2026-03-16", "From the end of: no such day."),
    ],
)
def test_days_that_make_no_span_are_told(fixed_clock, alice, plan, days, says):
    shown = alice.get(f"{BRIDGE}?{days}")
    assert shown.status_code == 422
    assert says in shown.text


def test_a_partner_sees_the_bridge_of_its_own_actions_alone(fixed_clock, cast, plan, browser_of):
    trust = PartnerOrganisation.objects.create(authority=cast.aldermere, name="Health trust")
    nurse = make_user("Nia North", cast.aldermere, Role.PARTNER_USER, partner=trust)
    action = plan.actions.get(public_id="P1-A3")
    actions.let_stand(action=action, to=trust, rank="co-lead", by=cast.alice)
    shown = browser_of(nurse).get(f"{BRIDGE}?from=2026-03-01&to=2026-03-16").text
    assert "P1-A3" in shown
    assert "P1-A1" not in shown


def test_a_step_of_many_actions_names_them_by_their_references_alone(alice, cast):
    address = f"/plans/990/{made(cast, 26).public_id}/bridge/"
    step = alice.get(address).context["found"].parts[0].steps[0]
    assert (step.is_long, step.actions[0].text) == (True, "P1-A1")


def test_a_longer_plan_costs_the_bridge_no_more_queries(cast, browser_of, queries_of):
    alice = browser_of(cast.alice)
    few, many = (f"/plans/990/{made(cast, number).public_id}/bridge/" for number in (2, 20))
    alice.get(few)
    assert queries_of(alice, few) == queries_of(alice, many)
