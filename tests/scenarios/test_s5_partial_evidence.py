"""S5: one of fourteen meetings, due immediately, and a row that points to it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.plans import actions
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import EvidenceLink
from goldenthread.thread.claims import claims_of
from tests.scenarios.bringing import answer, bring_in, bring_in_one, page, page_of, seed
from tests.scenarios.documents import items_of_2012, report_of_2012
from tests.scenarios.plans import in_word, row

JULY = date(2012, 7, 31)
ONE_OF_14 = "1 of 14 (7%)"
TEXTS = dict(items_of_2012())
ROWS = [
    row(number="1", item=TEXTS["1"], theirs="immediat",
        action="Meet with each of the 14 head teachers of the secondary schools",
        progress="1 meeting already taken place with Fellside", lead="Asha Verity",
        test="Confirmation in the minute when each meeting has taken place", filed="Yes - part"),
    row(number="11", item=TEXTS["11"], theirs="6 months",
        action="To be included in meetings with head teachers (see 1 above)", lead="Asha Verity",
        test="Letter to each head"),
    row(action="Put a pack of information on the intranet", test="Copy of the pack",
        lead="Tom Harrow"),
]  # fmt: skip


def check(cast, brought, day):
    """The first action of item 1, and the row of item 11 that points to it, on a day."""
    plan, by = brought.plan, cast.alice
    first = plan.actions.order_by("order").first()
    pointing = plan.actions.get(references__printed="1")
    assert [one.items.get().number for one in (first, pointing)] == ["1", "11"]
    stands = stands_of([first], day)[first.pk]
    assert (stands.is_late, stands.colour) == (True, "red")
    assert not stands.facts.local_date
    shown = page_of(by, first)
    assert f"{ONE_OF_14}; part of the evidence reported on file in the document" in shown
    assert "It was due immediately, and has no local date." in shown
    told = page_of(by, pointing)
    assert f"It points to {first.public_id}, as reported: in progress, {ONE_OF_14}." in told
    listed = page(by, f"/plans/{plan.authority.code}/{plan.public_id}/")
    assert listed.count(ONE_OF_14) == 1
    waiting = claims_of(plan, by=by, day=day)
    assert [one.action for one in waiting if "Yes - part" in one.words] == [first.pk]
    check_a_part_does_not_meet_the_test(cast, plan, first)


def check_a_part_does_not_meet_the_test(cast, plan, action):
    """One minute of one meeting, filed and accepted: 1 of the 14 that the test wants."""
    checker = make_user("Carl Cross", cast.aldermere, Role.CHECKER)
    actions.give_to_checker(plan=plan, user=checker, by=cast.alice)
    test = action.tests.get(quantity=14, text__startswith="Confirmation")
    actions.file_evidence(
        action=action, tests=[test], kind="document", title="Note of a meeting", quantity=1,
        shows="That one meeting took place", by=cast.alice, extract="We met and agreed.",
    )  # fmt: skip
    link = EvidenceLink.objects.get(test=test)
    actions.accept(link=link, by=checker, how_do_we_know="I read the note.")
    assert "1 of 14 checked" in page_of(cast.alice, action)
    facts = stands_of([action], timezone.localdate())[action.pk].facts.standing
    [counted] = [one for one in facts.tests if one.counted]
    assert (counted.counted, counted.quantity, counted.accepted) == (1, 14, False)


def test_s5_a_part_is_shown_as_a_part_and_counted_once(cast, tmp_path):
    report = tmp_path / "report.pdf"
    report.write_bytes(report_of_2012())
    told, _ = bring_in_one(cast, report, accept=False)
    answer(told, cast.alice, "2012-06-22", kind="published")
    [_, (brought, _)] = bring_in(cast, report, in_word(tmp_path / "plan.docx", ROWS))
    assert brought.inspection.published_on == date(2012, 6, 22)
    check(cast, brought, JULY)


@pytest.mark.shared
def test_s5_on_the_real_plan(cast, shared):
    brought, _ = bring_in_one(cast, seed(shared, "000"))
    check(cast, brought, timezone.localdate() + timedelta(days=1))
