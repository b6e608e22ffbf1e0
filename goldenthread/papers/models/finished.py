"""Versions of signed papers that somebody finished by hand, and what differs in them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from goldenthread.papers.models.rows import Added, OfPlan
from goldenthread.papers.models.signed import SignedPaper
from goldenthread.people.models import Authority, User
from goldenthread.sources.models import Upload


class FinishedVersionQuerySet(OfPlan["FinishedVersion"]):
    """Questions about finished versions."""

    AUTHORITY = "paper__plan__authority"
    PLAN = "paper__plan"


class FinishedVersion(Added):
    """A file that somebody made of a signed paper, such as in Word.

    Its figures are compared with those of the frozen paper in the background (`Compared`); it
    counts as the signed one only once a signer has taken it as such (`Taken`).
    """

    paper = models.ForeignKey(SignedPaper, models.PROTECT, related_name="finished")
    upload = models.ForeignKey(Upload, models.PROTECT, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    post = models.TextField()
    at = models.DateTimeField()

    objects = FinishedVersionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="papers_finished_names_the_post", condition=~Q(post=""))
        ]

    def __str__(self) -> str:
        return f"{self.upload}"

    @property
    def authority(self) -> Authority:
        return self.paper.authority


class ComparedQuerySet(OfPlan["Compared"]):
    """Questions about comparisons."""

    AUTHORITY = "finished__paper__plan__authority"
    PLAN = "finished__paper__plan"


class Compared(Added):
    """What differs between the frozen paper and a version finished by hand.

    `differences` are rows of `kind`, `where`, `before`, `after`, in the order of the paper.
    """

    class State(models.TextChoices):
        SAME = "same figures", "Same figures"
        DIFFERS = "differs", "Differs"
        NOT_COMPARED = "cannot be compared", "Cannot be compared"

    finished = models.OneToOneField(FinishedVersion, models.PROTECT, related_name="compared")
    state = models.CharField(max_length=20, choices=State.choices)
    why = models.TextField(blank=True)
    differences = models.JSONField(default=list, blank=True)
    at = models.DateTimeField()

    objects = ComparedQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="papers_compared_state_is_known",
                condition=Q(state__in=["same figures", "differs", "cannot be compared"]),
            ),
            models.CheckConstraint(
                name="papers_compared_says_why_not",
                condition=~Q(state="cannot be compared") | ~Q(why=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.finished}: {self.state}"

    @property
    def authority(self) -> Authority:
        return self.finished.authority


class TakenQuerySet(OfPlan["Taken"]):
    """Questions about what was taken as the signed version."""

    AUTHORITY = "finished__paper__plan__authority"
    PLAN = "finished__paper__plan"


class Taken(Added):
    """A signer took a finished version as the signed one; the frozen paper stays beside it."""

    finished = models.OneToOneField(FinishedVersion, models.PROTECT, related_name="taken")
    why = models.TextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    post = models.TextField()
    at = models.DateTimeField()

    objects = TakenQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "taken"
        constraints: ClassVar = [
            models.CheckConstraint(name="papers_taken_names_the_post", condition=~Q(post=""))
        ]

    def __str__(self) -> str:
        return f"{self.finished}, taken as the signed one"

    @property
    def authority(self) -> Authority:
        return self.finished.authority
