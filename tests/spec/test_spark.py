"""Spark gives what DuckDB gives, for every indicator on one random council in one session."""

import pytest

from goldenthread.engine import measuring, opening
from goldenthread.indicators.catalogue import INDICATORS
from tests.spec import random_council

COLUMNS = ("authority", "month", "team", "child", "case", "outcome", "amount", "weight", "family")


@pytest.mark.needs("java")
@pytest.mark.allow_hosts(["127.0.0.1", "localhost"])
@pytest.mark.timeout(900)
def test_every_indicator_has_the_same_cases_on_spark():
    made = random_council.tables(seed=11)
    spark = opening.engine("spark", master="local[2]")
    on_spark = random_council.inputs(spark, made)
    on_duckdb = random_council.inputs(opening.duckdb(), made)
    differing = {}
    seen = 0
    for name, indicator in INDICATORS.items():
        found, expected = cases(indicator, on_spark), cases(indicator, on_duckdb)
        seen += len(expected)
        if found != expected:
            differing[name] = [row for row in found + expected if row not in found or row not in expected][:4]
    assert differing == {}
    assert seen > 10 * len(INDICATORS)


def cases(indicator, inputs):
    rows = measuring.cases(indicator, inputs)
    shown = [name for name in COLUMNS if name in rows.columns]
    return sorted((list(row.values()) for row in rows.select(*shown).to_pyarrow().to_pylist()), key=repr)
