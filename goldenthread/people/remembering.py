"""Remembers for the length of a request which roles somebody holds: each page asks many times.

Only what a page shows rests on it. Whether a verb may be done is asked of the database each
time (`permissions.may`), and a role that is given or ended within the request is seen at once.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

Value = TypeVar("Value")
_known: ContextVar[dict[Any, Any] | None] = ContextVar("roles_of_this_request", default=None)

_reading: ContextVar[bool] = ContextVar("request_only_reads", default=False)


@contextmanager
def roles_remembered(*, only_reads: bool = False) -> Iterator[None]:
    """Within this block each user's roles are fetched once.

    Args:
        only_reads: nothing is changed in it, so that more than the roles may be remembered.
    """
    token, reading = _known.set({}), _reading.set(only_reads)
    try:
        yield
    finally:
        _known.reset(token)
        _reading.reset(reading)


def is_reading() -> bool:
    """Whether nothing is changed in this block, so that what is fetched once holds all along."""
    return _reading.get()


def remembered(key: Any, fetch: Callable[[], Value]) -> Value:
    """What was fetched for the key in this block, or is fetched now; outside of one, always now."""
    known = _known.get()
    if known is None:
        return fetch()
    if key not in known:
        known[key] = fetch()
    found: Value = known[key]
    return found


def forget(**_: object) -> None:
    """Fetch anew from here on: a role or an account was saved."""
    known = _known.get()
    if known is not None:
        known.clear()
