"""What came back when the house asked: mails received, draft updates, corrections."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from goldenthread.people.models import Authority, RoleHolding, User
from goldenthread.people.models.visibility import Scoped
from goldenthread.people.roles import Role
from goldenthread.plans.models.actions import Action
from goldenthread.plans.models.evidence import EvidenceVersion
from goldenthread.plans.models.told import Update


class ReceivedMailQuerySet(models.QuerySet["ReceivedMail"]):
    """Questions about mails that came in."""

    def visible_to(self, user: User) -> Self:
        """One's own; administrators see what became of all, of which nothing is kept."""
        administers = RoleHolding.objects.held_by(user)
        if any(one.role == Role.ADMINISTRATOR for one in administers):
            return self.all()
        return self.filter(sender=user) if user.is_active else self.none()


class ReceivedMail(models.Model):
    """That a mail came in, and what became of it: neither its words nor its address are kept.

    `key` is a digest of the mail's own number, so that one mail is taken once.
    """

    class Fate(models.TextChoices):
        DRAFTED = "drafted", "Became a draft update"
        UNKNOWN_SENDER = "unknown sender", "From an address that no account has"
        AUTOMATIC = "automatic", "An automatic answer; nothing was done"
        BOUNCED = "bounced", "A mail of ours could not be delivered"
        NO_TICKET = "no ticket", "Not an answer to a digest, or an old or changed address"
        OTHERS_TICKET = "other's ticket", "From somebody else than the digest went to"
        NO_ACTION = "no action", "It does not say which action it is about"
        EMPTY = "empty", "It says nothing above the quoted digest"

    key = models.CharField(max_length=64, unique=True)
    received_at = models.DateTimeField(default=timezone.now)
    sender = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    fate = models.CharField(max_length=20, choices=Fate.choices)
    had_attachments = models.BooleanField(default=False)

    objects = ReceivedMailQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="plans_receivedmail_has_a_key", condition=~Q(key=""))
        ]

    def __str__(self) -> str:
        return f"Mail {self.pk}"


class DraftUpdateQuerySet(Scoped["DraftUpdate"]):
    """Questions about drafts."""

    def visible_to(self, user: User) -> Self:
        """Whose words they are, and nobody else, until they say so."""
        seen = Action.objects.visible_to(user).values("pk")
        return self.filter(by=user, action__in=seen)

    def waiting(self) -> Self:
        return self.filter(state=DraftUpdate.State.WAITING)


class DraftUpdate(models.Model):
    """What somebody answered to a digest: no update until they press 'Use'.

    WAITING -> USED (as this `update`)
           \\-> THROWN_AWAY
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waits for you"
        USED = "used", "Used"
        THROWN_AWAY = "thrown away", "Thrown away"

    action = models.ForeignKey(Action, models.PROTECT, related_name="draft_updates")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    mail = models.ForeignKey(ReceivedMail, models.PROTECT, related_name="drafts")
    text = models.TextField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    update = models.OneToOneField(Update, models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = DraftUpdateQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["mail", "action"], name="plans_draftupdate_once_a_mail"
            ),
            models.CheckConstraint(name="plans_draftupdate_says_something", condition=~Q(text="")),
            models.CheckConstraint(
                name="plans_draftupdate_used_is_an_update",
                condition=Q(state="used", update__isnull=False, decided_at__isnull=False)
                | Q(state="thrown away", update__isnull=True, decided_at__isnull=False)
                | Q(state="waiting", update__isnull=True, decided_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"Draft update of {self.action}"

    @property
    def authority(self) -> Authority:
        return self.action.plan.authority


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Questions about corrections."""

    def visible_to(self, user: User) -> Self:
        """Who sees the update or the evidence that they correct."""
        updates = Update.objects.visible_to(user).values("pk")
        versions = EvidenceVersion.objects.visible_to(user).values("pk")
        return self.filter(Q(of_update__in=updates) | Q(version__in=versions))


class Correction(models.Model):
    """'This is not what I said': beside what somebody entered for them, which stays as it is."""

    of_update = models.OneToOneField(
        Update, models.PROTECT, null=True, blank=True, related_name="correction"
    )
    version = models.OneToOneField(
        EvidenceVersion, models.PROTECT, null=True, blank=True, related_name="correction"
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    text = models.TextField()

    objects = CorrectionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="plans_correction_is_of_one",
                condition=Q(of_update__isnull=False, version__isnull=True)
                | Q(of_update__isnull=True, version__isnull=False),
            ),
            models.CheckConstraint(name="plans_correction_says_something", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.text
