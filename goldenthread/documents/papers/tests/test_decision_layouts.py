"""Other councils' forms, and what of a decision report is asked."""

import io

import docx
import pytest

from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.papers import decision
from goldenthread.documents.papers.tests import drawn
from goldenthread.documents.papers.tests.drawn import opened

FRONT = ("REPORT TO: CABINET", "", "DATE: 6 JUNE 2023", "", "SUBJECT: THE PLAN", "")


def read(*lines):
    return decision.read(opened(*FRONT, *lines))


def test_a_label_that_wraps_is_one_label_even_when_the_wrap_breaks_a_word():
    fields = read("FREEDOM OF ", "INFORMATION/STA", "TUS:", "", "Public")["fields"]
    assert fields["FREEDOM OF INFORMATION/STATUS"] == "Public"


def test_labels_nested_under_a_blank_one_are_fields_of_their_own():
    fields = read(
        "IMPLICATIONS:", "", "Statement by the ", "S151 Officer:", "Financial ", "Implications and ",
        "Risk Considerations:", "", "It is affordable.", "", "Wards Affected: ALL",
    )["fields"]  # fmt: skip
    assert fields["IMPLICATIONS"] == ""
    label = "Statement by the S151 Officer: Financial Implications and Risk Considerations"
    assert fields[label] == "It is affordable."
    assert fields["Wards Affected"] == "ALL"


def test_an_unknown_label_in_a_narrow_column_is_found_by_its_colon():
    fields = read("Canals and ", "Towpaths", "considered:", "", "None here.")["fields"]
    assert fields["Canals and Towpaths considered"] == "None here."


def test_a_form_without_colons_is_read_by_its_columns():
    fields = decision.read(drawn.decision_without_colons())["fields"]
    assert {label: fields[label] for label, _ in drawn.DECISION_FRONT} == dict(drawn.DECISION_FRONT)


def test_a_sentence_that_ends_with_a_colon_is_no_label():
    fields = read("SUMMARY: The plan.", "", "Cabinet is asked to:", "", "approve it.")["fields"]
    assert fields["SUMMARY"] == "The plan.\nCabinet is asked to:\napprove it."


def test_the_columns_of_a_tracking_grid_are_blank_fields():
    fields = read(
        "TRACKING/PROCESS DIRECTOR:", "", "Ward Members Partners", "", "Scrutiny Committee Council"
    )
    found = fields["fields"]
    labels = [
        "TRACKING/PROCESS",
        "DIRECTOR",
        "Ward Members",
        "Partners",
        "Scrutiny Committee",
        "Council",
    ]
    assert {label: found[label] for label in labels} == dict.fromkeys(labels, "")


def test_a_date_in_a_tracking_grid_whose_columns_are_lost_is_asked():
    questions = read("TRACKING/PROCESS DIRECTOR:", "", "Partners Council", "", "12/05/23")[
        "questions"
    ]
    assert any("columns are lost" in q["question"] for q in questions)


def test_a_tracking_grid_in_word_keeps_its_columns():
    document = docx.Document()
    table = document.add_table(rows=4, cols=2)
    cells = [
        "Report to",
        "Cabinet",
        "Wards affected",
        "All",
        "Ward Members",
        "Partners",
        "1 May 2023",
        "",
    ]
    for cell, text in zip((c for row in table.rows for c in row.cells), cells, strict=True):
        cell.text = text
    out = io.BytesIO()
    document.save(out)
    proposal = decision.read(open_bytes(out.getvalue(), "grid.docx"))
    assert proposal["fields"]["Ward Members"] == "1 May 2023"
    assert proposal["fields"]["Partners"] == ""
    assert proposal["sources"]["fields/Ward Members"] == {"table": 1, "row": 4, "cell": 1}


def test_four_columns_of_a_word_table_are_two_pairs():
    document = docx.Document()
    row = document.add_table(rows=1, cols=4).rows[0].cells
    for cell, text in zip(row, ("Report to", "Cabinet", "Date", "6 June 2023"), strict=True):
        cell.text = text
    out = io.BytesIO()
    document.save(out)
    fields = decision.read(open_bytes(out.getvalue(), "pairs.docx"))["fields"]
    assert fields == {"Report to": "Cabinet", "Date": "6 June 2023"}


