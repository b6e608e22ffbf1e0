"""Each check of the data on a drawn table: which rows it looks at, and which fail."""

from datetime import date

import pytest

from goldenthread.engine import quality
from goldenthread.engine.quality import Effect, Found
from goldenthread.indicators.care.placed_with_parents import PLACED_WITH_PARENTS
from goldenthread.indicators.quality.catalogue import CHECKS
from goldenthread.tables.catalogue import TABLES
from tests.spec import drawn

AS_AT = date(2025, 3, 31)
DRAWN = {
    "UNREADABLE": {
        "referrals": """
            referral | child | referral_date
            ---------+-------+--------------
            fails    | ann   | ?
            fits     | bob   | 2025-01-01
            empty    | cat   |
            """,
        "placements": """
            placement | child | started_on
            ----------+-------+-----------
            fails2    | ann   | ?
            """,
    },
    "END_BEFORE_START": {
        "cp_plans": """
            cp_plan | child | started_on | ended_on
            --------+-------+------------+-----------
            fails   | ann   | 2025-02-02 | 2025-02-01
            same    | bob   | 2025-02-02 | 2025-02-02
            open    | cat   | 2025-02-02 |
            unknown | dan   |            | 2025-02-01
            """,
    },
    "AHEAD": {
        "referrals": """
            referral | child | referral_date
            ---------+-------+--------------
            fails    | ann   | 2025-04-01
            today    | bob   | 2025-03-31
            """,
    },
    "CHILD_UNKNOWN": {
        "children": """
            child | sex
            ------+----
            ann   | F
            ann   | F
            """,
        "referrals": """
            referral | child | referral_date
            ---------+-------+--------------
            known    | ann   | 2025-01-01
            fails    | bob   | 2025-01-01
            """,
    },
    "NO_TEAM": {
        "cin_plans": """
            cin_plan | child | started_on | ended_on   | team
            ---------+-------+------------+------------+-----
            fails    | ann   | 2025-01-01 |            |
            north    | bob   | 2025-01-01 |            | North
            over     | cat   | 2025-01-01 | 2025-02-01 |
            """,
    },
    "ADULT_OPEN": {
        "children": """
            child | birth_day
            ------+-----------
            ann   | 2007-03-31
            bob   | 2007-04-01
            cat   |
            dan   | 2000-01-01
            """,
        "cp_plans": """
            cp_plan | child | started_on | ended_on
            --------+-------+------------+-----------
            fails   | ann   | 2025-01-01 |
            tomorrow | bob  | 2025-01-01 |
            unknown | cat   | 2025-01-01 |
            over    | dan   | 2017-01-01 | 2017-06-01
            """,
    },
    "ASSESSMENT_BEFORE_REFERRAL": {
        "referrals": """
            referral | child | referral_date
            ---------+-------+--------------
            r1       | ann   | 2025-01-10
            """,
        "assessments": """
            assessment | child | referral | started_on
            -----------+-------+----------+-----------
            fails      | ann   | r1       | 2025-01-09
            same       | ann   | r1       | 2025-01-10
            unknown    | ann   | r1       |
            alone      | ann   |          | 2025-01-01
            """,
    },
    "ENQUIRY_BEFORE_REFERRAL": {
        "referrals": """
            referral | child | referral_date
            ---------+-------+--------------
            r1       | ann   | 2025-01-10
            """,
        "s47_enquiries": """
            enquiry | child | referral | started_on
            --------+-------+----------+-----------
            fails   | ann   | r1       | 2025-01-09
            same    | ann   | r1       | 2025-01-10
            """,
    },
    "ASSESSMENT_LEFT_OPEN": {
        "referrals": """
            referral | child | referral_date | closed_on
            ---------+-------+---------------+-----------
            r1       | ann   | 2025-01-10    | 2025-02-10
            r2       | ann   | 2025-01-10    |
            """,
        "assessments": """
            assessment | child | referral | started_on | authorised_on
            -----------+-------+----------+------------+--------------
            fails      | ann   | r1       | 2025-01-10 |
            finished   | ann   | r1       | 2025-01-10 | 2025-02-01
            goes-on    | ann   | r2       | 2025-01-10 |
            """,
    },
    # 45 working days before Monday 31 March 2025, with no holiday between, is 27 January.
    "ASSESSMENT_OPEN_45WD": {
        "assessments": """
            assessment | child | started_on | authorised_on
            -----------+-------+------------+--------------
            boundary   | ann   | 2025-01-27 |
            fails      | ann   | 2025-01-24 |
            finished   | ann   | 2024-01-24 | 2025-03-30
            unknown    | ann   |            |
            """,
    },
    "ENQUIRY_NO_CONFERENCE": {
        "s47_enquiries": """
            enquiry  | child | started_on | conference_not_needed | no_further_action
            ---------+-------+------------+-----------------------+------------------
            boundary | ann   | 2025-03-10 |                       |
            fails    | ann   | 2025-03-07 |                       |
            needless | ann   | 2025-01-07 | yes                   |
            ended    | ann   | 2025-01-07 |                       | yes
            held     | ann   | 2025-01-07 | no                    | no
            """,
        "conferences": """
            conference | child | enquiry | held_on
            -----------+-------+---------+-----------
            c1         | ann   | held    | 2025-02-20
            c2         | ann   | held    | 2025-02-21
            c3         | ann   | fails   |
            """,
    },
    "CONFERENCE_WEEKEND": {
        "conferences": """
            conference | child | held_on
            -----------+-------+-----------
            friday     | ann   | 2025-03-28
            fails      | ann   | 2025-03-29
            fails2     | ann   | 2025-03-30
            monday     | ann   | 2025-03-31
            none       | ann   |
            """,
    },
    "TARGET_WEEKEND": {
        "conferences": """
            conference | child | target_date
            -----------+-------+-----------
            friday     | ann   | 2025-04-11
            fails      | ann   | 2025-04-12
            """,
    },
    "PLAN_NO_CONFERENCE": {
        "cp_plans": """
            cp_plan | child | started_on | of_another_authority
            --------+-------+------------+---------------------
            held    | ann   | 2025-01-10 |
            fails   | bob   | 2025-01-10 |
            moved   | cat   | 2025-01-10 | yes
            unknown | dan   |            |
            """,
        "conferences": """
            conference | child | held_on
            -----------+-------+-----------
            c1         | ann   | 2025-01-10
            c2         | ann   | 2025-01-10
            c3         | bob   | 2025-01-09
            """,
    },
    "REVIEW_BEFORE_PLAN": {
        "cp_plans": """
            cp_plan | child | started_on | team
            --------+-------+------------+------
            p1      | ann   | 2025-01-10 | North
            """,
        "cp_reviews": """
            review | child | cp_plan | held_on
            -------+-------+---------+-----------
            fails  | ann   | p1      | 2025-01-10
            after  | ann   | p1      | 2025-01-11
            ahead  | ann   | p1      |
            """,
    },
    "PLANS_OVERLAP": {
        "cp_plans": """
            cp_plan | child | started_on | ended_on
            --------+-------+------------+-----------
            first   | ann   | 2024-01-10 | 2024-06-10
            next    | ann   | 2024-06-10 |
            fails   | ann   | 2024-07-10 | 2024-08-01
            other   | bob   | 2024-07-10 |
            """,
    },
    "NEED_AND_PROTECTION": {
        "cin_plans": """
            cin_plan | child | started_on | ended_on
            ---------+-------+------------+-----------
            fails    | ann   | 2024-01-10 |
            before   | ann   | 2023-01-10 | 2024-03-01
            after    | ann   | 2024-06-01 |
            other    | bob   | 2024-01-10 |
            """,
        "cp_plans": """
            cp_plan | child | started_on | ended_on
            --------+-------+------------+-----------
            p1      | ann   | 2024-03-01 | 2024-06-01
            """,
    },
    "PLACEMENTS_OVERLAP": {
        "placements": """
            placement | child | started_on | ended_on
            ----------+-------+------------+-----------
            first     | ann   | 2024-01-10 |
            fails     | ann   | 2024-06-10 |
            """,
    },
    "POLICE_PROTECTION_72H": {
        "care_episodes": """
            episode  | child | started_on | ended_on   | legal_status
            ---------+-------+------------+------------+-------------
            boundary | ann   | 2025-03-01 | 2025-03-04 | L1
            fails    | bob   | 2025-03-01 | 2025-03-05 | L1
            fails2   | cat   | 2025-03-27 |            | L1
            other    | dan   | 2025-01-01 |            | C2
            """,
    },
}
# Rows that a check leaves aside, since its question does not arise.
ASIDE = {
    "open", "unknown", "over", "alone", "finished", "goes-on", "needless", "ended", "none",
    "moved", "other",
}  # fmt: skip
STILL_ASKED = {
    "ADULT_OPEN": {"unknown"},
    "ASSESSMENT_BEFORE_REFERRAL": {"unknown"},
    "ASSESSMENT_LEFT_OPEN": {"finished"},
    "ASSESSMENT_OPEN_45WD": {"unknown"},
    "END_BEFORE_START": {"unknown"},
    "NEED_AND_PROTECTION": {"other"},
    "PLANS_OVERLAP": {"other"},
}


