"""What is said of a stage of consultation on a day. No table is asked."""

from datetime import date

from goldenthread.basics.days import without_weekday


def in_words(stage: str, *, opens_on: date, closes_on: date, day: date) -> str:
    """What is said of a stage without an outcome: "in consultation (appeals), closes 3 May 2026".

    Args:
        stage: its name in small letters.
        day:   on which it is said; the stage may lie before, around or after it.
    """
    if day < opens_on:
        return f"consultation to come ({stage}), opens {without_weekday(opens_on)}"
    if day <= closes_on:
        return f"in consultation ({stage}), closes {without_weekday(closes_on)}"
    late = (day - closes_on).days
    closed = without_weekday(closes_on)
    days = "1 day" if late == 1 else f"{late} days"
    return f"in consultation ({stage}), was to close {closed}: no outcome for {days}"
