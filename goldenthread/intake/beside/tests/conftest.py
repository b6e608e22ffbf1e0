"""Stored files for each test; what is laid out is kept for all tests, unless a test is about that."""

import pytest

from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.sources import actions


@pytest.fixture(scope="session")
def kept_for_all(tmp_path_factory):
    return tmp_path_factory.mktemp("beside")


@pytest.fixture(autouse=True)
def folder(settings, tmp_path, kept_for_all):
    settings.FILES_DIR = str(tmp_path / "files")
    settings.DATA_DIR = kept_for_all


@pytest.fixture
def own_cache(settings, tmp_path):
    """Nothing is kept yet, and what is kept is this test's alone."""
    settings.DATA_DIR = tmp_path / "data"
    return tmp_path / "data" / "beside"


@pytest.fixture
def store(cast):
    """Stores a content as Alice's upload, in Aldermere."""

    def store(data, name, by=cast.alice):
        return actions.store(authority=cast.aldermere, name=name, data=data, by=by)

    return store


@pytest.fixture
def colleague(cast):
    """An analyst of Aldermere: sees its files, decides about none."""
    return make_user("Dora Dean", cast.aldermere, Role.ANALYST)
