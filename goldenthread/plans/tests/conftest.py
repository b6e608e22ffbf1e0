"""A plan of Aldermere, one of its actions with somebody who leads it, and a plan with its people."""

import pytest

from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.tests.evidence_factories import make_world
from goldenthread.plans.tests.factories import recorded


@pytest.fixture
def plan(cast):
    return recorded(cast)


@pytest.fixture
def action(plan):
    return plan.actions.get(public_id="P1-A3")


@pytest.fixture
def ann(cast, action):
    """Ann leads the action."""
    user = make_user("Ann Adams", cast.aldermere, Role.LEAD)
    actions.give_lead(action=action, to=user.persons.get(), by=cast.alice)
    return user


@pytest.fixture
def world(cast, fixed_clock):
    """A plan whose test wants to be shown, with Lena who leads, Carl who checks, and others."""
    return make_world(cast)
