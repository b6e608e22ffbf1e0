"""A duty without a rule of its own, and what two people took out of a deadline's history."""

from datetime import date

import pytest

from goldenthread.inspections import actions
from goldenthread.inspections.tests.factories import recorded
from goldenthread.people.history import redacting
from goldenthread.people.models import HistoryLine, HistoryValue
from goldenthread.web.inspections.tests.test_pages import at, text

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def notice(cast):
    """The day that an improvement notice states, which no rule counts."""
    return actions.state_deadline(
        inspection=recorded(cast), duty="improvement-notice", stated_on=date(2016, 9, 1),
        printed="by 1 September", by=cast.alice,
    )  # fmt: skip


def test_a_duty_that_no_rule_counts_says_who_sets_its_day(alice, notice):
    page = text(alice.get(at("deadline", notice.inspection_id, "improvement-notice")))
    assert "the notice itself sets the day; enter the day that it states" in page
    assert "cannot be worked out" in page


def test_what_two_people_took_out_is_told_without_its_words(alice, cast, notice):
    line = HistoryLine.objects.of(notice).latest("number")
    value = HistoryValue.objects.filter(line=line, place="after").latest("pk")
    told = f"{value.name.replace('_', ' ')}: taken out by two people"
    asked = redacting.request_redaction(values=[value], by=cast.alice, why="It names a child.")
    redacting.approve_redaction(redaction=asked, by=cast.bob)
    page = text(alice.get(at("deadline", notice.inspection_id, "improvement-notice")))
    assert told in page
