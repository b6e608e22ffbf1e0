"""Keeps what was drawn or laid out, in a folder of bounded size that may be emptied at any time."""

import errno
import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from django.conf import settings

from goldenthread.intake.beside.errors import NotShown

MEBIBYTE = 2**20
# What is kept may take so much; beyond it what was looked at longest ago goes.
ROOM = 500 * MEBIBYTE
# So much of the disk is left to others, so that a look at a file never stops an upload.
SPARE = 200 * MEBIBYTE
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
ARRIVING = "arriving-"
LEFT_AFTER = 3_600.0
# So many processes draw at once on a server; further looks wait for their turn so many seconds.
AT_ONCE = 2
TURN = 40.0
LOOK_EVERY = 0.05
# What could not be made is not tried again for so many seconds.
REFUSED_FOR = 600.0
REFUSED = "-refused"


def kept_or_made(name: str, make: Callable[[], bytes]) -> tuple[bytes, bool]:
    """What is kept under a name; else it is made, by one process only, and kept.

    Returns:
        The content, and whether it is kept: False where the disk has no room for it.

    Args:
        name: begins with the content's SHA-256.

    Raises:
        NotShown: from `make`, now or a few minutes ago, or too many others wait for their turn.
    """
    if (data := _kept(name)) is not None:
        return data, True
    with _turn(name):
        # Somebody else may have made it meanwhile.
        if (data := _kept(name)) is not None:
            return data, True
        _ask_whether_refused(name)
        try:
            made = make()
        except NotShown as error:
            _keep(name + REFUSED, str(error).encode())
            raise
        return made, _keep(name, made)


def _folder() -> Path:
    folder = Path(settings.DATA_DIR) / "beside"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _kept(name: str) -> bytes | None:
    path = Path(settings.DATA_DIR) / "beside" / name
    try:
        data = path.read_bytes()
        # The time says when it was last looked at.
        os.utime(path)
    except FileNotFoundError:
        return None
    return data


def _ask_whether_refused(name: str) -> None:
    path = Path(settings.DATA_DIR) / "beside" / (name + REFUSED)
    with suppress(FileNotFoundError):
        if path.stat().st_mtime > time.time() - REFUSED_FOR:
            raise NotShown(path.read_text())


def _keep(name: str, data: bytes) -> bool:
    """Put it in its place at one blow, unless the disk has no room for it."""
    arrived: Path | None = None
    try:
        folder = _folder()
        if shutil.disk_usage(folder).free < SPARE + len(data):
            return False
        descriptor, made = tempfile.mkstemp(dir=folder, prefix=ARRIVING)
        arrived = Path(made)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        arrived.replace(folder / name)
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        return False
    finally:
        if arrived is not None:
            arrived.unlink(missing_ok=True)
    _make_room(folder)
    return True


def _make_room(folder: Path) -> None:
    """Take away what was looked at longest ago, and what killed processes left."""
    found = sorted(_sizes(folder), reverse=True)
    taken = 0
    for at, size, path in found:
        left_behind = path.name.startswith(ARRIVING) and at < time.time() - LEFT_AFTER
        taken += size
        # What is empty takes no room; among it are the lanes, which are in use.
        if (taken > ROOM and size) or left_behind:
            path.unlink(missing_ok=True)


def _sizes(folder: Path) -> Iterator[tuple[float, int, Path]]:
    for path in folder.iterdir():
        with suppress(FileNotFoundError):
            status = path.stat()
            yield status.st_mtime, status.st_size, path


@contextmanager
def _turn(name: str) -> Iterator[None]:
    """Wait until few enough others draw; one file waits only for those of its own lane.

    Raises:
        NotShown: the wait was too long.
    """
    lane = int(name[:8], 16) % AT_ONCE
    try:
        file = (_folder() / f"lane-{lane}").open("wb")
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        yield
        return
    with file:
        _wait_for(file.fileno())
        yield


def _wait_for(descriptor: int) -> None:
    until = time.monotonic() + TURN
    while True:
        with suppress(BlockingIOError):
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        if time.monotonic() > until:
            raise NotShown(
                "The server is busy with other pages. Wait a minute, then look at this one again."
            )
        time.sleep(LOOK_EVERY)
