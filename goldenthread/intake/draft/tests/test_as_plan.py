"""From a draft to a plan that can be recorded."""

from datetime import date

import pytest

from goldenthread.basics.errors import UserFacingError
from goldenthread.intake.draft.as_plan import Told, plan_of
from goldenthread.intake.draft.as_report import report_of
from goldenthread.intake.draft.as_timescales import Dating
from goldenthread.intake.draft.editing import set_value
from goldenthread.intake.draft.form import draft_of
from goldenthread.intake.draft.lines_of_tests import lines_of
from goldenthread.intake.draft.questions import questions_of
from goldenthread.intake.draft.rows import join, refuse, split
from goldenthread.intake.draft.tests.made import action, item, plan, recommendation, report
from goldenthread.people.models import Person
from goldenthread.plans import checks

PUBLISHED = Dating(published=date(2012, 6, 8))
ANN = Person(pk=7, name="Ann Dale")


def only(draft, told=None):
    (made,) = plan_of(draft, told or Told()).actions
    return made


def of(text="Audit", told=None, items=None, **more):
    return only(draft_of(plan([action(text, **more)], items)), told)


def test_the_accountable_one_leads_and_the_others_are_co_leads():
    drawn = draft_of(plan([action("Audit", leads=["Ann Dale", "Bo Reed"], delegates=["TMs"])]))
    unanswered = [(s.printed, s.rank) for s in only(drawn).standings]
    assert unanswered == [("Ann Dale", "co-lead"), ("Bo Reed", "co-lead"), ("TMs", "delegate")]
    drawn, _ = set_value(drawn, "actions/a1/accountable", "Bo Reed")
    assert [s.rank for s in only(drawn).standings] == ["co-lead", "lead", "delegate"]


def test_a_blank_lead_stays_nobody():
    assert of().standings == ()


def test_a_known_lead_is_given_with_the_print():
    (lead,) = of(leads=["A Dale"], told=Told(who={"A Dale": {"person": ANN}})).standings
    assert (lead.printed, lead.person, lead.rank) == ("A Dale", ANN, "lead")


def test_the_printed_timescale_stays_beside_the_day_that_was_answered():
    drawn = draft_of(plan([action("Audit", timescale="03/12")]))
    drawn, _ = set_value(drawn, "actions/a1/local_due", "2013-03-31")
    (given,) = only(drawn).timescales
    assert (given.printed, given.due, given.source) == ("03/12", date(2013, 3, 31), "local")


def test_a_length_of_time_counts_from_publication_and_never_from_the_inspection():
    three = [item("1", "Visits", timescale="3 months")]
    drawn = draft_of(plan([action("Audit", timescale="June – August")], three))
    made = plan_of(drawn, Told(dating=Dating(last_day=date(2012, 5, 11))))
    assert made.items[0].timescales[0].anchor is None
    assert made.actions[0].timescales[0].anchor == date(2012, 5, 11)
    (given,) = plan_of(drawn, Told(dating=PUBLISHED)).items[0].timescales
    assert (given.anchor, given.anchor_from) == (date(2012, 6, 8), "the day of publication")
    assert given.source == "inspectorate"


def test_joined_actions_keep_the_timescale_of_each_item():
    rows = [action("Audit", timescale="Sept 12"), action("Audit", items=["2"], timescale="Oct 12")]
    drawn = draft_of(plan(rows, [item("1", "Visits"), item("2", "Plans")]))
    made = only(join(drawn, ["a1", "a2"]))
    assert [(t.printed, t.item) for t in made.timescales] == [("Sept 12", 0), ("Oct 12", 1)]
    assert (made.items, made.cell) == ((0, 1), "")


def test_a_part_of_a_cell_keeps_the_whole_cell():
    drawn = draft_of(plan([action("Agree notes\nMeet again")]))
    made = plan_of(split(drawn, "a1", ["Agree notes", "Meet again"]), Told())
    assert [one.cell for one in made.actions] == ["Agree notes\nMeet again"] * 2


def test_an_edited_text_keeps_what_was_read():
    drawn, _ = set_value(draft_of(plan([action("Adit files")])), "actions/a1/text", "Audit files")
    assert (only(drawn).text, only(drawn).cell) == ("Audit files", "Adit files")


@pytest.mark.parametrize(
    ("cell", "tests"),
    [
        ("Copy of letter\nMinute of board", 2),
        ("Cards on:\nReferrals\nVisits", 1),
        ("Letter to all\nheads of schools", 1),
        ("Copy of letter", 1),
        ("", 0),
    ],
)
def test_each_line_of_a_cell_that_begins_one_is_a_test(cell, tests):
    assert len(lines_of(cell)) == tests
    assert "\n".join(lines_of(cell)) == cell


def test_a_test_has_the_kind_that_a_person_said_and_measures_their_column():
    drawn = draft_of(plan([action("Audit", test="Minute\nSurvey", measures_of_impact=["Calmer"])]))
    drawn, _ = set_value(drawn, "actions/a1/test_kinds", {"1": "practice"})
    assert [(t.text, t.kind, t.column) for t in only(drawn).tests] == [
        ("Minute", "", "test"),
        ("Survey", "practice", "test"),
        ("Calmer", "", "measures of impact"),
    ]


