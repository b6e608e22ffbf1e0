"""The tools: a disabled verb is noticed or survives, counts add up, the base of a comparison."""

import re
import subprocess
import sys

import pytest
from coverage import CoverageData
from django.db import IntegrityError, connection, models
from django.test.utils import isolate_apps

from tests.whole.house import ROOT, a_shell_of_its_own
from tools import breaker, changed_lines, counted_lines, run_tests

RULES = """
from functools import cache, wraps

WORDS = {"a": 1}
STATES = ("open", "shut")

def loud(function):
    @wraps(function)
    def inner(*args):
        return function(*args)
    return inner

@loud
def doubled(n):
    return 2 * n

@cache
def halved(n):
    return n / 2

def unwatched(n):
    return n

class Case:
    def __init__(self, late):
        self.late = late

    @property
    def is_late(self):
        return self.late

    def answer(self, text):
        return text.upper()

    @staticmethod
    def kind(text):
        return text.upper()

class Child(Case):
    def answer(self, text):
        return super().answer(text)
"""
TESTS = """
import pytest
from rules import STATES, WORDS, Case, Child, doubled, halved, unwatched
import rules

COLLECTED = doubled(1)

def test_doubled(): assert doubled(2) == 4
def test_halved(): assert halved(2) == 1
def test_unwatched(): unwatched(2)
def test_late(): assert Case(True).is_late
def test_answer(): assert Case(True).answer("a") == "A"
def test_kind(): assert Case.kind("a") == "A"
def test_child(): assert Child(True).answer("a") == "A"
def test_words(): assert WORDS["a"] == 1
def test_states(): assert rules.STATES

@pytest.fixture
def four(): return doubled(2) / 1

def test_only_the_fixture_notices(four): assert True
def test_red_anyway(): assert False
"""
ROWS = {
    "A-01": ("test_doubled", "rules:doubled=none"),
    "A-02": ("test_halved", "rules:halved=input"),
    "A-03": ("test_unwatched", "rules:unwatched=none"),
    "A-04": ("test_late", "rules:Case.is_late=false"),
    "A-05": ("test_answer", "rules:Case.answer=input"),
    "A-06": ("test_kind", "rules:Case.kind=input"),
    "A-07": ("test_child", "rules:Child.answer=empty"),
    "A-08": ("test_words", "rules:WORDS=clear"),
    "A-09": ("test_states", "rules:STATES=clear"),
    "A-10": ("test_only_the_fixture_notices", "rules:doubled=raise"),
    "A-11": ("test_red_anyway", "rules:doubled=none"),
    "A-12": ("test_doubled", None),
}
SURVIVORS = {"A-03", "A-10", "A-12"}


