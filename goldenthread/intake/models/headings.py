"""Headings of plans that people matched by hand, remembered for the next file of the council."""

from typing import ClassVar

from django.db import models
from django.utils import timezone

from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Scoped


class HeadingMemoryQuerySet(Scoped["HeadingMemory"]):
    """Questions about remembered headings."""


class HeadingMemory(models.Model):
    """A heading as an authority prints it, and which column of a plan it stands for.

    `folded` is the heading in lower-case words; a later choice replaces an earlier one.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="headings")
    printed = models.CharField(max_length=200)
    folded = models.CharField(max_length=200)
    field = models.CharField(max_length=40)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = HeadingMemoryQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["authority", "folded"], name="intake_headingmemory_remembered_once"
            )
        ]

    def __str__(self) -> str:
        return f"“{self.printed}” is {self.field}"
