"""`goldenthread measure`, `children` and `rule`: figures, who is behind them, local rules."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import track

from goldenthread.basics.errors import UserFacingError
from goldenthread.cli.database import acting, authority_called, make_if_empty
from goldenthread.cli.loading import By, Code, Json, day_given
from goldenthread.engine import measuring, opening
from goldenthread.engine.measuring import Figure
from goldenthread.indicators.catalogue import INDICATORS
from goldenthread.indicators.inputs import Inputs, Span
from goldenthread.indicators.kinds import CANNOT, Indicator
from goldenthread.indicators.quality.checks import Check
from goldenthread.indicators.rules import LOCAL_RULES
from goldenthread.people.models import Authority
from goldenthread.sources import known as knowing
from goldenthread.sources import reducing
from goldenthread.sources.actions.loads import set_rule as put_rule
from goldenthread.sources.known import Known
from goldenthread.sources.models import Load, LocalRule

measure = typer.Typer(add_completion=False)
children = typer.Typer(add_completion=False)
rule = typer.Typer(name="rule", help="The council's own rules.", add_completion=False)
MOST_MONTHS = 240
AsAt = Annotated[str, typer.Option("--as-at", help="The day of the figures.")]
KnownOn = Annotated[
    str | None, typer.Option("--known-on", help="As it was known at the end of this day.")
]
Chosen = Annotated[
    list[str] | None, typer.Option("--indicator", help="Only this one; may be given again.")
]
EngineName = Annotated[
    str, typer.Option("--engine", help="What works them out: duckdb, or spark where installed.")
]
Master = Annotated[
    str | None,
    typer.Option("--master", help="The cluster for spark: spark://HOST:7077; else this machine."),
]


@dataclass(frozen=True)
class Asked:
    """What figures are asked of: the loads known, and what indicators are given of them."""

    authorities: Sequence[Authority]
    known: Known
    inputs: Inputs

    @property
    def day(self) -> date:
        """The day that the figures are of: no later than the newest load."""
        return self.inputs.span.as_at


def asked(
    code: str,
    as_at: str,
    months: int,
    known_on: str | None,
    engine: str = "duckdb",
    master: str | None = None,
) -> Asked | None:
    """Open what a council's loads told by a day; None where all of them are reduced.

    Raises:
        UserFacingError: the council has no loads that were known then, or the engine is not there.
    """
    make_if_empty()
    authorities = [authority_called(each) for each in code.split(",")]
    found = knowing.known(authorities, _moment(known_on))
    if found.newest is None and Load.objects.filter(
        authority__in=authorities, reduced_at__isnull=False
    ):
        return None
    if found.newest is None:
        raise UserFacingError(
            f"Council {code}: There are no loads that were known then. Load extracts first: "
            f"goldenthread load PATH --authority {code} --as-at DAY"
        )
    day = min(day_given(as_at), found.newest)
    if day < day_given(as_at):
        typer.echo(f"The newest load is of {day}: the figures are of that day.", err=True)
    rules = knowing.rules_of(authorities)
    inputs = knowing.inputs(opening.engine(engine, master), found, Span(day, months), rules)
    return Asked(authorities, found, inputs)


def opened(
    code: str,
    as_at: str,
    months: int,
    known_on: str | None,
    engine: str = "duckdb",
    master: str | None = None,
) -> Asked:
    """The same, for what needs the children's rows themselves.

    Raises:
        UserFacingError: the loads were reduced to their figures, besides what `asked` raises.
    """
    given = asked(code, as_at, months, known_on, engine, master)
    if given is None:
        raise UserFacingError(
            f"Council {code}: Its loads were reduced to their figures: the children are no longer "
            "kept. See the figures with goldenthread measure, or load the extract again."
        )
    return given


def refuse_unless_carried(given: Asked, asking: Indicator | Check, code: str) -> None:
    """Go on only where the loads carry what it needs.

    Raises:
        UserFacingError: no load carries a column that it needs.
    """
    if lacks := given.known.lacks(asking, code):
        raise UserFacingError(f"{asking.id}: No load carries {', '.join(lacks)}.")


def _moment(known_on: str | None) -> datetime:
    now = datetime.now(UTC)
    if known_on is None:
        return now
    day_after = day_given(known_on) + timedelta(days=1)
    return datetime.combine(day_after, time.min, tzinfo=UTC)


@measure.command("measure")
def measure_indicators(
    *,
    code: Annotated[str, typer.Option("--authority", help="The code; several with commas.")],
    as_at: AsAt,
    months: Annotated[int, typer.Option(min=1, max=MOST_MONTHS)] = 36,
    by: Annotated[str | None, typer.Option(help="team, for the teams besides.")] = None,
    known_on: KnownOn = None,
    chosen: Chosen = None,
    engine: EngineName = "duckdb",
    master: Master = None,
    as_json: Json = False,
) -> None:
    """Work out the indicators of a council for each month."""
    if by not in (None, "team"):
        raise typer.BadParameter(f"--by {by}: figures are told by team only. Write --by team.")
    wanted = indicators_called(chosen)
    given = asked(code, as_at, months, known_on, engine, master)
    if given is None:
        _tell_reduced(code, as_at, months, wanted, as_json=as_json)
        return
    watched = sys.stderr.isatty()
    console = Console(stderr=True)
    figures = [
        figure
        for indicator in track(wanted, "Measuring", console=console, disable=not watched)
        for figure in _figures(indicator, given, by_team=by == "team")
    ]
    loads = [row.pk for row in given.known.used]
    if as_json:
        rows = [{**_row(figure), "loads": loads} for figure in figures]
        typer.echo(json.dumps({"as_at": given.day, "figures": rows}, default=str))
    else:
        typer.echo("\n".join(_lines(figures)))


def _tell_reduced(
    code: str, as_at: str, months: int, wanted: Sequence[Indicator], *, as_json: bool
) -> None:
    names = {each.id for each in wanted}
    rows = [
        row
        for each in code.split(",")
        for row in reducing.kept(authority_called(each), as_at=day_given(as_at), months=months)
        if row["indicator"] in names
    ]
    if as_json:
        typer.echo(json.dumps({"as_at": as_at, "figures": list(map(_renamed, rows))}, default=str))
        return
    figures = [Figure(**{**row, "month": _day(row["month"])}) for row in map(_without_load, rows)]
    typer.echo("\n".join(_lines(figures)))


def _without_load(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "load"}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def indicators_called(chosen: Sequence[str] | None) -> list[Indicator]:
    """The indicators of these ids, or all of them.

    Raises:
        UserFacingError: there is none of an id.
    """
    unknown = [name for name in chosen or () if name not in INDICATORS]
    if unknown:
        known = ", ".join(INDICATORS)
        raise UserFacingError(f"{unknown[0]}: There is no such indicator. Choose from {known}.")
    return [each for name, each in INDICATORS.items() if not chosen or name in chosen]


def _figures(indicator: Indicator, given: Asked, *, by_team: bool) -> Iterator[Figure]:
    """The figures of those whose loads carry the indicator; for the others, what is missing."""
    lacking = {
        each.code: lacks
        for each in given.authorities
        if (lacks := given.known.lacks(indicator, each.code))
    }
    for code, lacks in lacking.items():
        for row in given.inputs.span.rows():
            yield Figure(
                indicator=indicator.id,
                version=indicator.version,
                authority=code,
                team=None,
                month=row["month"],
                state=CANNOT,
                reason=f"No load carries {', '.join(lacks)}.",
            )
    if len(lacking) < len(given.authorities):
        found = measuring.figures(indicator, given.inputs, by_team=by_team)
        yield from (figure for figure in found if figure.authority not in lacking)


def _row(figure: Figure) -> dict[str, Any]:
    return _renamed(asdict(figure))


def _renamed(row: dict[str, Any]) -> dict[str, Any]:
    row["cannot_be_worked_out"] = row.pop("cannot")
    row["too_recent"] = row.pop("recent")
    return row


def _lines(figures: Sequence[Figure]) -> Iterator[str]:
    yield f"{'indicator':16} {'team':24} {'month':8} {'of':>7} {'in':>8} {'value':>9}  state"
    for each in figures:
        team = "whole" if each.team is None else each.team or "no team"
        month = f"{each.month:%Y-%m}" if each.month else "no day"
        numbers = "".join(
            f" {'' if number is None else f'{number:g}':>{width}}"
            for number, width in ((each.numerator, 7), (each.denominator, 8))
        )
        value = "" if each.value is None else f"{each.value:.1f}"
        reason = f"  {each.reason}" if each.reason else ""
        yield f"{each.indicator:16} {team:24} {month:8}{numbers} {value:>9}  {each.state}{reason}"


@children.command("children")
def list_children(
    *,
    code: Code,
    indicator: Annotated[str, typer.Option(help="The indicator's id.")],
    as_at: AsAt,
    month: Annotated[str, typer.Option(help="The month, as 2026-03; “none” for no day.")] = "",
    team: Annotated[str | None, typer.Option(help="Only this team's.")] = None,
    known_on: KnownOn = None,
    engine: EngineName = "duckdb",
    master: Master = None,
    as_json: Json = False,
) -> None:
    """List the cases behind a figure, each child as a keyed hash."""
    (wanted,) = indicators_called([indicator])
    given = opened(code, as_at, MOST_MONTHS, known_on, engine, master)
    refuse_unless_carried(given, wanted, code)
    first = None if month == "none" else month_called(month, given.day)
    rows = measuring.behind(wanted, given.inputs, authority=code, month=first, team=team)
    if as_json:
        typer.echo(json.dumps({"as_at": given.day, "children": rows}, default=str))
        return
    for row in rows:
        typer.echo(f"{row['child'] or '':32}  {row['case']:32}  {row['outcome']}")
    typer.echo(f"{len(rows)} cases.", err=True)


def month_called(text: str, day: date) -> date:
    """The first day of a month given as 2026-03, or of the month of a day."""
    return day_given(f"{text}-01") if text else day.replace(day=1)


@rule.command("list")
def list_rules(*, code: Code) -> None:
    """Show the rules that indicators ask for, and what the council has set."""
    authority = authority_called(code)
    rows = LocalRule.objects.filter(authority=authority).order_by("rule", "from_day")
    for each in LOCAL_RULES:
        typer.echo(f"{each.name}: {each.meaning}; usual: {each.usual:g}")
        for row in rows.filter(rule=each.name):
            value = "no rule" if row.value is None else f"{row.value:g}"
            typer.echo(f"    from {row.from_day}: {value}")


@rule.command("set")
def set_rule(
    name: Annotated[str, typer.Argument(help="The rule, as `rule list` shows it.")],
    value: Annotated[str, typer.Argument(help="A number; “none” ends the rule.")],
    *,
    code: Code,
    from_day: Annotated[str, typer.Option("--from", help="The first day it holds.")],
    by: By = None,
) -> None:
    """Set a rule of the council's own from a day on."""
    try:
        number = None if value == "none" else float(value)
    except ValueError:
        raise typer.BadParameter(f"“{value}” is not a number. Write one such as 14.") from None
    kept = put_rule(
        authority=authority_called(code),
        rule=name,
        value=number,
        from_day=day_given(from_day),
        by=acting(by),
    )
    typer.echo(f"Set: {kept}.")
