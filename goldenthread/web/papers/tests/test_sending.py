"""The pages on which it is recorded to whom a signed paper was sent."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from goldenthread.papers.models import Sending
from goldenthread.papers.tests.factories import signed
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fixed_clock")]
PAPER = "/papers/990/P1/signed/P1-S1/"
GIVEN = {
    "to": "Ofsted\r\nDepartment for Education",
    "sent_on_0": "16",
    "sent_on_1": "3",
    "sent_on_2": "2026",
    "how": "email",
    "covering": "Please find our plan.",
}
ACKNOWLEDGED = {"on_0": "16", "on_1": "3", "on_2": "2026", "words": "Ref 12"}


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")


@pytest.fixture
def paper(cast, plan):
    return signed(plan, cast.bob)


def test_it_is_recorded_shown_and_acknowledged(alice, paper):
    assert "Nobody has recorded to whom it was sent." in alice.get(PAPER).text
    page = alice.post(f"{PAPER}sent/", GIVEN, follow=True).text
    assert "It is recorded as sent." in page
    assert "Email of 16 March 2026" in page
    assert "P1, version 1" in page
    to = Sending.objects.get().recipients.get(name="Ofsted")
    assert "Record that Ofsted acknowledged it" in page
    assert "acknowledged it" in alice.get(f"{PAPER}sent/to/{to.pk}/").text
    after = alice.post(f"{PAPER}sent/to/{to.pk}/", ACKNOWLEDGED, follow=True).text
    assert "16 March 2026: Ref 12" in after
    assert "Record that Ofsted" not in after


def test_a_refusal_stands_above_the_form_and_keeps_what_was_typed(alice, paper):
    page = alice.post(f"{PAPER}sent/", {**GIVEN, "sent_on_2": "2027"})
    assert page.status_code == 422
    assert "is to come" in page.text
    assert "Please find our plan." in page.text


def test_the_covering_letter_is_saved_as_word_with_the_distribution_list(alice, bob, paper):
    alice.post(f"{PAPER}sent/", GIVEN)
    saved = bob.get(f"{PAPER}sent/{Sending.objects.get().pk}/docx/")
    assert "p1-s1-covering-letter.docx" in saved["Content-Disposition"]
    with ZipFile(BytesIO(saved.content)) as parts:
        text = parts.read("word/document.xml").decode()
    for words in ("Please find our plan.", "Ofsted", "Department for Education"):
        assert words in text


def test_who_signs_only_reads_to_whom_it_was_sent(client, cast, alice, paper):
    alice.post(f"{PAPER}sent/", GIVEN)
    chair = client
    chair.force_login(make_user("Cara Chair", cast.aldermere, Role.BOARD_CHAIR))
    page = chair.get(PAPER).text
    assert "Not yet" in page
    assert f"{PAPER}sent/to/" not in page
    assert chair.get(f"{PAPER}sent/").status_code == 403
