"""`goldenthread quality`: what does not fit together in the data, and which figures it touches."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Annotated

import typer

from goldenthread.basics.errors import UserFacingError
from goldenthread.cli.loading import Code, Json
from goldenthread.cli.measuring import AsAt, Asked, KnownOn, opened, refuse_unless_carried
from goldenthread.engine import quality
from goldenthread.engine.quality import Effect, Found
from goldenthread.indicators.catalogue import INDICATORS
from goldenthread.indicators.quality.catalogue import CHECKS
from goldenthread.indicators.quality.checks import Check

app = typer.Typer(add_completion=False)


@app.command("quality")
def check_data(
    *,
    code: Code,
    as_at: AsAt,
    by: Annotated[str | None, typer.Option(help="team, for the teams besides.")] = None,
    chosen: Annotated[
        str | None, typer.Option("--check", help="The rows of one check, and what it touches.")
    ] = None,
    known_on: KnownOn = None,
    as_json: Json = False,
) -> None:
    """Ask what does not fit together in the data of a council."""
    if by not in (None, "team"):
        raise typer.BadParameter(f"--by {by}: checks are told by team only. Write --by team.")
    if chosen is not None and chosen not in CHECKS:
        raise UserFacingError(f"{chosen}: There is no such check. Choose from {', '.join(CHECKS)}.")
    given = opened(code, as_at, 1, known_on)
    if chosen is None:
        _tell_all(given, code, by_team=by == "team", as_json=as_json)
    else:
        _tell_one(CHECKS[chosen], given, code, as_json=as_json)


def _tell_all(given: Asked, code: str, *, by_team: bool, as_json: bool) -> None:
    able = [each for each in CHECKS.values() if not given.known.lacks(each, code)]
    found = [
        one
        for check in able
        for one in quality.found(check, given.inputs, authority=code)
        if by_team or one.team is None
    ]
    lacking = {
        name: given.known.lacks(each, code) for name, each in CHECKS.items() if each not in able
    }
    if as_json:
        told = {"as_at": given.day, "found": list(map(asdict, found)), "not_asked": lacking}
        typer.echo(json.dumps(told, default=str))
    else:
        typer.echo("\n".join([*_table(found), *_not_asked(lacking)]))


def _table(found: Sequence[Found]) -> Iterator[str]:
    """What does not fit, with where; of the rest only how many they are."""
    wrong = [one for one in found if one.failing]
    if wrong:
        yield f"{'check':32} {'team':24} {'rows':>8} {'wrong':>8}  what is wrong"
    for one in wrong:
        team = "whole" if one.team is None else one.team or "no team"
        says = CHECKS[one.check].says
        yield f"{one.check:32} {team:24} {one.looked_at:>8} {one.failing:>8}  {says}"
    fitting = {one.check for one in found} - {one.check for one in wrong}
    yield f"{len(fitting)} checks found nothing wrong."


def _not_asked(lacking: dict[str, list[str]]) -> Iterator[str]:
    for name, columns in lacking.items():
        yield f"{name:32} cannot be asked: no load carries {', '.join(columns)}."


def _tell_one(check: Check, given: Asked, code: str, *, as_json: bool) -> None:
    refuse_unless_carried(given, check, code)
    rows = quality.failing(check, given.inputs, authority=code)
    effects = list(_effects(check, given, code))
    if as_json:
        told = {
            "as_at": given.day,
            "check": check.id,
            "says": check.says,
            "do": check.do,
            "source": check.source,
            "rows": rows,
            "indicators": list(map(asdict, effects)),
        }
        typer.echo(json.dumps(told, default=str))
        return
    typer.echo(f"{check.says} {check.do} ({check.source})")
    for row in rows:
        typer.echo(f"{row['child'] or '':32}  {row['case'] or '':32}  {row['team'] or 'no team'}")
    for one in effects:
        typer.echo(
            f"{one.indicator}: {one.touched} of {one.cases} cases of the month are of these "
            f"children; {one.unworked} of them cannot be worked out."
        )
    typer.echo(f"{len(rows)} rows.", err=True)


def _effects(check: Check, given: Asked, code: str) -> Iterator[Effect]:
    """The indicators whose latest month has a case of a child with a row that failed."""
    for indicator in INDICATORS.values():
        if given.known.lacks(indicator, code):
            continue
        one = quality.effect(check, indicator, given.inputs, authority=code)
        if one.touched:
            yield one
