"""To whom a signed paper was sent, with which covering letter, and who acknowledged it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goldenthread.papers.models.rows import Added, OfPlan
from goldenthread.papers.models.signed import SignedPaper
from goldenthread.people.models import Authority, User


class SendingQuerySet(OfPlan["Sending"]):
    """Questions about sendings."""

    AUTHORITY = "paper__plan__authority"
    PLAN = "paper__plan"


class Sending(Added):
    """A signed paper went out on a day; `covering` is the covering letter, empty without one."""

    class How(models.TextChoices):
        EMAIL = "email", "Email"
        LETTER = "letter", "Letter"
        PORTAL = "portal", "The recipient's portal"
        BY_HAND = "by hand", "By hand"

    paper = models.ForeignKey(SignedPaper, models.PROTECT, related_name="sendings")
    sent_on = models.DateField()
    how = models.CharField(max_length=10, choices=How.choices)
    covering = models.TextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = SendingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="papers_sending_says_how", condition=~Q(how="")),
        ]

    def __str__(self) -> str:
        return f"{self.paper}, sent on {self.sent_on}"

    @property
    def authority(self) -> Authority:
        return self.paper.authority


class RecipientQuerySet(OfPlan["Recipient"]):
    """Questions about recipients."""

    AUTHORITY = "sending__paper__plan__authority"
    PLAN = "sending__paper__plan"


class Recipient(Added):
    """One to whom a paper was sent: an organisation, a post or a board as it is called."""

    sending = models.ForeignKey(Sending, models.PROTECT, related_name="recipients")
    name = models.CharField(max_length=200)

    objects = RecipientQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sending", "name"], name="papers_recipient_once_a_sending"
            ),
            models.CheckConstraint(name="papers_recipient_is_named", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def authority(self) -> Authority:
        return self.sending.authority


class AcknowledgementQuerySet(OfPlan["Acknowledgement"]):
    """Questions about acknowledgements."""

    AUTHORITY = "recipient__sending__paper__plan__authority"
    PLAN = "recipient__sending__paper__plan"


class Acknowledgement(Added):
    """A recipient said that the paper came; `words` are theirs, such as a reference."""

    recipient = models.OneToOneField(Recipient, models.PROTECT, related_name="acknowledged")
    on = models.DateField()
    words = models.TextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = AcknowledgementQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.recipient}, acknowledged on {self.on}"
