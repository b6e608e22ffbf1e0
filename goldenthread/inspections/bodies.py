"""Whom a judgement or a recommendation is about."""

from django.db import models


class Body(models.TextChoices):
    """The body judged: a judgement about another one is no duty of the council's plan."""

    COUNCIL = "la", "The council"
    BOARD = "lscb", "The Local Safeguarding Children Board"
    PARTNERSHIP = "partnership", "The area partnership"
