"""The key of the colours, and changing it: proposed, shown, then set."""

from dataclasses import replace

import pytest
from django.urls import reverse

from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions as plans
from goldenthread.plans import status
from goldenthread.plans.models import StatusRules
from goldenthread.plans.tests.factories import recorded
from goldenthread.web.status_rules.presenters import changes
from goldenthread.web.tests.html import signed_in

INDEX = "/library/status-rules/"
CHANGE = f"{INDEX}990/change/"


def text(response):
    return " ".join(response.content.decode().split())


def sent(**changes):
    given = {"approved_in": "Improvement Board, item 4"}
    for number, rule in enumerate(status.SHIPPED.rules):
        given[f"words_{number}"] = rule.words
        if not set(rule.when) <= {status.HIGH, status.REST}:
            given[f"when_{number}"] = list(rule.when)
    shipped = {"slip_days": "0", "silence_days": "35", "periods": "3", "grace_days": "0"}
    return given | shipped | {"roll": "as it falls"} | changes


@pytest.fixture
def bob(cast):
    return signed_in(cast.bob)


def test_the_key_is_shown_with_its_thresholds_to_every_colleague(cast):
    page = text(signed_in(cast.alice).get(reverse("status_rules:index")))
    assert "past the agreed deadline and not done; or blocked with no way forward" in page
    assert "Days without an update after which an action is marked" in page
    assert "the council has approved none of its own yet" in page
    assert "Propose a change" not in page
    assert signed_in(cast.alice).get(CHANGE).status_code == 403
    assert signed_in(cast.charlie).get(CHANGE).status_code == 404


def test_a_change_is_shown_before_it_is_set(cast, bob):
    recorded(cast)
    page = text(bob.post(CHANGE, sent(slip_days="28", words_1="late")))
    assert "still be in time: 0 → 28" in page
    assert "Red, words:" in page
    assert not StatusRules.objects.exists()
    page = text(bob.post(CHANGE, sent(slip_days="28", words_1="late", set="yes"), follow=True))
    assert "Proposed by Bob Baker" in page
    assert "the council has approved none of its own yet" in page
    row = StatusRules.objects.get()
    approve = reverse("status_rules:approve", args=[row.pk])
    refused = bob.post(approve)
    assert refused.status_code == 422
    assert "Somebody else approves rules: not who proposed them." in text(refused)
    eve = signed_in(make_user("Eve Ellis", cast.aldermere, Role.STRATEGIC_LEAD))
    assert "still be in time: 0 → 28" in text(eve.get(approve))
    assert "approved by Eve Ellis" in text(eve.post(approve, follow=True))
    row.refresh_from_db()
    assert (row.content["slip_days"], row.approved_by.name) == (28, "Eve Ellis")
    assert eve.get(approve).status_code == 404


def test_a_proposal_says_how_many_actions_change_their_colour(cast, bob):
    recorded(cast)
    moved = sent(when_1=[status.NO_WAY], when_2=[status.PAST, status.SLIPS, status.WAY])
    assert "red → amber" in text(bob.post(CHANGE, moved))


def test_no_condition_falls_to_the_rest_and_none_stands_twice(bob):
    answer = bob.post(CHANGE, sent(when_1=[status.NO_WAY], set="yes"))
    assert answer.status_code == 422
    assert "“past the agreed deadline and not done” is in no rule. Tick it in one." in text(answer)
    answer = bob.post(CHANGE, sent(when_2=[status.SLIPS, status.WAY, status.PAST], set="yes"))
    assert "is in two rules" in text(answer)
    assert not StatusRules.objects.exists()


def test_rules_that_nobody_approved_or_that_change_nothing_are_not_set(bob):
    assert bob.post(CHANGE, sent(approved_in="", set="yes")).status_code == 422
    assert "These are the rules that hold." in text(bob.post(CHANGE, sent()))
    assert not StatusRules.objects.exists()


def test_rules_that_would_lie_are_refused_on_the_form(cast, bob):
    grey, red = ({*status.SHIPPED.rules[n].when} for n in (0, 1))
    moved = sent(when_0=[*grey, status.PAST], when_1=[*red - {status.PAST}])
    answer = bob.post(CHANGE, moved | {"set": "yes"})
    assert answer.status_code == 422
    assert "The rules stay as they are." in text(answer)
    assert not StatusRules.objects.exists()


def test_another_order_of_the_colours_is_told_as_such():
    turned = replace(status.SHIPPED, rules=status.SHIPPED.rules[::-1])
    [told] = changes(status.SHIPPED, turned)
    assert "the rules are others than before" in told


def test_the_rules_before_stand_with_their_days(cast, fixed_clock):
    eve = make_user("Eve Ellis", cast.aldermere, Role.STRATEGIC_LEAD)
    for day, approved_in in ((16, "Board, item 4"), (20, "Board, item 9")):
        fixed_clock.move_to(f"2026-03-{day} 10:00Z")
        rules = plans.set_status_rules(
            authority=cast.aldermere, content=status.content_of(status.SHIPPED), by=cast.bob,
            approved_in=approved_in,
        )  # fmt: skip
        plans.approve_status_rules(rules=rules, by=eve)
    page = text(signed_in(cast.alice).get(INDEX))
    assert "16 March 2026 to 19 March 2026, approved in: Board, item 4" in page
