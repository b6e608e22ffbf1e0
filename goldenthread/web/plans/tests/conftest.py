"""A plan of Aldermere, and the browsers of those who look at it."""

import pytest

from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans.tests.factories import recorded
from goldenthread.web.tests.html import CheckedClient


@pytest.fixture
def plan(cast):
    """Three items and four actions, of which one points to another."""
    return recorded(cast)


@pytest.fixture
def alice(cast):
    return signed_in(cast.alice)


@pytest.fixture
def bob(cast):
    """The director: sees the plan, and updates nothing."""
    return signed_in(cast.bob)


@pytest.fixture
def charlie(cast):
    """The improvement officer of another council."""
    return signed_in(cast.charlie)


@pytest.fixture
def checker(cast):
    """Dora Dean of Aldermere, who may be given plans to check."""
    return make_user("Dora Dean", cast.aldermere, Role.CHECKER)


def signed_in(user):
    client = CheckedClient()
    client.force_login(user)
    return client
