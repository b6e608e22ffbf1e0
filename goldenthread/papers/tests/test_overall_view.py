"""The director's overall view: who types it, which day it tells of, and what the report prints."""

from datetime import timedelta

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.papers import actions
from goldenthread.papers.catalogue import PAPERS
from goldenthread.papers.document import Heading
from goldenthread.papers.highlight_report.overall import NOT_SIGNED, NOT_TYPED, OF_THE_WHOLE
from goldenthread.papers.models import OverallView
from goldenthread.papers.tests.factories import TODAY, VIEW, draft, post_for, view
from goldenthread.people.history import history_of
from goldenthread.people.models import PartnerOrganisation
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans.drafts import ActionDraft, PlanDraft, StandingDraft
from goldenthread.plans.tests.factories import recorded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fixed_clock")]
OF_A_CHILD = "NHS number 943 476 5919 was seen sooner."


@pytest.fixture
def plan(cast):
    return recorded(cast)


def section(plan, by, as_at=TODAY):
    """What the report prints under its first heading."""
    blocks = PAPERS["highlight_report"].build(plan=plan, by=by, as_at=as_at).blocks
    second = next(n for n, one in enumerate(blocks[1:], 1) if isinstance(one, Heading))
    return [block.text for block in blocks[1:second]]


def test_a_report_without_a_view_says_that_none_is_typed(cast, plan):
    assert section(plan, cast.alice) == [NOT_TYPED]


def test_a_draft_is_not_printed_as_the_directors(cast, plan):
    draft(plan, cast.alice)
    assert section(plan, cast.bob) == [NOT_SIGNED]


def test_a_signed_view_is_printed_with_the_post_and_the_day(cast, plan):
    post_for(cast, cast.bob, "Director of Children's Services")
    view(plan, cast.bob, text=f"{VIEW}\n\nNow it must last.")
    assert section(plan, cast.alice) == [
        VIEW,
        "Now it must last.",
        "Signed by Director of Children's Services, 16 March 2026",
    ]


def test_a_director_without_a_post_is_named_by_role_and_never_by_name(cast, plan):
    view(plan, cast.bob)
    assert section(plan, cast.alice)[-1] == "Signed by Director (post not recorded), 16 March 2026"
    assert "Bob" not in str(section(plan, cast.alice))


def test_the_newest_signed_view_is_printed_and_a_later_draft_changes_nothing(cast, plan):
    view(plan, cast.bob)
    view(plan, cast.bob, text="A second view.")
    draft(plan, cast.alice, text="A third one.")
    assert section(plan, cast.bob)[0] == "A second view."
    assert OverallView.objects.count() == 3


def test_a_view_of_an_earlier_day_is_not_printed_for_a_later_one(cast, plan, fixed_clock):
    view(plan, cast.bob)
    fixed_clock.shift(timedelta(days=1))
    assert section(plan, cast.bob, TODAY + timedelta(days=1)) == [NOT_TYPED]
    assert section(plan, cast.bob)[0] == VIEW


def test_a_partner_reads_that_the_view_is_of_the_whole_plan(cast):
    hospital = PartnerOrganisation.objects.create(authority=cast.aldermere, name="The hospital")
    nurse = make_user("Nia North", cast.aldermere, Role.PARTNER_USER, partner=hospital)
    ours = StandingDraft(printed="The hospital", partner=hospital)
    acts = (ActionDraft(text="Send a nurse", standings=(ours,)),)
    plan = recorded(cast, PlanDraft(title="Improvement plan", actions=acts))
    view(plan, cast.bob)
    assert section(plan, nurse) == [OF_THE_WHOLE]
    assert not OverallView.objects.visible_to(nurse).exists()


def test_an_officer_drafts_and_only_a_director_signs(cast, plan):
    draft(plan, cast.alice)
    with pytest.raises(NotAllowed, match="sign the director's overall view"):
        view(plan, cast.alice)


def test_somebody_of_another_council_neither_drafts_nor_sees(cast, plan):
    with pytest.raises(NotAllowed):
        draft(plan, cast.charlie)
    view(plan, cast.bob)
    assert not OverallView.objects.visible_to(cast.charlie).exists()


@pytest.mark.parametrize(
    ("text", "as_at", "why"),
    [
        (" \n", TODAY, "is empty"),
        ("x" * 20_001, TODAY, "20001 characters"),
        (VIEW, TODAY + timedelta(days=1), "is to come"),
    ],
)
def test_a_view_that_cannot_stand_is_refused_and_nothing_is_kept(cast, plan, text, as_at, why):
    for verb in (view, draft):
        with pytest.raises(NotAllowedNow, match=why):
            verb(plan, cast.bob, text=text, as_at=as_at)
    assert not OverallView.objects.exists()


def test_a_text_that_may_tell_who_a_child_is_is_drafted_and_not_signed_without_a_reason(cast, plan):
    draft(plan, cast.bob, text=OF_A_CHILD)
    with pytest.raises(NotAllowedNow, match="may tell who a child is") as refused:
        view(plan, cast.bob, text=OF_A_CHILD)
    assert "943" not in str(refused.value)
    signed = view(plan, cast.bob, text=OF_A_CHILD, not_personal="A number of the textbook")
    assert signed.not_personal == "A number of the textbook"


def test_a_reason_is_not_kept_where_nothing_was_suspected(cast, plan):
    assert view(plan, cast.bob, not_personal="Just in case").not_personal == ""


def test_the_history_tells_of_a_view_without_what_screening_suspects(cast, plan):
    entry = history_of(draft(plan, cast.bob, text=OF_A_CHILD))[0]
    assert (entry.verb, entry.by) == ("drafted", cast.bob)
    assert "943" not in str(entry.changes)


def test_a_plan_that_somebody_gave_a_view_on_is_in_use(cast, plan):
    draft(plan, cast.alice)
    plan.refresh_from_db()
    assert plan.used_on == TODAY


def test_a_view_is_never_changed_or_deleted(cast, plan):
    made = view(plan, cast.bob)
    made.text = "Another one"
    with pytest.raises(NotAllowedNow, match="never changed"):
        made.save()
    with pytest.raises(NotAllowedNow, match="never deleted"):
        made.delete()


def test_what_is_drafted_can_be_taken_over_as_it_is(cast, plan):
    text = draft(plan, cast.alice).text
    actions.sign_overall_view(plan=plan, as_at=TODAY, text=text, by=cast.bob)
    assert section(plan, cast.alice)[0] == text
