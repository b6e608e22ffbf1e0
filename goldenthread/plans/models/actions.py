"""Actions, the items they serve, who stands in them, and what they point to."""

from datetime import date
from typing import Any, ClassVar, Self

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q

from goldenthread.people.constraints import dates_in_order
from goldenthread.people.models import (
    Authority,
    PartnerOrganisation,
    Person,
    Post,
    Team,
    User,
)
from goldenthread.people.models.holdings import covers
from goldenthread.people.models.visibility import Row
from goldenthread.plans.models.items import Item
from goldenthread.plans.models.plan import OfPlan, Plan
from goldenthread.plans.models.rows import Brought, BroughtRows
from goldenthread.plans.seeing import Sight


class WorkstreamQuerySet(OfPlan["Workstream"]):
    """Questions about workstreams."""


class Workstream(models.Model):
    """A label under which actions are reported together."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="workstreams")
    name = models.CharField(max_length=200)

    objects = WorkstreamQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "name"], name="plans_workstream_named_once")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def authority(self) -> Authority:
        return self.plan.authority


class ActionQuerySet(BroughtRows["Action"]):
    """Questions about actions."""

    AUTHORITY = "plan__authority"

    def visible_to(self, user: User) -> Self:
        """Who sees the plan; partner users their own organisation's actions."""
        sight = Sight(user)
        own = sight.own_actions({"action": "pk"}, authority=self.AUTHORITY)
        return self.filter(sight.plan("plan", authority=self.AUTHORITY) | own)

    def in_force(self) -> Self:
        """Those that still stand, in plans that are neither archived nor withdrawn."""
        return self.current().filter(plan__state=Plan.State.CURRENT)

    def without_lead(self) -> Self:
        """Those that nobody is accountable for; a row that points elsewhere is led there."""
        return self.filter(~Exists(_now(Standing.Rank.LEAD)), same_as=None)

    def jointly_led(self) -> Self:
        """Those with co-leads beside the accountable lead, or without one."""
        return self.filter(Exists(_now(Standing.Rank.CO_LEAD)))

    def worked_on(self) -> Self:
        """Those on which something hangs that a row pointing elsewhere would hide."""
        of_action = ("Delivery", "Update", "DeadlineMove", "PracticePeriod", "Impact", "Recurrence")
        hanging = Q(Exists(_hanging("EvidenceLink", test__action=OuterRef("pk"))))
        for name in (*of_action, "JudgedStatus"):
            hanging |= Q(Exists(_hanging(name, action=OuterRef("pk"))))
        dated = {"action": OuterRef("pk"), "dropped_in": None, "due__isnull": False}
        return self.filter(hanging | Q(Exists(_hanging("Deadline", **dated))))

    def without_test(self) -> Self:
        """Those that name nothing that will show them; a row that points elsewhere is shown there.

        A test of the item as a whole is no test of its actions.
        """
        tested = Action.objects.filter(
            pk=OuterRef("pk"), tests__isnull=False, tests__dropped_in=None
        )
        return self.filter(~Exists(tested), same_as=None)


def _hanging(model: str, **of: object) -> Any:
    # Asked by name: these tables are made of this one.
    return apps.get_model("plans", model)._default_manager.filter(**of)


def _now(rank: "Standing.Rank") -> "StandingQuerySet":
    """Who stands in an action in a rank, until somebody ends it."""
    return Standing.objects.current().filter(action=OuterRef("pk"), rank=rank, ended_on=None)


class OfAction(BroughtRows[Row]):
    """Questions about what belongs to an action."""

    AUTHORITY = "action__plan__authority"

    def visible_to(self, user: User) -> Self:
        sight = Sight(user)
        own = sight.own_actions({"action": "action"}, authority=self.AUTHORITY)
        return self.filter(sight.plan("action__plan", authority=self.AUTHORITY) | own)


