"""Fixtures for the tests of every area: a client that looks at each page, and a count of queries."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.web.tests.html import CheckedClient, signed_in
from goldenthread.web.tests.people import make_user


@pytest.fixture
def officer(db):
    """Ines Officer of Aldermere.

    The cache's table is no model's, so no test empties it: a lock-out would outlive its test.
    """
    cache.clear()
    return make_user("ines.officer@aldermere.example", "Ines Officer")


@pytest.fixture
def visitor(officer):
    """Somebody who has not signed in; every page that comes is looked at."""
    return CheckedClient()


@pytest.fixture
def page_client(officer):
    """The officer, signed in; every page that comes is looked at."""
    return signed_in(officer)


@pytest.fixture
def browser_of():
    """The browser of somebody who has signed in; every page that comes is looked at."""
    return signed_in


@pytest.fixture
def alice(cast):
    """The browser of the improvement officer."""
    return signed_in(cast.alice)


@pytest.fixture
def bob(cast):
    """The browser of the director."""
    return signed_in(cast.bob)


@pytest.fixture
def charlie(cast):
    """The browser of the improvement officer of another council."""
    return signed_in(cast.charlie)


@pytest.fixture
def queries_of():
    """How many queries a page costs: `queries_of(client, address)`.

    For a list, ask once, make more rows, ask again: the number must be the same. It is opened
    once beforehand, as it is when somebody looked at it since it was changed.
    """

    def counted(client, address):
        client.get(address)
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        if answer.status_code != 200:
            pytest.fail(f"{address} answered {answer.status_code}")
        return len(queries)

    return counted
