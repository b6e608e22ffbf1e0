"""The plan, its versions as the documents brought them, and the parts of a version."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from goldenthread.inspections.models import Judgement
from goldenthread.people.constraints import dates_in_order
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Row, Scoped
from goldenthread.plans.seeing import Sight
from goldenthread.sources.models import Upload


class PlanQuerySet(Scoped["Plan"]):
    """Questions about plans."""

    def visible_to(self, user: User) -> Self:
        """Who sees the whole plan, and partner users with an action of their own in it."""
        sight = Sight(user)
        own = sight.own_actions({"action__plan": "pk"}, authority=self.AUTHORITY)
        return self.filter(sight.plan("pk", authority=self.AUTHORITY) | own)

    def current(self) -> Self:
        """Those that are neither archived nor withdrawn."""
        return self.filter(state=Plan.State.CURRENT)


class OfPlan(Scoped[Row]):
    """Questions about what belongs to a plan, seen by who sees the whole of it."""

    AUTHORITY = "plan__authority"
    PLAN: ClassVar[str] = "plan"

    def visible_to(self, user: User) -> Self:
        return self.filter(Sight(user).plan(self.PLAN, authority=self.AUTHORITY))


class OfVersion(OfPlan[Row]):
    """Questions about what belongs to one version of a plan."""

    AUTHORITY = "version__plan__authority"
    PLAN = "version__plan"


class Plan(models.Model):
    """A plan of actions; its public id ("P1") stays through all its versions.

    `used_on` is when somebody first worked on it. `first_round_closed_on` is when its first
    round of updates closed: until then 'as reported' stands beside 'worked out'.

    CURRENT -> WITHDRAWN while nobody has used it; once used, CURRENT -> ARCHIVED.
    """

    class State(models.TextChoices):
        CURRENT = "current", "Current"
        ARCHIVED = "archived", "Archived"
        WITHDRAWN = "withdrawn", "Withdrawn"

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="plans")
    public_id = models.CharField(max_length=12)
    title = models.CharField(max_length=500)
    state = models.CharField(max_length=10, choices=State.choices, default=State.CURRENT)
    first_round_closed_on = models.DateField(null=True, blank=True)
    used_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = PlanQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["authority", "public_id"], name="plans_plan_public_id_once"
            ),
            models.CheckConstraint(
                name="plans_plan_withdrawn_only_unused",
                condition=~Q(state="withdrawn") | Q(used_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} {self.title}"

    @property
    def current_version(self) -> "Version":
        return self.versions.get(state=Version.State.CURRENT)


class VersionQuerySet(OfPlan["Version"]):
    """Questions about versions of plans."""


class Version(models.Model):
    """A plan as one document brought it. Versions stand side by side, none is overwritten.

    What a version brought names it in `version`, what a later one no longer held names that
    in `dropped_in`. A version that is taken back drops its own rows and lets the others go.

    CURRENT -> REPLACED by the next one and back, if that is WITHDRAWN before any use.
    """

    class State(models.TextChoices):
        CURRENT = "current", "Current"
        REPLACED = "replaced", "Replaced by a later one"
        WITHDRAWN = "withdrawn", "Withdrawn"

    class Precision(models.TextChoices):
        DAY = "day", "to the day"
        MONTH = "month", "to the month"
        UNKNOWN = "unknown", "not known"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=500)
    label = models.CharField(max_length=200, blank=True)
    day = models.DateField(null=True, blank=True)
    day_precision = models.CharField(
        max_length=10, choices=Precision.choices, default=Precision.UNKNOWN
    )
    upload = models.ForeignKey(Upload, models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=10, choices=State.choices, default=State.CURRENT)
    used_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = VersionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "number"], name="plans_version_number_once"),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(state="current"), name="plans_version_one_current"
            ),
            models.CheckConstraint(
                name="plans_version_withdrawn_only_unused",
                condition=~Q(state="withdrawn") | Q(used_on__isnull=True),
            ),
            models.CheckConstraint(
                name="plans_version_day_has_a_precision",
                condition=Q(day__isnull=True, day_precision="unknown")
                | (Q(day__isnull=False) & ~Q(day_precision="unknown")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan.public_id}, version {self.number}"

    @property
    def authority(self) -> Authority:
        return self.plan.authority


class PartQuerySet(OfVersion["Part"]):
    """Questions about parts."""


class Part(models.Model):
    """A part of a version with a title of its own, such as a service area."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="parts")
    order = models.PositiveSmallIntegerField()
    title = models.TextField()
    source_place = models.JSONField(default=dict, blank=True)

    objects = PartQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["version", "order"], name="plans_part_in_order")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def authority(self) -> Authority:
        return self.version.authority


class PlanJudgementQuerySet(OfVersion["PlanJudgement"]):
    """Questions about the grades that plans print."""

    AUTHORITY = "part__version__plan__authority"
    PLAN = "part__version__plan"


class PlanJudgement(models.Model):
    """A grade that a part prints, verbatim; `judgement` is the recorded one that it repeats."""

    part = models.ForeignKey(Part, models.PROTECT, related_name="judgements")
    order = models.PositiveSmallIntegerField()
    label = models.TextField()
    grade_code = models.CharField(max_length=40, blank=True)
    grade_printed = models.TextField(blank=True)
    judgement = models.ForeignKey(
        Judgement, models.PROTECT, null=True, blank=True, related_name="+"
    )
    source_place = models.JSONField(default=dict, blank=True)

    objects = PlanJudgementQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["part", "order"], name="plans_planjudgement_in_order")
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.grade_printed}"

    @property
    def authority(self) -> Authority:
        return self.part.version.authority


class CheckerQuerySet(OfPlan["Checker"]):
    """Questions about who checks a plan."""


class Checker(models.Model):
    """A plan is given to somebody to check its evidence."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="checkers")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    objects = CheckerQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            dates_in_order("plans_checker"),
            models.UniqueConstraint(
                fields=["plan", "user"],
                condition=Q(ended_on__isnull=True),
                name="plans_checker_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan.public_id}: {self.user}"

    @property
    def authority(self) -> Authority:
        return self.plan.authority
