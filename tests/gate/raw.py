"""Statements straight to the database, as somebody with its password could write them."""

# ruff: noqa: S608 - to put statements together is what this is for

from contextlib import contextmanager
from datetime import UTC, datetime

from django.apps import apps
from django.db import DatabaseError, connection, models, transaction

LONG_BEFORE = datetime(2000, 1, 1, tzinfo=UTC)


class _TakenBackError(Exception):
    """Ends an attack: nothing of it remains."""


@contextmanager
def taken_back():
    """Whatever is done within is undone at the end; what it raises passes through."""
    try:
        with transaction.atomic():
            yield
            raise _TakenBackError
    except _TakenBackError:
        pass


def tables(room="plans"):
    return sorted(apps.get_app_config(room).get_models(), key=lambda model: model._meta.db_table)


def columns(model):
    return [field for field in model._meta.concrete_fields if not field.primary_key]


def other_values(model, field, row):
    """Values that the column could be given instead: from other rows, of its list, none."""
    name = field.attname
    found = list(model.objects.exclude(pk=row.pk).values_list(name, flat=True)[:6])
    found += [value for value, _ in field.flatchoices]
    if field.is_relation:
        found += list(field.related_model.objects.order_by("pk").values_list("pk", flat=True)[:8])
    if isinstance(field, models.BooleanField):
        found += [True, False]
    if isinstance(field, models.DateTimeField):
        found.append(LONG_BEFORE)
    elif isinstance(field, models.DateField):
        found.append(LONG_BEFORE.date())
    if isinstance(field, models.IntegerField | models.DecimalField):
        found += [0, 1, 14]
    if field.null:
        found.append(None)
    present = getattr(row, name)
    return [value for value in found if value != present]


def update(model, row, field, value):
    """Whether the database took a new value for one column of one row."""
    prepared = field.get_db_prep_save(value, connection)
    table, column = model._meta.db_table, field.column
    return goes_through(f'UPDATE "{table}" SET "{column}" = %s WHERE id = %s', [prepared, row.pk])


def delete(model, row):
    return goes_through(f'DELETE FROM "{model._meta.db_table}" WHERE id = %s', [row.pk])


def insert_like(model, row, changes):
    """Whether the database took a copy of a row, with other values in some columns."""
    return _insert(model, row, columns(model), changes, "INSERT")


def replace(model, row, changes):
    """The same for a copy of the same id in its stead, which SQLite knows."""
    return _insert(model, row, model._meta.concrete_fields, changes, "INSERT OR REPLACE")


def _insert(model, row, fields, changes, how):
    values = {
        field.column: field.get_db_prep_save(
            changes.get(field.attname, getattr(row, field.attname)), connection
        )
        for field in fields
    }
    names = ", ".join(f'"{name}"' for name in values)
    marks = ", ".join(["%s"] * len(values))
    table = model._meta.db_table
    return goes_through(f'{how} INTO "{table}" ({names}) VALUES ({marks})', list(values.values()))


def goes_through(statement, values):
    """Whether a statement was taken, with all that the database checks only at the commit."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            connection.check_constraints()
    except DatabaseError:
        return False
    return True
