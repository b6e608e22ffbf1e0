"""The real documents as drafts; they are not part of the project."""

from collections import Counter
from datetime import date
from functools import cache

import pytest

from goldenthread.documents.reading import read
from goldenthread.intake.draft.answering import answered
from goldenthread.intake.draft.as_plan import Told, plan_of
from goldenthread.intake.draft.as_report import report_of
from goldenthread.intake.draft.as_timescales import Dating
from goldenthread.intake.draft.form import accepted, draft_of, proposal_of
from goldenthread.intake.draft.linking import propose_links
from goldenthread.intake.draft.people import match_leads
from goldenthread.intake.draft.proof import proof
from goldenthread.intake.draft.questions import questions_of
from goldenthread.plans import checks

pytestmark = pytest.mark.shared
# The inspection was in April and May 2012; the report does not print its days.
DAYS = (date(2012, 4, 30), date(2012, 5, 11))
FORMS = ("docx", "xlsx", "pdf")


# No rule changes what it is given, so that all tests may share a reading.
read_once = cache(read)


def seed(shared, number):
    return read_once(next((shared / "seeds").glob(f"{number}_*.txt")))


def form(shared, ending):
    return read_once(shared / "truth" / "files" / f"000.{ending}")


def counts(draft):
    return {one.kind: one for one in proof(draft)}


def test_s2_coverage_with_a_split_and_a_rewording_on_the_real_documents(shared):
    report, plan = draft_of(seed(shared, "002")), draft_of(form(shared, "docx"))
    recommendations, items = accepted(report, "recommendations"), accepted(plan, "items")
    found = propose_links(recommendations, items)
    assert len({one.recommendation for one in found}) == len(recommendations) == 18
    assert len({one.item for one in found}) == len(items) == 19
    assert len(found) == 19
    numbers = {item["id"]: item["number"] for item in items}
    minutes = next(r["id"] for r in recommendations if "minutes of strategy" in r["text"])
    assert [numbers[one.item] for one in found if one.recommendation == minutes] == ["6", "7"]
    (second,) = [one for one in found if numbers[one.item] == "2"]
    assert second.difference == '"parents and carers" -> "carers"; added "/core group"'


def test_s2_each_proposed_link_is_right_by_the_key(shared):
    report, plan = draft_of(seed(shared, "002")), draft_of(form(shared, "xlsx"))
    found = propose_links(accepted(report, "recommendations"), accepted(plan, "items"))
    order = [int(one.item[1:]) - (int(one.item[1:]) > 6) for one in found]
    assert [int(one.recommendation[1:]) for one in found] == order


@pytest.mark.parametrize("ending", FORMS)
def test_the_plan_of_2012_proves_its_68_actions(shared, ending):
    draft = draft_of(form(shared, ending))
    assert proposal_of(draft) == form(shared, ending)
    assert counts(draft)["actions"].sentence == ("68 actions found = 68 accepted + 0 refused.")
    assert counts(draft)["items"].accepted == 19
    assert all(action["item_ids"] for action in draft["actions"])


@pytest.mark.parametrize("ending", FORMS)
def test_the_plan_of_2012_asks_the_same_in_each_form(shared, ending):
    asked = questions_of(draft_of(form(shared, ending)), (), DAYS)
    assert Counter(one.kind for one in asked) == {
        "new person": 29,
        "no local date": 13,
        "no lead": 6,
        "accountable": 3,
        "timescale": 2,
        "same person": 1,
        "before inspection": 1,
        "no timescale": 1,
        "split": 1,
        "same action": 1,
        "test kind": 4,
    }
    assert all(one.suggestion for one in asked if one.kind in ("no lead", "new person"))
    (early,) = [one for one in asked if one.kind == "before inspection"]
    assert "“03/12”: 31 March 2012 is before the inspection" in early.words


