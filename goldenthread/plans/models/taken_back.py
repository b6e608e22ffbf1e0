"""Updates that were taken back by who entered them, soon after."""

from typing import Self

from django.db import models

from goldenthread.people.models import Authority, User
from goldenthread.plans.models.told import Update


class TakenBackQuerySet(models.QuerySet["TakenBack"]):
    """Questions about what was taken back."""

    def visible_to(self, user: User) -> Self:
        """Who sees the update."""
        return self.filter(of__in=Update.objects.visible_to(user).values("pk"))


class TakenBack(models.Model):
    """An update counts no longer: it stays as it was, and is shown as taken back."""

    of = models.OneToOneField(Update, models.PROTECT, related_name="taken_back")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = TakenBackQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "taken back"

    def __str__(self) -> str:
        return f"Taken back: {self.of}"

    @property
    def authority(self) -> Authority:
        return self.of.authority
