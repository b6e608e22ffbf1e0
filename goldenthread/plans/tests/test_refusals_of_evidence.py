"""What the verbs on tests, evidence and checks refuse, and in which words."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people import actions as people
from goldenthread.people.models import HistoryLine
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import LONG_AGO, PASSWORD
from goldenthread.plans import actions
from goldenthread.plans.models import Evidence, ToSettle, Update
from goldenthread.plans.tests.evidence_factories import accept, file, person
from goldenthread.plans.tests.factories import plan, recorded


def refused(words, verb, /, **given):
    """The verb says so, and leaves no line of history."""
    before = HistoryLine.objects.count()
    with pytest.raises(NotAllowedNow, match=words):
        verb(**given)
    assert HistoryLine.objects.count() == before


def item_test(world):
    """A test of the item that the world's action serves."""
    item = world.plan.items.get()
    return actions.add_test(of=item, text="Minutes are read", kind="done", by=world.cast.alice)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": " "}, "a title and a marking"),
        ({"marking": "secret"}, "a title and a marking"),
        ({"shows": " "}, "Say what it shows"),
        (
            {"period_from": date(2026, 2, 28), "period_to": date(2026, 2, 1)},
            "The period ends before it begins",
        ),
    ],
)
def test_evidence_that_is_not_whole_is_not_filed(world, changes, words):
    refused(words, file, world=world, **changes)
    assert not Evidence.objects.exists()


def test_evidence_names_the_test_that_it_shows(world):
    given = {"action": world.action, "kind": "document", "title": "x", "shows": "x"}
    refused("which test it shows", actions.file_evidence, **given, tests=[], by=world.lena)


def test_evidence_of_an_action_shows_its_own_tests_and_those_of_its_item(world):
    on_item = file(world, test=item_test(world))
    assert on_item.version.evidence.plan == world.plan
    foreign = recorded(world.cast).actions.get(public_id="P2-A1").tests.get()
    refused("is no test of P1-A1", file, world=world, test=foreign)


def test_nothing_of_another_authority_is_filed(world):
    foreign = person(world.cast.charlie)
    refused("Nothing crosses", file, world=world, by=world.cast.alice, for_whom=foreign)
    by, there = world.cast.charlie, world.cast.bramley
    other = actions.record_plan(authority=there, by=by, upload=None, plan=plan())
    action = other.actions.get(public_id="P1-A3")
    theirs = actions.file_evidence(
        action=action, tests=action.tests.all(), kind="document", title="Theirs", shows="x",
        extract="x", quantity=1, by=by,
    )  # fmt: skip
    refused("Nothing crosses", file, world=world, cites=theirs.versions.all())


def test_a_check_is_asked_for_of_what_still_counts_and_is_not_accepted(world):
    link = file(world)
    given = {"link": link, "by": world.lena}
    refused("was not given this plan", actions.ask_for_check, **given, of=world.cast.bob)
    accept(world, link)
    refused("accepted already", actions.ask_for_check, **given)
    actions.withdraw_evidence(link=link, by=world.lena, why="Wrong file")
    refused("Ask for that one", actions.ask_for_check, **given)


def test_nothing_is_checked_in_a_plan_that_is_put_aside(world):
    link = file(world)
    actions.archive_plan(plan=world.plan, by=world.cast.alice, why="Closed.")
    refused("is archived", accept, world=world, link=link)


def test_whoever_wrote_on_the_item_of_its_test_does_not_check(world):
    test = item_test(world)
    Update.objects.create(item=test.item, text="Begun", by=world.carl, at=world.plan.recorded_at)
    with pytest.raises(NotAllowed, match="wrote an update"):
        accept(world, file(world, test=test))


def test_whoever_holds_a_post_of_a_delegate_team_does_not_check(world):
    by, here = world.cast.setup, world.cast.aldermere
    team = people.add_team(authority=here, name="Duty team", by=by)
    post = people.add_post(authority=here, title="Duty officer", by=by, team=team)
    people.take_post(post=post, person=person(world.carl), by=by, started_on=LONG_AGO)
    actions.let_stand(action=world.action, to=team, rank="delegate", by=world.cast.alice)
    with pytest.raises(NotAllowed, match="in the team “Duty team” then"):
        accept(world, file(world))


