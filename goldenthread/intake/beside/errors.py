"""What is said when a source cannot be shown beside its reading."""

from goldenthread.basics.errors import UserFacingError


class NotShown(UserFacingError):
    """A source, or a page of it, that cannot be shown; the text says why and what to do."""
