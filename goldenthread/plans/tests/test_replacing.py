"""SQLite's REPLACE takes no guarded row away, by its id or by any other key."""

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from goldenthread.people import replacing
from goldenthread.people import triggers as of_people
from goldenthread.plans import triggers
from goldenthread.plans.models import EvidenceLink, Update
from goldenthread.plans.tests.evidence_factories import accept, file
from goldenthread.results import triggers as of_results

pytestmark = [pytest.mark.sqlite, pytest.mark.django_db]
GUARDED = sorted({*triggers._never_deleted(), *of_people.KEPT, *of_results.KEPT})


def run(statement, values=()):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)


def triggers_of(table):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table]
        )
        return {row[0] for row in cursor.fetchall()}


@pytest.mark.parametrize("table", GUARDED)
def test_each_table_that_is_only_added_to_is_guarded_against_replace(table):
    wanted = {f"{table}_no_replace_by_insert", f"{table}_no_replace_by_update"}
    assert wanted <= triggers_of(table)


def test_what_is_never_deleted_holds_the_rows_of_the_gate():
    rooms = [apps.get_app_config(room) for room in ("plans", "people")]
    tables = {model._meta.db_table for room in rooms for model in room.get_models()}
    assert set(triggers._never_deleted()) <= {*tables, "plans_evidenceversion_cites"}
    assert {"plans_check", "plans_update", "plans_standing", "plans_test"} <= set(GUARDED)


def test_a_row_is_not_replaced_by_its_id(world):
    check = accept(world, file(world))
    with pytest.raises(DatabaseError, match=replacing.REFUSAL):
        run(
            "INSERT OR REPLACE INTO plans_check SELECT * FROM plans_check WHERE id = %s", [check.pk]
        )


def test_a_row_is_not_replaced_by_another_key(world):
    link = file(world)
    with pytest.raises(DatabaseError, match=replacing.REFUSAL):
        run(
            "INSERT OR REPLACE INTO plans_evidencelink (version_id, test_id, direction, shows, "
            "linked_by_id, linked_at, withdrawn_why) SELECT version_id, test_id, 'contradicts', "
            "shows, linked_by_id, linked_at, '' FROM plans_evidencelink WHERE id = %s",
            [link.pk],
        )
    assert EvidenceLink.objects.get(pk=link.pk).direction == "supports"


def test_a_row_does_not_take_the_place_of_another(world):
    first, second = file(world), file(world, title="The guide", test=None)
    with pytest.raises(DatabaseError, match=replacing.REFUSAL):
        run("UPDATE OR REPLACE plans_standing SET id = id + 1")
    assert EvidenceLink.objects.filter(pk__in=[first.pk, second.pk]).count() == 2


def test_a_row_of_its_own_goes_in_as_before(world):
    file(world)
    before = EvidenceLink.objects.count()
    file(world, title="Another", extract="Other words")
    assert EvidenceLink.objects.count() == before + 1
    assert Update.objects.count() == 0
