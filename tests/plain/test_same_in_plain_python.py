"""Each indicator says the same in slow plain Python as on DuckDB, case by case and counted."""

import os
from functools import cache

import ibis
import ibis.expr.operations as ops
import pytest

from goldenthread.engine import measuring, opening
from goldenthread.indicators.catalogue import INDICATORS
from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.quality.catalogue import CHECKS
from goldenthread.indicators.quality.checks import COLUMNS as COLUMNS_OF_CHECKS
from tests.plain.evaluator import Plain
from tests.plain.operations import ALLOWED
from tests.spec import random_council
from tests.spec.test_spark import COLUMNS

SEEDS = range(1, 40) if os.environ.get("GOLDENTHREAD_NIGHT") else (9, 5)


@cache
def council(seed):
    """A random council: what DuckDB is given, and the same with each expression in one piece."""
    made = random_council.tables(seed)
    given = random_council.inputs(opening.duckdb(threads=1), made)
    parts = {name: getattr(given, name) for name in given.__dataclass_fields__}
    whole = Inputs(**{**parts, "keep": lambda _, rows: rows, "kept": {}})
    tables = {name: rows.to_pylist() for name, rows in made.items()}
    extra = {name: getattr(given, name) for name in ("months", "days", "rules", "reach")}
    tables |= {name: rows.to_pyarrow().to_pylist() for name, rows in extra.items()}
    return given, whole, Plain(tables)


def in_order(rows, names):
    return sorted((tuple(rounded(row[name]) for name in names) for row in rows), key=repr)


def rounded(value):
    """Sums of numbers are the same in any order but for their last places."""
    return round(value, 6) if isinstance(value, float) else value


@pytest.mark.parametrize("name", INDICATORS)
@pytest.mark.parametrize("seed", SEEDS)
def test_cases_and_counts_are_those_of_plain_python(seed, name):
    given, whole, plain = council(seed)
    indicator = INDICATORS[name]
    cases = measuring.cases(indicator, given)
    names = [each for each in COLUMNS if each in cases.columns]
    expected = plain.rows(measuring.cases(indicator, whole).op())
    found = cases.to_pyarrow().to_pylist()
    assert found, "no case at all: the random council has to draw what the rule asks for"
    assert in_order(found, names) == in_order(expected, names)
    counts = measuring.counts(indicator, given, by_team=True)
    expected = plain.rows(measuring.counts(indicator, whole, by_team=True).op())
    found = counts.to_pyarrow().to_pylist()
    assert in_order(found, counts.columns) == in_order(expected, counts.columns)


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_of_the_data_looks_at_the_rows_that_plain_python_looks_at(name):
    given, whole, plain = council(SEEDS[0])
    rows = CHECKS[name].rows(given)
    expression = CHECKS[name].rows(whole)
    found, expected = rows.to_pyarrow().to_pylist(), plain.rows(expression.op())
    assert in_order(found, COLUMNS_OF_CHECKS) == in_order(expected, COLUMNS_OF_CHECKS)
    assert operations(expression) <= ALLOWED


@pytest.mark.parametrize("name", INDICATORS)
def test_an_indicator_uses_only_what_means_the_same_everywhere(name):
    _, whole, _ = council(SEEDS[0])
    expression = measuring.counts(INDICATORS[name], whole, by_team=True)
    assert operations(expression) <= ALLOWED


def operations(expression):
    return {type(node).__name__ for node in expression.op().find(ops.Node)}


@pytest.mark.parametrize(
    ("work", "forbidden"),
    [
        (lambda t: t.mutate(value=t.number.mean()), "Mean"),
        (lambda t: t.mutate(value=t.number / 2), "Divide"),
        (lambda t: t.mutate(value=t.day.strftime("%Y")), "Strftime"),
        (lambda t: t.mutate(value=t.day - t.day), "DateDiff"),
    ],
)
def test_what_differs_between_engines_is_not_allowed(work, forbidden):
    table = ibis.table({"number": "int64", "day": "date"}, name="drawn")
    assert operations(work(table)) - ALLOWED == {forbidden, "UnboundTable"}


def test_months_between_two_days_are_refused_by_name():
    table = random_council.inputs(opening.duckdb(threads=1), {}).months.select(day="month")
    expression = table.mutate(value=table.day.delta(table.day, unit="month"))
    with pytest.raises(AssertionError, match="month between two days"):
        Plain({"months": [{"month": random_council.AS_AT}]}).rows(expression.op())
