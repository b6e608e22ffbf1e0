"""Spark gives what DuckDB gives, for every indicator on one random council in one session."""

import pytest

from goldenthread.basics.errors import UserFacingError
from goldenthread.engine import measuring, opening
from goldenthread.indicators.catalogue import INDICATORS
from goldenthread.indicators.quality.catalogue import CHECKS
from tests.spec import random_council

COLUMNS = ("authority", "month", "team", "child", "case", "outcome", "amount", "weight", "family")
HERE = pytest.mark.allow_hosts(["127.0.0.1", "localhost"])


@pytest.mark.needs("java")
@HERE
@pytest.mark.timeout(900)
def test_every_indicator_and_check_has_the_same_cases_on_spark():
    made = random_council.tables(seed=11)
    spark = opening.engine("spark", "local[2]")
    try:
        on_spark = random_council.inputs(spark, made)
        on_duckdb = random_council.inputs(opening.engine(), made)
        found = {name: cases(each, on_spark) for name, each in INDICATORS.items()}
        expected = {name: cases(each, on_duckdb) for name, each in INDICATORS.items()}
        wrong = {
            name: (rows(each.rows(on_spark)), rows(each.rows(on_duckdb)))
            for name, each in CHECKS.items()
        }
    finally:
        spark.disconnect()
    assert {name for name, (there, here) in wrong.items() if there != here} == set()
    assert {name for name in INDICATORS if found[name] != expected[name]} == set()
    assert sum(map(len, expected.values())) > 10 * len(INDICATORS)


def cases(indicator, inputs):
    found = measuring.cases(indicator, inputs)
    return rows(found.select(*(name for name in COLUMNS if name in found.columns)))


def rows(expression):
    found = expression.to_pyarrow().to_pylist()
    return sorted((list(row.values()) for row in found), key=repr)


@pytest.mark.parametrize(
    ("name", "master", "says"),
    [
        ("abacus", None, "abacus: There is no such engine. Choose from duckdb, spark."),
        ("spark", "yarn", "Spark: yarn is no address of a master."),
        ("spark", "spark://127.0.0.1:9", "Spark: spark://127.0.0.1:9 does not answer."),
    ],
)
@HERE
def test_an_engine_that_is_not_there_is_named(name, master, says, monkeypatch):
    monkeypatch.setenv("JAVA_HOME", "anywhere")
    with pytest.raises(UserFacingError, match=says.replace(".", r"\.")):
        opening.engine(name, master)


def test_without_java_or_spark_it_says_what_to_install(monkeypatch):
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(UserFacingError, match="Install Java 17"):
        opening.engine("spark")
    monkeypatch.setattr(opening, "find_spec", lambda _: None)
    with pytest.raises(UserFacingError, match=r"requirements-spark\.lock"):
        opening.engine("spark")
