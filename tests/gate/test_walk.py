"""A random walk over the verbs finds no rung that the facts do not bear."""

import pytest
from django.db import connection
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.gate.walk import Walk

# About a minute on SQLite; PostgreSQL, where each step costs more, walks less.
WALKS = {"sqlite": 4, "postgresql": 3}


@pytest.mark.timeout(600)
def test_no_walk_reaches_a_rung_that_the_facts_do_not_bear(db):
    run_state_machine_as_test(
        Walk,
        settings=settings(
            max_examples=WALKS[connection.vendor],
            stateful_step_count=25,
            deadline=None,
            # To shrink what was found would take minutes each time; the walk itself is printed.
            phases=(Phase.explicit, Phase.reuse, Phase.generate),
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )
