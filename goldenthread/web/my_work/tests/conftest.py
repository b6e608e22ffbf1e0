"""A plan of Aldermere with Lena who leads, Dan her delegate, Carl who checks and Alice who keeps it."""

import pytest

from goldenthread.thread.tests.factories import make_world
from goldenthread.web.tests.html import CheckedClient


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


@pytest.fixture
def browser_of():
    """The browser of somebody who has signed in; every page that comes is looked at."""

    def opened(user):
        client = CheckedClient()
        client.force_login(user)
        return client

    return opened
