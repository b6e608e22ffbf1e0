"""Comments on actions: what somebody who sees one remarks. They set nothing."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from goldenthread.people.models import User
from goldenthread.people.models.visibility import holds_role
from goldenthread.plans.models.delivery import OfActionForGood
from goldenthread.plans.models.shown import OfAnAction
from goldenthread.plans.seeing import CLEARED


class CommentQuerySet(OfActionForGood["Comment"]):
    """Questions about comments."""

    def visible_to(self, user: User) -> Self:
        """Who sees the action; restricted ones only whoever clears evidence, and who wrote them."""
        cleared = holds_role(user, CLEARED, authority=self.AUTHORITY)
        return super().visible_to(user).filter(Q(restricted=False) | Q(by=user) | cleared)

    def standing(self) -> Self:
        """Those that were not corrected by a later one."""
        return self.filter(corrected_by=None)


class Comment(OfAnAction):
    """A remark on an action, only ever added: a correction is a comment in another's place.

    `restricted`: screening suspects a child's details in it.
    """

    text = models.TextField()
    restricted = models.BooleanField(default=False)
    corrects = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )

    objects = CommentQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="plans_comment_says_something", condition=~Q(text="")),
        ]

    def __str__(self) -> str:
        return self.text
