"""A deadline that lies before the inspection it answers."""

from __future__ import annotations

from datetime import date

from goldenthread.basics.wording.reading import Reading
from goldenthread.basics.wording.when import spoken


def before_inspection(reading: Reading, first_day: date) -> str | None:
    """A flag when the last day named lies before the inspection; the date is never mended.

    Args:
        reading:   the reading of an action's timescale.
        first_day: the first day of the inspection.
    """
    if reading.latest is None or reading.latest >= first_day:
        return None
    return (
        f"“{reading.text.strip()}”: {spoken(reading.latest)} is before the inspection "
        f"({spoken(first_day)}), probably an error. Look at the document, and correct the date "
        "if it was mistyped."
    )
