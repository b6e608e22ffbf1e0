"""A measure of Aldermere, and the browsers of those who work with it."""

import pytest

from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.results.tests import factories
from goldenthread.web.tests.html import signed_in


@pytest.fixture
def visits(cast):
    """Visits in time: a share, of impact, more is better; expected every month."""
    return factories.measure(cast)


@pytest.fixture
def checker(cast):
    """Sees measures and does nothing to them."""
    return signed_in(make_user("Dora Dean", cast.aldermere, Role.CHECKER))
