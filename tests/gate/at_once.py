"""Several verbs begun at the same moment, each over a connection of its own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

from goldenthread.basics.errors import UserFacingError


def at_once(*attempts):
    """What each attempt returned, or the error with which it was refused, in their order."""
    ready = Barrier(len(attempts))

    def begin(attempt):
        try:
            connection.ensure_connection()
            ready.wait(timeout=30)
            return attempt()
        except UserFacingError as error:
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(attempts)) as pool:
        return list(pool.map(begin, attempts))
