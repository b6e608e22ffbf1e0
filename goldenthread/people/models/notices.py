"""Messages to a user: kept in their inbox, mailed once."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from goldenthread.people.models.accounts import Authority, User
from goldenthread.people.models.visibility import Scoped, holds_role
from goldenthread.people.roles import EVERY_ROLE, Role


class NoticeQuerySet(Scoped["Notice"]):
    """Questions about messages."""

    def visible_to(self, user: User) -> Self:
        """Whoever it is to; improvement officers see what was sent in their authority."""
        own = Q(to=user) & holds_role(user, EVERY_ROLE)
        return self.filter(own | holds_role(user, {Role.IMPROVEMENT_OFFICER}))

    def unread(self) -> Self:
        return self.filter(read_at=None)


class Notice(models.Model):
    """A message to a user of an authority: `about` in a line, `words` in full.

    `mailed_at` is set before the mail goes out, so that none goes out twice; where the mail
    server refused it, it is empty again and `mail_problem` says why.
    """

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    to = models.ForeignKey(User, models.PROTECT, related_name="notices")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    about = models.CharField(max_length=200)
    words = models.TextField()
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)
    mail_problem = models.CharField(max_length=300, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="people_notice_says_something", condition=~Q(about="") & ~Q(words="")
            )
        ]

    def __str__(self) -> str:
        return self.about


class MatterQuerySet(Scoped["Matter"]):
    """Questions about what users were told of."""

    AUTHORITY = "notice__authority"


class Matter(models.Model):
    """What a message tells of, as a short key; nobody is told twice of one."""

    notice = models.ForeignKey(Notice, models.PROTECT, related_name="matters")
    to = models.ForeignKey(User, models.PROTECT, related_name="+")
    key = models.CharField(max_length=200)

    objects = MatterQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["to", "key"], name="people_matter_told_once")
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def authority(self) -> Authority:
        return self.notice.authority
