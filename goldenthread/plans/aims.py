"""What change a test asks for: from what, when, by how much at least. No table is asked.

An aim is {} where a test asks for no change, else as in {"direction": "lower", "baseline": 40,
"baseline_on": "2012-06-30", "least": 10, "unit": "records", "from": "2012-09-01", "to":
"2013-03-31"}: from 40, at least 10 lower, in the months from September to March.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

NEEDED = {
    "direction": "which way it is to go",
    "baseline": "from which figure",
    "baseline_on": "of which day that figure is",
    "least": "by how much at least",
    "from": "from which day",
    "to": "until which day",
}
_ASKS = re.compile(
    r"\b(reduction|reduc(e|es|ed|ing)|fewer|decreas\w+|increase[sd]?\b(?! in (the )?use)|"
    r"rise|fall)\b",
    re.IGNORECASE,
)


def asks_for_change(text: str) -> bool:
    """Whether the words of a test ask for a reduction or an increase."""
    return bool(_ASKS.search(text))


def problems(aim: Mapping[str, Any]) -> list[str]:
    """What an aim lacks or has wrong, in sentences; [] where it is whole, or empty."""
    if not aim:
        return []
    missing = [words for name, words in NEEDED.items() if aim.get(name) in (None, "")]
    if missing:
        return [f"The change that is wanted does not say {', '.join(missing)}."]
    return [*_figures(aim), *_days(aim)]


def _figures(aim: Mapping[str, Any]) -> list[str]:
    found = []
    if aim["direction"] not in ("lower", "higher"):
        found.append("The figure is to get lower or higher: choose one.")
    if not all(is_number(aim[name]) for name in ("baseline", "least")):
        found.append("Baseline and least change are numbers.")
    elif aim["least"] <= 0:
        found.append("The least change is more than nought.")
    return found


def _days(aim: Mapping[str, Any]) -> list[str]:
    try:
        first, last, before = (
            date.fromisoformat(str(aim[name])) for name in ("from", "to", "baseline_on")
        )
    except ValueError:
        return ["Write the days as 2026-05-01."]
    if last < first:
        return ["The period ends before it begins."]
    return ["The baseline is of a day after the period."] if before > last else []


def is_number(value: object) -> bool:
    """Whether it is a number, which True and False are not."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def not_shown(aim: Mapping[str, Any], *, number: float, on: date) -> str:
    """Why a figure does not show the change that was wanted, in words; empty where it does.

    Args:
        number: the figure, in the unit of the aim.
        on:     the day that it is of.
    """
    first, last = date.fromisoformat(aim["from"]), date.fromisoformat(aim["to"])
    if not first <= on <= last:
        return f"The figure of {on:%d/%m/%Y} is not of the period from {first:%d/%m/%Y} on."
    change = number - aim["baseline"]
    moved = -change if aim["direction"] == "lower" else change
    if moved < aim["least"]:
        return (
            f"From {aim['baseline']} to {number}: the test asks for at least {aim['least']} "
            f"{aim['direction']}."
        )
    return ""
