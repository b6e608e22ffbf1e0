"""One's own settings: the digest and the calendar, on the page of one's account."""

import pytest

from goldenthread.people.models import CalendarAddress, DigestSetting

pytestmark = pytest.mark.django_db
ACCOUNT = "/account/"


def test_the_digest_is_on_by_default(alice):
    assert "Once a week, on Monday at 07:00." in alice.get(ACCOUNT).text


def test_it_is_chosen_on_a_page(alice, cast):
    assert "How often?" in alice.get("/account/digest/").text
    alice.post("/account/digest/", {"rhythm": "daily", "weekday": "0", "hour": "16"})
    assert "Every working day at 16:00." in alice.get(ACCOUNT).text
    alice.post("/account/digest/", {"rhythm": "off", "weekday": "0", "hour": "16"})
    assert DigestSetting.objects.get(user=cast.alice).rhythm == "off"
    assert "Never." in alice.get(ACCOUNT).text


def test_what_does_not_exist_cannot_be_chosen(alice):
    answer = alice.post("/account/digest/", {"rhythm": "hourly", "weekday": "9", "hour": "30"})
    assert answer.status_code == 422
    assert not DigestSetting.objects.exists()


def test_the_address_of_the_calendar_is_told_once_and_ended(alice, cast):
    told = alice.post("/account/calendar/", {"do": "new"}, follow=True).text
    assert "/calendar/" in told
    assert ".ics" in told
    page = alice.get(ACCOUNT).text
    assert ".ics" not in page
    assert "Has an address since" in page
    alice.post("/account/calendar/", {"do": "end"})
    assert not CalendarAddress.objects.current().exists()
