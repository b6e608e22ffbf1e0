"""Queries, which rules raise; challenges, which people raise; how many go to whom, and when."""

from collections.abc import Sequence
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, Person, User
from goldenthread.people.models.visibility import Row, Scoped
from goldenthread.plans.models.actions import Action
from goldenthread.plans.models.shown import OfAnAction
from goldenthread.plans.querying import catalogue
from goldenthread.plans.querying.turns import SHIPPED, Settings
from goldenthread.plans.seeing import Sight


class OfAWholePlan(Scoped[Row]):
    """Questions about what only they see who see the whole plan: it quotes other actions."""

    AUTHORITY = "action__plan__authority"

    def visible_to(self, user: User) -> Self:
        return self.seen_with(Sight(user))

    def seen_with(self, sight: Sight) -> Self:
        """The same for whoever asks several such questions at once."""
        return self.filter(sight.plan("action__plan", authority=self.AUTHORITY))

    def sees(self, user: User, action: Action) -> bool:
        """Whether the user sees the whole plan of an action, and so its queries."""
        whole = Sight(user).plan("plan", authority="plan__authority")
        return Action.objects.filter(whole, pk=action.pk).exists()


class QueryQuerySet(OfAWholePlan["Query"]):
    """Questions about queries."""

    def open(self) -> Self:
        """Those that nobody has answered, whether they were put to somebody yet or wait."""
        return self.filter(outcome="")

    def asked(self) -> Self:
        """The open ones that were put to somebody."""
        return self.open().exclude(put_on=None)

    def waiting(self) -> Self:
        """The open ones that wait for the week in which they are put, oldest first."""
        return self.open().filter(put_on=None).order_by("pk")


class Query(OfAnAction):
    """A rule asks something about a claim of an action; `by` is the rule as a system user.

    `claim` is which of its claims, `quotes` what that rests on, `facts` the fingerprint: what
    was answered does not come back for the same facts. It is put to the lead, `to`, on
    `put_on`; until then it waits for its week. Nobody is `to` where nobody leads.

    OPEN -> CORRECTED, EXPLAINED, DATA FAULT or NOT AGREED, each with words; one that waits and
    that its rule finds no longer -> GONE.
    """

    class Outcome(models.TextChoices):
        CORRECTED = "corrected", "Corrected"
        EXPLAINED = "explained", "Explained"
        DATA_FAULT = "data fault", "A fault in the data"
        NOT_AGREED = "not agreed", "Not agreed"
        GONE = "gone", "Gone before it was asked"

    rule = models.CharField(
        max_length=20, choices=[(rule.code, rule.name) for rule in catalogue.RULES]
    )
    claim = models.CharField(max_length=300, blank=True)
    words = models.TextField()
    quotes = models.JSONField(default=list, blank=True)
    facts = models.CharField(max_length=64)
    to = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    put_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = QueryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "queries"
        constraints: ClassVar = [
            together("plans_query", "answered"),
            models.UniqueConstraint(
                fields=["action", "rule", "claim"],
                condition=Q(outcome=""),
                name="plans_query_one_open_a_claim",
            ),
            models.CheckConstraint(
                name="plans_query_answered_with_words",
                condition=Q(outcome="", answer="", answered_at__isnull=True)
                | ~Q(outcome="") & ~Q(answer="") & Q(answered_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action}: {self.words}"

    @property
    def asked(self) -> str:
        """What it asks, with the words that it rests on."""
        return asked_in_words(self.words, self.quotes)


def asked_in_words(words: str, quotes: Sequence[Sequence[str]]) -> str:
    """'It asks for “due” ... Which is it? (P1-A3, progress: “...”)'."""
    told = "; ".join(f"{place}: “{text}”" for place, text in quotes)
    return f"{words} ({told})" if told else words


class ChallengeQuerySet(OfAWholePlan["Challenge"]):
    """Questions about challenges."""

    def visible_to(self, user: User) -> Self:
        """Who sees the whole plan; partner users those that they raised themselves."""
        sight = Sight(user)
        own = sight.own_actions({"action": "action"}, authority=self.AUTHORITY)
        whole = sight.plan("action__plan", authority=self.AUTHORITY)
        return self.filter(whole | Q(by=user) & own)

    def open(self) -> Self:
        return self.filter(answered_at=None)


class Challenge(OfAnAction):
    """A person asks something about an action of whoever leads it, or of whom it was passed on to.

    OPEN -> ANSWERED; passed on, it stays open.
    """

    text = models.TextField()
    to = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    passed_why = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = ChallengeQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("plans_challenge", "answered"),
            models.CheckConstraint(name="plans_challenge_says_something", condition=~Q(text="")),
            models.CheckConstraint(
                name="plans_challenge_answered_with_words",
                condition=Q(answered_at__isnull=True, answer="")
                | Q(answered_at__isnull=False) & ~Q(answer=""),
            ),
            models.CheckConstraint(
                name="plans_challenge_answered_by_somebody_else",
                condition=Q(answered_by__isnull=True) | ~Q(answered_by=F("by")),
            ),
        ]

    def __str__(self) -> str:
        return self.text


class QuerySettings(models.Model):
    """How many new queries a person of an authority gets in a week, and when they go further."""

    authority = models.OneToOneField(Authority, models.PROTECT, related_name="query_settings")
    a_week = models.PositiveSmallIntegerField(default=SHIPPED.a_week)
    director_after = models.PositiveSmallIntegerField(default=SHIPPED.director_after)
    board_after = models.PositiveSmallIntegerField(default=SHIPPED.board_after)

    objects = Scoped["QuerySettings"].as_manager()

    class Meta:
        verbose_name_plural = "query settings"
        constraints: ClassVar = [
            models.CheckConstraint(
                name="plans_querysettings_in_order",
                condition=Q(a_week__gte=1, director_after__gte=1)
                & Q(board_after__gt=F("director_after")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.authority}: {self.a_week} a week"

    @property
    def settings(self) -> Settings:
        """As the rules take them."""
        return Settings(self.a_week, self.director_after, self.board_after)


def settings_of(authority: Authority) -> Settings:
    """An authority's own, or the shipped ones."""
    row = QuerySettings.objects.filter(authority=authority).first()
    return row.settings if row else SHIPPED
