"""Whether the tests run every line that changed, from the coverage that they left behind.

Changed since when? On a branch: since it left `origin/main`. On main itself, where CI's fresh
clone stands: since the last commit that is a day older than the newest. Where there is no such
commit (a first day, a shallow clone, no git) nothing can be compared: the reason and the
coverage of the whole house are printed instead.
"""

import subprocess
import sys
from pathlib import Path

A_DAY = 24 * 60 * 60


def git(*arguments):
    """What git prints, or None where it fails or is not there."""
    try:
        done = subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return None
    return done.stdout.strip() or None if done.returncode == 0 else None


def base():
    """The commit to compare with, and why it is that one; the commit is None when there is none."""
    head = git("rev-parse", "HEAD")
    if head is None:
        return None, "this is no git checkout"
    main = git("rev-parse", "--verify", "--quiet", "origin/main")
    if main not in (None, head):
        return git("merge-base", main, head), "where this branch left origin/main"
    day_before = int(git("log", "-1", "--format=%ct")) - A_DAY
    older = git("rev-list", "-1", "--first-parent", f"--before={day_before}", "HEAD")
    return older, "the last commit of the days before" if older else "no commit is a day old yet"


def are_covered(report):
    """Print the coverage; False when a changed line has no test, or nothing was measured."""
    xml = [sys.executable, "-m", "coverage", "xml", "-q", "-o", report]
    if subprocess.run(xml, check=False).returncode != 0:
        return False
    commit, why = base()
    if commit is None:
        print(f"\n== changed lines are not compared: {why}; the whole house instead:", flush=True)
        subprocess.run([sys.executable, "-m", "coverage", "report", "--skip-covered"], check=False)
        return True
    print(f"\n== lines changed since {commit[:10]}, {why}", flush=True)
    program = Path(sys.executable).with_name("diff-cover")
    done = subprocess.run(
        [program, report, "--compare-branch", commit, "--fail-under", "100"], check=False
    )
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(0 if are_covered(Path("build/coverage.xml")) else 1)
