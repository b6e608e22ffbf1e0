"""A plan of Aldermere, and the browsers of those who print it."""

import pytest

from goldenthread.plans.tests.factories import recorded


@pytest.fixture
def plan(cast):
    """Three items and four actions."""
    return recorded(cast)
