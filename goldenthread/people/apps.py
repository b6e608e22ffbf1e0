"""The people room as Django knows it."""

from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.module_loading import autodiscover_modules

from goldenthread.people.remembering import forget


class PeopleConfig(AppConfig):
    name = "goldenthread.people"

    def ready(self) -> None:
        """Gather what every room may do and which work it leaves to the worker."""
        autodiscover_modules("verbs", "jobs", "mailing", "verification")
        for model in ("people.RoleHolding", "people.User"):
            post_save.connect(forget, sender=model)
            post_delete.connect(forget, sender=model)
