"""The sources room as Django knows it."""

from django.apps import AppConfig


class SourcesConfig(AppConfig):
    name = "goldenthread.sources"
