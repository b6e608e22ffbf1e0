"""The demonstration has every state, rung and colour, and was made as anybody would make it."""

from datetime import date

import pytest
import time_machine
from django.db import transaction
from django.test import TestCase, override_settings
from typer.testing import CliRunner

from conftest import A_MONDAY_MORNING
from goldenthread.cli.main import app
from goldenthread.governance.models import Answer, Commitment, Meeting, NextStep, Resolution
from goldenthread.inspections.models import Inspection, Obligation, Visit
from goldenthread.intake.models import Import
from goldenthread.papers.models import SignedPaper
from goldenthread.people.history.verifying import verify
from goldenthread.people.models import HistoryLine, Notice, User
from goldenthread.people.roles import Role
from goldenthread.plans import deadlines
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import (
    Action,
    AsReported,
    Challenge,
    Check,
    Deadline,
    Delivery,
    EvidenceLink,
    Impact,
    Plan,
    ToSettle,
)
from goldenthread.results.models import Value
from goldenthread.sources.files import open_file
from goldenthread.thread.asked import gone_further, queries_of
from goldenthread.thread.coverage import coverage_of_inspection
from goldenthread.thread.visiting import sheet_of

# It is made once for all tests here, through the real readers: that takes its time.
pytestmark = [pytest.mark.django_db, pytest.mark.timeout(240)]
TODAY = A_MONDAY_MORNING.date()
MARCH_2014 = date(2014, 3, 31)


def demo():
    return CliRunner().invoke(app, ["demo", "--no-serve"])


@pytest.fixture(scope="module")
def made(django_db_setup, django_db_blocker, tmp_path_factory):
    """The answer of the command that made it; all of it is undone after the last test."""
    with (
        override_settings(
            DATA_DIR=tmp_path_factory.mktemp("data"), HISTORY_HEADS=tmp_path_factory.mktemp("heads")
        ),
        django_db_blocker.unblock(),
        time_machine.travel(A_MONDAY_MORNING, tick=True),
        transaction.atomic(),
    ):
        # What is done on commit, such as keeping the head of the history, is done here as well.
        with TestCase.captureOnCommitCallbacks(execute=True):
            answer = demo()
        yield answer
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def it_is_there(made):
    assert made.exit_code == 0, made.exception or made.stderr


def plan(title):
    return Plan.objects.get(title__contains=title)


def action(of, words):
    return of.actions.get(text__startswith=words)


def stands(of):
    return stands_of([of], TODAY)[of.pk]


def test_inspections_under_four_frameworks_span_thirteen_years():
    found = Inspection.objects.exclude(first_day=None).order_by("first_day")
    assert [one.first_day.year for one in found] == [2012, 2016, 2024, 2025]
    assert len({one.framework for one in found}) == 4
    assert [one.recommendations.count() for one in found] == [18, 11, 5, 0]
    assert [one.judgements.count() for one in found] == [8, 7, 5, 0]


def test_every_state_of_delivery_every_rung_and_every_colour_are_there():
    rows = list(Action.objects.all())
    found = stands_of(rows, TODAY).values()
    assert {one.facts.delivery for one in found} == set(Delivery.State)
    assert {one.rung for one in found} == {None, 0, 1, 2, 3, 4, 5}
    assert {one.colour for one in found} == {"blue", "green", "amber", "red", "grey", "none"}


def test_every_state_of_impact_and_of_a_check_is_there():
    assert set(Impact.objects.values_list("state", flat=True)) == set(Impact.State)
    assert set(Check.objects.values_list("outcome", flat=True)) == set(Check.Outcome)
    assert EvidenceLink.objects.filter(direction=EvidenceLink.Direction.CONTRADICTS).exists()
    assert set(Value.objects.values_list("state", flat=True)) == set(Value.State)


def test_nobody_checked_what_they_filed_and_no_machine_did_anything_but_set_up():
    for check in Check.objects.all():
        assert check.by != check.link.version.filed_by
    machines = HistoryLine.objects.filter(by__system_code__isnull=False)
    asked = machines.filter(verb="raised a query")
    others = machines.exclude(pk__in=asked.values("pk"))
    assert {line.thing_type.partition(".")[0] for line in others} == {"people"}


def test_the_rules_asked_one_query_is_answered_and_some_wait_too_long():
    alder = Plan.objects.current().first().authority
    director = User.objects.get(role_holdings__role=Role.DIRECTOR)
    rows = queries_of(alder, by=director)
    assert {"unshown", "lapsed"} <= set(rows.values_list("rule", flat=True))
    assert rows.filter(outcome="explained").count() == 1
    assert rows.waiting().exists()
    assert gone_further(alder, by=director, day=TODAY)["the director"]
    assert Challenge.objects.open().count() == 1


