"""Bringing documents in as a technician does: by the command, with every question left to settle."""

import json

from typer.testing import CliRunner

from goldenthread.cli.main import app
from goldenthread.intake.models import Import

UNSETTLED = "The paper lists none of them; the report does."


def bring_in(cast, *paths, accept=True, despite=""):
    """The imports of those files, in order, after `goldenthread import`; each row as printed beside."""
    options = ["--authority", cast.aldermere.code, "--by", cast.alice.email, "--json"]
    options += ["--accept"] if accept else []
    options += ["--despite", despite] if despite else []
    answer = CliRunner().invoke(app, ["import", *map(str, paths), *options])
    if not answer.stdout:
        raise AssertionError(answer.exception or answer.stderr)
    return [
        (Import.objects.filter(pk=row["import"]).first(), row)
        for row in json.loads(answer.stdout)["imports"]
    ]


def bring_in_one(cast, path, **options):
    """The import of one file and its row."""
    [(row, printed)] = bring_in(cast, path, **options)
    return row, printed


def seed(shared, number):
    return next((shared / "seeds").glob(f"{number}_*.txt"))
