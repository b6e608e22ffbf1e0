"""What each field of a draft may hold, so that an edit never leaves it unreadable."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

GRADES = (
    *("outstanding", "good", "requires_improvement", "adequate", "satisfactory"),
    *("inadequate", "not_judged"),
)
Check = Callable[[Any], bool]


def is_text(value: Any) -> bool:
    return value is None or isinstance(value, str)


def is_words(value: Any) -> bool:
    """A list of texts, none of them blank."""
    return isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)


def is_day(value: Any) -> bool:
    if value is None:
        return True
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def is_number(value: Any) -> bool:
    if isinstance(value, bool):
        return False
    return value is None or isinstance(value, int | float)


def is_count(value: Any) -> bool:
    whole = isinstance(value, int) and not isinstance(value, bool)
    return value is None or (whole and value >= 0)


def is_grade(value: Any) -> bool:
    return value is None or value in GRADES


def is_dict(value: Any) -> bool:
    return isinstance(value, dict)


# One check and its words for the last name of a path that is not a number.
_DAYS = (
    *("published", "received", "inspection_start", "inspection_end", "visit_start", "visit_end"),
    *("start", "end", "stated", "due", "local_due", "inspected_from", "inspected_to"),
)
_LISTS = (
    *("leads", "delegates", "items", "item_ids", "measures_of_progress", "measures_of_impact"),
    *("addressees", "bullets", "lead_inspectors", "see"),
)
_COUNTS = ("recommendation_count", "paragraph", "plan")
# What other code reads in a given shape; a field that is listed nowhere keeps its kind of value.
CHECKS: Mapping[str, tuple[Check, str]] = {
    **dict.fromkeys(_DAYS, (is_day, "a day such as 2012-06-19, or nothing")),
    **dict.fromkeys(_LISTS, (is_words, "a list of texts without blank ones")),
    **dict.fromkeys(_COUNTS, (is_count, "a whole number")),
    "grade": (is_grade, f"one of {', '.join(GRADES)}"),
    "targets": (is_dict, "a timescale for each item"),
    "test_kinds": (is_dict, "a kind for each line of the test"),
    "value": (is_number, "a number"),
}


def check_of(field: str, before: Any) -> tuple[Check, str]:
    """What a field may hold: by its name, else the kind of value that it holds now."""
    if field in CHECKS:
        return CHECKS[field]
    if before is None or isinstance(before, str):
        return is_text, "a text"
    if isinstance(before, list):
        return lambda value: isinstance(value, list), "a list"
    if isinstance(before, bool):
        return lambda value: value is None or isinstance(value, bool), "yes or no"
    if isinstance(before, int | float):
        return is_number, "a number"
    return lambda value: value is None or isinstance(value, dict), "several named values"
