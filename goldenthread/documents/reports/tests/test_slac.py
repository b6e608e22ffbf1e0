"""Reports of safeguarding and looked after children inspections, made up and real."""

import json

import pytest

from goldenthread.documents.containers.opening import open_bytes, open_document
from goldenthread.documents.reports import letters, slac
from goldenthread.documents.reports.tests.comparing import without_places
from goldenthread.documents.reports.tests.slac_drawn import (
    FORMS,
    LOOKED_AFTER,
    OPENING,
    RECORD,
    REPORT,
    SAFEGUARDING,
    as_pdf,
    as_raw_text,
    as_text,
)

OUTCOMES = "How good are outcomes for looked after children and care leavers?"


def by_area(proposal):
    return {judgement["area"]: judgement for judgement in proposal["judgements"]}


@pytest.fixture(params=FORMS)
def report(request):
    return slac.read(FORMS[request.param]())


def test_all_forms_of_a_report_are_read_the_same():
    pdf, word, text = (without_places(slac.read(draw())) for draw in FORMS.values())
    assert pdf == word == text


def test_a_text_without_blank_lines_is_read_the_same():
    found, expected = (without_places(slac.read(draw())) for draw in (as_raw_text, as_pdf))
    fields = ("paragraphs", "judgements", "recommendations", "graded_headings")
    assert {f: found[f] for f in fields} == {f: expected[f] for f in fields}


def test_a_heading_with_a_number_only_takes_its_word_from_the_scale():
    pieces = [(s, t.replace("Grade 1 (Outstanding)", "Grade 1")) for s, t in REPORT]
    heading = slac.read(as_pdf(pieces))["graded_headings"][7]
    assert (heading["grade"], heading["grade_printed"]) == ("outstanding", "Grade 1")


def test_the_title_page_gives_council_days_inspector_and_publication(report):
    expected = {
        "local_authority": "Aldermere",
        "inspection_start": "2011-05-09",
        "inspection_end": "2011-05-20",
        "published": "2011-06-24",
        "published_from": "page 1",
        "lead_inspector": "Rowan Thistle",
        "inspection_team": {"hmi": 3, "cqc": 2},
    }
    assert {name: report[name] for name in expected} == expected
    assert report["questions"] == []


def test_two_trees_of_judgements_are_merged_from_headings_and_record(report):
    judgements = by_area(report)
    assert len(report["graded_headings"]) == 9
    assert len(report["record_of_main_findings"]) == len(judgements) == 11
    assert judgements["safeguarding.overall_effectiveness"]["grade"] == "good"
    assert judgements["looked_after.overall_effectiveness"]["grade"] == "adequate"
    assert judgements["looked_after.economic_well_being"]["group"] == OUTCOMES
    assert judgements["looked_after.being_healthy"]["paragraphs"] == [14, 14]


def test_a_graded_line_without_a_heading_is_kept_and_listed(report):
    judgement = by_area(report)["looked_after.equality_and_diversity"]
    assert (judgement["grade"], judgement["paragraphs"]) == ("good", None)
    assert "judgements/looked_after.equality_and_diversity" in {
        i["where"] for i in report["issues"]
    }


def test_a_grade_that_differs_between_heading_and_record_is_an_issue_and_is_not_mended(report):
    judgement = by_area(report)["safeguarding.quality_of_provision"]
    assert judgement["grade_printed"] == "Good"
    assert judgement["heading_grade_printed"] == "Grade 3 (Adequate)"
    problems = [
        i["problem"] for i in report["issues"] if i["where"].endswith("quality_of_provision")
    ]
    assert problems == [
        "'Quality of provision' is Good in the record but Grade 3 (Adequate) in the text."
    ]


def test_areas_for_improvement_keep_their_timescale_and_tree(report):
    found = [(r["group"], r["section"], r["paragraph"]) for r in report["recommendations"]]
    assert found == [
        ("Immediately", "Safeguarding services", 7),
        ("Within three months", "Safeguarding services", 7),
        ("Within three months", "Safeguarding services", 7),
        ("Within six months", "Services for looked after children", 13),
    ]


