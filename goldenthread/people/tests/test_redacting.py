"""Two people can take a wrong disclosure out of the history, and it still verifies."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people import triggers
from goldenthread.people.history import history_of, record
from goldenthread.people.history.redacting import (
    approve_redaction,
    refuse_redaction,
    request_redaction,
)
from goldenthread.people.history.verifying import verify
from goldenthread.people.models import (
    HistoryHead,
    HistoryLine,
    HistoryValue,
    RedactedValue,
    Redaction,
    Team,
)
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user

DISCLOSED = "the made-up name of a child"


@pytest.fixture
def team(cast):
    team = Team.objects.create(authority=cast.aldermere, name="Duty team")
    record(
        by=cast.alice, verb="updated", thing=team, after={"text": DISCLOSED, "n": 1}, why="weekly"
    )
    return team


@pytest.fixture
def value(team):
    return HistoryValue.objects.get(name="text", place="after")


def test_a_value_that_two_people_take_out_is_gone_and_the_chain_verifies(
    cast, team, value, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        asked = request_redaction(values=[value], by=cast.alice, why="A child was named.")
        approve_redaction(redaction=asked, by=cast.bob)
    assert not HistoryValue.objects.filter(text__contains=DISCLOSED).exists()
    assert verify().holds
    [entry] = history_of(team)
    text, number = sorted(entry.changes, key=lambda change: change.name != "text")
    assert (text.after, text.removed, number.after) == (None, asked, 1)


def test_both_steps_are_lines_of_history(cast, value):
    asked = request_redaction(values=[value], by=cast.alice, why="A child was named.")
    approve_redaction(redaction=asked, by=cast.bob)
    assert [(entry.verb, entry.by) for entry in reversed(history_of(asked))] == [
        ("asked for a redaction", cast.alice),
        ("approved a redaction", cast.bob),
    ]


def test_nobody_approves_what_they_asked_for(cast, value):
    asked = request_redaction(values=[value], by=cast.alice, why="A child was named.")
    with pytest.raises(NotAllowed, match="Somebody else approves it"):
        approve_redaction(redaction=asked, by=cast.alice)
    assert HistoryValue.objects.filter(pk=value.pk).exists()


def test_the_database_too_wants_two_people(cast, value):
    asked = request_redaction(values=[value], by=cast.alice, why="A child was named.")
    with pytest.raises(IntegrityError), transaction.atomic():
        Redaction.objects.filter(pk=asked.pk).update(
            approved_by=cast.alice, approved_at=timezone.now()
        )


def test_somebody_of_another_authority_can_neither_ask_nor_approve(cast, value):
    with pytest.raises(NotAllowed):
        request_redaction(values=[value], by=cast.charlie, why="A child was named.")
    asked = request_redaction(values=[value], by=cast.alice, why="A child was named.")
    with pytest.raises(NotAllowed):
        approve_redaction(redaction=asked, by=cast.charlie)


def test_a_checker_may_ask_and_not_approve(cast, value):
    checker = make_user("Dora Dean", cast.aldermere, Role.CHECKER)
    asked = request_redaction(values=[value], by=cast.alice, why="A child was named.")
    with pytest.raises(NotAllowed):
        approve_redaction(redaction=asked, by=checker)


def test_a_refused_redaction_takes_nothing_out_and_is_decided(cast, value):
    asked = request_redaction(values=[value], by=cast.alice, why="A child was named.")
    refuse_redaction(redaction=asked, by=cast.bob, why="Nobody is named.")
    assert HistoryValue.objects.filter(pk=value.pk).exists()
    with pytest.raises(NotAllowedNow, match="decided already"):
        approve_redaction(redaction=asked, by=cast.bob)


def test_whoever_asked_may_withdraw(cast, value):
    asked = request_redaction(values=[value], by=cast.alice, why="A child was named.")
    refuse_redaction(redaction=asked, by=cast.alice, why="A mistake.")
    assert not Redaction.objects.get().is_open


@pytest.mark.parametrize("why", ["", "  ", f"It says {DISCLOSED.upper()}."])
def test_the_reason_is_given_and_does_not_repeat_the_disclosure(cast, value, why):
    with pytest.raises(NotAllowedNow, match="do not repeat") as refused:
        request_redaction(values=[value], by=cast.alice, why=why)
    assert DISCLOSED not in str(refused.value)


def test_the_reason_of_a_line_can_be_taken_out_too(cast, team):
    why = HistoryValue.objects.get(place="why", text='"weekly"')
    asked = request_redaction(values=[why], by=cast.alice, why="It named a child.")
    approve_redaction(redaction=asked, by=cast.bob)
    [entry] = history_of(team)
    assert (entry.why, entry.why_removed) == ("", asked)


def test_what_a_redaction_names_cannot_be_taken_out(cast, value):
    request_redaction(values=[value], by=cast.alice, why="A child was named.")
    named = HistoryValue.objects.get(name="values")
    with pytest.raises(NotAllowedNow, match="stays readable"):
        request_redaction(values=[named], by=cast.alice, why="To hide it.")


def test_values_of_two_authorities_are_not_taken_out_together(cast, value):
    record(by=cast.charlie, verb="said", thing=cast.bramley, after={"x": 1})
    other = HistoryValue.objects.get(name="x")
    with pytest.raises(NotAllowedNow, match="one authority"):
        request_redaction(values=[value, other], by=cast.alice, why="A child was named.")


def test_a_redaction_forged_by_hand_does_not_hide_a_deletion(cast, value):
    asked = Redaction.objects.create(
        authority=cast.aldermere,
        why="?",
        requested_by=cast.alice,
        approved_by=cast.bob,
        approved_at=timezone.now(),
    )
    RedactedValue.objects.create(
        redaction=asked, line_id=value.line_id, place=value.place, name=value.name
    )
    value.delete()
    assert "no two people approved" in told()


def test_a_value_cannot_be_deleted_before_the_second_person_approves(cast, value):
    request_redaction(values=[value], by=cast.alice, why="A child was named.")
    assert triggers.missing(connection) == set()
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
        value.delete()


def test_an_approved_redaction_frees_only_the_values_that_it_names(cast, value):
    asked = request_redaction(values=[value], by=cast.alice, why="A child was named.")
    approve_redaction(redaction=asked, by=cast.bob)
    other = HistoryValue.objects.get(name="n")
    with pytest.raises(DatabaseError, match="only ever added to"), transaction.atomic():
        other.delete()


def test_an_approved_redaction_hides_no_other_value_taken_out_by_hand(cast, value):
    asked = request_redaction(values=[value], by=cast.alice, why="A child was named.")
    approve_redaction(redaction=asked, by=cast.bob)
    take_out_by_hand(HistoryValue.objects.get(name="n"))
    assert "“after.n” was taken out" in told()


def test_only_an_approval_excuses_a_missing_value(cast, value):
    asked = request_redaction(values=[value], by=cast.alice, why="A child was named.")
    record(
        by=cast.alice, verb="noted", thing=asked, after={"removed": [[value.line_id, value.key]]}
    )
    take_out_by_hand(value)
    assert "“after.text” was taken out" in told()


def test_an_approval_that_was_garbled_is_told_and_stops_nothing(cast, value):
    asked = request_redaction(values=[value], by=cast.alice, why="A child was named.")
    approve_redaction(redaction=asked, by=cast.bob)
    triggers.drop(connection)
    HistoryValue.objects.filter(name="removed").update(text="1")
    assert "“after.removed” was changed" in told()


def test_lines_and_values_are_called_by_their_number(cast, value):
    asked = request_redaction(values=[value], by=cast.alice, why="A child was named.")
    number = value.line_id
    assert [str(value.line), str(value), str(asked.values.get())] == [
        f"line {number}",
        f"line {number}, after.text",
        f"line {number}, after.text",
    ]
    last = HistoryLine.objects.order_by("number").last()
    assert str(HistoryHead.objects.get()) == f"{last.number} {last.hash}"


def take_out_by_hand(value):
    triggers.drop(connection)
    value.delete()


def told():
    return " ".join(problem.what for problem in verify().problems)
