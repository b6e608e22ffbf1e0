"""A member's question with its answer, as text, Word and PDF, read figure by figure."""

import pytest

from goldenthread.documents.papers import decision, question
from goldenthread.documents.papers.tests import drawn


@pytest.fixture(params=drawn.FORMS, scope="module")
def paper(request):
    return drawn.question(request.param)


@pytest.fixture(scope="module")
def read(paper):
    return question.read(paper)


def test_it_looks_like_a_question_and_not_like_a_decision_report(paper):
    assert question.looks_like(paper) > 0.5
    assert decision.looks_like(paper) == 0


def test_who_asks_whom_about_what(read):
    assert read["asked_by"] == "Councillor Jo Marsh"
    assert read["asked_of"] == "the Cabinet Member for Children"
    assert read["number"] == "1"
    assert read["question"] == drawn.QUESTION[2]
    assert read["about"] == "monitoring visit by Ofsted in November 2023"
    assert read["about_date"] == {
        "text": "November 2023",
        "earliest": "2023-11-01",
        "latest": "2023-11-30",
        "precision": "month",
    }
    assert read["scope"] == "The monitoring visit will look at care leavers."


def test_a_supplementary_question_is_an_exchange_of_its_own(read):
    first, second = read["exchanges"]
    assert (first["supplementary"], second["supplementary"]) == (False, True)
    assert second["asked_by"] == "Councillor Jo Marsh"
    assert second["question"] == "How many personal advisers are agency workers?"
    assert second["answer"] == "Five of our 20 personal advisers are agency staff."


def test_each_figure_has_name_value_and_unit(read):
    assert [(f["name"], f["value"], f["unit"], f["kind"]) for f in read["figures"]] == [
        ("pathway plans were up to date", 18, "plans", "part"),
        ("Pathway plan timeliness", 75, "percent", "share"),
        ("Care leavers in unsuitable accommodation", 4, "care leavers", "count"),
        ("Contact overdue", 6, "children", "count"),
        ("Waiting over 12 weeks", 12, "weeks", "threshold"),
        ("Waiting over 12 weeks", 7, "children", "count"),
        ("Waiting over 26 weeks", 26, "weeks", "threshold"),
        ("Waiting over 26 weeks", 2, "children", "count"),
        ("dip sample of case files", 30, "case files", "count"),
        ("sample were below standard", 33.3, "percent", "share"),
        ("Caseloads average", 14, "cases", "range"),
        ("additional personal advisers have been appointed", 2, "advisers", "count"),
        ("Our target", 90, "percent", "target"),
        ("personal advisers are agency staff", 5, "advisers", "part"),
    ]
    assert all(f["printed"] in f["text"] for f in read["figures"])
    assert [f["exchange"] for f in read["figures"]] == [0] * 13 + [1]


def test_what_a_figure_is_out_of_is_kept_or_null(read):
    figures = read["figures"]
    assert (figures[0]["denominator"], figures[0]["share"]) == (24, 75)
    assert figures[1]["denominator"] is None
    assert figures[13]["denominator"] == 20
    assert figures[10]["upper"] == 16


def test_a_part_of_a_sample_is_among_it_with_the_fewest_that_it_can_be(read):
    assert read["figures"][9]["nested_in"] == 8
    assert read["figures"][9]["denominator"] == 30
    assert read["figures"][9]["at_least"] == 11


def test_the_longer_wait_is_among_the_shorter(read):
    assert read["figures"][7]["nested_in"] == 5
    assert read["figures"][5]["nested_in"] is None


def test_good_and_bad_news_and_change_are_kept_in_the_words_of_the_answer(read):
    figures = read["figures"]
    assert figures[1]["polarity"] == {"words": "which is too low", "sense": "adverse"}
    assert figures[2]["trend"] == {"words": "reduced from 9 to 4", "sense": "down"}
    assert figures[2]["previous"] == 9
    assert figures[9]["polarity"]["sense"] == "adverse"
    assert figures[11]["polarity"] is None


def test_a_figure_that_gives_its_day_has_it(read):
    assert [f["as_at"] for f in read["figures"]] == ["2023-08-31"] + [None] * 13


def test_commitments_have_their_deadline_as_worded_and_read(read):
    found = [
        (c["text"], c["kind"], c["deadline"] and c["deadline"]["text"]) for c in read["commitments"]
    ]
    assert found == [
        ("We will publish a new local offer by 31 October 2023.", "promise", "by 31 October 2023"),
        (
            "A second housing panel will be set up before the next monitoring visit.",
            "promise",
            "before the next monitoring visit",
        ),
        ("The recording policy will be rewritten at pace.", "promise", "at pace"),
        ("A pay supplement is being considered.", "under consideration", None),
    ]
    by_day, by_event, vague, _ = (c["deadline"] for c in read["commitments"])
    assert by_day["due"] == "2023-10-31"
    assert (by_event["due"], by_event["relative_to"]) == (None, "the next monitoring visit")
    assert vague["vague"]


def test_what_inspectors_should_find_is_kept_to_be_marked_after_the_visit(read):
    assert [(e["text"], e["sense"], e["outcome"]) for e in read["expected"]] == [
        ("Ofsted will see that pathway plans are better.", "strength", None),
        ("Inspectors will note delay for some young people.", "weakness", None),
    ]


def test_what_is_open_is_asked(read):
    assert [q["where"] for q in read["questions"]] == [
        "date",
        "figures/1",
        "figures/3",
        "figures/9",
        "figures",
        "commitments/1",
        "commitments/2",
    ]
    asked = {q["where"]: q for q in read["questions"]}
    assert asked["figures/1"]["question"].endswith("out of how many: not given.")
    assert asked["figures/9"]["suggestion"] == "at least 11"
    assert asked["commitments/2"]["question"] == "“at pace” is not a date. By when?"


def test_everything_found_has_a_place(read):
    for kind in ("figures", "commitments", "expected"):
        assert all(read["sources"][f"{kind}/{n}"] for n in range(len(read[kind])))
