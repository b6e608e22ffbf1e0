"""The inspections room as Django knows it."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from goldenthread.inspections import catalogue


class InspectionsConfig(AppConfig):
    name = "goldenthread.inspections"

    def ready(self) -> None:
        """Have the catalogue loaded whenever the tables were made or emptied."""
        post_migrate.connect(
            catalogue.after_migrate, sender=self, dispatch_uid="inspections.catalogue"
        )