def test_the_director_signed_the_latest_highlight_report_and_it_still_holds():
    [paper] = SignedPaper.objects.all()
    assert (paper.name, paper.plan) == ("highlight_report", plan("June 2024"))
    assert paper.overall_view.by == paper.by
    assert paper.by.email.startswith("david.penn")
    assert {file.form for file in paper.files.all()} == {"docx", "pdf", "xlsx", "html"}
    assert all(open_file(file.upload.file) for file in paper.files.all())
    line = HistoryLine.objects.get(number=paper.history_count)
    assert line.hash == paper.history_hash


def test_the_history_verifies():
    assert verify([]).problems == []


def test_s1_the_stated_deadline_stands_beside_the_computed_one():
    duties = Obligation.objects.filter(inspection__published_on=date(2016, 5, 16))
    stated = duties.get(stated_on__isnull=False)
    assert (stated.computed_on, stated.difference_days) == (date(2016, 8, 23), 0)
    assert duties.get(duty="publish-report").computed_on == date(2016, 6, 28)


def test_s2_every_bullet_of_2012_is_answered_one_by_two_items_and_one_in_other_words():
    report = Inspection.objects.get(first_day__year=2012)
    found = coverage_of_inspection(report, by=User.objects.get(name="Ines Hartley"))
    assert (len(found.covered), len(found.items)) == (18, 19)
    [split] = found.split
    assert split.asked.text.startswith("make sure that the minutes")
    assert any("parents and" in str(one.difference) for one in found.to_sign_off)


def test_s3_the_board_is_another_body_and_the_cabinet_paper_waits_for_a_decision():
    judged = Inspection.objects.get(first_day__year=2016).judgements.all()
    assert len({one.body for one in judged}) == 2
    assert Import.objects.filter(state=Import.State.PROPOSED).get().kind == "decision"


def test_s4_what_the_plan_says_is_done_stands_at_rung_two():
    of = plan("May 2012")
    for words in ("Say in the covering letter", "Revise the form of the report"):
        assert stands(action(of, words)).rung == 2


def test_s5_one_of_fourteen_meetings_is_checked_and_it_is_late():
    meetings = action(plan("May 2012"), "Meet with each of the 14")
    found = stands(meetings)
    [counted] = [one for one in found.facts.standing.tests if one.quantity == 14]
    assert (counted.counted, found.is_late) == (1, True)


def test_s8_a_date_that_is_none_stays_as_printed_and_is_asked_about():
    of = plan("May 2012")
    rows = {one.printed: one for one in Deadline.objects.filter(version__plan=of)}
    assert rows["commencing 09/08/12 then quarterly"].recurrence == "quarterly from 2012-08-09"
    assert rows["03/12"].due == date(2012, 3, 31)
    assert ToSettle.objects.filter(version__plan=of, words__contains="“03/12”").exists()


def test_s9_the_hub_was_on_time_for_two_items_and_late_for_two():
    [hub] = [one for one in plan("plan of 2013").actions.all() if one.items.count() == 4]
    words = {one.item.number: one.words for one in deadlines.by_item(hub, MARCH_2014)}
    assert words == {
        "2.1": "on time",
        "2.5": "on time",
        "2.4": "late by 1 month",
        "3.0": "late by 1 month",
    }


def test_s11_what_the_update_says_of_the_impact_is_kept_and_shows_nothing():
    of = plan("plan of 2013")
    assert AsReported.objects.filter(version__plan=of, text__contains="Approaching 100%").exists()
    assert set(Impact.objects.filter(action__plan=of).values_list("state", flat=True)) == {
        Impact.State.NOT_YET
    }


def test_somebody_in_every_role_can_sign_in_with_what_was_printed(made):
    *_, password = made.stdout.split()
    for role in Role:
        user = User.objects.filter(role_holdings__role=role).first()
        assert user is not None, role
        assert user.email in made.stdout
        assert user.check_password(password)


def test_leads_have_messages():
    assert Notice.objects.values("to").distinct().count() == 3


def test_a_second_run_makes_nothing_and_prints_the_names_again(made):
    before = HistoryLine.objects.count()
    again = demo()
    assert (again.exit_code, again.stdout) == (0, made.stdout)
    assert "is there already" in again.stderr
    assert HistoryLine.objects.count() == before


def test_the_board_met_twice_decided_on_an_action_and_answered_a_member(made):
    states = Meeting.objects.order_by("day").values_list("state", flat=True)
    assert list(states) == ["approved", "held", "planned"]
    assert Resolution.objects.get().action is not None
    assert NextStep.objects.open().count() == 2
    answer = Answer.objects.given().get()
    assert [one.denominator for one in answer.figures.order_by("number")] == [200, None]
    assert Commitment.objects.exclude(step=None).exists()


def test_a_letter_says_what_has_improved_and_a_visit_is_prepared_for():
    visit = Visit.objects.to_come().get()
    sheet = sheet_of(visit, by=User.objects.get(name="Ines Hartley"), day=TODAY)
    assert len(sheet.improved) == 3
    assert len(sheet.not_yet) == 4
    assert sheet.weaknesses
    assert any(one.tests > one.checked > 0 for one in sheet.claims)
