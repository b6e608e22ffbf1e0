"""The command `goldenthread` with some kinds of work that only tests know, for processes of theirs."""

import os
import time
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")


def main():
    django.setup()
    from goldenthread.cli.main import main as command
    from goldenthread.people.jobs import job

    job("test.two_steps")(two_steps)
    command()


def two_steps(running, *, marks):
    """Two steps; the first try waits for ever within the second's transaction."""
    marks = Path(marks)
    running.once("first", lambda: add_service(running, "first step"))
    running.progress(done=1, of=2, words="Between the steps")
    with (marks / "tries").open("a") as tries:
        tries.write("x")
    return running.once("second", lambda: second(running, marks))


def second(running, marks):
    pk = add_service(running, "second step")
    if (marks / "tries").read_text() == "x":
        (marks / "in the second step").touch()
        time.sleep(600)
    return pk


def add_service(running, name):
    from goldenthread.people.models import Service

    return Service.objects.create(authority=running.job.authority, name=name).pk


if __name__ == "__main__":
    main()
