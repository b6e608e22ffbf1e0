"""What is asked about a draft, and what an answer does."""

from datetime import date

import pytest

from goldenthread.intake.draft.answering import answered
from goldenthread.intake.draft.asked_rows import parts_of
from goldenthread.intake.draft.editing import set_value, value_at
from goldenthread.intake.draft.errors import CannotChangeDraft
from goldenthread.intake.draft.form import accepted, draft_of
from goldenthread.intake.draft.question import KINDS
from goldenthread.intake.draft.questions import questions_of
from goldenthread.intake.draft.rows import refuse
from goldenthread.intake.draft.tests.made import action, item, plan, recommendation, report
from goldenthread.people.names import Known

DAYS = (date(2012, 4, 30), date(2012, 5, 11))
KNOWN = [Known(1, "Ann Dale"), Known(2, "Bo Reed"), Known(3, "Cy Orr"), Known(4, "Ada Dunn")]


def asked(proposal, kind, known=KNOWN, days=DAYS):
    return [q for q in questions_of(draft_of(proposal), known, days) if q.kind == kind]


def test_the_day_of_publication_is_asked_first():
    proposal = report([recommendation("Visit more")], published=None, inspection_start=None)
    proposal |= {"published_guess": "2022-01-10"}
    first, second = questions_of(draft_of(proposal))[:2]
    assert (first.kind, first.where, first.suggestion) == ("published", "published", "2022-01-10")
    assert (second.kind, second.where) == ("days", "inspection_start")


def test_a_plan_without_an_inspection_is_asked_for_it_first():
    drawn = plan([action("Audit", leads=["Ann Dale"])])
    assert questions_of(draft_of(drawn), KNOWN)[0].kind == "inspection"
    assert asked(drawn, "inspection") == []


def test_once_the_inspection_is_chosen_its_days_are_asked_where_nobody_knows_them():
    draft = draft_of(plan([action("Audit", leads=["Ann Dale"])]))
    question = questions_of(draft, KNOWN, report="SLAC of Aldermere, days not known")[0]
    assert (question.kind, question.where) == ("days", "inspected_from")
    assert question.words.startswith("SLAC of Aldermere, days not known: On which day")
    assert answered(draft, question, "2012-04-30")["inspected_from"] == "2012-04-30"
    with pytest.raises(CannotChangeDraft):
        answered(draft, question, "April 2012")


def test_a_missing_lead_is_offered_from_the_row_above_and_never_filled_in_silence():
    drawn = plan([action("Audit", leads=["Ann Dale"]), action("Train"), action("Review")])
    second, third = asked(drawn, "no lead")
    assert second.words == "Table 1, row 3 has no lead. Carry down “Ann Dale” from the row above?"
    assert (second.where, second.suggestion) == ("actions/a2/leads", ["Ann Dale"])
    assert third.suggestion == ["Ann Dale"]
    assert value_at(draft_of(drawn), "actions/a2/leads") == []


def test_a_lead_is_not_carried_over_to_another_item():
    two = [item("1", "Visits"), item("2", "Plans")]
    drawn = plan([action("Audit", leads=["Ann Dale"]), action("Train", items=["2"])], two)
    (question,) = asked(drawn, "no lead")
    assert (question.suggestion, question.words.endswith("Who leads?")) == (None, True)


def test_a_lead_is_carried_down_only_from_rows_that_follow_each_other():
    rows = [action("Audit", leads=["Ann Dale"]), action("Train", items=["2"], leads=["Bo Reed"])]
    drawn = plan([*rows, action("Review")], [item("1", "Visits"), item("2", "Plans")])
    (question,) = asked(drawn, "no lead")
    assert (question.where, question.suggestion) == ("actions/a3/leads", None)


def test_a_plan_without_a_column_of_leads_is_not_asked_for_each_lead():
    assert asked(plan([action("Audit"), action("Train")]), "no lead") == []


def test_of_two_leads_one_is_asked_to_be_accountable():
    drawn = plan([action("Audit", leads=["Ann Dale", "Bo Reed"])])
    (question,) = asked(drawn, "accountable")
    after = answered(draft_of(drawn), question, "Bo Reed")
    assert [q for q in questions_of(after, KNOWN, DAYS) if q.kind == "accountable"] == []


