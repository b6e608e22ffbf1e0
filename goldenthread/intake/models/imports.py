"""Imports: a document on its way in, from the upload to the rows that it became."""

from datetime import timedelta
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.inspections.models import Inspection
from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, Job, User
from goldenthread.people.models.visibility import Scoped
from goldenthread.people.roles import Role
from goldenthread.plans.models import Plan
from goldenthread.sources.models import KEEPERS, Upload

# Who may import; who may look at a proposal, which nobody has screened yet, are the keepers.
EDITORS = frozenset({Role.IMPROVEMENT_OFFICER})
# No reading takes longer; what goes on longer without a job was killed.
LONGEST_READING = timedelta(minutes=10)


class ImportQuerySet(Scoped["Import"]):
    """Questions about imports."""

    SEEN_BY = KEEPERS

    def listed(self) -> Self:
        """For a list: what each line shows at no further query, without the heavy JSON."""
        related = (
            "upload__file",
            "authority",
            "started_by",
            "confirmed_by",
            "job",
            "inspection",
            "plan",
        )
        return self.select_related(*related).defer("proposal", "draft").order_by("-pk")

    def here(self) -> Self:
        """Those that a second upload of the same file is told of."""
        return self.exclude(state__in=[Import.State.DISCARDED, Import.State.FAILED])


class OfImport(Scoped[Any]):
    """Questions about what belongs to an import."""

    AUTHORITY = "import_of__authority"
    SEEN_BY = KEEPERS