def inputs(tables, months=1):
    return drawn.inputs(None, tables, as_at=AS_AT, months=months)


@pytest.mark.parametrize("name", CHECKS)
def test_it_looks_at_what_it_should_and_finds_what_does_not_fit(name):
    tables = DRAWN[name]
    rows = CHECKS[name].rows(inputs(tables)).to_pyarrow().to_pylist()
    drawn_cases = _cases(name, tables)
    aside = ASIDE - STILL_ASKED.get(name, set())
    assert {row["case"] for row in rows} == drawn_cases - aside
    assert {row["case"] for row in rows if row["fails"]} == {
        each for each in drawn_cases if each.startswith("fails")
    }
    assert len(rows) == len({row["case"] for row in rows})


def _cases(name, tables):
    """The names in the first column of the tables that the check's rows are of."""
    about = {
        "CHILD_UNKNOWN": ("referrals",), "ADULT_OPEN": ("cp_plans",),
        "ASSESSMENT_BEFORE_REFERRAL": ("assessments",),
        "ENQUIRY_BEFORE_REFERRAL": ("s47_enquiries",), "ASSESSMENT_LEFT_OPEN": ("assessments",),
        "ENQUIRY_NO_CONFERENCE": ("s47_enquiries",), "PLAN_NO_CONFERENCE": ("cp_plans",),
        "REVIEW_BEFORE_PLAN": ("cp_reviews",), "NEED_AND_PROTECTION": ("cin_plans",),
    }.get(name, tuple(tables))  # fmt: skip
    lines = [line for table in about for line in tables[table].strip().splitlines()[2:]]
    return {line.split("|")[0].strip() for line in lines}


