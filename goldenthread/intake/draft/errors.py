"""What a person asks of a draft that cannot be done."""

from goldenthread.basics.errors import UserFacingError


class CannotChangeDraft(UserFacingError):
    """The draft stays as it was; the text says why and what to do."""