def test_who_is_entered_as_no_person_of_the_authority_does_not_check(world):
    by, here = world.cast.setup, world.cast.aldermere
    nobody = people.open_account(
        authority=here, email="n@aldermere.example", name="Nora North", by=by, password=PASSWORD
    )
    people.give_role(user=nobody, authority=here, role=Role.CHECKER, by=by, started_on=LONG_AGO)
    actions.give_to_checker(plan=world.plan, user=nobody, by=world.cast.alice)
    with pytest.raises(NotAllowed, match="not entered as a person of this authority"):
        accept(world, file(world), by=nobody)


def test_a_check_says_that_the_leads_post_reports_to_the_checkers(world):
    by, here = world.cast.setup, world.cast.aldermere
    head = people.add_post(authority=here, title="Head of quality", by=by)
    theirs = people.add_post(authority=here, title="Manager", by=by, reports_to=head)
    for post, user in ((head, world.carl), (theirs, world.lena)):
        people.take_post(post=post, person=person(user), by=by, started_on=LONG_AGO)
    check = accept(world, file(world))
    assert check.line == "the lead's post “Manager” reports to it, directly"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"text": " "}, "says what will show it"),
        ({"kind": "blue"}, "done, practice or difference"),
        ({"quantity": 0}, "at least one, or no number"),
        ({"aim": {"measure": "x"}}, "does not say which way it is to go"),
        ({"text": "A copy", "why": " "}, "Say why the test changes"),
    ],
)
def test_a_test_that_is_not_whole_is_not_changed(world, changes, words):
    given = {"why": "Clearer", **changes}
    refused(words, actions.change_test, test=world.test, by=world.lena, **given)


def test_a_test_has_no_other_fields_to_change(world):
    with pytest.raises(TypeError, match="A test has no colour"):
        actions.change_test(test=world.test, by=world.lena, why="Clearer", colour="blue")


def test_a_reopening_says_what_changes_waits_alone_and_is_refused_with_a_reason(world):
    given = {"test": world.test, "by": world.lena, "why": "Clearer"}
    refused("Say what is to change", actions.ask_reopening, **given)
    asked = actions.ask_reopening(**given, text="A copy")
    refused("waits for approval already", actions.ask_reopening, **given, text="Two copies")
    refused("Say why it is refused", actions.refuse_reopening,
            reopening=asked, by=world.cast.alice, why=" ")  # fmt: skip


def test_a_reopening_of_a_test_that_changed_meanwhile_is_asked_for_again(world):
    asked = actions.ask_reopening(test=world.test, by=world.lena, why="Clearer", text="A copy")
    actions.change_test(test=world.test, by=world.lena, why="Meanwhile", text="Two copies")
    given = {"reopening": asked, "by": world.cast.alice}
    refused("has changed since it was asked for", actions.approve_reopening, **given)


def asked(world, topic, **of):
    return ToSettle.objects.create(
        version=world.plan.current_version, order=99, topic=topic, words="?", **of
    )


def test_a_kind_is_not_settled_anew_once_evidence_is_filed(world):
    file(world)
    question = asked(world, "test kind", action=world.action)
    answer = {"test": world.test.pk, "kind": "practice"}
    refused("Ask for the test to be reopened", actions.settle,
            to_settle=question, answer=answer, by=world.cast.alice)  # fmt: skip


@pytest.mark.parametrize(
    ("topic", "answer", "words"),
    [
        ("timescale", {"printed": "May 2026"}, "names no row"),
        ("lead", {"person": 1}, "names no action"),
    ],
)
def test_a_question_of_no_row_is_answered_in_words(world, topic, answer, words):
    refused(words, actions.settle, to_settle=asked(world, topic), answer=answer,
            by=world.cast.alice)  # fmt: skip


def test_settling_the_lead_who_leads_already_changes_nothing(world):
    lena = person(world.lena)
    question = asked(world, "lead", action=world.action)
    actions.settle(to_settle=question, answer={"person": lena.pk}, by=world.cast.alice)
    lead = world.action.standings.get(rank="lead")
    assert (lead.person, lead.ended_on) == (lena, None)
