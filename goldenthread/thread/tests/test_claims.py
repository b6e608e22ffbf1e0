"""Claims that wait for evidence: what is said and not checked, of which service, who must act."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.people.models import PartnerOrganisation, Post, Postholding, Service, Team
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.models import Delivery, Standing
from goldenthread.plans.tests.factories import recorded
from goldenthread.thread.claims import claims_of, claims_waiting
from goldenthread.thread.tests.factories import accept, file, make_world, person, return_

TODAY = date(2026, 3, 16)


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def claims(world, by=None):
    return claims_of(world.plan, by=by or world.cast.alice, day=TODAY)


def said(world):
    return [(one.label, one.state, one.must_act) for one in claims(world)]


def test_what_a_document_reports_waits_for_its_lead_until_something_is_filed(world):
    [claim] = claims(world)
    assert (claim.state, claim.must_act) == ("reported, nothing filed", "Lena Long")
    assert claim.words == "Evidence on file as reported: Yes"
    assert claim.person == person(world.lena).pk


def test_a_claim_moves_from_the_lead_to_the_checkers_and_back(world):
    link = file(world)
    assert said(world) == [("P1-A1", "filed, no check asked for", "Lena Long")]
    actions.ask_for_check(link=link, by=world.lena)
    [claim] = claims(world)
    assert (claim.state, claim.must_act) == ("waiting for a check", "The plan's checkers")
    assert claim.due == date(2026, 3, 23)
    assert not claim.is_late(date(2026, 3, 23))
    assert claim.is_late(date(2026, 3, 24))
    return_(world, link)
    assert said(world) == [("P1-A1", "returned with a reason", "Lena Long")]


def test_a_checker_who_was_named_must_act(world):
    actions.ask_for_check(link=file(world), by=world.lena, of=world.carl)
    assert said(world) == [("P1-A1", "waiting for a check", "Carl Cross")]


def test_what_is_checked_waits_no_longer(world):
    accept(world, file(world))
    assert claims(world) == []


def test_what_is_reported_done_without_evidence_waits(world):
    Delivery.objects.create(
        action=world.other, state="done", completed_on=TODAY, completed_precision="day"
    )
    last = claims(world)[-1]
    assert (last.label, last.words) == ("P1-A2", "Done, evidence not yet checked")
    assert last.must_act == ""
    found = claims_waiting(world.plan, by=world.cast.alice, day=TODAY)
    assert [(one.name, [who.name for who in one.actors]) for one in found] == [
        ("No service is known", ["Lena Long", "Nobody is accountable"])
    ]


def test_claims_are_grouped_by_the_service_of_the_lead_of_the_day(world):
    authority = world.cast.aldermere
    service = Service.objects.create(authority=authority, name="Early help")
    team = Team.objects.create(authority=authority, name="Duty team", service=service)
    post = Post.objects.create(authority=authority, title="Head", team=team)
    Postholding.objects.create(
        post=post,
        person=person(world.lena),
        ended_on=date(2026, 3, 16),
        counts_until=date(2026, 3, 16),
    )
    world.action.standings.filter(rank="lead").update(ended_on=TODAY)
    Standing.objects.create(action=world.action, rank="lead", post=post)
    [found] = claims_waiting(authority, by=world.cast.alice, day=TODAY)
    assert (found.name, found.count) == ("Early help", 1)
    [actor] = found.actors
    assert (actor.name, actor.person) == ("Head", person(world.lena).pk)
    [found] = claims_waiting(authority, by=world.cast.alice, day=date(2026, 3, 17))
    assert found.actors[0].person is None


def test_a_person_is_of_the_service_of_their_post(world):
    service = Service.objects.create(authority=world.cast.aldermere, name="Early help")
    post = Post.objects.create(authority=world.cast.aldermere, title="Head", service=service)
    Postholding.objects.create(post=post, person=person(world.lena))
    [found] = claims_waiting(world.plan, by=world.cast.alice, day=TODAY)
    assert found.name == "Early help"


def test_a_partner_user_sees_the_claims_of_their_own_actions_only(world):
    hospital = PartnerOrganisation.objects.create(authority=world.cast.aldermere, name="Hospital")
    nurse = make_user("Nia North", world.cast.aldermere, Role.PARTNER_USER, partner=hospital)
    assert claims(world, by=nurse) == []
    Standing.objects.create(action=world.action, rank="delegate", partner=hospital)
    assert [one.label for one in claims(world, by=nurse)] == ["P1-A1"]


def test_another_authority_sees_no_claims(world):
    assert claims_waiting(world.cast.aldermere, by=world.cast.charlie, day=TODAY) == ()
    assert claims_waiting(world.cast.bramley, by=world.cast.alice, day=TODAY) == ()


def test_claims_cost_as_many_queries_for_many_as_for_few(world):
    counted = []
    for number in range(4):
        file(world, title=f"Letter {number}", ask_at_once=number % 2 == 0)
        recorded(world.cast)
        with CaptureQueriesContext(connection) as queries:
            claims_waiting(world.cast.aldermere, by=world.cast.alice, day=TODAY)
        counted.append(len(queries))
    assert len(set(counted)) == 1
    assert counted[0] <= 13
