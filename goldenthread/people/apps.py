"""The people room as Django knows it."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_delete, post_migrate, post_save
from django.utils.module_loading import autodiscover_modules

from goldenthread.people import searching
from goldenthread.people.remembering import forget


class PeopleConfig(AppConfig):
    name = "goldenthread.people"

    def ready(self) -> None:
        """Gather what every room may do, which work it leaves to the worker and what a search finds."""
        autodiscover_modules("verbs", "jobs", "mailing", "verification", "searched")
        post_migrate.connect(_with_indexes, sender=self)
        for model in ("people.RoleHolding", "people.User"):
            post_save.connect(forget, sender=model)
            post_delete.connect(forget, sender=model)


def _with_indexes(using: str, **_: Any) -> None:
    """A migration may make a table that a search reads, and SQLite forgets a table's triggers."""
    searching.put(connections[using])
