"""`goldenthread chart`: a measure month by month, and what may be said of how it moves."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

import typer

from goldenthread.basics.errors import UserFacingError
from goldenthread.basics.periods import Period
from goldenthread.cli.loading import Code, Json, day_given
from goldenthread.cli.measuring import (
    AsAt,
    Asked,
    KnownOn,
    indicators_called,
    opened,
    refuse_unless_carried,
)
from goldenthread.engine import measuring
from goldenthread.engine.measuring import Figure
from goldenthread.indicators.kinds import Indicator, Kind
from goldenthread.results.reading import shares
from goldenthread.results.reading.series import Chart, Limits, Mark, Point, Rebase
from goldenthread.results.reading.shares import Shares
from goldenthread.results.reading.xmr import Terms

app = typer.Typer(add_completion=False)
TENTH = Decimal("0.1")


@app.command("chart")
def chart(
    *,
    code: Code,
    indicator: Annotated[str, typer.Option(help="The indicator's id.")],
    as_at: AsAt,
    months: Annotated[int, typer.Option(min=2, max=240)] = 36,
    team: Annotated[str | None, typer.Option(help="Only this team's.")] = None,
    known_on: KnownOn = None,
    anew_from: Annotated[
        str | None, typer.Option("--anew-from", help="New limits from this day.")
    ] = None,
    because: Annotated[str, typer.Option(help="system change, or definition change.")] = "",
    why: Annotated[str, typer.Option(help="What changed, in words.")] = "",
    as_json: Json = False,
) -> None:
    """Read how a measure moves: its limits, its signals, and what is only chance."""
    (wanted,) = indicators_called([indicator])
    rebases = (Rebase(day_given(anew_from), because, why),) if anew_from else ()
    given = opened(code, as_at, months, known_on)
    refuse_unless_carried(given, wanted, code)
    read = read_chart(wanted, given, code, team, rebases)
    if as_json:
        typer.echo(json.dumps(_told(wanted, read, given.day), default=str))
    else:
        typer.echo("\n".join(_lines(read)))


def read_chart(
    indicator: Indicator,
    given: Asked,
    code: str,
    team: str | None,
    rebases: tuple[Rebase, ...],
) -> Chart:
    """The chart of a council's figures, or of one of its teams'.

    Raises:
        UserFacingError: no case is of the team.
    """
    found = measuring.figures(indicator, given.inputs, by_team=team is not None)
    figures = [
        each for each in found if each.month and each.authority == code and each.team == team
    ]
    if team is not None and not figures:
        teams = ", ".join(sorted({each.team for each in found if each.team})) or "none"
        raise UserFacingError(f"{team}: No case is of a team of this name. There are: {teams}.")
    terms = Terms(form=indicator.kind.value, better=indicator.better.value, rebases=rebases)
    return shares.read([_point(indicator, each, given.day) for each in figures], terms, Shares())


def _point(indicator: Indicator, figure: Figure, day: date) -> Point:
    month = figure.month or day
    period = Period.month(month.year, month.month)
    is_share = indicator.kind is Kind.SHARE
    return Point(
        period=period,
        number=None if figure.value is None else Decimal(str(figure.value)),
        numerator=_whole(figure.numerator) if is_share else None,
        denominator=_whole(figure.denominator) if is_share else None,
        # A month that goes on, and one of which the loads tell a part, will still change.
        is_provisional=period.last_day > day or bool(figure.reason),
    )


def _whole(number: float | None) -> int | None:
    return None if number is None else round(number)


def _told(indicator: Indicator, read: Chart, day: date) -> dict[str, Any]:
    basis = read.basis
    return {
        "indicator": indicator.id,
        "version": indicator.version,
        "as_at": day,
        "chart": read.kind,
        "better": read.better,
        "points": [_mark(each) for each in read.marks],
        "limits_rest_on": basis
        and {
            "points": basis.points,
            "trial": basis.is_trial,
            "large_ranges_left_out": basis.left_out,
            "screened": basis.is_screened,
        },
        "notes": read.notes,
    }


def _mark(mark: Mark) -> dict[str, Any]:
    point, limits = mark.point, mark.limits
    return {
        "from": point.period.first_day,
        "to": point.period.last_day,
        "value": _number(point.number),
        "numerator": point.numerator,
        "denominator": point.denominator,
        "provisional": point.is_provisional,
        "mean": limits and _number(limits.centre),
        "lower": limits and _number(limits.lower),
        "upper": limits and _number(limits.upper),
        "rule": mark.rule,
        "reading": mark.reading.value,
    }


def _number(number: Decimal | None) -> float | None:
    return None if number is None else float(number)


def _lines(read: Chart) -> Iterator[str]:
    yield f"{read.kind} chart; better is {read.better}"
    yield f"{'month':8} {'value':>8} {'of':>6} {'mean':>8} {'lower':>8} {'upper':>8}  reading"
    yield from (_line(each) for each in read.marks)
    yield from read.notes


def _line(mark: Mark) -> str:
    point = mark.point
    among = "" if point.denominator is None else str(point.denominator)
    rule = f" ({mark.rule})" if mark.rule else ""
    provisional = ", provisional" if point.is_provisional else ""
    return (
        f"{point.period.first_day:%Y-%m}  {_shown(point.number)} {among:>6} {_limits(mark.limits)}"
        f"  {mark.reading.value}{rule}{provisional}"
    )


def _limits(limits: Limits | None) -> str:
    found: Sequence[Decimal | None] = (
        (limits.centre, limits.lower, limits.upper) if limits else (None, None, None)
    )
    return " ".join(map(_shown, found))


def _shown(number: Decimal | None) -> str:
    return f"{'' if number is None else number.quantize(TENTH):>8}"