def test_addressees_are_those_the_point_names_else_those_above_the_list(report):
    assert [r["addressees"] for r in report["recommendations"]] == [
        ["the council", "NHS Aldermere"],
        ["the local authority", "its partners"],
        ["Tarn and Fell NHS Trust"],
        ["the local authority", "its partners"],
    ]


def test_paragraphs_carry_their_headings_and_points(report):
    second = report["paragraphs"][1]
    assert [p["number"] for p in report["paragraphs"]] == list(range(1, 16))
    assert second["text"] == "The evidence evaluated by inspectors included:"
    assert len(second["bullets"]) == 2
    assert report["paragraphs"][14]["group"] == OUTCOMES
    assert report["paragraphs"][10]["group"] is None


def test_the_legal_power_is_quoted_with_its_paragraph(report):
    assert report["legal_power"] == {
        "act": "Children Act 2004",
        "power": "Children Act 2004",
        "text": "The inspection was carried out under the Children Act 2004.",
        "paragraph": 1,
    }


def test_the_evidence_base_has_sample_sizes(report):
    samples = [entry["samples"] for entry in report["evidence_base"]]
    assert samples == [
        [{"value": 45, "unit": "case files"}],
        [{"value": 12, "unit": "focus groups"}],
    ]


def test_the_grade_scale_is_read_with_its_meanings(report):
    assert [(s["grade"], s["code"]) for s in report["grade_scale"]] == [
        (1, "outstanding"),
        (2, "good"),
        (3, "adequate"),
        (4, "inadequate"),
    ]
    assert report["grade_scale"][2]["meaning"] == "A service that only meets minimum requirements"


def test_profile_figures_have_unit_and_sentence(report):
    profile = [(f["value"], f["unit"]) for f in report["figures"] if f["profile"]]
    assert profile == [
        (121400, "people"),
        (51, "schools"),
        (96, "children"),
        (214, "children"),
        (7.5, "%"),
    ]


def test_a_report_without_a_title_page_asks_for_the_publication_day_first():
    body = [*OPENING, *SAFEGUARDING, *LOOKED_AFTER, *RECORD]
    proposal = slac.read(as_text(body))
    assert [q["where"] for q in proposal["questions"]] == [
        "published",
        "inspection_start",
        "lead_inspector",
        "local_authority",
    ]
    assert proposal["published"] is None
    assert proposal["questions"][-1]["suggestion"] == proposal["local_authority"] == "Aldermere"


def test_months_on_the_title_page_are_kept_as_months():
    pieces = [(s, t.replace("9 to 20 May 2011", "April / May 2011")) for s, t in REPORT]
    proposal = slac.read(as_pdf(pieces))
    assert proposal["inspection_start"] is None
    assert proposal["inspection_period"] == {
        "text": "April / May 2011",
        "earliest": "2011-04-01",
        "latest": "2011-05-31",
        "precision": "month",
    }
    assert "inspection_start" in {q["where"] for q in proposal["questions"]}


def test_a_publication_day_in_the_file_name_is_only_a_guess():
    pieces = [piece for piece in REPORT if not piece[1].startswith("Published")]
    document = as_text(pieces)
    named = open_bytes(
        "\n".join(x.text for x in document.lines()).encode(), "report_24 June 2011.txt"
    )
    proposal = slac.read(named)
    assert (proposal["published"], proposal["published_from"]) == (None, "file name")
    assert proposal["published_guess"] == "2011-06-24"
    assert proposal["questions"][0]["where"] == "published"
    assert proposal["questions"][0]["suggestion"] == "2011-06-24"


def test_a_missing_paragraph_number_is_listed():
    pieces = [piece for piece in REPORT if not piece[1].startswith("11. ")]
    problems = [i["problem"] for i in slac.read(as_pdf(pieces))["issues"]]
    assert "No paragraph 11 was found between its neighbours." in problems


