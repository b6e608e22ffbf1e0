"""Storing a file: once for each content, at one blow, and the same bytes when it is read."""

import errno
import hashlib
import io
import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.history import history_of
from goldenthread.people.models import HistoryLine
from goldenthread.people.roles import Role
from goldenthread.people.tests.factories import make_user
from goldenthread.sources import actions, files
from goldenthread.sources.errors import LostFile, NotStored, TamperedFile
from goldenthread.sources.models import StoredFile, Upload

NOW = timedelta(seconds=-5)
PDF = b"%PDF-1.4 made up"


def on_disk(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def store(cast, data=PDF, name="Report.pdf", **more):
    return actions.store(
        authority=cast.aldermere, name=name, data=data, **{"by": cast.alice, **more}
    )


def test_u07_a_file_comes_back_byte_for_byte_with_its_faults(upload, folder):
    digest = hashlib.sha256(b"Recomendation 1").hexdigest()
    assert (upload.file.sha256, upload.file.size) == (digest, 15)
    assert files.open_file(upload.file) == b"Recomendation 1"
    assert on_disk(folder) == [f"990/{digest[:2]}/{digest}"]


@pytest.mark.parametrize("kind", ["bytes", "path", "open file"])
def test_a_content_may_be_bytes_a_path_or_an_open_file(cast, tmp_path, kind):
    path = tmp_path / "given.pdf"
    path.write_bytes(PDF)
    data = {"bytes": PDF, "path": path, "open file": io.BytesIO(PDF)}[kind]
    assert files.open_file(store(cast, data).file) == PDF
    assert path.read_bytes() == PDF


def test_a_form_is_what_the_first_bytes_say(cast):
    forms = [
        (data, file.form, file.nature)
        for data in (PDF, b"Plain words", b"\x89PNG\r\n\x1a\n\x00")
        for file in [store(cast, data).file]
    ]
    assert forms == [
        (PDF, "pdf", ""),
        (b"Plain words", "text", ""),
        (b"\x89PNG\r\n\x1a\n\x00", "", "picture (PNG)"),
    ]


def test_the_same_content_twice_is_one_file_and_two_uploads(cast, folder):
    first = store(cast)
    second = store(cast, name="Copy.pdf", by=cast.bob)
    assert first.file == second.file
    assert list(Upload.objects.already_here(second)) == [first]
    assert not Upload.objects.already_here(first).exists()
    assert len(on_disk(folder)) == 1


def test_two_authorities_that_hold_the_same_content_know_nothing_of_each_other(cast, folder):
    ours = store(cast)
    theirs = actions.store(authority=cast.bramley, name="R.pdf", data=PDF, by=cast.charlie)
    assert ours.file != theirs.file
    assert not Upload.objects.already_here(theirs).exists()
    assert len(on_disk(folder)) == 2


def test_an_upload_is_a_line_of_history(cast, upload):
    [entry] = history_of(upload)
    assert (entry.verb, entry.by) == ("uploaded", cast.alice)
    after = {change.name: change.after for change in entry.changes}
    assert after["name"] == "Plan.txt"
    assert after["sha256"] == upload.file.sha256


def test_a_name_that_tells_of_a_child_is_masked_in_the_history(cast):
    upload = store(cast, name="Tom_Marsh_DOB_01-02-2012.pdf", note="Child: Tom Marsh")
    assert upload.name == "Tom_Marsh_DOB_01-02-2012.pdf"
    [entry] = history_of(upload)
    after = {change.name: change.after for change in entry.changes}
    assert (after["name"], after["note"]) == ("███_DOB_███.pdf", "Child: ███")


@pytest.mark.parametrize("role", Role)
def test_every_role_uploads_but_elected_members_and_administrators(cast, role, roles_scope):
    scope = roles_scope(role)
    user = make_user("Erin Ellis", cast.aldermere, role, **scope)
    partner = scope.get("partner")
    if role in {Role.ELECTED_MEMBER, Role.ADMINISTRATOR}:
        with pytest.raises(NotAllowed):
            store(cast, by=user, partner=partner)
    else:
        assert store(cast, by=user, partner=partner).by == user


def test_nobody_uploads_into_another_authority(cast, folder):
    with pytest.raises(NotAllowed):
        store(cast, by=cast.charlie)
    assert not folder.exists()


def test_an_organisation_of_another_authority_is_refused(cast, roles_scope):
    partner = roles_scope(Role.PARTNER_USER)["partner"]
    with pytest.raises(NotAllowedNow, match="Choose an organisation of Bramley"):
        actions.store(
            authority=cast.bramley, name="R.pdf", data=PDF, by=cast.charlie, partner=partner
        )


@pytest.mark.parametrize("name", ["", "  ", "a" * 256, "a\x00b"])
def test_a_name_that_cannot_be_kept_is_refused(cast, name):
    with pytest.raises(NotStored, match="Rename"):
        store(cast, name=name)


def test_an_empty_file_is_refused(cast, folder):
    with pytest.raises(NotStored, match=r"R\.pdf: The file is empty"):
        store(cast, b"", name="R.pdf")
    assert on_disk(folder) == []


def test_a_file_over_the_limit_is_refused_while_it_comes(cast, folder, monkeypatch):
    monkeypatch.setattr(files, "SIZE_LIMIT", files.MEBIBYTE)
    endless = open("/dev/zero", "rb")  # noqa: SIM115 (closed below)
    with endless, pytest.raises(NotStored, match="larger than 1 MB"):
        store(cast, endless)
    assert on_disk(folder) == []
    assert not StoredFile.objects.exists()


@pytest.mark.parametrize("moment", ["mkstemp", "fsync", "replace"])
def test_a_full_disk_leaves_nothing_and_is_said(cast, folder, monkeypatch, moment):
    def full(*args, **kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    owner = {"mkstemp": files.tempfile, "fsync": os, "replace": Path}[moment]
    lines = HistoryLine.objects.count()
    with monkeypatch.context() as patch:
        patch.setattr(owner, moment, full)
        with pytest.raises(NotStored, match=r"Report\.pdf: There is no room left"):
            store(cast)
    assert on_disk(folder) == []
    assert not Upload.objects.exists()
    assert not StoredFile.objects.exists()
    assert HistoryLine.objects.count() == lines


def test_another_fault_of_the_disk_is_no_full_disk(cast, folder, monkeypatch):
    def broken(*args, **kwargs):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(OSError, match="Input/output"):
        store(cast)
    assert on_disk(folder) == []


def test_a_changed_content_is_not_opened_and_the_error_names_it(upload):
    files.path_of(upload.file).write_bytes(b"Recommendation1")
    with pytest.raises(TamperedFile, match=r"Plan\.txt: The stored file is not what was uploaded"):
        files.open_file(upload.file)


def test_a_lost_content_is_said_and_the_same_upload_brings_it_back(cast, upload):
    files.path_of(upload.file).unlink()
    with pytest.raises(LostFile, match=r"Plan\.txt: The stored file is missing"):
        files.open_file(upload.file)
    again = store(cast, b"Recomendation 1", name="Plan.txt")
    assert again.file == upload.file
    assert files.open_file(upload.file) == b"Recomendation 1"


def test_every_damaged_file_is_found(cast, upload):
    whole = store(cast)
    files.path_of(upload.file).unlink()
    assert [str(fault).partition(":")[0] for fault in files.damaged()] == ["Plan.txt"]
    assert files.open_file(whole.file) == PDF


def test_a_content_without_a_row_is_swept_and_a_stored_one_stays(upload, folder):
    orphan = folder / "990" / "ab" / ("ab" * 32)
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes(b"of a transaction that never was committed")
    assert files.sweep() == files.Swept(unfinished=0, unowned=0), "it may be under way"
    assert files.sweep(older_than=NOW) == files.Swept(unfinished=0, unowned=1)
    assert files.open_file(upload.file) == b"Recomendation 1"
    assert on_disk(folder) == [str(files.path_of(upload.file).relative_to(folder))]


def test_sweeping_an_empty_house_removes_nothing(db):
    assert files.sweep() == files.Swept(0, 0)


@pytest.mark.parametrize(
    "values",
    [{"size": 0}, {"form": "", "nature": ""}, {"form": "pdf", "nature": "picture"}],
    ids=str,
)
def test_the_database_refuses_a_file_that_cannot_be(cast, values):
    row = {"authority": cast.aldermere, "sha256": "0" * 64, "size": 1, "form": "pdf"}
    with pytest.raises(IntegrityError), transaction.atomic():
        StoredFile.objects.create(**{**row, **values})


def test_the_database_refuses_the_same_content_twice(upload):
    file = upload.file
    with pytest.raises(IntegrityError), transaction.atomic():
        StoredFile.objects.create(authority=file.authority, sha256=file.sha256, size=1, form="text")


SET_UP = "from goldenthread.people.tests.factories import make_cast\nmake_cast()"
STORE = """
from goldenthread.people.models import Authority, User
from goldenthread.sources import actions
by = User.objects.get(name="Alice Archer")
for number in range(8):
    actions.store(authority=Authority.objects.get(code="990"), name="R.txt",
                  data=b"the same %d" % number, by=by)
"""
KILLED = """
import os, signal, sys, io
from goldenthread.people.models import Authority, User
from goldenthread.sources import actions
class Slow(io.RawIOBase):
    asked = 0
    def read(self, size=-1):
        self.asked += 1
        if self.asked == 3:
            os.kill(os.getpid(), signal.SIGKILL)
        return b"x" * size
by = User.objects.get(name="Alice Archer")
actions.store(authority=Authority.objects.get(code="990"), name="R.txt", data=Slow(), by=by)
"""
COUNTED = """
from goldenthread.sources.models import StoredFile, Upload
from goldenthread.people.history.verifying import verify
print(StoredFile.objects.count(), Upload.objects.count(), verify().holds)
"""
SWEPT = """
from datetime import timedelta
from goldenthread.sources import files
print(files.sweep(), files.sweep(older_than=timedelta(seconds=-5)))
"""


def test_a_killed_process_leaves_one_temporary_file_that_is_swept(own_database):
    own_database.python(SET_UP)
    killed = own_database.run("-c", f"import django; django.setup()\n{KILLED}")
    assert killed.returncode == -9
    [left] = on_disk(own_database.folder / "files")
    assert left.startswith("990/arriving/")
    assert own_database.python(COUNTED) == "0 0 True"
    assert own_database.python(SWEPT) == (
        "Swept(unfinished=0, unowned=0) Swept(unfinished=1, unowned=0)"
    )
    assert on_disk(own_database.folder / "files") == []


def test_two_who_bring_the_same_files_at_once_make_one_row_of_each(own_database):
    own_database.python(SET_UP)
    code = f"import django; django.setup()\n{STORE}"
    processes = [own_database.start("-c", code) for _ in range(2)]
    assert [process.wait() for process in processes] == [0, 0]
    assert own_database.python(COUNTED) == "8 16 True"
    assert len(on_disk(own_database.folder / "files")) == 8
