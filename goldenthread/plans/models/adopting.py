"""A plan that was adopted from elsewhere: whose, what of it applies here, who decided so."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, User
from goldenthread.plans.models.actions import Action
from goldenthread.plans.models.plan import OfPlan, Plan


class AdoptionQuerySet(OfPlan["Adoption"]):
    """Questions about plans adopted from elsewhere."""

    def current(self) -> Self:
        """Those that nobody has removed."""
        return self.filter(removed_at=None)


class Adoption(models.Model):
    """A plan, or one action of it, takes over what another plan says.

    `title` is what the other plan is called, `whose` the council or body that it is of,
    `inspection` what it followed; `source` is the plan itself where it is one of this
    authority. `applies` says what of it applies here and why, `changed` what was changed on
    adopting. Without `action` the whole plan was adopted.

    PROPOSED -> ADOPTED, with its day and who decided; either -> REMOVED, with a reason.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="adoptions")
    action = models.ForeignKey(
        Action, models.PROTECT, null=True, blank=True, related_name="adoptions"
    )
    source = models.ForeignKey(
        Plan, models.PROTECT, null=True, blank=True, related_name="adopted_by"
    )
    title = models.CharField(max_length=500)
    whose = models.CharField(max_length=300)
    inspection = models.CharField(max_length=300, blank=True)
    applies = models.TextField()
    adopted_on = models.DateField(null=True, blank=True)
    decided_by = models.CharField(max_length=300, blank=True)
    changed = models.TextField(blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    removed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    removed_at = models.DateTimeField(null=True, blank=True)

    objects = AdoptionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("plans_adoption", "removed"),
            models.CheckConstraint(
                name="plans_adoption_says_what_and_whose",
                condition=~Q(title="") & ~Q(whose="") & ~Q(applies=""),
            ),
            models.CheckConstraint(
                name="plans_adoption_is_decided_by_somebody",
                condition=Q(adopted_on__isnull=True, decided_by="", changed="")
                | Q(adopted_on__isnull=False) & ~Q(decided_by="") & ~Q(changed=""),
            ),
            models.CheckConstraint(
                name="plans_adoption_of_another_plan",
                condition=Q(source__isnull=True) | ~Q(source=models.F("plan")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.whose})"

    @property
    def authority(self) -> Authority:
        return self.plan.authority
