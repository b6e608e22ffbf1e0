"""What people add to a proposal before it is confirmed: answers and edits."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from goldenthread.intake.models.imports import Import, OfImport
from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, User


class QuestionQuerySet(OfImport):
    """Questions about questions."""

    def open(self) -> "QuestionQuerySet":
        """Those that nobody has settled, in the order in which they are asked."""
        return self.filter(state=Question.State.OPEN).order_by("number")

    def alike(self, question: "Question") -> "QuestionQuerySet":
        """The open ones of the same import and kind, for one answer to all."""
        return self.open().filter(import_of=question.import_of_id, kind=question.kind)


class Question(models.Model):
    """Something about an import that a person should settle; it never blocks.

    `where` is a path in the draft, such as "actions/a40/leads"; empty means the whole document.
    `rows` are the ids of the rows that it is about, `place` is where in the document to look,
    `kind` one of `draft.question.KINDS`, which has its words. `key` names the same question through a second asking.

    OPEN -> ANSWERED | TO SETTLE (it goes with the plan) | GONE (an edit made it needless)
    """

    class State(models.TextChoices):
        OPEN = "open", "Open"
        ANSWERED = "answered", "Answered"
        TO_SETTLE = "to_settle", "To settle later"
        GONE = "gone", "No longer asked"

    import_of = models.ForeignKey(Import, models.PROTECT, related_name="questions")
    number = models.PositiveIntegerField()
    key = models.TextField()
    kind = models.CharField(max_length=60)
    where = models.TextField(blank=True)
    rows = models.JSONField(default=list, blank=True)
    place = models.JSONField(default=dict, blank=True)
    text = models.TextField()
    suggestion = models.JSONField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    answer = models.JSONField(null=True, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("intake_question", "answered"),
            models.UniqueConstraint(fields=["import_of", "key"], name="intake_question_asked_once"),
            models.CheckConstraint(
                name="intake_question_settled_by_somebody",
                condition=Q(state__in=["open", "gone"], answered_at__isnull=True)
                | Q(state__in=["answered", "to_settle"], answered_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def authority(self) -> Authority:
        return self.import_of.authority


class EditQuerySet(OfImport):
    """Questions about edits."""

    def standing(self) -> "EditQuerySet":
        """Those that nobody has undone, the latest first."""
        return self.filter(undone_at__isnull=True).order_by("-number")


class Edit(models.Model):
    """One change of a draft by a person. `change` is all that it did, so that it can be undone.

    `number` is the revision that it made, `undone_number` that of its undoing; `path` the row or field that was chosen, `before` and
    `after` what stood there; `question` the question that it answered, if any.
    """

    class Kind(models.TextChoices):
        SET = "set", "Changed"
        ANSWER = "answer", "Answered"
        SPLIT = "split", "Split"
        JOIN = "join", "Joined"
        REFUSE = "refuse", "Refused"
        ACCEPT = "accept", "Accepted"
        ADD = "add", "Added"
        LINK = "link", "Linked"
        UNLINK = "unlink", "Unlinked"

    import_of = models.ForeignKey(Import, models.PROTECT, related_name="edits")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    path = models.TextField()
    before = models.JSONField(null=True, blank=True)
    after = models.JSONField(null=True, blank=True)
    change = models.JSONField(default=list)
    question = models.ForeignKey(
        Question, models.PROTECT, null=True, blank=True, related_name="edits"
    )
    why = models.TextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    undone_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_number = models.PositiveIntegerField(null=True, blank=True)

    objects = EditQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("intake_edit", "undone"),
            models.UniqueConstraint(
                fields=["import_of", "number"], name="intake_edit_one_a_revision"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.path}"

    @property
    def authority(self) -> Authority:
        return self.import_of.authority
