"""The real plans, where they are present: every cell of one, counts and chosen cells of another."""

import json
from collections import Counter

import pytest

from goldenthread.documents.containers.opening import open_document
from goldenthread.documents.plans.reader import looks_like, read

FIELDS = {
    "text": "text",
    "local_timescale": "local_timescale_raw",
    "leads": "lead_officers",
    "delegates": "sub_delegates",
    "progress": "progress",
    "test": "test",
    "evidence_on_file": "evidence_on_file",
    "completed": "date_complete",
}


def folded(value):
    words = " ".join(value) if isinstance(value, list) else value or ""
    return " ".join("".join(c if c.isalnum() else " " for c in words).lower().split())


@pytest.mark.parametrize("form", ["docx", "xlsx", "pdf"])
def test_s4_every_cell_of_the_2012_plan_is_right(shared, form):
    key = json.loads((shared / "truth" / "000.json").read_text())
    document = open_document(shared / "truth" / "files" / f"000.{form}")
    assert looks_like(document) > 0.9
    proposal = read(document)
    items = [item for plan in key["plans"] for item in plan["recommendations"]]
    actions = [action for item in items for action in item["actions"]]
    assert [i["text"] for i in proposal["items"]] == [i["text"] for i in items]
    assert [i["timescale"] for i in proposal["items"]] == [i["ofsted_timescale"] for i in items]
    assert len(proposal["actions"]) == len(actions)
    wrong = [
        (expected["ref"], name)
        for expected, action in zip(actions, proposal["actions"], strict=True)
        for name, key_name in FIELDS.items()
        if folded(action[name]) != folded(expected[key_name])
    ]
    assert wrong == []


def test_s5_a_blank_is_never_filled_in_silence(shared):
    proposal = read(open_document(shared / "truth" / "files" / "000.docx"))
    third = [action for action in proposal["actions"] if action["items"] == ["3"]]
    assert [len(action["leads"]) for action in third] == [1, 0, 0, 0, 0]
    assert sum("Carry down" in q["question"] for q in proposal["questions"]) == 6
    eleventh = next(action for action in proposal["actions"] if action["items"] == ["11"])
    assert eleventh["see"] == ["1"]


@pytest.fixture
def good_descriptors(shared):
    path = next((shared / "seeds").glob("004*"))
    return read(open_document(path))


def test_s9_twenty_descriptors_and_thirty_seven_actions(good_descriptors):
    items = [item["number"] for item in good_descriptors["items"]]
    assert items == (
        [
            "1.0",
            "1.1",
            "1.2",
            "1.3",
            "1.4",
            "2.1",
            "2.2",
            "2.3",
            "2.4",
            "2.5",
            "3.0",
            "3.1",
            "3.2",
            "4.0",
            "4.1",
            "5.0",
            "5.1",
            "5.2",
            "6.0",
            "7.0",
        ]
    )
    counts = Counter(" ".join(action["items"]) for action in good_descriptors["actions"])
    assert sum(counts.values()) == 37
    assert counts["2.3"] == 3
    assert counts["3.0"] == counts["3.2"] == counts["4.1"] == 4
    assert counts["5.0 5.1 5.2"] == 1


def test_s9_dates_and_leads_stand_beside_their_own_action(good_descriptors):
    def beside(number):
        return [
            (a["ref"], a["local_timescale"], a["leads"])
            for a in good_descriptors["actions"]
            if a["items"] == [number]
        ]

    assert beside("1.0") == [("i)", "Dec 2013", ["SGU"])]
    assert beside("1.2") == [(None, "As above (1.1)", ["SGU", "SGS"])]
    assert beside("2.4")[0][1] == "Sept 2013."
    assert [b[1] for b in beside("3.0")] == ["Sept 13", "Sept 13", "Sept 13 - Jan 14.", "Sept 13"]
    assert [b[2] for b in beside("3.2")] == [["AD"], ["SGS"], ["AD"], ["AD"]]
    assert [b[2] for b in beside("4.0")] == [["AD"], ["SGS"], ["SGS"]]
    assert [b[1] for b in beside("4.1")] == [None, "Aug 13.", "Oct. 13 and ongoing", "Oct 13"]
    assert [b[1] for b in beside("6.0")] == ["Nov 13", "Nov 13", "Dec 13 – March 14"]


def test_s9_faults_of_the_source_are_listed(good_descriptors):
    problems = [issue["problem"] for issue in good_descriptors["issues"]]
    assert any("says v) where the action is iv)" in problem for problem in problems)
    assert any("Sept 12 – Jan 14" in problem for problem in problems)
    shared_action = [problem for problem in problems if "2.1 i), 2.4 ii), 2.5 i)" in problem]
    assert len(shared_action) == 1
    points = [a["same_as"] for a in good_descriptors["actions"] if "same_as" in a]
    assert points == ["1.1", "3.0"]


def test_s11_updates_keep_the_date_of_their_heading(good_descriptors):
    dates = {u["date"] for item in good_descriptors["items"] for u in item["updates"]}
    assert dates == {"March 2014"}
    assert len([i for i in good_descriptors["items"] if len(i["updates"]) == 2]) == 3


@pytest.mark.parametrize("name", ["002.docx", "002.pdf"])
def test_a_report_is_no_plan(shared, name):
    assert looks_like(open_document(shared / "truth" / "files" / name)) == 0


@pytest.mark.parametrize("prefix", ["001", "002", "003"])
def test_texts_of_other_kinds_are_no_plans(shared, prefix):
    path = next((shared / "seeds").glob(f"{prefix}*"))
    assert looks_like(open_document(path)) == 0
