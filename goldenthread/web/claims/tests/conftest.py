"""The browsers of an officer, a director and a lead; a plan that claims more than it has shown."""

import pytest

from goldenthread.thread.tests.factories import make_world
from goldenthread.web.tests.html import CheckedClient


@pytest.fixture
def world(cast, settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")
    return make_world(cast)


@pytest.fixture
def alice(world):
    return signed_in(world.cast.alice)


@pytest.fixture
def bob(world):
    """The director: sees claims and sends nothing."""
    return signed_in(world.cast.bob)


@pytest.fixture
def lena(world):
    return signed_in(world.lena)


@pytest.fixture
def charlie(world):
    return signed_in(world.cast.charlie)


def signed_in(user):
    client = CheckedClient()
    client.force_login(user)
    return client
