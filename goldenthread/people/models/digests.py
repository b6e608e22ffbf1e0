"""What is mailed by itself: when somebody wants it, what was sent, and when a timer last rang."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from goldenthread.people.models.accounts import User
from goldenthread.people.models.holdings import RoleHolding
from goldenthread.people.models.visibility import Row
from goldenthread.people.rhythms import LAST_HOUR, SUNDAY, Rhythm
from goldenthread.people.roles import Role


class OfUser(models.QuerySet[Row]):
    """Questions about what is one user's own."""

    def visible_to(self, user: User) -> Self:
        """One's own, and as administrator those of the accounts of one's authorities."""
        if not user.is_active:
            return self.none()
        administers = RoleHolding.objects.current().filter(user=user, role=Role.ADMINISTRATOR)
        theirs = RoleHolding.objects.filter(
            user=OuterRef("user"), authority__in=administers.values("authority")
        )
        return self.filter(Q(user=user) | Exists(theirs))


class DigestSettingQuerySet(OfUser["DigestSetting"]):
    """Questions about who wants a digest when."""


class DigestSetting(models.Model):
    """When somebody wants their digest; who has none gets it on Monday at seven."""

    WEEKDAY, HOUR = 0, 7
    RHYTHMS = (
        (Rhythm.WEEKLY.value, "Once a week"),
        (Rhythm.DAILY.value, "Every working day"),
        (Rhythm.OFF.value, "Never"),
    )

    user = models.OneToOneField(User, models.PROTECT, related_name="digest_setting")
    rhythm = models.CharField(max_length=10, choices=RHYTHMS, default=Rhythm.WEEKLY.value)
    weekday = models.PositiveSmallIntegerField(default=WEEKDAY)
    hour = models.PositiveSmallIntegerField(default=HOUR)
    changed_at = models.DateTimeField(default=timezone.now)

    objects = DigestSettingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="people_digestsetting_is_a_time",
                condition=Q(weekday__lte=SUNDAY, hour__lte=LAST_HOUR),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_rhythm_display().lower()}"


class DigestQuerySet(OfUser["Digest"]):
    """Questions about digests."""

    def troubled(self) -> Self:
        """Those that the mail server refuses, or of which nobody knows whether they went out."""
        return self.exclude(problem="").exclude(state=Digest.State.SENT)


class Digest(models.Model):
    """One digest of one user for one period; its words are worked out when it goes out.

    WAITING -> SENDING -> SENT
       |  ^-------|  \\--> UNKNOWN (the line broke while it was handed over)
       \\--> EMPTY  \\--> GIVEN_UP (refused too often)

    It is SENDING before anything goes out and never tried again by itself from there: after a
    crash it is not mailed rather than mailed twice. An administrator may send it again.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waits to be mailed"
        SENDING = "sending", "Is being mailed"
        SENT = "sent", "Mailed"
        EMPTY = "empty", "Nothing to say"
        UNKNOWN = "unknown", "Not known whether it was mailed"
        GIVEN_UP = "given up", "Refused by the mail server"

    user = models.ForeignKey(User, models.PROTECT, related_name="digests")
    kind = models.CharField(max_length=20)
    period = models.CharField(max_length=20)
    due_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=300, blank=True)

    objects = DigestQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "kind", "period"], name="people_digest_once_a_period"
            ),
            models.CheckConstraint(
                name="people_digest_sent_at_when_sent",
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"Digest of {self.user}, {self.period}"


class RingQuerySet(models.QuerySet["Ring"]):
    """Questions about timers."""

    def visible_to(self, user: User) -> Self:
        """A timer is nobody's: no page lists it."""
        return self.none()


class Ring(models.Model):
    """A timer rang for a period; it rings once for each, whatever the clocks do."""

    timer = models.CharField(max_length=100)
    period = models.CharField(max_length=20)
    rang_at = models.DateTimeField(default=timezone.now)

    objects = RingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["timer", "period"], name="people_ring_once_a_period")
        ]

    def __str__(self) -> str:
        return f"{self.timer} {self.period}"


class CalendarAddressQuerySet(OfUser["CalendarAddress"]):
    """Questions about the secret addresses of calendars."""

    def current(self) -> Self:
        """Those that still work."""
        return self.filter(ended_at=None)


class CalendarAddress(models.Model):
    """The secret address under which somebody's calendar program fetches their days.

    Only a digest of the secret is kept, so that a copy of the database opens nobody's calendar.
    """

    user = models.ForeignKey(User, models.PROTECT, related_name="calendar_addresses")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = CalendarAddressQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(ended_at__isnull=True),
                name="people_calendaraddress_one_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return f"Calendar of {self.user}"
