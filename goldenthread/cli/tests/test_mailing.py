"""The command `mail read`: each mail of a folder is told of, and none is taken in twice."""

import json

import pytest
from typer.testing import CliRunner

from goldenthread.basics.errors import UserFacingError
from goldenthread.cli.main import app
from goldenthread.plans import mailbox
from goldenthread.plans.models import ReceivedMail

pytestmark = pytest.mark.django_db
MAIL = "From: nobody@elsewhere.example\nMessage-ID: <{}@x>\n\nGood morning\n"


@pytest.fixture
def folder(tmp_path):
    for number in (1, 2):
        (tmp_path / f"{number}.eml").write_text(MAIL.format(number))
    return tmp_path


def read(folder, *more):
    return CliRunner().invoke(app, ["mail", "read", str(folder), *more])


def test_each_mail_is_told_of_and_taken_in_once(folder):
    told = read(folder)
    assert told.stdout.splitlines() == [
        "1.eml: From an address that no account has",
        "2.eml: From an address that no account has",
    ]
    assert read(folder).exit_code == 0
    assert ReceivedMail.objects.count() == 2


def test_with_json_each_is_a_line(folder):
    rows = [json.loads(line) for line in read(folder, "--json").stdout.splitlines()]
    assert rows[0] == {"file": "1.eml", "fate": "unknown sender", "attachments": False}


def test_a_mail_that_is_too_large_is_told_of_and_left(folder, monkeypatch):
    monkeypatch.setattr(mailbox, "LARGEST", 1)
    told = read(folder)
    assert "1.eml: more than 25 MB. It was not taken in." in told.stderr
    assert not ReceivedMail.objects.exists()


def test_a_folder_that_is_not_there_is_named(tmp_path):
    answer = read(tmp_path / "none")
    assert isinstance(answer.exception, UserFacingError)
    assert "There is no such folder" in str(answer.exception)