def test_claims_are_only_reported():
    made = of(
        progress="1/6/12 Letters sent",
        evidence_on_file="Yes - part",
        completed="June 2012",
        updates=[
            {"date": "1/6/12", "text": "Letters sent"},
            {"date": "May 2013", "text": "All done"},
        ],
    )
    assert [(one.column, one.text, one.said) for one in made.reported] == [
        ("progress", "1/6/12 Letters sent", ""),
        ("evidence", "Yes - part", ""),
        ("completed", "June 2012", ""),
        ("update", "All done", "May 2013"),
    ]


def test_references_lead_to_an_item_an_action_or_nowhere():
    rows = [
        action("Set up the hub", ref="i)"),
        action("Audit (see 1 above)", items=["2"]),
        action("As above (1)", items=["2"], same_as="1"),
        action("See 1 (i)", items=["2"], same_as="1 (i)"),
        action("As above (9)", items=["2"], same_as="9"),
        action("Train", items=["2"], updates=[{"date": "May", "text": "As above (2)"}]),
    ]
    made = plan_of(draft_of(plan(rows, [item("1", "Help"), item("2", "Plans")])), Told())
    found = [(r.action, r.printed, r.kind, r.to_item, r.to_action) for r in made.references]
    assert found == [
        (1, "1", "see also", 0, None),
        (2, "1", "shares action", 0, None),
        (3, "1 (i)", "shares action", None, 0),
        (4, "9", "shares action", None, None),
        (5, "2", "inherits update", 1, None),
    ]
    assert [one.same_as for one in made.actions] == [None, None, 0, 0, None, None]


def test_refused_rows_stay_out_and_links_follow_the_items():
    rows = [action("Audit"), action("Train", items=["2"])]
    drawn = draft_of(plan(rows, [item("1", "Visits"), item("2", "Plans")]))
    drawn = refuse(drawn, "i1", "a heading")
    told = Told(links=[("i1", 5, True), ("i2", 6, False)])
    made = plan_of(drawn, told)
    assert [one.number for one in made.items] == ["2"]
    assert [(one.item, one.recommendation, one.signed_off) for one in made.links] == [(0, 6, False)]
    assert [one.items for one in made.actions] == [(), (0,)]
    assert checks.problems(made) == []


def test_what_an_item_answers_follows_from_links_and_headings():
    rows = [item("1", "Visits"), item("2", "Plans")]
    drawn = draft_of(plan([action("Audit")], rows))
    linked = plan_of(drawn, Told(links=[("i1", 5, True)]))
    assert [one.answers for one in linked.items] == ["recommendation", "additional"]
    heading = {"heading": "Likely to be judged good if", "column": "item"}
    judged = draft_of(plan([action("Audit")], rows, headings=[heading]))
    assert {one.answers for one in plan_of(judged, Told()).items} == {"descriptor"}


def test_open_questions_go_along_tied_to_their_rows():
    drawn = draft_of(
        plan(
            [
                action("Audit", leads=["Ann Dale"]),
                action("Train", timescale="TBC"),
                action("Meet", leads=["Ann Dale", "Bo Reed"]),
            ],
            [item("1", "Visits", timescale="3 months"), item("2", "Plans")],
        )
    )
    left = questions_of(drawn)
    made = plan_of(drawn, Told(left=left, who={"Ann Dale": {"person": ANN}}))
    found = {(one.topic, one.item, one.action) for one in made.to_settle}
    assert {("lead", None, 1), ("lead", None, 2), ("timescale", 1, None)} <= found
    leads = [one.suggestion for one in made.to_settle if one.topic == "lead"]
    assert leads == [{"person": 7}, {"person": 7}]
    printed = [one.suggestion for one in made.to_settle if one.item == 1]
    assert printed == [{"printed": "3 months", "source": "inspectorate"}]
    assert len(made.to_settle) == len(left)


def test_a_plan_takes_its_title_from_its_parts_or_its_file():
    assert plan_of(draft_of(plan([action("Audit")])), Told()).title == "Improvement plan"
    untitled = plan([action("Audit")], plans=[{"title": None, "judgements": []}])
    assert plan_of(draft_of(untitled), Told()).title == "plan.docx"


def test_a_report_is_recorded_as_edited_and_without_refused_rows():
    drawn = draft_of(report([recommendation("Visit more"), recommendation("a page number")]))
    drawn = refuse(drawn, "r2", "not a recommendation")
    drawn, _ = set_value(drawn, "published", "2022-01-11")
    made = report_of(drawn)
    assert [one.text for one in made.recommendations] == ["Visit more"]
    assert made.published == date(2022, 1, 11)


def test_a_plan_is_no_report():
    with pytest.raises(UserFacingError):
        report_of(draft_of(plan([action("Audit")])))


def test_a_test_that_names_a_product_but_tells_of_more_is_asked_about():
    drawn = draft_of(plan([action("Audit", test="Copy of letter\nMinutes showing fewer delays")]))
    (question,) = [one for one in questions_of(drawn) if one.kind == "test kind"]
    assert question.suggestion == {"1": "difference"}
    after, _ = set_value(drawn, question.where, question.suggestion)
    assert not [one for one in questions_of(after) if one.kind == "test kind"]
