"""What the page offers as answers to a question."""

import pytest

from goldenthread.intake.draft.bodies import KnownBody
from goldenthread.intake.draft.form import draft_of
from goldenthread.intake.draft.tests.made import action, item, plan, recommendation, report
from goldenthread.intake.models import Question
from goldenthread.web.imports.answers import Known, offer_of, words_of

BODIES = (
    KnownBody(kind="post", id=7, names=("Head of Safeguarding",)),
    KnownBody(kind="team", id=7, names=("Duty Team",)),
)


def test_a_known_post_is_accepted_in_one_press_and_others_can_be_chosen():
    question = Question(kind="person", where="named/Head of Care", suggestion={"post": 7})
    offer = offer_of(question, {}, Known(people={7: "Ann Dale"}, bodies=BODIES))
    assert offer.accept_text == "Yes, this is the post “Head of Safeguarding”"
    chosen = {key: value for key, _, value in offer.choices}
    assert chosen["team-7"] == {"team": 7}
    assert chosen["person-7"] == {"person": 7}
    assert "post-7" not in chosen
    assert words_of({"post": 7}) == "a post, team or partner that is known"


def test_the_days_of_an_inspection_are_typed_as_a_day():
    question = Question(kind="days", where="inspected_from", suggestion=None)
    assert offer_of(question, {}, Known()).shape == "day"


def choices(question, draft=None, known=None):
    offer = offer_of(question, draft or {}, known or Known())
    return {key: (words, value) for key, words, value in offer.choices}


def test_of_two_leads_the_other_can_be_chosen():
    draft = draft_of(plan([action("Audit", leads=["Ann Dale", "Bo Reed"])]))
    question = Question(
        kind="accountable", where="actions/a1/accountable", rows=["a1"], suggestion="Ann Dale"
    )
    assert choices(question, draft) == {"Bo Reed": ("Bo Reed", "Bo Reed")}
    assert offer_of(question, draft, Known()).accept_text == "Accept “Ann Dale”"


def test_two_rows_alike_are_joined_or_kept():
    question = Question(kind="same action", where="actions/a1", rows=["a1", "a2"])
    found = choices(question)
    assert found["join"][1] == {"join": ["a1", "a2"]}
    assert found["keep"][1] == {"keep": True}


def test_what_says_nearly_the_same_is_joined_left_out_or_kept():
    draft = draft_of(plan([action("Audit"), action("Audit it")]))
    question = Question(kind="nearly same", where="", rows=["a1", "a2"])
    assert {key: value for key, (_, value) in choices(question, draft).items()} == {
        "join": {"join": ["a1", "a2"]},
        "refuse": {"refuse": ["a2"]},
        "keep": {"keep": True},
    }
    assert offer_of(question, draft, Known()).accept is None
    of_report = Question(kind="nearly same", where="", rows=["r1", "r2"])
    drawn = draft_of(report([recommendation("Visit"), recommendation("Visit more")]))
    assert set(choices(of_report, drawn)) == {"keep", "refuse"}


def test_what_stands_already_is_left_out_or_kept():
    question = Question(kind="nearly stands", where="", rows=["a1", "a2"])
    found = choices(question)
    assert found["refuse"][1] == {"refuse": ["a1", "a2"]}
    assert found["keep"][1] == {"keep": True}
    assert words_of({"refuse": ["a1", "a2"]}) == "2 rows left out"


def test_an_action_without_an_item_chooses_among_the_items_of_the_plan():
    items = [item("1", "Visits are recorded"), item("2", "Help comes early")]
    draft = draft_of(plan([action("Audit", items=[])], items))
    question = Question(kind="no item", where="actions/a1/item_ids", rows=["a1"])
    assert choices(question, draft)["i2"] == ("Item 2: Help comes early", ["i2"])


def test_frameworks_and_reports_are_chosen_by_their_names():
    known = Known(reports={4: "SIF, 2016"}, frameworks={"SIF": "Single inspection framework"})
    framework = Question(kind="framework", where="framework", suggestion=None)
    assert choices(framework, known=known)["SIF"] == ("Single inspection framework", "SIF")
    report = Question(kind="inspection", where="inspection", suggestion=None)
    assert choices(report, known=known)["4"] == ("SIF, 2016", 4)


def test_a_plan_whose_report_is_not_recorded_is_told_to_import_it_first():
    offer = offer_of(Question(kind="inspection", where="inspection", suggestion=None), {}, Known())
    assert (offer.shape, offer.choices) == ("", [])
    assert offer.hint.startswith("No report is recorded yet.")


@pytest.mark.parametrize(
    ("suggestion", "words"),
    [
        ({"person": 7}, "Yes, this is Ann Dale"),
        ({"person": 8}, "Yes, this is that person"),
        ({"same_as": "Ann Dale"}, "Yes, the same as “Ann Dale”"),
        ({"new": "Bo Reed", "as": "person"}, "Enter “Bo Reed” as a new person"),
        ({"new": "Duty", "as": "team"}, "Enter “Duty” as a new post or team"),
    ],
)
def test_the_button_says_whom_it_takes(suggestion, words):
    question = Question(kind="person", where="named/A Dale", suggestion=suggestion)
    assert offer_of(question, {}, Known(people={7: "Ann Dale"})).accept_text == words


def test_a_row_that_should_be_cut_is_cut_with_one_press():
    split = {"split": [{"text": "One"}, {"text": "Two"}]}
    question = Question(kind="split", where="actions/a1", rows=["a1"], suggestion=split)
    offer = offer_of(question, {}, Known())
    assert (offer.accept, offer.accept_text) == (split, "Split it into 2 rows")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("2013-09-30", "30 September 2013"),
        (["Ann Dale", "Bo Reed"], "Ann Dale, Bo Reed"),
        ({"keep": True}, "kept as it was read"),
        ({"split": [1, 2]}, "split into 2"),
        ({"join": ["a1", "a2", "a3"]}, "3 rows joined"),
        ({"unresolved": True}, "kept as printed"),
        ({"set": {"due": "2013-09-30"}}, "30 September 2013"),
        (None, ""),
        (14, "14"),
    ],
)
def test_an_answer_is_said_as_people_read_it(answer, words):
    assert words_of(answer) == words