class Import(models.Model):
    """A document that was uploaded to be taken over, what was read in it and what became of it.

    `proposal` is what was read and never changes; `draft` is the same as people have edited it
    since, each row with a stable id. `revision` counts the edits. `found` says what a file is
    that was not recognised; `message` what a person can do about it. `is_called_a_plan`: somebody
    matched its headings by hand, so it is read as a plan. `reading_at` is
    when reading last began, or was last left to somebody. `inspection` is what a confirmed report
    made, or the report that a plan answers; `plan` what a confirmed plan made.

    WAITING -> READING -> PROPOSED -> CONFIRMED -> UNDONE (withdrawn whole; may be confirmed again)
       |          |  \\-> NOT RECOGNISED          \\-> ARCHIVED (somebody had worked on it)
       \\----------\\---> FAILED
    PROPOSED, NOT RECOGNISED, FAILED, UNDONE -> DISCARDED. What was named by hand is READ again.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be read"
        READING = "reading", "Being read"
        PROPOSED = "proposed", "Waiting for your confirmation"
        NOT_RECOGNISED = "not_recognised", "Not recognised"
        FAILED = "failed", "Could not be read"
        CONFIRMED = "confirmed", "Confirmed"
        UNDONE = "undone", "Undone"
        ARCHIVED = "archived", "Archived"
        DISCARDED = "discarded", "Discarded"

    NEXT: ClassVar[dict[str, frozenset[str]]] = {
        State.WAITING: frozenset({State.READING, State.FAILED, State.DISCARDED}),
        State.READING: frozenset(
            {State.PROPOSED, State.NOT_RECOGNISED, State.FAILED, State.DISCARDED}
        ),
        State.PROPOSED: frozenset({State.WAITING, State.CONFIRMED, State.DISCARDED}),
        State.NOT_RECOGNISED: frozenset({State.WAITING, State.DISCARDED}),
        State.FAILED: frozenset({State.WAITING, State.DISCARDED}),
        State.CONFIRMED: frozenset({State.UNDONE, State.ARCHIVED}),
        State.UNDONE: frozenset({State.CONFIRMED, State.DISCARDED}),
        State.ARCHIVED: frozenset(),
        State.DISCARDED: frozenset(),
    }
    # In these a person edits the draft, answers and confirms.
    OPEN: ClassVar[frozenset[str]] = frozenset({State.PROPOSED, State.UNDONE})

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="imports")
    upload = models.ForeignKey(
        Upload, models.PROTECT, null=True, blank=True, related_name="imports"
    )
    name = models.CharField(max_length=255)
    kind = models.CharField(max_length=20, blank=True)
    state = models.CharField(max_length=20, choices=State.choices, default=State.WAITING)
    proposal = models.JSONField(default=dict, blank=True)
    draft = models.JSONField(default=dict, blank=True)
    revision = models.PositiveIntegerField(default=0)
    found = models.CharField(max_length=200, blank=True)
    message = models.TextField(blank=True)
    is_called_a_plan = models.BooleanField(default=False)
    job = models.ForeignKey(Job, models.PROTECT, null=True, blank=True, related_name="+")
    started_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    started_at = models.DateTimeField(default=timezone.now)
    reading_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_why = models.TextField(blank=True)
    inspection = models.ForeignKey(
        Inspection, models.PROTECT, null=True, blank=True, related_name="imports"
    )
    plan = models.ForeignKey(Plan, models.PROTECT, null=True, blank=True, related_name="imports")

    # Set on what `upload_files` gives back: this content was here, and no new import was begun.
    was_here = False

    objects = ImportQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["authority", "state"])]
        constraints: ClassVar = [
            together("intake_import", "confirmed"),
            together("intake_import", "closed"),
            models.CheckConstraint(
                name="intake_import_confirmed_names_who",
                condition=~Q(state__in=["confirmed", "undone", "archived"])
                | Q(confirmed_at__isnull=False),
            ),
            models.CheckConstraint(
                name="intake_import_closed_with_a_reason",
                condition=~Q(state__in=["undone", "archived"])
                | (Q(closed_at__isnull=False) & ~Q(closed_why="")),
            ),
            models.CheckConstraint(
                name="intake_import_without_a_file_failed",
                condition=Q(upload__isnull=False) | Q(state__in=["failed", "discarded"]),
            ),
            models.CheckConstraint(
                name="intake_import_state_is_known",
                condition=Q(
                    state__in=[
                        "waiting",
                        "reading",
                        "proposed",
                        "not_recognised",
                        "failed",
                        "confirmed",
                        "undone",
                        "archived",
                        "discarded",
                    ]
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def is_being_read(self) -> bool:
        """Whether reading goes on, or waits for whoever reads."""
        return self.state in {self.State.WAITING, self.State.READING} and not self.has_stopped

    @property
    def has_stopped(self) -> bool:
        """Whether reading ended without saying so here.

        Its job was given up or called off; or it was read without one, as the command line does,
        by a process that was killed.
        """
        if self.state not in {self.State.WAITING, self.State.READING}:
            return False
        if self.job is not None:
            return self.job.is_over
        return timezone.now() - (self.reading_at or self.started_at) > LONGEST_READING

    @property
    def progress(self) -> dict[str, Any]:
        """How far reading is, as its job last said: {"words", "done", "of"}."""
        if self.job is None:
            return {"words": self.get_state_display(), "done": 0, "of": None}
        return {"words": self.job.words, "done": self.job.done, "of": self.job.of}

    def become(self, state: "Import.State") -> None:
        """Take the next state, in memory only.

        Raises:
            NotAllowedNow: there is no step from the present state to `state`.
        """
        if state not in self.NEXT[self.state]:
            raise NotAllowedNow(
                f"{self}: The import is “{self.get_state_display().lower()}”, so it cannot be "
                f"“{state.label.lower()}”. Nothing was changed."
            )
        self.state = state


class CreatedQuerySet(OfImport):
    """Questions about created rows."""


class Created(models.Model):
    """A row that a confirmed import made: which table, which row, and its public id, if any."""

    import_of = models.ForeignKey(Import, models.PROTECT, related_name="created")
    kind = models.CharField(max_length=30)
    table = models.CharField(max_length=100)
    row = models.PositiveBigIntegerField()
    public_id = models.CharField(max_length=40, blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects = CreatedQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["import_of", "table", "row"], name="intake_created_named_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id or self.row}"

    @property
    def authority(self) -> Authority:
        return self.import_of.authority
