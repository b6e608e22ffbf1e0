"""Files in which something may tell who a child is are decided on the page."""

import pytest

from goldenthread.people.history import history_of
from goldenthread.sources import actions
from goldenthread.sources.models import StoredFile, Suspicion
from goldenthread.web.people.tests.conftest import HERE

pytestmark = pytest.mark.django_db
FILES = f"{HERE}files/"
TEXTS = [({"page": 1}, "NHS number 943 476 5919"), ({"page": 2}, "born 3 May 2011")]


@pytest.fixture
def upload(cast, settings, tmp_path):
    settings.FILES_DIR = str(tmp_path / "files")
    made = actions.store(authority=cast.aldermere, name="minute.txt", data=b"x", by=cast.alice)
    actions.screen_upload(upload=made, texts=TEXTS, by=cast.alice)
    return made


@pytest.fixture
def found(upload):
    return list(upload.suspicions.order_by("pk"))


def test_the_list_tells_how_much_is_to_decide(alice, upload):
    assert "Files to decide" in alice.get(HERE).text
    assert "minute.txt" in alice.get(FILES).text
    assert "2 places found, 2 to decide" in alice.get(f"{FILES}{upload.pk}/").text


def test_the_value_itself_is_never_on_the_page(alice, upload):
    page = alice.get(f"{FILES}{upload.pk}/").text
    assert "page 1" in page
    assert "5919" not in page
    assert "2011" not in page


def test_one_is_removed_and_one_kept_as_restricted(alice, cast, upload, found):
    address = f"{FILES}{upload.pk}/"
    sent = {"suspicions": [found[0].pk], "decision": "removed", "why": "It is not needed."}
    assert "1 place decided" in alice.post(address, sent, follow=True).text
    sent = {"suspicions": [found[1].pk], "decision": "restricted", "why": "The panel needs it."}
    alice.post(address, sent)
    assert [one.decision for one in upload.suspicions.order_by("pk")] == ["removed", "restricted"]
    assert history_of(found[0])[0].why == "It is not needed."
    assert StoredFile.objects.readable_by(cast.alice).exists()
    assert "Decided: kept as restricted, because The panel needs it." in alice.get(address).text


def test_a_decision_is_changed_and_both_stay(alice, upload, found):
    address = f"{FILES}{upload.pk}/"
    for decision in ("removed", "not_personal"):
        sent = {"suspicions": [found[0].pk], "decision": decision, "why": "Looked at it."}
        alice.post(address, sent)
    assert len(history_of(found[0])) == 2


@pytest.mark.parametrize("left_out", ["suspicions", "decision", "why"])
def test_nothing_is_decided_without_a_choice_and_a_reason(alice, upload, found, left_out):
    sent = {"suspicions": [found[0].pk], "decision": "removed", "why": "Not needed."}
    del sent[left_out]
    assert alice.post(f"{FILES}{upload.pk}/", sent).status_code == 422
    assert Suspicion.objects.undecided().count() == 2


def test_only_who_keeps_the_restricted_sees_what_others_brought(admin, lena, charlie, upload):
    for client in (admin, lena):
        assert "minute.txt" not in client.get(FILES).text
        assert client.get(f"{FILES}{upload.pk}/").status_code == 404
    assert "Files to decide</a>" not in admin.get(HERE).text
    assert charlie.get(f"{FILES}{upload.pk}/").status_code == 404


def test_the_list_costs_the_same_however_long_it_is(alice, cast, upload, queries_of):
    before = queries_of(alice, FILES)
    for n in range(3):
        more = actions.store(
            authority=cast.aldermere, name=f"{n}.txt", data=str(n).encode(), by=cast.bob
        )
        actions.screen_upload(upload=more, texts=TEXTS, by=cast.bob)
    assert queries_of(alice, FILES) == before


def test_the_files_in_which_nothing_is_left_to_decide_stand_aside(alice, upload, found):
    address = f"{FILES}{upload.pk}/"
    assert "minute.txt" in alice.get(FILES, {"show": "open"}).text
    both = {"suspicions": [one.pk for one in found], "decision": "removed", "why": "Not needed."}
    alice.post(address, both)
    assert "minute.txt" not in alice.get(FILES, {"show": "open"}).text
    assert "minute.txt" in alice.get(FILES).text
