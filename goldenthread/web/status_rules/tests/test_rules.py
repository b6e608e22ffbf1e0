"""The key of the colours, and changing it: proposed, shown, then set."""

import pytest
from django.urls import reverse

from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import status
from goldenthread.plans.models import StatusRules
from goldenthread.plans.tests.factories import recorded
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
    return given | {"slip_days": "0", "silence_days": "35", "periods": "3"} | changes


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