@pytest.fixture
def toy(tmp_path):
    """A small project with a table of rows, some of whose tests notice nothing."""
    lines = [f"{row},implemented,test_toy.py::{test}," for row, (test, _) in ROWS.items()]
    entries = [f'{row} = "{target}"' for row, (_, target) in ROWS.items() if target]
    files = {
        "rules.py": RULES,
        "test_toy.py": TESTS,
        "rows.csv": "\n".join(["id,status,tests,note", *lines, "A-13,planned,,plans"]),
        "breakers.toml": "\n".join(["[breakers]", *entries]),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def disable(folder, *arguments):
    done = subprocess.run(
        [
            sys.executable, "-m", "tools.disable_and_see",
            "--table", "rows.csv", "--breakers", "breakers.toml", *arguments,
        ],
        cwd=folder, env={**a_shell_of_its_own(), "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


def test_what_the_tests_notice_and_what_survives_is_told_apart(toy):
    code, output, _ = disable(toy, *ROWS)
    said = {line.split()[0]: line for line in output.splitlines()}
    assert {row for row in said if "SURVIVES" in said[row]} == SURVIVORS
    assert "something else broke" in said["A-10"]
    assert "UNSOUND" in said["A-11"]
    assert all(said[row].endswith("fails as it must") for row in set(ROWS) - SURVIVORS - {"A-11"})
    assert code == 1


def test_rows_that_all_notice_end_well(toy):
    code, output, _ = disable(toy, "A-01", "A-04")
    assert code == 0, output


def test_a_seed_draws_the_same_rows_again(toy):
    drawn = [disable(toy, "--rows", "1", "--seed", "7")[1] for _ in range(2)]
    assert drawn[0] == drawn[1]
    assert "1 of 12 implemented rows, --seed 7" in drawn[0]


def test_nothing_drawn_is_nothing_shown(toy):
    code, output, _ = disable(toy, "--rows", "0")
    assert code == 1
    assert "0 of 12" in output


def test_a_row_that_is_only_planned_is_refused(toy):
    code, _, message = disable(toy, "A-13")
    assert code == 2
    assert "not implemented in rows.csv: A-13" in message


@pytest.mark.parametrize(
    "target",
    [
        "absent.module:x=none",
        "tools.breaker:absent=none",
        "tools.breaker:find=sideways",
        "tools.breaker:find=clear",
        "tools.breaker:BODIES=none",
        "goldenthread.people.models:User=without:absent",
    ],
)
def test_a_target_that_cannot_be_broken_is_said_to_be_none(target):
    with pytest.raises(LookupError):
        breaker.check(target)


@pytest.mark.parametrize("target", ["tools.breaker:find=none", "tools.breaker:BODIES=clear"])
def test_a_target_that_can_be_broken_is_left_whole_by_the_check(target):
    breaker.check(target)
    assert breaker.find("tools.breaker:find=none")[1] == "find"


@pytest.fixture
def table_of_toys(transactional_db):
    """A table of its own, of which a constraint keeps every large number out."""
    with isolate_apps("goldenthread.people"):

        class Toy(models.Model):
            n = models.IntegerField()

            class Meta:
                app_label = "people"
                constraints = (
                    models.CheckConstraint(name="toy_n_is_small", condition=models.Q(n__lt=9)),
                )

            def __str__(self):
                return str(self.n)

    with connection.schema_editor() as editor:
        editor.create_model(Toy)
    yield Toy
    with connection.schema_editor() as editor:
        editor.delete_model(Toy)


def test_a_dropped_constraint_lets_the_row_in(table_of_toys):
    with pytest.raises(IntegrityError):
        table_of_toys.objects.create(n=9)
    breaker.drop_constraint(table_of_toys, "toy_n_is_small")
    assert table_of_toys.objects.create(n=9).pk


@pytest.mark.sqlite
def test_triggers_outlive_a_dropped_constraint(table_of_toys):
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TRIGGER toy_stays BEFORE DELETE ON people_toy "
            "BEGIN SELECT RAISE(ABORT, 'kept'); END"
        )
    breaker.drop_constraint(table_of_toys, "toy_n_is_small")
    row = table_of_toys.objects.create(n=9)
    with pytest.raises(IntegrityError, match="kept"):
        row.delete()
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER toy_stays")


def test_counts_are_added_up_from_the_reports(tmp_path):
    report = tmp_path / "report.xml"
    report.write_text('<a><testsuite tests="9" failures="1" errors="2" skipped="3"/></a>')
    counts = run_tests.counted(report)
    assert str(counts) == "3 passed, 3 failed, 3 skipped"
    assert str(counts + run_tests.Counts(passed=1)) == "4 passed, 3 failed, 3 skipped"


def test_a_run_without_a_report_counts_as_failed(tmp_path):
    assert run_tests.counted(tmp_path / "absent.xml").failed == 1


COUNTING = """
import subprocess, sys, threading
from goldenthread.basics import errors
thread = threading.Thread(target=errors.UserFacingError, args=("a", "b", "c"))
thread.start()
thread.join()
subprocess.run([sys.executable, "-c", "import goldenthread.basics.days"], check=True)
"""


def counted_by(code, folder, monkeypatch):
    monkeypatch.chdir(folder)
    environment = counted_lines.environment(counted_lines.emptied(folder / "lines"))
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    counted_lines.bring_together(folder / "lines")
    data = CoverageData(".coverage")
    data.read()
    return data


def test_lines_are_counted_in_a_process_and_in_those_that_it_starts(tmp_path, monkeypatch):
    data = counted_by(COUNTING, tmp_path, monkeypatch)
    house = counted_lines.HOUSE
    assert data.lines(str(house / "basics" / "errors.py"))
    assert data.lines(str(house / "basics" / "days.py"))
    assert data.lines(str(house / "cli" / "main.py")) == []
    assert not [name for name in data.measured_files() if "/tests/" in name]


def test_what_was_compiled_is_kept_for_the_next_process(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    assert "PYTHONDONTWRITEBYTECODE" not in counted_lines.environment(tmp_path)


def test_a_line_that_did_not_run_is_not_counted(tmp_path, monkeypatch):
    data = counted_by("import goldenthread.cli.main", tmp_path, monkeypatch)
    file = counted_lines.HOUSE / "cli" / "main.py"
    texts = file.read_text().splitlines()
    ran = {texts[number - 1].strip() for number in data.lines(str(file))}
    assert "def main() -> None:" in ran
    assert "app()" not in ran


@pytest.fixture
def repository(tmp_path, monkeypatch):
    """A checkout with no commit yet, and a function that commits at an hour."""
    monkeypatch.chdir(tmp_path)
    who = ["-c", "user.name=Alice", "-c", "user.email=alice@example.org"]

    def commit(hour):
        monkeypatch.setenv("GIT_COMMITTER_DATE", f"{1_700_000_000 + 3600 * hour} +0000")
        changed_lines.git(*who, "commit", "--allow-empty", "-m", f"hour {hour}")
        return changed_lines.git("rev-parse", "HEAD")

    changed_lines.git("init", "-b", "main")
    return commit


def test_without_a_checkout_there_is_nothing_to_compare(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert changed_lines.base() == (None, "this is no git checkout")


def test_main_is_compared_with_what_was_landed_last(repository, monkeypatch):
    landed = repository(0)
    repository(1)
    monkeypatch.setattr(changed_lines, "landed", lambda: landed)
    assert changed_lines.base() == (landed, "what was landed last")


def test_a_clone_without_the_landed_commit_says_so(repository, monkeypatch):
    repository(0)
    monkeypatch.setattr(changed_lines, "landed", lambda: "0" * 40)
    assert changed_lines.base() == (None, "the landed commit is not in this clone")


def test_the_settings_name_a_whole_commit():
    assert re.fullmatch("[0-9a-f]{40}", changed_lines.landed())


def test_a_branch_is_compared_with_where_it_left_main(repository):
    fork = repository(0)
    changed_lines.git("update-ref", "refs/remotes/origin/main", fork)
    repository(1)
    assert changed_lines.base() == (fork, "where this branch left origin/main")


def test_a_run_that_measured_nothing_is_not_covered(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert not changed_lines.are_covered(tmp_path / "coverage.xml")
