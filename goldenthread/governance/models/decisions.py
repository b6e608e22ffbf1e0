"""What a meeting decided, and what was agreed to be done next; extracts taken as evidence."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from goldenthread.governance.models.forums import OfForum
from goldenthread.governance.models.meetings import AgendaItem, OfMeeting
from goldenthread.people.constraints import dates_in_order, together
from goldenthread.people.models import Authority, Person, Team, User
from goldenthread.people.models.visibility import Row
from goldenthread.plans.models import Action, Evidence
from goldenthread.sources.models import Upload


class OfItem(OfMeeting[Row]):
    """Questions about what belongs to an item of an agenda."""

    AUTHORITY = "item__meeting__forum__authority"
    MEETING = "item__meeting"


class DecisionQuerySet(OfItem["Decision"]):
    """Questions about decisions."""


class Decision(models.Model):
    """What was decided under an item, in words; what follows of it is in its resolutions."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = DecisionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["item", "number"], name="governance_decision_once"),
            models.CheckConstraint(name="governance_decision_says_it", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def authority(self) -> Authority:
        return self.item.authority


class ResolutionQuerySet(OfMeeting["Resolution"]):
    """Questions about resolutions."""

    AUTHORITY = "decision__item__meeting__forum__authority"
    MEETING = "decision__item__meeting"

    def open(self) -> Self:
        return self.filter(done_at=None)


class Resolution(models.Model):
    """One thing that a decision resolves, followed by itself until it is carried out.

    `action` is the action that it is about, which shows it.
    """

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="resolutions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    action = models.ForeignKey(
        Action, models.PROTECT, null=True, blank=True, related_name="resolutions"
    )
    due_on = models.DateField(null=True, blank=True)
    done_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)
    done_words = models.TextField(blank=True)

    objects = ResolutionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("governance_resolution", "done"),
            models.UniqueConstraint(
                fields=["decision", "number"], name="governance_resolution_once"
            ),
            models.CheckConstraint(name="governance_resolution_says_it", condition=~Q(text="")),
            models.CheckConstraint(
                name="governance_resolution_done_in_words",
                condition=Q(done_at__isnull=True, done_words="")
                | Q(done_at__isnull=False) & ~Q(done_words=""),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def authority(self) -> Authority:
        return self.decision.authority


class NextStepQuerySet(OfItem["NextStep"]):
    """Questions about agreed next steps."""

    def visible_to(self, user: User) -> Self:
        """As the meeting, and whoever is to do it."""
        own = self.filter(lead__user=user).values("pk")
        seen = super().visible_to(user).values("pk")
        return self.filter(Q(pk__in=seen) | Q(pk__in=own))

    def open(self) -> Self:
        """Those that nobody has said are done, and that did not become an action of a plan."""
        return self.filter(done_at=None, action=None)


class NextStep(models.Model):
    """What a meeting agreed that somebody does next, by when; or the action that it became."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="next_steps")
    text = models.TextField()
    lead = models.ForeignKey(Person, models.PROTECT, related_name="next_steps")
    due_on = models.DateField()
    action = models.ForeignKey(
        Action, models.PROTECT, null=True, blank=True, related_name="next_steps"
    )
    done_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)
    done_words = models.TextField(blank=True)

    objects = NextStepQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("governance_nextstep", "done"),
            models.CheckConstraint(name="governance_nextstep_says_it", condition=~Q(text="")),
            models.CheckConstraint(
                name="governance_nextstep_done_in_words",
                condition=Q(done_at__isnull=True, done_words="")
                | Q(done_at__isnull=False) & ~Q(done_words=""),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def authority(self) -> Authority:
        return self.item.authority


class ExtractQuerySet(OfItem["Extract"]):
    """Questions about extracts of minutes."""


class Extract(models.Model):
    """A part of a minute that was filed as evidence; the evidence holds its own frozen copy."""

    item = models.ForeignKey(AgendaItem, models.PROTECT, related_name="extracts")
    evidence = models.OneToOneField(Evidence, models.PROTECT, related_name="minuted_in")
    taken_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    objects = ExtractQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.evidence} of {self.item}"

    @property
    def authority(self) -> Authority:
        return self.item.authority


class CascadeQuerySet(OfForum["Cascade"]):
    """Questions about themes that every team is to talk about."""


class Cascade(models.Model):
    """A theme that each of these teams is to have on a team meeting of its own."""

    forum = models.ForeignKey("governance.Forum", models.PROTECT, related_name="cascades")
    theme = models.CharField(max_length=300)
    teams = models.ManyToManyField(Team, related_name="cascades")
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    objects = CascadeQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            dates_in_order("governance_cascade"),
            models.UniqueConstraint(
                "forum",
                Lower("theme"),
                condition=Q(ended_on__isnull=True),
                name="governance_cascade_once_at_a_time",
            ),
            models.CheckConstraint(name="governance_cascade_says_it", condition=~Q(theme="")),
        ]

    def __str__(self) -> str:
        return self.theme

    @property
    def authority(self) -> Authority:
        return self.forum.authority


class CascadeHeldQuerySet(OfForum["CascadeHeld"]):
    """Questions about which team has talked about a theme."""

    AUTHORITY = "cascade__forum__authority"
    FORUM = "cascade__forum"


class CascadeHeld(models.Model):
    """A team has talked about a theme on a day; its minute is in words, a file, or both."""

    cascade = models.ForeignKey(Cascade, models.PROTECT, related_name="held")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    day = models.DateField()
    minute = models.TextField(blank=True)
    upload = models.ForeignKey(Upload, models.PROTECT, null=True, blank=True, related_name="+")
    recorded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = CascadeHeldQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "cascades held"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["cascade", "team"], name="governance_cascadeheld_once_a_team"
            ),
            models.CheckConstraint(
                name="governance_cascadeheld_has_a_minute",
                condition=~Q(minute="") | Q(upload__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.team}: {self.cascade}"

    @property
    def authority(self) -> Authority:
        return self.cascade.authority
