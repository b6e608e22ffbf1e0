"""What must stand before Django reads its settings: the data folder and the database.

Loaded with `-p` from pyproject.toml, because pytest-django reads the settings before any
conftest. The controller of pytest-xdist prepares both; its workers inherit the environment.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest

from tests.plugins.cluster import Cluster, programs

WORKER = "PYTEST_XDIST_WORKER"
# Names the folder that all workers of a run have in common.
RUN = "TESTS_RUN_FOLDER"


def pytest_addoption(parser):
    parser.addoption(
        "--database",
        choices=["sqlite", "postgres"],
        default="sqlite",
        help="which database the Django tests use; postgres starts a throw-away cluster",
    )


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_load_initial_conftests(early_config):
    if WORKER in os.environ:
        _use_data_folder(Path(os.environ["GOLDENTHREAD_DATA"]) / os.environ[WORKER])
    else:
        _prepare(early_config)
    return (yield)


def _prepare(config):
    # A developer's own settings, a real database among them, never reach a test.
    for name in [name for name in os.environ if name.startswith("GOLDENTHREAD_")]:
        del os.environ[name]
    folder = tempfile.mkdtemp(prefix="goldenthread-tests-")
    config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))
    os.environ[RUN] = folder
    _use_data_folder(Path(folder))
    if config.known_args_namespace.database == "postgres" and programs():
        cluster = Cluster()
        cluster.start()
        config.add_cleanup(cluster.destroy)
        os.environ.update(cluster.environment())


def _use_data_folder(folder):
    folder.mkdir(exist_ok=True)
    os.environ["GOLDENTHREAD_DATA"] = str(folder)
