"""What every row shares that a version of a plan brought: its place, and whether it still stands."""

from typing import Self

from django.db import models

from goldenthread.people.models.visibility import Row, Scoped
from goldenthread.plans.models.plan import Version


class Brought(models.Model):
    """A row that a version of a plan brought, or a person added later (no `version`).

    `dropped_in` is the version that no longer held it; a row that still stands has none.
    """

    version = models.ForeignKey(
        Version, models.PROTECT, null=True, blank=True, related_name="brought_%(class)s"
    )
    dropped_in = models.ForeignKey(
        Version, models.PROTECT, null=True, blank=True, related_name="dropped_%(class)s"
    )
    source_place = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True


class BroughtRows(Scoped[Row]):
    """Questions about rows that a version brought."""

    def current(self) -> Self:
        """Those that still stand."""
        return self.filter(dropped_in=None)
