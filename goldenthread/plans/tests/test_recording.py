"""Recording a plan: ids, texts, who, by when, tests, claims, faults."""

from dataclasses import replace
from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.inspections.tests.factories import recorded as report_recorded
from goldenthread.people import actions as people
from goldenthread.people.history import history_of
from goldenthread.people.models import Post, Team
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import LONG_AGO
from goldenthread.plans import actions
from goldenthread.plans.drafts import (
    ActionDraft,
    ItemDraft,
    LinkDraft,
    ReferenceDraft,
    StandingDraft,
    TestDraft,
    TimescaleDraft,
)
from goldenthread.plans.models import Plan, Update
from goldenthread.plans.tests.factories import ROW, plan, recorded
from goldenthread.sources.models import StoredFile, Upload


def action(row, serial):
    return row.actions.get(public_id=f"P1-A{serial}")


def test_items_are_numbered_through_the_parts_and_have_ids_of_their_own(cast):
    row = recorded(cast, plan(title="First"))
    assert row.public_id == "P1"
    assert recorded(cast, plan(title="Second")).public_id == "P2"
    assert list(row.items.order_by("order").values_list("public_id", "number", "part__title")) == [
        ("P1-I1", "1", "Safeguarding"),
        ("P1-I2", "2", "Safeguarding"),
        ("P1-I3", "3", "Looked after children"),
    ]
    ids = row.actions.order_by("order").values_list("public_id", flat=True)
    assert list(ids) == ["P1-A1", "P1-A2", "P1-A3", "P1-A4"]


def test_each_authority_counts_its_own_plans(cast):
    recorded(cast)
    other = actions.record_plan(authority=cast.bramley, by=cast.charlie, upload=None, plan=plan())
    assert other.public_id == "P1"


def test_texts_stand_verbatim_with_their_places(cast):
    row = recorded(cast)
    item, first = row.items.get(number="1"), action(row, 1)
    assert (item.text, item.source_place) == (
        "All partners understand the threshold",
        {**ROW, "cell": 2},
    )
    assert (first.text, first.ref, first.source_place) == (
        "Meet with each of the 14 head teachers",
        "i)",
        {**ROW, "cell": 3},
    )
    assert first.deadlines.get().source_place == {**ROW, "cell": 5}
    part = row.current_version.parts.first()
    assert part.judgements.get().grade_printed == "Adequate"


def test_one_action_serves_two_items_with_a_target_for_each(cast):
    hub = action(recorded(cast), 2)
    assert [item.number for item in hub.items.order_by("order")] == ["2", "3"]
    assert list(hub.deadlines.order_by("due").values_list("item__number", "due", "precision")) == [
        ("3", date(2013, 9, 30), "month"),
        ("2", date(2013, 10, 31), "month"),
    ]


def test_the_inspectorates_and_the_local_timescale_are_two(cast):
    row = recorded(cast)
    theirs = row.items.get(number="1").deadlines.get()
    ours = action(row, 1).deadlines.get()
    assert (theirs.source, theirs.printed, theirs.due) == ("inspectorate", "immediat", None)
    assert (ours.source, ours.printed, ours.due, ours.precision) == (
        "local",
        "July 2012",
        date(2012, 7, 31),
        "month",
    )


def test_one_lead_is_accountable_and_co_leads_and_delegates_stand_beside(cast):
    row = recorded(cast)
    third = action(row, 3).standings.values_list("rank", "printed")
    assert sorted(third) == [("co-lead", "Ben Brown"), ("lead", "Ann Adams")]
    assert action(row, 1).standings.get(rank="delegate").printed == "TMs"
    assert not action(row, 2).standings.exists(), "a lead is never invented"


def test_a_person_a_post_a_team_or_a_partner_may_stand(cast):
    person = people.add_person(authority=cast.aldermere, name="Ann Adams", by=cast.setup)
    team = Team.objects.create(authority=cast.aldermere, name="Duty team")
    given = (
        StandingDraft(printed="A Adams", person=person),
        StandingDraft(printed="Duty", rank="delegate", team=team),
    )
    row = recorded(cast, one_action(standings=given))
    assert [standing.who for standing in row.actions.get().standings.order_by("rank")] == [
        "Duty team",
        "Ann Adams",
    ]


def one_action(**changes):
    given = {"items": (0,), "text": "Write", **changes}
    return plan(actions=(ActionDraft(**given),), references=(), to_settle=())


