"""Evidence is filed, checked, returned and reopened: what then counts."""

from datetime import date

import pytest

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people import actions as people
from goldenthread.people.history import history_of
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import LONG_AGO, make_user
from goldenthread.plans import actions
from goldenthread.plans.drafts import TestDraft
from goldenthread.plans.models import (
    Evidence,
    EvidenceLink,
    Standing,
    Test,
    Update,
)
from goldenthread.plans.tests.evidence_factories import (
    accept,
    contradicted,
    counts,
    file,
    latest,
    make_world,
    person,
)


def test_evidence_counts_once_somebody_else_accepted_it(world):
    link = file(world)
    assert not counts(world.test)
    check = accept(world, link)
    assert counts(world.test)
    assert (check.by, check.day.isoformat(), check.edition) == (world.carl, "2026-03-16", 1)
    assert [line.verb for line in history_of(link)] == ["accepted"]


def test_evidence_is_returned_with_a_reason_and_counts_no_longer(world):
    link = file(world)
    accept(world, link)
    with pytest.raises(NotAllowedNow, match="Say why"):
        actions.return_(link=link, by=world.carl, reason=" ")
    actions.return_(link=link, by=world.carl, reason="It is the old one")
    assert not counts(world.test)


def test_acceptance_says_how_we_know(world):
    with pytest.raises(NotAllowedNow, match="how we know"):
        actions.accept(link=file(world), by=world.carl, how_do_we_know="")


def test_who_leads_files_or_is_not_given_the_plan_cannot_check(world):
    link = file(world)
    people_of = {"lena": Role.CHECKER, "dan": Role.CHECKER}
    for name, role in people_of.items():
        user = getattr(world, name)
        people.give_role(
            user=user,
            authority=world.cast.aldermere,
            role=role,
            by=world.cast.setup,
            started_on=LONG_AGO,
        )
        actions.give_to_checker(plan=world.plan, user=user, by=world.cast.alice)
        with pytest.raises(NotAllowed, match="of this action yourself"):
            accept(world, link, by=user)
    other = make_user("Olga Owen", world.cast.aldermere, Role.CHECKER)
    with pytest.raises(NotAllowed, match="not given to you"):
        accept(world, link, by=other)
    with pytest.raises(NotAllowed, match="Checker"):
        accept(world, link, by=world.cast.alice)
    assert not counts(world.test)


def test_who_enters_evidence_for_somebody_and_for_whom_are_both_barred(world):
    dora = make_user("Dora Dean", world.cast.aldermere, Role.CHECKER, Role.IMPROVEMENT_OFFICER)
    for user in (dora,):
        actions.give_to_checker(plan=world.plan, user=user, by=world.cast.alice)
    link = file(world, by=world.cast.alice, for_whom=person(world.carl))
    with pytest.raises(NotAllowed, match="You filed this evidence"):
        accept(world, link)
    second = file(world, by=dora, title="Another")
    with pytest.raises(NotAllowed, match="You filed this evidence"):
        accept(world, second, by=dora)
    accept(world, second)


def test_who_wrote_an_update_since_the_test_changed_cannot_check(world, fixed_clock):
    Update.objects.create(
        action=world.action, text="Begun", by=world.carl, at=world.plan.recorded_at
    )
    link = file(world)
    with pytest.raises(NotAllowed, match="wrote an update"):
        accept(world, link)
    fixed_clock.move_to("2026-03-17 10:00Z")
    asked = actions.ask_reopening(test=world.test, by=world.lena, why="Clearer", text="A copy")
    actions.approve_reopening(reopening=asked, by=world.cast.alice)
    accept(world, link)
    assert counts(world.test)


def test_two_accounts_of_one_name_are_taken_for_one_person(world):
    twin = make_user("Other Account", world.cast.aldermere, Role.CHECKER)
    people.add_alias(person=person(twin), text="Lena Long", by=world.cast.setup)
    actions.give_to_checker(plan=world.plan, user=twin, by=world.cast.alice)
    with pytest.raises(NotAllowed, match="of this action"):
        accept(world, file(world), by=twin)


def test_a_new_version_opens_the_test_again(world):
    link = file(world)
    accept(world, link)
    version = actions.new_version(
        evidence=link.version.evidence, by=world.lena, extract="The second text"
    )
    assert version.number == 2
    assert not counts(world.test)
    with pytest.raises(NotAllowed, match="newer version"):
        accept(world, link)
    accept(world, version.links.get())
    assert counts(world.test)


def test_a_contradiction_opens_the_test_again_until_it_is_looked_at(world):
    link = file(world)
    accept(world, link)
    against = contradicted(world)
    assert not counts(world.test)
    actions.withdraw_evidence(link=against, by=world.cast.alice, why="Another action's")
    assert not counts(world.test), "a person looks again first"
    accept(world, link)
    assert counts(world.test)


