"""Whether the tests run the lines that changed, and as much of the whole house as before.

Changed since when? On a branch: since it left `origin/main`. On main itself, where CI's fresh
clone stands: since the commit that `pyproject.toml` names under `[tool.goldenthread]`, the last
one that was landed. Where that is not there (a shallow clone, no git) nothing can be compared,
which is printed. The whole house's share of lines never falls under `fail_under`.
"""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

SETTINGS = Path(__file__).parents[1] / "pyproject.toml"
# What only tests with Java run; they are left out by name where there is none.
ONLY_WITH_JAVA = ("goldenthread/engine/spark.py",)


def git(*arguments):
    """What git prints, or None where it fails or is not there."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return done.stdout.strip() or None if done.returncode == 0 else None


def landed():
    """The commit that was landed last, as the settings name it."""
    return tomllib.loads(SETTINGS.read_text())["tool"]["goldenthread"]["lines_since"]


def base():
    """The commit to compare with, and why it is that one; the commit is None when there is none."""
    head = git("rev-parse", "HEAD")
    if head is None:
        return None, "this is no git checkout"
    main = git("rev-parse", "--verify", "--quiet", "origin/main")
    if main not in (None, head):
        return git("merge-base", main, head), "where this branch left origin/main"
    commit = git("rev-parse", "--verify", "--quiet", f"{landed()}^{{commit}}")
    return commit, "what was landed last" if commit else "the landed commit is not in this clone"


def are_covered(report):
    """Print the coverage; False when a changed line has no test, the share fell, or nothing ran."""
    coverage = [sys.executable, "-m", "coverage"]
    if (
        subprocess.run(
            [*coverage, "xml", "-q", "--fail-under=0", "-o", report], check=False
        ).returncode
        != 0
    ):
        return False
    print("\n== files with lines that no test runs, and the whole house", flush=True)
    held = subprocess.run([*coverage, "report", "--skip-covered"], check=False).returncode == 0
    return _changed_are_covered(report) and held


def _changed_are_covered(report):
    commit, why = base()
    if commit is None:
        print(f"\n== changed lines are not compared: {why}", flush=True)
        return True
    print(f"\n== lines changed since {commit[:10]}, {why}", flush=True)
    program = Path(sys.executable).with_name("diff-cover")
    left_out = [] if shutil.which("java") else ["--exclude", *ONLY_WITH_JAVA]
    done = subprocess.run(
        [program, report, "--compare-branch", commit, "--fail-under", "100", *left_out], check=False
    )
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(0 if are_covered(Path("build/coverage.xml")) else 1)
