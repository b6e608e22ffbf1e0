"""`goldenthread files`: checking every stored file, and sweeping away what nobody stored."""

import json
from typing import Annotated

import typer

from goldenthread.sources import files

app = typer.Typer(
    name="files", help="Check the stored files, or sweep up after a crash.", add_completion=False
)
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]


@app.command("verify")
def check(*, as_json: Json = False) -> None:
    """Read every stored file and compare its SHA-256; exit 1 names those that differ."""
    faults = [str(fault) for fault in files.damaged()]
    if as_json:
        typer.echo(json.dumps({"whole": not faults, "problems": faults}))
    elif not faults:
        typer.echo("Every stored file is what was uploaded.")
    else:
        typer.echo("\n".join(faults), err=True)
    raise typer.Exit(1 if faults else 0)


@app.command("sweep")
def sweep(*, as_json: Json = False) -> None:
    """Remove what killed processes left behind an hour ago or earlier."""
    swept = files.sweep()
    if as_json:
        typer.echo(json.dumps({"unfinished": swept.unfinished, "unowned": swept.unowned}))
    else:
        typer.echo(
            f"Removed {swept.unfinished} unfinished files and {swept.unowned} that nobody stored."
        )
