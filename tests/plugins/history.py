"""Lets the tests empty their database, which triggers refuse, and keeps heads apart."""

import tempfile

from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

from goldenthread.governance import triggers as governance
from goldenthread.papers import triggers as papers
from goldenthread.people import triggers as history
from goldenthread.plans import triggers as plans
from goldenthread.results import triggers as results


def pytest_configure(config):
    settings.HISTORY_HEADS = tempfile.mkdtemp(prefix="goldenthread-heads-")
    TransactionTestCase._fixture_teardown = _without_triggers(TransactionTestCase._fixture_teardown)


def _without_triggers(empty):
    def emptied(test):
        history.drop(connection)
        plans.drop(connection)
        results.drop(connection)
        papers.drop(connection)
        governance.drop(connection)
        try:
            empty(test)
        finally:
            # Those of plans are put back by the signal that follows the emptying.
            history.create(connection)
            results.create(connection)
            papers.create(connection)
            assert not plans.missing(connection)
            assert not governance.missing(connection)

    return emptied
