"""`goldenthread demo`: the made-up council Aldermere, made once and then served."""

import os
from pathlib import Path
from typing import Annotated

import typer
from django.conf import settings
from django.utils import timezone

from goldenthread.basics.errors import UserFacingError
from goldenthread.cli.database import make_if_empty
from goldenthread.cli.serve import WORKERS, serve
from goldenthread.demonstration import making
from goldenthread.people.actions import new_password

app = typer.Typer()


@app.command()
def demo(
    *,
    serving: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Open the pages when it is made.")
    ] = True,
    port: Annotated[int, typer.Option(help="port on this machine")] = 8000,
) -> None:
    """Make the council 'Aldermere' with three inspections and its plans, and open its pages."""
    make_if_empty()
    if making.is_there():
        typer.echo("Aldermere is there already; nothing was made anew.", err=True)
    else:
        _make()
    for line in _names(_password_file()):
        typer.echo(line)
    if serving:
        serve(port=port, workers=WORKERS)


def _make() -> None:
    password = new_password()
    # Kept first: a council that is made and that nobody can sign in to would be of no use.
    path = _password_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(f"{password}\n")
    making.make(
        password=password,
        today=timezone.localdate(),
        tell=lambda words: typer.echo(words, err=True),
    )


def _password_file() -> Path:
    """Where the password of the demonstration stays, so that a second run can print it again."""
    return Path(settings.DATA_DIR) / "secrets" / "demonstration_password"


def _names(path: Path) -> list[str]:
    rows = making.sign_ins()
    if not path.exists():
        raise UserFacingError(
            f"{path}: the file with the password is gone. Give somebody a new one: goldenthread "
            f"account password {rows[0].email}"
        )
    wide, broad = (max(len(getattr(row, name)) for row in rows) for name in ("email", "name"))
    shown = [f"  {row.email:{wide}}  {row.name:{broad}}  {row.roles}" for row in rows]
    word = path.read_text(encoding="utf-8").strip()
    return ["Sign in as any of them:", *shown, f"The password of all: {word}"]
