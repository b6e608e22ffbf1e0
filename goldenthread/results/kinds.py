"""Of which form a measure's figures are, and how a target compares with them."""

from django.db import models

from goldenthread.inspections import targets


class Form(models.TextChoices):
    """How a figure is made of its numerator and denominator."""

    SHARE = "share", "Share, in per cent"
    RATE = "rate", "Rate per 10,000"
    MEAN = "mean", "Mean"
    COUNT = "count", "Count"


# A figure is numerator × this / denominator; a count is its numerator.
PER: dict[str, int] = {Form.SHARE: 100, Form.RATE: 10_000, Form.MEAN: 1}


class Comparator(models.TextChoices):
    """How a figure has to stand to a level; the words are those of recommendations."""

    AT_LEAST = targets.AT_LEAST, "At least"
    MORE_THAN = targets.MORE_THAN, "More than"
    AT_MOST = targets.AT_MOST, "At most"
    LESS_THAN = targets.LESS_THAN, "Less than"
    EXACTLY = targets.EXACTLY, "Exactly"


# What a test expressed as a change may ask for: a fall (at most) or a rise (at least).
CHANGES = (Comparator.AT_MOST, Comparator.AT_LEAST)
