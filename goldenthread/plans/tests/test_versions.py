"""The next version of a plan beside the one before."""

from dataclasses import replace
from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people import actions as people
from goldenthread.people.history import history_of
from goldenthread.plans import actions, deadlines
from goldenthread.plans.drafts import (
    ActionDraft,
    ItemDraft,
    ReportedDraft,
    StandingDraft,
    TestDraft,
    TimescaleDraft,
)
from goldenthread.plans.models import ToSettle, Wording
from goldenthread.plans.tests.factories import plan, recorded

LATER = {"label": "March 2014", "day": date(2014, 3, 31)}


def first(**changes):
    """A plan of one item and one action."""
    return plan(
        items=(ItemDraft(number="1", text="All partners understand the threshold"),),
        actions=(action(),),
        references=(),
        to_settle=(),
        issues=(),
        **changes,
    )


def action(**changes):
    draft = ActionDraft(
        items=(0,),
        text="Meet the head teachers",
        standings=(StandingDraft(printed="Ann Adams"),),
        timescales=(TimescaleDraft(printed="July 2013"),),
        tests=(TestDraft(text="Copy of letter"),),
    )
    return replace(draft, **changes)


def with_action(**changes):
    return replace(first(), actions=(action(**changes),), **LATER)


def test_what_a_next_version_still_holds_keeps_its_ids(cast):
    row = recorded(cast)
    before = dict(row.actions.values_list("text", "public_id"))
    dropped = plan(
        actions=plan().actions[1:3], references=(), to_settle=(), items=plan().items, **LATER
    )
    assert recorded(cast, dropped, replaces=row) == row
    after = dict(row.actions.current().values_list("text", "public_id"))
    assert after == {text: before[text] for text in ("Launch the hub", "New front sheet")}
    assert row.actions.count() == 4, "nothing is deleted"


def test_ids_that_were_given_once_are_not_given_again(cast):
    row = recorded(cast, first())
    recorded(cast, with_action(text="Write to every school"), replaces=row)
    assert row.actions.current().get().public_id == "P1-A2"
    assert row.actions.get(public_id="P1-A1").dropped_in == row.current_version


def test_a_person_may_say_that_a_reworded_row_is_the_same(cast):
    row = recorded(cast, first())
    recorded(cast, with_action(text="Write to every school", keeps="P1-A1"), replaces=row)
    (kept,) = row.actions.all()
    assert (kept.public_id, kept.text) == ("P1-A1", "Write to every school")
    with pytest.raises(NotAllowedNow, match="P1-A9 is no row of the version before"):
        recorded(cast, with_action(keeps="P1-A9"), replaces=row)


def test_versions_stand_side_by_side_with_their_own_words_and_claims(cast):
    row = recorded(cast, first())
    told = (ReportedDraft(column="progress", text="Completed"),)
    recorded(
        cast,
        with_action(text="Meet the head-teachers", ref="i)", keeps="P1-A1", reported=told),
        replaces=row,
    )
    words = Wording.objects.filter(action__public_id="P1-A1").order_by("version__number")
    assert list(words.values_list("version__label", "text", "number")) == [
        ("September 2013", "Meet the head teachers", ""),
        ("March 2014", "Meet the head-teachers", "i)"),
    ]
    kept = row.actions.get()
    assert kept.asreporteds.current().get().version.label == "March 2014"
    assert [version.state for version in row.versions.order_by("number")] == ["replaced", "current"]


def test_an_earlier_timescale_stands_beside_the_dropped_one(cast):
    row = recorded(cast, first())
    recorded(cast, with_action(timescales=(TimescaleDraft(printed="May 2013"),)), replaces=row)
    kept = row.actions.get()
    assert kept.deadlines.current().get().printed == "May 2013"
    assert kept.deadlines.exclude(dropped_in=None).get().printed == "July 2013"


@pytest.mark.parametrize("printed", ["Oct 2013", "TBC", None])
def test_a_later_timescale_or_none_is_asked_and_the_day_stands(cast, printed):
    row = recorded(cast, first())
    timescales = (TimescaleDraft(printed=printed),) if printed else ()
    recorded(cast, with_action(timescales=timescales), replaces=row)
    assert row.actions.get().deadlines.get().due == date(2013, 7, 31)
    asked = row.current_version.to_settle.get()
    assert "stands" in asked.words
    assert asked.topic == ("timescale" if printed == "Oct 2013" else "other")


def test_a_later_timescale_of_a_document_becomes_more_time_that_somebody_else_approves(cast):
    row = recorded(cast, first())
    later = with_action(timescales=(TimescaleDraft(printed="Oct 2013"),))
    recorded(cast, later, replaces=row)
    asked, action = row.current_version.to_settle.get(), row.actions.get()
    actions.settle(to_settle=asked, answer=asked.suggestion, by=cast.alice)
    assert deadlines.counting(action) == date(2013, 7, 31)
    recorded(cast, later, replaces=row)
    assert not row.current_version.to_settle.exists(), "it waits for an answer"
    actions.approve_extension(move=action.moves.get(), by=cast.bob)
    assert deadlines.counting(action) == date(2013, 10, 31)


