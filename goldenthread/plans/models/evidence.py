"""Evidence with its versions, what each version shows of which test, and who checked it."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, PartnerOrganisation, Person, User
from goldenthread.people.models.visibility import Row, Scoped
from goldenthread.plans.models.plan import Plan
from goldenthread.plans.models.recurring import DatedOccurrence
from goldenthread.plans.models.told import Test
from goldenthread.plans.seeing import Sight
from goldenthread.results.models import Value
from goldenthread.sources.models import Upload


class OfEvidence(Scoped[Row]):
    """Questions about what belongs to evidence, seen by who sees the evidence."""

    AUTHORITY = "evidence__plan__authority"
    EVIDENCE: ClassVar[str] = "evidence"

    def visible_to(self, user: User) -> Self:
        return self.filter(Exists(_seen(user, self.EVIDENCE)))


def _seen(user: User, path: str) -> "EvidenceQuerySet":
    return Evidence.objects.filter(pk=OuterRef(path)).visible_to(user)


class EvidenceQuerySet(Scoped["Evidence"]):
    """Questions about evidence."""

    AUTHORITY = "plan__authority"

    def visible_to(self, user: User) -> Self:
        """Who sees the plan, by marking; partner users what their own organisation filed."""
        return self.filter(Sight(user).evidence())


class Evidence(models.Model):
    """Something that shows, or contradicts, that a test is met. What it says is in versions.

    `kind` is a code of `evidence_kinds.KINDS`. `outside` marks what somebody outside the
    council made. `partner` is the organisation whose evidence it is, if not the council's.
    """

    class Marking(models.TextChoices):
        OPEN = "open", "Open"
        INTERNAL = "internal", "Internal"
        RESTRICTED = "restricted", "Restricted"

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="evidence")
    public_id = models.CharField(max_length=24)
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=500)
    marking = models.CharField(max_length=10, choices=Marking.choices, default=Marking.INTERNAL)
    outside = models.BooleanField(default=False)
    partner = models.ForeignKey(
        PartnerOrganisation, models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "evidence"
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["plan", "public_id"], name="plans_evidence_public_id_once"
            ),
            models.CheckConstraint(name="plans_evidence_has_a_title", condition=~Q(title="")),
            models.CheckConstraint(
                name="plans_evidence_marking_is_known",
                condition=Q(marking__in=["open", "internal", "restricted"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} {self.title}"

    @property
    def authority(self) -> Authority:
        return self.plan.authority


class EvidenceVersionQuerySet(OfEvidence["EvidenceVersion"]):
    """Questions about versions of evidence."""


class EvidenceVersion(models.Model):
    """What was filed as evidence on a day; never changed: another version is filed instead.

    `about` is what its kind asks for, as `evidence_kinds` says. `sha256` is of the file, or of
    address, extract and `about` where there is none. The period is the one that it tells of.
    `before` is the document before its change, `cites` other evidence that it rests on,
    `value` the figure of a measure that it is: it counts as long as that figure holds.
    """

    evidence = models.ForeignKey(Evidence, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    upload = models.ForeignKey(Upload, models.PROTECT, null=True, blank=True, related_name="+")
    before = models.ForeignKey(Upload, models.PROTECT, null=True, blank=True, related_name="+")
    url = models.URLField(max_length=1000, blank=True)
    extract = models.TextField(blank=True)
    about = models.JSONField(default=dict, blank=True)
    cites = models.ManyToManyField("self", symmetrical=False, related_name="cited_by", blank=True)
    value = models.ForeignKey(Value, models.PROTECT, null=True, blank=True, related_name="+")
    sha256 = models.CharField(max_length=64)
    period_from = models.DateField(null=True, blank=True)
    period_to = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    filed_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    filed_for = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    filed_at = models.DateTimeField()

    objects = EvidenceVersionQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["evidence", "number"], name="plans_evidenceversion_number_once"
            ),
            models.CheckConstraint(
                name="plans_evidenceversion_number_from_one", condition=Q(number__gte=1)
            ),
            models.CheckConstraint(
                name="plans_evidenceversion_has_a_hash", condition=~Q(sha256="")
            ),
            models.CheckConstraint(
                name="plans_evidenceversion_period_in_order",
                condition=Q(period_from__isnull=True)
                | Q(period_to__isnull=True)
                | Q(period_to__gte=F("period_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.evidence.public_id}, version {self.number}"

    @property
    def authority(self) -> Authority:
        return self.evidence.authority

    @property
    def figure_holds(self) -> bool:
        """Whether it rests on no figure of a measure, or on one approved and not revised."""
        return self.value is None or self.value.state == Value.State.APPROVED


class EvidenceLinkQuerySet(Scoped["EvidenceLink"]):
    """Questions about which evidence supports or contradicts which test."""

    AUTHORITY = "version__evidence__plan__authority"

    def visible_to(self, user: User) -> Self:
        return self.filter(Exists(_seen(user, "version__evidence")))

    def newest(self) -> Self:
        """Those of versions that no later one replaces, and that nobody withdrew."""
        later = EvidenceVersion.objects.filter(
            evidence=OuterRef("version__evidence"), number__gt=OuterRef("version__number")
        )
        return self.filter(~Exists(later), withdrawn_at=None)

    def accepted(self, day: date) -> Self:
        """Those whose acceptance counts on a day; worked out anew each time, never stored.

        The last check accepted it, the test is as it was then, the version is still the
        latest and valid on the day, nobody withdrew it, nothing that contradicts the test was
        filed or found right since, no contradiction that was found right stands, and the
        figure that it rests on was not revised.

        Args:
            day: on which evidence must not have expired. All else is as known now.
        """
        last = Check.objects.filter(link=OuterRef("pk")).order_by("-pk")
        newest = {
            name: models.Subquery(last.values(name)[:1])
            for name in ("pk", "outcome", "edition", "last_link")
        }
        rows = self.newest().annotate(**{f"checked_{name}": row for name, row in newest.items()})
        return rows.filter(
            Q(version__expires_on=None) | Q(version__expires_on__gte=day),
            Q(version__value=None) | Q(version__value__state=Value.State.APPROVED),
            ~Exists(_contradicting().filter(pk__gt=OuterRef("checked_last_link"))),
            ~Exists(_contradicting().upheld()),
            ~Exists(_found_right().filter(pk__gt=OuterRef("checked_pk"))),
            direction=EvidenceLink.Direction.SUPPORTS,
            checked_outcome=Check.Outcome.ACCEPTED,
            checked_edition=F("test__edition"),
        )

    def upheld(self) -> Self:
        """Contradictions that a checker found right, and that nobody withdrew."""
        last = Check.objects.filter(link=OuterRef("pk")).order_by("-pk")
        return self.annotate(found=models.Subquery(last.values("outcome")[:1])).filter(
            found=Check.Outcome.ACCEPTED,
            direction=EvidenceLink.Direction.CONTRADICTS,
            withdrawn_at=None,
        )

    def waiting(self) -> Self:
        """Those that somebody asked to have checked, and that nobody has checked since."""
        asked = CheckRequest.objects.filter(link=OuterRef("pk"), answered_with=None)
        return self.newest().filter(Exists(asked))


def _contradicting() -> "EvidenceLinkQuerySet":
    """Of a link: those that contradict the same test, withdrawn ones too."""
    return EvidenceLink.objects.filter(
        test=OuterRef("test"), direction=EvidenceLink.Direction.CONTRADICTS
    )


def _found_right() -> "CheckQuerySet":
    """Of a link: the checks that found what contradicts its test right, withdrawn or not."""
    return Check.objects.filter(
        outcome=Check.Outcome.ACCEPTED,
        link__test=OuterRef("test"),
        link__direction=EvidenceLink.Direction.CONTRADICTS,
    )


class EvidenceLink(models.Model):
    """What a version of evidence shows of a test; `quantity` is how many of those wanted.

    `occurrence` is the one time that it is of, where the action comes again.
    Whether it is filed, waiting, returned or accepted is never stored: it follows from its
    checks (`EvidenceLink.objects.accepted`, `evidence_states.link_state`).
    """

    class Direction(models.TextChoices):
        SUPPORTS = "supports", "Supports"
        CONTRADICTS = "contradicts", "Contradicts"

    version = models.ForeignKey(EvidenceVersion, models.PROTECT, related_name="links")
    test = models.ForeignKey(Test, models.PROTECT, related_name="links")
    occurrence = models.ForeignKey(
        DatedOccurrence, models.PROTECT, null=True, blank=True, related_name="links"
    )
    direction = models.CharField(
        max_length=12, choices=Direction.choices, default=Direction.SUPPORTS
    )
    shows = models.TextField()
    quantity = models.PositiveIntegerField(null=True, blank=True)
    linked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    linked_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.TextField(blank=True)

    objects = EvidenceLinkQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("plans_evidencelink", "withdrawn"),
            models.UniqueConstraint(
                fields=["version", "test"], name="plans_evidencelink_linked_once"
            ),
            models.CheckConstraint(
                name="plans_evidencelink_says_what_it_shows", condition=~Q(shows="")
            ),
            models.CheckConstraint(
                name="plans_evidencelink_direction_is_known",
                condition=Q(direction__in=["supports", "contradicts"]),
            ),
            models.CheckConstraint(
                name="plans_evidencelink_withdrawn_with_a_reason",
                condition=Q(withdrawn_at__isnull=True, withdrawn_why="")
                | (Q(withdrawn_at__isnull=False) & ~Q(withdrawn_why="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} {self.direction} {self.test}"

    @property
    def authority(self) -> Authority:
        return self.version.authority


class OfLink(Scoped[Row]):
    """Questions about what belongs to a link, seen by who sees its evidence."""

    AUTHORITY = "link__version__evidence__plan__authority"

    def visible_to(self, user: User) -> Self:
        return self.filter(Exists(_seen(user, "link__version__evidence")))


class CheckQuerySet(OfLink["Check"]):
    """Questions about checks."""


class Check(models.Model):
    """Somebody accepted or returned evidence; rows are only ever added.

    Post, service and line to the lead stand as they were on the day. `edition` is the test's
    edition that was checked against, `last_link` the last evidence that was on file for it.
    """

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", "Accepted"
        RETURNED = "returned", "Returned"

    link = models.ForeignKey(EvidenceLink, models.PROTECT, related_name="checks")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    note = models.TextField(blank=True)
    how_do_we_know = models.TextField(blank=True)
    what_next = models.TextField(blank=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    day = models.DateField()
    post = models.TextField(blank=True)
    service = models.TextField(blank=True)
    line = models.TextField(blank=True)
    edition = models.PositiveSmallIntegerField()
    last_link = models.ForeignKey(EvidenceLink, models.PROTECT, related_name="+")

    objects = CheckQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="plans_check_outcome_is_known",
                condition=Q(outcome__in=["accepted", "returned"]),
            ),
            models.CheckConstraint(
                name="plans_check_returned_with_a_reason",
                condition=~Q(outcome="returned") | ~Q(note=""),
            ),
            models.CheckConstraint(
                name="plans_check_accepted_says_how_we_know",
                condition=~Q(outcome="accepted") | ~Q(how_do_we_know=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()} by {self.person}"

    @property
    def authority(self) -> Authority:
        return self.link.authority


class CheckRequestQuerySet(OfLink["CheckRequest"]):
    """Questions about who waits for a check."""

    def waiting(self) -> Self:
        return self.filter(answered_with=None)


class CheckRequest(models.Model):
    """Somebody asked for evidence to be checked: from then on the checkers' clock runs.

    `due_on` is five working days later; without one `due_words` says why. It is never the
    lead's deadline. `of` names one checker, else any of the plan's may take it.
    """

    link = models.ForeignKey(EvidenceLink, models.PROTECT, related_name="requests")
    asked_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    asked_on = models.DateField()
    of = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    due_words = models.TextField(blank=True)
    answered_with = models.ForeignKey(
        Check, models.PROTECT, null=True, blank=True, related_name="answers"
    )

    objects = CheckRequestQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["link"],
                condition=Q(answered_with__isnull=True),
                name="plans_checkrequest_one_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.link}: asked on {self.asked_on}"

    @property
    def authority(self) -> Authority:
        return self.link.authority
