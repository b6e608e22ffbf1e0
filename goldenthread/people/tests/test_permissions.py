"""What a role lets a user do, and what it lets them see."""

from datetime import date, timedelta

import pytest
from django.contrib.auth import authenticate
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed
from goldenthread.people import actions, permissions
from goldenthread.people.models import Alias, Authority, Person, RoleHolding, Team, User
from goldenthread.people.permissions import Verb, may, register, require
from goldenthread.people.roles import COLLEAGUES, GUESTS, Role
from goldenthread.people.tests.factories import PASSWORD, make_user

DIRECTORY = "people.keep_directory"


@pytest.fixture
def verb(monkeypatch):
    """A verb that only some roles may do."""
    monkeypatch.setattr(permissions, "VERBS", dict(permissions.VERBS))
    roles = {Role.TEAM_MANAGER, Role.STRATEGIC_LEAD, Role.PARTNER_USER}
    register([Verb("test.account", "account for a child", frozenset(roles))])
    return "test.account"


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("code", ["people.manage_users", DIRECTORY, "history.approve_redaction"])
def test_each_role_may_do_what_the_table_says_and_nothing_else(cast, role, code):
    scope = {}
    if role == Role.PARTNER_USER:
        scope["partner"] = actions.add_partner(
            authority=cast.aldermere, name="Trust", by=cast.setup
        )
    if role == Role.TEAM_MANAGER:
        scope["team"] = actions.add_team(authority=cast.aldermere, name="Duty", by=cast.setup)
    user = make_user("Erin Ellis", cast.aldermere, role, **scope)
    assert may(user, code, cast.aldermere) == (role in permissions.VERBS[code].roles)
    assert not may(user, code, cast.bramley)


def test_a_role_counts_only_on_its_days(cast):
    today = timezone.localdate()
    holding = cast.alice.role_holdings.get()
    for started, ended, counts in [
        (today, today, True),
        (today - timedelta(9), today - timedelta(1), False),
        (today + timedelta(1), None, False),
    ]:
        RoleHolding.objects.filter(pk=holding.pk).update(started_on=started, ended_on=ended)
        assert may(cast.alice, DIRECTORY, cast.aldermere) is counts
        assert Authority.objects.visible_to(cast.alice).exists() is counts
        assert Person.objects.visible_to(cast.alice).exists() is counts


@pytest.mark.parametrize(
    ("role", "scope", "add"),
    [
        (Role.TEAM_MANAGER, "team", actions.add_team),
        (Role.STRATEGIC_LEAD, "service", actions.add_service),
        (Role.PARTNER_USER, "partner", actions.add_partner),
    ],
)
def test_a_role_for_one_part_counts_for_that_part_only(cast, verb, role, scope, add):
    own, other = (
        add(authority=cast.aldermere, name=name, by=cast.setup) for name in ("Own", "Other")
    )
    user = make_user("Frank Field", cast.aldermere, role, **{scope: own})
    assert may(user, verb, cast.aldermere, **{scope: own})
    assert not may(user, verb, cast.aldermere, **{scope: other})
    assert not may(user, verb, cast.aldermere)


def test_a_user_who_was_switched_off_may_do_and_see_nothing(cast):
    User.objects.filter(pk=cast.alice.pk).update(is_active=False)
    alice = User.objects.get(pk=cast.alice.pk)
    assert not may(alice, DIRECTORY, cast.aldermere)
    assert not Person.objects.visible_to(alice).exists()


def test_a_system_user_may_do_only_what_is_left_to_systems(cast):
    assert may(cast.setup, DIRECTORY, cast.aldermere)
    assert not may(cast.setup, "history.approve_redaction", cast.aldermere)
    assert not may(cast.alice, "people.found_authority", None)


def test_a_refusal_says_who_may(cast):
    with pytest.raises(NotAllowed) as refused:
        require(cast.charlie, "people.manage_users", cast.aldermere)
    assert str(refused.value) == (
        "You may not manage users and roles in Aldermere. Ask an administrator of Aldermere "
        "for the role “Administrator”. Nothing was changed."
    )


def test_a_verb_that_no_room_has_is_a_fault_and_no_refusal(cast):
    with pytest.raises(KeyError):
        may(cast.alice, "people.fly", cast.aldermere)


def test_two_verbs_cannot_share_a_code(verb):
    with pytest.raises(ValueError, match="Two verbs"):
        register([Verb(verb, "do something else", frozenset())])


def test_system_users_cannot_sign_in(cast):
    assert authenticate(username=cast.setup.email, password="!") is None
    assert authenticate(username=cast.alice.email, password=PASSWORD) == cast.alice


@pytest.mark.parametrize("role", sorted(COLLEAGUES - {Role.TEAM_MANAGER}))
def test_colleagues_see_everybody_of_their_authority_and_nobody_else(cast, role):
    user = make_user("Erin Ellis", cast.aldermere, role)
    seen = set(Person.objects.visible_to(user))
    assert seen == set(Person.objects.filter(authority=cast.aldermere))
    assert len(seen) == 3


def test_a_partner_user_sees_only_people_of_its_own_organisation(cast):
    trust, police = (
        actions.add_partner(authority=cast.aldermere, name=name, by=cast.setup)
        for name in ("Trust", "Police")
    )
    nurse = make_user("Gina Gray", cast.aldermere, Role.PARTNER_USER, partner=trust)
    make_user("Henry Holt", cast.aldermere, Role.PARTNER_USER, partner=police)
    colleague = actions.add_person(
        authority=cast.aldermere, name="Ines Ivory", by=cast.setup, partner=trust
    )
    assert set(Person.objects.visible_to(nurse)) == {nurse.persons.get(), colleague}
    assert not Team.objects.visible_to(nurse).exists()


def test_an_elected_member_sees_only_themselves_among_people(cast):
    member = make_user("Jo Jarvis", cast.aldermere, Role.ELECTED_MEMBER)
    assert list(Person.objects.visible_to(member)) == [member.persons.get()]


def test_what_is_seen_is_a_query_for_the_roles_and_one_for_the_rows_and_no_row_comes_twice(
    cast, django_assert_num_queries
):
    for role in (Role.CHECKER, Role.ANALYST):
        actions.give_role(
            user=cast.alice,
            authority=cast.aldermere,
            role=role,
            by=cast.setup,
            started_on=date(2020, 1, 1),
        )
    with django_assert_num_queries(2):
        assert len(list(Person.objects.visible_to(cast.alice))) == 2


def test_rows_without_an_authority_of_their_own_are_seen_through_their_owner(cast):
    bob = cast.bob.persons.get()
    alias = actions.add_alias(person=bob, text="Bobby Baker", by=cast.alice)
    assert list(Alias.objects.visible_to(cast.alice)) == [alias]
    assert not Alias.objects.visible_to(cast.charlie).exists()


def test_guests_and_colleagues_are_all_roles():
    assert set(Role) == GUESTS | COLLEAGUES
