"""What raw SQL and bulk changes are refused by the database itself."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection, transaction

from goldenthread.basics.errors import NotAllowed
from goldenthread.people import actions as people
from goldenthread.people.models import Alias, Membership, Person, Team, User
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import LONG_AGO, make_user
from goldenthread.plans import actions, triggers
from goldenthread.plans.models import (
    Action,
    Check,
    Checker,
    Evidence,
    EvidenceLink,
    EvidenceVersion,
    Reopening,
    Standing,
    Test,
    Update,
)
from goldenthread.plans.tests.evidence_factories import (
    accept,
    contradicted,
    counts,
    file,
    person,
)
from goldenthread.plans.tests.raw_checks import check, refused

NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)


def checker(world, name, *roles, **scope):
    user = make_user(name, world.cast.aldermere, Role.CHECKER, *roles)
    actions.give_to_checker(plan=world.plan, user=user, by=world.cast.alice)
    return user


def test_every_guard_is_in_place(db):
    assert triggers.missing(connection) == set()


def test_a_check_within_the_rules_is_written(world):
    check(world, file(world))
    assert counts(world.test)


def test_the_database_refuses_a_check_by_somebody_without_the_plan(world):
    link = file(world)
    other = make_user("Olga Owen", world.cast.aldermere, Role.CHECKER)
    with refused("not given to them"):
        check(world, link, by=other)
    with refused("not given to them"):
        check(world, link, by=world.cast.alice)
    with refused("not given to them"):
        check(world, link, person=person(world.cast.bob))
    with refused("not given to them"):
        check(world, link, by=User.objects.system("rule"), person=person(world.carl))
    Checker.objects.update(started_on=date(2026, 1, 1), ended_on=date(2026, 3, 15))
    with refused("not given to them"):
        check(world, link)


def test_the_database_refuses_a_check_by_whoever_filed(world):
    officer = checker(world, "Olga Owen", Role.IMPROVEMENT_OFFICER)
    link = file(world, by=officer)
    with refused("filed evidence"):
        check(world, link, by=officer)
    second = file(world, by=world.cast.alice, for_whom=person(officer), title="Second")
    with refused("filed evidence"):
        check(world, second, by=officer)
    check(world, link)


def test_the_database_refuses_a_check_by_whoever_filed_an_earlier_version(world):
    officer = checker(world, "Olga Owen", Role.IMPROVEMENT_OFFICER)
    link = file(world, by=officer)
    version = actions.new_version(evidence=link.version.evidence, by=world.lena, extract="2")
    with refused("filed evidence"):
        check(world, version.links.get(), by=officer)


@pytest.mark.parametrize("rank", ["lead", "co-lead", "delegate"])
def test_the_database_refuses_a_check_by_whoever_ever_stood_in_the_action(world, rank):
    link = file(world)
    version = world.plan.current_version
    Standing.objects.create(
        action=world.action,
        rank=rank,
        person=person(world.carl),
        ended_on=date(2020, 1, 1),
        dropped_in=version,
    )
    with refused("stood in an action"):
        check(world, link)


@pytest.mark.parametrize(
    ("joined", "left", "stands"),
    [(None, None, True), (date(2025, 1, 1), date(2025, 6, 1), True), (None, LONG_AGO, False)],
)
def test_the_database_knows_who_was_in_a_delegate_team_then(world, joined, left, stands):
    team = Team.objects.create(authority=world.cast.aldermere, name="Duty team")
    Standing.objects.create(
        action=world.action, rank="delegate", team=team, started_on=date(2025, 6, 1)
    )
    Membership.objects.create(
        team=team, person=person(world.carl), started_on=joined, ended_on=left, counts_until=left
    )
    link = file(world)
    if not stands:
        check(world, link)
        return
    with refused("stood in an action"):
        check(world, link)


def test_the_database_knows_who_held_a_post_that_led(world):
    post = people.add_post(
        authority=world.cast.aldermere, title="Head of service", by=world.cast.setup
    )
    people.take_post(post=post, person=person(world.carl), by=world.cast.setup, started_on=LONG_AGO)
    Standing.objects.create(action=world.action, rank="co-lead", post=post)
    with refused("stood in an action"):
        check(world, file(world))


@pytest.mark.parametrize("printed", ["Carl Cross", "Ann Adams / carl cross", "Crossie"])
def test_the_database_knows_printed_names_of_the_checker(world, printed):
    Alias.objects.create(person=person(world.carl), text="Crossie")
    Standing.objects.create(action=world.action, rank="delegate", printed=printed)
    with refused("stood in an action"):
        check(world, file(world))


def test_the_database_takes_two_accounts_of_one_name_for_one_person(world):
    twin = checker(world, "Other Account")
    Person.objects.filter(user=twin).update(name="LENA LONG")
    with refused("stood in an action|filed evidence"):
        check(world, file(world), by=twin)


def test_the_database_refuses_a_check_by_a_partners_own_people(world):
    hospital = people.add_partner(
        authority=world.cast.aldermere, name="The hospital", by=world.cast.setup
    )
    Standing.objects.create(action=world.action, rank="delegate", partner=hospital)
    carl = person(world.carl)
    carl.partner = hospital
    carl.save()
    with refused("stood in an action"):
        check(world, file(world))


def test_the_database_refuses_a_check_by_whoever_wrote_an_update_since(world):
    link = file(world)
    Update.objects.create(action=world.action, text="x", by=world.cast.alice, at=NOW,
                          for_whom=person(world.carl))  # fmt: skip
    with refused("wrote an update"):
        check(world, link)


@pytest.mark.parametrize("of", ["stood", "told"])
def test_a_row_that_points_to_the_action_counts_as_the_action(world, of):
    from goldenthread.plans.models import Action

    row = Action.objects.create(
        plan=world.plan, public_id="P1-A9", order=9, text="As above", same_as=world.action
    )
    if of == "stood":
        Standing.objects.create(action=row, rank="lead", person=person(world.carl))
    else:
        Update.objects.create(action=row, text="x", by=world.carl, at=NOW)
    with refused("stood in an action|wrote an update"):
        check(world, file(world))


def test_the_database_refuses_a_check_of_what_does_not_count(world):
    link = file(world, expires_on=date(2026, 3, 15))
    with refused("does not count"):
        check(world, link)
    second = file(world, title="Second")
    with refused("does not count"):
        check(world, second, edition=2)
    with refused("other evidence since"):
        check(world, second, last_link=link)
    actions.withdraw_evidence(link=second, by=world.lena, why="x")
    with refused("does not count"):
        check(world, second)
    third = file(world, title="Third")
    actions.new_version(evidence=third.version.evidence, by=world.lena, extract="2")
    with refused("does not count"):
        check(world, third)


def test_the_database_refuses_a_check_against_a_contradiction_found_right(world):
    link = file(world)
    accept(world, contradicted(world))
    with refused("contradiction was found right"):
        check(world, link)


@pytest.mark.parametrize(
    ("model", "change"),
    [
        (Check, {"outcome": "accepted"}),
        (EvidenceVersion, {"sha256": "x"}),
        (EvidenceVersion, {"filed_by": 1}),
        (EvidenceVersion.cites.through, {"to_evidenceversion": 1}),
        (Evidence, {"kind": "link"}),
        (EvidenceLink, {"quantity": 14}),
        (EvidenceLink, {"direction": "supports"}),
        (EvidenceLink, {"linked_at": NOW}),
        (Test, {"text": "Easier"}),
        (Test, {"kind": "practice"}),
        (Test, {"quantity": 1}),
        (Test, {"edition": 7}),
        (Test, {"changed_at": NOW}),
        (Test, {"action": None, "item": 1}),
        (Standing, {"person": None, "printed": "x"}),
        (Standing, {"rank": "delegate"}),
        (Standing, {"started_on": date(2026, 3, 16)}),
        (Reopening, {"text": "x"}),
        (Update, {"by": 1}),
    ],
)
def test_what_the_gate_rests_on_is_not_changed_in_bulk(world, model, change):
    link = file(world, quantity=1)
    actions.return_(link=link, by=world.carl, reason="No")
    actions.ask_reopening(test=world.test, by=world.lena, why="x", text="y")
    Update.objects.create(action=world.action, text="x", by=world.cast.alice, at=NOW)
    file(world, title="Citing", cites=[link.version])
    item = world.action.items.get().pk
    wanted = {
        name: item if name == "item" and value else world.cast.bob.pk if value == 1 else value
        for name, value in change.items()
    }
    if "to_evidenceversion" in change:
        wanted = {"to_evidenceversion": link.version_id}
    if change == {"quantity": 1}:
        wanted = {"quantity": 2}
    contradicted(world)
    with refused("."), transaction.atomic():
        model.objects.all().update(**wanted)


@pytest.mark.parametrize(
    "model", [Check, EvidenceVersion, Evidence, EvidenceLink, Test, Standing, Reopening, Update]
)
def test_what_the_gate_rests_on_is_not_deleted(world, model):
    accept(world, file(world))
    actions.ask_reopening(test=world.test, by=world.lena, why="x", text="y")
    Update.objects.create(action=world.action, text="x", by=world.cast.alice, at=NOW)
    with refused("never|only ever"), transaction.atomic():
        model.objects.all()._raw_delete("default")
    assert counts(world.test)


def test_a_test_is_not_dropped_or_taken_up_again_past_the_verbs(world):
    other = actions.add_test(of=world.action, text="Minutes", kind="done", by=world.lena)
    link = file(world)
    version = world.plan.current_version
    for test in (world.test, other):
        with refused("taken away only by reopening"), transaction.atomic():
            Test.objects.filter(pk=test.pk).update(dropped_in=version)
    asked = actions.ask_reopening(test=world.test, by=world.lena, why="x", drops=True)
    actions.approve_reopening(reopening=asked, by=world.cast.bob)
    assert Test.objects.get(pk=world.test.pk).dropped_in == version
    with refused("named anew"), transaction.atomic():
        Test.objects.filter(pk=world.test.pk).update(dropped_in=None)
    with refused("does not count"):
        check(world, link)


def test_a_kind_beside_evidence_is_not_changed_past_the_verbs(world):
    other = actions.add_test(of=world.action, text="Minutes", kind="done", by=world.lena)
    file(world)
    with refused("only by reopening"), transaction.atomic():
        Test.objects.filter(pk=other.pk).update(kind="practice")
    Test.objects.filter(pk=other.pk).update(text="Better words")


def test_a_reopening_is_not_approved_by_whoever_asked(world):
    file(world)
    asked = actions.ask_reopening(test=world.test, by=world.cast.alice, why="x", text="y")
    with refused("."), transaction.atomic():
        Reopening.objects.update(approved_by=world.cast.alice, approved_at=NOW)
    asked.pk = None
    asked.approved_by, asked.approved_at = world.cast.bob, NOW
    with refused("asked for before"), transaction.atomic():
        asked.save(force_insert=True)


def test_evidence_is_linked_within_its_plan(world):
    from goldenthread.plans.tests.factories import plan

    link = file(world)
    other = actions.record_plan(
        authority=world.cast.aldermere, by=world.cast.alice, upload=None, plan=plan()
    )
    test = Test.objects.filter(action__plan=other).first()
    with refused("same plan"), transaction.atomic():
        EvidenceLink.objects.create(
            version=link.version, test=test, shows="x", linked_by=world.lena, linked_at=NOW
        )


@pytest.mark.postgres
def test_nothing_is_emptied_at_one_blow(world):
    accept(world, file(world))
    connection.check_constraints()
    for table in ("plans_check", "plans_evidencelink"):
        with refused("emptied"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {table} CASCADE")


def test_migrations_find_the_triggers_away_and_put_them_back(db):
    triggers.drop(connection)
    assert "plans_check_not_stood" in triggers.missing(connection)
    triggers.create(connection)
    assert triggers.missing(connection) == set()


def test_nobody_is_said_to_have_stopped_standing_before_what_was_filed(world):
    file(world)
    row = Standing.objects.get(action=world.action, rank="lead")
    with refused("ended once"), transaction.atomic():
        Standing.objects.filter(pk=row.pk).update(ended_on=date(2000, 1, 1))
    Standing.objects.filter(pk=row.pk).update(ended_on=date(2026, 3, 16))


def test_whoever_says_done_or_ties_evidence_does_not_check_it(world):
    olga = make_user("Olga Orr", world.cast.aldermere, Role.IMPROVEMENT_OFFICER, Role.CHECKER)
    actions.give_to_checker(plan=world.plan, user=olga, by=world.cast.alice)
    link = file(world)
    actions.complete(action=world.action, by=olga, completed_on=date(2026, 3, 13))
    assert Update.objects.get().text == "Done, 13 March 2026"
    with pytest.raises(NotAllowed, match="wrote an update"):
        accept(world, link, by=olga)
    with refused("wrote an update"):
        check(world, link, by=olga)


def test_whoever_leads_the_action_that_this_one_points_to_does_not_check_it(world):
    file(world)
    link = EvidenceLink.objects.get()
    target = Action.objects.create(plan=world.plan, public_id="P1-A9", order=9, text="The same")
    Standing.objects.create(action=target, rank="lead", person=person(world.carl))
    # Rows from before the database refused this.
    triggers.drop(connection)
    Action.objects.filter(pk=world.action.pk).update(same_as=target)
    triggers.create(connection)
    with pytest.raises(NotAllowed, match="You are or were lead"):
        accept(world, link)
    with refused("stood in an action"):
        check(world, link)


def test_only_whoever_filed_a_contradiction_takes_it_back(world):
    link = contradicted(world)
    with pytest.raises(NotAllowed, match="Only whoever filed a contradiction"):
        actions.withdraw_evidence(link=link, by=world.lena, why="No longer so")
    actions.withdraw_evidence(link=link, by=world.cast.alice, why="It was another team")
    link.refresh_from_db()
    assert link.withdrawn_at is not None
