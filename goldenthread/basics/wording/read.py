"""The one way in: a wording and the day of its document give a reading."""

from __future__ import annotations

from datetime import date

from goldenthread.basics.wording.compose import compose
from goldenthread.basics.wording.draft import Draft
from goldenthread.basics.wording.reading import Reading
from goldenthread.basics.wording.scan import see

LONGEST = 2_000  # characters; a longer text is a passage, not a timescale


def read(text: str, *, anchor: date | None) -> Reading:
    """Read an officer's date or timescale.

    Args:
        text:   the wording as printed; a line break stands between parts of a cell.
        anchor: the day that the document gives (of the plan, or of its update). A month
                without a year takes its year, and lengths of time count from it.

    Returns:
        The reading with the text as printed. Dates are day first. What cannot be read, or
        has two readings, carries a question; nothing is mended in silence. Never raises.
    """
    if len(text) > LONGEST:
        draft = Draft("none").doubted("too long for a timescale", "the date alone")
    else:
        draft = compose(see(text, anchor))
    return draft.reading(text)
