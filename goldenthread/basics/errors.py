"""Errors that a person can do something about."""


class UserFacingError(Exception):
    """An error whose text may be shown to a user, on a page or at the command line.

    The text says where, what is wrong and what to do next. It never holds a child's
    details, because error text reaches logs.
    """

    exit_code = 1


class NotAllowedNow(UserFacingError):
    """The thing asked for is a real action, but not from the present state."""


class NotAllowed(UserFacingError):
    """The person asking may look, but not do this."""
