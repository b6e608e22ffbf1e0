"""What each version of a plan printed: its claims, and its words of every row."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from goldenthread.plans.models.plan import Version
from goldenthread.plans.models.told import OF_ONE, OfActionOrItem, OfEither


class FromDocument(OfActionOrItem):
    """A row that tells what a version printed; it is only ever added."""

    version = models.ForeignKey(Version, models.PROTECT, related_name="%(class)ss")
    source_place = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True


class AsReportedQuerySet(OfEither["AsReported"]):
    """Questions about what documents claim."""

    def current(self) -> Self:
        """Those of the version that counts now."""
        return self.filter(version__state=Version.State.CURRENT)

    def says_completed(self) -> Self:
        """Current claims that all is completed; a sentence on progress may tell of a part."""
        claims = self.current().filter(claims=AsReported.Claims.COMPLETED)
        return claims.exclude(column=AsReported.Column.PROGRESS)


class AsReported(FromDocument):
    """What an imported document claims, verbatim; it sets no state and no rung.

    `claims` is what the words say as a pure rule reads them, `completed_on` the day or month
    with `precision`, `count` of `out_of` what is said to be done so far. Rows are only added.
    """

    class Column(models.TextChoices):
        PROGRESS = "progress", "Progress"
        UPDATE = "update", "Update"
        EVIDENCE = "evidence", "Evidence on file"
        COMPLETED = "completed", "Date completed"
        COLOUR = "colour", "Status"

    class Claims(models.TextChoices):
        NOTHING = "nothing", "Nothing that a rule reads"
        NO_EVIDENCE = "no evidence", "No evidence"
        PART = "part evidence", "Part of the evidence"
        FULL = "full evidence", "Evidence"
        COMPLETED = "completed", "Completed"

    column = models.CharField(max_length=20, choices=Column.choices)
    text = models.TextField()
    said = models.CharField(max_length=200, blank=True)
    claims = models.CharField(max_length=20, choices=Claims.choices, default=Claims.NOTHING)
    completed_on = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=20, blank=True)
    count = models.PositiveIntegerField(null=True, blank=True)
    out_of = models.PositiveIntegerField(null=True, blank=True)

    objects = AsReportedQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "as reported"
        constraints: ClassVar = [
            models.CheckConstraint(name="plans_asreported_is_of_one", condition=OF_ONE),
            models.CheckConstraint(
                name="plans_asreported_day_has_a_precision",
                condition=Q(completed_on__isnull=True, precision="")
                | (Q(completed_on__isnull=False) & ~Q(precision="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_column_display()}: {self.text}"


class WordingQuerySet(OfEither["Wording"]):
    """Questions about what versions printed."""


class Wording(FromDocument):
    """An item or an action as one version printed it; rows are only ever added.

    `number` is the item's number or the action's label, `content` the other fields of the row
    that the version printed: {"section": "…", "timescale_printed": "End Sept"}.
    """

    order = models.PositiveIntegerField()
    number = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    content: Any = models.JSONField(default=dict, blank=True)

    objects = WordingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="plans_wording_is_of_one", condition=OF_ONE),
            models.UniqueConstraint(fields=["version", "action"], name="plans_wording_action_once"),
            models.UniqueConstraint(fields=["version", "item"], name="plans_wording_item_once"),
        ]

    def __str__(self) -> str:
        return self.text

    def restore(self) -> None:
        """Give the item or the action these words again."""
        row = self.of
        label = "number" if self.item_id else "ref"
        fields = {"order": self.order, "text": self.text, label: self.number, **self.content}
        for name, value in {**fields, "source_place": self.source_place}.items():
            setattr(row, name, value)
        row.save(update_fields=[*fields, "source_place"])
