"""What a council is made of: services, teams and posts, and the partners beside it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from goldenthread.people.constraints import dates_in_order
from goldenthread.people.models.accounts import Authority
from goldenthread.people.models.visibility import Dated, Scoped
from goldenthread.people.statutory import StatutoryRole


class ServiceQuerySet(Scoped["Service"]):
    """Questions about services."""


class TeamQuerySet(Dated["Team"]):
    """Questions about teams."""


class PartnerQuerySet(Scoped["PartnerOrganisation"]):
    """Questions about partner organisations."""


class PostQuerySet(Dated["Post"]):
    """Questions about posts."""


class Service(models.Model):
    """A part of the council that teams and posts belong to."""

    authority = models.ForeignKey(Authority, models.PROTECT)
    name = models.CharField(max_length=200)

    objects = ServiceQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint("authority", Lower("name"), name="people_service_named_once")
        ]

    def __str__(self) -> str:
        return self.name


class PartnerOrganisation(models.Model):
    """A body beside the council that leads actions of its own: health, police, a school trust."""

    authority = models.ForeignKey(Authority, models.PROTECT)
    name = models.CharField(max_length=200)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                "authority", Lower("name"), name="people_partnerorganisation_named_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A team, with the code and other names that documents use and the days it existed.

    A team that is renamed or merged ends, and names its successor. An empty first or
    last day means that it is not known, or not over.
    """

    authority = models.ForeignKey(Authority, models.PROTECT)
    name = models.CharField(max_length=200)
    code = models.CharField(max_length=30, blank=True)
    synonyms = models.JSONField(default=list, blank=True)
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True)
    successor = models.ForeignKey("self", models.PROTECT, null=True, blank=True)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = TeamQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            dates_in_order("people_team"),
            models.UniqueConstraint(
                "authority",
                Lower("name"),
                condition=Q(ended_on__isnull=True),
                name="people_team_named_once_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A post that one person after another holds; the accountable lead may be a post."""

    class Kind(models.TextChoices):
        OFFICER = "officer", "Officer"
        ELECTED = "elected", "Elected member"
        INDEPENDENT = "independent", "Independent"
        PARTNER = "partner", "Partner's officer"

    authority = models.ForeignKey(Authority, models.PROTECT)
    title = models.CharField(max_length=200)
    synonyms = models.JSONField(default=list, blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.OFFICER)
    statutory_role = models.CharField(max_length=40, blank=True, choices=StatutoryRole.choices)
    service = models.ForeignKey(Service, models.PROTECT, null=True, blank=True)
    team = models.ForeignKey(Team, models.PROTECT, null=True, blank=True)
    partner = models.ForeignKey(PartnerOrganisation, models.PROTECT, null=True, blank=True)
    reports_to = models.ForeignKey("self", models.PROTECT, null=True, blank=True)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            dates_in_order("people_post"),
            models.UniqueConstraint(
                "authority",
                Lower("title"),
                condition=Q(ended_on__isnull=True),
                name="people_post_titled_once_at_a_time",
            ),
            models.CheckConstraint(
                name="people_post_does_not_report_to_itself",
                condition=Q(reports_to__isnull=True) | ~Q(reports_to=models.F("id")),
            ),
        ]

    def __str__(self) -> str:
        return self.title
