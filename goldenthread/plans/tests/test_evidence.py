"""Evidence is filed, checked, returned and reopened: what then counts."""

import pytest

from goldenthread.plans.tests.evidence_factories import accept, counts, file, make_world


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def test_evidence_counts_once_somebody_else_accepted_it(world):
    link = file(world)
    assert not counts(world.test)
    check = accept(world, link)
    assert counts(world.test)
    assert (check.by, check.day.isoformat(), check.edition) == (world.carl, "2026-03-16", 1)
