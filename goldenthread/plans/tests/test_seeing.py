"""Who sees which plan, action and what hangs on them."""

from datetime import UTC, date, datetime

import pytest
from django.apps import apps

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections.tests.factories import recorded as report_recorded
from goldenthread.people import actions as people
from goldenthread.people.models import (
    Membership,
    PartnerOrganisation,
    Person,
    Post,
    Postholding,
    Service,
    Team,
)
from goldenthread.people.remembering import roles_remembered
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.drafts import (
    ActionDraft,
    ItemDraft,
    StandingDraft,
    TestDraft,
    TimescaleDraft,
)
from goldenthread.plans.models import Action, Deadline, Item, Plan, Standing, Test, Wording
from goldenthread.plans.seeing import recommendations_for
from goldenthread.plans.tests.factories import plan, recorded

ROOM = list(apps.get_app_config("plans").get_models())


def with_standing(cast, **who):
    """A plan of two actions for two items; `who` stands in the first."""
    stands = StandingDraft(printed="somebody", rank="delegate", **who)
    return recorded(
        cast,
        plan(
            items=(ItemDraft(number="1", text="Thresholds"), ItemDraft(number="2", text="Visits")),
            actions=(
                ActionDraft(
                    items=(0,),
                    text="Write",
                    standings=(stands,),
                    tests=(TestDraft(text="Letter"),),
                    timescales=(TimescaleDraft(printed="May 2014"),),
                ),
                ActionDraft(items=(1,), text="Read", tests=(TestDraft(text="Minute"),)),
            ),
            references=(),
            to_settle=(),
        ),
    )


@pytest.mark.parametrize("model", ROOM, ids=lambda model: model.__name__)
def test_another_authority_sees_nothing(model, cast):
    recorded(cast)
    assert not model.objects.visible_to(cast.charlie).exists()
    assert model.objects.visible_to(cast.alice).count() == model.objects.count()


@pytest.mark.parametrize(
    "role", [Role.IMPROVEMENT_OFFICER, Role.STRATEGIC_LEAD, Role.DIRECTOR, Role.BOARD_CHAIR]
)
def test_the_leading_roles_see_every_plan(cast, role):
    recorded(cast)
    user = make_user("Eve East", cast.aldermere, role)
    assert Plan.objects.visible_to(user).count() == 1
    assert Action.objects.visible_to(user).count() == 4


@pytest.mark.parametrize(
    "role",
    [
        Role.LEAD,
        Role.CHECKER,
        Role.ANALYST,
        Role.AUDITOR,
        Role.MODERATOR,
        Role.CLERK,
        Role.ELECTED_MEMBER,
        Role.ADMINISTRATOR,
    ],
)
def test_the_other_roles_see_no_plan_of_which_they_are_no_part(cast, role):
    recorded(cast)
    user = make_user("Eve East", cast.aldermere, role)
    assert not Plan.objects.visible_to(user).exists()
    assert not Action.objects.visible_to(user).exists()


def test_a_lead_sees_the_plans_they_stand_in(cast, fixed_clock):
    user = make_user("Eve East", cast.aldermere, Role.LEAD)
    recorded(cast)
    mine = with_standing(cast, person=Person.objects.get(user=user))
    assert list(Plan.objects.visible_to(user)) == [mine]
    assert Action.objects.visible_to(user).count() == 2
    Standing.objects.filter(action__plan=mine).update(ended_on=date(2026, 3, 16))
    fixed_clock.move_to(datetime(2026, 3, 17, 12, tzinfo=UTC))
    assert not Plan.objects.visible_to(user).exists()


def test_a_post_and_a_team_are_resolved_to_who_is_there_today(cast):
    user = make_user("Eve East", cast.aldermere, Role.LEAD)
    me = Person.objects.get(user=user)
    post = Post.objects.create(authority=cast.aldermere, title="Head of service")
    team = Team.objects.create(authority=cast.aldermere, name="Duty team")
    by_post, by_team = with_standing(cast, post=post), with_standing(cast, team=team)
    assert not Plan.objects.visible_to(user).exists()
    Postholding.objects.create(post=post, person=me)
    assert list(Plan.objects.visible_to(user)) == [by_post]
    Membership.objects.create(
        team=team, person=me, ended_on=date(2020, 1, 1), counts_until=date(2020, 1, 1)
    )
    assert list(Plan.objects.visible_to(user)) == [by_post]
    Membership.objects.create(team=team, person=me)
    assert set(Plan.objects.visible_to(user)) == {by_post, by_team}


def test_a_leading_role_for_one_service_sees_its_plans(cast):
    service = Service.objects.create(authority=cast.aldermere, name="Early help")
    team = Team.objects.create(authority=cast.aldermere, name="Duty team", service=service)
    user = make_user("Eve East", cast.aldermere, Role.STRATEGIC_LEAD, service=service)
    recorded(cast)
    assert list(Plan.objects.visible_to(user)) == []
    ours = with_standing(cast, team=team)
    assert list(Plan.objects.visible_to(user)) == [ours]


