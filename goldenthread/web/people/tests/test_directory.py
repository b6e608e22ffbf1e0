"""The directory on the page: people, other names, posts, teams, services, partners."""

from datetime import date

import pytest

from goldenthread.people import actions
from goldenthread.people.models import Alias, Membership, PartnerOrganisation, Person, Post, Team
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import LONG_AGO, PASSWORD
from goldenthread.web.people.tests.conftest import HERE, day

pytestmark = pytest.mark.django_db
SPRING = date(2026, 3, 16)


@pytest.fixture
def pat(cast):
    return actions.add_person(authority=cast.aldermere, name="Pat Person", by=cast.alice)


@pytest.fixture
def north(cast):
    return actions.add_team(authority=cast.aldermere, name="North", by=cast.alice, code="N1")


@pytest.fixture
def head(cast):
    return actions.add_post(authority=cast.aldermere, title="Head of help", by=cast.alice)


def test_who_works_for_one_council_comes_to_its_people(alice):
    assert alice.get("/library/people/").headers["Location"] == HERE


def test_who_works_for_two_councils_chooses(cast, alice):
    actions.give_role(
        user=cast.alice,
        authority=cast.bramley,
        role=Role.CLERK,
        by=cast.setup,
        started_on=SPRING.replace(year=2020),
    )
    page = alice.get("/library/people/").text
    assert 'href="/library/people/990/"' in page
    assert 'href="/library/people/991/"' in page


def test_a_guest_has_no_part(guest):
    assert "You have no part here" in guest.get("/library/people/").text
    assert guest.get(HERE).status_code == 404


def test_another_councils_officer_sees_nobody(charlie, pat):
    assert charlie.get(HERE).status_code == 404
    assert charlie.get(f"{HERE}{pat.pk}/").status_code == 404
    assert charlie.get(f"/library/people/991/{pat.pk}/").status_code == 404


def test_the_list_tells_posts_teams_and_other_names(cast, alice, pat, north, head):
    actions.take_post(post=head, person=pat, by=cast.alice, started_on=None)
    actions.join_team(team=north, person=pat, by=cast.alice, started_on=None)
    actions.add_alias(person=pat, text="Patty Person", by=cast.alice)
    page = alice.get(HERE).text
    assert "also Patty Person" in page
    for words in ("Patty", "Pat P", "head of"):
        found = alice.get(HERE, {"q": words}).text
        assert "Pat Person" in found
        assert "Bob Baker" not in found


def test_whoever_left_stands_behind_a_count(cast, alice, pat):
    actions.change_person(person=pat, by=cast.alice, left_on=date(2020, 1, 1))
    assert "Pat Person" not in alice.get(HERE).text
    assert "left on 1 January 2020" in alice.get(HERE, {"show": "left"}).text
    assert "Pat Person" not in alice.get(HERE, {"show": "signs-in"}).text


def test_the_list_costs_the_same_however_long_it_is(cast, alice, pat, north, head, queries_of):
    def enter(person):
        actions.take_post(post=head, person=person, by=cast.alice, started_on=None)
        actions.join_team(team=north, person=person, by=cast.alice, started_on=None)
        actions.add_alias(person=person, text="Somebody", by=cast.alice)

    enter(pat)
    before = queries_of(alice, HERE)
    for n in range(5):
        enter(actions.add_person(authority=cast.aldermere, name=f"Number {n}", by=cast.alice))
    assert queries_of(alice, HERE) == before


def test_a_person_is_added_and_corrected(alice, cast):
    answer = alice.post(f"{HERE}add/", {"name": "Nora New"}, follow=True)
    assert "Nora New is in the directory" in answer.text
    nora = Person.objects.get(name="Nora New")
    first = {"name": "Nora Newer", "initials": "NN", **day("left_on", SPRING)}
    page = alice.post(f"{HERE}{nora.pk}/change/", first, follow=True).text
    nora.refresh_from_db()
    assert (nora.name, nora.initials, nora.left_on) == ("Nora Newer", "NN", SPRING)
    assert "name: Nora New → Nora Newer" in page


