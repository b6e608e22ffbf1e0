"""The command `demo`, where it makes nothing; what it makes: tests/demonstration."""

import pytest
from typer.testing import CliRunner

from goldenthread.basics.errors import UserFacingError
from goldenthread.cli import demo
from goldenthread.cli.main import app
from goldenthread.people import actions
from goldenthread.people.models import Authority, User
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def aldermere():
    setup = User.objects.system("setup", "Set-up")
    return actions.found_authority(code="990", name="Aldermere", by=setup)


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


def run(*arguments):
    return CliRunner().invoke(app, ["demo", *arguments])


def test_it_leaves_a_folder_with_another_council_alone(cast):
    answer = run("--no-serve")
    assert isinstance(answer.exception, UserFacingError)
    assert "set GOLDENTHREAD_DATA to an empty one" in str(answer.exception)
    assert Authority.objects.count() == 2


def test_without_its_file_it_says_how_to_get_a_new_password(aldermere):
    make_user("Ada Marsh", aldermere, Role.ADMINISTRATOR)
    answer = run("--no-serve")
    assert "goldenthread account password ada.marsh@aldermere.example" in str(answer.exception)


def test_what_is_there_is_served_on_the_port_that_was_asked_for(aldermere, data, monkeypatch):
    make_user("Ada Marsh", aldermere, Role.ADMINISTRATOR)
    (data / "secrets").mkdir()
    (data / "secrets" / "demonstration_password").write_text("once-only\n")
    served = {}
    monkeypatch.setattr(demo, "serve", lambda **words: served.update(words))
    answer = run("--port", "8123")
    assert answer.exit_code == 0, answer.exception
    assert "ada.marsh@aldermere.example" in answer.stdout
    assert answer.stdout.endswith("once-only\n")
    assert served["port"] == 8123