def test_a_contradiction_that_was_found_right_stands_against_the_test(world):
    link = file(world)
    accept(world, contradicted(world))
    with pytest.raises(NotAllowedNow, match="found right"):
        accept(world, link)
    assert not counts(world.test)


def test_a_contradiction_once_found_right_ends_what_was_accepted_before(world):
    link, against = file(world), contradicted(world)
    accept(world, link)
    assert counts(world.test)
    accept(world, against)
    actions.withdraw_evidence(link=against, by=world.cast.alice, why="Answered.")
    assert not counts(world.test)
    accept(world, link)
    assert counts(world.test)


def test_evidence_that_expires_counts_until_its_last_day(world):
    accept(world, file(world, expires_on=date(2026, 6, 30)))
    assert counts(world.test, date(2026, 6, 30))
    assert not counts(world.test, date(2026, 7, 1))


def test_withdrawn_evidence_counts_no_longer(world):
    link = file(world)
    accept(world, link)
    actions.withdraw_evidence(link=link, by=world.lena, why="Wrong file")
    assert not counts(world.test)
    with pytest.raises(NotAllowed, match="withdrawn"):
        accept(world, link)


def test_a_test_with_a_number_counts_up_to_it(cast, fixed_clock):
    world = make_world(
        cast,
        tests=(TestDraft(text="Minutes", kind="done", quantity=14, unit="head teachers"),),
    )
    with pytest.raises(NotAllowedNow, match="say how many"):
        file(world)
    accept(world, file(world, quantity=1))
    assert not counts(world.test)
    accept(world, file(world, title="The others", quantity=13))
    assert counts(world.test)


def test_the_same_content_is_not_counted_twice(world):
    file(world, extract="The same")
    with pytest.raises(NotAllowedNow, match="already"):
        file(world, title="Other", extract="The same")


def test_a_test_changes_freely_until_evidence_is_filed(world):
    actions.change_test(test=world.test, by=world.lena, why="Clearer", text="A copy")
    world.test.refresh_from_db()
    assert (world.test.text, world.test.edition) == ("A copy", 2)
    file(world)
    with pytest.raises(NotAllowedNow, match="reopened"):
        actions.change_test(test=world.test, by=world.lena, why="Easier", text="A link")


def test_a_test_with_evidence_is_reopened_by_somebody_else_only(world):
    link = file(world)
    accept(world, link)
    asked = actions.ask_reopening(test=world.test, by=world.cast.alice, why="x", text="A link")
    assert counts(world.test), "nothing changes until it is approved"
    with pytest.raises(NotAllowedNow, match="Somebody else"):
        actions.approve_reopening(reopening=asked, by=world.cast.alice)
    actions.approve_reopening(reopening=asked, by=world.cast.bob)
    world.test.refresh_from_db()
    assert (world.test.text, counts(world.test)) == ("A link", False)
    accept(world, link)
    assert counts(world.test)


def test_a_reopening_that_is_refused_changes_nothing(world):
    accept(world, file(world))
    asked = actions.ask_reopening(test=world.test, by=world.lena, why="x", drops=True)
    actions.refuse_reopening(reopening=asked, by=world.cast.bob, why="It is needed")
    with pytest.raises(NotAllowedNow, match="answered already"):
        actions.approve_reopening(reopening=asked, by=world.cast.bob)
    assert counts(world.test)


def test_the_kind_stays_once_evidence_is_filed_beside_it(world):
    other = actions.add_test(of=world.action, text="Minutes", kind="done", by=world.lena)
    file(world)
    with pytest.raises(NotAllowedNow, match="its kind stays"):
        actions.change_test(test=other, by=world.lena, why="x", kind="practice")


def test_waiting_for_a_check_has_its_own_five_working_days(world):
    link = file(world)
    asked = actions.ask_for_check(link=link, by=world.lena, of=world.carl)
    assert (asked.asked_on, asked.due_on) == (date(2026, 3, 16), date(2026, 3, 23))
    assert EvidenceLink.objects.waiting().get() == link
    with pytest.raises(NotAllowedNow, match="waits for a check already"):
        actions.ask_for_check(link=link, by=world.lena)
    accept(world, link)
    assert not EvidenceLink.objects.waiting().exists()


