"""Comments: by whoever sees the action, corrected by who wrote them, restricted where they must be."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.history import history_of
from goldenthread.plans import actions
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import Action, Comment, Update
from goldenthread.plans.tests.evidence_factories import make_world

pytestmark = pytest.mark.django_db
PERSONAL = "Seen with NHS number 943 476 5919."


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def write(world, text="It is in the news.", by=None, **more):
    return actions.comment(action=world.action, by=by or world.carl, text=text, **more)


def seen_by(user):
    return [row.text for row in Comment.objects.visible_to(user).order_by("pk")]


def last_line(world):
    return history_of(world.action)[0]


def test_whoever_sees_the_action_comments_and_reads_comments(world):
    made = write(world, "  It is in the news. ")
    assert str(made) == "It is in the news."
    for user in (world.lena, world.carl, world.cast.bob):
        assert seen_by(user) == ["It is in the news."]
    assert seen_by(world.cast.charlie) == []
    with pytest.raises(Action.DoesNotExist):
        write(world, by=world.cast.charlie)
    assert last_line(world).verb == "commented"


def test_a_comment_is_no_update_and_moves_nothing(world):
    before = stands_of([world.action], date(2026, 3, 16))[world.action.pk].facts
    write(world)
    assert stands_of([world.action], date(2026, 3, 16))[world.action.pk].facts == before
    assert not Update.objects.filter(version=None).exists()


def test_who_wrote_it_corrects_it_and_the_first_words_stay(world):
    first = write(world)
    second = write(world, "It was in the paper.", corrects=first)
    assert Comment.objects.standing().get() == second
    assert seen_by(world.lena) == ["It is in the news.", "It was in the paper."]
    assert last_line(world).verb == "corrected a comment"
    with pytest.raises(NotAllowedNow, match="corrected already"):
        write(world, "Once more.", corrects=first)
    with pytest.raises(NotAllowed, match="Only whoever wrote"):
        write(world, "No.", by=world.lena, corrects=second)


def test_a_comment_is_corrected_for_five_working_days(world, fixed_clock):
    first = write(world)
    fixed_clock.move_to("2026-03-23 09:30:00+00:00")
    second = write(world, "In time.", corrects=first)
    fixed_clock.move_to("2026-03-31 09:30:00+00:00")
    with pytest.raises(NotAllowedNow, match="until 30 March 2026"):
        write(world, "Too late.", corrects=second)


def test_what_may_tell_who_a_child_is_is_restricted_and_masked_in_the_history(world):
    made = write(world, PERSONAL)
    assert made.restricted
    assert seen_by(world.carl) == seen_by(world.cast.alice) == [PERSONAL]
    assert seen_by(world.lena) == []
    told = str(last_line(world).changes)
    assert "943" not in told
    assert "NHS number" in told


def test_a_colleague_who_is_named_is_no_child(world):
    assert not write(world, "Ask Lena Long about the child Lena Long saw.").restricted


def test_a_comment_says_something(world):
    with pytest.raises(NotAllowedNow, match="Say what you remark"):
        write(world, "  ")
    with pytest.raises(IntegrityError), transaction.atomic():
        Comment.objects.create(action=world.action, by=world.carl, at="2026-03-16T09:00Z", text="")


def test_what_is_no_longer_in_force_is_not_commented(world):
    actions.archive_plan(plan=world.plan, by=world.cast.alice, why="Over.")
    with pytest.raises(NotAllowedNow, match="no longer in force"):
        write(world)
