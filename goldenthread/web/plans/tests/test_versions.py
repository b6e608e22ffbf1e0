"""The list of a plan's versions, and two of them side by side."""

from dataclasses import replace

import pytest

from goldenthread.people.models import PartnerOrganisation
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.drafts import ActionDraft, StandingDraft
from goldenthread.plans.tests.factories import plan as drafted
from goldenthread.plans.tests.factories import recorded

PLAN = "/plans/990/P1/"
LIST, BOTH = f"{PLAN}versions/", f"{PLAN}versions/compare/?a=1&b=2"


@pytest.fixture
def second(cast, plan):
    """The second version: reworded, led by somebody else, one action dropped and one added."""
    head, hub, *_ = drafted().actions
    rows = (
        replace(head, text="Meet with all 14 head teachers", keeps="P1-A1"),
        replace(hub, standings=(StandingDraft(printed="Cara Cole"),)),
        ActionDraft(items=(2,), text="Ring every carer"),
    )
    later = drafted(actions=rows, references=(), to_settle=(), label="March 2014")
    return recorded(cast, later, replaces=plan)


def test_a_plan_of_one_version_says_that_there_is_nothing_to_compare(alice, plan):
    assert f'href="{LIST}"' in alice.get(PLAN).text
    shown = alice.get(LIST).text
    assert "There is one version" in shown
    assert "Version 1" in shown


def test_the_list_has_every_version_and_offers_the_last_two(alice, second):
    page = alice.get(LIST)
    assert [line[0].text for line in page.context["table"].rows] == ["Version 2", "Version 1"]
    assert [choice.chosen for choice in page.context["choices"]] == [1, 2]
    assert "Version 1, September 2013" in page.text


def test_two_versions_side_by_side_say_what_differs(alice, second):
    page = alice.get(BOTH)
    items, rows = page.context["found"].parts
    assert items.sentence == "3 as before."
    assert rows.sentence == ("1 added, 2 dropped, 1 reworded, 1 with another lead.")
    assert "<del>each of the</del>" in page.text
    assert "<ins>all</ins>" in page.text
    assert "nothing printed → Cara Cole" in page.text
    assert "P1-A5: Ring every carer" in page.text
    assert "P1-A3: New front sheet" in page.text


def test_the_other_way_round_what_was_added_was_dropped(alice, second):
    page = alice.get(f"{PLAN}versions/compare/?a=2&b=1")
    rows = page.context["found"].parts[1]
    assert [row.public_id for row in rows.apart.added] == ["P1-A3", "P1-A4"]
    assert [row.public_id for row in rows.apart.dropped] == ["P1-A5"]


def test_two_versions_that_say_the_same_say_so(cast, alice, plan):
    recorded(cast, drafted(label="March 2014"), replaces=plan)
    assert "Both versions say the same" in alice.get(BOTH).text


def test_a_plan_without_a_day_and_without_rows_is_listed_all_the_same(cast, alice):
    empty = drafted(
        items=(), actions=(), parts=(), references=(), to_settle=(), issues=(), label="", day=None,
        precision="unknown",
    )  # fmt: skip
    plan = recorded(cast, empty)
    recorded(cast, replace(drafted(), label=""), replaces=plan)
    assert "no day given" in alice.get(LIST).text
    turned = alice.get(f"{PLAN}versions/compare/?a=2&b=1")
    assert turned.context["found"].parts[0].sentence == "3 dropped."
    recorded(cast, empty, replaces=plan)
    none = alice.get(f"{PLAN}versions/compare/?a=1&b=3").text
    assert none.count("Both versions say the same") == 1


@pytest.mark.parametrize("chosen", ["", "a=1&b=1", "a=1&b=9", "a=x&b=2"])
def test_what_are_not_two_versions_is_refused_in_words(alice, second, chosen):
    shown = alice.get(f"{PLAN}versions/compare/?{chosen}")
    assert "Choose two versions" in shown.text


def test_a_version_that_was_taken_back_is_in_no_list(cast, alice, second):
    version = second.current_version
    actions.withdraw_version(version=version, by=cast.alice, why="The wrong file.")
    assert "Version 2" not in alice.get(LIST).text
    assert "Choose two versions" in alice.get(BOTH).text


def test_a_partner_who_sees_only_its_own_sees_no_version(cast, second, browser_of):
    trust = PartnerOrganisation.objects.create(authority=cast.aldermere, name="Health trust")
    nurse = make_user("Nia North", cast.aldermere, Role.PARTNER_USER, partner=trust)
    action = second.actions.get(public_id="P1-A1")
    actions.let_stand(action=action, to=trust, rank="co-lead", by=cast.alice)
    browser = browser_of(nurse)
    assert browser.get(PLAN).status_code == 200
    assert [browser.get(address).status_code for address in (LIST, BOTH)] == [404, 404]
