"""Papers that were signed off, with the files that were frozen then."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from goldenthread.papers.models.rows import Added, OfPlan
from goldenthread.papers.models.views import OverallView
from goldenthread.people.models import Authority, User
from goldenthread.plans.models import Plan, Version
from goldenthread.sources.models import Upload


class SignedPaperQuerySet(OfPlan["SignedPaper"]):
    """Questions about signed papers."""


class SignedPaper(Added):
    """A paper of the catalogue as it stood when somebody signed it off.

    `history_count` and `history_hash` are the head of the history that it prints. `missing` are
    the sentences that it printed about what it lacks. `replaces` is the one of the same name
    and day that was signed before it.
    """

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="signed_papers")
    public_id = models.CharField(max_length=40)
    name = models.CharField(max_length=40)
    as_at = models.DateField()
    title = models.TextField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    post = models.TextField()
    signed_at = models.DateTimeField()
    history_count = models.PositiveBigIntegerField()
    history_hash = models.CharField(max_length=64)
    overall_view = models.ForeignKey(OverallView, models.PROTECT, null=True, related_name="papers")
    missing = models.JSONField(default=list, blank=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by"
    )

    objects = SignedPaperQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan", "public_id"], name="papers_signedpaper_id_given_once"
            ),
            models.UniqueConstraint(
                fields=["plan", "name", "as_at"],
                condition=Q(replaces__isnull=True),
                name="papers_signedpaper_one_first_of_a_day",
            ),
            models.CheckConstraint(
                name="papers_signedpaper_names_the_post",
                condition=~Q(post="") & ~Q(title="") & ~Q(name=""),
            ),
            models.CheckConstraint(
                name="papers_signedpaper_holds_the_head",
                condition=Q(history_count__gt=0) & ~Q(history_hash=""),
            ),
            models.CheckConstraint(
                name="papers_signedpaper_replaces_an_earlier_one",
                condition=Q(replaces__isnull=True) | Q(replaces__lt=F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def authority(self) -> Authority:
        return self.plan.authority

    @property
    def version(self) -> Version | None:
        """The version of the plan that stood when it was signed."""
        recorded = self.plan.versions.filter(recorded_at__lte=self.signed_at)
        return recorded.exclude(state=Version.State.WITHDRAWN).order_by("number").last()


class FrozenFileQuerySet(OfPlan["FrozenFile"]):
    """Questions about frozen files."""

    AUTHORITY = "paper__plan__authority"
    PLAN = "paper__plan"


class FrozenFile(Added):
    """One form of a signed paper, byte for byte; `sha256` is what the file had on that day."""

    paper = models.ForeignKey(SignedPaper, models.PROTECT, related_name="files")
    form = models.CharField(max_length=10)
    upload = models.ForeignKey(Upload, models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)

    objects = FrozenFileQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["paper", "form"], name="papers_frozenfile_once_in_each_form"
            ),
            models.CheckConstraint(
                name="papers_frozenfile_is_hashed", condition=~Q(sha256="") & ~Q(form="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.upload}"
