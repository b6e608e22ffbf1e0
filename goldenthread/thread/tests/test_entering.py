"""Entered for somebody: they are told, and may correct it for five working days."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.models import Notice
from goldenthread.plans import actions
from goldenthread.plans.models import Correction, EvidenceVersion, Update
from goldenthread.thread.my_work import my_work
from goldenthread.thread.tests.factories import file, make_world, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def enter(world, **more):
    return actions.add_update(
        action=world.action,
        by=world.cast.alice,
        text="All are seen.",
        for_whom=person(world.lena),
        **more,
    )


def test_whoever_it_is_for_is_told_without_its_words(world):
    enter(world)
    notice = Notice.objects.get(to=world.lena)
    assert notice.about == "Entered for you: P1-A1"
    assert "until 23 March 2026" in notice.words
    assert "All are seen" not in notice.words


def test_what_one_says_oneself_tells_nobody(world):
    actions.add_update(action=world.action, by=world.lena, text="x y", for_whom=person(world.lena))
    assert not Notice.objects.exists()


def test_a_correction_keeps_both_texts_and_tells_who_entered(world):
    update = enter(world)
    actions.correct_entered(of=update, by=world.lena, text="Two of three are seen.")
    update.refresh_from_db()
    assert (update.text, update.correction.text) == ("All are seen.", "Two of three are seen.")
    assert Notice.objects.get(to=world.cast.alice).about == "Corrected: P1-A1"


def test_evidence_that_was_filed_for_somebody_is_corrected_too(world):
    file(world, by=world.cast.alice, for_whom=person(world.lena))
    version = EvidenceVersion.objects.get()
    actions.correct_entered(of=version, by=world.lena, text="It is a draft.")
    assert version.correction.text == "It is a draft."
    assert Notice.objects.filter(to=world.lena, about="Entered for you: P1-A1").exists()


@pytest.mark.parametrize(
    ("day", "in_time"), [(23, True), (24, False)]
)  # entered on Monday 16 March
def test_five_working_days_are_the_time(world, fixed_clock, day, in_time):
    update = enter(world)
    fixed_clock.move_to(datetime(2026, 3, day, 12, tzinfo=UTC))
    if in_time:
        actions.correct_entered(of=update, by=world.lena, text="Two.")
    else:
        with pytest.raises(NotAllowedNow, match="until 23 March 2026"):
            actions.correct_entered(of=update, by=world.lena, text="Two.")


def test_only_whoever_it_is_for_corrects_once_and_says_something(world):
    update = enter(world)
    for user in (world.cast.alice, world.dan):
        with pytest.raises(NotAllowed):
            actions.correct_entered(of=update, by=user, text="Two.")
    with pytest.raises(NotAllowedNow, match="What did you say"):
        actions.correct_entered(of=update, by=world.lena, text=" ")
    actions.correct_entered(of=update, by=world.lena, text="Two.")
    with pytest.raises(NotAllowedNow, match="already"):
        actions.correct_entered(of=update, by=world.lena, text="Three.")
    with pytest.raises(Update.DoesNotExist):
        actions.correct_entered(of=update, by=world.cast.charlie, text="Two.")


def test_the_database_keeps_a_correction_as_it_is(world):
    actions.correct_entered(of=enter(world), by=world.lena, text="Two.")
    with pytest.raises(DatabaseError), transaction.atomic():
        Correction.objects.update(text="Three.")
    with pytest.raises(DatabaseError), transaction.atomic():
        Correction.objects.all()._raw_delete("default")


def test_a_correction_is_seen_by_who_sees_what_it_corrects(world):
    said = actions.add_update(
        action=world.action, by=world.cast.alice, text="All seen", for_whom=person(world.lena)
    )
    made = actions.correct_entered(of=said, by=world.lena, text="Two seen")
    assert str(made) == "Two seen"
    assert Correction.objects.visible_to(world.cast.bob).get() == made
    assert not Correction.objects.visible_to(world.cast.charlie).exists()


def test_after_five_working_days_it_leaves_my_work(world, fixed_clock):
    actions.add_update(
        action=world.action, by=world.cast.alice, text="All seen", for_whom=person(world.lena)
    )

    def entered(day):
        return [one for one in my_work(world.lena, day=day).lines if one.kind == "entered for me"]

    assert len(entered(date(2026, 3, 23))) == 1
    assert entered(date(2026, 3, 24)) == []
