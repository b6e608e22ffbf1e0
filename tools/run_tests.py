"""Every test on SQLite, the Django ones again on PostgreSQL, the coverage of what changed, counts.

`make test` calls it; `python -m tools.run_tests -k wording` passes its words on to pytest.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from tools import changed_lines, counted_lines

BUILD = Path("build")
LINES = BUILD / "lines"


@dataclass(frozen=True)
class Counts:
    """How many tests ended how, added up over the runs."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other):
        return Counts(
            self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped
        )

    def __str__(self):
        return f"{self.passed} passed, {self.failed} failed, {self.skipped} skipped"


def counted(report):
    """The counts of a JUnit file; a run that wrote none counts as one failure."""
    if not report.exists():
        return Counts(failed=1)
    suites = ElementTree.parse(report).iter("testsuite")  # noqa: S314 - written by ourselves
    total = Counts()
    for suite in suites:
        number = {name: int(suite.get(name, "0")) for name in ("errors", "failures", "skipped")}
        failed = number["errors"] + number["failures"]
        passed = int(suite.get("tests", "0")) - failed - number["skipped"]
        total += Counts(passed, failed, number["skipped"])
    return total


def options(name):
    """What one run is told besides what both are told."""
    return ["--database=postgres"] if name == "postgres" else []


def run(name, extra):
    """One run of pytest: whether it succeeded, and its counts."""
    report = BUILD / f"{name}.xml"
    report.unlink(missing_ok=True)
    print(f"\n== tests on {name}", flush=True)
    done = subprocess.run(
        [
            sys.executable, "-m", "pytest", "-q", "-n", "auto", "--dist", "worksteal",
            f"--junit-xml={report}", *options(name), *extra,
        ],
        env=counted_lines.environment(LINES), check=False,
    )  # fmt: skip
    # Pytest ends with 5 when it found no test, which is no success here.
    return done.returncode == 0, counted(report)


def main(extra):
    """Run all, also after a failure, and exit with 1 unless all of it holds."""
    counted_lines.emptied(LINES)
    results = {name: run(name, extra) for name in ("sqlite", "postgres")}
    counted_lines.bring_together(LINES)
    # A part of the tests covers a part of the lines, which says nothing.
    covered = bool(extra) or changed_lines.are_covered(BUILD / "coverage.xml")
    print()
    for name, (held, counts) in results.items():
        print(f"tests on {name}{'' if held else ' (FAILED)'}: {counts}")
    if not covered:
        print("COVERAGE FAILED: see the changed lines without a test above")
    print(f"total: {sum((counts for _, counts in results.values()), Counts())}", flush=True)
    return 0 if covered and all(held for held, _ in results.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
