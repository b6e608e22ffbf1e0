"""A revision or a restatement: what was late, what was wrong, and who quoted it (J-27)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from goldenthread.results.models import Value
from goldenthread.results.reading.settling import Cause, Change, Quoted, is_provisional, settle

MARCH = date(2024, 3, 31)
BOARD = Quoted("Board paper P1-S3", is_signed=True)
WARNED = Quoted("Board paper P1-S4", is_signed=True, as_provisional=True)
UPDATE = Quoted("Update of item 7", is_signed=False)


def settled(after=60, **facts):
    """A move from 72 to 75 that was known so many days after its period; it settles in 45."""
    given = {
        "old": Decimal(72),
        "new": Decimal(75),
        "period_to": MARCH,
        "known_on": MARCH + timedelta(days=after),
        "settling_days": 45,
        "definitions": (1, 1),
        **facts,
    }
    return settle(Change(**given))


@pytest.mark.parametrize(("after", "still"), [(0, True), (45, True), (46, False)])
def test_a_figure_is_provisional_to_the_last_day_of_its_settling_time(after, still):
    assert is_provisional(MARCH, 45, MARCH + timedelta(days=after)) is still


@pytest.mark.parametrize(
    ("after", "cause", "approved"),
    [(45, "provisional", False), (46, "late recording", True)],
)
def test_what_is_recorded_late_is_a_revision(after, cause, approved):
    """Within the settling time nobody approves it and the figure stays provisional."""
    said = settled(after, quotes=(UPDATE,))
    assert (said.kind, said.cause, said.needs_approval) == ("revision", cause, approved)
    assert said.is_provisional is not approved
    assert said.quoted_in == ("Update of item 7",)


@pytest.mark.parametrize("after", [10, 60])
@pytest.mark.parametrize(
    ("facts", "cause"),
    [
        ({"definitions": (1, 2)}, "changed rule"),
        ({"definitions": (1, 2), "new": Decimal(72)}, "changed rule"),
        ({"is_correction": True}, "corrected error"),
        ({"quotes": (BOARD,)}, "quoted figure moved"),
        ({"quotes": (UPDATE, BOARD), "new": None}, "quoted figure moved"),
    ],
)
def test_a_changed_rule_an_error_or_a_quoted_figure_that_moved_is_a_restatement(
    after, facts, cause
):
    said = settled(after, **facts)
    assert (said.kind, said.cause, said.needs_approval) == ("restatement", cause, True)
    assert said.words


def test_every_paper_update_and_answer_that_quoted_the_old_figure_is_named():
    said = settled(is_correction=True, quotes=(BOARD, UPDATE))
    assert said.quoted_in == ("Board paper P1-S3", "Update of item 7")


@pytest.mark.parametrize(
    ("new", "kind"),
    [("75", "revision"), ("75.1", "restatement"), ("69", "revision"), ("68.9", "restatement")],
)
def test_a_quoted_figure_may_move_within_the_tolerance(new, kind):
    assert settled(new=Decimal(new), tolerance=Decimal(3), quotes=(BOARD,)).kind == kind


@pytest.mark.parametrize(("after", "kind"), [(45, "revision"), (46, "restatement")])
def test_a_paper_that_said_the_figure_may_change_excuses_what_comes_while_it_settles(after, kind):
    assert settled(after, quotes=(WARNED,)).kind == kind


def test_an_update_that_nobody_signed_makes_no_restatement():
    assert settled(quotes=(UPDATE,)).kind == "revision"


def test_the_same_figure_is_unchanged_and_nobody_is_named():
    said = settled(new=Decimal("72.0"), is_correction=True, quotes=(BOARD,))
    assert (said.kind, said.cause, said.needs_approval) == ("unchanged", "", False)
    assert said.quoted_in == ()


def test_the_causes_are_those_that_a_figure_is_kept_with_and_one_more():
    kept, ours = {one.value for one in Value.Cause}, {one.value for one in Cause}
    assert kept <= ours
    assert ours - kept <= {"", "quoted figure moved"}
