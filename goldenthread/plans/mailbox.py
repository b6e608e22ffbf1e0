"""The folder into which the mail server puts answers to digests, one mail a file."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from goldenthread.people.models import User
from goldenthread.plans.actions import take_reply
from goldenthread.plans.models import ReceivedMail

LARGEST = 25 * 1024 * 1024
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Taken:
    """A mail of the folder; `row` is None for one that is too large to be taken in."""

    path: Path
    row: ReceivedMail | None


def take_in(folder: Path) -> Iterator[Taken]:
    """Take in each mail of a folder, and of `new` and `cur`, as a Maildir has them.

    The files stay; a mail that was taken in before changes nothing.
    """
    for path in _mails(folder, (".", "new", "cur")):
        yield _taken(path)


def empty_new(folder: Path) -> int:
    """Take in what is new in a Maildir, and move it to `cur`; returns how many there were."""
    count = 0
    for path in _mails(folder, ("new",)):
        taken = _taken(path)
        if taken.row is None:
            _log.warning("%s is larger than 25 MB and was not taken in.", path.name)
        (folder / "cur").mkdir(exist_ok=True)
        path.rename(folder / "cur" / path.name)
        count += 1
    return count


def _taken(path: Path) -> Taken:
    if path.stat().st_size > LARGEST:
        return Taken(path, None)
    by = User.objects.system("timer.replies", "Replies")
    return Taken(path, take_reply(raw=path.read_bytes(), by=by))


def _mails(folder: Path, places: tuple[str, ...]) -> list[Path]:
    """The files in the order of their names, without hidden ones."""
    folders = [folder / place for place in places]
    found = [path for one in folders if one.is_dir() for path in one.iterdir()]
    return sorted(path for path in found if path.is_file() and not path.name.startswith("."))
