"""What is kept of a file: made once, of bounded size, and never in the way of a full disk."""

import errno
import io
import os
import shutil
import threading
import time
from pathlib import Path

import pytest
from PIL import Image

from goldenthread.documents import apart
from goldenthread.documents.plans.tests import drawn
from goldenthread.documents.tests import made_files
from goldenthread.intake import beside
from goldenthread.intake.beside import keeping, making
from goldenthread.sources import files
from goldenthread.sources.errors import TamperedFile

PDF = made_files.pdf(["Action plan", "Aldermere"], ["The second page"])
NAME = "0123abcd-thing"


@pytest.fixture
def processes(monkeypatch):
    """Counts the processes that are started to draw or lay out."""
    started = []
    read_all = apart.read_all

    def counted(paths, **options):
        started.append(paths)
        return read_all(paths, **options)

    monkeypatch.setattr(apart, "read_all", counted)
    return started


def kept(own_cache):
    names = sorted(path.name for path in own_cache.iterdir())
    return [name for name in names if not name.startswith("lane-")]


def test_a_picture_is_the_page_and_drawn_once(cast, store, own_cache, processes):
    upload = store(PDF, "plan.pdf")
    first = beside.picture(upload=upload, by=cast.alice, page=2, width=620)
    with Image.open(io.BytesIO(first)) as picture:
        assert (picture.format, picture.size) == ("PNG", (600, 850))
    assert beside.picture(upload=upload, by=cast.bob, page=2, width=580) == first
    assert len(processes) == 1
    assert kept(own_cache) == [f"{upload.file.sha256}-2-600.png"]


def test_a_second_look_lays_nothing_out_again(cast, store, own_cache, processes):
    data = drawn.as_pdf(drawn.merged(drawn.plan()), stroke="all")
    upload = store(data, "plan.pdf")
    place = {"page": 1, "table": 1, "row": 2, "cell": 3}
    first = beside.view(upload=upload, by=cast.alice, place=place)
    assert first.boxes
    assert len(processes) == 2
    assert beside.view(upload=upload, by=cast.bob, place=place) == first
    assert beside.contents(upload=upload, by=cast.alice) == first.contents
    assert len(processes) == 2


def test_a_prepared_file_is_not_laid_out_at_the_first_look(cast, store, own_cache, processes):
    upload = store(drawn.as_pdf(drawn.merged(drawn.plan()), stroke="all"), "plan.pdf")
    beside.prepare(upload=upload, tables=True)
    assert len(processes) == 2
    place = {"page": 1, "table": 1, "row": 2, "cell": 3}
    assert beside.view(upload=upload, by=cast.alice, place=place).boxes
    assert len(processes) == 2


def test_a_file_without_tables_is_prepared_by_one_process(cast, store, own_cache, processes):
    beside.prepare(upload=store(PDF, "plan.pdf"))
    beside.prepare(upload=store(b"Words\n", "words.txt"), tables=True)
    assert len(processes) == 2


def test_a_file_that_no_reader_opens_is_prepared_without_an_error(cast, store, own_cache):
    upload = store(b"%PDF-1.7\n%%EOF", "head.pdf")
    beside.prepare(upload=upload, tables=True)
    with pytest.raises(beside.NotShown, match=r"head\.pdf: The PDF is damaged\. Open it in"):
        beside.view(upload=upload, by=cast.alice)


def test_a_picture_beside_no_text_is_refused_by_what_it_is(cast, store):
    upload = store(b"\x89PNG\r\n\x1a\n\x00", "scan.png")
    with pytest.raises(beside.NotShown, match=r"scan\.png: This is a picture \(PNG\)"):
        beside.view(upload=upload, by=cast.alice)


def test_only_a_pdf_has_pictures_and_only_of_its_pages(cast, store, own_cache):
    text = store(b"Words\n", "words.txt")
    with pytest.raises(beside.NotShown, match=r"words\.txt: Only a PDF has pictures"):
        beside.picture(upload=text, by=cast.alice, page=1)
    upload = store(PDF, "plan.pdf")
    with pytest.raises(beside.NotShown, match=r"plan\.pdf: There is no page 3, the last is 2"):
        beside.picture(upload=upload, by=cast.alice, page=3)


@pytest.mark.parametrize(("asked", "pixels"), [(1, 300), (649, 600), (99_999, 2000)])
def test_a_width_is_held_within_bounds_and_steps(cast, store, asked, pixels):
    picture = beside.picture(upload=store(PDF, "p.pdf"), by=cast.alice, page=1, width=asked)
    with Image.open(io.BytesIO(picture)) as image:
        assert image.width == pixels


def test_what_was_tampered_with_is_not_shown(cast, store, own_cache):
    upload = store(PDF, "plan.pdf")
    files.path_of(upload.file).write_bytes(PDF + b" ")
    with pytest.raises(TamperedFile, match="not what was uploaded"):
        beside.view(upload=upload, by=cast.alice)


