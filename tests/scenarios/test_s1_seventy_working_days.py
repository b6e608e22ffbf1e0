"""S1: seventy working days from publication, the stated day beside the computed one."""

from datetime import date

import pytest

from goldenthread.inspections import actions
from tests.scenarios.bringing import UNSETTLED, bring_in_one, seed
from tests.scenarios.documents import cabinet_paper

AUGUST_22, AUGUST_23 = date(2016, 8, 22), date(2016, 8, 23)


@pytest.fixture
def brought(cast, tmp_path):
    """The inspection that a paper for Cabinet tells of, brought in and confirmed."""

    def bring(path=None, **days):
        if path is None:
            path = tmp_path / "cabinet.docx"
            path.write_bytes(cabinet_paper(**days))
        row, printed = bring_in_one(cast, path, despite=UNSETTLED)
        assert printed["state"] == "confirmed", printed
        return row.inspection

    return bring


def duty(inspection, name="written-statement"):
    return inspection.obligations.get(duty=name)


def day_number(obligation, number):
    return next(step["day"] for step in obligation.trace["published"] if step["n"] == number)


def check(inspection, by):
    statement = duty(inspection)
    assert inspection.published_on == date(2016, 5, 16)
    assert inspection.received_on is None
    assert (statement.stated_on, statement.computed_on) == (AUGUST_23, AUGUST_23)
    assert statement.difference_days == 0
    assert day_number(statement, 10) == "2016-05-31"
    assert day_number(statement, 70) == "2016-08-23"
    assert duty(inspection, "publish-report").computed_on == date(2016, 6, 28)
    recounted = actions.count_publication_day(obligation=statement, counts=True, by=by)
    assert (recounted.computed_on, recounted.difference_days) == (AUGUST_22, 1)
    assert recounted.stated_on == AUGUST_23
    assert "the stated date is 1 day later" in recounted.difference_words


def test_s1_the_computed_day_is_the_stated_one_and_counting_the_first_day_shows(cast, brought):
    check(brought(), cast.alice)


def test_s1_a_stated_day_one_day_later_keeps_both(brought):
    later = brought(
        published="25 November 2016",
        deadline="9 March 2017",
        first="12 September 2016",
        last="6 October 2016",
    )
    statement = duty(later)
    assert statement.computed_on == date(2017, 3, 8)
    assert statement.stated_on == date(2017, 3, 9)
    assert statement.difference_days == 1


@pytest.mark.shared
def test_s1_on_the_real_decision_report(cast, brought, shared):
    check(brought(seed(shared, "003")), cast.alice)
