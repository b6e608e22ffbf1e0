"""Closing a recommendation: a must by a change, 'consider' by a recorded decision."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.inspections import actions, closing
from goldenthread.inspections.models import Closing, ConsiderDecision, Recommendation
from goldenthread.inspections.tests.factories import asking
from goldenthread.inspections.wordings import to_consider
from goldenthread.people.history import history_of

MARCH = date(2014, 3, 3)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("consider a joint post", "consider a joint post"),
        (
            "audit each file and consider extending the audit to supervision",
            "consider extending the audit to supervision",
        ),
        ("ensure that staff listen and consider wishes", ""),
        ("ensure that visits are recorded", ""),
    ],
)
def test_the_part_that_is_only_to_be_considered_is_told_from_the_rest(text, words):
    """B-12."""
    assert to_consider(text) == words


@pytest.mark.parametrize(
    ("must_change", "to_decide", "decided", "shown", "refused"),
    [
        (False, True, False, "", "decision"),
        (False, True, False, "New posts.", "decision"),
        (False, True, True, "", ""),
        (True, False, False, "", "change"),
        (True, False, False, "New posts.", ""),
        (True, True, False, "New posts.", "decision"),
        (True, True, True, " ", "change"),
        (True, True, True, "New posts.", ""),
    ],
)
def test_what_closing_rests_on(must_change, to_decide, decided, shown, refused):
    """B-12."""
    asked = closing.Asked(must_change=must_change, to_decide=to_decide)
    found = closing.refusal(asked, decided=decided, shown=shown)
    assert refused in found if refused else found == ""


def consider(cast, row, decision="not adopted", why="It costs more.", decided_on=MARCH, by=None):
    return actions.decide_consider(
        recommendation=row, decision=decision, why=why, decided_on=decided_on, by=by or cast.bob
    )


def test_consider_is_closed_by_a_decision_without_a_change(cast):
    """B-12."""
    row = asking(cast, "consider a joint post")
    with pytest.raises(NotAllowedNow, match="record the decision first"):
        actions.close_recommendation(recommendation=row, by=cast.bob)
    consider(cast, row)
    made = actions.close_recommendation(recommendation=row, by=cast.bob)
    assert (made.decision.decision, made.shown) == ("not adopted", "")
    with pytest.raises(NotAllowedNow, match="closed already"):
        actions.close_recommendation(recommendation=row, by=cast.bob)
    with pytest.raises(NotAllowedNow, match="Reopen it"):
        consider(cast, row)
    actions.reopen_recommendation(recommendation=row, why="A new offer.", by=cast.bob)
    consider(cast, row, decision="adopted", why="Paid for.")
    assert actions.close_recommendation(recommendation=row, by=cast.bob).decision.why == "Paid for."
    assert row.closings.count() == 2
    assert {line.verb for line in history_of(made)} == {"closed", "reopened"}


def test_a_must_is_closed_by_a_change_and_not_by_a_decision(cast):
    """B-12."""
    row = asking(cast, "ensure that visits are recorded")
    with pytest.raises(NotAllowedNow, match="not to consider"):
        consider(cast, row)
    with pytest.raises(NotAllowedNow, match="say what shows it"):
        actions.close_recommendation(recommendation=row, by=cast.bob)
    made = actions.close_recommendation(recommendation=row, shown="P1-A1", by=cast.bob)
    assert made.decision is None


def test_one_that_is_partly_to_be_considered_needs_both(cast):
    """B-12."""
    row = asking(cast, "audit each file and consider extending it to teams")
    assert (row.consider, row.to_consider) == (False, "consider extending it to teams")
    consider(cast, row)
    with pytest.raises(NotAllowedNow, match="say what shows it"):
        actions.close_recommendation(recommendation=row, by=cast.bob)
    assert actions.close_recommendation(recommendation=row, shown="P1-A1", by=cast.bob).decision


@pytest.mark.parametrize(
    ("change", "match"),
    [
        ({"decision": "maybe"}, "Give both"),
        ({"why": " "}, "Give both"),
        ({"decided_on": date(2099, 1, 1)}, "lies ahead"),
    ],
)
def test_a_decision_on_what_to_consider_has_all_its_parts(cast, change, match):
    with pytest.raises(NotAllowedNow, match=match):
        consider(cast, asking(cast, "consider a joint post"), **change)


def test_only_what_is_closed_is_reopened(cast):
    with pytest.raises(NotAllowedNow, match="Only what is closed"):
        actions.reopen_recommendation(recommendation=asking(cast), why="x", by=cast.bob)


def test_a_report_with_a_closed_recommendation_is_not_withdrawn(cast):
    row = asking(cast)
    actions.close_recommendation(recommendation=row, shown="P1-A1", by=cast.bob)
    with pytest.raises(NotAllowedNow, match="was closed"):
        actions.withdraw_report(inspection=row.inspection, by=cast.alice, why="Wrong.")


def test_others_may_neither_decide_nor_close(cast):
    row = asking(cast, "consider a joint post")
    with pytest.raises(NotAllowed):
        consider(cast, row, by=cast.charlie)
    with pytest.raises(NotAllowed):
        actions.close_recommendation(recommendation=row, by=cast.charlie)
    with pytest.raises(NotAllowed):
        actions.set_addressees(recommendation=row, bodies=["x"], by=cast.bob)
    consider(cast, row)
    actions.close_recommendation(recommendation=row, by=cast.bob)
    assert not ConsiderDecision.objects.visible_to(cast.charlie).exists()
    assert not Closing.objects.visible_to(cast.charlie).exists()
    assert Recommendation.objects.visible_to(cast.alice).count() == 1
