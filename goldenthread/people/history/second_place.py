"""The second place: a file that keeps the head of the chain after each commit.

One line for each commit, `<number> <hash>`, only ever appended. A process that dies
between the commit and the append leaves a gap, which the next line closes: each entry is
checked by itself, so a missing, repeated or half-written entry is no fault, and several
machines may each keep their own file.
"""

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from django.conf import settings

logger = logging.getLogger(__name__)
ENTRY = re.compile(r"(\d+) ([0-9a-f]{64})\n")


def path_of(chain: UUID) -> Path:
    return Path(settings.HISTORY_HEADS) / f"{chain}.heads"


def keep(chain: UUID, number: int, line_hash: str) -> None:
    """Append one head. A failure is logged and never undoes what was committed."""
    path = path_of(chain)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # One short write in append mode is not torn apart by another process's write.
        with path.open("ab", buffering=0) as file:
            file.write(f"{number} {line_hash}\n".encode())
    except OSError:
        logger.exception("The second place of the history cannot be written: line %d", number)


def kept(chain: UUID) -> Iterator[tuple[int, str]]:
    """Every whole entry, as number of the line and its hash; none when there is no file."""
    path = path_of(chain)
    if not path.exists():
        return
    with path.open(encoding="ascii", errors="replace") as file:
        for entry in file:
            if match := ENTRY.fullmatch(entry):
                yield int(match[1]), match[2]