def test_somebody_unknown_may_be_entered_new():
    (question,) = asked(plan([action("Audit", leads=["Di Fox"])]), "new person")
    assert question.suggestion == {"new": "Di Fox", "as": "person"}
    (team,) = asked(plan([action("Audit", leads=["Business Manager"])]), "new person")
    assert team.suggestion["as"] == "post"


def test_a_nickname_is_proposed_and_not_taken():
    known = [Known(7, "Melanie Tarn")]
    (question,) = asked(plan([action("Audit", leads=["Mel Tarn"])]), "person", known)
    assert question.suggestion == {"person": 7}


def test_two_spellings_in_one_plan_are_asked_to_be_one_person():
    drawn = plan([action("A", leads=["Melanie Tarn"]), action("B", leads=["Mel Tarn"])])
    (question,) = asked(drawn, "same person")
    assert (question.where, question.suggestion) == ("named/Mel Tarn", {"same_as": "Melanie Tarn"})


def test_initials_of_two_people_are_asked_without_a_guess():
    (question,) = asked(plan([action("Audit", leads=["AD"])]), "initials")
    assert (question.suggestion, "Ann Dale and Ada Dunn" in question.words) == (None, True)
    (clear,) = asked(plan([action("Audit", leads=["BR"])]), "initials")
    assert clear.suggestion == {"person": 2}


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("03/12", "before inspection"),
        ("09/12", None),
        ("03/13", None),
        ("June – August", None),
        ("TBC on 28/08/12", "timescale"),
        (None, None),
    ],
)
def test_a_date_is_asked_about_only_where_it_is_unsure(printed, kind):
    drawn = plan([action("Audit", leads=["Ann Dale"], timescale=printed)])
    kinds = {q.kind for q in questions_of(draft_of(drawn), KNOWN, DAYS)}
    assert kinds == ({kind} if kind else set())


def test_a_date_before_the_inspection_is_flagged_with_its_words_and_not_mended():
    drawn = plan([action("Audit", leads=["Ann Dale"], timescale="03/12")])
    (question,) = asked(drawn, "before inspection")
    assert "31 March 2012 is before the inspection (30 April 2012)" in question.words
    assert question.suggestion is None
    after = answered(draft_of(drawn), question, "2013-03-31")
    assert value_at(after, "actions/a1/local_timescale") == "03/12"
    assert value_at(after, "actions/a1/local_due") == "2013-03-31"
    assert questions_of(after, KNOWN, DAYS) == []


def test_immediately_needs_a_local_date_where_the_action_has_none():
    drawn = plan(
        [
            action("Remind", leads=["Ann Dale"]),
            action("Train", leads=["Ann Dale"], timescale="June 2012"),
            action("Check", leads=["Ann Dale"], timescale="Immed"),
        ],
        [item("1", "Visits", timescale="immediately")],
    )
    assert [q.where for q in asked(drawn, "no local date")] == [
        "actions/a1/local_due",
        "actions/a3/local_due",
    ]


def test_an_item_without_a_timescale_is_offered_that_of_the_item_above():
    two = [item("1", "Visits", timescale="3 months"), item("2", "Plans")]
    drawn = plan([action("Audit", leads=["Ann Dale"])], two)
    (question,) = asked(drawn, "no timescale")
    assert (question.where, question.suggestion) == ("items/i2/timescale", "3 months")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Agree how notes are sent\nSame meeting to watch them", 2),
        ("i) Agree how notes are sent\nii) Same meeting to watch them", 2),
        ("Meet the heads to discuss:\nThe threshold document;\nThe pathways of referral", 0),
        ("Agree how notes are sent and\nThen watch all of them", 0),
        ("Agree how notes\nare sent to all", 0),
        ("Agree how notes are sent", 0),
        ("See 1.0 above.\nReview the service of reviews", 0),
    ],
)
def test_a_cell_is_taken_for_two_actions_only_where_each_line_is_a_sentence(text, parts):
    assert len(parts_of(text)) == parts


def test_the_suggestion_of_a_split_can_be_given_as_it_is():
    drawn = plan([action("Agree how notes go\nMeet to watch them", leads=["Ann Dale"])])
    (question,) = asked(drawn, "split")
    after = answered(draft_of(drawn), question, question.suggestion)
    assert len(accepted(after, "actions")) == 2
    assert questions_of(after, KNOWN, DAYS) == []
    kept = answered(draft_of(drawn), question, {"keep": True})
    assert questions_of(kept, KNOWN, DAYS) == []


