"""`goldenthread compare`: a list of children from elsewhere beside those behind our figure."""

import csv
import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from goldenthread.cli.database import authority_called
from goldenthread.cli.loading import Code, Json
from goldenthread.cli.measuring import (
    MOST_MONTHS,
    AsAt,
    KnownOn,
    indicators_called,
    month_called,
    opened,
    refuse_unless_carried,
)
from goldenthread.engine import measuring
from goldenthread.sources import listing
from goldenthread.sources.loads import keys_for

app = typer.Typer(add_completion=False)


@app.command("compare")
def compare(
    *,
    code: Code,
    indicator: Annotated[str, typer.Option(help="The indicator's id.")],
    file: Annotated[
        Path, typer.Option("--list", help="A CSV file with a column “child”.", exists=True)
    ],
    as_at: AsAt,
    month: Annotated[str, typer.Option(help="The month, as 2026-03.")] = "",
    known_on: KnownOn = None,
    as_json: Json = False,
) -> None:
    """Say which children are in both lists, only in theirs, only in ours, and what decided."""
    (wanted,) = indicators_called([indicator])
    given = opened(code, as_at, MOST_MONTHS, known_on)
    refuse_unless_carried(given, wanted, code)
    with file.open(encoding="utf-8-sig", newline="") as lines:
        theirs = listing.children_of(csv.DictReader(lines), keys_for(authority_called(code)))
    first = month_called(month, given.day)
    cases = measuring.behind(wanted, given.inputs, authority=code, month=first)
    found = listing.compare(wanted, theirs, cases)
    counts = Counter(each.where for each in found)
    told = {where: counts[where] for where in (listing.BOTH, listing.THEIRS, listing.OURS)}
    if as_json:
        rows = [asdict(each) for each in found]
        typer.echo(json.dumps({"month": str(first), "counts": told, "children": rows}))
        return
    for each in found:
        typer.echo(f"{each.child}  {each.where:11}  {each.outcome}  ({each.rule})")
    typer.echo(", ".join(f"{number} {where}" for where, number in told.items()), err=True)
