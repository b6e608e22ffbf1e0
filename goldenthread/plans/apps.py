"""The plans room as Django knows it."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "goldenthread.plans"
