"""`goldenthread mail`: taking in answers to digests from a folder of mails."""

import json
from pathlib import Path
from typing import Annotated

import typer

from goldenthread.basics.errors import UserFacingError
from goldenthread.plans.mailbox import take_in

app = typer.Typer(name="mail", help="Take in answers to digests.", add_completion=False)


@app.callback()
def mail() -> None:
    """Take in answers to digests."""


@app.command("read")
def read(
    folder: Annotated[Path, typer.Argument(help="Where the mail server puts mails, one a file.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print a line of JSON a mail.")] = False,
) -> None:
    """Take in each mail of a folder (and of `new` and `cur`, as a Maildir has them).

    The files stay; a mail that was taken in before changes nothing.

    Raises:
        UserFacingError: there is no such folder.
    """
    if not folder.is_dir():
        raise UserFacingError(f"{folder}: There is no such folder. Give the folder of the mails.")
    for one in take_in(folder):
        if one.row is None:
            typer.echo(f"{one.path.name}: more than 25 MB. It was not taken in.", err=True)
            continue
        said = {
            "file": one.path.name,
            "fate": one.row.fate,
            "attachments": one.row.had_attachments,
        }
        words = json.dumps(said) if as_json else f"{one.path.name}: {one.row.get_fate_display()}"
        typer.echo(words)
