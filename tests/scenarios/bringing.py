"""Bringing documents in as a technician does: by the command, with every question left to settle."""

import json

import lxml.html
from typer.testing import CliRunner

from goldenthread.cli.main import app
from goldenthread.intake import actions as intake
from goldenthread.intake.models import Import
from goldenthread.web.tests.html import signed_in

UNSETTLED = "The paper lists none of them; the report does."


def bring_in(cast, *paths, accept=True, despite=""):
    """The imports of those files, in order, after `goldenthread import`; each row as printed beside."""
    options = ["--authority", cast.aldermere.code, "--by", cast.alice.email, "--json"]
    options += ["--accept"] if accept else []
    options += ["--despite", despite] if despite else []
    done = CliRunner().invoke(app, ["import", *map(str, paths), *options])
    if not done.stdout:
        raise AssertionError(done.exception or done.stderr)
    return [
        (Import.objects.filter(pk=row["import"]).first(), row)
        for row in json.loads(done.stdout)["imports"]
    ]


def bring_in_one(cast, path, **options):
    """The import of one file and its row."""
    [(row, printed)] = bring_in(cast, path, **options)
    return row, printed


def seed(shared, number):
    return next((shared / "seeds").glob(f"{number}_*.txt"))


def answer(row, by, value, *, kind, **more):
    """Answer the one open question of a kind, as a person does on the page of the proposal."""
    question = row.questions.open().get(kind=kind, **more)
    intake.answer(question=question, value=value, by=by)
    row.refresh_from_db()


def page(user, address):
    """The words of a page as a user sees it."""
    answer = signed_in(user).get(address)
    assert answer.status_code == 200, address
    [main] = lxml.html.document_fromstring(answer.content.decode()).xpath("//main")
    return " ".join(main.text_content().split())


def page_of(user, action):
    return page(user, f"/actions/{action.plan.authority.code}/{action.public_id}/")
