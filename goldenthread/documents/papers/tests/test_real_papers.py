"""The two real papers, where they are at hand: every field of the first's key, each number of the second."""

import json
import re
from pathlib import Path

import pytest

from goldenthread.documents.containers.opening import open_document
from goldenthread.documents.papers import decision, question
from goldenthread.documents.papers.labels import folded

SHARED = Path(__file__).parents[4].parent / "shared"
pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="the real documents are not beside the project"),
]


def seed(number):
    return open_document(next((SHARED / "seeds").glob(f"{number}_*.txt")))


@pytest.fixture(scope="module")
def key():
    return json.loads((SHARED / "truth" / "003.json").read_text())


@pytest.fixture(scope="module")
def report():
    return decision.read(seed("003"))


@pytest.fixture(scope="module")
def answer():
    return question.read(seed("001"))


def same(one, other):
    return " ".join(one.split()) == " ".join(other.split())


def test_each_field_of_the_front_page_is_that_of_the_key(report, key):
    fields, front = report["fields"], key["decision_report"]
    implications = front["implications"]
    spelt = re.sub("RECOMMENDATIONS", "RECOMENDATIONS", front["subject"])
    assert fields["DECISION OF"] == front["decision_of"]
    assert fields["DATE"] == front["date_raw"]
    assert fields["SUBJECT"] == spelt
    assert fields["TYPE OF DECISION"] == front["type_of_decision"]
    assert fields["FREEDOM OF INFORMATION/STATUS"] == front["freedom_of_information_status"]
    assert fields["SUMMARY"] == front["summary"]
    options = f"{front['recommended_option']}\n{front['alternative_option']}"
    assert fields["OPTIONS & RECOMMENDED OPTION"] == options
    assert fields["IMPLICATIONS"] == ""
    aims = implications["corporate_aims_policy_framework"]
    assert fields["Corporate Aims/Policy Framework"] == f"{aims['question']}\n{aims['answer']}"
    label = "Statement by the S151 Officer: Financial Implications and Risk Considerations"
    assert fields[label] == implications["s151_officer_statement"]
    label = (
        "Statement by Executive Director of Resources (including Health and Safety Implications)"
    )
    assert fields[label] == implications["executive_director_of_resources_statement"]
    assert fields["Equality/Diversity implications"] == implications["equality_diversity"]
    officer = implications["considered_by_monitoring_officer"]
    assert fields["Considered by Monitoring Officer"].split() == list(officer.values())
    assert report["decision"]["initials"] == officer["initials"]
    assert fields["Wards Affected"] == front["wards_affected"]
    assert fields["Scrutiny Interest"] == front["scrutiny_interest"]


def test_the_tracking_grid_has_its_labels_and_no_dates(report, key):
    labels = list(report["fields"])
    grid = labels[labels.index("TRACKING/PROCESS") + 1 :]
    assert [folded(x) for x in grid] == [
        folded(x) for x in key["decision_report"]["tracking"]["labels"]
    ]
    assert {report["fields"][label] for label in grid} == {""}


def test_the_people_of_the_front_page_are_those_of_the_key(report, key):
    front = key["decision_report"]
    member, officer = report["people"]
    for read, wanted in ((member, front["report_from"]), (officer, front["contact_officer"])):
        assert {name: read[name] for name in wanted} == wanted


def test_options_date_and_key_decision_are_those_of_the_key(report, key):
    front, read = key["decision_report"], report["decision"]
    assert read["date"] == front["date"]
    assert read["key"] is True
    assert read["recommended"] == [front["recommended_option"]]
    assert read["alternatives"] == [front["alternative_option"]]


def test_seven_judgements_keep_print_parent_and_body(report, key):
    read = [(j["label"], j["grade_printed"], j["parent"]) for j in report["judgements"]]
    assert read == [(j["area"], j["grade_raw"], j["parent"]) for j in key["judgements"]]
    codes = {"Good": "good", "Requires improvement to be good": "requires_improvement"}
    assert [j["grade"] for j in report["judgements"]] == [
        codes[j["grade"]] for j in key["judgements"]
    ]
    assert [j["body"] for j in report["judgements"]] == ["la"] * 6 + ["lscb"]


def test_inspection_publication_and_the_seventy_days(report, key):
    days, inspection = key["deadlines"], key["inspection"]
    read = report["inspection"]
    assert (read["start"], read["end"]) == (inspection["start"], inspection["end"])
    assert read["framework"] == inspection["framework"]
    assert report["published"] == days["published"]
    deadline = report["deadline"]
    assert (deadline["stated"], deadline["working_days"]) == (
        days["deadline"],
        days["working_days"],
    )
    assert (deadline["computed"], deadline["difference_days"]) == (days["deadline"], 0)
    assert report["recommendation_count"] == key["recommendation_count"]
    brought = next(d for d in report["dates"] if d["earliest"] == days["report_to_cabinet"])
    assert brought["forums"] == ["Cabinet"]
    assert any(d["text"] == days["ofsted_review_raw"] for d in report["dates"])


