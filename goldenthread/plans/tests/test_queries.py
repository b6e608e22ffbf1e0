"""Queries: raised once for a claim, put by turns, answered, and what the database keeps."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.models import Job, PartnerOrganisation
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.people.worker import Worker
from goldenthread.plans import actions
from goldenthread.plans.actions.querying import stop_at_queries
from goldenthread.plans.actions.waking import rules
from goldenthread.plans.models import Delivery, Query, Standing
from goldenthread.plans.models.queries import settings_of
from goldenthread.plans.query_facts import facts_of
from goldenthread.plans.querying.turns import SHIPPED, Settings
from goldenthread.plans.tests.evidence_factories import (
    accept,
    contradicted,
    file,
    make_world,
    person,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def world(cast):
    return make_world(cast)


def look(world, day=None):
    return actions.raise_queries(plan=world.plan, by=rules(), day=day or TODAY())


def done(world, **more):
    return actions.complete(action=world.action, by=world.lena, completed_on=TODAY(), **more)


def answer(query, by, outcome="explained", words="It is kept on paper."):
    return actions.answer_query(query=query, by=by, outcome=outcome, answer=words)


def refused_by_the_database(change):
    with pytest.raises(DatabaseError), transaction.atomic():
        change()


def test_a_query_is_raised_once_and_put_to_the_lead(world):
    done(world)
    [made] = look(world)
    made.refresh_from_db()
    assert (made.rule, made.to, made.put_on) == ("unshown", person(world.lena), TODAY())
    assert look(world) == []
    assert str(made).endswith("What shows it?")
    assert world.action.plan.authority == made.authority


def test_what_was_explained_comes_back_for_new_facts_alone(world):
    done(world)
    [made] = look(world)
    answer(made, world.lena)
    assert look(world) == []
    link = file(world)
    actions.withdraw_evidence(link=link, by=world.lena, why="The wrong file")
    assert look(world) == []
    contradicted(world)
    assert [one.rule for one in look(world)] == ["lapsed"]


def test_corrected_is_said_once_the_rule_finds_it_no_longer(world):
    done(world)
    [made] = look(world)
    with pytest.raises(NotAllowedNow, match="still finds it"):
        answer(made, world.lena, "corrected")
    link = file(world)
    answer(made, world.lena, "corrected", "The template is filed.")
    actions.withdraw_evidence(link=link, by=world.lena, why="The wrong file")
    [again] = look(world)
    assert again.pk != made.pk


@pytest.mark.parametrize(
    ("outcome", "words"), [("", "Because"), ("gone", "Because"), ("explained", "  ")]
)
def test_an_answer_is_one_of_four_and_in_words(world, outcome, words):
    done(world)
    [made] = look(world)
    with pytest.raises(NotAllowedNow, match="Choose what became of it"):
        answer(made, world.lena, outcome, words)


def test_an_answer_is_given_once_and_by_who_works_on_the_action(world):
    done(world)
    [made] = look(world)
    with pytest.raises(NotAllowed, match="do not stand in it"):
        answer(made, world.carl)
    answer(made, world.dan)
    with pytest.raises(NotAllowedNow, match="answered already"):
        answer(made, world.lena)


def test_what_waits_and_is_found_no_longer_goes_without_an_answer(world):
    settings = Settings(a_week=1)
    actions.set_query_settings(authority=world.cast.aldermere, by=world.cast.bob, settings=settings)
    assert settings_of(world.cast.aldermere) == settings
    done(world)
    evidence = contradicted(world)
    asked, waits = look(world)
    waits.refresh_from_db()
    assert (asked.rule, waits.rule, waits.put_on) == ("unshown", "lapsed", None)
    actions.withdraw_evidence(link=evidence, by=world.cast.alice, why="It was of another team")
    look(world)
    waits.refresh_from_db()
    assert (waits.outcome, waits.answer) == ("gone", "The rule finds it no longer.")
    assert Query.objects.asked().get().rule == "unshown"


def test_next_week_the_next_are_put(world):
    settings = Settings(a_week=1)
    actions.set_query_settings(authority=world.cast.aldermere, by=world.cast.bob, settings=settings)
    done(world)
    contradicted(world)
    look(world)
    given = {"authority": world.cast.aldermere, "by": rules()}
    assert actions.put_queries(**given, day=TODAY()) == 0
    assert actions.put_queries(**given, day=TODAY() + timedelta(days=7)) == 1
    assert not Query.objects.waiting().exists()


def test_settings_are_in_order_and_the_shipped_ones_stand_until_then(world):
    assert settings_of(world.cast.aldermere) == SHIPPED
    for wrong in (Settings(a_week=0), Settings(director_after=20, board_after=20)):
        with pytest.raises(NotAllowedNow, match="one query a week or more"):
            actions.set_query_settings(
                authority=world.cast.aldermere, by=world.cast.bob, settings=wrong
            )
    by, authority = world.cast.bob, world.cast.aldermere
    row = actions.set_query_settings(authority=authority, by=by, settings=SHIPPED)
    assert str(row).endswith(": 5 a week")


def test_an_action_that_nobody_leads_is_asked_of_nobody(world):
    done(world)
    for row in world.action.standings.filter(rank="lead"):
        actions.end_standing(standing=row, by=world.cast.alice, why="She left")
    [made] = look(world)
    made.refresh_from_db()
    assert (made.to, made.put_on) == (None, TODAY())


def test_evidence_that_expires_is_asked_about_on_the_day_after(world):
    link = file(world, expires_on=date(2027, 3, 1))
    accept(world, link)
    assert facts_of([world.action], date(2027, 3, 1))[world.action.pk].expired == {}
    [made] = look(world, date(2027, 3, 2))
    assert (made.rule, made.claim) == ("lapsed", link.version.evidence.public_id)


def test_a_contradiction_that_was_found_wrong_is_not_asked_about(world):
    link = contradicted(world)
    actions.return_(link=link, by=world.carl, reason="It is of another template")
    assert look(world) == []


def test_a_forecast_that_slips_twice_is_asked_about(world):
    day = TODAY() + timedelta(days=30)
    actions.set_local_deadline(action=world.action, by=world.cast.alice, due=day)
    for slip in (10, 20):
        said = actions.Forecast(day=day + timedelta(days=slip), cause="capacity")
        actions.add_update(action=world.action, by=world.lena, text="Later", forecast=said)
    assert [one.rule for one in look(world)] == ["slipping"]


def test_verbs_wake_the_rules_and_the_day_after_they_look_again(world):
    kind = Job.objects.filter(kind="plans.raise_queries")
    assert kind.filter(state="waiting").count() == 1
    done(world)
    assert kind.filter(state="waiting").count() == 1
    Worker().run(until_empty=True)
    assert Query.objects.get().rule == "unshown"
    [daily] = kind.filter(state="waiting")
    assert daily.arguments == {}
    assert timezone.localtime(daily.not_before).hour == 4
    kind.filter(pk=daily.pk).update(not_before=timezone.now())
    contradicted(world)
    Worker().run(until_empty=True)
    assert Query.objects.count() == 2


def test_one_query_on_a_claim_is_open(world):
    done(world)
    [made] = look(world)
    twin = {
        "action": made.action,
        "rule": made.rule,
        "words": "Again?",
        "facts": "x",
        "by": made.by,
    }
    refused_by_the_database(lambda: Query.objects.create(at=made.at, **twin))
    answer(made, world.lena)
    assert Query.objects.create(at=made.at, **twin).pk


def test_the_database_keeps_a_query_as_it_was_asked_and_answered(world):
    done(world)
    [made] = look(world)
    one = Query.objects.filter(pk=made.pk)
    refused_by_the_database(lambda: one.update(claim="another"))
    refused_by_the_database(one.delete)
    refused_by_the_database(lambda: one.update(outcome="explained"))
    answer(made, world.lena)
    refused_by_the_database(lambda: one.update(answer="Another"))


def test_the_database_makes_nothing_done_over_a_query_that_stops_it(world):
    given = {"action": world.action, "by": rules(), "at": timezone.now(), "facts": "x"}
    query = Query.objects.create(rule="opposed", words="Which is it?", **given)
    row = {"state": "done", "completed_on": TODAY(), "completed_precision": "day"}
    refused_by_the_database(lambda: Delivery.objects.create(action=world.action, **row))
    delivery = Delivery.objects.create(action=world.action, state="in progress")
    one = Delivery.objects.filter(pk=delivery.pk)
    refused_by_the_database(lambda: one.update(**row))
    with pytest.raises(actions.AnswerFirst, match="Which is it"):
        done(world)
    answer(query, world.lena)
    assert done(world).state == "done"


def test_the_queries_of_the_facts_are_as_many_for_one_action_as_for_several(
    world, django_assert_num_queries
):
    for number in range(3):
        actions.add_action(
            plan=world.plan,
            by=world.cast.alice,
            text=f"Another {number}",
            items=[world.action.items.get()],
            why="More is needed",
        )
    rows = list(world.plan.actions.all())
    with django_assert_num_queries(12):
        facts_of(rows[:1], TODAY())
    with django_assert_num_queries(12):
        facts_of(rows, TODAY())


def test_what_stands_before_done_is_corrected_by_a_later_report(world):
    world.action.text = "Templates for minutes are approved"
    world.action.save()
    say = {"action": world.action, "by": world.lena}
    actions.add_update(**say, text="Templates for minutes are drafted")
    with pytest.raises(actions.AnswerFirst):
        done(world)
    query = Query.objects.asked().get()
    with pytest.raises(NotAllowedNow, match="still finds it"):
        answer(query, world.lena, "corrected")
    actions.add_update(**say, text="Templates for minutes are approved")
    answer(query, world.lena, "corrected")
    assert done(world).state == "done"


def test_who_does_not_see_the_whole_plan_is_told_only_who_answers(world):
    cast = world.cast
    partner = PartnerOrganisation.objects.create(authority=cast.aldermere, name="The trust")
    nurse = make_user("Nina Nurse", cast.aldermere, Role.PARTNER_USER, partner=partner)
    Standing.objects.create(action=world.action, rank="delegate", partner=partner)
    given = {"action": world.action, "by": rules(), "at": timezone.now(), "facts": "x"}
    Query.objects.create(rule="opposed", words="Which is it?", **given)
    with pytest.raises(actions.AnswerFirst, match="an improvement officer answers it") as refused:
        actions.complete(action=world.action, by=nurse, completed_on=TODAY())
    assert "Which is it" not in str(refused.value)


def test_what_is_done_is_stopped_no_more(world):
    done(world)
    with transaction.atomic():
        assert stop_at_queries(world.action, world.lena) is None
