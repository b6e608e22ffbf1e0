"""A report to Cabinet, as text, Word and PDF, read field by field."""

import pytest

from goldenthread.documents.papers import decision, question
from goldenthread.documents.papers.tests import drawn

BACKGROUND = drawn.DECISION_BODY[2]


@pytest.fixture(params=drawn.FORMS, scope="module")
def paper(request):
    return drawn.decision(request.param)


@pytest.fixture(scope="module")
def read(paper):
    return decision.read(paper)


def test_it_looks_like_a_decision_report_and_not_like_a_question(paper):
    assert decision.looks_like(paper) > 0.5
    assert question.looks_like(paper) == 0


def test_each_label_of_the_front_page_has_its_text(read):
    front = {label: read["fields"][label] for label, _ in drawn.DECISION_FRONT}
    assert front == dict(drawn.DECISION_FRONT)


def test_the_fields_stand_in_printed_order(read):
    labels = [label for label, _ in drawn.DECISION_FRONT]
    assert list(read["fields"])[: len(labels)] == labels


def test_sections_that_are_fields_of_other_forms_are_fields(read):
    assert list(read["fields"])[len(drawn.DECISION_FRONT) :] == [
        "Purpose of report",
        "Recommendations",
        "Financial implications",
        "Legal implications",
    ]
    assert read["fields"]["Legal implications"] == "5.1 The council has a duty to publish the plan."


def test_the_fields_are_also_known_by_what_they_mean(read):
    assert read["decision"] == {
        "decision_maker": "Cabinet",
        "date": "2023-06-13",
        "title": dict(drawn.DECISION_FRONT)["Report title"],
        "key": True,
        "publication": "No",
        "summary": "1.1 To ask Cabinet to approve the improvement plan.",
        "recommended": [
            "2.1 That Cabinet approves the improvement plan at Appendix 1.",
            "2.2 That Cabinet agrees an allocation of £390,000 from reserves in 2023/24.",
        ],
        "alternatives": [],
        "wards": "All",
        "scrutiny": None,
        "monitoring_officer": "Yes RT",
        "initials": "RT",
    }


def test_people_have_their_posts_and_numbers(read):
    assert read["people"] == [
        {
            "role": "Portfolio holder",
            "name": "Councillor Robin Vale",
            "post": "Cabinet Member for Children",
            "telephone": None,
            "email": None,
        },
        {
            "role": "Report author and contact details",
            "name": "Sam Okoro",
            "post": "Head of Improvement",
            "telephone": "01632 960123",
            "email": "sam.okoro@aldermere.example",
        },
    ]


def test_judgements_keep_the_printed_grade_beside_its_code(read):
    found = [(j["area"], j["grade"], j["grade_printed"], j["body"]) for j in read["judgements"]]
    assert found == [
        ("overall_effectiveness", "requires_improvement", "Requires improvement to be good", "la"),
        ("leaders_impact", "requires_improvement", "Requires improvement", "la"),
        ("in_care", "good", "Good", "la"),
        ("care_leavers", "inadequate", "Inadequate", "la"),
    ]
    assert [j["parent"] for j in read["judgements"]] == [None] * 4


def test_the_inspection_has_its_days_and_framework(read):
    assert read["inspection"] == {
        "start": "2023-02-27",
        "end": "2023-03-10",
        "text": "27 February 2023 to 10 March 2023",
        "framework": "ILACS",
    }


def test_the_stated_number_of_recommendations_is_read_from_words(read):
    assert read["recommendation_count"] == 9


def test_the_deadline_is_stated_computed_and_compared(read):
    assert read["published"] == "2023-05-09"
    deadline = read["deadline"]
    assert (deadline["stated"], deadline["working_days"]) == ("2023-08-18", 70)
    assert (deadline["computed"], deadline["difference_days"]) == ("2023-08-16", 2)


def test_sums_have_nature_and_year(read):
    found = [(m["amount"], m["nature"], m["nature_printed"], m["year"]) for m in read["money"]]
    assert found == [
        (390_000, "request", None, "2023/24"),
        (120_000, "one-off", "one-off", None),
        (360_000, "recurrent", "recurrent", "a year"),
        (360_000, "recurrent", "recurrent", "2024/25 and beyond"),
        (75_000, "saving", "savings", "2024/25 and beyond"),
    ]
    assert all(m["printed"] in m["text"] for m in read["money"])


def test_the_request_is_checked_against_the_costs(read):
    assert read["money_check"] == {
        "one_off": 120_000,
        "recurrent": 360_000,
        "months": 9,
        "part_year": 270_000,
        "sum": 390_000,
        "request": 390_000,
        "agrees": True,
    }


def test_forums_that_watch_the_plan_are_found_and_past_meetings_are_not(read):
    assert [(f["name"], f["role"]) for f in read["forums"]] == [
        ("Children’s Improvement Board", "monitors"),
        ("Senior Leadership Team", "monitors"),
        ("Children and Families Scrutiny Committee", "receives reports"),
    ]


def test_a_past_meeting_is_a_date_with_its_forum(read):
    met = next(d for d in read["dates"] if d["earliest"] == "2023-05-24")
    assert met["text"] == "24 May 2023"
    assert met["where"] == "6 Governance"


def test_sections_have_number_heading_and_paragraphs(read):
    found = [(s["number"], s["heading"], len(s["paragraphs"])) for s in read["sections"]]
    assert found == [
        ("1", "Purpose of report", 1),
        ("2", "Recommendations", 2),
        ("3", "Background", 6),
        ("4", "Financial implications", 2),
        ("5", "Legal implications", 1),
        ("6", "Governance", 1),
    ]


def test_every_filled_field_and_finding_has_a_place(read):
    for label, text in read["fields"].items():
        if text and label in dict(drawn.DECISION_FRONT):
            assert read["sources"][f"fields/{label}"]
    for kind in ("judgements", "money", "forums"):
        assert all(read["sources"][f"{kind}/{n}"] for n in range(len(read[kind])))


def test_only_the_deadline_that_does_not_fit_is_asked(read):
    assert [q["where"] for q in read["questions"]] == ["deadline"]
    assert "2 days later" in read["questions"][0]["question"]
    assert read["issues"] == []
