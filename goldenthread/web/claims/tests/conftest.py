"""The browsers of an officer, a director and a lead; a plan that claims more than it has shown."""

import pytest

from goldenthread.thread.tests.factories import make_world
from goldenthread.web.tests.html import signed_in


@pytest.fixture
def world(cast, settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")
    return make_world(cast)


@pytest.fixture
def lena(world):
    return signed_in(world.lena)
