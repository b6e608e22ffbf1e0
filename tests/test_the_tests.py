"""The checks' own machinery: what pytest is taught in `tests/plugins` and `conftest.py`."""

import os
import socket
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from tests.plugins import needs

ROOT = Path(__file__).resolve().parents[1]
A_TEST_THAT_NEEDS = """
import pytest

@pytest.mark.needs("{program}")
def test_it():
    pass
"""


@pytest.fixture
def outcome_of(tmp_path):
    """Runs one test in a pytest of its own, on a machine whose PATH is empty."""

    def outcome(program, **environment):
        (tmp_path / "test_toy.py").write_text(A_TEST_THAT_NEEDS.format(program=program))
        plugins = ["-p", "tests.plugins.needs", "-p", "no:django", "-p", "no:cacheprovider"]
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-ra", *plugins, "--rootdir", tmp_path, tmp_path],
            env={"PATH": "", "PYTHONPATH": str(ROOT), **environment},
            cwd=tmp_path, capture_output=True, text=True, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout

    return outcome


def test_a_missing_program_skips_its_tests_by_name(outcome_of):
    code, output = outcome_of("chromium")
    assert code == 0
    assert "1 skipped" in output
    assert "chromium missing" in output


def test_a_missing_program_fails_its_tests_where_ci_promises_it(outcome_of):
    code, output = outcome_of("chromium", CI="true")
    assert code == 1
    assert "chromium missing" in output


def test_a_program_that_nobody_knows_is_a_failure_and_not_a_skip(outcome_of):
    code, output = outcome_of("crystal-ball")
    assert code == 1
    assert "not ['crystal-ball']" in output


def test_nothing_is_missing_of_nothing():
    assert needs.missing([]) == []


def test_a_test_cannot_open_a_socket():
    with pytest.warns(UserWarning, match="socket"), pytest.raises(RuntimeError):
        socket.socket()


def test_the_data_folder_is_a_temporary_one():
    assert ROOT not in settings.DATA_DIR.parents
    assert os.environ["GOLDENTHREAD_DATA"] == str(settings.DATA_DIR)


def test_the_fixed_clock_is_a_monday(fixed_clock):
    assert timezone.localdate() == date(2026, 3, 16)
    fixed_clock.move_to(date(2026, 3, 17))
    assert timezone.localdate() == date(2026, 3, 17)


@pytest.mark.django_db
def test_a_django_test_runs_on_the_database_that_was_asked_for(pytestconfig):
    wanted = {"sqlite": "sqlite", "postgres": "postgresql"}
    assert connection.vendor == wanted[pytestconfig.getoption("database")]


@pytest.mark.postgres
@pytest.mark.django_db
def test_postgresql_is_the_version_that_is_promised():
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version_num")
        assert int(cursor.fetchone()[0]) >= 150000


@pytest.mark.sqlite
@pytest.mark.django_db
def test_sqlite_keeps_a_write_ahead_log_as_a_server_does():
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        assert cursor.fetchone()[0] == "wal"
