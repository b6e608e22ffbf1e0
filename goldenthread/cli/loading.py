"""`goldenthread load`, and `loads` for what is there: children's data in, and taken out again."""

import json
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track

from goldenthread.basics.errors import UserFacingError
from goldenthread.cli import load_rows
from goldenthread.cli.database import acting, authority_called, make_if_empty
from goldenthread.engine import opening
from goldenthread.formats.catalogue import files_in, sorted_out
from goldenthread.people.actions import found_authority
from goldenthread.people.models import Authority, User
from goldenthread.sources import comparing, loads, reducing
from goldenthread.sources.actions.loads import load as take_in
from goldenthread.sources.actions.loads import reduce as let_go
from goldenthread.sources.actions.loads import withdraw as take_out
from goldenthread.sources.known import known
from goldenthread.sources.models import Load

app = typer.Typer(add_completion=False)
standing = typer.Typer(
    name="loads", help="See the loads of children's data, or withdraw one.", add_completion=False
)
Code = Annotated[str, typer.Option("--authority", help="The council's three-digit code.")]
By = Annotated[str | None, typer.Option(help="In whose name, by email; else this machine's.")]
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]


def day_given(text: str) -> date:
    """A day as it is given at the command line: 2026-03-31.

    Raises:
        typer.BadParameter: it is none.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"“{text}” is not a day. Write it like 2026-03-31.") from None


def council(code: str, doer: User) -> Authority:
    """The council with a code; the first load sets it up, under a name to be changed later."""
    found = Authority.objects.filter(code=code).first()
    if found is None and doer.is_system:
        found = found_authority(code=code, name=f"Council {code}", by=doer)
        typer.echo(f"There was no council {code}: it was set up as “{found.name}”.", err=True)
    return found or authority_called(code)


@app.command("load")
def load(
    paths: Annotated[list[Path], typer.Argument(help="Extracts, or folders of them.", exists=True)],
    *,
    code: Code,
    as_at: Annotated[str, typer.Option("--as-at", help="The day that the data are of.")],
    by: By = None,
    as_json: Json = False,
) -> None:
    """Load extracts of children's data: each format whole, or nothing of it."""
    day = day_given(as_at)
    make_if_empty()
    doer = acting(by)
    found = sorted_out(files_in(paths))
    authority = council(code, doer)
    loads.sweep(authority)
    watched = sys.stderr.isatty()
    console = Console(stderr=True)
    taken: list[dict[str, Any]] = []
    refused: list[str] = []
    for form, files in track(found, "Loading", console=console, disable=not watched):
        try:
            kept = take_in(authority=authority, form=form, paths=files, as_at=day, by=doer)
        except UserFacingError as error:
            refused.append(str(error))
        else:
            taken.append(_told(kept))
    answer = {"loads": taken, "refused": refused, **_able(authority)}
    if as_json:
        typer.echo(json.dumps(answer, ensure_ascii=False, default=str))
    else:
        typer.echo("\n".join(load_rows.lines(answer)))
    for reason in refused:
        typer.echo(reason, err=True)
    raise typer.Exit(1 if refused else 0)


def _told(load: Load) -> dict[str, Any]:
    before = comparing.load_before(load)
    changed = comparing.changes(opening.duckdb(), before, load) if before else []
    return load_rows.shown(load, loads.faults_of(load), before, changed)


def _able(authority: Authority) -> dict[str, Any]:
    return load_rows.able(authority, known([authority], datetime.now(UTC)))


@standing.command("list")
def list_loads(*, code: Code, as_json: Json = False) -> None:
    """Show the loads of a council, the newest first."""
    rows = _loads(authority_called(code))
    found = [load_rows.in_short(row) for row in rows]
    if as_json:
        typer.echo(json.dumps({"loads": found}, ensure_ascii=False, default=str))
    else:
        typer.echo("\n".join(map(load_rows.line, found)) or "There are no loads yet.")


@standing.command("check")
def check(*, code: Code) -> None:
    """Compare each file of each load with what was written; exit 1 names those that differ."""
    for row in _loads(authority_called(code)):
        if row.reduced_at is None:
            loads.check(row)
    typer.echo("Every file of every load is what was written.")


@standing.command("withdraw")
def withdraw(
    number: Annotated[int, typer.Argument(help="The load's number, as `loads list` shows it.")],
    *,
    why: Annotated[str, typer.Option(help="Why, in a few words without names.")],
    by: By = None,
) -> None:
    """Take a load out of every figure from now on; nothing is deleted."""
    found = Load.objects.filter(pk=number).select_related("authority").first()
    if found is None:
        raise UserFacingError(f"{number}: there is no such load. “loads list” shows them.")
    take_out(load=found, why=why, by=acting(by))
    typer.echo(f"Load {number} is withdrawn. Figures no longer count it.")


@standing.command("reduce")
def reduce(
    *,
    code: Code,
    months: Annotated[int, typer.Option("--older-than", min=1, help="Months.")],
    by: By = None,
) -> None:
    """Keep the figures of old loads and let their children go; this cannot be undone."""
    doer = acting(by)
    found = reducing.due(authority_called(code), today=datetime.now(UTC).date(), months=months)
    for row in found:
        let_go(load=row, by=doer)
        typer.echo(f"{load_rows.line(load_rows.in_short(row))}")
    typer.echo(f"{len(found)} loads were reduced to their figures.")


def _loads(authority: Authority) -> Sequence[Load]:
    rows = Load.objects.filter(authority=authority).select_related("authority", "loaded_by")
    return list(rows.newest_first())
