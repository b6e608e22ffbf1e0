"""The people room as Django knows it."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class PeopleConfig(AppConfig):
    name = "goldenthread.people"

    def ready(self) -> None:
        """Gather what every room may do and which work it leaves to the worker."""
        autodiscover_modules("verbs", "jobs", "mailing", "verification")
