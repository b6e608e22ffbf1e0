"""Stored files, their uploads, and what screening suspects."""

from functools import partial
from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, PartnerOrganisation, RoleHolding, User
from goldenthread.people.models.visibility import Scoped, holds_role
from goldenthread.people.roles import COLLEAGUES, Role
from goldenthread.sources import places

# Who may open what was kept as restricted, and decide about other people's uploads.
KEEPERS = frozenset({Role.IMPROVEMENT_OFFICER, Role.STRATEGIC_LEAD, Role.DIRECTOR})


class StoredFileQuerySet(Scoped["StoredFile"]):
    """Questions about stored files."""

    def visible_to(self, user: User) -> Self:
        """Colleagues know of every file of their authority, partner users of their own."""
        uploads = Upload.objects.filter(file=OuterRef("pk")).visible_to(user)
        return self.filter(Exists(uploads))

    def readable_by(self, user: User) -> Self:
        """Those whose content the user may open: a restricted one only keepers and uploaders."""
        restricted = Suspicion.objects.filter(
            upload__file=OuterRef("pk"), decision=Suspicion.Decision.RESTRICTED
        )
        own = Upload.objects.filter(file=OuterRef("pk"), by=user)
        return self.visible_to(user).filter(
            ~Exists(restricted) | holds_role(user, KEEPERS) | Exists(own)
        )


class UploadQuerySet(Scoped["Upload"]):
    """Questions about uploads."""

    AUTHORITY = "file__authority"

    def visible_to(self, user: User) -> Self:
        """Colleagues see every upload of their authority, partner users their organisation's."""
        holds = partial(
            holds_role, user, authority=self.AUTHORITY, held=RoleHolding.objects.held_by(user)
        )
        return self.filter(
            holds(COLLEAGUES) | holds({Role.PARTNER_USER}, same={"partner": "partner"})
        )

    def already_here(self, upload: "Upload") -> Self:
        """The uploads that brought the same content before this one, the oldest first."""
        return self.filter(file=upload.file_id, pk__lt=upload.pk).order_by("pk")


class SuspicionQuerySet(Scoped["Suspicion"]):
    """Questions about what screening suspects."""

    AUTHORITY = "upload__file__authority"

    def visible_to(self, user: User) -> Self:
        """Keepers see those of their authority, everybody those of their own uploads."""
        keepers = holds_role(user, KEEPERS, authority=self.AUTHORITY)
        own = Exists(Upload.objects.visible_to(user).filter(pk=OuterRef("upload"), by=user))
        return self.filter(keepers | own)

    def undecided(self) -> Self:
        return self.filter(decision=Suspicion.Decision.OPEN)


class StoredFile(models.Model):
    """A content that an authority holds, once for all its uploads, known by its SHA-256.

    `form` is what its own bytes say, as in `documents.containers.sniff.Form`; empty means
    that no reader here opens it, and `nature` says what it is ("picture (PNG)").
    """

    authority = models.ForeignKey(Authority, models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    form = models.CharField(max_length=20, blank=True)
    nature = models.CharField(max_length=200, blank=True)
    stored_at = models.DateTimeField(default=timezone.now)

    objects = StoredFileQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["authority", "sha256"], name="sources_storedfile_stored_once"
            ),
            models.CheckConstraint(
                name="sources_storedfile_holds_something", condition=Q(size__gt=0)
            ),
            models.CheckConstraint(
                name="sources_storedfile_form_or_nature",
                condition=Q(nature="") ^ Q(form=""),
            ),
        ]

    def __str__(self) -> str:
        return f"File {self.sha256[:12]}"


class Upload(models.Model):
    """Somebody brought a file, under the name that it had with them; `note` is their remark."""

    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="uploads")
    name = models.CharField(max_length=255)
    note = models.TextField(blank=True)
    partner = models.ForeignKey(
        PartnerOrganisation, models.PROTECT, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = UploadQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="sources_upload_is_named", condition=~Q(name=""))
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def authority(self) -> Authority:
        return self.file.authority


class Suspicion(models.Model):
    """A text of an upload that may tell who a child is, and what was decided about it.

    The value itself is not kept here: `excerpt` shows its surroundings with every suspected
    value masked. `start` and `end` count the characters of the text at `place`, as screened.

    OPEN -> RESTRICTED, REMOVED or NOT_PERSONAL, and from each of these to another.
    """

    class Kind(models.TextChoices):
        NHS_NUMBER = "nhs_number", "NHS number"
        UPN = "upn", "Unique pupil number"
        BIRTH_DATE = "birth_date", "Date of birth"
        CASE_NUMBER = "case_number", "Number in a case system"
        CHILD_NAME = "child_name", "Name of a child"

    class Decision(models.TextChoices):
        OPEN = "open", "Not decided"
        RESTRICTED = "restricted", "Kept as restricted"
        REMOVED = "removed", "Removed from what is taken over"
        NOT_PERSONAL = "not_personal", "Nobody's personal data"

    upload = models.ForeignKey(Upload, models.PROTECT, related_name="suspicions")
    place = models.JSONField(default=dict, blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    excerpt = models.CharField(max_length=300)
    reason = models.CharField(max_length=200)
    decision = models.CharField(max_length=20, choices=Decision.choices, default=Decision.OPEN)
    decided_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    why = models.TextField(blank=True)

    objects = SuspicionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("sources_suspicion", "decided"),
            models.UniqueConstraint(
                fields=["upload", "place", "kind", "start", "end"],
                name="sources_suspicion_raised_once",
            ),
            models.CheckConstraint(
                name="sources_suspicion_has_a_length", condition=Q(end__gt=F("start"))
            ),
            models.CheckConstraint(
                name="sources_suspicion_kind_is_known",
                condition=Q(
                    kind__in=["nhs_number", "upn", "birth_date", "case_number", "child_name"]
                ),
            ),
            models.CheckConstraint(
                name="sources_suspicion_decided_with_a_reason",
                condition=Q(decision="open", decided_at__isnull=True, why="")
                | (
                    Q(
                        decision__in=["restricted", "removed", "not_personal"],
                        decided_at__isnull=False,
                    )
                    & ~Q(why="")
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {places.words(self.place)}"

    @property
    def authority(self) -> Authority:
        return self.upload.authority
