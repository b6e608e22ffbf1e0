"""A database of its own for tests that start processes, on the same kind of server as the rest."""

import os
import secrets
import shutil
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


@pytest.fixture(scope="session")
def migrated(tmp_path_factory):
    """A data folder with its tables, made once: each `own_database` is a copy of it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    on_server = settings.DATABASES["default"]["ENGINE"].endswith("postgresql")
    name = f"own_{secrets.token_hex(6)}" if on_server else ""
    if on_server:
        _on_server(f"CREATE DATABASE {name}")
    database = OwnDatabase(tmp_path_factory.mktemp("migrated"), name and _address(name))
    made = database.run("-m", "django", "migrate", "--verbosity", "0")
    assert made.returncode == 0, made.stderr
    return database.folder, name


@pytest.fixture
def own_database(tmp_path, migrated):
    folder, template = migrated
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    if not template:
        yield OwnDatabase(tmp_path, None)
        return
    name = f"own_{secrets.token_hex(6)}"
    _on_server(f"CREATE DATABASE {name} TEMPLATE {template}")
    yield OwnDatabase(tmp_path, _address(name))
    _on_server(f"DROP DATABASE {name} WITH (FORCE)")


def _address(name):
    return urlunsplit(urlsplit(os.environ["GOLDENTHREAD_DATABASE"])._replace(path=f"/{name}"))


def _on_server(statement):
    subprocess.run([sys.executable, "-c", MADE, _address("postgres"), statement], check=True)
