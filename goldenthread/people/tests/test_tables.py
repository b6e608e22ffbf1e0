"""Many tables in one step of a migration: made whichever way they point, and taken away."""

import pytest
from django.db import connection, models
from django.db.migrations.operations import CreateModel
from django.db.migrations.state import ProjectState

from goldenthread.people.tables import CreateModels

KEY = ("id", models.BigAutoField(primary_key=True))
STEP = CreateModels(
    [
        CreateModel(
            "Leaf", [KEY, ("branch", models.ForeignKey("people.Branch", models.PROTECT, null=True))]
        ),
        CreateModel("Branch", [KEY, ("name", models.TextField())]),
    ]
)
TABLES = {"people_leaf", "people_branch"}


@pytest.mark.django_db(transaction=True)
def test_tables_that_point_to_later_ones_are_made_and_taken_away():
    before, after = ProjectState(), ProjectState()
    assert after.apps is not None
    STEP.state_forwards("people", after)
    assert {name for _, name in after.models} == {"leaf", "branch"}
    with connection.schema_editor() as editor:
        STEP.database_forwards("people", editor, before, after)
    assert set(connection.introspection.table_names()) >= TABLES
    leaf, branch = (after.apps.get_model("people", name) for name in ("Leaf", "Branch"))
    assert leaf.objects.create(branch=branch.objects.create(name="Low")).branch.name == "Low"
    branch.objects.update(name="Lower")
    leaf.objects.all().delete()
    with connection.schema_editor() as editor:
        STEP.database_backwards("people", editor, after, before)
    assert not TABLES & set(connection.introspection.table_names())


def test_a_step_says_which_tables_it_makes():
    assert STEP.describe() == "Create models Leaf, Branch"