def test_six_mentions_of_money_s12(report, key):
    assert [(m["amount"], m["printed"]) for m in report["money"]] == [
        (m["amount"], m["raw"]) for m in key["money"]
    ]
    natures = {
        "total requested": "request",
        "recurrent, each year": "recurrent",
        "one-off": "one-off",
    }
    assert [m["nature"] for m in report["money"]] == [natures[m["kind"]] for m in key["money"]]
    years = [m["year"] for m in report["money"]]
    assert years == ["2016/17", "2016/17", "2017/18 and beyond", None, "full year", "2016/17"]
    assert report["money"][1]["nature_printed"] == "one-off"
    assert report["money_check"]["part_year"] == key["money_arithmetic"]["derived_half_year"]
    assert report["money_check"]["agrees"]
    asked = [q["question"] for q in report["questions"] if q["where"] == "money"]
    assert len(asked) == 1
    assert asked[0].startswith("The funding nature differs from the cost nature")


def test_the_forums_are_those_of_the_key_and_the_one_with_an_interest(report, key):
    names = [f["name"] for f in report["forums"]]
    interested = key["decision_report"]["scrutiny_interest"]
    assert names == [*(f["name"] for f in key["monitoring_forums"]), interested]


def test_the_sections_hold_the_texts_of_the_key(report, key):
    for read, wanted in zip(report["sections"], key["sections"], strict=True):
        assert (read["number"], read["heading"]) == (wanted["number"], wanted["heading"])
        assert same(
            " ".join(wanted["paragraphs"]).replace(" o ", " "), " ".join(read["paragraphs"])
        )


def test_the_question_names_whom_and_what_it_is_about(answer):
    assert answer["asked_by"].startswith("Cllr")
    assert answer["asked_of"].lower().startswith("the cabinet member for children")
    assert answer["about_date"]["earliest"] == "2022-10-01"
    assert "monitoring visit" in answer["about"]
    assert answer["question"].endswith("?")
    assert len(answer["exchanges"]) == 1


def test_every_figure_of_the_answer_is_read(answer):
    found = [(f["value"], f["unit"], f["printed"]) for f in answer["figures"]]
    assert found == [
        (89, "percent", "89%"),
        (3, "reviews", "3 reviews"),
        (100, "percent", "every child"),
        (2, "years", "2 yrs"),
        (2, "families", "2 families"),
        (3, "children", "3 children"),
        (18, "months", "18mths"),
        (14, "children", "14 children"),
        (100, "percent", "all children"),
        (33, "percent", "33%"),
        (58, "percent", "58%"),
        (100, "percent", "all children"),
        (12, "months", "12mths"),
        (22, "case files", "22 case files"),
        (50, "percent", "half"),
        (26, "weeks", "26 weeks"),
        (4, "social workers", "four SWs"),
        (2, "agency staff", "Two further agency staff"),
    ]


def test_figures_have_the_names_of_their_own_lines(answer):
    names = [f["name"] for f in answer["figures"]]
    assert names[:3] == ["Current timeliness of visits", "Reviews", "Plans"]
    assert names[4:8] == ["CP over 2 yrs", "CP over 2 yrs", *["Planning over 18mths"] * 2]
    assert names[9:11] == ["Repeat planning", "ICPC timeliness"]
    assert names[16].startswith("SWs with caseloads")


def test_bad_news_change_and_nested_groups_are_kept(answer):
    figures = answer["figures"]
    adverse = [n for n, f in enumerate(figures) if (f["polarity"] or {}).get("sense") == "adverse"]
    assert adverse == [9, 10, 14, 15, 16]
    assert [figures[n]["trend"]["words"] for n in (4, 5)] == ["reduced to"] * 2
    assert figures[5]["nested_in"] == 7
    assert (figures[14]["nested_in"], figures[14]["denominator"], figures[14]["at_least"]) == (
        13,
        22,
        12,
    )


def test_percentages_without_a_whole_are_asked(answer):
    asked = {q["where"] for q in answer["questions"] if q["question"].endswith("not given.")}
    assert {f"figures/{n}" for n in (0, 1, 2, 9, 10)} <= asked
    assert {answer["figures"][n]["denominator"] for n in (0, 1, 2, 9, 10)} == {None}


def test_commitments_are_read_with_their_deadline_words(answer):
    read = [(c["kind"], c["deadline"] and c["deadline"]["text"]) for c in answer["commitments"]]
    assert read == [
        ("standing duty", "every week"),
        ("promise", "at pace"),
        ("promise", "prior to the next monitoring visit"),
        ("promise", None),
        ("under consideration", None),
        ("under consideration", None),
    ]


def test_each_sentence_on_what_inspectors_will_see_is_a_prediction(answer):
    starts = [" ".join(e["text"].split()[:3]) for e in answer["expected"]]
    assert starts == [
        "Ofsted will see",
        *["Ofsted will note"] * 2,
        "Revised frameworks and",
        "Ofsted will note",
    ]
    assert [len(e["points"]) for e in answer["expected"]] == [0, 5, 0, 0, 0]


@pytest.mark.parametrize("number", ["000", "002", "004"])
def test_plans_and_reports_are_neither(number):
    assert decision.looks_like(seed(number)) == 0
    assert question.looks_like(seed(number)) == 0


def test_the_two_papers_are_known_for_what_they_are():
    assert decision.looks_like(seed("003")) > 0.5
    assert question.looks_like(seed("001")) > 0.5
    assert decision.looks_like(seed("001")) == question.looks_like(seed("003")) == 0
