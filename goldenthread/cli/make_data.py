"""`goldenthread make-data`: a made council as extracts, to try loading and to measure with."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from goldenthread.basics.errors import UserFacingError
from goldenthread.synthetic import annex_a, cin_census, flat
from goldenthread.synthetic.council import make

app = typer.Typer(add_completion=False)
FORMATS = ("annex-a", "cin", "ssda903", "ssd")
LAST_DAY = "2026-03-31"
AUTHORITY = "901"


@app.command("make-data")
def make_data(
    *,
    children: Annotated[int, typer.Option(min=1, max=1_000_000)] = 5000,
    years: Annotated[int, typer.Option(min=1, max=20)] = 6,
    seed: Annotated[int, typer.Option(help="The same seed makes the same council.")] = 7,
    formats: Annotated[str, typer.Option(help="Which, with commas.")] = ",".join(FORMATS),
    out: Annotated[Path, typer.Option(help="An empty folder, or a new one.")],
    as_at: Annotated[str, typer.Option("--as-at", help="The day that it is told of.")] = LAST_DAY,
    authority: Annotated[str, typer.Option(help="The code in the census.")] = AUTHORITY,
) -> None:
    """Make a council of children who never lived, and write its extracts."""
    wanted = [name.strip() for name in formats.split(",") if name.strip()]
    unknown = [name for name in wanted if name not in FORMATS]
    if unknown:
        raise typer.BadParameter(f"--formats {unknown[0]}: choose from {', '.join(FORMATS)}.")
    if out.exists() and any(out.iterdir()):
        raise UserFacingError(f"{out.name}: The folder is not empty. Name a new one.")
    try:
        day = date.fromisoformat(as_at)
    except ValueError:
        raise typer.BadParameter(f"“{as_at}” is not a day. Write it like {LAST_DAY}.") from None
    out.mkdir(parents=True, exist_ok=True)
    council = make(children=children, years=years, seed=seed, as_at=day)
    counts: dict[str, dict[str, int]] = {}
    console = Console(stderr=True)
    for name in track(wanted, "Writing", console=console, disable=not sys.stderr.isatty()):
        if name == "annex-a":
            counts[name] = annex_a.write(council, out / "annex-a.xlsx")
        elif name == "cin":
            counts[name] = cin_census.write(council, out / "cin.xml", authority=authority)
        elif name == "ssda903":
            counts[name] = flat.write_ssda903(council, out / "ssda903")
        else:
            counts[name] = flat.write_ssd(council, out / "ssd")
    manifest = {"as_at": as_at, "children": children, "seed": seed, "rows": counts}
    (out / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
    typer.echo(f"A made council of {children} children stands in {out}.")
    # The formats tell the same facts: one of them at a time is loaded.
    first = {"annex-a": "annex-a.xlsx", "cin": "cin.xml"}.get(wanted[0], wanted[0])
    typer.echo(f"Load one: goldenthread load {out / first} --authority {authority} --as-at {as_at}")