def test_a_check_notes_post_service_and_line_to_the_lead(world):
    cast = world.cast
    service = people.add_service(authority=cast.aldermere, name="Safeguarding", by=cast.setup)
    head = people.add_post(authority=cast.aldermere, title="Head of service", by=cast.setup)
    mine = people.add_post(
        authority=cast.aldermere,
        title="Quality officer",
        by=cast.setup,
        service=service,
        reports_to=head,
    )
    for post, user in ((head, world.lena), (mine, world.carl)):
        people.take_post(post=post, person=person(user), by=cast.setup, started_on=LONG_AGO)
    check = accept(world, file(world))
    assert (check.post, check.service) == ("Quality officer", "Safeguarding")
    assert check.line == "reports to the lead's post “Head of service”, directly"


def test_a_lead_works_on_their_own_actions_only(world):
    other = make_user("Olga Owen", world.cast.aldermere, Role.LEAD)
    with pytest.raises(NotAllowed, match="do not stand in"):
        file(world, by=other)
    with pytest.raises(NotAllowed):
        file(world, by=world.carl)


def test_a_partner_user_sees_and_files_its_own_evidence_only(world):
    cast = world.cast
    hospital = people.add_partner(authority=cast.aldermere, name="The hospital", by=cast.setup)
    pia = make_user("Pia Park", cast.aldermere, Role.PARTNER_USER, partner=hospital)
    with pytest.raises(NotAllowed, match="do not stand in"):
        file(world, by=pia)
    Standing.objects.create(action=world.action, rank="delegate", partner=hospital)
    file(world)
    theirs = file(world, by=pia, title="Of the hospital").version.evidence
    assert theirs.partner == hospital
    assert list(Evidence.objects.visible_to(pia)) == [theirs]
    assert Evidence.objects.visible_to(cast.alice).count() == 2
    assert not Evidence.objects.visible_to(cast.charlie).exists()


def test_restricted_evidence_is_seen_by_few(world):
    plain = file(world).version.evidence
    hidden = file(world, title="Restricted", marking="restricted").version.evidence
    for user in (world.cast.alice, world.cast.bob, world.carl, world.lena):
        assert set(Evidence.objects.visible_to(user)) == {plain, hidden}
    assert list(Evidence.objects.visible_to(world.dan)) == [plain]
    assert EvidenceLink.objects.visible_to(world.dan).count() == 1


def test_what_may_tell_who_a_child_is_becomes_restricted(world):
    link = file(world, extract="Child's DOB: 03/04/2015")
    assert link.version.evidence.marking == "restricted"


def test_a_reimport_drops_no_test_once_evidence_is_filed(world):
    from goldenthread.plans.drafts import ActionDraft, ItemDraft, PlanDraft

    other = actions.add_test(of=world.action, text="Minutes", kind="done", by=world.lena)
    accept(world, file(world))
    draft = PlanDraft(
        title="Improvement plan",
        items=(ItemDraft(number="1", text="Minutes are right"),),
        actions=(ActionDraft(items=(0,), text="Write a template"),),
    )
    actions.record_plan(
        authority=world.cast.aldermere,
        by=world.cast.alice,
        upload=None,
        plan=draft,
        replaces=world.plan,
    )
    assert set(world.action.tests.current()) == {world.test, other}
    asked = world.plan.current_version.to_settle.filter(words__contains="no longer names the test")
    assert asked.count() == 2
    assert counts(world.test)
    assert latest(Evidence.objects.get()).number == 1


def test_the_database_and_the_pure_rules_agree_on_what_counts(world):
    from goldenthread.plans.evidence_states import Linked, test_state

    def both():
        rows = EvidenceLink.objects.filter(test=world.test)
        newest = set(rows.newest()) | set(rows.exclude(withdrawn_at=None))
        linked = []
        for row in rows.order_by("pk"):
            last = row.checks.order_by("pk").last()
            linked.append(
                Linked(
                    row.pk,
                    supports=row.direction == "supports",
                    outcome=last.outcome if last else "",
                    edition=last.edition if last else 0,
                    last_link=last.last_link_id if last else 0,
                    check=last.pk if last else 0,
                    upheld_by=getattr(row.checks.filter(outcome="accepted").last(), "pk", 0),
                    is_latest=row in newest,
                    is_withdrawn=row.withdrawn_at is not None,
                )
            )
        test = Test.objects.get(pk=world.test.pk)
        found = test_state(linked, quantity=None, edition=test.edition, day=date(2026, 3, 16))
        return counts(test), found.state == "accepted"

    link = file(world)
    seen = [both()]
    for step in (
        lambda: accept(world, link),
        lambda: contradicted(world),
        lambda: accept(world, link),
        lambda: actions.return_(link=link, by=world.carl, reason="No"),
        lambda: accept(world, link),
        lambda: actions.new_version(evidence=link.version.evidence, by=world.lena, extract="2"),
    ):
        step()
        seen.append(both())
    expected = [False, True, False, True, False, True, False]
    assert seen == [(one, one) for one in expected]
