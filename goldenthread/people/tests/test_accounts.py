"""The verbs on accounts: opening, passwords, switching off and on, and enrolling at once."""

from datetime import timedelta

import pytest
from django.contrib.auth import authenticate
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people import actions
from goldenthread.people.history import history_of
from goldenthread.people.models import Person, RoleHolding, User
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import LONG_AGO, PASSWORD, make_user

NEW = "seven boats on still water"
ANYWHERE = "/health"


@pytest.fixture
def administrator(cast):
    return make_user("Ada Adams", cast.aldermere, Role.ADMINISTRATOR)


@pytest.fixture
def neighbour(cast):
    return make_user("Ned North", cast.bramley, Role.ADMINISTRATOR)


def enrol(cast, by, **more):
    given = {
        "authority": cast.aldermere,
        "email": "ines@aldermere.example",
        "name": "Ines Ivory",
        "roles": [Role.CHECKER],
        "by": by,
        "today": timezone.localdate(),
    }
    return actions.enrol(**{**given, **more})


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def is_signed_in(client):
    return client.get(ANYWHERE).wsgi_request.user.is_authenticated


class TestOpeningAnAccount:
    @pytest.mark.parametrize(
        ("given", "said"),
        [
            ({"email": "ines"}, "is not an email address"),
            ({"name": "  "}, "the name is missing"),
            ({"password": "short"}, "at least 12 characters"),
            ({"password": "ines@aldermere.example"}, "too similar"),
            ({"roles": []}, "Choose at least one"),
        ],
    )
    def test_is_refused_in_words_and_nothing_is_kept(self, cast, administrator, given, said):
        with pytest.raises(NotAllowedNow, match=said):
            enrol(cast, administrator, **given)
        assert not User.objects.filter(name__in=["Ines Ivory", ""]).exists()

    def test_is_for_administrators_of_that_authority(self, cast, neighbour):
        for stranger in (cast.alice, neighbour):
            with pytest.raises(NotAllowed):
                enrol(cast, stranger)

    def test_without_a_password_lets_nobody_in(self, cast, administrator):
        user = enrol(cast, administrator)
        assert not user.has_usable_password()

    def test_that_fails_at_its_second_role_leaves_nothing(self, cast, administrator):
        with pytest.raises(NotAllowedNow, match="tied to one organisation"):
            enrol(cast, administrator, roles=[Role.CHECKER, Role.PARTNER_USER])
        assert not User.objects.filter(email="ines@aldermere.example").exists()
        assert not Person.objects.filter(name="Ines Ivory").exists()


class TestEnrolling:
    def test_makes_account_person_roles_and_post_at_once(self, cast, administrator):
        post = actions.add_post(authority=cast.aldermere, title="Head of Duty", by=cast.alice)
        roles = [Role.CHECKER, Role.LEAD, Role.CHECKER]
        user = enrol(cast, administrator, roles=roles, post=post, password=NEW, for_once=True)
        assert set(user.role_holdings.values_list("role", flat=True)) == {"checker", "lead"}
        assert user.persons.get().postholdings.get().post == post
        assert authenticate(username=user.email, password=NEW) == user
        assert user.must_choose_password

    def test_ties_the_account_to_the_person_whom_documents_brought_in(self, cast, administrator):
        known = actions.add_person(authority=cast.aldermere, name="ines ivory", by=cast.alice)
        assert enrol(cast, administrator).persons.get() == known
        assert [entry.verb for entry in history_of(known)] == ["tied to an account", "added"]

    def test_of_two_people_of_one_name_ties_neither(self, cast, administrator):
        known = [
            actions.add_person(authority=cast.aldermere, name="Ines Ivory", by=cast.alice)
            for _ in range(2)
        ]
        assert enrol(cast, administrator).persons.get() not in known

    def test_does_not_tie_a_person_of_another_council(self, cast, administrator):
        theirs = actions.add_person(authority=cast.bramley, name="Ines Ivory", by=cast.charlie)
        assert enrol(cast, administrator).persons.get() != theirs

    def test_being_a_person_twice_is_once(self, cast, administrator):
        user = enrol(cast, administrator)
        again = actions.be_person(user=user, authority=cast.aldermere, by=administrator)
        assert again == user.persons.get()