def test_a_team_manager_sees_the_plans_their_team_stands_in(cast):
    team = Team.objects.create(authority=cast.aldermere, name="Duty team")
    user = make_user("Eve East", cast.aldermere, Role.TEAM_MANAGER, team=team)
    recorded(cast)
    ours = with_standing(cast, team=team)
    assert list(Plan.objects.visible_to(user)) == [ours]


def test_a_checker_sees_the_plans_given_to_them(cast):
    user = make_user("Eve East", cast.aldermere, Role.CHECKER)
    row = recorded(cast)
    recorded(cast)
    given = actions.give_to_checker(plan=row, user=user, by=cast.alice)
    assert list(Plan.objects.visible_to(user)) == [row]
    with pytest.raises(NotAllowedNow, match="already"):
        actions.give_to_checker(plan=row, user=user, by=cast.alice)
    with pytest.raises(NotAllowedNow, match="no checker"):
        actions.give_to_checker(plan=row, user=cast.bob, by=cast.alice)
    with pytest.raises(NotAllowedNow, match="Say why"):
        actions.take_from_checker(checker=given, by=cast.alice, why="")
    taken = actions.take_from_checker(checker=given, by=cast.alice, why="On leave.")
    assert taken.ended_on is not None


def test_a_partner_user_sees_their_own_actions_with_their_items_and_recommendations(cast):
    hospital = PartnerOrganisation.objects.create(authority=cast.aldermere, name="The hospital")
    school = PartnerOrganisation.objects.create(authority=cast.aldermere, name="The school")
    nurse = make_user("Nia North", cast.aldermere, Role.PARTNER_USER, partner=hospital)
    with_standing(cast, partner=school)
    ours = with_standing(cast, partner=hospital)
    assert list(Plan.objects.visible_to(nurse)) == [ours]
    assert [row.text for row in Action.objects.visible_to(nurse)] == ["Write"]
    assert [row.text for row in Item.objects.visible_to(nurse)] == ["Thresholds"]
    assert [row.text for row in Test.objects.visible_to(nurse)] == ["Letter"]
    assert Deadline.objects.visible_to(nurse).count() == 1
    assert {row.text for row in Wording.objects.visible_to(nurse)} == {"Write", "Thresholds"}
    visits, audits = report_recorded(cast).recommendations.order_by("order")
    mine, theirs = ours.items.order_by("order")
    actions.link_recommendation(item=mine, recommendation=visits, by=cast.alice)
    actions.link_recommendation(item=theirs, recommendation=audits, by=cast.alice)
    assert list(recommendations_for(nurse)) == [visits]


def test_a_partners_own_person_or_post_counts_as_theirs(cast):
    hospital = PartnerOrganisation.objects.create(authority=cast.aldermere, name="The hospital")
    nurse = make_user("Nia North", cast.aldermere, Role.PARTNER_USER, partner=hospital)
    post = Post.objects.create(authority=cast.aldermere, title="Named nurse", partner=hospital)
    person = people.add_person(
        authority=cast.aldermere, name="Otto Orr", by=cast.setup, partner=hospital
    )
    plans = {with_standing(cast, post=post), with_standing(cast, person=person)}
    assert set(Plan.objects.visible_to(nurse)) == plans


def test_an_action_that_left_an_item_no_longer_shows_it(cast):
    hospital = PartnerOrganisation.objects.create(authority=cast.aldermere, name="The hospital")
    nurse = make_user("Nia North", cast.aldermere, Role.PARTNER_USER, partner=hospital)
    row = with_standing(cast, partner=hospital)
    row.items.get(number="1").served_by.update(dropped_in=row.current_version)
    assert not Item.objects.visible_to(nurse).exists()


def test_asking_what_a_user_sees_is_a_query_for_the_roles_and_one_for_the_rows(
    cast, django_assert_num_queries
):
    recorded(cast)
    user = make_user("Eve East", cast.aldermere, Role.LEAD)
    for model in (Plan, Action, Item, Deadline):
        with django_assert_num_queries(2):
            list(model.objects.visible_to(user))


def test_a_page_that_only_reads_asks_once_which_plans_were_given(cast, django_assert_num_queries):
    checker = make_user("Dora Dean", cast.aldermere, Role.CHECKER)
    actions.give_to_checker(plan=recorded(cast), user=checker, by=cast.alice)
    with django_assert_num_queries(5), roles_remembered(only_reads=True):
        assert Plan.objects.visible_to(checker).count() == 1
        assert Action.objects.visible_to(checker).count() == 4
        assert Item.objects.visible_to(checker).exists()


def test_a_page_that_only_reads_shows_nothing_of_plans_to_whom_none_was_given(cast):
    recorded(cast)
    analyst = make_user("Anna Low", cast.aldermere, Role.ANALYST)
    with roles_remembered(only_reads=True):
        assert not Action.objects.visible_to(analyst).exists()
        assert Action.objects.visible_to(cast.alice).count() == 4


def test_where_something_is_changed_a_plan_that_is_given_is_seen_at_once(cast):
    checker, one = make_user("Dora Dean", cast.aldermere, Role.CHECKER), recorded(cast)
    with roles_remembered():
        assert not Plan.objects.visible_to(checker).exists()
        actions.give_to_checker(plan=one, user=checker, by=cast.alice)
        assert Plan.objects.visible_to(checker).exists()