class Action(Brought):
    """Something to be done, verbatim; it may serve several items.

    `public_id` ("P1-A12") stays through all versions; `ref` and `text` are those of the
    latest version that holds it, and `Wording` keeps each version's. `cell` is the whole
    cell where the action is one part of it. `same_as` is the action that this row only
    points to: it is updated there, and counted once.
    """

    class Kind(models.TextChoices):
        ONE_OFF = "one-off", "One-off"
        RECURRING = "recurring", "Recurring"
        SUSTAINED = "sustained", "Sustained: closes by a review"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="actions")
    public_id = models.CharField(max_length=24)
    items = models.ManyToManyField(Item, through="ActionItem", related_name="actions")
    order = models.PositiveIntegerField()
    ref = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    cell = models.TextField(blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.ONE_OFF)
    kind_proposed = models.BooleanField(default=True)
    workstream = models.ForeignKey(
        Workstream, models.PROTECT, null=True, blank=True, related_name="actions"
    )
    same_as = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="pointing_here"
    )

    objects = ActionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan", "public_id"], name="plans_action_public_id_once"
            ),
            models.CheckConstraint(
                name="plans_action_points_to_another",
                condition=Q(same_as__isnull=True) | ~Q(same_as=models.F("id")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} {self.ref}".strip()

    @property
    def authority(self) -> Authority:
        return self.plan.authority


class ActionItemQuerySet(OfAction["ActionItem"]):
    """Questions about which action serves which item."""


class ActionItem(Brought):
    """An action serves an item; its deadline there may be another than elsewhere."""

    action = models.ForeignKey(Action, models.PROTECT, related_name="served")
    item = models.ForeignKey(Item, models.PROTECT, related_name="served_by")

    objects = ActionItemQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["action", "item"],
                condition=Q(dropped_in__isnull=True),
                name="plans_actionitem_served_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.action} for {self.item}"

    @property
    def authority(self) -> Authority:
        return self.action.plan.authority


class StandingQuerySet(OfAction["Standing"]):
    """Questions about who stands in actions."""

    def on(self, day: date) -> Self:
        """Who stands there on a day; a lead who handed it over that day gives way to the next."""
        next_one = Standing.objects.current().filter(
            action=OuterRef("action"), rank="lead", started_on=day, pk__gt=OuterRef("pk")
        )
        handed_over = Q(Exists(next_one), rank="lead", ended_on=day)
        return self.filter(covers(day)).exclude(handed_over)


WHO = ("person", "post", "team", "partner")


def _exactly_one_or_printed() -> Q:
    """One of the four, or none and the name as printed."""
    nobody = {f"{name}__isnull": True for name in WHO}
    choices = Q(**nobody) & ~Q(printed="")
    for name in WHO:
        choices |= Q(**{**nobody, f"{name}__isnull": False})
    return choices


class Standing(Brought):
    """Somebody leads an action, leads it beside the accountable one, or carries it out.

    Exactly one of person, post, team and partner organisation is known, or the printed name
    is nobody's yet. A post or a team means whoever holds or manages it on the day asked for.
    """

    class Rank(models.TextChoices):
        LEAD = "lead", "Lead"
        CO_LEAD = "co-lead", "Co-lead"
        DELEGATE = "delegate", "Delegate"

    action = models.ForeignKey(Action, models.PROTECT, related_name="standings")
    rank = models.CharField(max_length=10, choices=Rank.choices)
    printed = models.TextField(blank=True)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True, related_name="+")
    partner = models.ForeignKey(
        PartnerOrganisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = StandingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            dates_in_order("plans_standing"),
            models.CheckConstraint(
                name="plans_standing_is_one_or_printed", condition=_exactly_one_or_printed()
            ),
            models.UniqueConstraint(
                fields=["action"],
                condition=Q(rank="lead", ended_on__isnull=True, dropped_in__isnull=True),
                name="plans_standing_one_lead_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.who}, {self.get_rank_display().lower()} of {self.action}"

    @property
    def is_nobodys(self) -> bool:
        """Whether only a printed name is known."""
        return not any(getattr(self, f"{name}_id") for name in WHO)

    @property
    def who(self) -> str:
        """The name of who stands there, as printed where it is nobody's yet."""
        return str(self.person or self.post or self.team or self.partner or self.printed)

    @property
    def authority(self) -> Authority:
        return self.action.plan.authority
