"""IHA_20WD, RHA, DENTAL, IMM, SDQ: the health of children in care."""

from datetime import date

import pytest

from goldenthread.indicators.care.dental_checks import DENTAL_CHECKS
from goldenthread.indicators.care.first_health_assessment import FIRST_HEALTH_ASSESSMENT
from goldenthread.indicators.care.health_assessments import HEALTH_ASSESSMENTS
from goldenthread.indicators.care.immunisations import IMMUNISATIONS
from goldenthread.indicators.care.questionnaires import QUESTIONNAIRES
from tests.spec.drawn import outcomes

AS_AT = date(2025, 3, 31)
LONG = """
    episode | child | care | started_on | ended_on | start_reason
    --------+-------+------+------------+----------+-------------
    e1      | ann   | c1   | 2020-01-01 |          | S
    e2      | new   | c2   | 2024-04-01 |          | S
    """
CHILDREN = "child | birth_month\n---+---\nann | 2014-01-01"


def drawn(indicator, **tables):
    given = {"as_at": AS_AT, "months": 1}
    for name in ("as_at", "months", "complete_from"):
        if name in tables:
            given[name] = tables.pop(name)
    return outcomes(indicator, {"care_episodes": LONG, "children": CHILDREN, **tables}, **given)


def checks(kind, *days, status=""):
    lines = "\n".join(f"h{n} | ann | {kind} | {day} | {status}" for n, day in enumerate(days))
    return f"health_check | child | check_type | checked_on | check_status\n-+-+-+-+-\n{lines}"


@pytest.mark.parametrize(
    ("indicator", "kind"), [(HEALTH_ASSESSMENTS, "HEALTH"), (DENTAL_CHECKS, "DENTAL")]
)
def test_a_check_within_twelve_months_is_in_date_and_a_day_before_is_not(indicator, kind):
    assert drawn(indicator, health_checks=checks(kind, "2024-03-31")) == {"c1": "met"}
    assert drawn(indicator, health_checks=checks(kind, "2024-03-30")) == {"c1": "not met"}
    assert drawn(indicator, health_checks=checks("OTHER", "2025-03-30")) == {"c1": "not met"}
    assert drawn(indicator, health_checks=checks(kind, "2025-04-01")) == {"c1": "not met"}


@pytest.mark.parametrize(
    ("indicator", "kind"), [(HEALTH_ASSESSMENTS, "HEALTH"), (DENTAL_CHECKS, "DENTAL")]
)
def test_a_return_that_only_says_yes_or_no_is_taken_at_its_word(indicator, kind):
    assert drawn(indicator, health_checks=checks(kind, "", status="YES")) == {"c1": "met"}
    assert drawn(indicator, health_checks=checks(kind, "", status="NO")) == {"c1": "not met"}
    found = drawn(
        indicator, health_checks=checks(kind, "", status="YES"), complete_from=date(2025, 4, 1)
    )
    assert found == {"c1": "cannot be worked out"}


def test_a_check_that_was_refused_is_none_although_it_has_a_day():
    for status in ("REFUSED", "NO"):
        found = drawn(DENTAL_CHECKS, health_checks=checks("DENTAL", "2025-03-01", status=status))
        assert found == {"c1": "not met"}


def test_under_five_it_is_half_a_year_and_without_an_age_nobody_knows():
    young = CHILDREN.replace("2014", "2021")
    given = {"children": young, "health_checks": checks("HEALTH", "2024-09-30")}
    assert drawn(HEALTH_ASSESSMENTS, **given) == {"c1": "met"}
    given["health_checks"] = checks("HEALTH", "2024-09-29")
    assert drawn(HEALTH_ASSESSMENTS, **given) == {"c1": "not met"}
    given["children"] = ""
    assert drawn(HEALTH_ASSESSMENTS, **given) == {"c1": "cannot be worked out"}


