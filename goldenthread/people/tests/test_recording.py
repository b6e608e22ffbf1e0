"""What a line of history keeps, and when it may be added."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from goldenthread.people import triggers
from goldenthread.people.history import (
    Done,
    head,
    held_head,
    history_of,
    record,
    record_all,
    second_place,
)
from goldenthread.people.history.verifying import verify
from goldenthread.people.models import HistoryHead, HistoryLine, Team


@pytest.fixture
def team(cast):
    return Team.objects.create(authority=cast.aldermere, name="Duty team")


def test_a_line_says_who_did_what_to_which_thing_and_why(cast, team):
    record(
        by=cast.alice,
        verb="renamed",
        thing=team,
        before={"name": "Duty"},
        after={"name": "Duty team", "since": date(2026, 3, 1), "share": Decimal("0.5")},
        why="The service was reorganised.",
    )
    [entry] = history_of(team)
    assert (entry.by, entry.verb, entry.why) == (
        cast.alice,
        "renamed",
        "The service was reorganised.",
    )
    assert [(c.name, c.before, c.after) for c in entry.changes] == [
        ("name", "Duty", "Duty team"),
        ("since", None, "2026-03-01"),
        ("share", None, "0.5"),
    ]


def test_the_newest_line_comes_first_and_reading_costs_the_same_for_many(
    cast, team, django_assert_num_queries
):
    for number in range(5):
        record(by=cast.alice, verb="counted", thing=team, after={"n": number})
    with django_assert_num_queries(3):
        entries = history_of(team)
    assert [entry.changes[0].after for entry in entries] == [4, 3, 2, 1, 0]


def test_a_line_belongs_to_the_authority_of_its_thing(cast, team):
    line = record(by=cast.alice, verb="saw", thing=team)
    assert line.authority == cast.aldermere
    assert line in HistoryLine.objects.visible_to(cast.bob)
    assert line not in HistoryLine.objects.visible_to(cast.charlie)


def test_many_lines_cost_as_many_queries_as_one(cast, team, django_assert_num_queries):
    deeds = [Done(verb="added", thing=team, after={"n": number}) for number in range(50)]
    with django_assert_num_queries(4):
        lines = record_all(by=cast.alice, done=deeds)
    assert [line.number for line in lines] == list(range(lines[0].number, lines[0].number + 50))


def test_a_held_head_is_that_of_the_last_line(cast, team):
    line = record(by=cast.alice, verb="saw", thing=team)
    assert held_head() == head() == (line.number, line.hash)


@pytest.mark.django_db(transaction=True)
def test_a_head_is_held_within_a_transaction_only():
    with pytest.raises(RuntimeError, match="held within a transaction"):
        held_head()


@pytest.mark.django_db(transaction=True)
def test_history_without_a_transaction_is_refused():
    from goldenthread.people.models import User

    user = User.objects.system("timer")
    with pytest.raises(RuntimeError, match="within the transaction"):
        record(by=user, verb="saw", thing=user)


def test_nothing_done_is_no_line(cast):
    before = head()
    assert record_all(by=cast.alice, done=[]) == []
    assert head() == before


def test_a_deed_that_is_rolled_back_leaves_no_line(cast, team):
    before = head()
    with transaction.atomic():
        record(by=cast.alice, verb="failed", thing=team)
        transaction.set_rollback(True)
    assert head() == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE people_historyline SET verb = 'praised'",
        "DELETE FROM people_historyline",
        "UPDATE people_historyvalue SET text = '1'",
        "DELETE FROM people_historyvalue",
    ],
)
def test_the_database_refuses_to_change_or_delete_history(cast, statement):
    with (
        pytest.raises(DatabaseError, match="only ever added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_the_triggers_are_in_place_after_all_migrations(db):
    assert triggers.missing(connection) == set()


def test_each_commit_leaves_the_head_in_the_second_place(
    cast, team, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        line = record(by=cast.alice, verb="saw", thing=team)
    chain = HistoryHead.objects.get().chain
    assert list(second_place.kept(chain))[-1] == (line.number, line.hash)


def test_a_second_place_that_cannot_be_written_is_logged_and_stops_nobody(
    cast, team, settings, tmp_path, caplog, django_capture_on_commit_callbacks
):
    (tmp_path / "file").touch()
    settings.HISTORY_HEADS = str(tmp_path / "file" / "below")
    with django_capture_on_commit_callbacks(execute=True):
        record(by=cast.alice, verb="saw", thing=team)
    assert "second place" in caplog.text


def test_a_value_of_any_kind_of_text_verifies(cast, team, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        record(by=cast.alice, verb="saw", thing=team, after={"text": "“é” \x00 \u2028 日本"})
    assert verify().holds
    assert history_of(team)[0].changes[0].after == "“é” \x00 \u2028 日本"
