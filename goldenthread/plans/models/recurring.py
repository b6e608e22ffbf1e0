"""What comes again: how often, in which phase, and each occurrence with its day."""

from collections.abc import Mapping
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.basics.days import without_weekday
from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Scoped
from goldenthread.plans import recurring
from goldenthread.plans.models.delivery import OfActionForGood, day_with_precision
from goldenthread.plans.models.shown import OfAnAction


class RecurrenceQuerySet(OfActionForGood["Recurrence"]):
    """Questions about recurrences."""


class Recurrence(OfAnAction):
    """An action, or a phase of it, comes again: what, how often, from which day and until when.

    `number` is of weeks, where the frequency is every so many. `sample` is how many are looked
    at each time; None means all of them. `printed` is the wording that it was read from.
    `called_off` moves its last day forward, with a reason; another change is another phase.
    """

    class Frequency(models.TextChoices):
        WEEKLY = recurring.WEEKLY, "Every week"
        WEEKS = recurring.WEEKS, "Every so many weeks"
        MONTHLY = recurring.MONTHLY, "Every month"
        QUARTERLY = recurring.QUARTERLY, "Every three months"
        HALF_YEARLY = recurring.HALF_YEARLY, "Twice a year"
        YEARLY = recurring.YEARLY, "Every year"

    what = models.CharField(max_length=300, blank=True)
    frequency = models.CharField(max_length=12, choices=Frequency.choices)
    number = models.PositiveSmallIntegerField(default=1)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)
    sample = models.PositiveIntegerField(null=True, blank=True)
    printed = models.TextField(blank=True)
    called_off_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    called_off_at = models.DateTimeField(null=True, blank=True)
    called_off_why = models.TextField(blank=True)

    objects = RecurrenceQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("plans_recurrence", "called_off"),
            models.CheckConstraint(
                name="plans_recurrence_days_in_order",
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
            ),
            models.CheckConstraint(
                name="plans_recurrence_counts",
                condition=Q(number__gte=1) & (Q(sample__isnull=True) | Q(sample__gte=1)),
            ),
            models.CheckConstraint(
                name="plans_recurrence_called_off_with_a_reason",
                condition=Q(called_off_at__isnull=True, called_off_why="")
                | Q(called_off_at__isnull=False, last_day__isnull=False) & ~Q(called_off_why=""),
            ),
            models.UniqueConstraint(
                fields=["action", "first_day", "frequency", "what"], name="plans_recurrence_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what or self.action}: {self.how_often}"

    @property
    def recurs(self) -> recurring.Recurs:
        """As the rule takes it."""
        return recurring.Recurs(
            frequency=self.frequency,
            number=self.number,
            first_day=self.first_day,
            last_day=self.last_day,
        )

    @property
    def how_often(self) -> str:
        """'every month' or 'every 6 weeks'."""
        if self.frequency == recurring.WEEKS:
            return f"every {self.number} weeks"
        return self.get_frequency_display().lower()


class DatedOccurrenceQuerySet(Scoped["DatedOccurrence"]):
    """Questions about dated occurrences."""

    AUTHORITY = "recurrence__action__plan__authority"

    def visible_to(self, user: User) -> Self:
        return self.filter(recurrence__in=Recurrence.objects.visible_to(user))

    def expected(self) -> Self:
        """Those of which nobody has said what was made of them."""
        return self.filter(state=recurring.EXPECTED)


class DatedOccurrence(models.Model):
    """One time that an action comes again: its day, the day that counts, what was made of it.

    `due` is `day`, unless the council's rule moved it, as `note` says.

    EXPECTED <-> DONE, MISSED or EXCUSED; MISSED -> DONE or EXCUSED; EXPECTED -> CALLED OFF.
    """

    class State(models.TextChoices):
        EXPECTED = recurring.EXPECTED, "Expected"
        DONE = recurring.DONE, "Done"
        MISSED = recurring.MISSED, "Missed"
        EXCUSED = recurring.EXCUSED, "Excused"
        CALLED_OFF = recurring.CALLED_OFF, "Called off"

    recurrence = models.ForeignKey(Recurrence, models.PROTECT, related_name="occurrences")
    day = models.DateField()
    due = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.EXPECTED)
    done_on = models.DateField(null=True, blank=True)
    done_precision = models.CharField(max_length=10, blank=True)
    why = models.TextField(blank=True)
    said_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    said_at = models.DateTimeField(null=True, blank=True)

    objects = DatedOccurrenceQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("plans_datedoccurrence", "said"),
            models.UniqueConstraint(
                fields=["recurrence", "day"], name="plans_datedoccurrence_once_a_day"
            ),
            models.CheckConstraint(
                name="plans_datedoccurrence_done_has_a_date",
                condition=Q(state="done", done_on__isnull=False)
                | ~Q(state="done") & Q(done_on__isnull=True),
            ),
            models.CheckConstraint(
                name="plans_datedoccurrence_date_has_a_precision",
                condition=day_with_precision("done_on", "done_precision"),
            ),
            models.CheckConstraint(
                name="plans_datedoccurrence_said_by_somebody",
                condition=Q(state="expected") | Q(said_by__isnull=False),
            ),
            models.CheckConstraint(
                name="plans_datedoccurrence_has_a_reason",
                condition=~Q(state__in=("missed", "excused", "called off")) | ~Q(why=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.recurrence}, {without_weekday(self.due)}"

    @property
    def authority(self) -> Authority:
        return self.recurrence.action.plan.authority

    @property
    def action_id(self) -> int:
        """The action that it is of."""
        return self.recurrence.action_id

    @property
    def held(self) -> recurring.Held:
        """As the rules take it."""
        return recurring.Held(self.due, self.state, self.done_on)


_State = DatedOccurrence.State
# What may follow on each state; to be expected again is to take back what was said.
NEXT: Mapping[str, frozenset[str]] = {
    _State.EXPECTED: frozenset({_State.DONE, _State.MISSED, _State.EXCUSED, _State.CALLED_OFF}),
    _State.DONE: frozenset({_State.EXPECTED}),
    _State.MISSED: frozenset({_State.DONE, _State.EXCUSED, _State.EXPECTED}),
    _State.EXCUSED: frozenset({_State.EXPECTED}),
    _State.CALLED_OFF: frozenset(),
}