def test_a_child_is_counted_after_a_year_in_care_on_the_day():
    found = drawn(DENTAL_CHECKS, health_checks="", as_at=date(2025, 4, 1))
    assert set(found) == {"c1", "c2"}


def test_a_first_day_that_cannot_be_read_leaves_the_child_unknown():
    for indicator in (HEALTH_ASSESSMENTS, DENTAL_CHECKS, IMMUNISATIONS, QUESTIONNAIRES):
        episodes = LONG.replace("2020-01-01", "?")
        assert drawn(indicator, care_episodes=episodes) == {"c1": "cannot be worked out"}


def test_immunisations_are_told_of_the_month_of_the_figures():
    told = "child | up_to_date | as_at\n---+---+---\nann | {} | 2025-03-31"
    assert drawn(IMMUNISATIONS, immunisations=told.format("yes")) == {"c1": "met"}
    assert drawn(IMMUNISATIONS, immunisations=told.format("no"), months=3) == {"c1": "not met"}
    assert drawn(IMMUNISATIONS, immunisations=told.format("")) == {"c1": "cannot be worked out"}


def test_a_score_of_the_last_twelve_months_is_returned():
    def scored(day, score="12", **more):
        told = f"questionnaire | child | completed_on | score\n-+-+-+-\nq|ann|{day}|{score}"
        return drawn(QUESTIONNAIRES, questionnaires=told, **more)

    assert scored("2024-03-31") == {"c1": "met"}
    assert scored("2024-03-30") == {"c1": "not met"}
    assert scored("2025-03-30", "") == {"c1": "not met"}
    assert scored("2024-03-30", complete_from=date(2025, 4, 1)) == {"c1": "cannot be worked out"}
    assert scored("2025-03-30", children=CHILDREN.replace("2014-01", "2008-03")) == {}
    assert scored("2025-03-30", children=CHILDREN.replace("2014-01", "2008-04")) == {"c1": "met"}
    assert scored("2025-03-30", children=CHILDREN.replace("2014-01", "2021-04")) == {}
    assert scored("2025-03-30", children="") == {"c1": "cannot be worked out"}


def first(episodes, *days, as_at="2025-03-31", **given):
    tables = {"care_episodes": episodes, "health_checks": checks("HEALTH", *days)}
    day = date.fromisoformat(as_at)
    return outcomes(FIRST_HEALTH_ASSESSMENT, tables, as_at=day, **given)


CAME = """
    episode | child | care | started_on | ended_on | start_reason
    --------+-------+------+------------+----------+-------------
    e1      | ann   | c1   | 2024-12-02 |          | S
    """


@pytest.mark.parametrize(
    ("days", "as_at", "outcome"),
    [
        (["2025-01-02"], "2025-03-31", "met"),
        (["2025-01-03"], "2025-03-31", "not met"),
        ([], "2025-01-02", "still open"),
        ([], "2025-01-03", "not met"),
        (["2024-12-01"], "2025-01-31", "not met"),
    ],
)
def test_the_first_assessment_is_due_in_20_working_days_over_christmas(days, as_at, outcome):
    assert first(CAME, *days, as_at=as_at) == {"c1": outcome}


def test_who_left_within_20_working_days_is_not_counted_and_who_came_earlier_neither():
    assert first(CAME.replace("|          | S", "| 2025-01-02 | S")) == {}
    assert first(CAME.replace("|          | S", "| 2025-01-03 | S")) == {"c1": "not met"}
    assert first(CAME.replace("2024-12-02", "2024-03-31")) == {}


def test_what_is_not_known_of_the_beginning_cannot_be_worked_out():
    unknown = "cannot be worked out"
    assert first(CAME.replace("2024-12-02", "?")) == {"c1": unknown}
    assert first(CAME.replace("| S", "| L")) == {"c1": unknown}
    assert first(CAME, complete_from=date(2025, 3, 31)) == {"c1": unknown}
    later = CAME.replace("2024-12-02", "2029-01-02")
    assert first(later, as_at="2029-01-31") == {"c1": unknown}
