"""Digests in trouble, for an administrator: what is wrong, and sending one again."""

from datetime import UTC, datetime

import pytest

from goldenthread.people.models import Digest
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.web.tests.html import signed_in

pytestmark = pytest.mark.django_db
DUE = datetime(2026, 3, 16, 7, 0, tzinfo=UTC)
PAGE = "/library/people/990/mail/"


@pytest.fixture
def ada(cast, fixed_clock):
    return signed_in(make_user("Ada Admin", cast.aldermere, Role.ADMINISTRATOR))


def digest(user, state, problem, period="2026-W12"):
    return Digest.objects.create(
        user=user, kind="weekly", period=period, due_at=DUE, not_before=DUE, state=state,
        problem=problem, tries=1,
    )  # fmt: skip


def test_where_all_went_out_the_page_says_so(ada):
    assert "Every digest went out" in ada.get(PAGE).text


def test_what_is_wrong_is_shown_and_it_is_sent_again_after_a_question(ada, cast):
    row = digest(cast.alice, "unknown", "The line to the mail server broke")
    digest(cast.bob, "waiting", "GOV.UK Notify refused it (403 AuthError).")
    digest(cast.charlie, "given up", "Of another council")
    page = ada.get(PAGE).text
    assert "The line to the mail server broke" in page
    assert "GOV.UK Notify refused it (403 AuthError)." in page
    assert "Tried again from 16 March 2026" in page
    assert "Of another council" not in page
    again = f"{PAGE}{row.pk}/again/"
    assert again in page
    assert "it may be mailed twice" in ada.get(again).text
    done = ada.post(again, follow=True).text
    assert "is mailed within a quarter of an hour" in done
    row.refresh_from_db()
    assert (row.state, row.tries) == ("waiting", 0)


def test_what_is_tried_by_itself_is_not_sent_again_by_hand(ada, cast):
    row = digest(cast.bob, "waiting", "The mail server refused it")
    answer = ada.post(f"{PAGE}{row.pk}/again/")
    assert answer.status_code == 422
    assert "Nothing was changed" in answer.text


def test_nobody_but_an_administrator_sees_it(alice, fixed_clock):
    assert alice.get(PAGE).status_code == 403
    assert "/mail/" not in alice.get("/library/people/990/").text
