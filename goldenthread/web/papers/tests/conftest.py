"""A plan of Aldermere, and the browsers of those who print it."""

import pytest

from goldenthread.plans.tests.factories import recorded
from goldenthread.web.tests.html import CheckedClient


@pytest.fixture
def plan(cast):
    """Three items and four actions."""
    return recorded(cast)


@pytest.fixture
def alice(cast):
    return signed_in(cast.alice)


@pytest.fixture
def charlie(cast):
    """The improvement officer of another council."""
    return signed_in(cast.charlie)


def signed_in(user):
    client = CheckedClient()
    client.force_login(user)
    return client