def test_a_reference_to_no_item_is_asked_about():
    drawn = plan([action("As above (4.1)", leads=["Ann Dale"], same_as="4.1")])
    (question,) = asked(drawn, "reference")
    assert question.where == "actions/a1/same_as"
    after, _ = set_value(draft_of(drawn), question.where, "1")
    assert [q.kind for q in questions_of(after, KNOWN, DAYS)] == []
    inside = plan([action("Discuss at meetings (see 7 above)", leads=["Ann Dale"])])
    assert len(asked(inside, "reference")) == 1
    assert asked(plan([action("Discuss (see 1 above)", leads=["Ann Dale"])]), "reference") == []


def test_a_label_twice_under_one_item_is_asked_about():
    rows = [action(t, leads=["Ann Dale"], ref="i)") for t in ("Audit files", "Train staff")]
    assert [q.where for q in asked(plan(rows), "label")] == ["actions/a1/ref", "actions/a2/ref"]


def test_actions_of_a_refused_item_are_asked_about():
    draft = refuse(draft_of(plan([action("Audit", leads=["Ann Dale"])])), "i1", "a heading")
    assert [q.kind for q in questions_of(draft, KNOWN, DAYS)] == []
    two = draft_of(plan([action("Audit", leads=["Ann Dale"])], [item("1", "A"), item("2", "B")]))
    (question,) = questions_of(refuse(two, "i1", "a heading"), KNOWN, DAYS)
    assert (question.kind, question.where) == ("no item", "actions/a1/item_ids")


def test_rows_that_the_reader_takes_for_one_can_be_joined_or_kept():
    words = "The actions 1 and 2 seem to be about the same thing. Are they one action?"
    drawn = plan(
        [
            action("Audit of themes", leads=["Ann Dale"], timescale="Sept 12"),
            action("Audit of themes", items=["2"], leads=["Ann Dale"], timescale="Oct 12"),
        ],
        [item("1", "Visits"), item("2", "Plans")],
        questions=[{"where": "Table 1, row 3", "question": words, "suggestion": None}],
    )
    (question,) = asked(drawn, "same action")
    assert question.rows == ("a1", "a2")
    joined = answered(draft_of(drawn), question, {"join": ["a1", "a2"]})
    assert [a["targets"] for a in accepted(joined, "actions")] == [
        {"i1": "Sept 12", "i2": "Oct 12"}
    ]
    assert questions_of(joined, KNOWN, DAYS) == []
    assert questions_of(answered(draft_of(drawn), question, {"keep": True}), KNOWN, DAYS) == []
    with pytest.raises(CannotChangeDraft):
        answered(draft_of(drawn), question, "yes")


def test_the_readers_own_questions_are_tied_to_their_rows():
    drawn = plan(
        [action("Audit files", leads=["Ann Dale"])],
        questions=[
            {"where": "Table 1, row 2", "question": "Who is named in this cell?", "suggestion": "X"}
        ],
    )
    (question,) = questions_of(draft_of(drawn), KNOWN, DAYS)
    assert (question.kind, question.where, question.rows) == ("cell", "actions/a1", ("a1",))
    assert question.words == "Who is named in this cell? X"
    draft = refuse(draft_of(drawn), "a1", "no action")
    assert questions_of(draft, KNOWN, DAYS) == []


def test_keys_are_unique_and_stay_the_same_when_asked_again():
    drawn = draft_of(plan([action("Audit"), action("Train", leads=["Ann Dale", "Di Fox"])]))
    first, second = questions_of(drawn, KNOWN, DAYS), questions_of(drawn, KNOWN, DAYS)
    assert first == second
    assert len({q.key for q in first}) == len(first)
    assert {q.kind for q in first} <= set(KINDS)


def test_a_question_about_a_value_cannot_be_kept_as_it_is():
    drawn = plan([action("Audit", leads=["Ann Dale"], timescale="03/12")])
    (question,) = asked(drawn, "before inspection")
    with pytest.raises(CannotChangeDraft):
        answered(draft_of(drawn), question, {"keep": True})
