"""Ways round the gate that were found once, each by the shortest road."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from goldenthread.basics.errors import UserFacingError
from goldenthread.people import actions as people
from goldenthread.plans.models import Check, EvidenceLink, Standing, Test
from tests.gate import evidence, raw
from tests.gate.village import Village

LONG_BEFORE = date(2000, 1, 1)


@pytest.fixture
def village(cast, fixed_clock):
    return Village(cast)


def filed(village, number=1):
    row = village.action.tests.get(number=number)
    return evidence.file(village=village, tests=[row], by=village.users["Lena Lead"]).links.get()


def accepts(village, who, link):
    try:
        with transaction.atomic():
            evidence.accept(link=link, by=village.users[who])
    except (UserFacingError, DatabaseError):
        return False
    return True


def replaced(row, **changes):
    """INSERT OR REPLACE: SQLite fires no trigger for the row that goes."""
    return raw.replace(type(row), row, changes)


def test_an_unconflicted_checker_is_let_through(village):
    assert accepts(village, "Chad Check", filed(village))


@pytest.mark.parametrize("who", ["Lena Lead", "Cole Post", "Tess Team", "Petra Printed"])
def test_whoever_stands_in_the_action_is_not(village, who):
    assert not accepts(village, who, filed(village))


@pytest.mark.sqlite
def test_a_test_with_evidence_is_not_replaced_by_another_row_of_its_id(village):
    filed(village, number=2)
    assert not replaced(village.action.tests.get(number=2), quantity=1)
    assert Test.objects.get(action=village.action, number=2).quantity == 2


@pytest.mark.sqlite
def test_an_accepted_link_is_not_replaced_by_another_row_of_its_id(village):
    link = filed(village, number=2)
    assert accepts(village, "Chad Check", link)
    assert not replaced(link, quantity=2)
    assert EvidenceLink.objects.get(pk=link.pk).quantity == 1


@pytest.mark.sqlite
@pytest.mark.parametrize("model", [Check, EvidenceLink, Standing, Test])
def test_no_row_of_the_gate_is_replaced_by_itself(village, model):
    assert accepts(village, "Chad Check", filed(village))
    assert not replaced(model.objects.order_by("pk").first())


@pytest.mark.sqlite
def test_a_contradiction_is_not_replaced_by_what_supports(village):
    row = village.action.tests.get(number=1)
    found = evidence.contradict(village=village, test=row, by=village.users["Cora Check"])
    link = found.links.get()
    assert not replaced(link, id=link.pk + 100, direction="supports")


def newcomer(village):
    """Cora joins the team that carries it out, on a day that is known."""
    people.join_team(
        team=village.team,
        person=village.people["Cora Check"],
        started_on=date(2026, 3, 2),
        by=village.cast.alice,
    )


def test_a_standing_that_is_said_to_have_ended_long_before_frees_nobody(village):
    newcomer(village)
    link = filed(village)
    raw.goes_through(
        "UPDATE plans_standing SET ended_on = %s WHERE team_id IS NOT NULL", [LONG_BEFORE]
    )
    assert not accepts(village, "Cora Check", link)


def test_a_printed_name_that_is_said_to_be_somebody_else_frees_nobody_of_that_name(village):
    link = filed(village)
    raw.goes_through(
        "UPDATE plans_standing SET person_id = %s WHERE printed = %s",
        [village.people["Cora Check"].pk, "Petra Printed"],
    )
    assert not accepts(village, "Petra Printed", link)
