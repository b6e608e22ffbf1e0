"""Each verb tried by everybody: done or refused as the design says, and nothing in between."""

import copy
import shutil

import pytest
import time_machine
from django.db import transaction
from django.test import override_settings
from django.utils import timezone

from conftest import A_MONDAY_MORNING
from goldenthread.inspections.tests.factories import recorded as report_recorded
from goldenthread.people.permissions import VERBS
from goldenthread.people.remembering import roles_remembered
from goldenthread.people.tests.factories import make_cast
from goldenthread.plans import keeping
from goldenthread.plans.gathering import stands_of
from goldenthread.plans.models import Action
from goldenthread.plans.tests.factories import recorded as plan_recorded
from tests.permissions import (
    in_asking,
    in_consulting,
    in_delivery,
    in_evidence,
    in_governance,
    in_inspections,
    in_intake,
    in_papers,
    in_people,
    in_plans,
    in_promises,
    in_queries,
    in_recurring,
    in_results,
    in_sources,
    in_tying,
)
from tests.permissions.everybody import Everybody
from tests.permissions.expected import MAY
from tests.permissions.trying import TRIES, outcome, verb_functions

ENTERED = (
    in_asking,
    in_consulting,
    in_delivery,
    in_evidence,
    in_governance,
    in_inspections,
    in_intake,
    in_papers,
    in_people,
    in_plans,
    in_promises,
    in_queries,
    in_recurring,
    in_results,
    in_sources,
    in_tying,
)


@pytest.fixture(scope="module")
def standing_town(django_db_setup, django_db_blocker, tmp_path_factory):
    """Aldermere with everybody, a report, and a plan in whose first action some stand.

    Building it takes longer than most tries: it is built once, and never committed.
    """
    files = tmp_path_factory.mktemp("files")
    with (
        django_db_blocker.unblock(),
        override_settings(FILES_DIR=str(files)),
        time_machine.travel(A_MONDAY_MORNING, tick=False),
        transaction.atomic(),
    ):
        cast = make_cast()
        made = Everybody(cast)
        made.report, made.plan = report_recorded(cast), plan_recorded(cast)
        made.action = made.plan.actions.order_by("order").first()
        made.stand_in(made.action)
        yield made, files
        transaction.set_rollback(True)


@pytest.fixture
def town(standing_town, db, fixed_clock, settings, tmp_path, monkeypatch):
    """The town as it was built, for one test: its rows, its files and what was read of them."""
    made, files = standing_town
    settings.FILES_DIR = str(shutil.copytree(files, tmp_path / "files"))
    settings.LOADS_DIR = str(tmp_path / "loads")
    monkeypatch.setattr("goldenthread.people.worker.BEAT_SECONDS", 60.0)
    monkeypatch.setattr(
        "goldenthread.documents.apart.read_all",
        lambda paths, *, workers, job: iter([job(path) for path in paths]),
    )
    return copy.deepcopy(made)


@pytest.mark.parametrize("name", sorted(TRIES))
def test_everybody_may_do_what_the_design_says_and_nobody_more(town, name):
    tried = TRIES[name]
    attempt = tried.prepare(town)
    may = MAY.get(tried.expected, MAY[tried.code])
    wrong = {}
    for label, user in town.users.items():
        wanted = "done" if label in may else "refused"
        if (got := outcome(attempt, user)) != wanted:
            wrong[label] = got
    assert wrong == {}


@pytest.mark.parametrize("name", sorted(TRIES))
def test_after_each_verb_what_is_kept_is_what_would_be_worked_out(town, name):
    tried = TRIES[name]
    attempt = tried.prepare(town)
    label = min(MAY.get(tried.expected, MAY[tried.code]) & set(town.users))
    as_a_page_has_it()
    with transaction.atomic():
        attempt(by=town.users[label])
        kept = as_a_page_has_it()
        keeping.forget()
        assert kept == as_a_page_has_it()
        transaction.set_rollback(True)


def as_a_page_has_it():
    """Where each action stands, as pages are told."""
    with roles_remembered(only_reads=True):
        return stands_of(Action.objects.all(), timezone.localdate())


def test_each_verb_of_the_register_has_a_line_in_the_expected_table():
    assert set(VERBS) == {line.split()[0] for line in MAY}


def test_each_verb_of_the_register_is_tried():
    assert set(VERBS) == {tried.code for tried in TRIES.values()}


def test_each_function_that_is_done_by_somebody_is_tried():
    assert verb_functions() == {tried.function for tried in TRIES.values()}


def test_the_expected_table_names_people_who_exist(town):
    assert {label for labels in MAY.values() for label in labels} <= set(town.users)
