"""A database of its own for tests that start processes, on the same kind of server as the rest."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.plugins import tables


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
    """A copy of the tables, which no other test uses."""
    shutil.copytree(tables.made(), tmp_path, dirs_exist_ok=True)
    if not tables.is_on_server():
        yield OwnDatabase(tmp_path, None)
        return
    name = tables.copied_on_server()
    yield OwnDatabase(tmp_path, tables.address(name))
    tables.on_server(f"DROP DATABASE {name} WITH (FORCE)")
