"""docs/traceability.csv: each of the 328 things asked for stands there once, and honestly."""

import ast
import csv
import re
import subprocess
import sys
from functools import cache

import pytest

from tests.whole.house import ROOT, a_shell_of_its_own
from tools import breaker, disable_and_see

TABLE = ROOT / "docs" / "traceability.csv"
STATUSES = {"implemented", "declined", "planned"}
PER_GROUP = dict(zip("ABCDEFGHIJKLMNOPQRSTU", (
    19, 12, 19, 28, 23, 21, 14, 21, 8, 30, 12, 17, 9, 13, 18, 13, 9, 8, 12, 10, 12
), strict=True))  # fmt: skip


def rows():
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


IMPLEMENTED = [row for row in rows() if row["status"] == "implemented"]
TARGETS = disable_and_see.breakers(ROOT / "tools" / "breakers.toml")


def problem_of(row):
    """What is wrong with a row; None when nothing is."""
    tests, note = row["tests"].split(), row["note"].strip()
    if row["status"] not in STATUSES:
        return f"{row['id']}: “{row['status']}” is no status"
    if row["status"] == "implemented":
        absent = [test for test in tests if not exists(test)]
        if not tests or absent:
            return f"{row['id']}: implemented needs tests that exist, not {absent or 'none'}"
    elif tests or not note:
        return f"{row['id']}: {row['status']} has a note and no tests"
    return None


@cache
def definitions(path):
    """The functions of a test file as pytest names them: `test_x`, `TestClass::test_x`."""
    if not path.is_file():
        return frozenset()
    names = set()
    for node in ast.parse(path.read_text()).body:
        if isinstance(node, ast.FunctionDef):
            names.add(node.name)
        elif isinstance(node, ast.ClassDef):
            inner = [each for each in node.body if isinstance(each, ast.FunctionDef)]
            names |= {f"{node.name}::{each.name}" for each in inner}
    return frozenset(names)


def exists(test):
    path, _, function = test.partition("::")
    return re.sub(r"\[.*\]$", "", function) in definitions(ROOT / path)


def test_the_columns_are_those_agreed():
    assert list(rows()[0]) == ["id", "status", "tests", "note"]


def test_each_of_the_328_things_stands_there_once_in_order():
    wanted = [f"{g}-{n:02}" for g, count in PER_GROUP.items() for n in range(1, count + 1)]
    assert len(wanted) == 328
    assert [row["id"] for row in rows()] == wanted


def test_the_ids_are_those_of_the_inventory(shared):
    with (shared / "domain" / "seed_inventory.csv").open(encoding="utf-8", newline="") as file:
        assert [row["id"] for row in csv.DictReader(file)] == [row["id"] for row in rows()]


def test_every_row_is_as_its_status_demands():
    assert [problem_of(row) for row in rows() if problem_of(row)] == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"status": "done", "tests": "", "note": "x"}, "is no status"),
        ({"status": "implemented", "tests": "", "note": ""}, "not none"),
        ({"status": "implemented", "tests": "tests/absent.py::test_x", "note": ""}, "absent.py"),
        (
            {"status": "implemented", "tests": "tests/whole/test_traceability.py", "note": ""},
            "test_traceability",
        ),
        ({"status": "declined", "tests": "", "note": " "}, "has a note"),
        ({"status": "planned", "tests": "tests/a.py::test_x", "note": "x"}, "no tests"),
    ],
)
def test_a_dishonest_row_is_found(row, said):
    assert said in problem_of({"id": "A-01", **row})


def test_a_parametrised_test_is_found_by_its_function():
    here = "tests/whole/test_traceability.py"
    assert exists(f"{here}::test_a_dishonest_row_is_found[row0-is no status]")
    assert not exists(f"{here}::test_absent[row0-is no status]")


def test_each_implemented_row_can_be_disabled_and_no_other_claims_to_be():
    assert set(TARGETS) == {row["id"] for row in IMPLEMENTED}


@pytest.mark.parametrize("target", sorted({each for row in TARGETS.values() for each in row}))
def test_what_a_row_would_disable_is_there(target):
    breaker.check(target)


def test_the_tests_of_all_implemented_rows_are_collected():
    """The names above are only read; pytest itself must find them, unskipped by a condition."""
    tests = sorted({test for row in IMPLEMENTED for test in row["tests"].split()})
    if not tests:
        return
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *tests],
        cwd=ROOT, env=a_shell_of_its_own(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:]
