"""What is said when an import cannot go on."""

from datetime import datetime
from typing import Any

from goldenthread.basics.errors import NotAllowedNow


class StaleRevision(NotAllowedNow):
    """Somebody changed the same thing since the page was shown; both versions are kept here.

    Attributes:
        path:  the row or field.
        mine:  what was to be saved.
        theirs: what stands there now.
        who, when: who changed it last.
    """

    def __init__(
        self, *, path: str, mine: Any, theirs: Any, who: str, when: datetime, revision: int
    ) -> None:
        super().__init__(
            f"{path}: {who} changed this at {when:%H:%M} while you had it open. Your version was "
            "not saved and stands beside theirs. Choose one, or write a third."
        )
        self.path, self.mine, self.theirs = path, mine, theirs
        self.who, self.when, self.revision = who, when, revision


class ChangedSince(NotAllowedNow):
    """An edit that cannot be undone alone, because something later stands on it."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path}: This was changed again later. Undo the later change first. "
            "Nothing was changed."
        )
        self.path = path
