"""A plan of Aldermere, and the browsers of those who look at it."""

import pytest

from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans.tests.factories import recorded


@pytest.fixture
def plan(cast):
    """Three items and four actions, of which one points to another."""
    return recorded(cast)


@pytest.fixture
def checker(cast):
    """Dora Dean of Aldermere, who may be given plans to check."""
    return make_user("Dora Dean", cast.aldermere, Role.CHECKER)
