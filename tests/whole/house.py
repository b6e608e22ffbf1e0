"""What the tests over the whole house look at: its tracked files and its modules."""

import os
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "goldenthread"


@cache
def tracked():
    """Every file that git tracks and that is there, but for what others made and we carry."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    paths = [ROOT / name for name in listed.split("\0") if name and "vendor/" not in name]
    return [path for path in paths if path.is_file()]


@cache
def modules():
    """Every Python file of the package, migrations left out: Django writes those."""
    return [path for path in sorted(PACKAGE.rglob("*.py")) if "migrations" not in path.parts]


def name(path):
    """The path as the project names it, for messages and test ids."""
    return path.relative_to(ROOT).as_posix()


def a_shell_of_its_own():
    """The environment for a pytest inside this one: it is no worker of ours."""
    ours = ("PYTEST_", "GOLDENTHREAD_", "DJANGO_SETTINGS", "COUNTED_LINES", "PGHOST")
    return {key: value for key, value in os.environ.items() if not key.startswith(ours)}
