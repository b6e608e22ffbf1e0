"""Figures on a standalone Spark cluster: by the command, and where an executor dies."""

import json
import os
import signal

import pytest

from goldenthread.engine import measuring, opening
from goldenthread.indicators.catalogue import INDICATORS
from tests.spec import random_council
from tests.spec.test_spark import cases

pytest_plugins = ["tests.plugins.spark_cluster"]
pytestmark = [
    pytest.mark.needs("java"),
    pytest.mark.allow_hosts(["127.0.0.1", "localhost"]),
    pytest.mark.timeout(600),
]
ASKED = ("--authority", "901", "--as-at", "2026-03-31")
RUN = "from goldenthread.cli.main import main; main()"
CHOSEN = ("--indicator", "REREF_12M", "--indicator", "ASMT_45WD")


@pytest.mark.sqlite
def test_the_command_gives_the_same_figures_on_a_cluster(spark_cluster, own_database, tmp_path):
    def goldenthread(*words):
        done = own_database.run("-c", RUN, *words)
        assert done.returncode == 0, done.stderr
        return done

    made = tmp_path / "made"
    goldenthread(
        "make-data", "--children", "60", "--years", "2", "--seed", "7", "--formats", "ssd",
        "--as-at", "2026-03-31", "--out", made,
    )  # fmt: skip
    goldenthread("load", made / "ssd", *ASKED)
    cluster = ("--engine", "spark", "--master", spark_cluster.master)
    words = ("measure", *ASKED, "--months", "12", "--by", "team", *CHOSEN, "--json")
    here = json.loads(goldenthread(*words).stdout)
    there = json.loads(goldenthread(*words, *cluster).stdout)
    assert there == here
    assert any(figure["state"] == "value" for figure in here["figures"])


def test_an_executor_that_dies_is_replaced_and_no_case_is_lost(spark_cluster):
    made = random_council.tables(seed=12)
    spark = opening.engine("spark", spark_cluster.master)
    try:
        on_spark = random_council.inputs(spark, made)
        on_duckdb = random_council.inputs(opening.duckdb(), made)
        first, second = (INDICATORS[name] for name in ("CLA_PWP", "PLACE_20M"))
        assert cases(first, on_spark) == cases(first, on_duckdb)
        dying = spark_cluster.executors()
        assert dying
        os.kill(dying[0], signal.SIGKILL)
        assert cases(first, on_spark) == cases(first, on_duckdb)
        assert cases(second, on_spark) == cases(second, on_duckdb)
        assert measuring.figures(first, on_spark) == measuring.figures(first, on_duckdb)
    finally:
        spark.disconnect()
