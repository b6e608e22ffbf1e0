"""Links, settling, checkers, withdrawing and archiving."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.inspections.tests.factories import recorded as report_recorded
from goldenthread.people import actions as people
from goldenthread.people.history import history_of
from goldenthread.people.models import PartnerOrganisation, Post, Team
from goldenthread.plans import actions, triggers
from goldenthread.plans.drafts import ActionDraft, ItemDraft, StandingDraft
from goldenthread.plans.models import (
    AsReported,
    Plan,
    Standing,
    ToSettle,
    Update,
    Version,
    Wording,
)
from goldenthread.plans.tests.factories import plan, recorded


def linked(cast):
    """Two recommendations of a report, and a plan with three items."""
    return list(report_recorded(cast).recommendations.order_by("order")), recorded(cast)


def test_s2_items_and_recommendations_are_many_to_many(cast):
    (visits, audits), row = linked(cast)
    one, two, three = row.items.order_by("order")
    for item, recommendation in ((one, visits), (two, visits), (three, visits), (three, audits)):
        actions.link_recommendation(item=item, recommendation=recommendation, by=cast.alice)
    assert visits.answered_by.current().count() == 3
    assert [link.recommendation for link in three.answered.order_by("pk")] == [visits, audits]
    visits.inspection.refresh_from_db()
    assert visits.inspection.in_use


def test_a_changed_wording_is_told_and_signed_off(cast):
    (visits, _), row = linked(cast)
    item = row.items.get(number="3")
    link = actions.link_recommendation(item=item, recommendation=visits, by=cast.alice)
    assert (link.wording, link.signed_off_at) == ("differs", None)
    assert link.difference == '"Visit in time" -> "Visits are recorded"'
    signed = actions.sign_off_wording(link=link, by=cast.bob)
    assert signed.signed_off_by == cast.bob
    with pytest.raises(NotAllowedNow, match="no difference left"):
        actions.sign_off_wording(link=link, by=cast.bob)


def test_the_same_wording_needs_no_signing_off(cast):
    (visits, _), _ = linked(cast)
    row = recorded(cast, plan(items=(plan().items[0],) * 2 + (same_words(visits),)))
    item = row.items.get(number="9")
    link = actions.link_recommendation(item=item, recommendation=visits, by=cast.alice)
    assert (link.wording, link.difference) == ("same", "")
    with pytest.raises(NotAllowedNow, match="no difference left"):
        actions.sign_off_wording(link=link, by=cast.bob)


def same_words(recommendation):
    return ItemDraft(number="9", text=recommendation.text.upper())


def test_a_link_is_made_once_and_may_be_taken_away(cast):
    (visits, _), row = linked(cast)
    item = row.items.first()
    link = actions.link_recommendation(item=item, recommendation=visits, by=cast.alice)
    with pytest.raises(NotAllowedNow, match="already"):
        actions.link_recommendation(item=item, recommendation=visits, by=cast.alice)
    with pytest.raises(NotAllowedNow, match="Say why"):
        actions.unlink_recommendation(link=link, by=cast.alice, why=" ")
    actions.unlink_recommendation(link=link, by=cast.alice, why="Another paragraph.")
    assert not item.answered.current().exists()
    with pytest.raises(NotAllowedNow, match="taken away"):
        actions.unlink_recommendation(link=link, by=cast.alice, why="Again.")
    actions.link_recommendation(item=item, recommendation=visits, by=cast.alice)


def test_links_do_not_cross_authorities(cast):
    (visits, _), _ = linked(cast)
    other = actions.record_plan(authority=cast.bramley, by=cast.charlie, upload=None, plan=plan())
    with pytest.raises(NotAllowedNow, match="Nothing crosses"):
        actions.link_recommendation(
            item=other.items.first(), recommendation=visits, by=cast.charlie
        )
    with pytest.raises(NotAllowed):
        actions.link_recommendation(item=other.items.first(), recommendation=visits, by=cast.alice)


def open_question(row, topic, public_id):
    return ToSettle.objects.create(
        version=row.current_version,
        order=99,
        topic=topic,
        action=row.actions.get(public_id=public_id),
        words="?",
    )


def leads(row, public_id):
    of = Standing.objects.filter(action__plan=row, action__public_id=public_id, rank="lead")
    return [standing.who for standing in of.filter(ended_on=None, dropped_in=None)]


def test_settling_the_lead_names_the_one_accountable(cast):
    row = recorded(cast)
    ann = people.add_person(authority=cast.aldermere, name="Ann Adams", by=cast.setup)
    asked = row.current_version.to_settle.get(topic="lead")
    settled = actions.settle(to_settle=asked, answer={"person": ann.pk}, by=cast.alice)
    assert leads(row, "P1-A2") == ["Ann Adams"]
    assert (settled.state, settled.settled_by, settled.answer) == (
        "settled",
        cast.alice,
        {"person": ann.pk},
    )
    assert not ToSettle.objects.open().filter(topic="lead").exists()
    with pytest.raises(NotAllowedNow, match="settled already"):
        actions.settle(to_settle=asked, answer={"person": ann.pk}, by=cast.alice)
    row.refresh_from_db()
    assert row.used_on is not None


def test_settling_resolves_the_printed_name(cast):
    row = recorded(cast)
    ann = people.add_person(authority=cast.aldermere, name="Ann Adams", by=cast.setup)
    actions.settle(
        to_settle=open_question(row, "lead", "P1-A1"), answer={"person": ann.pk}, by=cast.alice
    )
    standing = row.actions.get(public_id="P1-A1").standings.get(rank="lead")
    assert (standing.person, standing.printed, standing.ended_on) == (ann, "Ann Adams", None)


def test_a_co_lead_moves_up_and_whoever_led_before_ends(cast):
    ann = people.add_person(authority=cast.aldermere, name="Ann Adams", by=cast.setup)
    ben = people.add_person(authority=cast.aldermere, name="Ben Brown", by=cast.setup)
    both = (
        StandingDraft(printed="A Adams", person=ann),
        StandingDraft(printed="B Brown", person=ben, rank="co-lead"),
    )
    draft = plan(
        actions=(ActionDraft(items=(0,), text="Write", standings=both),),
        references=(),
        to_settle=(),
    )
    row = recorded(cast, draft)
    actions.settle(
        to_settle=open_question(row, "lead", "P1-A1"), answer={"person": ben.pk}, by=cast.alice
    )
    assert leads(row, "P1-A1") == ["Ben Brown"]
    assert row.actions.get().standings.filter(ended_on=None).count() == 1


@pytest.mark.parametrize(
    ("topic", "answer", "words"),
    [
        ("lead", {}, "Name one lead"),
        ("lead", {"person": 1, "team": 1}, "Name one lead"),
        ("lead", {"person": 0}, "not here"),
        ("timescale", {}, "Give a timescale"),
        ("timescale", {"due": "soon"}, "is no day"),
        ("timescale", {"printed": "May", "item": 0}, "not here"),
        ("test kind", {"kind": "blue"}, "of the kind"),
        ("test kind", {"kind": "done", "test": 0}, "not of this row"),
        ("completion", {}, "yes or no"),
        ("other", {"words": " "}, "in words"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(cast, topic, answer, words):
    asked = open_question(recorded(cast), topic, "P1-A1")
    with pytest.raises(NotAllowedNow, match=words):
        actions.settle(to_settle=asked, answer=answer, by=cast.alice)
    asked.refresh_from_db()
    assert asked.state == "open"


def test_settling_a_timescale_keeps_the_one_before(cast):
    row = recorded(cast)
    asked = open_question(row, "timescale", "P1-A1")
    actions.settle(to_settle=asked, answer={"printed": "End May 2012"}, by=cast.alice)
    deadlines = row.actions.get(public_id="P1-A1").deadlines
    assert deadlines.current().get().due == date(2012, 5, 31)
    assert deadlines.exclude(dropped_in=None).get().printed == "July 2012"


def test_settling_a_timescale_later_only_asks_for_more_time(cast):
    row = recorded(cast)
    asked = open_question(row, "timescale", "P1-A1")
    actions.settle(to_settle=asked, answer={"printed": "End Sept 2012"}, by=cast.alice)
    action = row.actions.get(public_id="P1-A1")
    assert action.deadlines.get().printed == "July 2012"
    move = action.moves.get()
    assert (move.state, move.to) == ("asked", date(2012, 9, 30))


def test_settling_a_timescale_in_words_takes_no_day_away(cast):
    row = recorded(cast)
    asked = open_question(row, "timescale", "P1-A1")
    with pytest.raises(NotAllowedNow, match="stands"):
        actions.settle(to_settle=asked, answer={"printed": "TBC"}, by=cast.alice)


def test_a_completion_that_the_plan_claims_is_asked_and_taken_over(cast):
    row = recorded(cast)
    asked = row.current_version.to_settle.get(topic="completion", action__public_id="P1-A3")
    assert not hasattr(asked.action, "delivery"), "a document sets no state"
    actions.settle(to_settle=asked, answer=asked.suggestion, by=cast.alice)
    delivery = row.actions.get(public_id="P1-A3").delivery
    assert (delivery.state, delivery.completed_on) == ("done", date(2012, 6, 30))
    again = recorded(cast, replaces=row).current_version.to_settle.filter(topic="completion")
    assert [one.action.public_id for one in again] == ["P1-A2"]


def test_a_completion_that_is_left_as_reported_is_not_asked_again(cast):
    row = recorded(cast)
    asked = row.current_version.to_settle.get(topic="completion", action__public_id="P1-A3")
    actions.settle(to_settle=asked, answer={"take_over": False}, by=cast.alice)
    again = recorded(cast, replaces=row).current_version.to_settle.filter(topic="completion")
    assert [one.action.public_id for one in again] == ["P1-A2"]
    assert not hasattr(row.actions.get(public_id="P1-A3"), "delivery")


def test_settling_the_kind_of_a_test_confirms_it(cast):
    row = recorded(cast)
    test = row.actions.get(public_id="P1-A1").tests.get()
    asked = open_question(row, "test kind", "P1-A1")
    answer = {"test": test.pk, "kind": "practice"}
    actions.settle(to_settle=asked, answer=answer, by=cast.alice, why="They use it.")
    test.refresh_from_db()
    assert (test.kind, test.kind_proposed) == ("practice", False)
    assert history_of(asked)[0].verb == "settled"


def test_an_unused_plan_is_withdrawn_and_a_used_one_archived(cast):
    row = recorded(cast)
    withdrawn = actions.withdraw_plan(plan=row, by=cast.alice, why="The wrong file.")
    assert withdrawn.state == "withdrawn"
    assert not Plan.objects.current().exists()
    used = recorded(cast)
    assert used.public_id == "P2", "an id is given once"
    actions.mark_used(plan=used, by=cast.alice, what="paper 1")
    with pytest.raises(NotAllowedNow, match="Archive it instead"):
        actions.withdraw_plan(plan=used, by=cast.alice, why="Wrong.")
    assert actions.archive_plan(plan=used, by=cast.alice, why="Closed.").state == "archived"
    with pytest.raises(NotAllowedNow, match="archived"):
        actions.archive_plan(plan=used, by=cast.alice, why="Again.")


def test_taking_back_needs_a_reason_and_the_role(cast):
    row = recorded(cast)
    with pytest.raises(NotAllowedNow, match="Say why"):
        actions.withdraw_plan(plan=row, by=cast.alice, why="")
    with pytest.raises(NotAllowed):
        actions.withdraw_plan(plan=row, by=cast.bob, why="Wrong.")


def test_what_is_marked_used_is_told_once(cast):
    row = recorded(cast)
    for _ in range(2):
        actions.mark_used(plan=row, by=cast.bob, what="paper 1")
    assert [entry.verb for entry in history_of(row)].count("used") == 1


@pytest.mark.parametrize("model", [Wording, AsReported, Update])
def test_the_database_only_adds_updates_claims_and_wordings(cast, model):
    row = recorded(cast)
    Update.objects.create(
        action=row.actions.first(), text="Begun", by=cast.alice, at=row.recorded_at
    )
    for change in (lambda rows: rows.update(text="x"), lambda rows: rows._raw_delete(rows.db)):
        with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
            change(model.objects.all())


def test_every_trigger_is_in_place(db):
    assert triggers.missing(connection) == set()


def refused(name):
    """SQLite names the constraint of a check only, PostgreSQL every one."""
    if connection.vendor == "postgresql":
        return pytest.raises(IntegrityError, match=name)
    return pytest.raises(IntegrityError, match="constraint failed")


def test_the_database_holds_one_lead_at_a_time(cast):
    action = recorded(cast).actions.get(public_id="P1-A1")
    with pytest.raises(IntegrityError), transaction.atomic():
        Standing.objects.create(action=action, rank="lead", printed="Cara Cole")


def test_the_database_holds_that_one_stands_or_a_printed_name(cast):
    action = recorded(cast).actions.get(public_id="P1-A2")
    team = Team.objects.create(authority=cast.aldermere, name="Duty team")
    partner = PartnerOrganisation.objects.create(authority=cast.aldermere, name="The hospital")
    post = Post.objects.create(authority=cast.aldermere, title="Head of service")
    for who in ({}, {"team": team, "partner": partner}, {"post": post, "team": team}):
        with refused("plans_standing_is_one_or_printed"), transaction.atomic():
            Standing.objects.create(action=action, rank="delegate", **who)
    Standing.objects.create(action=action, rank="delegate", partner=partner, printed="Hospital")


def test_the_database_holds_each_public_id_once(cast):
    row = recorded(cast)
    with refused("plans_plan_public_id_once"), transaction.atomic():
        Plan.objects.create(
            authority=cast.aldermere,
            public_id="P1",
            title="Other",
            recorded_by=cast.alice,
            recorded_at=row.recorded_at,
        )
    with refused("plans_action_public_id_once"), transaction.atomic():
        row.actions.filter(public_id="P1-A2").update(public_id="P1-A1")
    with refused("plans_item_public_id_once"), transaction.atomic():
        row.items.filter(public_id="P1-I2").update(public_id="P1-I1")


def test_the_database_holds_that_what_is_used_is_not_withdrawn(cast):
    row = recorded(cast)
    actions.mark_used(plan=row, by=cast.alice, what="paper 1")
    with refused("plans_plan_withdrawn_only_unused"), transaction.atomic():
        Plan.objects.update(state="withdrawn")
    with refused("plans_version_withdrawn_only_unused"), transaction.atomic():
        Version.objects.update(state="withdrawn")
