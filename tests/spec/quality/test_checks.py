"""Each check of the data on a drawn table: which rows it looks at, and which fail."""

from datetime import date

import pytest

from goldenthread.engine import quality
from goldenthread.engine.quality import Effect, Found
from goldenthread.indicators.care.placed_with_parents import PLACED_WITH_PARENTS
from goldenthread.indicators.quality import every_table
from goldenthread.indicators.quality.catalogue import CHECKS
from goldenthread.tables.catalogue import TABLES
from tests.spec import drawn

AS_AT = date(2025, 3, 31)
DRAWN = {
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
            other   | dan   |            |
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
ASIDE = {"alone", "finished", "goes-on", "needless", "ended", "none", "moved", "other"}
STILL_ASKED = {
    "ASSESSMENT_LEFT_OPEN": {"finished"},
    "NEED_AND_PROTECTION": {"other"},
    "PLANS_OVERLAP": {"other"},
}
# The table whose rows a check looks at, where several are drawn.
LOOKS_AT = {
    "ASSESSMENT_BEFORE_REFERRAL": "assessments",
    "ENQUIRY_BEFORE_REFERRAL": "s47_enquiries",
    "ASSESSMENT_LEFT_OPEN": "assessments",
    "ENQUIRY_NO_CONFERENCE": "s47_enquiries",
    "PLAN_NO_CONFERENCE": "cp_plans",
    "REVIEW_BEFORE_PLAN": "cp_reviews",
    "NEED_AND_PROTECTION": "cin_plans",
}


def inputs(tables, months=1):
    return drawn.inputs(None, tables, as_at=AS_AT, months=months)


def seen(name, tables):
    """The rows that a check looks at, and those of them that fail."""
    rows = CHECKS[name].rows(inputs(tables)).to_pyarrow().to_pylist()
    cases = {row["case"] for row in rows}
    assert len(rows) == len(cases)
    return cases, {row["case"] for row in rows if row["fails"]}


@pytest.mark.parametrize("name", DRAWN)
def test_it_looks_at_what_it_should_and_finds_what_does_not_fit(name):
    tables = DRAWN[name]
    lines = tables[LOOKS_AT.get(name, next(iter(tables)))].strip().splitlines()[2:]
    named = {line.split("|")[0].strip() for line in lines}
    cases, failing = seen(name, tables)
    assert cases == named - (ASIDE - STILL_ASKED.get(name, set()))
    assert failing == {each for each in named if each.startswith("fails")} != set()


def test_every_check_is_drawn():
    of_tables = {check.id for check in every_table.CHECKS}
    assert set(DRAWN) | of_tables == set(CHECKS)
    assert not set(DRAWN) & of_tables


CHILDREN = """
    child | birth_day
    ------+-----------
    ann   | 2007-03-31
    bob   | 2007-04-01
    cat   |
    ann   | 2007-03-31
    """
# By kind of check: the rows (name, child, first day, last day, team), which of them it looks at,
# and which fail. The day is 31 March 2025; Ann is eighteen on it and Bob a day later.
OF_EACH_TABLE = {
    "UNREADABLE": (
        ("a | ann | ? | | ", "b | bob | 2025-01-01 | | ", "c | cat | | | "),
        {"a", "b", "c"},
        {"a"},
    ),
    "END_BEFORE_START": (
        (
            "a | ann | 2025-02-02 | 2025-02-01 | ",
            "b | bob | 2025-02-02 | 2025-02-02 | ",
            "c | cat | 2025-02-02 | | ",
            "d | ann | | 2025-02-01 | ",
        ),
        {"a", "b", "d"},
        {"a"},
    ),
    "AHEAD": (
        ("a | ann | 2025-04-01 | | ", "b | bob | 2025-03-31 | | ", "c | cat | | | "),
        {"a", "b"},
        {"a"},
    ),
    "CHILD_UNKNOWN": (
        ("a | dan | 2025-01-01 | | ", "b | ann | 2025-01-01 | | "),
        {"a", "b"},
        {"a"},
    ),
    "NO_TEAM": (
        (
            "a | ann | 2025-01-01 | | ",
            "b | bob | 2025-01-01 | | North",
            "c | cat | 2025-01-01 | 2025-02-01 | ",
        ),
        {"a", "b"},
        {"a"},
    ),
    "ADULT": (
        (
            "a | ann | 2025-01-01 | | ",
            "b | bob | 2025-01-01 | | ",
            "c | cat | 2025-01-01 | | ",
            "d | ann | 2025-01-01 | 2025-02-01 | ",
            "e | dan | 2025-01-01 | | ",
        ),
        {"a", "b", "c"},
        {"a"},
    ),
}


@pytest.mark.parametrize("name", [check.id for check in every_table.CHECKS])
def test_of_each_table_it_is_asked_alike(name):
    (spell,) = [each for each in every_table.SPELLS if name.startswith(each.table.upper())]
    rows, looked_at, failing = OF_EACH_TABLE[name.removeprefix(f"{spell.table.upper()}_")]
    heading = [spell.case, "child", spell.start, spell.end]
    if spell.has_team:
        heading.append("team")
    else:
        rows = [row.rpartition("|")[0] for row in rows]
    text = "\n".join([" | ".join(heading), "---", *rows])
    tables = {"children": CHILDREN, spell.table: text}
    assert seen(name, tables) == (looked_at, failing)


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
    check = CHECKS["CARE_EPISODES_NO_TEAM"]
    assert quality.found(check, inputs(PLACED), authority="999") == [
        Found(
            check="CARE_EPISODES_NO_TEAM",
            authority="999",
            team=team,
            looked_at=rows,
            failing=failing,
        )
        for team, rows, failing in ((None, 3, 2), ("", 2, 2), ("North", 1, 0))
    ]
    (nothing,) = quality.found(check, inputs(PLACED), authority="998")
    assert (nothing.looked_at, nothing.failing) == (0, 0)
    rows = quality.failing(check, inputs(PLACED), authority="999")
    assert [(row["child"], row["case"]) for row in rows] == [("bob", "e2"), ("cat", "e3")]
    assert quality.failing(check, inputs(PLACED), authority="998") == []


def test_the_effect_on_a_figure_is_how_many_of_its_cases_stand_on_rows_that_failed():
    found = quality.effect(
        CHECKS["CARE_EPISODES_NO_TEAM"], PLACED_WITH_PARENTS, inputs(PLACED), authority="999"
    )
    expected = Effect(
        check="CARE_EPISODES_NO_TEAM", indicator="CLA_PWP", cases=3, touched=2, unworked=1
    )
    assert found == expected
    nothing = quality.effect(
        CHECKS["CARE_EPISODES_NO_TEAM"], PLACED_WITH_PARENTS, inputs({}), authority="999"
    )
    assert (nothing.cases, nothing.touched) == (0, 0)
