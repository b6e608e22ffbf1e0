"""Disable the verb or rule behind rows of docs/traceability.csv and see their tests fail.

`python -m tools.disable_and_see --rows 20` draws twenty implemented rows (`--seed` draws the same
again), `python -m tools.disable_and_see D-02 E-03` takes those. Exit code 1 when a row survives.
"""

import argparse
import csv
import random
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from xml.etree import ElementTree

FAILS = "fails as it must"
SURVIVES = "SURVIVES: the tests pass without it"
NOT_SEEN = "SURVIVES: no test failed in itself, something else broke"
UNSOUND = "UNSOUND: the tests do not pass as they are"


def implemented(table):
    """The implemented rows: id to the list of its tests."""
    with table.open(encoding="utf-8", newline="") as file:
        return {
            row["id"]: row["tests"].split()
            for row in csv.DictReader(file)
            if row["status"] == "implemented"
        }


def breakers(registry):
    """Id to the list of its targets."""
    entries = tomllib.loads(registry.read_text(encoding="utf-8"))["breakers"]
    return {row: [value] if isinstance(value, str) else value for row, value in entries.items()}


def run(tests, *options):
    """How many of the tests passed, failed in themselves, and broke around themselves."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:cov"]
        subprocess.run(
            [*command, f"--junit-xml={report}", *options, *tests],
            capture_output=True, stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        if not report.exists():
            return 0, 0, 1
        suite = next(ElementTree.parse(report).iter("testsuite"))  # noqa: S314 - pytest wrote it
    names = ("tests", "failures", "errors", "skipped")
    total, failed, broke, skipped = (int(suite.get(name, "0")) for name in names)
    return total - failed - broke - skipped, failed, broke


def is_sound(tests):
    """Whether the tests pass while nothing is disabled: else their failing would say nothing."""
    passed, failed, broke = run(tests)
    return passed > 0 and not failed and not broke


def verdict(tests, target):
    """What the tests say when the target is disabled."""
    _, failed, broke = run(tests, "-p", "tools.breaker", "--break", target)
    if failed:
        return FAILS
    return NOT_SEEN if broke else SURVIVES


def verdicts(tests, targets):
    """Each target of a row with what the row's tests say about it."""
    if not targets:
        yield "nothing in tools/breakers.toml", SURVIVES
    elif not is_sound(tests):
        yield ", ".join(targets), UNSOUND
    else:
        for target in targets:
            yield target, verdict(tests, target)


def see(rows, targets):
    """Print a line for each row and target; whether there are any and each is noticed."""
    held = bool(rows)
    for row, tests in rows.items():
        for target, says in verdicts(tests, targets.get(row, [])):
            held = held and says == FAILS
            print(f"{row}  {target}  {says}", flush=True)
    return held


def chosen(rows, options):
    """The rows asked for, or some drawn at random."""
    if options.ids:
        return {row: rows[row] for row in options.ids}
    drawn = random.Random(options.seed).sample(sorted(rows), min(options.rows, len(rows)))
    print(f"{len(drawn)} of {len(rows)} implemented rows, --seed {options.seed}", flush=True)
    return {row: rows[row] for row in drawn}


def main(arguments):
    """Exit code 0 when each chosen row's tests fail without the verb or rule behind it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("ids", nargs="*", metavar="ID")
    parser.add_argument("--rows", type=int, default=20)
    parser.add_argument("--seed", type=int, default=random.randrange(10_000))
    parser.add_argument("--table", type=Path, default=Path("docs/traceability.csv"))
    parser.add_argument("--breakers", type=Path, default=Path("tools/breakers.toml"))
    options = parser.parse_args(arguments)
    rows = implemented(options.table)
    if unknown := set(options.ids) - set(rows):
        parser.error(f"not implemented in {options.table}: {', '.join(sorted(unknown))}")
    return 0 if see(chosen(rows, options), breakers(options.breakers)) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
