"""The history: a chain of lines, the values that it digests, and what two people took out."""

import json
import uuid
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from goldenthread.people.constraints import together
from goldenthread.people.models.accounts import Authority, User
from goldenthread.people.models.visibility import Scoped


class HistoryLineQuerySet(Scoped["HistoryLine"]):
    """Questions about lines of history."""

    def of(self, thing: models.Model) -> Self:
        """The lines about one thing, the oldest first."""
        return self.filter(thing_type=thing._meta.label_lower, thing_id=str(thing.pk)).order_by(
            "number"
        )


class RedactionQuerySet(Scoped["Redaction"]):
    """Questions about redactions."""


class HistoryHead(models.Model):
    """The end of the chain; its one row is locked while a line is added.

    `chain` names this database's chain and is part of each line's hash, so that lines
    and copies of heads cannot be passed from one database to another.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    chain = models.UUIDField(default=uuid.uuid4, editable=False)
    count = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="people_historyhead_is_one_row", condition=Q(id=1))
        ]

    def __str__(self) -> str:
        return f"{self.count} {self.hash}"


class HistoryLine(models.Model):
    """One thing that somebody did. Triggers of the database refuse to change or delete it.

    `digests` maps the name of each value, such as "after.status", to its salted digest;
    the values themselves are in `HistoryValue`.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    authority = models.ForeignKey(Authority, models.PROTECT, null=True, related_name="+")
    verb = models.CharField(max_length=100)
    thing_type = models.CharField(max_length=100)
    thing_id = models.CharField(max_length=100)
    digests = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    objects = HistoryLineQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["thing_type", "thing_id", "number"])]

    def __str__(self) -> str:
        return f"line {self.number}"

    @property
    def thing(self) -> str:
        return f"{self.thing_type} {self.thing_id}"


class HistoryValue(models.Model):
    """One value of a line, with its salt. Without the row the digest tells nothing.

    `text` is JSON as it was digested. `place` is "before", "after" or "why"; `name` is
    the field's, empty for "why".
    """

    line = models.ForeignKey(HistoryLine, models.PROTECT, related_name="values")
    place = models.CharField(max_length=10)
    name = models.CharField(max_length=100, blank=True)
    text = models.TextField()
    salt = models.CharField(max_length=32)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["line", "place", "name"], name="people_historyvalue_kept_once"
            )
        ]

    def __str__(self) -> str:
        return f"line {self.line_id}, {self.key}"

    @property
    def key(self) -> str:
        return key_of(self.place, self.name)

    @property
    def value(self) -> Any:
        return json.loads(self.text)


def key_of(place: str, name: str) -> str:
    """The name of a value within its line, as `digests` has it: "after.status", "why"."""
    return f"{place}.{name}" if name else place


class Redaction(models.Model):
    """A wish to take values out of the history, which somebody else approves or refuses."""

    authority = models.ForeignKey(Authority, models.PROTECT, null=True)
    why = models.TextField()
    requested_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(default=timezone.now)
    approved_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    approved_at = models.DateTimeField(null=True)
    refused_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    refused_at = models.DateTimeField(null=True)

    objects = RedactionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("people_redaction", "approved"),
            together("people_redaction", "refused"),
            models.CheckConstraint(
                name="people_redaction_takes_two_people",
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("requested_by")),
            ),
            models.CheckConstraint(
                name="people_redaction_decided_one_way",
                condition=Q(approved_at__isnull=True) | Q(refused_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"redaction {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.approved_at is None and self.refused_at is None


class RedactedValue(models.Model):
    """A value that a redaction names; it outlives the value."""

    redaction = models.ForeignKey(Redaction, models.PROTECT, related_name="values")
    line = models.ForeignKey(HistoryLine, models.PROTECT, related_name="redacted")
    place = models.CharField(max_length=10)
    name = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["redaction", "line", "place", "name"],
                name="people_redactedvalue_named_once",
            )
        ]

    def __str__(self) -> str:
        return f"line {self.line_id}, {key_of(self.place, self.name)}"

    @property
    def key(self) -> str:
        return key_of(self.place, self.name)
