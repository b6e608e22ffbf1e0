"""The figure of an impact in words."""

from goldenthread.basics.days import without_weekday
from goldenthread.plans.models import Impact


def in_words(row: Impact) -> str:
    """'84 (42 of 50) as at 31 March 2016'; "" where it has no figure."""
    if row.number is None or row.as_at is None:
        return ""
    number, numerator, denominator = (
        f"{part:f}".rstrip("0").rstrip(".") if part % 1 else f"{part:.0f}"
        for part in (row.number, row.numerator or 0, row.denominator or 0)
    )
    return f"{number} ({numerator} of {denominator}) as at {without_weekday(row.as_at)}"
