"""The verbs of the people room: who may, what is refused, and the line each leaves."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people import actions
from goldenthread.people.by_date import holder_of, manager_of, posts_called, teams_called, was_in
from goldenthread.people.history import history_of
from goldenthread.people.models import Authority, RoleHolding, User
from goldenthread.people.roles import Role
from goldenthread.people.statutory import SOURCES, SYNONYMS, StatutoryRole, statutory_role
from goldenthread.people.tests.factories import make_user

MAY = date(2013, 5, 3)


@pytest.fixture
def administrator(cast):
    return make_user("Ada Adams", cast.aldermere, Role.ADMINISTRATOR)


@pytest.fixture
def post(cast):
    return actions.add_post(
        authority=cast.aldermere, title="Head of Duty", by=cast.alice, synonyms=["HoD"]
    )


@pytest.fixture
def alice(cast):
    return cast.alice.persons.get()


@pytest.fixture
def bob(cast):
    return cast.bob.persons.get()


@pytest.mark.parametrize("code", ["99", "9990", "99a", "٣٤٥"])
def test_an_authoritys_code_has_three_digits(cast, code):
    with pytest.raises(NotAllowedNow, match="three digits"):
        actions.found_authority(code=code, name="Nowhere", by=cast.setup)


def test_an_authority_is_set_up_once_and_by_a_system_user(cast):
    with pytest.raises(NotAllowedNow, match="990"):
        actions.found_authority(code="990", name="Again", by=cast.setup)
    with pytest.raises(NotAllowed):
        actions.found_authority(code="992", name="Mine", by=cast.alice)
    assert Authority.objects.count() == 2


def test_an_address_has_one_account_in_any_case_of_letters(cast, administrator):
    with pytest.raises(NotAllowedNow, match="account already"):
        actions.open_account(
            authority=cast.aldermere,
            email=cast.alice.email.upper(),
            name="Another",
            by=administrator,
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create(email=cast.alice.email.upper(), name="Another")


def test_a_given_role_is_a_line_of_history(cast, administrator):
    holding = actions.give_role(
        user=cast.bob,
        authority=cast.aldermere,
        role=Role.CHECKER,
        by=administrator,
        started_on=MAY,
    )
    [entry] = history_of(holding)
    assert (entry.verb, entry.by) == ("gave a role", administrator)
    assert {change.name: change.after for change in entry.changes} == {
        "role": "checker",
        "user": cast.bob.pk,
        "started_on": "2013-05-03",
    }


def test_nobody_gives_a_role_to_themselves(cast, administrator):
    with pytest.raises(NotAllowed, match="themselves"):
        give(cast, administrator, Role.CHECKER, user=administrator)


def test_only_an_administrator_of_the_authority_gives_roles(cast, administrator):
    with pytest.raises(NotAllowed):
        give(cast, cast.alice, Role.CHECKER)
    with pytest.raises(NotAllowed):
        give(cast, administrator, Role.CHECKER, authority=cast.bramley)


def test_a_role_is_held_once_at_a_time(cast, administrator):
    holding = give(cast, administrator, Role.CHECKER)
    with pytest.raises(NotAllowedNow, match="already"):
        give(cast, administrator, Role.CHECKER)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleHolding.objects.create(
            user=cast.bob, authority=cast.aldermere, role=Role.CHECKER, started_on=MAY
        )
    actions.end_role(holding=holding, ended_on=date(2013, 6, 1), by=administrator)
    assert give(cast, administrator, Role.CHECKER).ended_on is None


def test_a_role_does_not_end_before_it_begins(cast, administrator):
    holding = give(cast, administrator, Role.CHECKER)
    with pytest.raises(NotAllowedNow, match="from 03/05/2013 on"):
        actions.end_role(holding=holding, ended_on=date(2013, 5, 2), by=administrator)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleHolding.objects.filter(pk=holding.pk).update(ended_on=date(2013, 5, 2))


def test_partner_users_are_tied_to_one_organisation_and_others_to_none(cast, administrator):
    trust = actions.add_partner(authority=cast.aldermere, name="Trust", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="tied to one organisation"):
        give(cast, administrator, Role.PARTNER_USER)
    with pytest.raises(NotAllowedNow, match="tied to one organisation"):
        give(cast, administrator, Role.CHECKER, partner=trust)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoleHolding.objects.create(
            user=cast.bob, authority=cast.aldermere, role=Role.PARTNER_USER, started_on=MAY
        )


def test_a_team_manager_needs_a_team(cast, administrator):
    with pytest.raises(NotAllowedNow, match="needs a team"):
        give(cast, administrator, Role.TEAM_MANAGER)


def test_nothing_crosses_between_authorities(cast, administrator, post):
    theirs = actions.add_team(authority=cast.bramley, name="Their team", by=cast.charlie)
    charlie = cast.charlie.persons.get()
    with pytest.raises(NotAllowedNow, match="Nothing crosses"):
        give(cast, administrator, Role.TEAM_MANAGER, team=theirs)
    with pytest.raises(NotAllowedNow, match="Nothing crosses"):
        actions.take_post(post=post, person=charlie, by=cast.alice, started_on=None)
    with pytest.raises(NotAllowed):
        actions.join_team(team=theirs, person=charlie, by=cast.alice, started_on=None)


def test_an_alias_is_kept_once(cast, bob):
    first = actions.add_alias(person=bob, text="B Baker", by=cast.alice)
    assert actions.add_alias(person=bob, text=" b baker ", by=cast.alice) == first


def test_a_post_is_whoever_held_it_on_the_day(cast, post, alice, bob):
    early = actions.take_post(post=post, person=alice, by=cast.alice, started_on=date(2012, 1, 1))
    actions.leave_post(holding=early, ended_on=date(2013, 5, 2), by=cast.alice)
    actions.take_post(post=post, person=bob, by=cast.alice, started_on=MAY)
    assert holder_of(post, date(2013, 5, 2)).person == alice
    assert holder_of(post, MAY).person == bob
    assert holder_of(post, date(2011, 12, 31)).why_none == (
        "Head of Duty on 31 December 2011: Nobody held the post."
    )


def test_two_holders_at_once_are_not_guessed_between_unless_one_is_acting(cast, post, alice, bob):
    actions.take_post(post=post, person=alice, by=cast.alice, started_on=None)
    second = actions.take_post(post=post, person=bob, by=cast.alice, started_on=None)
    assert holder_of(post, MAY).person is None
    assert "Several people" in holder_of(post, MAY).why_none
    type(second).objects.filter(pk=second.pk).update(acting=True)
    assert holder_of(post, MAY).person == bob


def test_nobody_takes_a_post_twice_at_once(cast, post, alice):
    actions.take_post(post=post, person=alice, by=cast.alice, started_on=None)
    with pytest.raises(NotAllowedNow, match="already"):
        actions.take_post(post=post, person=alice, by=cast.alice, started_on=MAY)


def test_nobody_joins_a_team_twice_at_once(cast, alice):
    team = actions.add_team(authority=cast.aldermere, name="Duty", by=cast.alice)
    actions.join_team(team=team, person=alice, by=cast.alice, started_on=None)
    with pytest.raises(NotAllowedNow, match="already"):
        actions.join_team(team=team, person=alice, by=cast.alice, started_on=MAY)


def test_a_team_is_whoever_managed_it_on_the_day_and_remembers_its_members(cast, alice, bob):
    team = actions.add_team(authority=cast.aldermere, name="Duty", by=cast.alice, code="DT")
    actions.join_team(team=team, person=alice, by=cast.alice, started_on=MAY, manages=True)
    member = actions.join_team(team=team, person=bob, by=cast.alice, started_on=None)
    actions.leave_team(membership=member, ended_on=MAY, by=cast.alice)
    assert manager_of(team, MAY).person == alice
    assert manager_of(team, date(2013, 5, 2)).person is None
    assert was_in(bob, team, first=date(2000, 1, 1), last=date(2000, 1, 1))
    assert was_in(bob, team, first=MAY, last=date(2014, 1, 1))
    assert not was_in(bob, team, first=date(2013, 5, 4), last=date(2014, 1, 1))


def test_a_team_code_means_the_team_that_had_it_on_the_day(cast):
    old = actions.add_team(
        authority=cast.aldermere,
        name="Safeguarding Unit",
        by=cast.alice,
        code="SGU",
        ended_on=date(2013, 5, 2),
    )
    new = actions.add_team(
        authority=cast.aldermere,
        name="Safeguarding and Growth Unit",
        by=cast.alice,
        code="SGU",
        synonyms=["S & G Unit"],
        started_on=MAY,
    )
    assert teams_called(" sgu ", cast.aldermere, date(2013, 5, 2)) == [old]
    assert teams_called("SGU", cast.aldermere, MAY) == [new]
    assert teams_called("s & g  unit", cast.aldermere, MAY) == [new]
    assert teams_called("Safeguarding", cast.aldermere, MAY) == []
    assert teams_called("", cast.aldermere, MAY) == []
    assert teams_called("SGU", cast.bramley, MAY) == []


def test_a_post_is_found_by_title_synonym_or_role_of_law(cast, post):
    member = actions.add_post(
        authority=cast.aldermere,
        title="Portfolio holder, young people",
        by=cast.alice,
        kind="elected",
        statutory_role=StatutoryRole.LEAD_MEMBER,
    )
    assert posts_called("HOD", cast.aldermere, MAY) == [post]
    for printed in ("Lead Member", "CABINET MEMBER FOR CHILDREN AND FAMILIES"):
        assert posts_called(printed, cast.aldermere, MAY) == [member]
    assert posts_called("Head of", cast.aldermere, MAY) == []


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("DCS", StatutoryRole.DCS),
        ("Director of Children’s Services", StatutoryRole.DCS),
        ("CABINET MEMBER FOR CHILDREN AND FAMILIES", StatutoryRole.LEAD_MEMBER),
        ("independent reviewing  officers", StatutoryRole.IRO),
        ("Head of Duty", None),
    ],
)
def test_titles_of_several_decades_mean_a_role_of_law(title, role):
    assert statutory_role(title) is role


def test_every_role_of_law_has_its_source_and_a_name_in_use():
    assert set(SOURCES) == set(StatutoryRole) == set(SYNONYMS.values())


def give(cast, by, role, *, user=None, authority=None, **scope):
    return actions.give_role(
        user=user or cast.bob,
        authority=authority or cast.aldermere,
        role=role,
        by=by,
        started_on=MAY,
        **scope,
    )


def test_everything_is_called_by_its_name(cast, post, alice):
    team = actions.add_team(authority=cast.aldermere, name="Duty", by=cast.alice)
    named = {
        actions.add_service(
            authority=cast.aldermere, name="Early help", by=cast.alice
        ): "Early help",
        actions.add_partner(authority=cast.aldermere, name="Trust", by=cast.alice): "Trust",
        actions.add_alias(person=alice, text="Ali", by=cast.alice): "Ali",
        actions.take_post(post=post, person=alice, by=cast.alice, started_on=None): (
            "Head of Duty: Alice Archer"
        ),
        actions.join_team(team=team, person=alice, by=cast.alice, started_on=None): (
            "Duty: Alice Archer"
        ),
        cast.alice.role_holdings.get(): "Alice Archer: Improvement officer, Aldermere",
    }
    assert [str(thing) for thing in named] == list(named.values())


def test_a_post_is_not_taken_twice_from_one_day(cast, bob):
    post = actions.add_post(authority=cast.aldermere, title="Head of duty", by=cast.alice)
    day = {"started_on": date(2026, 3, 2), "by": cast.alice}
    held = actions.take_post(post=post, person=bob, **day)
    actions.leave_post(holding=held, ended_on=date(2026, 3, 3), by=cast.alice)
    with pytest.raises(NotAllowedNow, match="is entered for"):
        actions.take_post(post=post, person=bob, **day)
