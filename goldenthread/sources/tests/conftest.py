"""A folder of stored files for each test, and one file in it."""

import pytest

from goldenthread.people import actions as people
from goldenthread.people.roles import Role
from goldenthread.sources import actions


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")
    return tmp_path / "files"


@pytest.fixture
def upload(cast):
    """Alice's upload of one made-up text, in Aldermere."""
    return actions.store(
        authority=cast.aldermere, name="Plan.txt", data=b"Recomendation 1", by=cast.alice
    )


@pytest.fixture
def roles_scope(cast):
    """What a role is tied to, for `make_user`: a partner user's organisation, a manager's team."""

    def scope(role):
        if role == Role.PARTNER_USER:
            partner = people.add_partner(authority=cast.aldermere, name="Trust", by=cast.setup)
            return {"partner": partner}
        if role == Role.TEAM_MANAGER:
            return {"team": people.add_team(authority=cast.aldermere, name="Duty", by=cast.setup)}
        return {}

    return scope
