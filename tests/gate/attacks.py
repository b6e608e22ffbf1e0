"""Every single change that one statement can make to the room's tables, tried and taken back."""

from django.db import DatabaseError, connection, transaction

from goldenthread.basics.errors import UserFacingError
from goldenthread.plans.models import Check, EvidenceLink
from tests.gate import evidence, raw


def attack(walk, draw):
    """One statement against one row of one table; then everything that must still hold.

    Nothing of it remains, whether the database took it or not.
    """
    models = [model for model in raw.tables() if model.objects.exists()]
    model = models[draw(len(models))]
    rows = list(model.objects.order_by("pk"))
    row = rows[draw(len(rows))]
    field = raw.columns(model)[draw(len(raw.columns(model)))]
    values = raw.other_values(model, field, row)
    how = draw(4 if connection.vendor == "sqlite" else 3)
    with raw.taken_back():
        if how == 0:
            taken, what = raw.delete(model, row), "deleted"
        elif not values:
            return
        elif how == 1:
            value = values[draw(len(values))]
            taken, what = raw.update(model, row, field, value), f"{field.attname} = {value}"
        else:
            value = values[draw(len(values))]
            write = raw.insert_like if how == 2 else raw.replace
            taken, what = write(model, row, {field.attname: value}), f"{field.attname} = {value}"
        if taken:
            still_holds(walk, f"{model._meta.db_table} {row.pk} by way {how}: {what}", model, how)


def still_holds(walk, what, model, how):
    added = model is Check and how == 2
    if added:
        newest = Check.objects.order_by("-pk").first()
        version, test = walk.links[newest.link_id]
        name = newest.by.name
        why = walk.book.conflicts(name, test, version) if name in walk.village.users else ["system"]
        assert why == [] or newest.outcome != "accepted", f"{what}: {name} {why}"
        return
    assert walk.shown() <= walk.bearable(), what
    for link in EvidenceLink.objects.order_by("-pk")[:2]:
        if link.pk in walk.links:
            nobody_in_the_way_gets_through(walk, link, what)


def nobody_in_the_way_gets_through(walk, link, what):
    version, test = walk.links[link.pk]
    for name, user in walk.village.users.items():
        if walk.book.conflicts(name, test, version):
            assert not _accepts(link, user), f"{what}; then {name} accepted {link}"


def _accepts(link, user):
    try:
        with transaction.atomic():
            evidence.accept(link=link, by=user)
            return True
    except (UserFacingError, DatabaseError):
        return False