def test_the_alternative_stands_apart_from_what_is_recommended():
    paper = read("RECOMMENDED OPTION: Approve the plan.", "", "The alternative is to reject it.")
    assert paper["decision"]["recommended"] == ["Approve the plan."]
    assert paper["decision"]["alternatives"] == ["The alternative is to reject it."]


@pytest.mark.parametrize(
    ("printed", "is_key"),
    [("KEY", True), ("Yes", True), ("Non-key", False), ("No", False), ("", None)],
)
def test_whether_it_is_a_key_decision(printed, is_key):
    assert read(f"TYPE OF DECISION: {printed}", "", "WARDS: All")["decision"]["key"] is is_key


def test_a_nested_bullet_is_part_of_the_judgement_above_and_the_board_is_another_body():
    judged = read(
        "1.0 OUTCOME", "The grades are:", "• Children Looked after and achieving permanence – require improvement",
        "o Adoption - good", "• Effectiveness of the LSCB - good",
    )["judgements"]  # fmt: skip
    assert [j["parent"] for j in judged] == [
        None,
        "Children Looked after and achieving permanence",
        None,
    ]
    assert [j["body"] for j in judged] == ["la", "la", "lscb"]
    assert judged[0]["grade_printed"] == "require improvement"


def test_a_judgement_in_a_sentence_is_read_where_no_list_gives_them():
    judged = read("1. Background", "Its overall effectiveness was judged to be ‘inadequate’.")[
        "judgements"
    ]
    assert [(j["label"], j["grade"]) for j in judged] == [("overall effectiveness", "inadequate")]


def test_a_request_called_one_off_that_holds_recurrent_cost_is_asked_s12():
    paper = read(
        "RECOMMENDED OPTION: Agree “one-off” funding from reserves of £65,000.", "", "1. Money",
        "The one-off cost is £35K. The recurrent cost is £60K in a full year, and 6 months of funding is asked for.",
    )  # fmt: skip
    assert paper["money_check"]["agrees"]
    asked = [q["question"] for q in paper["questions"] if q["where"] == "money"]
    assert asked[0].startswith("The funding nature differs from the cost nature")
    assert "£30,000 of it is recurrent" in asked[0]


def test_a_request_that_the_costs_do_not_make_up_is_asked():
    paper = read(
        "RECOMMENDED OPTION: Agree an allocation of £70,000.", "", "1. Money",
        "The one-off cost is £35K. The recurrent cost is £60K, and 6 months of funding is asked for.",
    )  # fmt: skip
    assert not paper["money_check"]["agrees"]
    assert any("£65,000, but £70,000 is asked for" in q["question"] for q in paper["questions"])


def test_two_different_requests_are_asked():
    paper = read(
        "RECOMMENDED OPTION: Agree an allocation of £70,000.",
        "",
        "SUMMARY: An allocation of £7,000 is sought.",
    )
    assert any("Two sums are asked for" in q["question"] for q in paper["questions"])


def test_two_counts_of_recommendations_are_asked():
    paper = read(
        "SUMMARY: The report has 11 recommendations.",
        "",
        "1. More",
        "It makes twelve recommendations.",
    )
    assert paper["recommendation_count"] == 11
    assert [q["where"] for q in paper["questions"]] == ["recommendation_count"]


def test_a_deadline_without_a_day_of_publication_is_not_worked_out_but_asked():
    paper = read("1. Background", "The action plan is due with Ofsted within 70 working days.")
    assert paper["deadline"]["computed"] is None
    assert paper["published"] is None
    assert [q["where"] for q in paper["questions"]] == ["published"]


def test_what_is_missing_from_the_form_is_an_issue():
    assert [i["where"] for i in read("WARDS: All")["issues"]] == ["recommended"]


def test_a_paper_without_telling_labels_is_no_decision_report():
    assert decision.looks_like(opened("Title: A story", "", "Date: 1 May 2023", "", "Once.")) == 0
    assert decision.looks_like(opened("An action plan", "", "1.1 Do this.")) == 0
