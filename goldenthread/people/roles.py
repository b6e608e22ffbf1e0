"""The roles that a user may hold in an authority."""

from django.db import models


class Role(models.TextChoices):
    """What somebody is in an authority; what each may do stands in the rooms' `verbs.py`."""

    IMPROVEMENT_OFFICER = "improvement_officer", "Improvement officer"
    LEAD = "lead", "Lead, co-lead or delegate"
    CHECKER = "checker", "Checker"
    STRATEGIC_LEAD = "strategic_lead", "Strategic lead"
    DIRECTOR = "director", "Director"
    BOARD_CHAIR = "board_chair", "Board chair"
    TEAM_MANAGER = "team_manager", "Team manager"
    ANALYST = "analyst", "Analyst"
    AUDITOR = "auditor", "Auditor"
    MODERATOR = "moderator", "Moderator"
    CLERK = "clerk", "Clerk"
    ELECTED_MEMBER = "elected_member", "Elected member"
    PARTNER_USER = "partner_user", "Partner user"
    ADMINISTRATOR = "administrator", "Administrator"


EVERY_ROLE = frozenset(Role)
# Guests see what was given to them, never the authority's lists.
GUESTS = frozenset({Role.PARTNER_USER, Role.ELECTED_MEMBER})
COLLEAGUES = EVERY_ROLE - GUESTS
