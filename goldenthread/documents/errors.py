"""What is said of a file that cannot be read."""

from goldenthread.basics.errors import UserFacingError


class UnreadableDocument(UserFacingError):
    """A file that no reader can open; the text says what it is and what to do.

    `found` names the file's nature in a few words ("HTML page named .pdf").
    """

    def __init__(self, message: str, *, found: str) -> None:
        super().__init__(message)
        self.found = found
