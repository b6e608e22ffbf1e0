"""Letters after focused visits and monitoring visits, drawn in five layouts and three forms."""

import pytest

from goldenthread.documents.reports import letters, slac
from goldenthread.documents.reports.tests.comparing import without_places
from goldenthread.documents.reports.tests.letters_drawn import FORMS, LETTERS, as_pdf, as_text

FACTS = {
    "first monitoring 2017": {
        "framework": "ILACS monitoring visit",
        "local_authority": "Aldermere Borough Council",
        "date": "2017-06-14",
        "visit_start": "2017-05-16",
        "visit_end": "2017-05-17",
        "published": "2017-06-14",
        "lead_inspector": "Rowan Thistle",
        "inspectors": ["Rowan Thistle", "Alder Finch"],
        "visit_number": 1,
    },
    "focused 2018": {
        "framework": "ILACS focused visit",
        "local_authority": "Aldermere",
        "date": "2018-03-13",
        "visit_start": "2018-02-28",
        "visit_end": "2018-03-01",
        "published": None,
        "lead_inspector": "Ivy Larkfield",
        "visit_number": None,
    },
    "focused 2023": {
        "framework": "ILACS focused visit",
        "local_authority": "Aldermere City Council",
        "date": "2023-11-21",
        "visit_start": "2023-10-10",
        "visit_end": "2023-10-11",
        "inspectors": ["Ivy Larkfield", "Reed Cotter"],
    },
    "priority 2024": {
        "date": "2024-02-09",
        "visit_start": "2024-01-09",
        "visit_end": "2024-01-11",
        "paragraph_numbers": "printed",
        "lead_inspector": "Reed Cotter",
    },
    "months only": {
        "framework": "ILACS monitoring visit",
        "date": None,
        "visit_start": None,
        "visit_number": 3,
        "lead_inspector": None,
    },
}


def read(name):
    return letters.read(as_pdf(LETTERS[name]))


def texts(statements):
    return [(s["paragraph"], s["text"]) for s in statements]


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_is_read_the_same_from_all_forms(name):
    pdf, word, text = (without_places(letters.read(draw(LETTERS[name]))) for draw in FORMS.values())
    assert pdf == word == text


@pytest.mark.parametrize("name", LETTERS)
def test_the_facts_of_a_letter_are_those_printed(name):
    proposal = read(name)
    assert {field: proposal[field] for field in FACTS[name]} == FACTS[name]
    assert proposal["kind"] == "letter"


def test_progress_and_what_is_not_yet_there_name_their_paragraphs():
    proposal = read("first monitoring 2017")
    assert texts(proposal["improved"]) == [
        (5, "Progress has been made from a low base."),
        (6, "The timeliness of first visits has improved."),
    ]
    assert texts(proposal["not_yet"]) == [
        (5, "Supervision is not yet regular."),
        (6, "Chronologies remain short."),
    ]


def test_what_needs_to_improve_is_not_yet_there_and_is_a_recommendation():
    proposal = read("focused 2023")
    points = [
        "The quality of decisions out of hours.",
        "The recording of children’s ethnicity and what it means for them.",
    ]
    assert [s["text"] for s in proposal["not_yet"] if s["paragraph"] == 5] == points
    assert [r["text"] for r in proposal["recommendations"]] == points
    assert {r["kind"] for r in proposal["recommendations"]} == {"area for improvement"}


def test_a_strength_that_remains_is_not_listed_as_not_yet():
    assert not any("remain strong" in s["text"] for s in read("focused 2023")["not_yet"])


def test_little_progress_is_no_progress():
    proposal = read("months only")
    assert proposal["improved"] == []
    assert [s["text"] for s in proposal["not_yet"]] == [
        "Little progress has been made.",
        "The pace of change is too slow.",
    ]


def test_an_area_for_priority_action_is_kept_apart():
    proposal = read("priority 2024")
    assert texts(proposal["priority_action"]) == [
        (4, "The safety of care leavers in temporary housing.")
    ]
    kinds = [r["kind"] for r in proposal["recommendations"]]
    assert kinds == ["area for priority action", "area for improvement"]


def test_no_areas_for_priority_action_is_none():
    assert read("months only")["priority_action"] == []


def test_the_scope_is_what_stands_below_its_heading():
    assert read("first monitoring 2017")["scope"].split("\n") == [
        "During the visit, inspectors looked at two areas:",
        "the work of the front door",
        "the use of thresholds by partners.",
        "The visit considered electronic records, and talks with staff.",
    ]


def test_without_a_heading_the_scope_is_the_opening_behind_its_first_paragraph():
    assert read("focused 2018")["scope"] == (
        "Inspectors looked at the local authority’s arrangements for children in need."
    )


def test_the_earlier_inspection_keeps_its_month():
    proposal = read("months only")
    assert proposal["previous_inspection"]["earliest"] == "2019-05-01"
    assert proposal["visit_period"]["text"] == "March 2021"
    assert {q["where"] for q in proposal["questions"]} >= {"published", "date", "visit_start"}


def test_a_paragraph_that_runs_over_a_page_stays_whole():
    sentence = "Workers see children at home and write down what the children tell them every week."
    long = " ".join([sentence] * 60)
    pieces = list(LETTERS["focused 2018"])
    at = pieces.index(("bold", "Overview")) + 1
    proposal = letters.read(as_pdf([*pieces[:at], ("text", long), *pieces[at:]]))
    overview = [p["text"] for p in proposal["paragraphs"] if p["section"] == "Overview"]
    assert overview == [long, "Leaders know their service. Plans are clear."]


def test_a_letter_whose_title_is_lost_is_still_told_by_its_first_sentence():
    pieces = [p for p in LETTERS["focused 2023"] if not p[1].startswith("Focused visit to")]
    document = as_text(pieces)
    assert letters.looks_like(document) > 0.5
    proposal = letters.read(document)
    assert proposal["framework"] == "ILACS focused visit"
    assert "local_authority" in {q["where"] for q in proposal["questions"]}


@pytest.mark.parametrize("name", LETTERS)
def test_only_a_letter_looks_like_one(name):
    document = as_pdf(LETTERS[name])
    assert letters.looks_like(document) > 0.9
    assert slac.looks_like(document) == 0.0
