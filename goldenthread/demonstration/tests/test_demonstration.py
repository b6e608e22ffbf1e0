"""The demonstration has every state, rung and colour, and was made as anybody would make it."""

from datetime import date

import pytest
from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import UserFacingError
from goldenthread.demonstration import making
from goldenthread.inspections.models import Inspection, Obligation
from goldenthread.intake.models import Import
from goldenthread.people import actions as people
from goldenthread.people.history.verifying import verify
from goldenthread.people.models import User
from goldenthread.people.roles import Role
from goldenthread.plans import deadlines
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import (
    Action,
    AsReported,
    Check,
    Deadline,
    Delivery,
    EvidenceLink,
    Impact,
    Plan,
    ToSettle,
)
from goldenthread.results.models import Value
from goldenthread.thread.coverage import coverage_of_inspection
from goldenthread.thread.my_work import work_of

pytestmark = [pytest.mark.django_db, pytest.mark.timeout(180)]
PASSWORD = "a long made-up password"
MONDAY = date(2026, 3, 16)


@pytest.fixture(scope="module")
def told(django_db_setup, django_db_blocker):
    """What was said while it was made, once for all tests here."""
    words = []
    with django_db_blocker.unblock(), transaction.atomic():
        making.make(password=PASSWORD, today=timezone.localdate(), tell=words.append)
        yield words
        transaction.set_rollback(True)


@pytest.fixture
def standing(told):
    rows = list(Action.objects.all())
    return stands_of(rows, timezone.localdate())
