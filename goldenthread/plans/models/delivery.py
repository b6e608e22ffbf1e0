"""How far an action is: its step of delivery, milestones, moved deadlines and what it waits for."""

from collections.abc import Mapping
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.inspections.models import Inspection
from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, Person, User
from goldenthread.people.models.visibility import Row, Scoped
from goldenthread.plans.models.actions import Action
from goldenthread.plans.models.items import Item
from goldenthread.plans.models.plan import OfPlan, Plan
from goldenthread.plans.models.printed import AsReported
from goldenthread.plans.models.told import Deadline, Update
from goldenthread.plans.seeing import Sight

TO_THE_DAY = ("day", "month")


def day_with_precision(day: str, precision: str) -> Q:
    """A day is there exactly when its precision is."""
    return Q(**{f"{day}__isnull": True, precision: ""}) | Q(
        **{f"{day}__isnull": False, f"{precision}__in": TO_THE_DAY}
    )


class OfActionForGood(Scoped[Row]):
    """Questions about what people add to an action; no version of a document drops it."""

    AUTHORITY = "action__plan__authority"

    def visible_to(self, user: User) -> Self:
        sight = Sight(user)
        own = sight.own_actions({"action": "action"}, authority=self.AUTHORITY)
        return self.filter(sight.plan("action__plan", authority=self.AUTHORITY) | own)


class DeliveryQuerySet(OfActionForGood["Delivery"]):
    """Questions about steps of delivery."""


