"""A plan of Aldermere with Lena who leads, Dan her delegate, Carl who checks and Alice who keeps it."""

import pytest

from goldenthread.thread.tests.factories import make_world


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)
