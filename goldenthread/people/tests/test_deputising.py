"""Deputies: who is asked while somebody is away, and who can be one."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people import actions
from goldenthread.people.alike import accounts_of
from goldenthread.people.deputising import Away, in_place_of, stood_in_for
from goldenthread.people.history import history_of
from goldenthread.people.models import Absence, Digest
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import LONG_AGO, make_user

MONDAY = date(2026, 3, 16)
FRIDAY = date(2026, 3, 20)
ANN, BEN, CAT, DEV = range(1, 5)


@pytest.mark.parametrize(
    ("away", "asked"),
    [
        ({ANN: Away(BEN)}, BEN),
        # One who left, or lost the role, is not asked.
        ({ANN: Away(BEN, able=False)}, None),
        # A deputy who is away as well: that person's deputy.
        ({ANN: Away(BEN), BEN: Away(CAT)}, CAT),
        # Whether Ben himself could be asked is then nobody's question.
        ({ANN: Away(BEN, able=False), BEN: Away(CAT)}, CAT),
        ({ANN: Away(BEN), BEN: Away(CAT, able=False)}, None),
        # Never back to whoever is away, and no further than one step on.
        ({ANN: Away(BEN), BEN: Away(ANN)}, None),
        ({ANN: Away(BEN), BEN: Away(CAT), CAT: Away(ANN)}, None),
        ({ANN: Away(BEN), BEN: Away(CAT), CAT: Away(DEV)}, None),
    ],
)
def test_the_deputy_is_asked_or_the_deputys_own_or_the_officers(away, asked):
    assert in_place_of(ANN, away) == asked


@pytest.fixture
def lena(cast, fixed_clock):
    return make_user("Lena Long", cast.aldermere, Role.LEAD)


@pytest.fixture
def dan(cast, fixed_clock):
    return make_user("Dan Drew", cast.aldermere, Role.LEAD)


def person(user):
    return user.persons.get()


def away(user, deputy, *, by=None, first=MONDAY, last=FRIDAY):
    return actions.enter_absence(
        person=person(user),
        deputy=person(deputy),
        started_on=first,
        ended_on=last,
        by=by or user,
    )


def covered(user, day=MONDAY):
    return [one.person.name for one in stood_in_for(user, day)]


@pytest.mark.django_db
def test_from_the_first_day_to_the_last_the_deputy_stands_in_and_then_no_more(lena, dan):
    row = away(lena, dan, first=MONDAY + timedelta(days=1))
    days = [MONDAY + timedelta(days=n) for n in range(6)]
    assert [covered(dan, day) for day in days] == [[], *[["Lena Long"]] * 4, []]
    assert covered(lena, FRIDAY) == []
    assert str(row) == "Lena Long away, Dan Drew in their place"
    assert row.authority.name == "Aldermere"
    [line] = history_of(row)
    assert line.verb == "entered that somebody is away"


@pytest.mark.django_db
def test_a_deputy_who_is_away_is_followed_by_their_own_and_a_loop_ends_at_the_officers(
    cast, lena, dan
):
    away(lena, dan)
    back = away(dan, lena)
    assert (covered(dan), covered(lena)) == ([], [])
    assert covered(cast.alice) == ["Dan Drew", "Lena Long"]
    assert "nobody who stands in can be asked" in stood_in_for(cast.alice, MONDAY)[0].why
    actions.withdraw_absence(absence=back, by=dan)
    eve = make_user("Eve East", cast.aldermere, Role.LEAD)
    away(dan, eve)
    assert covered(eve) == ["Dan Drew", "Lena Long"]
    assert covered(cast.alice) == []
    assert stood_in_for(eve, MONDAY)[1].why == (
        "You stand in for Lena Long, who is away until 20 March 2026."
    )


@pytest.mark.django_db
def test_a_deputy_who_loses_the_role_is_followed_by_the_officers(cast, lena, dan):
    away(lena, dan)
    actions.end_role(
        holding=dan.role_holdings.get(), ended_on=MONDAY - timedelta(days=1), by=cast.setup
    )
    assert (covered(dan), covered(cast.alice)) == ([], ["Lena Long"])


@pytest.mark.django_db
def test_nobody_stands_in_across_councils_nor_does_an_officer_for_themselves(cast, lena, dan):
    away(cast.alice, lena)
    away(lena, dan)
    away(dan, lena)
    assert covered(cast.charlie) == []
    # Lena is away and so is her deputy: Alice's work stays on her own list.
    assert covered(cast.alice) == ["Dan Drew", "Lena Long"]


@pytest.mark.django_db
def test_an_officer_enters_it_for_somebody_and_a_colleague_does_not(cast, lena, dan):
    with pytest.raises(NotAllowed, match="enter that somebody else is away"):
        away(lena, dan, by=dan)
    away(lena, dan, by=cast.alice)
    assert covered(dan) == ["Lena Long"]


@pytest.mark.django_db
def test_only_a_colleague_who_can_enter_updates_is_a_deputy(cast, lena, dan):
    clerk = make_user("Clara Clerk", cast.aldermere, Role.CLERK)
    leaver = make_user("Leo Leaver", cast.aldermere, Role.LEAD)
    actions.change_person(person=person(leaver), by=cast.alice, left_on=MONDAY)
    police = actions.add_partner(authority=cast.aldermere, name="Police", by=cast.alice)
    partner = make_user("Paul Partner", cast.aldermere, Role.PARTNER_USER, partner=police)
    for other, why in (
        (clerk, "they need an account with the role"),
        (leaver, "they leave before it is over"),
        (partner, "they work for a partner organisation"),
        (lena, "somebody else has to"),
    ):
        with pytest.raises(NotAllowedNow, match=why):
            away(lena, other)
    # Charlie is not of Aldermere; somebody who keeps both councils sees both.
    actions.give_role(
        user=cast.alice, authority=cast.bramley, role=Role.ANALYST, by=cast.setup,
        started_on=LONG_AGO,
    )  # fmt: skip
    with pytest.raises(NotAllowedNow, match="not of the same council"):
        away(lena, cast.charlie, by=cast.alice)
    assert not Absence.objects.exists()


@pytest.mark.django_db
def test_a_partner_user_does_not_enter_their_own_absence(cast, dan):
    police = actions.add_partner(authority=cast.aldermere, name="Police", by=cast.alice)
    paul = make_user("Paul Partner", cast.aldermere, Role.PARTNER_USER, partner=police)
    with pytest.raises(NotAllowed, match="Improvement officer"):
        away(paul, dan)


@pytest.mark.django_db
def test_days_are_in_order_not_past_and_not_taken(lena, dan):
    away(lena, dan)
    day = timedelta(days=1)
    for first, last, why in (
        (FRIDAY, MONDAY, "before the first"),
        (MONDAY - 2 * day, MONDAY - day, "are past"),
        (FRIDAY, FRIDAY + day, "from 16 March 2026 to 20 March 2026 already"),
    ):
        with pytest.raises(NotAllowedNow, match=why):
            away(lena, dan, first=first, last=last)
    assert away(lena, dan, first=FRIDAY + day, last=FRIDAY + day)


@pytest.mark.django_db
def test_it_is_taken_back_once_and_not_when_it_is_over(lena, dan, fixed_clock):
    row = away(lena, dan)
    actions.withdraw_absence(absence=row, by=lena)
    assert covered(dan) == []
    with pytest.raises(NotAllowedNow, match="not away any more"):
        actions.withdraw_absence(absence=row, by=lena)
    again = away(lena, dan)
    fixed_clock.move_to("2026-03-21 09:30:00+00:00")
    with pytest.raises(NotAllowedNow, match="not away any more"):
        actions.withdraw_absence(absence=again, by=lena)


@pytest.mark.django_db
def test_whoever_is_away_gets_no_digest_until_they_are_back(cast, lena, dan):
    row = away(lena, dan)
    timer = cast.setup
    timer = type(timer).objects.system("timer.digest", "Digest")

    def mailed():
        Digest.objects.all().delete()
        actions.make_digests(by=timer, now=timezone.now())
        return set(Digest.objects.values_list("user__name", flat=True))

    type(lena).objects.update(made_at="2020-01-01T00:00:00Z")
    assert "Lena Long" not in mailed()
    assert "Dan Drew" in mailed()
    actions.withdraw_absence(absence=row, by=lena)
    assert "Lena Long" in mailed()


@pytest.mark.django_db
def test_a_deputy_counts_as_whoever_is_away_and_an_officer_does_not(cast, lena, dan):
    assert accounts_of(dan) == {dan.pk}
    row = away(lena, dan)
    assert accounts_of(dan) == {dan.pk, lena.pk}
    actions.withdraw_absence(absence=row, by=lena)
    away(lena, dan)
    away(dan, lena)
    assert accounts_of(cast.alice) == {cast.alice.pk}


@pytest.mark.django_db
def test_the_database_refuses_somebody_as_their_own_deputy(lena, dan):
    row = away(lena, dan)
    with pytest.raises(IntegrityError), transaction.atomic():
        Absence.objects.filter(pk=row.pk).update(deputy=person(lena))
