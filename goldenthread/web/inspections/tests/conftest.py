"""Alice's browser, and two reports of Aldermere with a plan that answers the later one."""

import pytest

from goldenthread.web.tests.html import CheckedClient


@pytest.fixture
def alice(cast):
    return signed_in(cast.alice)


@pytest.fixture
def bob(cast):
    """The director: decides, and enters no days."""
    return signed_in(cast.bob)


@pytest.fixture
def charlie(cast):
    """The improvement officer of another council."""
    return signed_in(cast.charlie)


def signed_in(user):
    client = CheckedClient()
    client.force_login(user)
    return client
