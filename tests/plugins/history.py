"""Lets the tests empty their database, which the history's triggers refuse, and keeps heads apart."""

import tempfile

from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

from goldenthread.people import triggers


def pytest_configure(config):
    settings.HISTORY_HEADS = tempfile.mkdtemp(prefix="goldenthread-heads-")
    TransactionTestCase._fixture_teardown = _without_triggers(TransactionTestCase._fixture_teardown)


def _without_triggers(empty):
    def emptied(test):
        triggers.drop(connection)
        try:
            empty(test)
        finally:
            triggers.create(connection)

    return emptied
