"""A test with evidence changes only when somebody else approves it."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Scoped
from goldenthread.plans.models.plan import Plan
from goldenthread.plans.models.told import Test


class ReopeningQuerySet(Scoped["Reopening"]):
    """Questions about tests that are to change though evidence is filed."""

    AUTHORITY = "plan__authority"

    def visible_to(self, user: User) -> Self:
        tests = Test.objects.visible_to(user).filter(pk=OuterRef("test"))
        return self.filter(Exists(tests))

    def waiting(self) -> Self:
        return self.filter(approved_at=None, refused_at=None)


class Reopening(models.Model):
    """A test is to change though evidence is filed: the new words, and who else approved.

    `drops` asks for the test to be taken away. WAITING -> APPROVED by somebody else, which
    changes the test at once and ends every earlier acceptance, or -> REFUSED.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="reopenings")
    test = models.ForeignKey(Test, models.PROTECT, related_name="reopenings")
    text = models.TextField()
    kind = models.CharField(max_length=20, choices=Test.Kind.choices)
    quantity = models.PositiveIntegerField(null=True, blank=True)
    unit = models.CharField(max_length=200, blank=True)
    aim = models.JSONField(default=dict, blank=True)
    drops = models.BooleanField(default=False)
    edition = models.PositiveSmallIntegerField()
    why = models.TextField()
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    refused_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    refused_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(blank=True)

    objects = ReopeningQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("plans_reopening", "approved"),
            together("plans_reopening", "refused"),
            models.CheckConstraint(
                name="plans_reopening_approved_by_another",
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("asked_by")),
            ),
            models.CheckConstraint(
                name="plans_reopening_approved_or_refused",
                condition=Q(approved_at__isnull=True) | Q(refused_at__isnull=True),
            ),
            models.CheckConstraint(name="plans_reopening_says_why", condition=~Q(why="")),
            models.UniqueConstraint(
                fields=["test"],
                condition=Q(approved_at__isnull=True, refused_at__isnull=True),
                name="plans_reopening_one_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"Reopening of {self.test}"

    @property
    def authority(self) -> Authority:
        return self.plan.authority
