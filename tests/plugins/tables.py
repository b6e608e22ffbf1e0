"""The tables, made once in a run of the tests: each of its databases is a copy of them."""

import fcntl
import os
import secrets
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from tests.plugins.early import RUN

STATEMENT = (
    "import psycopg,sys; c=psycopg.connect(sys.argv[1],autocommit=True); c.execute(sys.argv[2])"
)
# The database on the server that the others are copied from.
FIRST = "tables"
FILE = "goldenthread.sqlite3"


def made():
    """The data folder of the first database. Whoever asks first makes it; the others wait."""
    run = Path(os.environ[RUN])
    folder, half = run / "tables", run / "tables.half"
    with (run / "tables.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            shutil.rmtree(half, ignore_errors=True)
            half.mkdir()
            _migrate(half)
            half.rename(folder)
    return folder


def is_on_server():
    return "GOLDENTHREAD_DATABASE" in os.environ


def copied_on_server(name=None):
    """The name of a new database on the server with all the tables."""
    name = name or f"own_{secrets.token_hex(6)}"
    on_server(f"CREATE DATABASE {name} TEMPLATE {FIRST}")
    return name


def address(name):
    return urlunsplit(urlsplit(os.environ["GOLDENTHREAD_DATABASE"])._replace(path=f"/{name}"))


def on_server(statement):
    subprocess.run([sys.executable, "-c", STATEMENT, address("postgres"), statement], check=True)


def _migrate(folder):
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "goldenthread.config.settings",
        "GOLDENTHREAD_DATA": str(folder),
        "GOLDENTHREAD_HISTORY_HEADS": str(folder / "history"),
    }
    if is_on_server():
        on_server(f"DROP DATABASE IF EXISTS {FIRST}")
        on_server(f"CREATE DATABASE {FIRST}")
        env["GOLDENTHREAD_DATABASE"] = address(FIRST)
    done = subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity", "0"],
        env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"the tables could not be made:\n{done.stderr}")
