"""`goldenthread history`: proving that nobody touched the history, and reading a thing's lines."""

import json
from dataclasses import asdict
from typing import Annotated

import typer
from django.db import OperationalError, ProgrammingError

from goldenthread.basics.errors import UserFacingError
from goldenthread.papers.integrity import printed_heads
from goldenthread.people.history.verifying import Verification, verify
from goldenthread.people.models import HistoryLine

app = typer.Typer(
    name="history",
    help="Verify the history, or show what happened to a thing.",
    add_completion=False,
)
SHOWN = 20
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]
Printed = Annotated[
    list[str] | None,
    typer.Option("--printed", help="A head from a signed paper, as “NUMBER HASH”.", metavar="HEAD"),
]


@app.command("verify")
def check(*, printed: Printed = None, as_json: Json = False) -> None:
    """Check every line, its values, and the heads kept and printed; exit 1 names the places."""
    result = _verified([_head(text) for text in printed or ()])
    if as_json:
        typer.echo(json.dumps(_answer(result)))
    elif result.holds:
        typer.echo(f"The history verifies: {result.count} lines, head {result.hash or 'none yet'}.")
    else:
        _say(result)
    raise typer.Exit(0 if result.holds else 1)


@app.command("show")
def show(
    thing: Annotated[str, typer.Argument(help="What it is and its number, as “people.team 7”.")],
    *,
    as_json: Json = False,
) -> None:
    """Print the lines about a thing, without their values."""
    kind, _, number = thing.partition(" ")
    lines = HistoryLine.objects.filter(thing_type=kind.lower(), thing_id=number)
    for line in lines.order_by("number").select_related("by"):
        row = {
            "line": line.number,
            "at": line.at.isoformat(),
            "by": str(line.by),
            "verb": line.verb,
            "values": sorted(line.digests),
        }
        typer.echo(json.dumps(row) if as_json else "  ".join(str(part) for part in row.values()))


def _verified(printed: list[tuple[int, str]]) -> Verification:
    try:
        return verify([*printed_heads(), *printed])
    except (OperationalError, ProgrammingError) as error:
        raise UserFacingError(
            "The database: it cannot be reached, or its tables are not there yet. Look at "
            "GOLDENTHREAD_DATA and GOLDENTHREAD_DATABASE, or run `python manage.py migrate`."
        ) from error


def _head(text: str) -> tuple[int, str]:
    number, _, line_hash = text.strip().partition(" ")
    if not number.isdigit() or not line_hash:
        raise UserFacingError(
            f"“{text}” is not a head. Give number and hash as the paper prints them: 12 3f…"
        )
    return int(number), line_hash.strip()


def _answer(result: Verification) -> dict[str, object]:
    return {
        "verifies": result.holds,
        "count": result.count,
        "head": result.hash,
        "problems": [asdict(problem) for problem in result.problems],
    }


def _say(result: Verification) -> None:
    typer.echo(f"The history does not verify: {len(result.problems)} places.", err=True)
    for problem in result.problems[:SHOWN]:
        typer.echo(f"  {problem}", err=True)
    if len(result.problems) > SHOWN:
        typer.echo(f"  and {len(result.problems) - SHOWN} more (--json prints all)", err=True)
