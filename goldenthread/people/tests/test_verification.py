"""The worker verifies the history, and what it found is kept."""

import pytest
from django.db import connection

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people import actions, triggers, verification
from goldenthread.people.models import HistoryHead, HistoryLine, HistoryValue
from goldenthread.people.worker import Worker

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def done(monkeypatch):
    """Does what the worker was left."""
    monkeypatch.setattr("goldenthread.people.worker.BEAT_SECONDS", 60.0)
    return lambda: Worker().run(until_empty=True)


def test_a_whole_history_holds_to_its_last_line(cast, done):
    verification.ask_to_verify(authority=cast.aldermere, by=cast.bob)
    assert verification.last_found(cast.aldermere) is None
    done()
    found = verification.last_found(cast.aldermere)
    assert found.holds
    assert found.holds_to == found.count == HistoryHead.objects.get().count


def test_a_value_that_was_touched_breaks_it_at_its_line(cast, done):
    team = actions.add_team(authority=cast.aldermere, name="North", by=cast.alice)
    [line] = HistoryLine.objects.of(team)
    triggers.drop(connection)
    HistoryValue.objects.filter(line=line).update(text='"South"')
    verification.ask_to_verify(authority=cast.aldermere, by=cast.bob)
    done()
    found = verification.last_found(cast.aldermere)
    assert (found.holds, found.holds_to) == (False, line.number - 1)
    triggers.create(connection)
    assert found.problems == ((line.number, "“after.name” was changed after it was written."),)


def test_it_is_not_asked_for_twice_at_a_time(cast):
    verification.ask_to_verify(authority=cast.aldermere, by=cast.bob)
    with pytest.raises(NotAllowedNow, match="verified already"):
        verification.ask_to_verify(authority=cast.aldermere, by=cast.alice)


def test_another_council_neither_asks_nor_reads_the_answer(cast, done):
    with pytest.raises(NotAllowed):
        verification.ask_to_verify(authority=cast.aldermere, by=cast.charlie)
    verification.ask_to_verify(authority=cast.bramley, by=cast.charlie)
    done()
    assert verification.last_found(cast.aldermere) is None
