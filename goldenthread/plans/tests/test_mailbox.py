"""The folder of answers to digests: taken in once, whatever lies there."""

import pytest

from goldenthread.plans import mailbox
from goldenthread.plans.models import ReceivedMail

pytestmark = pytest.mark.django_db
MAIL = "From: nobody@elsewhere.example\nMessage-ID: <{}@x>\n\nGood morning\n"


@pytest.fixture
def maildir(tmp_path):
    for place in ("new", "cur"):
        (tmp_path / place).mkdir()
    (tmp_path / "new" / "1.host").write_text(MAIL.format(1))
    (tmp_path / "new" / ".hidden").write_text("half written")
    (tmp_path / "cur" / "2.host").write_text(MAIL.format(2))
    return tmp_path


def test_each_mail_is_taken_in_once_and_the_files_stay(maildir):
    first = [one.path.name for one in mailbox.take_in(maildir)]
    assert first == ["2.host", "1.host"]
    assert len(list(mailbox.take_in(maildir))) == 2
    assert ReceivedMail.objects.count() == 2
    assert (maildir / "new" / "1.host").exists()


def test_what_is_new_is_taken_in_and_put_aside(maildir):
    assert mailbox.empty_new(maildir) == 1
    assert ReceivedMail.objects.count() == 1
    assert {one.name for one in (maildir / "cur").iterdir()} == {"1.host", "2.host"}
    assert mailbox.empty_new(maildir) == 0


def test_a_mail_that_is_too_large_is_put_aside_and_told_of(maildir, monkeypatch, caplog):
    monkeypatch.setattr(mailbox, "LARGEST", 10)
    assert mailbox.empty_new(maildir) == 1
    assert not ReceivedMail.objects.exists()
    assert "1.host is larger than 25 MB" in caplog.text
