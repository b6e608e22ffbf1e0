"""Nobody becomes free to check by leaving a post or a team, late or past the verbs."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from goldenthread.basics.errors import UserFacingError
from goldenthread.people import actions as people
from goldenthread.people.alike import is_same_human
from goldenthread.people.models import Membership, Person, Postholding
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from tests.gate import evidence
from tests.gate.village import Village

LONG_BEFORE = date(2012, 1, 1)


@pytest.fixture
def village(cast, fixed_clock):
    return Village(cast)


def link_of(village):
    row = village.action.tests.get(number=1)
    return evidence.file(village=village, tests=[row], by=village.users["Lena Lead"]).links.get()


def may_check(village, who, link):
    try:
        with transaction.atomic():
            evidence.accept(link=link, by=village.users[who])
            transaction.set_rollback(True)
    except (UserFacingError, DatabaseError):
        return False
    return True


def held(village, who):
    person = Person.objects.get(user=village.users[who])
    return person.postholdings.first() or person.memberships.first()


def leave(village, row, day):
    verb, name = (
        (people.leave_post, "holding")
        if isinstance(row, Postholding)
        else (people.leave_team, "membership")
    )
    return verb(**{name: row}, ended_on=day, by=village.cast.alice)


@pytest.mark.parametrize("who", ["Cole Post", "Tess Team"])
def test_a_leaving_that_is_entered_late_counts_until_it_is_entered(village, who):
    link, row = link_of(village), held(village, who)
    left = leave(village, row, row.started_on or LONG_BEFORE)
    assert left.counts_until == timezone.localdate()
    assert left.ended_on < left.counts_until
    assert not may_check(village, who, link)


@pytest.mark.parametrize("who", ["Cole Post", "Tess Team"])
def test_no_sql_takes_a_holding_back(village, who):
    link, row = link_of(village), held(village, who)
    rows = type(row).objects.filter(pk=row.pk)
    long_ago = {
        "ended_on": row.started_on or LONG_BEFORE,
        "counts_until": row.started_on or LONG_BEFORE,
    }
    for change in (long_ago, {"person": Person.objects.exclude(pk=row.person_id).first()}):
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(started_on=timezone.localdate() + timedelta(days=1))
    with pytest.raises(DatabaseError), transaction.atomic():
        rows._raw_delete(rows.db)
    assert not may_check(village, who, link)


def test_a_person_keeps_the_account_that_was_tied_to_them(village):
    person = Person.objects.get(user=village.users["Cole Post"])
    with pytest.raises(DatabaseError), transaction.atomic():
        Person.objects.filter(pk=person.pk).update(user=None)


def test_what_has_ended_does_not_come_to_count_for_less(village):
    row = leave(village, held(village, "Tess Team"), timezone.localdate())
    with pytest.raises(DatabaseError), transaction.atomic():
        Membership.objects.filter(pk=row.pk).update(counts_until=None, ended_on=None)


def test_two_accounts_of_one_name_are_one_human_being(cast):
    again = make_user("Bob Baker", cast.bramley, Role.DIRECTOR)
    assert not is_same_human(cast.bob, again), "another council's Bob is another"
    twin = people.open_account(
        authority=cast.aldermere, email="b.baker@aldermere.example", name="Bob Baker",
        by=cast.setup, password="a long made-up password",
    )  # fmt: skip
    people.add_person(authority=cast.aldermere, name="Bob Baker", by=cast.setup, user=twin)
    assert is_same_human(cast.bob, twin)
    assert not is_same_human(cast.bob, cast.alice)