class TestTyingAPersonToAnAccount:
    def test_is_refused_where_the_person_or_the_account_is_taken(self, cast, administrator):
        alice = cast.alice.persons.get()
        with pytest.raises(NotAllowedNow, match="an account already"):
            actions.tie_to_account(person=alice, user=administrator, by=administrator)
        new = actions.add_person(authority=cast.aldermere, name="New", by=cast.alice)
        with pytest.raises(NotAllowedNow, match="somebody else's account"):
            actions.tie_to_account(person=new, user=cast.alice, by=administrator)

    def test_is_for_those_who_keep_the_directory(self, cast):
        new = actions.add_person(authority=cast.aldermere, name="New", by=cast.alice)
        with pytest.raises(NotAllowed):
            actions.tie_to_account(person=new, user=cast.charlie, by=cast.bob)


class TestANewPassword:
    def test_signs_the_account_out_and_is_never_in_the_history(self, cast, administrator):
        client = signed_in(cast.alice)
        actions.set_password(user=cast.alice, password=NEW, by=administrator)
        assert not is_signed_in(client)
        assert authenticate(username=cast.alice.email, password=NEW) == cast.alice
        assert authenticate(username=cast.alice.email, password=PASSWORD) is None
        [entry] = [e for e in history_of(cast.alice) if e.verb == "set the password"]
        assert (entry.by, entry.changes) == (administrator, ())

    def test_that_is_weak_is_refused(self, cast, administrator):
        with pytest.raises(NotAllowedNow, match="too common"):
            actions.set_password(user=cast.alice, password="password12345", by=administrator)
        assert authenticate(username=cast.alice.email, password=PASSWORD) == cast.alice

    def test_for_once_must_be_changed_by_its_owner_for_another(self, cast, administrator):
        user = actions.set_password(user=cast.alice, password=NEW, by=administrator, for_once=True)
        assert user.must_choose_password
        with pytest.raises(NotAllowedNow, match="the one that you were given"):
            actions.set_password(user=user, password=NEW, by=user)
        own = actions.set_password(user=user, password="nine kites over the hill", by=user)
        assert not own.must_choose_password

    def test_of_ones_own_is_never_for_once(self, cast):
        own = actions.set_password(user=cast.alice, password=NEW, by=cast.alice, for_once=True)
        assert not own.must_choose_password

    def test_of_another_is_for_administrators_only(self, cast):
        with pytest.raises(NotAllowed, match="Administrator"):
            actions.set_password(user=cast.bob, password=NEW, by=cast.alice)

    def test_of_a_system_user_is_refused(self, cast, administrator):
        with pytest.raises(NotAllowed, match="no person's account"):
            actions.set_password(user=cast.setup, password=NEW, by=administrator)

    def test_is_not_set_by_an_administrator_who_only_gave_a_role_to_a_neighbours_officer(
        self, cast, administrator
    ):
        actions.give_role(
            user=cast.charlie,
            authority=cast.aldermere,
            role=Role.CHECKER,
            by=administrator,
            started_on=LONG_AGO,
        )
        for verb, more in [
            (actions.set_password, {"password": NEW}),
            (actions.switch_off, {}),
        ]:
            with pytest.raises(NotAllowed, match="Bramley"):
                verb(user=cast.charlie, by=administrator, **more)

    def test_is_set_by_the_new_councils_administrator_when_the_old_roles_are_over(
        self, cast, administrator
    ):
        yesterday = timezone.localdate() - timedelta(1)
        held = cast.charlie.role_holdings.get()
        actions.end_role(holding=held, ended_on=yesterday, by=cast.setup)
        with pytest.raises(NotAllowed, match="Bramley"):
            actions.set_password(user=cast.charlie, password=NEW, by=administrator)
        actions.give_role(
            user=cast.charlie,
            authority=cast.aldermere,
            role=Role.CHECKER,
            by=administrator,
            started_on=LONG_AGO,
        )
        actions.set_password(user=cast.charlie, password=NEW, by=administrator)
        assert authenticate(username=cast.charlie.email, password=NEW) == cast.charlie

    def test_of_an_account_without_any_role_is_left_to_the_technician(self, cast, administrator):
        user = actions.open_account(
            authority=cast.aldermere, email="x@a.example", name="X", by=administrator
        )
        with pytest.raises(NotAllowed, match="no role anywhere"):
            actions.set_password(user=user, password=NEW, by=administrator)
        actions.set_password(user=user, password=NEW, by=cast.setup)

    @pytest.mark.parametrize("_", range(20))
    def test_made_for_somebody_is_strong_and_never_the_same(self, cast, administrator, _):
        first, second = actions.new_password(), actions.new_password()
        assert first != second
        assert set("01ilo").isdisjoint(first)
        actions.set_password(user=cast.alice, password=first, by=administrator)


