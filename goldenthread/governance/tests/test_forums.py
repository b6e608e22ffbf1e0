"""The register: names, seats, cadence, terms, closing; and names that plans print."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.governance import actions
from goldenthread.governance.actions.forums import About
from goldenthread.governance.models import Forum, Mention
from goldenthread.governance.tests.factories import FEBRUARY, JANUARY, MARCH, board, person, seated
from goldenthread.people.history import history_of
from goldenthread.people.models import PartnerOrganisation, Post
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans.drafts import TestDraft
from goldenthread.plans.tests.factories import plan as draft_of
from goldenthread.plans.tests.factories import recorded

pytestmark = pytest.mark.usefixtures("fixed_clock")


def named(**changes):
    return About(**{"name": "Improvement Board", "kind": "board"} | changes)


def test_a_board_is_registered_with_its_cadence_and_whom_it_answers_to(cast):
    above = board(cast, name="Cabinet", kind="cabinet", abbreviation="")
    row = board(cast, reports_to=above, quorum=3)
    assert (str(row), row.quorum, row.reports_to) == ("Improvement Board (IB)", 3, above)
    assert [line.verb for line in history_of(row)] == ["registered"]


@pytest.mark.parametrize(
    ("changes", "match"),
    [
        ({"name": " "}, "is empty"),
        ({"name": "improvement board"}, "in the register already"),
        ({"name": "Other", "every": 1}, "how often it meets"),
        ({"name": "Other", "kind": "club"}, "choose its kind"),
    ],
)
def test_a_board_is_named_once_and_its_cadence_is_whole(cast, changes, match):
    board(cast)
    with pytest.raises(NotAllowedNow, match=match):
        actions.register_forum(authority=cast.aldermere, about=named(**changes), by=cast.alice)
    assert Forum.objects.count() == 1


def test_only_who_keeps_the_register_changes_it(cast):
    lead = make_user("Lena Lead", cast.aldermere, Role.LEAD)
    with pytest.raises(NotAllowed):
        actions.register_forum(authority=cast.aldermere, about=named(), by=lead)
    row = board(cast)
    with pytest.raises(Forum.DoesNotExist):
        actions.end_forum(forum=row, on=MARCH, outcome="Done", by=cast.charlie)


def test_a_board_that_becomes_a_panel_keeps_its_name_with_its_last_day(cast):
    """G-03: Panel v Board."""
    row = board(cast, name="Corporate Parenting Panel", abbreviation="CPP", kind="panel")
    changed = actions.change_forum(
        forum=row,
        about=named(name="Corporate Parenting Board", abbreviation="CPB"),
        by=cast.alice,
    )
    old = changed.names.get()
    assert (old.text, old.ended_on) == ("Corporate Parenting Panel", date(2026, 3, 16))
    actions.name_forum(
        forum=changed,
        text="Children's Panel",
        started_on=date(2012, 1, 1),
        ended_on=date(2013, 3, 31),
        by=cast.alice,
    )
    assert changed.names.filter(text="Children's Panel", ended_on=date(2013, 3, 31)).exists()
    with pytest.raises(NotAllowedNow, match="before the first"):
        actions.name_forum(
            forum=changed, text="X", started_on=MARCH, ended_on=JANUARY, by=cast.alice
        )


def test_no_board_answers_to_itself_even_through_others(cast):
    top = board(cast, name="Top")
    below = board(cast, name="Below", reports_to=top)
    with pytest.raises(NotAllowedNow, match="answer to itself"):
        actions.change_forum(forum=top, about=named(name="Top", reports_to=below), by=cast.alice)
    with pytest.raises(IntegrityError), transaction.atomic():
        Forum.objects.filter(pk=top.pk).update(reports_to=top)


def test_one_chair_at_a_time_independent_or_not_with_days(cast):
    """U-12: chair and vice-chair, with a mark for an independent one."""
    row = board(cast)
    post = Post.objects.create(
        authority=cast.aldermere, title="Independent chair", kind=Post.Kind.INDEPENDENT
    )
    chair = seated(cast, row, post, "chair", independent=True, started_on=JANUARY)
    seated(cast, row, person(cast), "vice-chair")
    assert (chair.independent, str(chair)) == (True, "Independent chair, chair")
    with pytest.raises(NotAllowedNow, match="has a chair"):
        seated(cast, row, person(cast, "Eli East"), "chair")
    with pytest.raises(IntegrityError), transaction.atomic():
        row.seats.create(person=person(cast, "Eli East"), rank="chair")
    officer = Post.objects.create(authority=cast.aldermere, title="Head of duty")
    with pytest.raises(NotAllowedNow, match="no independent post"):
        seated(cast, row, officer, independent=True)
    actions.end_seat(seat=chair, on=FEBRUARY, by=cast.alice)
    assert seated(cast, row, person(cast, "Eli East"), "chair").rank == "chair"


def test_a_task_and_finish_group_invites_notes_answers_and_ends_with_an_outcome(cast):
    """G-07."""
    row = board(cast, name="Neglect group", kind="task group")
    seat = seated(cast, row, invited_on=JANUARY)
    with pytest.raises(NotAllowedNow, match="answers before"):
        actions.accept_seat(seat=seat, on=date(2026, 1, 19), by=cast.alice)
    assert actions.accept_seat(seat=seat, on=FEBRUARY, by=cast.alice).answered_on == FEBRUARY
    with pytest.raises(NotAllowedNow, match="What came of it"):
        actions.end_forum(forum=row, on=FEBRUARY, outcome=" ", by=cast.alice)
    with pytest.raises(IntegrityError), transaction.atomic():
        Forum.objects.filter(pk=row.pk).update(ended_on=FEBRUARY)
    ended = actions.end_forum(
        forum=row, on=FEBRUARY, outcome="The toolkit was agreed.", by=cast.alice
    )
    assert ended.outcome == "The toolkit was agreed."
    with pytest.raises(NotAllowedNow, match="has ended"):
        actions.skip_day(forum=ended, day=MARCH, why="Easter", by=cast.alice)


def test_a_day_is_skipped_with_a_reason_once(cast):
    row = board(cast)
    actions.skip_day(forum=row, day=MARCH, why="Easter", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="already"):
        actions.skip_day(forum=row, day=MARCH, why="Easter", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="is empty"):
        actions.skip_day(forum=row, day=FEBRUARY, why="", by=cast.alice)


def with_test(text):
    plan = draft_of()
    first, *others = plan.actions
    return replace(plan, actions=(replace(first, tests=(TestDraft(text=text),)), *others))


def test_names_in_a_plan_are_proposed_unexpanded_until_somebody_says_which(cast):
    """G-01."""
    plan = recorded(cast, with_test("Minute of SCPG and report to the Improvement Board"))
    row = board(cast)
    found = {one.printed: one for one in actions.propose_forums(plan=plan, by=cast.alice)}
    assert set(found) == {"SCPG", "Improvement Board"}
    assert "Minute of SCPG" in found["SCPG"].where
    assert not actions.propose_forums(plan=plan, by=cast.alice)
    assert not Forum.objects.filter(abbreviation="SCPG").exists()
    actions.confirm_mention(mention=found["Improvement Board"], forum=row, by=cast.alice)
    assert not row.names.exists()
    about = named(name="Performance Group")
    actions.confirm_mention(mention=found["SCPG"], about=about, by=cast.alice)
    made = Forum.objects.get(name="Performance Group")
    assert [one.text for one in made.names.all()] == ["SCPG"]
    assert not Mention.objects.undecided().exists()
    with pytest.raises(NotAllowedNow, match="decided already"):
        actions.confirm_mention(mention=found["SCPG"], by=cast.alice)


def test_colleagues_see_the_register_and_a_partner_only_boards_it_sits_on(cast):
    """G-02: boards outside the council."""
    hospital = PartnerOrganisation.objects.create(authority=cast.aldermere, name="Hospital")
    nurse = make_user("Nora Nurse", cast.aldermere, Role.PARTNER_USER, partner=hospital)
    lead = make_user("Lena Lead", cast.aldermere, Role.LEAD)
    inner, outer = board(cast), board(cast, name="Safeguarding Partners", kind="partnership")
    seated(cast, outer, hospital)
    seated(cast, inner, hospital)
    seen = {who: set(Forum.objects.visible_to(who)) for who in (nurse, lead, cast.charlie)}
    assert seen == {nurse: {outer}, lead: {inner, outer}, cast.charlie: set()}
