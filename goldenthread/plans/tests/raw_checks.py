"""Checks written past the verbs, and what the database says to them."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction

from goldenthread.plans.models import (
    Check,
    EvidenceLink,
    Test,
)
from goldenthread.plans.tests.evidence_factories import (
    person,
)

NOW = datetime(2026, 3, 16, 12, tzinfo=UTC)


def refused(words):
    return pytest.raises(DatabaseError, match=words)


def check(world, link, *, by=None, **more):
    """A check written past the verbs."""
    user = by or world.carl
    fields = {
        "outcome": "accepted",
        "how_do_we_know": "x",
        "by": user,
        "person": more.get("person") or person(user),
        "at": NOW,
        "day": date(2026, 3, 16),
        "edition": Test.objects.get(pk=link.test_id).edition,
        "last_link": EvidenceLink.objects.filter(test=link.test_id).order_by("-pk")[0],
    }
    with transaction.atomic():
        return Check.objects.bulk_create([Check(link=link, **{**fields, **more})])[0]
