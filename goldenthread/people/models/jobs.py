"""Work that is too heavy for a page, kept until it is done."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.people.constraints import together
from goldenthread.people.models.accounts import Authority, User
from goldenthread.people.models.visibility import Scoped


class JobQuerySet(Scoped["Job"]):
    """Questions about jobs."""


class Job(models.Model):
    """A piece of background work, whoever asked for it, how far it is and how it ended.

    WAITING -> RUNNING -> DONE
       |  ^-------'  \\--> FAILED (said in `message`)
       \\------------\\--> CANCELLED

    A running job is held by one worker until `held_until`, which the worker moves on
    while it lives; after that any worker may take the job over.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting"
        RUNNING = "running", "Running"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"
        CANCELLED = "cancelled", "Cancelled"

    ENDS: ClassVar[frozenset[str]] = frozenset({State.DONE, State.FAILED, State.CANCELLED})
    NEXT: ClassVar[dict[str, frozenset[str]]] = {
        State.WAITING: frozenset({State.RUNNING, State.CANCELLED}),
        State.RUNNING: frozenset({State.WAITING, *ENDS}),
        State.DONE: frozenset(),
        State.FAILED: frozenset(),
        State.CANCELLED: frozenset(),
    }

    kind = models.CharField(max_length=100)
    arguments = models.JSONField(default=dict)
    authority = models.ForeignKey(Authority, models.PROTECT, null=True)
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(default=timezone.now)
    holder = models.CharField(max_length=200, blank=True)
    held_until = models.DateTimeField(null=True)
    steps = models.JSONField(default=dict)
    done = models.PositiveIntegerField(default=0)
    of = models.PositiveIntegerField(null=True)
    words = models.CharField(max_length=200, blank=True)
    result = models.JSONField(null=True)
    message = models.TextField(blank=True)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    cancel_asked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    cancel_asked_at = models.DateTimeField(null=True)

    objects = JobQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["state", "not_before"])]
        constraints: ClassVar = [
            together("people_job", "cancel_asked"),
            models.CheckConstraint(
                name="people_job_held_while_running",
                condition=(Q(state="running", held_until__isnull=False) & ~Q(holder=""))
                | (~Q(state="running") & Q(held_until__isnull=True, holder="")),
            ),
            models.CheckConstraint(
                name="people_job_finished_when_ended",
                condition=Q(state__in=["waiting", "running"], finished_at__isnull=True)
                | Q(state__in=["done", "failed", "cancelled"], finished_at__isnull=False),
            ),
            models.CheckConstraint(
                name="people_job_no_more_done_than_there_is",
                condition=Q(of__isnull=True) | Q(done__lte=F("of")),
            ),
        ]

    def __str__(self) -> str:
        return f"Job {self.pk}"

    @property
    def is_over(self) -> bool:
        return self.state in self.ENDS

    def become(self, state: "Job.State") -> None:
        """Take the next state, in memory only, and let go of the worker.

        Raises:
            NotAllowedNow: there is no step from the present state to `state`.
        """
        if state not in self.NEXT[self.state]:
            raise NotAllowedNow(
                f"{self} is {self.get_state_display().lower()}, so it cannot be "
                f"{state.label.lower()}. Nothing was changed."
            )
        self.state = state
        self.holder, self.held_until = "", None
        self.finished_at = timezone.now() if state in self.ENDS else None