def test_an_empty_name_is_said_at_the_field(alice):
    answer = alice.post(f"{HERE}add/", {"name": ""})
    assert answer.status_code == 422
    assert "Name: nothing entered. Fill it in." in answer.text


def test_another_name_is_added_and_taken_back(alice, pat):
    alice.post(f"{HERE}{pat.pk}/names/", {"text": "Patricia Person"})
    alias = Alias.objects.get()
    assert "Patricia Person" in alice.get(f"{HERE}{pat.pk}/").text
    assert alice.get(f"{HERE}names/{alias.pk}/remove/").status_code == 200
    alice.post(f"{HERE}names/{alias.pk}/remove/")
    assert not Alias.objects.exists()


def test_a_person_takes_a_post_and_leaves_it(alice, pat, head):
    sent = {"post": head.pk, **day("started_on", SPRING)}
    alice.post(f"{HERE}{pat.pk}/posts/", sent)
    holding = pat.postholdings.get()
    assert holding.started_on == SPRING
    refused = alice.post(f"{HERE}holdings/{holding.pk}/end/", day("ended_on", date(2025, 1, 1)))
    assert refused.status_code == 422
    assert "the last day is before the first" in refused.text
    alice.post(f"{HERE}holdings/{holding.pk}/end/", day("ended_on", SPRING))
    holding.refresh_from_db()
    assert holding.ended_on == SPRING
    assert "Pat Person" in alice.get(f"{HERE}posts/{head.pk}/").text


def test_a_team_has_its_code_members_and_successor(alice, cast, pat):
    sent = {"name": "North", "code": "N1", "synonyms": "Northern\nNorth team\n"}
    alice.post(f"{HERE}teams/add/", sent)
    team = Team.objects.get()
    assert team.synonyms == ["Northern", "North team"]
    alice.post(f"{HERE}teams/{team.pk}/members/", {"person": pat.pk, "manages": "on"})
    member = Membership.objects.get()
    assert member.manages
    after = actions.add_team(authority=cast.aldermere, name="North and East", by=cast.alice)
    first = {"code": "N1", "synonyms": "Northern", "successor": after.pk}
    alice.post(f"{HERE}teams/{team.pk}/change/", {**first, **day("ended_on", SPRING)})
    team.refresh_from_db()
    assert (team.successor, team.ended_on, team.synonyms) == (after, SPRING, ["Northern"])
    alice.post(f"{HERE}memberships/{member.pk}/end/", day("ended_on", SPRING))
    assert "then North and East" in alice.get(f"{HERE}teams/").text
    assert "manages it" in alice.get(f"{HERE}teams/{team.pk}/").text


def test_a_post_reports_to_another_and_to_no_post_of_elsewhere(alice, cast, head):
    elsewhere = actions.add_post(authority=cast.bramley, title="Chief", by=cast.setup)
    refused = alice.post(f"{HERE}posts/add/", {"title": "Deputy", "kind": "officer",
                                               "reports_to": elsewhere.pk})  # fmt: skip
    assert refused.status_code == 422
    alice.post(f"{HERE}posts/add/", {"title": "Deputy", "kind": "officer", "reports_to": head.pk})
    deputy = Post.objects.get(title="Deputy")
    assert deputy.reports_to == head
    alice.post(f"{HERE}posts/{deputy.pk}/change/", {"synonyms": "Second", "reports_to": head.pk})
    deputy.refresh_from_db()
    assert deputy.synonyms == ["Second"]
    assert "Reports to" in alice.get(f"{HERE}posts/{deputy.pk}/").text


def test_a_role_of_law_is_named_with_its_source(alice, head):
    alice.post(f"{HERE}posts/{head.pk}/change/", {"statutory_role": "lead_member"})
    assert "Children Act 2004, section 19" in alice.get(f"{HERE}posts/{head.pk}/").text


def test_services_and_partners_are_added_once(alice):
    alice.post(f"{HERE}services/add/", {"name": "Early help"})
    alice.post(f"{HERE}partners/add/", {"name": "Police"})
    again = alice.post(f"{HERE}partners/add/", {"name": "police"})
    assert again.status_code == 422
    assert "entered in Aldermere already" in again.text
    assert PartnerOrganisation.objects.count() == 1
    page = alice.get(f"{HERE}partners/").text
    assert "Early help" in page
    assert "Police" in page


