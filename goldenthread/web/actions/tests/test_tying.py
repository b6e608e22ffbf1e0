"""A test is tied to a target on the Action page, and an approved figure is filed against it."""

import pytest

from goldenthread.plans.models import EvidenceLink, Reopening
from goldenthread.plans.tests.test_tying import TODAY, reduction
from goldenthread.plans.tests.test_tying import returned as returned_records
from goldenthread.plans.tests.test_tying import world as tied_world
from goldenthread.results import actions as results
from goldenthread.results.tests.factories import approved, month
from goldenthread.web.actions.tests.test_action_page import page, send
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db
world, returned = tied_world, returned_records


def test_a_test_is_tied_and_an_approved_figure_is_filed_for_a_check(cast, world, returned):
    target = reduction(cast, returned)
    tie = {"target": target.pk, "why": "As the board asked"}
    assert "Tie it to a target" in page(world.lena, world)
    assert send(world.carl, world, "tie_test", world.test.pk, **tie).status_code == 403
    assert send(world.lena, world, "tie_test", world.test.pk, **tie).status_code == 302
    shown = page(world.lena, world)
    assert "Tied to RETURNED: from 40 records on 30 September 2025, at least 10 lower by" in shown
    value = approved(cast, returned, "30", month(2, 2026))
    early = approved(cast, returned, "30", month(8, 2025))
    offered = page(world.lena, world, f"?do=file_figure&of={world.test.pk}")
    assert f'value="{value.pk}"' in offered
    assert f'value="{early.pk}"' not in offered
    given = {"value": value.pk, "shows": "Ten fewer", "asks": "on"}
    assert send(world.lena, world, "file_figure", world.test.pk, **given).status_code == 302
    link = EvidenceLink.objects.get()
    address = f"/library/evidence/{link.version.evidence_id}/"
    said = "RETURNED, 1 February 2026 to 28 February 2026: 30"
    assert said in signed_in(cast.alice).get(address).text
    assert "waiting for a check" in page(world.lena, world)
    late = results.revise_value(
        value=value, typed="38", cause="late recording", why="Eight came late", by=cast.alice,
        as_at=value.as_at, known_on=TODAY, source="Case system",
    )  # fmt: skip
    results.approve_value(value=late, by=cast.bob)
    assert f"{said} (revised since)" in signed_in(cast.alice).get(address).text


def test_a_tie_of_a_test_with_evidence_waits_for_somebody_else(cast, world, returned):
    tie = {"target": reduction(cast, returned).pk, "why": "As the board asked"}
    send(world.lena, world, "tie_test", world.test.pk, **tie)
    given = {"value": approved(cast, returned, "30", month(2, 2026)).pk, "shows": "Ten fewer"}
    send(world.lena, world, "file_figure", world.test.pk, **given)
    other = reduction(cast, returned, typed="44", of_month=10)
    again = send(world.lena, world, "tie_test", world.test.pk, **{**tie, "target": other.pk})
    assert again.status_code == 302
    assert Reopening.objects.get().aim["baseline"] == 44
