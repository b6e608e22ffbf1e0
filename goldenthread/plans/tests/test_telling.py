"""What updates come to, asked of the database, is what all of them read one by one come to."""

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from itertools import takewhile

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.plans.models import Update
from goldenthread.plans.telling import Told, told_of
from goldenthread.plans.tests.test_standing import made

MANY = 3
DAYS = st.dates(date(2025, 3, 28), date(2025, 4, 2))  # the clocks go forward on 30 March
HOURS = st.builds(
    lambda day, hours: datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(hours=hours),
    DAYS,
    st.floats(0, 24),
)
HISTORIES = st.lists(
    st.tuples(
        st.integers(0, MANY - 1),
        st.sampled_from([*Update.Kind.values, Update.Kind.NO_CHANGE]),
        st.none() | DAYS,
        HOURS,
    ),
    max_size=25,
)


def read_one_by_one(rows):
    """What all updates of an action, the oldest first, come to."""
    days = [row.said_on or timezone.localtime(row.at).date() for row in rows]
    same = takewhile(lambda row: row.kind == Update.Kind.NO_CHANGE, reversed(rows))
    return Told(max(days), len(list(same)))


def tell(acts, by, history):
    Update.objects.bulk_create(
        Update(
            action=acts[which],
            kind=kind,
            said_on=said_on,
            said_precision="day" if said_on else "unknown",
            text="Visits were made.",
            by=by,
            at=at,
        )
        for which, kind, said_on, at in history
    )


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(history=HISTORIES)
def test_any_history_comes_to_what_reading_it_one_by_one_says(acts, cast, history):
    with transaction.atomic():
        tell(acts, cast.alice, history)
        rows = defaultdict(list)
        for row in Update.objects.filter(action__in=acts).order_by("pk"):
            rows[row.action_id].append(row)
        expected = {pk: read_one_by_one(found) for pk, found in rows.items()}
        assert told_of([act.pk for act in acts]) == expected
        transaction.set_rollback(True)


def test_no_text_of_an_update_is_fetched_to_know_where_an_action_stands(acts, cast):
    tell(acts, cast.alice, [(0, "said", None, datetime(2025, 3, 28, tzinfo=UTC))] * 3)
    with CaptureQueriesContext(connection) as asked:
        told_of([act.pk for act in acts])
    assert len(asked) == 2
    assert not any("text" in query["sql"] for query in asked)


@pytest.fixture
def acts(cast):
    return list(made(cast, MANY).actions.order_by("order"))
