"""What a new version of a plan changes: which rows stay, which are dropped, which are new."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from goldenthread.plans.models import Version
from goldenthread.plans.models.rows import Brought

Old = TypeVar("Old", bound=Brought)
New = TypeVar("New")


def renew(
    old: Iterable[Old],
    wanted: Sequence[New],
    same: Callable[[Old, New], bool],
    *,
    version: Version,
) -> list[New]:
    """Drop what the version no longer holds, and give back what it holds for the first time.

    What a person added, no document brought, stays.
    """
    left = list(old)
    new = []
    for draft in wanted:
        row = next((row for row in left if same(row, draft)), None)
        if row is None:
            new.append(draft)
        else:
            left.remove(row)
    drop((row for row in left if row.version_id is not None), version)
    return new


def drop(rows: Iterable[Brought], version: Version) -> None:
    for row in rows:
        row.dropped_in = version
        row.save(update_fields=["dropped_in"])
