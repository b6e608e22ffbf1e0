"""A database of its own for tests that start processes, on the same kind of server as the rest."""

import os
import secrets
import subprocess
import sys
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings

MADE = "import psycopg,sys; c=psycopg.connect(sys.argv[1],autocommit=True); c.execute(sys.argv[2])"


class OwnDatabase:
    """A fresh database that other processes use; `run` and `start` call Python with it."""

    def __init__(self, folder, address):
        self.folder = folder
        self.env = {**os.environ, "GOLDENTHREAD_DATA": str(folder)}
        self.env["GOLDENTHREAD_HISTORY_HEADS"] = str(folder / "history")
        self.env["GOLDENTHREAD_JOB_LEASE_SECONDS"] = "3"
        if address:
            self.env["GOLDENTHREAD_DATABASE"] = address

    def start(self, *arguments):
        return subprocess.Popen([sys.executable, *map(str, arguments)], env=self.env, text=True)

    def run(self, *arguments):
        return subprocess.run(
            [sys.executable, *map(str, arguments)], env=self.env, text=True, capture_output=True
        )

    def python(self, code):
        """What a piece of code prints that may use the tables."""
        asked = self.run("-c", f"import django; django.setup()\n{code}")
        assert asked.returncode == 0, asked.stderr
        return asked.stdout.strip()


@pytest.fixture
def own_database(tmp_path):
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    on_server = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
    name = f"own_{secrets.token_hex(6)}"
    address = _address(name) if on_server else None
    if on_server:
        _on_server(f"CREATE DATABASE {name}")
    database = OwnDatabase(tmp_path, address)
    made = database.run("-m", "django", "migrate", "--verbosity", "0")
    assert made.returncode == 0, made.stderr
    yield database
    if on_server:
        _on_server(f"DROP DATABASE {name} WITH (FORCE)")


def _address(name):
    return urlunsplit(urlsplit(os.environ["GOLDENTHREAD_DATABASE"])._replace(path=f"/{name}"))


def _on_server(statement):
    subprocess.run([sys.executable, "-c", MADE, _address("postgres"), statement], check=True)
