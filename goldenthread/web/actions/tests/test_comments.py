"""Comments on the Action page."""

import pytest

from goldenthread.plans.models import Comment
from goldenthread.plans.tests.evidence_factories import make_world
from goldenthread.web.actions.tests.test_action_page import address, page
from goldenthread.web.actions.tests.test_said_back import sent
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(cast, fixed_clock):
    return make_world(cast)


def test_a_comment_is_written_read_and_corrected_by_who_wrote_it(world):
    assert "Nobody has commented." in page(world.carl, world)
    told = sent(world.carl, world, "comment", text="It is in the news.")
    assert "Your comment stands below. You may correct it." in told
    made = Comment.objects.get()
    way = f"?do=correct_comment&amp;of={made.pk}#do"
    assert way in page(world.carl, world)
    shown = page(world.lena, world)
    assert "It is in the news." in shown
    assert way not in shown
    form = signed_in(world.carl).get(f"{address(world)}?do=correct_comment&of={made.pk}").text
    assert "It is in the news.</textarea>" in form
    told = sent(world.carl, world, "correct_comment", made.pk, text="It was in the paper.")
    assert "It is corrected; what you wrote first stays." in told
    assert "16 March 2026" in told
    assert told.index("It was in the paper.") < told.index("Corrected. First,")


def test_what_may_tell_who_a_child_is_is_said_to_who_wrote_it_and_hidden(world):
    told = sent(world.carl, world, "comment", text="Seen with NHS number 943 476 5919.")
    assert "It may tell who a child is, so only you and those who clear evidence read it" in told
    assert "Restricted: it may tell who a child is" in told
    assert "943 476 5919" not in page(world.lena, world)


def test_after_five_working_days_no_correction_is_offered(world, fixed_clock):
    sent(world.carl, world, "comment", text="It is in the news.")
    fixed_clock.move_to("2026-03-24 09:30:00+00:00")
    assert "correct_comment" not in page(world.carl, world)


def test_comments_cost_no_more_queries(world, queries_of):
    client = signed_in(world.carl)
    sent(world.carl, world, "comment", text="One.")
    before = queries_of(client, address(world))
    for text in ("Two.", "Three."):
        sent(world.lena, world, "comment", text=text)
    assert queries_of(client, address(world)) == before
