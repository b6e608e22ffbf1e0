"""The health page."""

import pytest
from django.db import DatabaseError

from goldenthread.web.health import views

pytestmark = pytest.mark.django_db


def test_it_answers_anybody(visitor):
    answer = visitor.get("/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_it_says_when_the_database_does_not_answer(visitor, monkeypatch):
    class Dead:
        def cursor(self):
            raise DatabaseError("the address of the database")

    monkeypatch.setattr(views, "connection", Dead())
    answer = visitor.get("/health")
    assert (answer.status_code, answer.json()) == (503, {"status": "database does not answer"})
