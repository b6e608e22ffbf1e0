"""What the directory says is corrected by verbs that leave a line of history."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people import actions
from goldenthread.people.history import history_of
from goldenthread.people.models import Alias, Person, Team
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 16)


@pytest.fixture
def team(cast):
    return actions.add_team(authority=cast.aldermere, name="North", by=cast.alice, code="N1")


def test_only_what_was_changed_stands_in_the_history(cast, team):
    actions.change_team(team=team, by=cast.alice, code="N2", synonyms=["Northern"], service=None)
    [line, _] = history_of(team)
    assert [(c.name, c.before, c.after) for c in line.changes] == [
        ("code", "N1", "N2"),
        ("synonyms", [], ["Northern"]),
    ]


def test_a_team_ends_and_names_the_one_that_follows_it(cast, team):
    after = actions.add_team(authority=cast.aldermere, name="North and East", by=cast.alice)
    actions.change_team(team=team, by=cast.alice, successor=after, ended_on=DAY)
    team.refresh_from_db()
    assert (team.successor, team.ended_on) == (after, DAY)


def test_a_team_does_not_follow_itself_by_way_of_another(cast, team):
    other = actions.add_team(authority=cast.aldermere, name="East", by=cast.alice, successor=team)
    with pytest.raises(NotAllowedNow, match="cannot follow itself"):
        actions.change_team(team=team, by=cast.alice, successor=other)


def test_a_last_day_before_the_first_is_refused(cast, team):
    with pytest.raises(NotAllowedNow, match="the last day is before the first"):
        actions.change_team(team=team, by=cast.alice, started_on=DAY, ended_on=date(2026, 3, 15))
    assert Team.objects.get(pk=team.pk).ended_on is None


def test_a_change_that_changes_nothing_says_so(cast, team):
    with pytest.raises(NotAllowedNow, match="nothing is other than before"):
        actions.change_team(team=team, by=cast.alice, code="N1")


def test_a_team_of_another_council_cannot_follow(cast, team):
    there = actions.add_team(authority=cast.bramley, name="South", by=cast.setup)
    with pytest.raises(NotAllowedNow, match="Nothing crosses between authorities"):
        actions.change_team(team=team, by=cast.alice, successor=there)


def test_a_post_does_not_report_to_itself(cast):
    post = actions.add_post(authority=cast.aldermere, title="Head", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="cannot report to itself"):
        actions.change_post(post=post, by=cast.alice, reports_to=post)


def test_a_person_without_a_name_is_refused(cast):
    person = actions.add_person(authority=cast.aldermere, name="Pat", by=cast.alice)
    with pytest.raises(NotAllowedNow, match="Pat"):
        actions.change_person(person=person, by=cast.alice, name="")
    assert Person.objects.get(pk=person.pk).name == "Pat"


def test_a_name_that_a_present_team_has_is_refused(cast, team):
    with pytest.raises(NotAllowedNow, match="entered in Aldermere already"):
        actions.add_team(authority=cast.aldermere, name="north ", by=cast.alice)


def test_a_team_of_the_past_may_have_the_name_of_a_present_one(cast, team):
    actions.add_team(authority=cast.aldermere, name="North", by=cast.alice, ended_on=DAY)
    assert Team.objects.filter(name="North").count() == 2


def test_another_name_is_taken_back_and_stays_in_the_history(cast):
    person = actions.add_person(authority=cast.aldermere, name="Pat", by=cast.alice)
    alias = actions.add_alias(person=person, text="Patty", by=cast.alice)
    actions.remove_alias(alias=alias, by=cast.alice)
    assert not Alias.objects.exists()
    assert history_of(person)[0].changes[0].before == "Patty"


def test_another_councils_officer_changes_nothing(cast, team):
    with pytest.raises(NotAllowed):
        actions.change_team(team=team, by=cast.charlie, code="X")


def test_whoever_is_given_a_role_is_a_person_there(cast):
    anna = make_user("Anna Admin", cast.aldermere, Role.ADMINISTRATOR)
    holding = actions.appoint(
        user=cast.charlie,
        authority=cast.aldermere,
        role=Role.ANALYST,
        by=anna,
        started_on=DAY,
        ended_on=DAY,
    )
    assert holding.ended_on == DAY
    assert cast.charlie.persons.filter(authority=cast.aldermere).exists()
