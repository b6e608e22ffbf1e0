"""Meetings: their agendas, who was there, what was said of each item."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from goldenthread.governance.models.forums import Forum
from goldenthread.governance.seeing import OVERSEERS, Seated
from goldenthread.inspections.models import Recommendation
from goldenthread.people.constraints import together
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import Row, Scoped, holds_role
from goldenthread.plans.models import Action, Plan, Version


class OfMeeting(Scoped[Row]):
    """Questions about what belongs to a meeting: for overseers, and for who has a seat there.

    Guests see a meeting once its agenda was issued: that is when it was given to them.
    """

    AUTHORITY = "meeting__forum__authority"
    MEETING: ClassVar[str] = "meeting"

    def visible_to(self, user: User) -> Self:
        seated = Seated(user)
        prefix = f"{self.MEETING}__" if self.MEETING else ""
        guests = Q(**{f"{self.AUTHORITY}__in": seated.guest_at()})
        given = Q(**{f"{prefix}issued_at__isnull": False})
        return self.filter(
            holds_role(user, OVERSEERS, authority=self.AUTHORITY, held=seated.held)
            | seated.of(f"{prefix}forum", authority=self.AUTHORITY) & (~guests | given)
        )


class MeetingQuerySet(OfMeeting["Meeting"]):
    """Questions about meetings."""

    AUTHORITY = "forum__authority"
    MEETING = ""

    def held(self) -> Self:
        return self.filter(state__in=[Meeting.State.HELD, Meeting.State.APPROVED])

    def to_come(self) -> Self:
        return self.filter(state__in=[Meeting.State.PLANNED, Meeting.State.ISSUED])


class Meeting(models.Model):
    """One meeting of a board or meeting.

    PLANNED -> ISSUED (its agenda was given out) -> HELD -> APPROVED (minutes frozen)
          \\-> CANCELLED                  \\-> CANCELLED

    `cases` is how many cases a panel looked at, a count without any child.
    """

    class State(models.TextChoices):
        PLANNED = "planned", "Planned"
        ISSUED = "issued", "Agenda issued"
        HELD = "held", "Held, minutes not yet approved"
        APPROVED = "approved", "Minutes approved"
        CANCELLED = "cancelled", "Cancelled"

    NEXT: ClassVar[dict[str, frozenset[str]]] = {
        State.PLANNED: frozenset({State.ISSUED, State.HELD, State.CANCELLED}),
        State.ISSUED: frozenset({State.HELD, State.CANCELLED}),
        State.HELD: frozenset({State.APPROVED}),
        State.APPROVED: frozenset(),
        State.CANCELLED: frozenset(),
    }

    forum = models.ForeignKey(Forum, models.PROTECT, related_name="meetings")
    day = models.DateField()
    place = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    issued_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    issued_at = models.DateTimeField(null=True, blank=True)
    approved_in = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="approves"
    )
    cases = models.PositiveIntegerField(null=True, blank=True)
    cancelled_why = models.TextField(blank=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            together("governance_meeting", "issued"),
            models.UniqueConstraint(
                fields=["forum", "day"],
                condition=~Q(state="cancelled"),
                name="governance_meeting_once_a_day",
            ),
            models.CheckConstraint(
                name="governance_meeting_state_is_known",
                condition=Q(state__in=["planned", "issued", "held", "approved", "cancelled"]),
            ),
            models.CheckConstraint(
                name="governance_meeting_approved_in_another",
                condition=Q(state="approved", approved_in__isnull=False) & ~Q(approved_in=F("id"))
                | ~Q(state="approved") & Q(approved_in__isnull=True),
            ),
            models.CheckConstraint(
                name="governance_meeting_cancelled_with_a_reason",
                condition=Q(state="cancelled") & ~Q(cancelled_why="")
                | ~Q(state="cancelled") & Q(cancelled_why=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.forum}, {self.day.day} {self.day:%B %Y}"

    @property
    def authority(self) -> Authority:
        return self.forum.authority


class AgendaItemQuerySet(OfMeeting["AgendaItem"]):
    """Questions about items of agendas."""


class AgendaItem(models.Model):
    """One item of an agenda: what it is about, why it is there, and what was said.

    `key` is what put it there, such as "late plans.action:12", so that it stands once;
    an item written by hand has its own. `version` is the version of the plan that was
    looked at, `paper` the number of a signed paper. `exceptional`: asked for out of turn.
    """

    class Kind(models.TextChoices):
        STANDING = "standing", "Standing item"
        LAST_TIME = "last time", "From the last meeting"
        LATE = "late", "Late"
        DUE = "due", "Due before the next meeting"
        CLAIM = "claim", "Reported, waiting for a check"
        EXTENSION = "extension", "More time asked for"
        PAPER = "paper", "Signed paper"
        WATCHED = "watched", "Watched by this meeting"
        OTHER = "other", "Written by hand"

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items")
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    key = models.CharField(max_length=100)
    title = models.CharField(max_length=500)
    why = models.TextField(blank=True)
    topic = models.CharField(max_length=200, blank=True)
    exceptional = models.BooleanField(default=False)
    plan = models.ForeignKey(
        Plan, models.PROTECT, null=True, blank=True, related_name="agenda_items"
    )
    version = models.ForeignKey(Version, models.PROTECT, null=True, blank=True, related_name="+")
    action = models.ForeignKey(
        Action, models.PROTECT, null=True, blank=True, related_name="agenda_items"
    )
    recommendation = models.ForeignKey(
        Recommendation, models.PROTECT, null=True, blank=True, related_name="agenda_items"
    )
    paper = models.PositiveIntegerField(null=True, blank=True)
    minute = models.TextField(blank=True)

    objects = AgendaItemQuerySet.as_manager()

    class Meta:
        ordering = ("order", "pk")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "key"], name="governance_agendaitem_once_a_meeting"
            ),
            models.CheckConstraint(
                name="governance_agendaitem_has_a_title", condition=~Q(title="") & ~Q(key="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.order}. {self.title}"

    @property
    def authority(self) -> Authority:
        return self.meeting.authority


class AttendanceQuerySet(OfMeeting["Attendance"]):
    """Questions about who was there."""

    def present(self) -> Self:
        return self.filter(how=Attendance.How.PRESENT)


class Attendance(models.Model):
    """Who was there or sent apologies: a member by seat, or so many of an agency.

    `agency` is the organisation in words, `number` how many of it came.
    """

    class How(models.TextChoices):
        PRESENT = "present", "Present"
        APOLOGIES = "apologies", "Apologies"
        ABSENT = "absent", "Absent"

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendance")
    seat = models.ForeignKey(
        "governance.Seat", models.PROTECT, null=True, blank=True, related_name="attendance"
    )
    agency = models.CharField(max_length=200, blank=True)
    name = models.CharField(max_length=200, blank=True)
    number = models.PositiveSmallIntegerField(default=1)
    how = models.CharField(max_length=10, choices=How.choices)

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "seat"],
                condition=Q(seat__isnull=False),
                name="governance_attendance_seat_once",
            ),
            models.UniqueConstraint(
                fields=["meeting", "agency", "name"],
                condition=Q(seat__isnull=True),
                name="governance_attendance_agency_once",
            ),
            models.CheckConstraint(
                name="governance_attendance_of_a_seat_or_an_agency",
                condition=Q(seat__isnull=False, number=1)
                | Q(seat__isnull=True, number__gte=1) & ~Q(agency=""),
            ),
            models.CheckConstraint(
                name="governance_attendance_how_is_known",
                condition=Q(how__in=["present", "apologies", "absent"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seat or self.name or self.agency}: {self.get_how_display().lower()}"

    @property
    def authority(self) -> Authority:
        return self.meeting.authority
