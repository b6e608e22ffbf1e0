"""The people of the tests, for every room."""

import pytest


@pytest.fixture
def cast(db):
    """Alice and Bob of Aldermere, Charlie of Bramley."""
    # Not above: the tables can be imported only when Django is awake.
    from goldenthread.people.tests.factories import make_cast

    return make_cast()