@pytest.mark.parametrize("path", ["", "teams/", "posts/", "partners/"])
def test_a_lead_reads_the_directory_and_is_offered_no_change(lena, pat, north, head, path):
    page = lena.get(f"{HERE}{path}").text
    assert "Add a" not in page
    assert "Accounts" not in page


def test_a_lead_changes_nothing(lena, pat, north, head):
    for path in (
        "add/",
        f"{pat.pk}/change/",
        f"{pat.pk}/names/",
        f"teams/{north.pk}/change/",
        f"posts/{head.pk}/holders/",
        "partners/add/",
    ):
        assert lena.get(f"{HERE}{path}").status_code == 403
        assert lena.post(f"{HERE}{path}", {"name": "X", "text": "X"}).status_code == 403
    assert "Correct" not in lena.get(f"{HERE}{pat.pk}/").text


def test_an_administrator_ties_a_person_to_a_free_account(admin, anna, cast, pat):
    user = actions.open_account(
        authority=cast.aldermere, email="tess@aldermere.example", name="Tess Typist",
        by=cast.setup, password=PASSWORD,
    )  # fmt: skip
    actions.give_role(
        user=user, authority=cast.aldermere, role=Role.CLERK, by=cast.setup, started_on=LONG_AGO
    )
    page = admin.get(f"{HERE}{pat.pk}/account/").text
    assert "Tess Typist" in page
    assert "Bob Baker" not in page
    assert "Charlie Cooper" not in page
    admin.post(f"{HERE}{pat.pk}/account/", {"user": user.pk})
    pat.refresh_from_db()
    assert pat.user == user


def test_only_who_manages_users_ties_an_account(alice, pat):
    assert alice.get(f"{HERE}{pat.pk}/account/").status_code == 403


def test_a_person_joins_a_team_from_their_own_page(alice, pat, north):
    address = f"{HERE}{pat.pk}/teams/"
    assert "Enter a team" in alice.get(address).text
    alice.post(address, {"team": north.pk, **day("started_on", SPRING)})
    member = Membership.objects.get()
    assert (member.person, member.team, member.started_on) == (pat, north, SPRING)


def test_who_holds_a_post_is_entered_on_the_posts_page(alice, pat, head):
    address = f"{HERE}posts/{head.pk}/holders/"
    assert "Enter who holds the post" in alice.get(address).text
    alice.post(address, {"person": pat.pk, **day("started_on", SPRING)})
    assert pat.postholdings.get().post == head


def test_teams_and_posts_are_found_by_their_words(cast, alice, pat, north, head):
    actions.add_team(authority=cast.aldermere, name="South", by=cast.alice, code="S1")
    actions.add_post(authority=cast.aldermere, title="Clerk", by=cast.alice)
    actions.take_post(post=head, person=pat, by=cast.alice, started_on=None)
    for words in ("nor", "n1"):
        found = alice.get(f"{HERE}teams/", {"q": words}).text
        assert "North" in found
        assert "South" not in found
    for words in ("help", "pat p"):
        found = alice.get(f"{HERE}posts/", {"q": words}).text.partition("<table")[2]
        assert "Head of help" in found
        assert "Clerk" not in found


def test_people_without_a_post_stand_behind_a_count(cast, alice, pat, head):
    actions.take_post(post=head, person=pat, by=cast.alice, started_on=None)
    shown = alice.get(HERE, {"show": "unposted"}).text.partition("<table")[2]
    assert "Bob Baker" in shown
    assert "Pat Person" not in shown


def test_a_person_and_a_post_say_of_which_partner_organisation_they_are(cast, alice, guest):
    police = PartnerOrganisation.objects.get()
    paul = Person.objects.get(name="Paul Partner")
    assert "Police" in alice.get(f"{HERE}{paul.pk}/").text
    post = actions.add_post(
        authority=cast.aldermere, title="Inspector", by=cast.alice, partner=police
    )
    assert "Police" in alice.get(f"{HERE}posts/{post.pk}/").text