def test_tests_have_a_proposed_kind_and_a_quantity(cast):
    row = recorded(cast)
    heads, sample = action(row, 1).tests.get(), action(row, 3).tests.get()
    assert (heads.kind, heads.kind_proposed, heads.quantity, heads.unit) == (
        "done",
        True,
        14,
        "head teachers",
    )
    assert (sample.kind, sample.quantity, sample.unit) == ("practice", 20, "records")
    said = recorded(cast, one_action(tests=(TestDraft(text="Letter", kind="practice"),)))
    test = said.actions.get().tests.get()
    assert (test.kind, test.kind_proposed) == ("practice", False)


def test_an_action_without_a_test_has_none(cast):
    row = recorded(cast)
    missing = row.actions.current().filter(tests=None, same_as=None)
    assert [one.public_id for one in missing] == ["P1-A2"]


def test_claims_stand_as_reported_and_nothing_else_does(cast):
    row = recorded(cast)
    first = {one.column: one for one in action(row, 1).asreporteds.all()}
    assert (first["evidence"].text, first["evidence"].claims) == ("Yes - part", "part evidence")
    assert first["evidence"].source_place == {**ROW, "cell": 9}
    assert first["progress"].count == 1
    done = {one.column: one for one in action(row, 3).asreporteds.all()}
    assert (done["completed"].completed_on, done["completed"].precision) == (
        date(2012, 6, 30),
        "month",
    )
    assert (done["progress"].claims, done["progress"].completed_on) == ("completed", None)
    assert not Update.objects.exists(), "a document gives no update: nobody of here said it"
    assert row.used_on is None


def test_completed_without_evidence_can_be_asked_for(cast):
    row = recorded(cast)
    done = row.actions.filter(asreporteds__claims="completed").distinct()
    bare = done.exclude(asreporteds__column="evidence")
    assert sorted(one.public_id for one in bare) == ["P1-A2", "P1-A3"]


def test_a_row_that_only_points_elsewhere_does_so(cast):
    row = recorded(cast)
    pointing = action(row, 4)
    assert pointing.same_as == action(row, 1)
    reference = pointing.references.get()
    assert (reference.printed, reference.kind, reference.to_item.number) == (
        "As above (1)",
        "shares action",
        "1",
    )


def test_a_broken_reference_is_kept_and_listed(cast):
    broken = ReferenceDraft(action=0, printed="see 9 above")
    row = recorded(cast, replace(one_action(), references=(broken,)))
    assert row.actions.get().references.get().is_broken
    problems = row.current_version.issues.values_list("where", "problem")
    assert ("1", "“see 9 above” leads to nothing in this plan.") in list(problems)


def test_a_label_that_clashes_is_listed(cast):
    labelled = plan(
        actions=(
            ActionDraft(items=(0,), ref="i)", text="Write"),
            ActionDraft(items=(0,), ref="i)", text="Read"),
        ),
        references=(),
        to_settle=(),
    )
    row = recorded(cast, labelled)
    assert [one.ref for one in row.actions.order_by("order")] == ["i)", "i)"]
    problems = row.current_version.issues.values_list("problem", flat=True)
    assert "The label “i)” is printed twice." in list(problems)


def test_an_action_is_one_off_recurring_or_sustained(cast):
    again = one_action(timescales=(TimescaleDraft(printed="monthly"),))
    row = recorded(cast, again).actions.get()
    assert (row.kind, row.kind_proposed) == ("recurring", True)
    goes_on = recorded(cast, one_action(kind="sustained")).actions.get()
    assert (goes_on.kind, goes_on.kind_proposed) == ("sustained", False)


def test_items_may_answer_descriptors_and_make_a_tree(cast):
    tree = plan(
        items=(
            ItemDraft(number="5.0", text="Plans are good", answers="descriptor"),
            ItemDraft(number="5.1", text="Plans are reviewed", answers="descriptor"),
            ItemDraft(number="5.2", text="Plans are shared", answers="descriptor"),
        ),
        actions=(ActionDraft(items=(0, 1, 2), text="Review plans"),),
        references=(),
        to_settle=(),
    )
    row = recorded(cast, tree)
    assert set(row.items.values_list("answers", flat=True)) == {"descriptor"}
    parents = {item.number: item.parent and item.parent.number for item in row.items.all()}
    assert parents == {"5.0": None, "5.1": "5.0", "5.2": "5.0"}
    assert row.actions.get().items.count() == 3


def test_what_is_open_and_what_is_wrong_is_kept(cast):
    version = recorded(cast).current_version
    assert [row.words for row in version.to_settle.order_by("order")] == [
        "Who leads the launch?",
        "Which year?",
        "Is P1-A2 ii) completed, as the plan says: “The hub went live Oct.13.”?",
        "Is P1-A3 completed, as the plan says: “June 2012”?",
    ]
    assert "The label is printed twice." in version.issues.values_list("problem", flat=True)