def test_a_heading_whose_number_and_word_disagree_is_an_issue():
    pieces = [(s, t.replace("Grade 1 (Outstanding)", "Grade 2 (Outstanding)")) for s, t in REPORT]
    problems = [i["problem"] for i in slac.read(as_pdf(pieces))["issues"]]
    assert (
        "'Being healthy' prints Grade 2 (Outstanding); on the scale Outstanding is 1." in problems
    )


def test_a_heading_without_a_line_in_the_record_is_kept_and_listed():
    pieces = [piece for piece in REPORT if piece != ("row", "Being healthy\tOutstanding")]
    proposal = slac.read(as_pdf(pieces))
    assert by_area(proposal)["looked_after.being_healthy"]["from"] == ["heading"]
    assert any("no line in the record" in i["problem"] for i in proposal["issues"])


def test_a_shorter_name_in_the_record_is_still_the_same_area():
    pieces = [
        (s, t.replace("Being healthy\tGrade", "Being healthy and fit\tGrade")) for s, t in REPORT
    ]
    judgement = by_area(slac.read(as_pdf(pieces)))["looked_after.being_healthy"]
    assert judgement["from"] == ["record", "heading"]


def test_only_such_a_report_looks_like_one():
    assert all(slac.looks_like(draw()) > 0.9 for draw in FORMS.values())
    assert slac.looks_like(open_bytes(b"Minutes of the board. Grade 2 hall.", "minutes.txt")) == 0.0
    assert all(letters.looks_like(draw()) == 0.0 for draw in FORMS.values())


REAL = ("seeds/002_b03559386502a15d.txt", "truth/files/002.docx", "truth/files/002.pdf")


@pytest.fixture(params=REAL)
def real(request, shared):
    proposal = slac.read(open_document(shared / request.param))
    return proposal, json.loads((shared / "truth" / "002.json").read_text())


@pytest.mark.shared
def test_every_paragraph_of_the_2012_report_is_read_in_each_form(real):
    proposal, key = real
    fields = ("number", "section", "group", "heading", "text")
    assert [[p[f] for f in fields] for p in proposal["paragraphs"]] == [
        [p[f] for f in fields] for p in key["paragraphs"]
    ]


@pytest.mark.shared
def test_every_grade_of_the_2012_report_is_read_in_each_form(real):
    proposal, key = real
    headings = [
        (h["section"], h["group"], h["label"], h["grade_number"], h["paragraphs"])
        for h in proposal["graded_headings"]
    ]
    record = [
        (r["section"], r["group"], r["label"], r["grade_printed"])
        for r in proposal["record_of_main_findings"]
    ]
    assert headings == [
        (h["section"], h["group"], h["area"], h["grade"], h["paragraphs"])
        for h in key["judgements_from_headings"]
    ]
    assert record == [
        (r["section"], r["printed_under"], r["area"], r["label"])
        for r in key["judgements_from_record"]
    ]
    assert len(proposal["judgements"]) == 22
    assert len(proposal["issues"]) == key["counts"]["mismatches"]


@pytest.mark.shared
def test_every_area_for_improvement_of_the_2012_report_is_read_in_each_form(real):
    proposal, key = real
    assert [
        (r["section"], r["group"], r["paragraph"], r["text"]) for r in proposal["recommendations"]
    ] == [
        (a["section"], a["timescale_group"], a["paragraph"], a["text"])
        for a in key["areas_for_improvement"]
    ]


@pytest.mark.shared
def test_the_2012_report_asks_for_the_publication_day_first(real):
    proposal, key = real
    assert proposal["published"] is None
    assert proposal["questions"][0]["where"] == "published"
    assert proposal["local_authority"] == key["authority"]
    assert proposal["inspection_team"] == key["inspection_team"]
    assert proposal["legal_power"]["act"] == key["act"]


@pytest.mark.shared
def test_the_2012_report_gives_nine_tenths_of_its_figures_and_none_that_the_key_lacks(real):
    proposal, key = real
    wanted = [(m["paragraph"], m["value"]) for m in key["metrics"]]
    found = [(f["paragraph"], f["value"]) for f in proposal["figures"]]
    assert all(figure in wanted for figure in found)
    assert len(found) >= 0.9 * len(wanted)