def test_a_full_disk_stops_no_look_and_leaves_nothing_behind(
    cast, store, own_cache, processes, monkeypatch
):
    upload = store(PDF, "plan.pdf")
    real = os.fdopen

    def full(descriptor, mode):
        os.close(descriptor)
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(keeping.os, "fdopen", full)
    view = beside.view(upload=upload, by=cast.alice)
    assert view.notice.startswith("There is little room left on the server's disk")
    assert beside.picture(upload=upload, by=cast.alice, page=1)
    assert kept(own_cache) == []
    monkeypatch.setattr(keeping.os, "fdopen", real)
    assert beside.view(upload=upload, by=cast.alice).notice == ""
    assert len(processes) == 3


def test_the_last_room_of_a_disk_is_left_to_uploads(own_cache, monkeypatch):
    usage = shutil.disk_usage("/")._replace(free=keeping.SPARE)
    monkeypatch.setattr(keeping.shutil, "disk_usage", lambda folder: usage)
    assert keeping.kept_or_made(NAME, lambda: b"made") == (b"made", False)
    assert kept(own_cache) == []


def test_a_folder_that_cannot_be_made_for_want_of_room_stops_no_look(settings, monkeypatch):
    def full(*given, **named):
        raise OSError(errno.EDQUOT, "Quota exceeded")

    monkeypatch.setattr(Path, "mkdir", full)
    settings.DATA_DIR = Path(settings.DATA_DIR) / "elsewhere"
    assert keeping.kept_or_made(NAME, lambda: b"made") == (b"made", False)


@pytest.mark.parametrize("at", ["mkdir", "replace"])
def test_another_fault_of_the_disk_is_told_as_it_is(own_cache, monkeypatch, at):
    def broken(*given, **named):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, at, broken)
    with pytest.raises(OSError, match="Input/output"):
        keeping.kept_or_made(NAME, lambda: b"made")


def test_what_was_looked_at_longest_ago_makes_room(own_cache, monkeypatch):
    monkeypatch.setattr(keeping, "ROOM", 250)
    for number in range(3):
        keeping.kept_or_made(f"0000000{number}-thing", lambda: bytes(100))
        path = own_cache / f"0000000{number}-thing"
        os.utime(path, (1_000 + number, 1_000 + number)) if path.exists() else None
        if number == 1:
            # The first is looked at again, so the second is now the oldest.
            keeping.kept_or_made("00000000-thing", lambda: b"never made")
    assert kept(own_cache) == ["00000000-thing", "00000002-thing"]


def test_what_a_killed_process_left_goes(own_cache):
    own_cache.mkdir(parents=True)
    old, new = own_cache / f"{keeping.ARRIVING}old", own_cache / f"{keeping.ARRIVING}new"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (1_000, 1_000))
    keeping.kept_or_made(NAME, lambda: b"made")
    assert kept(own_cache) == [NAME, new.name]


def test_two_who_look_at_once_make_it_once(own_cache):
    made, answers = [], []

    def make():
        made.append(1)
        time.sleep(0.3)
        return b"made"

    def look():
        answers.append(keeping.kept_or_made(NAME, make))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [(b"made", True)] * 4
    assert len(made) == 1


def test_who_waits_too_long_for_a_turn_is_told(own_cache, monkeypatch):
    monkeypatch.setattr(keeping, "TURN", 0.1)

    def look_meanwhile():
        with pytest.raises(beside.NotShown, match="busy with other pages"):
            keeping.kept_or_made(NAME, lambda: b"never made")
        return b"made"

    assert keeping.kept_or_made(f"{NAME}-2", look_meanwhile) == (b"made", True)


def test_what_failed_is_not_tried_again_for_ten_minutes(own_cache):
    tries = []

    def refuse():
        tries.append(1)
        raise beside.NotShown("plan.pdf: The page cannot be drawn.")

    for _ in range(2):
        with pytest.raises(beside.NotShown, match=r"plan\.pdf: The page cannot be drawn\."):
            keeping.kept_or_made(NAME, refuse)
    assert len(tries) == 1
    os.utime(own_cache / f"{NAME}-refused", (1_000, 1_000))
    with pytest.raises(beside.NotShown):
        keeping.kept_or_made(NAME, refuse)
    assert len(tries) == 2


def test_a_file_that_takes_too_long_is_given_up_and_no_process_stays(
    cast, store, own_cache, monkeypatch
):
    monkeypatch.setattr(making, "SECONDS_TO_DRAW", 0.01)
    upload = store(PDF, "plan.pdf")
    began = time.monotonic()
    with pytest.raises(beside.NotShown, match=r"plan\.pdf: Reading was given up after 0\.01"):
        beside.picture(upload=upload, by=cast.alice, page=1)
    assert time.monotonic() - began < 10
    with pytest.raises(beside.NotShown, match=r"plan\.pdf: Reading was given up"):
        beside.picture(upload=upload, by=cast.alice, page=1)
