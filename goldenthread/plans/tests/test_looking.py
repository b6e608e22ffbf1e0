"""What is asked of recorded plans: who it is on a day, what is missing, what is later."""

from datetime import date

import pytest
from django.utils import timezone

from goldenthread.people import actions as people
from goldenthread.people.models import Membership, PartnerOrganisation, Post, Postholding, Team
from goldenthread.plans import looking
from goldenthread.plans.drafts import ActionDraft, ItemDraft, TimescaleDraft
from goldenthread.plans.models import Action, Deadline, Standing
from goldenthread.plans.tests.factories import plan, recorded

NEW_YEAR = date(2014, 1, 1)


def test_a_post_or_a_team_is_a_person_by_the_day(cast):
    ann = people.add_person(authority=cast.aldermere, name="Ann Adams", by=cast.setup)
    ben = people.add_person(authority=cast.aldermere, name="Ben Brown", by=cast.setup)
    post = Post.objects.create(authority=cast.aldermere, title="Head of service")
    team = Team.objects.create(authority=cast.aldermere, name="Duty team")
    Postholding.objects.create(
        post=post, person=ann, ended_on=date(2013, 12, 31), counts_until=date(2013, 12, 31)
    )
    Postholding.objects.create(post=post, person=ben, started_on=NEW_YEAR)
    Membership.objects.create(team=team, person=ann, manages=True)
    action = recorded(cast).actions.get(public_id="P1-A2")
    by_post = Standing.objects.create(action=action, rank="lead", post=post)
    by_team = Standing.objects.create(action=action, rank="delegate", team=team)
    assert looking.person_of(by_post, date(2013, 12, 31)).person == ann
    assert looking.person_of(by_post, NEW_YEAR).person == ben
    assert looking.person_of(by_team, NEW_YEAR).person == ann


def test_whoever_is_no_person_says_why(cast):
    action = recorded(cast).actions.get(public_id="P1-A2")
    hospital = PartnerOrganisation.objects.create(authority=cast.aldermere, name="The hospital")
    ann = people.add_person(authority=cast.aldermere, name="Ann Adams", by=cast.setup)
    partner = Standing(action=action, rank="lead", partner=hospital)
    printed = Standing(action=action, rank="lead", printed="TMs")
    assert looking.person_of(Standing(action=action, person=ann), NEW_YEAR).person == ann
    assert looking.person_of(partner, NEW_YEAR).why_none == "The hospital has named nobody"
    assert looking.person_of(printed, NEW_YEAR).why_none == "nobody has said who “TMs” is"


def ids(rows):
    return sorted(row.public_id for row in rows)


def test_actions_without_a_lead_and_with_several_are_listed(cast):
    recorded(cast)
    assert ids(Action.objects.without_lead()) == ["P1-A2"]
    assert ids(Action.objects.jointly_led()) == ["P1-A3"]
    Standing.objects.filter(action__public_id="P1-A3").update(ended_on=timezone.localdate())
    assert ids(Action.objects.without_lead()) == ["P1-A2", "P1-A3"]
    assert ids(Action.objects.jointly_led()) == []


def test_actions_without_a_test_are_listed(cast):
    row = recorded(cast)
    assert ids(Action.objects.without_test()) == ["P1-A2"]
    row.actions.get(public_id="P1-A1").tests.update(dropped_in=row.current_version)
    assert ids(Action.objects.without_test()) == ["P1-A1", "P1-A2"]


@pytest.mark.parametrize(
    ("theirs", "ours", "later"),
    [
        ("July 2012", "August 2012", True),
        ("July 2012", "31/07/12", False),
        ("July 2012", "June 2012", False),
        ("immediately", "August 2012", False),
        ("July 2012", "ongoing", False),
    ],
)
def test_a_local_day_after_the_inspectorates_is_listed(cast, theirs, ours, later):
    draft = plan(
        items=(
            ItemDraft(
                number="1",
                text="Thresholds",
                timescales=(TimescaleDraft(printed=theirs, source="inspectorate"),),
            ),
            ItemDraft(number="2", text="Visits"),
        ),
        actions=(
            ActionDraft(items=(0, 1), text="Write", timescales=(TimescaleDraft(printed=ours),)),
            ActionDraft(items=(1,), text="Read", timescales=(TimescaleDraft(printed=ours),)),
        ),
        references=(),
        to_settle=(),
    )
    recorded(cast, draft)
    found = Deadline.objects.current().later_than_the_inspectorates()
    assert [row.action.text for row in found] == (["Write"] if later else [])
