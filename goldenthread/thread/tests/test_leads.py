"""Who leads an action on a day: a person, a post, a team or a partner, each with its service."""

from datetime import date

import pytest

from goldenthread.people.models import (
    Membership,
    PartnerOrganisation,
    Post,
    Postholding,
    Service,
    Team,
)
from goldenthread.plans.models import Standing
from goldenthread.thread.leads import Lead, leads_of
from goldenthread.thread.tests.factories import make_world, person

TODAY = date(2026, 3, 16)


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


@pytest.fixture
def team(world):
    authority = world.cast.aldermere
    service = Service.objects.create(authority=authority, name="Early help")
    return Team.objects.create(authority=authority, name="Duty team", service=service)


def leads(world, **who):
    """Who leads the second action, which has nobody, after this one stands there."""
    Standing.objects.create(action=world.other, rank="lead", **who)
    return leads_of({world.other.pk}, TODAY)[world.other.pk]


def test_a_team_is_led_by_its_one_manager_and_is_of_its_service(world, team):
    Membership.objects.create(team=team, person=person(world.lena), manages=True)
    assert leads(world, team=team) == Lead("Duty team", person(world.lena).pk, "Early help")


def test_of_two_managers_nobody_is_the_one(world, team):
    for who in (world.lena, world.dan):
        Membership.objects.create(team=team, person=person(who), manages=True)
    assert leads(world, team=team) == Lead("Duty team", None, "Early help")


def test_a_partner_is_its_own_service(world):
    trust = PartnerOrganisation.objects.create(authority=world.cast.aldermere, name="The trust")
    assert leads(world, partner=trust) == Lead("The trust", None, "The trust")


def test_a_person_is_of_the_service_of_their_team_where_no_post_says_it(world, team):
    Membership.objects.create(team=team, person=person(world.lena))
    own = leads(world, person=person(world.lena))
    assert own == Lead("Lena Long", person(world.lena).pk, "Early help")


def test_of_two_who_hold_a_post_whoever_is_acting_leads(world, team):
    post = Post.objects.create(authority=world.cast.aldermere, title="Head", team=team)
    Postholding.objects.create(post=post, person=person(world.lena))
    Postholding.objects.create(post=post, person=person(world.dan), acting=True)
    assert leads(world, post=post) == Lead("Head", person(world.dan).pk, "Early help")


def test_what_is_nobodys_yet_is_named_as_printed(world):
    assert leads(world, printed="Head of Homes") == Lead("Head of Homes", None, "")
