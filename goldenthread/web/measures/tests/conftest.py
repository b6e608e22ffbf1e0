"""A measure of Aldermere, and the browsers of those who work with it."""

import pytest

from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.results.tests import factories
from goldenthread.web.tests.html import CheckedClient


@pytest.fixture
def visits(cast):
    """Visits in time: a share, of impact, more is better; expected every month."""
    return factories.measure(cast)


@pytest.fixture
def alice(cast):
    """The improvement officer: defines, enters, sets targets, ties; approves nothing."""
    return signed_in(cast.alice)


@pytest.fixture
def bob(cast):
    """The director: approves, and sets targets."""
    return signed_in(cast.bob)


@pytest.fixture
def charlie(cast):
    """The improvement officer of another council."""
    return signed_in(cast.charlie)


@pytest.fixture
def checker(cast):
    """Sees measures and does nothing to them."""
    return signed_in(make_user("Dora Dean", cast.aldermere, Role.CHECKER))


def signed_in(user):
    client = CheckedClient()
    client.force_login(user)
    return client