def test_every_suggestion_of_the_plan_of_2012_can_be_given_as_the_answer(shared):
    draft = draft_of(form(shared, "docx"))
    for question in questions_of(draft, (), DAYS):
        if question.suggestion is not None:
            draft = answered(draft, question, question.suggestion)
    left = Counter(one.kind for one in questions_of(draft, (), DAYS))
    # Two rows that carried two leads down need one of them to be accountable.
    assert left == {
        "no local date": 13,
        "timescale": 2,
        "accountable": 2,
        "before inspection": 1,
        "same action": 1,
    }
    assert counts(draft)["actions"].sentence == (
        "68 actions found + 1 by splitting = 69 accepted + 0 refused."
    )
    assert all(one.agrees for one in proof(draft))


def test_the_plan_of_2012_can_be_recorded_with_all_questions_open(shared):
    draft = draft_of(form(shared, "docx"))
    left = questions_of(draft, (), DAYS)
    plan = plan_of(draft, Told(left=left, dating=Dating(last_day=DAYS[1])))
    assert checks.problems(plan) == []
    assert (len(plan.items), len(plan.actions), len(plan.parts)) == (19, 68, 2)
    ranks = Counter(one.rank for action in plan.actions for one in action.standings)
    assert ranks["lead"] == 59
    assert ranks["co-lead"] == 6
    assert sum(1 for action in plan.actions if action.timescales) == 28
    assert sum(1 for action in plan.actions if action.tests) == 62
    claims = Counter(one.column for action in plan.actions for one in action.reported)
    assert claims == {"progress": 10, "evidence": 2, "completed": 2}
    assert len(plan.to_settle) == len(left)


def test_no_word_of_the_plan_of_2012_is_lost_on_the_way(shared):
    draft = draft_of(form(shared, "xlsx"))
    plan = plan_of(draft, Told())
    for row, action in zip(draft["actions"], plan.actions, strict=True):
        assert action.text == row["text"]
        assert "\n".join(test.text for test in action.tests) == (row["test"] or "")
        leads = {s.printed for s in action.standings if s.rank != "delegate"}
        assert leads == set(row["leads"])


def test_where_the_columns_are_lost_each_doubt_is_tied_to_its_row(shared):
    asked = questions_of(draft_of(seed(shared, "000")), (), DAYS)
    doubts = [one for one in asked if one.kind == "column"]
    assert len(doubts) == 15
    assert all(len(one.rows) == 1 for one in doubts)


def test_the_plan_of_criteria_is_asked_about_and_can_be_recorded(shared):
    draft = draft_of(seed(shared, "004"))
    asked = questions_of(draft)
    kinds = Counter(one.kind for one in asked)
    assert (kinds["label"], kinds["same action"], kinds["accountable"]) == (1, 2, 5)
    assert asked[0].kind == "inspection"
    plan = plan_of(draft, Told(left=asked))
    assert checks.problems(plan) == []
    assert (len(plan.items), len(plan.actions)) == (20, 37)
    assert {item.answers for item in plan.items} == {"descriptor"}
    assert any(len(action.items) == 3 for action in plan.actions)
    initials = [one for one in match_leads(draft, ()) if one.what == "initials"]
    assert initials == []


def test_the_report_of_2012_is_asked_for_its_publication_first(shared):
    draft = draft_of(seed(shared, "002"))
    asked = questions_of(draft)
    assert [one.kind for one in asked] == ["published", "days", "facts", "facts"]
    assert len(report_of(draft).recommendations) == 18
    assert counts(draft)["recommendations"].agrees


def test_the_decision_report_states_eleven_recommendations_and_lists_none(shared):
    draft = draft_of(seed(shared, "003"))
    stated = counts(draft)["recommendations"]
    assert (stated.stated, stated.found, stated.agrees) == (11, 0, True)
    assert report_of(draft).stated_recommendations == 11


def test_the_question_and_answer_keeps_every_figure_as_a_row(shared):
    draft = draft_of(seed(shared, "001"))
    assert (counts(draft)["figures"].accepted, counts(draft)["commitments"].accepted) == (18, 6)
    assert all(one.where for one in questions_of(draft) if one.key.startswith("reader:figures/"))
