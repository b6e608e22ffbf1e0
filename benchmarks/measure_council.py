"""All computable indicators of made councils, for 36 months by team, on DuckDB."""

import argparse
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from goldenthread.engine import measuring, opening, reading
from goldenthread.engine.opening import Rule
from goldenthread.engine.reading import Part
from goldenthread.formats.arrow import columns_of
from goldenthread.formats.reading import Keys
from goldenthread.indicators.catalogue import INDICATORS
from goldenthread.indicators.inputs import Inputs, Span
from goldenthread.indicators.kinds import Indicator
from goldenthread.synthetic.council import make
from goldenthread.synthetic.rows import rows_of

AS_AT = date(2026, 3, 31)
MONTHS = 36
YEARS = 6
# What is asked by hand as well, and how much longer the indicator may take.
BY_HAND, RATIO = ("REREF_12M", "ASMT_45WD", "ICPC_15WD"), 1.5
Carries = dict[str, set[str]]


def main() -> int:
    """Print what it took; 1 when a bar is missed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--councils", type=int, default=1)
    asked.add_argument("--children", type=int, default=50_000)
    asked.add_argument("--seconds", type=float, default=6.0)
    asked.add_argument("--memory", type=int, default=1024)
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        parts, carries = _written(Path(folder), given.councils, given.children)
        engine = opening.duckdb(threads=2, memory=f"{given.memory * 3 // 4}MB")
        inputs = _inputs(engine, parts)
        able = [each for each in INDICATORS.values() if _able(each, carries)]
        before, wall = time.process_time(), time.perf_counter()
        figures = sum(len(measuring.figures(each, inputs, by_team=True)) for each in able)
        seconds, wall = time.process_time() - before, time.perf_counter() - wall
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{given.councils} councils of {given.children} children, {YEARS} years, {MONTHS} "
            f"months: {len(able)} indicators, {figures} figures: {wall:.1f} s "
            f"({seconds:.1f} s of processor), {memory:.0f} MB with what made the data "
            f"(bar {given.seconds} s, {given.memory} MB)"
        )
        missed = [*_by_hand(engine, inputs)]
    return int(wall > given.seconds or any(missed))


def _written(folder: Path, councils: int, children: int) -> tuple[dict[str, list[Part]], Carries]:
    parts: dict[str, list[Part]] = {}
    carries: Carries = {}
    for number in range(councils):
        code = f"{number + 100:03d}"
        council = make(children=children, years=YEARS, seed=number, as_at=AS_AT)
        for name, rows in rows_of(council, Keys(b"benchmark", code)).items():
            made = columns_of(rows)
            for column in ("authority", "load"):
                made = made.append_column(column, pa.array([code] * made.num_rows, pa.string()))
            path = folder / f"{code}-{name}.parquet"
            pq.write_table(made, path, compression="zstd")
            parts.setdefault(name, []).append(Part(code, path, None, None, 0))
            carries.setdefault(name, set()).update(rows.columns)
    return parts, carries


class _Tables(dict[str, Any]):
    """The tables, made as they are asked for."""

    def __init__(self, engine: Any, found: dict[str, Any]) -> None:
        super().__init__(found)
        self._engine = engine

    def __missing__(self, name: str) -> Any:
        self[name] = reading.without_rows(self._engine, name)
        return self[name]


def _inputs(engine: Any, parts: dict[str, list[Part]]) -> Inputs:
    tables = _Tables(engine, reading.tables(engine, parts))
    codes = sorted({part.load for part in next(iter(parts.values()))})
    rules = [Rule(code, "cp_visit_days", 14, date(2015, 1, 1)) for code in codes]
    return opening.inputs(engine, tables, Span(AS_AT, MONTHS), rules)


def _able(indicator: Indicator, carries: Carries) -> bool:
    return all(
        set(columns) <= carries.get(table, set()) for table, columns in indicator.needs.items()
    )


SQL = {
    "REREF_12M": """
        with each as (
            select authority, child, referral_date, min(team) as team from loaded_referrals
            group by all
        ), ordered as (
            select *, lag(referral_date) over (partition by authority, child order by referral_date)
                as before from each
        )
        select authority, date_trunc('month', referral_date) as month, team,
            sum((before >= referral_date - interval 12 month)::int) as met, count(*) as counted
        from ordered where referral_date between '{first}' and '{last}' group by all
    """,
    "ASMT_45WD": """
        select a.authority, date_trunc('month', authorised_on) as month, team,
            sum((l.working - f.working <= 45)::int) as met, count(*) as counted
        from loaded_assessments a join days f on f.day = a.started_on
            join days l on l.day = a.authorised_on
        where authorised_on between '{first}' and '{last}' group by all
    """,
    "ICPC_15WD": """
        select c.authority, date_trunc('month', c.held_on) as month, c.team,
            sum((l.working - f.working <= 15)::int) as met, count(*) as counted
        from loaded_conferences c
            left join loaded_s47_enquiries e on e.enquiry = c.enquiry and e.authority = c.authority
            left join days f on f.day = e.started_on join days l on l.day = c.held_on
        where c.held_on between '{first}' and '{last}' group by all
    """,
}


def _by_hand(engine: Any, inputs: Inputs) -> Iterator[bool]:
    first, last = inputs.span.first_day, inputs.span.as_at
    for name in BY_HAND:
        sql = SQL[name].format(first=first, last=last)
        hand = _median(lambda sql=sql: engine.con.execute(sql).fetchall())
        indicator = INDICATORS[name]
        ours = _median(
            lambda one=indicator: measuring.counts(one, inputs, by_team=True).to_pyarrow()
        )
        print(f"{name}: {ours:.2f} s, ratio {ours / hand:.2f} to SQL by hand ({hand:.2f} s)")
        yield ours / hand > RATIO


def _median(run: Callable[[], object]) -> float:
    run()
    took = []
    for _ in range(3):
        start = time.perf_counter()
        run()
        took.append(time.perf_counter() - start)
    return sorted(took)[1]


if __name__ == "__main__":
    sys.exit(main())
