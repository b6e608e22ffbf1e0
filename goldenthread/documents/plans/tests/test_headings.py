"""Printed headings and the columns that they stand for."""

import pytest

from goldenthread.documents.plans import vocabulary
from goldenthread.documents.plans.headings import dated, fold, is_known, match, suggestion


def columns(*headings, remembered=None):
    return [found.column for found in match(headings, remembered)]


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("No", "number"),
        ("Area for\nImprovement", "item"),
        ("What needs to improve", "item"),
        ("Services likely to be judged 'Good' if:", "item"),
        ("Action Required By CSC", "text"),
        ("What will we do?", "text"),
        ("Ofsted Time scale", "timescale"),
        ("Timescale Completion", "local_timescale"),
        ("By when", "local_timescale"),
        ("Strategic Lead Office", "leads"),
        ("Responsible Officer(s)", "leads"),
        ("Sub delegate officers", "delegates"),
        ("Progress /\nComments", "progress"),
        ("BRAG", "status"),
        ("How will we know?", "test"),
        ("Evid.\nOn File", "evidence_on_file"),
        ("Date\nComp.", "completed"),
        ("Milestones", "measures_of_progress"),
        ("What difference will it make?", "measures_of_impact"),
    ],
)
def test_a_heading_that_councils_use_is_matched(heading, column):
    assert columns(heading) == [column]


def test_a_dated_heading_keeps_its_date():
    heading = "September 2013. Measures of progress Measures of Impact"
    assert columns(heading) == ["measures"]
    assert dated(heading) == "September 2013"
    assert dated("Update March 2014.") == "March 2014"
    assert dated("Progress at 12/06/2024") == "12/06/2024"
    assert dated("Lead officer") is None


def test_progress_of_a_day_is_an_update():
    assert columns("Progress June 2024") == ["update"]
    assert columns("Q1 2024/25") == ["update"]


def test_a_misprint_is_near_enough():
    found = match(["Responsable officer"])[0]
    assert found.column == "leads"
    assert found.score < 1


def test_an_unknown_heading_has_no_column():
    found = match(["Cost centre code", ""])
    assert [one.column for one in found] == [None, None]
    assert found[0].why == "the words are not known"


def test_an_unknown_heading_near_a_known_one_gets_a_suggestion():
    assert suggestion("Officer who leads on this item") is not None
    assert suggestion("Zebra") is None


def test_what_a_person_chose_before_overrides():
    assert columns("Test", "Zebra", remembered={"test": "progress", "ZEBRA": "leads"}) == [
        "progress",
        "leads",
    ]


def test_two_headings_never_share_a_column():
    found = match(["Impact", "What difference will it make?"])
    assert [one.column for one in found] == ["measures_of_impact", "other"]
    assert "Impact" in found[1].why


def test_several_dated_updates_are_all_updates():
    assert columns("Update March 2014", "Update June 2014") == ["update", "update"]


def test_a_priority_is_the_item_only_where_nothing_better_is():
    assert columns("Priority", "Action") == ["item", "text"]
    assert columns("Priority", "Recommendation") == ["other", "item"]


def test_the_owner_leads_where_a_sponsor_stands_beside():
    assert columns("SRO", "Action") == ["leads", "text"]
    assert columns("SRO", "Action owner") == ["other", "leads"]


def test_a_completion_date_is_the_deadline_where_no_other_is():
    assert columns("Action", "Completion date") == ["text", "local_timescale"]
    assert columns("Deadline", "Completion date") == ["local_timescale", "completed"]


def test_a_sentence_is_no_heading():
    assert not is_known("The lead officer will tell the board what progress was made and by when.")
    assert not is_known("")
    assert is_known("Lead\nOfficer")


def test_every_phrase_is_folded_and_stands_once():
    phrases = [p for listed in vocabulary.PHRASES.values() for p in listed]
    phrases += vocabulary.ITEM_IF_NONE_BETTER + vocabulary.LEADS_IF_NONE_BETTER
    assert [p for p in phrases if fold(p) != p] == []
    assert sorted({p for p in phrases if phrases.count(p) > 1}) == []