def test_each_check_says_what_is_wrong_what_to_do_and_which_columns_it_needs():
    for check in CHECKS.values():
        assert check.says.endswith(".")
        assert check.do.endswith(".")
        assert check.source
        for table, columns in check.needs.items():
            assert set(columns) <= set(TABLES[table].by_name)


PLACED = {
    "care_episodes": """
        episode | child | care | started_on | start_reason | team
        --------+-------+------+------------+--------------+------
        e1      | ann   | a    | 2025-01-01 | S            | North
        e2      | bob   | b    | 2025-01-01 | S            |
        e3      | cat   | c    | 2025-01-01 | S            |
        """,
    "placements": """
        placement | child | started_on | placement_type
        ----------+-------+------------+---------------
        p1        | ann   | 2025-01-01 | P1
        p2        | bob   | 2025-01-01 | P1
        """,
}


def test_what_is_found_is_counted_for_the_whole_and_for_each_team():
    check = CHECKS["NO_TEAM"]
    assert quality.found(check, inputs(PLACED)) == [
        Found(check="NO_TEAM", authority="999", team=team, looked_at=rows, failing=failing)
        for team, rows, failing in ((None, 3, 2), ("", 2, 2), ("North", 1, 0))
    ]
    rows = quality.failing(check, inputs(PLACED), authority="999")
    assert [(row["child"], row["case"]) for row in rows] == [("bob", "e2"), ("cat", "e3")]
    assert quality.failing(check, inputs(PLACED), authority="998") == []


def test_the_effect_on_a_figure_is_how_many_of_its_cases_stand_on_rows_that_failed():
    found = quality.effect(CHECKS["NO_TEAM"], PLACED_WITH_PARENTS, inputs(PLACED), authority="999")
    expected = Effect(check="NO_TEAM", indicator="CLA_PWP", cases=3, touched=2, unworked=1)
    assert found == expected
    nothing = quality.effect(CHECKS["NO_TEAM"], PLACED_WITH_PARENTS, inputs({}), authority="999")
    assert (nothing.cases, nothing.touched) == (0, 0)
