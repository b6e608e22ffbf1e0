"""The address of a calendar: open to whoever has it, to nobody else."""

import pytest
from django.test import Client

from goldenthread.people.actions import new_calendar_address

pytestmark = pytest.mark.django_db


def test_a_program_fetches_it_without_signing_in(cast):
    secret = new_calendar_address(user=cast.alice, by=cast.alice)
    answer = Client().get(f"/calendar/{secret}.ics")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.content.startswith(b"BEGIN:VCALENDAR")


def test_a_wrong_address_is_not_there(cast):
    assert Client().get("/calendar/nothing.ics").status_code == 404
