"""Loads of children's data, and the councils' own rules that figures ask for."""

from datetime import datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Scoped, holds_role
from goldenthread.people.roles import Role

# Who loads what the council holds about children, and sees what a load said about itself.
LOADERS = frozenset({Role.ANALYST, Role.IMPROVEMENT_OFFICER})
READERS = LOADERS | {Role.STRATEGIC_LEAD, Role.DIRECTOR}


class LoadQuerySet(Scoped["Load"]):
    """Questions about loads."""

    def visible_to(self, user: User) -> Self:
        """Those who load and those who answer for the service see what a load said of itself."""
        return self.filter(holds_role(user, READERS))

    def known_on(self, moment: datetime) -> Self:
        """The loads that were there at a moment and had not been withdrawn by then."""
        standing = Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gt=moment)
        return self.filter(standing, loaded_at__lte=moment)

    def newest_first(self) -> Self:
        """The newest word first: by the day that the data are of, as given and as the files say,
        then by when it came.
        """
        return self.order_by("-as_at", F("files_of").desc(nulls_last=True), "-pk")


class LocalRuleQuerySet(Scoped["LocalRule"]):
    """Questions about local rules."""

    def visible_to(self, user: User) -> Self:
        return self.filter(holds_role(user, READERS))


class Load(models.Model):
    """Extracts of one format that were taken in together, as tables that never change again.

    STANDING -> WITHDRAWN, and STANDING -> REDUCED when its children are no longer kept.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    form = models.CharField(max_length=30)
    as_at = models.DateField()
    # The day that the files themselves say they are of, where they do.
    files_of = models.DateField(null=True, blank=True)
    complete_from = models.DateField(null=True, blank=True)
    # Name (screened), size and SHA-256 of each file; rows and SHA-256 of each table; the counts.
    files = models.JSONField(default=list)
    tables = models.JSONField(default=dict)
    accounts = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    faults = models.PositiveIntegerField(default=0)
    folder = models.CharField(max_length=40)
    loaded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    loaded_at = models.DateTimeField(default=timezone.now)
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    why_withdrawn = models.TextField(blank=True)
    reduced_at = models.DateTimeField(null=True)

    objects = LoadQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("sources_load", "withdrawn"),
            models.UniqueConstraint(fields=["folder"], name="sources_load_folder_of_its_own"),
            models.CheckConstraint(
                name="sources_load_withdrawn_with_a_reason",
                condition=Q(withdrawn_at__isnull=True, why_withdrawn="")
                | Q(withdrawn_at__isnull=False) & ~Q(why_withdrawn=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.form} as at {self.as_at.isoformat()}"


class LocalRule(models.Model):
    """A council's own rule from a day on, such as the days between visits; the next ends it.

    A rule without a value says that from that day the council has none.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    rule = models.CharField(max_length=60)
    value = models.FloatField(null=True, blank=True)
    from_day = models.DateField()

    objects = LocalRuleQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["authority", "rule", "from_day"], name="sources_localrule_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule} from {self.from_day.isoformat()}"
