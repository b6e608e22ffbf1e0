"""Programs that a test needs: `@pytest.mark.needs("chromium")`.

A missing program skips the test by name. Where CI=true promises every program, the same
skip is a failure, so that a green build cannot hide a test that never ran.
"""

import os
import shutil
from pathlib import Path

import pytest

from tests.plugins.cluster import programs

FINDERS = {
    "java": lambda: shutil.which("java"),
    "chromium": lambda: shutil.which("chromium"),
    "libreoffice": lambda: shutil.which("soffice"),
    "pdftotext": lambda: shutil.which("pdftotext"),
    "postgres": programs,
}


def missing(names):
    """Those of the programs that this machine lacks."""
    return [name for name in names if not FINDERS[name]()]


def pytest_configure(config):
    config.addinivalue_line("markers", "needs(*programs): skips where a program is missing")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    needed = [name for mark in item.iter_markers("needs") for name in mark.args]
    if unknown := set(needed) - set(FINDERS):
        pytest.fail(f"needs() knows {sorted(FINDERS)}, not {sorted(unknown)}", pytrace=False)
    if lacking := missing(needed):
        _skip_or_fail(", ".join(sorted(set(lacking))))


def _skip_or_fail(lacking):
    if os.environ.get("CI") == "true":
        pytest.fail(f"{lacking} missing, and CI=true turns the skip into a failure", pytrace=False)
    pytest.skip(f"{lacking} missing")


def shared_folder():
    """The folder `shared` beside the project, with the real documents; it may be absent."""
    return Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture(scope="session")
def shared():
    """The path of the real documents, which are not part of the project."""
    folder = shared_folder()
    if not folder.is_dir():
        pytest.skip("../shared missing")
    return folder
