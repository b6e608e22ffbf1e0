"""Boards and meetings as bodies: names, seats, terms of reference, skipped days, oversight."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from goldenthread.governance.seeing import OVERSEERS, Seated
from goldenthread.inspections.models import Recommendation
from goldenthread.people.constraints import dates_in_order, together
from goldenthread.people.models import Authority, PartnerOrganisation, Person, Post, User
from goldenthread.people.models.visibility import Row, Scoped, holds_role
from goldenthread.people.roles import COLLEAGUES
from goldenthread.plans.models import Plan
from goldenthread.sources.models import Upload


class OfForum(Scoped[Row]):
    """Questions about what belongs to a board or meeting, seen by who sees it in the register."""

    AUTHORITY = "forum__authority"
    FORUM: ClassVar[str] = "forum"

    def visible_to(self, user: User) -> Self:
        return self.filter(
            holds_role(user, COLLEAGUES, authority=self.AUTHORITY)
            | Seated(user).of(self.FORUM, authority=self.AUTHORITY)
        )


class ForumQuerySet(OfForum["Forum"]):
    """Questions about boards and meetings."""

    AUTHORITY = "authority"
    FORUM = "pk"

    def open(self) -> Self:
        """Those that have not ended."""
        return self.filter(ended_on=None)


class Forum(models.Model):
    """A board or meeting: what it is called, how often it meets, to whom it answers.

    An empty abbreviation means that there is none. `every` and `unit` say how often it meets,
    counted from `first_on`; empty means when it is needed. `quorum` is how many members have to
    be there. A group with an end says with `outcome` what came of it.
    """

    class Kind(models.TextChoices):
        BOARD = "board", "Board"
        PARTNERSHIP = "partnership", "Partnership board outside the council"
        PANEL = "panel", "Panel"
        TASK_GROUP = "task group", "Task and finish group"
        USER_GROUP = "user group", "User group"
        SCRUTINY = "scrutiny", "Scrutiny committee"
        CABINET = "cabinet", "Cabinet"
        TEAM_MEETING = "team meeting", "Management or team meeting"
        WORKSHOP = "workshop", "Workshop or network day"

    class Unit(models.TextChoices):
        WEEKS = "weeks", "weeks"
        MONTHS = "months", "months"

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="forums")
    name = models.CharField(max_length=200)
    abbreviation = models.CharField(max_length=30, blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices)
    purpose = models.TextField(blank=True)
    every = models.PositiveSmallIntegerField(null=True, blank=True)
    unit = models.CharField(max_length=10, choices=Unit.choices, blank=True)
    first_on = models.DateField(null=True, blank=True)
    quorum = models.PositiveSmallIntegerField(null=True, blank=True)
    reports_to = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="reporting"
    )
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    outcome = models.TextField(blank=True)

    objects = ForumQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            dates_in_order("governance_forum"),
            models.UniqueConstraint(
                "authority",
                Lower("name"),
                condition=Q(ended_on__isnull=True),
                name="governance_forum_named_once_at_a_time",
            ),
            models.CheckConstraint(name="governance_forum_has_a_name", condition=~Q(name="")),
            models.CheckConstraint(
                name="governance_forum_cadence_is_whole",
                condition=Q(every__isnull=True, unit="", first_on__isnull=True)
                | Q(every__gte=1, unit__in=["weeks", "months"], first_on__isnull=False),
            ),
            models.CheckConstraint(
                name="governance_forum_does_not_report_to_itself",
                condition=Q(reports_to__isnull=True) | ~Q(reports_to=F("id")),
            ),
            models.CheckConstraint(
                name="governance_forum_quorum_from_one",
                condition=Q(quorum__isnull=True) | Q(quorum__gte=1),
            ),
            models.CheckConstraint(
                name="governance_forum_task_group_ends_with_an_outcome",
                condition=~Q(kind="task group") | Q(ended_on__isnull=True) | ~Q(outcome=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.abbreviation})" if self.abbreviation else self.name

    @property
    def is_outside(self) -> bool:
        return self.kind == Forum.Kind.PARTNERSHIP


class ForumNameQuerySet(OfForum["ForumName"]):
    """Questions about what boards and meetings are or were called."""


class ForumName(models.Model):
    """Another name of a board or meeting, with the days on which it was called so."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="names")
    text = models.CharField(max_length=200)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = ForumNameQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            dates_in_order("governance_forumname"),
            models.UniqueConstraint(
                "forum",
                Lower("text"),
                condition=Q(ended_on__isnull=True),
                name="governance_forumname_once_at_a_time",
            ),
            models.CheckConstraint(name="governance_forumname_says_it", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def authority(self) -> Authority:
        return self.forum.authority


class MentionQuerySet(Scoped["Mention"]):
    """Questions about names of boards and meetings that documents print."""

    SEEN_BY = OVERSEERS

    def undecided(self) -> Self:
        return self.filter(decided_at=None)


class Mention(models.Model):
    """A name of a board or meeting as a plan prints it, unexpanded until somebody says whose.

    Decided with a `forum`: it is that one. Decided without: it is none.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="+")
    printed = models.CharField(max_length=200)
    where = models.TextField()
    forum = models.ForeignKey(Forum, models.PROTECT, null=True, blank=True, related_name="mentions")
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = MentionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("governance_mention", "decided"),
            models.UniqueConstraint(
                "plan", Lower("printed"), name="governance_mention_once_a_plan"
            ),
            models.CheckConstraint(
                name="governance_mention_forum_is_decided",
                condition=Q(forum__isnull=True) | Q(decided_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.printed


class SeatQuerySet(OfForum["Seat"]):
    """Questions about who is in a board or meeting."""

    def current(self) -> Self:
        return self.filter(ended_on=None)


class Seat(models.Model):
    """A place in a board or meeting: of a post, a person or a partner organisation.

    `required`: it does not count as held without them. `invited_on` and `answered_on` say when
    somebody was asked to join and when they said yes.
    """

    class Rank(models.TextChoices):
        CHAIR = "chair", "Chair"
        VICE_CHAIR = "vice-chair", "Vice-chair"
        MEMBER = "member", "Member"
        ATTENDS = "attends", "Attends"

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="seats")
    rank = models.CharField(max_length=10, choices=Rank.choices, default=Rank.MEMBER)
    post = models.ForeignKey(Post, models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    partner = models.ForeignKey(
        PartnerOrganisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    independent = models.BooleanField(default=False)
    required = models.BooleanField(default=False)
    invited_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            dates_in_order("governance_seat"),
            models.CheckConstraint(
                name="governance_seat_is_of_one",
                condition=Q(post__isnull=False, person__isnull=True, partner__isnull=True)
                | Q(post__isnull=True, person__isnull=False, partner__isnull=True)
                | Q(post__isnull=True, person__isnull=True, partner__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["forum"],
                condition=Q(rank="chair", ended_on__isnull=True),
                name="governance_seat_one_chair_at_a_time",
            ),
            models.CheckConstraint(
                name="governance_seat_answered_after_invited",
                condition=Q(answered_on__isnull=True) | Q(answered_on__gte=F("invited_on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.who}, {self.get_rank_display().lower()}"

    @property
    def who(self) -> str:
        return str(self.post or self.person or self.partner)

    @property
    def authority(self) -> Authority:
        return self.forum.authority


class TermsQuerySet(OfForum["Terms"]):
    """Questions about terms of reference."""


class Terms(models.Model):
    """One version of the terms of reference, as a file, with the day it was agreed.

    `reconvened_on` is the day on which a board or meeting took up its work again under it.
    """

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="terms")
    number = models.PositiveSmallIntegerField()
    upload = models.ForeignKey(Upload, models.PROTECT, related_name="+")
    agreed_on = models.DateField()
    reconvened_on = models.DateField(null=True, blank=True)

    objects = TermsQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "terms"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["forum", "number"], name="governance_terms_number_once")
        ]

    def __str__(self) -> str:
        return f"{self.forum}, terms of reference {self.number}"

    @property
    def authority(self) -> Authority:
        return self.forum.authority


class SkipQuerySet(OfForum["Skip"]):
    """Questions about days on which a board or meeting does not meet."""


class Skip(models.Model):
    """A day on which a board or meeting would meet by its cadence, and does not, and why."""

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="skips")
    day = models.DateField()
    why = models.TextField()

    objects = SkipQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["forum", "day"], name="governance_skip_once_a_day"),
            models.CheckConstraint(name="governance_skip_says_why", condition=~Q(why="")),
        ]

    def __str__(self) -> str:
        return f"{self.forum}: not on {self.day}"

    @property
    def authority(self) -> Authority:
        return self.forum.authority


class StandingItemQuerySet(OfForum["StandingItem"]):
    """Questions about what is on every agenda."""


class StandingItem(models.Model):
    """Something that is on each agenda, or only in certain months.

    `months` are numbers from 1 to 12; an empty list means each meeting.
    """

    class Kind(models.TextChoices):
        MEASURES = "measures", "Measures"
        AUDITS = "audits", "Outcomes of audits"
        ACTIONS = "actions", "Actions"
        OTHER = "other", "Something else"

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="standing_items")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = models.CharField(max_length=300)
    months = models.JSONField(default=list, blank=True)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = StandingItemQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            dates_in_order("governance_standingitem"),
            models.UniqueConstraint(
                "forum",
                Lower("title"),
                condition=Q(ended_on__isnull=True),
                name="governance_standingitem_once_at_a_time",
            ),
            models.CheckConstraint(name="governance_standingitem_says_it", condition=~Q(title="")),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def authority(self) -> Authority:
        return self.forum.authority


class OversightQuerySet(OfForum["Oversight"]):
    """Questions about who watches what."""

    def visible_to(self, user: User) -> Self:
        """Overseers, and who has a seat: what a board or meeting watches was given to it."""
        return self.filter(
            holds_role(user, OVERSEERS, authority=self.AUTHORITY)
            | Seated(user).of(self.FORUM, authority=self.AUTHORITY)
        )


class Oversight(models.Model):
    """A board or meeting watches a plan or a recommendation, so many times in so many months.

    `printed` is how a document says it, verbatim.
    """

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="watches")
    plan = models.ForeignKey(Plan, models.PROTECT, null=True, blank=True, related_name="watched_by")
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="watched_by"
    )
    printed = models.TextField(blank=True)
    times = models.PositiveSmallIntegerField()
    months = models.PositiveSmallIntegerField(default=12)
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    objects = OversightQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            dates_in_order("governance_oversight"),
            models.CheckConstraint(
                name="governance_oversight_of_one",
                condition=Q(plan__isnull=False, recommendation__isnull=True)
                | Q(plan__isnull=True, recommendation__isnull=False),
            ),
            models.CheckConstraint(
                name="governance_oversight_is_counted", condition=Q(times__gte=1, months__gte=1)
            ),
            models.UniqueConstraint(
                fields=["forum", "plan"],
                condition=Q(ended_on__isnull=True, plan__isnull=False),
                name="governance_oversight_plan_once_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["forum", "recommendation"],
                condition=Q(ended_on__isnull=True, recommendation__isnull=False),
                name="governance_oversight_recommendation_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forum} watches {self.of}"

    @property
    def of(self) -> Plan | Recommendation | None:
        return self.plan or self.recommendation

    @property
    def authority(self) -> Authority:
        return self.forum.authority