def test_links_come_with_the_plan_and_mark_the_report_used(cast):
    report = report_recorded(cast)
    visits = report.recommendations.get(number="1")
    draft = plan(links=(LinkDraft(item=2, recommendation=visits.pk, signed_off=True),))
    link = recorded(cast, draft).items.get(number="3").answered.get()
    assert (link.wording, link.signed_off_by) == ("differs", cast.alice)
    report.refresh_from_db()
    assert report.in_use


def test_a_link_that_stands_is_not_made_again_by_the_next_version(cast):
    visits = report_recorded(cast).recommendations.get(number="1")
    draft = plan(links=(LinkDraft(item=2, recommendation=visits.pk),))
    row = recorded(cast, draft)
    link = row.items.get(number="3").answered.get()
    recorded(cast, draft, replaces=row)
    assert row.items.get(number="3").answered.get() == link


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": " "}, "The plan has no title"),
        ({"day": None}, "how exact it is do not go together"),
        ({"items": (ItemDraft(number="1", text=""),) * 3}, "Item 1 has no text"),
        (
            {"references": (ReferenceDraft(action=3, printed="see 1", to_item=0, to_action=0),)},
            "“see 1” leads to an item and to an action",
        ),
        ({"links": (LinkDraft(item=2, recommendation=0),)}, "a recommendation that is not there"),
    ],
)
def test_a_plan_with_a_problem_is_refused(cast, changes, words):
    with pytest.raises(NotAllowedNow, match=words):
        recorded(cast, plan(**changes))
    assert not Plan.objects.exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"standings": (StandingDraft(printed="A"), StandingDraft(printed="B"))}, "two leads"),
        ({"standings": (StandingDraft(printed=""),)}, "without a name"),
        (
            {"timescales": (TimescaleDraft(printed="May"), TimescaleDraft(printed="June"))},
            "two timescales of one kind",
        ),
        ({"timescales": (TimescaleDraft(printed="May", item=2),)}, "does not serve"),
        ({"same_as": 0}, "points to itself"),
        ({"text": " "}, "Action 1 has no text"),
        ({"items": (0, 0)}, "serves an item twice"),
        (
            {"standings": (StandingDraft(printed="Duty", team=Team(), post=Post()),)},
            "“Duty” is more than one",
        ),
    ],
)
def test_an_action_with_a_problem_is_refused(cast, changes, words):
    with pytest.raises(NotAllowedNow, match=words):
        recorded(cast, one_action(**changes))
    assert not Plan.objects.exists()


def test_who_stands_is_of_the_same_authority(cast):
    stranger = people.add_person(authority=cast.bramley, name="Dora Dean", by=cast.setup)
    given = (StandingDraft(printed="Dora Dean", person=stranger),)
    with pytest.raises(NotAllowedNow, match="Nothing crosses between authorities"):
        recorded(cast, one_action(standings=given))


def test_a_file_and_the_version_before_are_of_the_same_authority(cast):
    given = {"authority": cast.aldermere, "plan": plan()}
    foreign = Upload(file=StoredFile(authority=cast.bramley))
    with pytest.raises(NotAllowedNow, match="no file of Aldermere"):
        actions.record_plan(**given, upload=foreign, by=cast.alice)
    people.give_role(
        user=cast.alice, authority=cast.bramley, role=Role.IMPROVEMENT_OFFICER, by=cast.setup,
        started_on=LONG_AGO,
    )  # fmt: skip
    theirs = actions.record_plan(**given | {"authority": cast.bramley}, upload=None, by=cast.alice)
    with pytest.raises(NotAllowedNow, match="is another's plan"):
        actions.record_plan(**given, upload=None, by=cast.alice, replaces=theirs)


def test_only_improvement_officers_record_plans(cast):
    for user in (cast.bob, cast.charlie):
        with pytest.raises(NotAllowed, match="record a plan"):
            actions.record_plan(authority=cast.aldermere, by=user, upload=None, plan=plan())


def test_recording_is_one_line_of_history(cast):
    row = recorded(cast)
    (line,) = history_of(row)
    assert (line.verb, line.by) == ("recorded", cast.alice)


def test_a_plan_costs_about_the_same_queries_however_many_claims_it_has(
    cast, django_assert_max_num_queries
):
    with django_assert_max_num_queries(80):
        recorded(cast)
