"""Roles are fetched once in a request, and never staler than the last change."""

import pytest

from goldenthread.people import actions
from goldenthread.people.models import Person, RoleHolding
from goldenthread.people.remembering import roles_remembered
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import LONG_AGO


@pytest.fixture
def holding(cast):
    return RoleHolding.objects.get(user=cast.alice)


def test_outside_a_request_the_roles_are_fetched_each_time(cast, django_assert_num_queries):
    with django_assert_num_queries(2):
        RoleHolding.objects.held_by(cast.alice)
        RoleHolding.objects.held_by(cast.alice)


def test_within_a_request_they_are_fetched_once_for_each_user(cast, django_assert_num_queries):
    with django_assert_num_queries(2), roles_remembered():
        for user in (cast.alice, cast.bob, cast.alice):
            assert {one.user_id for one in RoleHolding.objects.held_by(user)} == {user.pk}


def test_the_next_request_fetches_them_anew(cast, django_assert_num_queries):
    with django_assert_num_queries(2):
        for _ in range(2):
            with roles_remembered():
                RoleHolding.objects.held_by(cast.alice)


def test_a_role_that_is_given_is_seen_within_the_same_request(cast):
    with roles_remembered():
        assert len(RoleHolding.objects.held_by(cast.alice)) == 1
        actions.give_role(
            user=cast.alice,
            authority=cast.aldermere,
            role=Role.CHECKER,
            by=cast.setup,
            started_on=LONG_AGO,
        )
        assert {one.role for one in RoleHolding.objects.held_by(cast.alice)} >= {Role.CHECKER}


def test_an_account_that_is_switched_off_sees_nothing_within_the_same_request(cast):
    with roles_remembered():
        assert Person.objects.visible_to(cast.alice).exists()
        cast.alice.is_active = False
        cast.alice.save()
        assert not Person.objects.visible_to(cast.alice).exists()
