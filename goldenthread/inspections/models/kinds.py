"""The open list of types of inspection: announced, unannounced, thematic, and what a council adds."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Scoped, holds_role
from goldenthread.people.roles import COLLEAGUES


class InspectionTypeQuerySet(Scoped["InspectionType"]):
    """Questions about types of inspection."""

    def visible_to(self, user: User) -> Self:
        return self.filter(Q(authority__isnull=True) | holds_role(user, COLLEAGUES))


class InspectionType(models.Model):
    """A type of inspection; those that the program ships belong to no authority.

    `wordings` are how reports print it, lower case.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, null=True, blank=True)
    code = models.CharField(max_length=60)
    label = models.CharField(max_length=200)
    wordings = models.JSONField(default=list, blank=True)

    objects = InspectionTypeQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["code"],
                condition=Q(authority__isnull=True),
                name="inspections_inspectiontype_shipped_once",
            ),
            models.UniqueConstraint(
                "authority", Lower("label"), name="inspections_inspectiontype_labelled_once"
            ),
        ]

    def __str__(self) -> str:
        return self.label
