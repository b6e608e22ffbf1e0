"""Who leads and who stands beside: given, ended and handed over by the verbs."""

from datetime import date, timedelta

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people import actions as people
from goldenthread.people.models import PartnerOrganisation, Post
from goldenthread.people.tests.factories import LONG_AGO
from goldenthread.plans import actions
from goldenthread.plans.models import Standing

pytestmark = pytest.mark.usefixtures("fixed_clock")
TODAY = date(2026, 3, 16)


def test_at_most_one_leads_and_the_one_before_is_kept(cast, action, ann):
    assert action.standings.filter(rank="lead", ended_on=None).get().who == "Ann Adams"
    with pytest.raises(NotAllowedNow, match="already"):
        actions.give_lead(action=action, to=ann.persons.get(), by=cast.alice)
    post = Post.objects.create(authority=cast.aldermere, title="Head of safeguarding")
    actions.give_lead(action=action, to=post, by=cast.bob, why="Reorganised.")
    leads = action.standings.filter(rank="lead").order_by("pk")
    assert [one.who for one in leads][-2:] == ["Ann Adams", "Head of safeguarding"]
    assert leads.filter(ended_on=None).count() == 1
    with pytest.raises(NotAllowed):
        actions.give_lead(action=action, to=ann.persons.get(), by=ann)


def test_on_the_day_of_handing_over_one_leads_whoever_took_it(cast, action):
    trust = PartnerOrganisation.objects.create(authority=cast.aldermere, name="Health trust")
    post = Post.objects.create(authority=cast.aldermere, title="Head of safeguarding")
    beside = actions.let_stand(action=action, to=trust, rank="co-lead", by=cast.alice)
    actions.end_standing(standing=beside, by=cast.alice, why="Their part is done.")
    before = action.standings.on(TODAY).get(rank="lead")
    actions.give_lead(action=action, to=post, by=cast.alice)
    assert [one.who for one in action.standings.on(TODAY).filter(rank="lead")] == [post.title]
    assert beside in action.standings.on(TODAY)
    before.refresh_from_db()
    assert before.ended_on == TODAY
    yesterday = TODAY - timedelta(days=1)
    assert post.title not in [one.who for one in action.standings.on(yesterday)]


def test_beside_the_lead_stand_co_leads_and_delegates(cast, action):
    trust = PartnerOrganisation.objects.create(authority=cast.aldermere, name="Health trust")
    made = actions.let_stand(action=action, to=trust, rank="delegate", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="already"):
        actions.let_stand(action=action, to=trust, rank="co-lead", by=cast.alice)
    actions.end_standing(standing=made, by=cast.alice, why="Their part is done.")
    made.refresh_from_db()
    assert made.ended_on == TODAY


def test_a_leavers_actions_are_handed_over_in_the_same_rank(cast, plan, action, ann):
    other = plan.actions.get(public_id="P1-A1")
    actions.let_stand(action=other, to=ann.persons.get(), rank="delegate", by=cast.alice)
    eve = people.add_person(authority=cast.aldermere, name="Eve East", by=cast.setup)
    made = actions.hand_over(leaver=ann.persons.get(), to=eve, by=cast.alice, why="Left.")
    assert {(one.action, one.rank) for one in made} == {(action, "lead"), (other, "delegate")}
    assert {one.person for one in made} == {eve}
    theirs = Standing.objects.filter(person=ann.persons.get())
    assert set(theirs.values_list("ended_on", flat=True)) == {TODAY}
    with pytest.raises(NotAllowedNow, match="stands in nothing"):
        actions.hand_over(leaver=ann.persons.get(), to=eve, by=cast.alice)


def test_whoever_stands_beside_already_takes_over_the_lead_and_no_second_place(
    cast, plan, action, ann
):
    leaver, other = ann.persons.get(), plan.actions.get(public_id="P1-A1")
    eve = people.add_person(authority=cast.aldermere, name="Eve East", by=cast.setup)
    actions.let_stand(action=other, to=leaver, rank="delegate", by=cast.alice)
    for place in (action, other):
        actions.let_stand(action=place, to=eve, rank="co-lead", by=cast.alice)
    actions.hand_over(leaver=leaver, to=eve, by=cast.alice, why="Left.")
    stands = Standing.objects.filter(person=eve, ended_on=None)
    assert {(one.action, one.rank) for one in stands} == {(action, "lead"), (other, "co-lead")}


def test_a_team_that_stands_in_an_action_is_all_its_members(cast, action):
    team = people.add_team(authority=cast.aldermere, name="Duty team", by=cast.setup)
    people.join_team(team=team, person=cast.bob.persons.get(), by=cast.setup, started_on=LONG_AGO)
    actions.set_local_deadline(action=action, by=cast.alice, due=date(2026, 3, 1))
    actions.let_stand(action=action, to=team, rank="delegate", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="You stand in P1-A3"):
        actions.judge_status(action=action, by=cast.bob, colour="green", reason="Done.")
