"""Rules that hold for every table, also for those not written yet."""

import pytest
from django.apps import apps

OURS = [model for model in apps.get_models() if model.__module__.startswith("goldenthread.")]
each_table = pytest.mark.parametrize("model", OURS, ids=lambda model: model._meta.label)


def fields_of(model):
    return {field.name: field for field in model._meta.fields}


def constraints_of(model):
    return {constraint.name for constraint in model._meta.constraints}


@each_table
def test_who_and_when_are_tied_together(model):
    """`x_by` and `x_at` come in pairs: both always there, or tied by a constraint."""
    fields = fields_of(model)
    stems = {name[:-3] for name in fields if name.endswith("_by")} & {
        name[:-3] for name in fields if name.endswith("_at")
    }
    for stem in stems:
        by, at = fields[f"{stem}_by"], fields[f"{stem}_at"]
        if by.null or at.null:
            assert f"{model._meta.db_table}_{stem}_by_and_at_together" in constraints_of(model)


@each_table
def test_a_first_and_a_last_day_are_in_order(model):
    if {"started_on", "ended_on"} <= fields_of(model).keys():
        assert f"{model._meta.db_table}_dates_in_order" in constraints_of(model)


@each_table
def test_what_is_held_for_a_time_is_held_once_at_a_time(model):
    if {"started_on", "ended_on"} <= fields_of(model).keys():
        unique = {c.name for c in model._meta.constraints if hasattr(c, "nulls_distinct")}
        assert unique, "a UniqueConstraint over the open holdings is missing"


@each_table
def test_every_table_says_what_it_is(model):
    assert model.__doc__
    assert not model.__doc__.startswith(f"{model.__name__}("), "Django's own docstring"


@each_table
def test_nothing_is_deleted_because_something_else_is(model):
    """History, evidence and people stay: a foreign key protects, it never cascades."""
    cascading = [
        name
        for name, field in fields_of(model).items()
        if field.is_relation and field.remote_field.on_delete.__name__ == "CASCADE"
    ]
    assert cascading == []