class TestSwitchingOff:
    def test_signs_out_at_once_for_good_and_lets_nobody_in(self, cast, administrator):
        client, other = signed_in(cast.alice), signed_in(cast.bob)
        actions.switch_off(user=cast.alice, by=administrator)
        assert not is_signed_in(client)
        assert authenticate(username=cast.alice.email, password=PASSWORD) is None
        actions.switch_on(user=cast.alice, by=administrator)
        assert not is_signed_in(client), "a session of before must not come to life again"
        assert authenticate(username=cast.alice.email, password=PASSWORD) == cast.alice
        assert is_signed_in(other)

    def test_leaves_sessions_of_nobody_alone(self, cast, administrator):
        nobody = SessionStore()
        nobody.create()
        signed_in(cast.alice)
        actions.switch_off(user=cast.alice, by=administrator)
        assert Session.objects.get().session_key == nobody.session_key

    def test_keeps_the_roles_and_leaves_a_line_each_way(self, cast, administrator):
        actions.switch_off(user=cast.alice, by=administrator)
        assert RoleHolding.objects.filter(user=cast.alice, ended_on=None).exists()
        actions.switch_on(user=cast.alice, by=administrator)
        verbs = [entry.verb for entry in history_of(cast.alice)]
        assert verbs == ["switched on", "switched off", "opened"]

    def test_twice_is_refused(self, cast, administrator):
        actions.switch_off(user=cast.alice, by=administrator)
        with pytest.raises(NotAllowedNow, match="switched off already"):
            actions.switch_off(user=cast.alice, by=administrator)
        actions.switch_on(user=cast.alice, by=administrator)
        with pytest.raises(NotAllowedNow, match="switched on already"):
            actions.switch_on(user=cast.alice, by=administrator)

    def test_is_not_done_to_oneself_nor_by_others_than_administrators(self, cast, administrator):
        with pytest.raises(NotAllowed, match="their own account"):
            actions.switch_off(user=administrator, by=administrator)
        for verb in (actions.switch_off, actions.switch_on):
            with pytest.raises(NotAllowed):
                verb(user=cast.bob, by=cast.alice)


def test_an_administrator_sees_the_accounts_of_the_own_councils_only(cast, administrator):
    seen = set(User.objects.visible_to(administrator))
    assert seen == {cast.alice, cast.bob, administrator}
    assert not User.objects.visible_to(cast.alice).exists()
    assert not User.objects.visible_to(cast.setup).exists()
    actions.switch_off(user=administrator, by=cast.setup)
    assert not User.objects.visible_to(administrator).exists()
