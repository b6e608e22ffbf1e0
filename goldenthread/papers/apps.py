"""The papers room as Django knows it."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate

from goldenthread.papers import triggers


class PapersConfig(AppConfig):
    name = "goldenthread.papers"

    def ready(self) -> None:
        """Keep the database's own rules around every migration, of whatever room."""
        pre_migrate.connect(_without_triggers, sender=self)
        post_migrate.connect(_with_triggers, sender=self)


def _without_triggers(using: str, **_: Any) -> None:
    triggers.drop(connections[using])


def _with_triggers(using: str, **_: Any) -> None:
    triggers.create(connections[using])
