"""Fixtures for the tests of every area: a client that looks at each page, and a count of queries."""

from collections.abc import Callable, Iterator

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from goldenthread.people.models import User
from goldenthread.web.tests.html import CheckedClient
from goldenthread.web.tests.people import make_user


@pytest.fixture
def officer(db: None) -> Iterator[User]:
    """Ines Officer of Aldermere.

    The cache's table is no model's, so no test empties it: a lock-out would outlive its test.
    """
    cache.clear()
    yield make_user("ines.officer@aldermere.example", "Ines Officer")


@pytest.fixture
def visitor(officer: User) -> CheckedClient:
    """Somebody who has not signed in; every page that comes is looked at."""
    return CheckedClient()


@pytest.fixture
def page_client(officer: User) -> CheckedClient:
    """The officer, signed in; every page that comes is looked at."""
    client = CheckedClient()
    client.force_login(officer)
    return client


@pytest.fixture
def queries_of() -> Callable[[Client, str], int]:
    """How many queries a page costs: `queries_of(client, address)`.

    For a list, ask once, make more rows, ask again: the number must be the same.
    """

    def counted(client: Client, address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    return counted
