"""Headings of tables: over two rows, again in the body, unknown, remembered, across."""

from goldenthread.documents.plans.tests.sheets import acts, asked, numbers, read


def test_headings_over_two_rows_are_joined():
    proposal = read(
        """
        No | Recommendation | Action | Timescale | <      | Lead
        ^  | ^              | ^      | Ofsted    | Local  | ^
        1  | Thresholds     | Meet   | 3 months  | June   | Asha Verity
        """
    )
    assert proposal["items"][0]["timescale"] == "3 months"
    assert proposal["actions"][0]["local_timescale"] == "June"


def test_headings_again_in_the_body_are_no_row():
    proposal = read(
        """
        No | Recommendation | Action   | Lead officer
        1  | Thresholds     | Meet     | Asha Verity
        No | Recommendation | Action   | Lead Office
           |                | Write    | Asha Verity
        """
    )
    assert len(proposal["actions"]) == 2


def test_an_unknown_heading_is_asked_about_and_kept():
    proposal = read(
        """
        No | Recommendation | Action | Lead        | Cost centre
        1  | Thresholds     | Meet   | Asha Verity | X12
        """
    )
    assert proposal["actions"][0]["other"] == {"Cost centre": "X12"}
    assert "What does the column “Cost centre” hold?" in asked(proposal)[0]


def test_a_remembered_heading_is_not_asked_about():
    proposal = read(
        """
        No | Recommendation | Action | Lead        | Cost centre
        1  | Thresholds     | Meet   | Asha Verity | A letter
        """,
        remembered={"Cost centre": "test"},
    )
    assert proposal["actions"][0]["test"] == "A letter"
    assert asked(proposal) == []


def test_headings_across_the_table_are_items():
    proposal = read(
        """
        Actions | Owner | By when | Success measure
        1. Improve the front door | < | < | <
        Outcome: Children get help sooner | < | < | <
        Meet heads | Asha Verity | May 2025 | Audit
        2. Improve plans | < | < | <
        Write a guide | Asha Verity | May 2025 | Audit
        """
    )
    assert numbers(proposal) == [("1", "Improve the front door"), ("2", "Improve plans")]
    assert proposal["items"][0]["measures_of_impact"] == ["Children get help sooner"]
    assert acts(proposal, "test") == [(["1"], "Audit"), (["2"], "Audit")]


def test_a_table_without_headings_goes_on_with_the_one_before():
    proposal = read(
        "No | Recommendation | Action | Lead\n1 | Thresholds | Meet | Asha Verity",
        "2 | Supervision | Train | Asha Verity",
    )
    assert [item["number"] for item in proposal["items"]] == ["1", "2"]


def test_a_key_of_colours_is_no_plan():
    proposal = read("Status | Meaning\nBlue | Complete\nGreen | On track")
    assert proposal["items"] == []
    assert proposal["actions"] == []


def test_two_columns_for_one_thing_are_asked_about():
    proposal = read(
        """
        No | Recommendation | Action | Lead officer | Responsible
        1  | Thresholds     | Meet   | Asha Verity  | Bram Okonjo
        """
    )
    assert proposal["actions"][0]["other"] == {"Responsible": "Bram Okonjo"}
    assert "“Lead officer” is taken for the lead." in asked(proposal)[0]


def test_a_heading_that_is_only_like_a_known_one_is_asked_about():
    proposal = read(
        """
        No | Recommendation | Action | Lead officer for this action
        1  | Thresholds     | Meet   | Asha Verity
        """
    )
    assert proposal["actions"][0]["leads"] == ["Asha Verity"]
    assert "hold the lead?" in asked(proposal)[0]


def test_a_heading_under_a_shared_one_may_come_first():
    proposal = read(
        """
        No | Recommendation | Action | Officer     | <
        ^  | ^              | ^      | Responsible | Supporting
        1  | Thresholds     | Meet   | Asha Verity | Bram Okonjo
        """
    )
    assert proposal["actions"][0]["leads"] == ["Asha Verity"]
    assert proposal["actions"][0]["delegates"] == ["Bram Okonjo"]
