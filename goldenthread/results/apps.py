"""The results room as Django knows it."""

from django.apps import AppConfig


class ResultsConfig(AppConfig):
    name = "goldenthread.results"
