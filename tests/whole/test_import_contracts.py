"""Each import contract, broken on purpose: lint-imports must say so and name it."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
CONTRACTS = {
    contract["id"]: contract for contract in PYPROJECT["tool"]["importlinter"]["contracts"]
}
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")

# The contract, and files that break it: one set for each thing that it forbids in another way.
OFFENCES = [
    ("floors", {"basics/offence.py": "import goldenthread.people"}),
    ("floors", {"intake/offence.py": "import goldenthread.thread"}),
    ("floors", {"a_room_on_no_floor/__init__.py": ""}),
    ("pure", {"documents/offence.py": "import django"}),
    ("pure", {"engine/offence.py": "import django"}),
    ("indicators-name-no-engine", {"indicators/offence.py": "import duckdb"}),
    ("plain-basics", {"basics/offence.py": "import lxml"}),
    ("pages-do-not-read", {"web/offence.py": "import goldenthread.documents"}),
    ("pages-do-not-read", {"web/offence.py": "import typst"}),
    (
        "no-circles",
        {
            "web/here/__init__.py": "import goldenthread.web.there",
            "web/there/__init__.py": "import goldenthread.web.here",
        },
    ),
]


@pytest.fixture(scope="module")
def copy_of_the_house(tmp_path_factory):
    folder = tmp_path_factory.mktemp("house")
    shutil.copy(ROOT / "pyproject.toml", folder)
    for path in (ROOT / "goldenthread").rglob("*.py"):
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    return folder


def lint(folder, contract):
    done = subprocess.run(
        [LINT_IMPORTS, "--no-cache", "--no-logo", "--contract", contract],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("contract", CONTRACTS)
def test_the_house_keeps_the_contract(copy_of_the_house, contract):
    code, output = lint(copy_of_the_house, contract)
    assert code == 0, output
    assert f"{CONTRACTS[contract]['name']} KEPT" in output


@pytest.mark.parametrize(
    ("contract", "files"), OFFENCES, ids=[f"{name}-{next(iter(f))}" for name, f in OFFENCES]
)
def test_an_offence_is_found_and_the_contract_is_named(copy_of_the_house, contract, files):
    written = [copy_of_the_house / "goldenthread" / name for name in files]
    try:
        for path, text in zip(written, files.values(), strict=True):
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"{text}\n")
        code, output = lint(copy_of_the_house, contract)
    finally:
        for path in written:
            path.unlink()
            if not any(path.parent.iterdir()):
                path.parent.rmdir()
    assert code == 1, output
    assert f"{CONTRACTS[contract]['name']} BROKEN" in output


def test_every_contract_has_an_offence_here():
    assert set(CONTRACTS) == {contract for contract, _ in OFFENCES}
