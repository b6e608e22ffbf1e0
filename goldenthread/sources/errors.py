"""What is said when a file cannot be stored, or is not what was stored."""

from goldenthread.basics.errors import UserFacingError


class NotStored(UserFacingError):
    """A file that was not taken in; nothing of it was kept."""


class DamagedFile(UserFacingError):
    """A stored content that cannot be opened as it was uploaded."""


class TamperedFile(DamagedFile):
    """A stored content that is no longer what was uploaded."""


class LostFile(DamagedFile):
    """A stored content that is not in its place."""
