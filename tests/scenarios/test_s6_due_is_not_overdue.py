"""S6: what is asked for is 'due', what is reported is 'overdue': a query before it is done."""

import pytest
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.plans import actions
from goldenthread.plans.models import Query
from tests.scenarios.bringing import bring_in_one, page_of, seed
from tests.scenarios.plans import in_word, row

ROWS = [
    row(number="12", item="Children are visited in time", theirs="Immed",
        action="Remind team managers of the visits by email", lead="Asha Verity",
        progress="New system alerts TMs when stat visits are overdue", test="Copy of email"),
    row(action="Look into a change of the system so that alerts are in place to TMs when stat "
        "visits due", test="A note from the supplier", lead="Tom Harrow"),
]  # fmt: skip


def check(cast, path):
    brought, _ = bring_in_one(cast, path)
    by, day = cast.alice, timezone.localdate()
    action = brought.plan.actions.get(text__contains="visits due")
    actions.raise_queries(plan=brought.plan, by=by, day=day)
    assert not asked(action), "nobody says yet that it is done"
    actions.set_delivery(action=action, state="in progress", by=by)
    with pytest.raises(actions.AnswerFirst, match=r"asks for “due”.*says “overdue”.*TMs when stat"):
        actions.complete(action=action, by=by, completed_on=day)
    action.delivery.refresh_from_db()
    assert action.delivery.state == "in progress"
    [query] = asked(action)
    assert query.put_on == day
    assert query.quotes[1][1] == "New system alerts TMs when stat visits are overdue"
    shown = page_of(by, action)
    assert "It asks for “due”, and what is reported says “overdue”. Which is it?" in shown
    check_answered(action, query, by, day)


def check_answered(action, query, by, day):
    """It is not corrected while nothing else is said; once it is, the action can be done."""
    with pytest.raises(NotAllowedNow, match="The rule still finds it"):
        actions.answer_query(query=query, by=by, outcome="corrected", answer="It is")
    said = "The system now alerts TMs when stat visits are due."
    actions.add_update(action=action, by=by, text=said)
    with pytest.raises(actions.AnswerFirst):
        actions.complete(action=action, by=by, completed_on=day)
    actions.answer_query(query=query, by=by, outcome="corrected", answer=said)
    assert actions.complete(action=action, by=by, completed_on=day).state == "done"


def asked(action):
    return list(Query.objects.asked().filter(action=action, rule="opposed"))


def test_s6_due_is_not_overdue_and_the_action_waits_for_an_answer(cast, tmp_path):
    check(cast, in_word(tmp_path / "plan.docx", ROWS))


@pytest.mark.shared
def test_s6_on_the_real_plan(cast, shared):
    check(cast, seed(shared, "000"))