class Delivery(models.Model):
    """The step of delivery at which an action stands; an action without a row is not started.

    `completed_on` is the last day of the month where the precision is a month, or the day on
    which it was said within that month. `taken_from`
    is the claim of a document that a person took over. `way_forward` is also the decision
    on what has not progressed. `review` is what the review found that closed an action of the
    kind 'sustained'.

    TO BE AGREED -> NOT STARTED -> IN PROGRESS <-> BLOCKED; each -> SUPERSEDED; what has begun
    -> DONE or INEFFECTIVE; reopened, the last three -> IN PROGRESS.
    """

    class State(models.TextChoices):
        TO_BE_AGREED = "to be agreed", "To be agreed"
        NOT_STARTED = "not started", "Not started"
        IN_PROGRESS = "in progress", "In progress"
        BLOCKED = "blocked", "Blocked"
        DONE = "done", "Done"
        SUPERSEDED = "superseded", "Superseded"
        INEFFECTIVE = "ineffective", "Ineffective"

    action = models.OneToOneField(Action, models.PROTECT, related_name="delivery")
    state = models.CharField(max_length=20, choices=State.choices, default=State.NOT_STARTED)
    starts_on = models.DateField(null=True, blank=True)
    why = models.TextField(blank=True)
    blocked_on = models.TextField(blank=True)
    chase_on = models.DateField(null=True, blank=True)
    way_forward = models.TextField(blank=True)
    completed_on = models.DateField(null=True, blank=True)
    completed_precision = models.CharField(max_length=10, blank=True)
    review = models.TextField(blank=True)
    taken_from = models.ForeignKey(
        AsReported, models.PROTECT, null=True, blank=True, related_name="+"
    )
    replaced_by = models.ForeignKey(
        Action, models.PROTECT, null=True, blank=True, related_name="replaces"
    )

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "deliveries"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="plans_delivery_done_has_a_date",
                condition=Q(state="done", completed_on__isnull=False)
                | ~Q(state="done") & Q(completed_on__isnull=True),
            ),
            models.CheckConstraint(
                name="plans_delivery_date_has_a_precision",
                condition=day_with_precision("completed_on", "completed_precision"),
            ),
            models.CheckConstraint(
                name="plans_delivery_not_done_before_start",
                condition=Q(starts_on__isnull=True)
                | Q(completed_on__isnull=True)
                | Q(completed_on__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="plans_delivery_blocked_on_somebody",
                condition=~Q(state="blocked")
                | ~Q(blocked_on="") & ~Q(why="") & Q(chase_on__isnull=False),
            ),
            models.CheckConstraint(
                name="plans_delivery_replaced_by_another",
                condition=Q(state__in=("superseded", "ineffective"), replaced_by__isnull=False)
                & ~Q(why="")
                & ~Q(replaced_by=F("action"))
                | ~Q(state__in=("superseded", "ineffective")) & Q(replaced_by__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action}: {self.get_state_display().lower()}"

    @property
    def authority(self) -> Authority:
        return self.action.plan.authority


_State = Delivery.State
# What may follow on each state. A step to the same state changes its reason or its day.
STEPS: Mapping[str, frozenset[str]] = {
    _State.TO_BE_AGREED: frozenset({_State.NOT_STARTED, _State.IN_PROGRESS, _State.SUPERSEDED}),
    _State.NOT_STARTED: frozenset(_State) - {_State.INEFFECTIVE},
    _State.IN_PROGRESS: frozenset(_State) - {_State.TO_BE_AGREED},
    _State.BLOCKED: frozenset(_State) - {_State.TO_BE_AGREED, _State.NOT_STARTED},
    _State.DONE: frozenset({_State.IN_PROGRESS, _State.SUPERSEDED, _State.INEFFECTIVE}),
    _State.SUPERSEDED: frozenset({_State.IN_PROGRESS}),
    _State.INEFFECTIVE: frozenset({_State.IN_PROGRESS}),
}


class MilestoneQuerySet(OfActionForGood["Milestone"]):
    """Questions about milestones."""


class Milestone(models.Model):
    """A step inside an action with a day of its own: completed by January, implemented by April.

    `anchor` is the day of the update from which "within 4 weeks" was counted.
    """

    class Kind(models.TextChoices):
        COMPLETE = "complete", "Complete by"
        IMPLEMENT = "implement", "Implement by"
        OTHER = "other", "Other"

    action = models.ForeignKey(Action, models.PROTECT, related_name="milestones")
    update = models.ForeignKey(
        Update, models.PROTECT, null=True, blank=True, related_name="milestones"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.OTHER)
    text = models.TextField(blank=True)
    printed = models.TextField(blank=True)
    due = models.DateField()
    precision = models.CharField(max_length=20)
    anchor = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done_precision = models.CharField(max_length=10, blank=True)

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="plans_milestone_date_has_a_precision",
                condition=day_with_precision("done_on", "done_precision"),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text or self.get_kind_display()}: {self.printed or self.due}"

    @property
    def authority(self) -> Authority:
        return self.action.plan.authority


class DeadlineMoveQuerySet(OfActionForGood["DeadlineMove"]):
    """Questions about moved deadlines."""

    def agreed(self) -> "DeadlineMoveQuerySet":
        """Extensions that somebody approved, the latest first."""
        return self.filter(kind="agreed", state="approved").order_by("-pk")


class DeadlineMove(models.Model):
    """A deadline is forecast or agreed for another day; the original stays in `Deadline`.

    `before` is the day that counted until then (None where there was none), `cause` why it
    slips. A forecast is the lead's own and needs nobody. An extension is asked for, and
    approved or refused by somebody else.

    ASKED -> APPROVED or REFUSED; a forecast is SAID.
    """

    class Kind(models.TextChoices):
        FORECAST = "forecast", "Forecast"
        AGREED = "agreed", "Extension"

    class State(models.TextChoices):
        SAID = "said", "Said"
        ASKED = "asked", "Asked for"
        APPROVED = "approved", "Approved"
        REFUSED = "refused", "Refused"

    class Cause(models.TextChoices):
        DEMAND = "demand", "Demand"
        CAPACITY = "capacity", "Capacity"
        INSPECTION = "inspection", "Inspection activity"
        SYSTEM = "system", "A system"
        PARTNER = "partner", "A partner"
        RECRUITMENT = "recruitment", "Recruitment"
        CONSULTATION = "consultation", "Consultation"
        OTHER = "other", "Another cause"

    action = models.ForeignKey(Action, models.PROTECT, related_name="moves")
    item = models.ForeignKey(Item, models.PROTECT, null=True, blank=True, related_name="moves")
    milestone = models.ForeignKey(
        Milestone, models.PROTECT, null=True, blank=True, related_name="moves"
    )
    update = models.ForeignKey(Update, models.PROTECT, null=True, blank=True, related_name="moves")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    state = models.CharField(max_length=10, choices=State.choices)
    before = models.DateField(null=True, blank=True)
    to = models.DateField()
    precision = models.CharField(max_length=10, default="day")
    cause = models.CharField(max_length=20, choices=Cause.choices, blank=True)
    inspection = models.ForeignKey(
        Inspection, models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.TextField(blank=True)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    for_whom = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    decision = models.TextField(blank=True)

    objects = DeadlineMoveQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("plans_deadlinemove", "decided"),
            models.CheckConstraint(
                name="plans_deadlinemove_decided_by_somebody_else",
                condition=Q(kind="forecast", state="said", decided_by__isnull=True)
                | Q(kind="agreed", state="asked", decided_by__isnull=True)
                | Q(kind="agreed", state__in=("approved", "refused"), decided_by__isnull=False)
                & ~Q(decided_by=F("asked_by")),
            ),
            models.CheckConstraint(
                name="plans_deadlinemove_later_has_a_cause",
                condition=Q(before__isnull=True) | Q(to__lte=F("before")) | ~Q(cause=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.action}: {self.to}"

    @property
    def authority(self) -> Authority:
        return self.action.plan.authority

    @property
    def slip_days(self) -> int | None:
        """How many days later (earlier when negative); None where no day stood before."""
        return (self.to - self.before).days if self.before else None


class EventQuerySet(OfPlan["Event"]):
    """Questions about events."""


class Event(models.Model):
    """Something that deadlines wait for: a forum's meeting, a visit. `day` once it is known."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="events")
    name = models.CharField(max_length=300)
    printed = models.TextField(blank=True)
    day = models.DateField(null=True, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "name"], name="plans_event_named_once")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def authority(self) -> Authority:
        return self.plan.authority


class EventDeadlineQuerySet(OfPlan["EventDeadline"]):
    """Questions about deadlines that hang on events."""

    AUTHORITY = "event__plan__authority"
    PLAN = "event__plan"


class EventDeadline(models.Model):
    """A deadline is a number of days after an event, before it when negative."""

    deadline = models.OneToOneField(Deadline, models.PROTECT, related_name="awaits")
    event = models.ForeignKey(Event, models.PROTECT, related_name="deadlines")
    days_after = models.SmallIntegerField(default=0)

    objects = EventDeadlineQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.deadline}, {self.days_after} days after {self.event}"

    @property
    def authority(self) -> Authority:
        return self.event.plan.authority


class DependencyQuerySet(OfActionForGood["Dependency"]):
    """Questions about which action needs which."""


class Dependency(models.Model):
    """An action needs another one first: the tool before the audit."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="dependencies")
    needs = models.ForeignKey(Action, models.PROTECT, related_name="needed_by")

    objects = DependencyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "dependencies"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["action", "needs"], name="plans_dependency_once"),
            models.CheckConstraint(
                name="plans_dependency_of_another", condition=~Q(action=F("needs"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} needs {self.needs}"

    @property
    def authority(self) -> Authority:
        return self.action.plan.authority
