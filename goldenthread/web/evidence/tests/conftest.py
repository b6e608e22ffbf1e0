"""The browsers of an officer, a lead and a checker; a plan whose test wants to be shown."""

import pytest

from goldenthread.plans.tests.evidence_factories import make_world
from goldenthread.web.tests.html import signed_in


@pytest.fixture
def world(cast, settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")
    return make_world(cast)


@pytest.fixture
def carl(world):
    """The checker."""
    return signed_in(world.carl)


@pytest.fixture
def lena(world):
    """The lead, who may not check."""
    return signed_in(world.lena)