def test_immediately_is_not_put_off_by_a_document(cast):
    draft = with_action(timescales=(TimescaleDraft(printed="Immediately"),))
    row = recorded(cast, draft)
    later = with_action(timescales=(TimescaleDraft(printed="Oct 2033"),))
    recorded(cast, later, replaces=row)
    assert row.actions.get().deadlines.get().reading == "immediate"
    assert "Oct 2033" in row.current_version.to_settle.get().words


def test_what_did_not_change_is_not_written_again(cast):
    row = recorded(cast, first())
    recorded(cast, with_action(), replaces=row)
    kept = row.actions.get()
    for rows in (kept.deadlines, kept.standings, kept.tests, kept.served):
        assert rows.get().version.number == 1


def test_a_lead_that_people_set_stays_and_the_printed_one_is_asked(cast):
    row = recorded(cast, first())
    ben = people.add_person(authority=cast.aldermere, name="Ben Brown", by=cast.setup)
    question = ToSettle.objects.create(
        version=row.current_version, order=1, topic="lead", action=row.actions.get(), words="Who?"
    )
    actions.settle(to_settle=question, answer={"person": ben.pk}, by=cast.alice)
    recorded(cast, with_action(standings=(StandingDraft(printed="Cara Cole"),)), replaces=row)
    leads = row.actions.get().standings.current().filter(rank="lead", ended_on=None)
    assert leads.get().person == ben
    asked = row.current_version.to_settle.get()
    assert (asked.topic, "Cara Cole" in asked.words) == ("lead", True)


def test_a_day_that_people_set_stays_and_only_a_new_wording_is_asked(cast):
    row = recorded(cast, first())
    question = ToSettle.objects.create(
        version=row.current_version, order=1, topic="timescale", action=row.actions.get(), words="?"
    )
    actions.settle(to_settle=question, answer={"due": "2013-05-02"}, by=cast.alice)
    recorded(cast, with_action(), replaces=row)
    assert not row.current_version.to_settle.exists(), "July 2013 was answered before"
    recorded(cast, with_action(timescales=(TimescaleDraft(printed="May 2014"),)), replaces=row)
    assert "May 2014" in row.current_version.to_settle.get().words
    assert row.actions.get().deadlines.current().get().due == date(2013, 5, 2)


def test_a_version_taken_back_leaves_the_one_before(cast):
    row = recorded(cast, first())
    changed = with_action(
        text="Meet the heads teachers",
        keeps="P1-A1",
        timescales=(TimescaleDraft(printed="Oct 2013"),),
    )
    recorded(cast, changed, replaces=row)
    second = row.current_version
    actions.withdraw_version(version=second, by=cast.alice, why="The wrong file.")
    assert row.current_version.number == 1
    kept = row.actions.current().get()
    assert (kept.text, kept.deadlines.current().get().printed) == (
        "Meet the head teachers",
        "July 2013",
    )
    assert "The wrong file." in [entry.why for entry in history_of(row)]


def test_rows_that_a_withdrawn_version_dropped_stand_again(cast):
    row = recorded(cast)
    only_one = plan(actions=(plan().actions[2],), references=(), to_settle=(), **LATER)
    recorded(cast, only_one, replaces=row)
    actions.withdraw_version(version=row.current_version, by=cast.alice, why="Too early.")
    assert row.actions.current().count() == 4
    assert recorded(cast, only_one, replaces=row).current_version.number == 3


@pytest.mark.parametrize("why", ["Wrong.", ""])
def test_the_only_version_is_not_withdrawn_alone(cast, why):
    row = recorded(cast)
    with pytest.raises(NotAllowedNow, match="cannot be withdrawn"):
        actions.withdraw_version(version=row.current_version, by=cast.alice, why=why)


def test_a_version_that_somebody_worked_on_is_not_withdrawn(cast):
    row = recorded(cast)
    recorded(cast, plan(**LATER), replaces=row)
    actions.mark_used(plan=row, by=cast.alice, what="paper 1")
    with pytest.raises(NotAllowedNow, match="somebody has worked on it"):
        actions.withdraw_version(version=row.current_version, by=cast.alice, why="Wrong.")


def test_a_plan_is_replaced_in_its_own_authority_only(cast):
    row = recorded(cast)
    with pytest.raises(NotAllowed):
        actions.record_plan(
            authority=cast.bramley, by=cast.charlie, upload=None, plan=plan(), replaces=row
        )


def test_somebody_whom_the_next_version_prints_in_another_rank_stands_in_that(cast):
    row = recorded(cast, with_action(standings=(StandingDraft(printed="Ben", rank="co-lead"),)))
    recorded(cast, with_action(standings=(StandingDraft(printed="Ben"),)), replaces=row)
    stands = row.actions.current().get().standings.current()
    assert [(one.rank, one.printed) for one in stands] == [("lead", "Ben")]


def test_only_the_version_that_counts_is_withdrawn(cast):
    row = recorded(cast, first())
    before = row.current_version
    recorded(cast, first(), replaces=row)
    with pytest.raises(NotAllowedNow, match="not the version that counts now"):
        actions.withdraw_version(version=before, by=cast.alice, why="Wrong.")
