"""Why something that was typed is no figure, in words; pure."""

import re

FIGURE = "Enter numerator and denominator, such as “12 of 14” or “85.7% (12 of 14)”."
COUNTED = "Enter a whole number, such as “3” or “0 of 56”."
EMPTY = "Nothing was entered. A period without a figure is left out and shows as “no value”."

# In this order: the first that is found says why. `{}` is the words that were found.
REASONS: tuple[tuple[str, str], ...] = (
    (
        r"^(?:n\s*/\s*a|not applicable|tb[cda]|unknown|not known|no data|none|-+|\?+)\.?$",
        "“{}” is no figure. Leave the period out, so that it shows as “no value”.",
    ),
    (
        r"^(?:nil|zero|nought|all|full|complete)\.?$",
        "“{}” does not say out of how many. Enter 0 or the number, such as “0 of 56”.",
    ),
    (
        (
            r"\b(?:or|and) (?:above|over|more|better|higher|below|under|less|fewer|lower)\b|"
            r"\b(?:at least|at most|minimum|maximum|target|no more than|no less than)\b|[≥≤]"
        ),
        "“{}” is what is to be reached, not what was. Set it as the measure's target.",
    ),
    (
        (
            r"\b(?:approaching|approximately|approx|about|around|circa|nearly|almost|roughly|some|"
            r"close to|just (?:under|over)|towards?|estimated|est)\b|~|≈|\bc\."
        ),
        "“{}” says about how much, not how much.",
    ),
    (
        r"\b(?:over|under|above|below|(?:more|less|fewer|greater) than|up to)\b|[<>]|\d\s*\+",
        "“{}” gives one side of the figure, not the figure.",
    ),
    (
        (
            r"\b(?:low|high|good|poor|improv\w*|increas\w*|reduc\w*|better|worse|several|many|"
            r"most|majority|few|half|third|quarter|increasing|significant)\b"
        ),
        "“{}” is a description, not a figure.",
    ),
    (
        r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}",
        "“{}” looks like a date.",
    ),
    (
        r"\d\s*%?\s*(?:[-–—]|to|and)\s*\d",
        "“{}” gives two ends, not the figure.",
    ),
    (
        r"(?:^|[\s(])[-–—−]\s*\d",
        "A count is not negative.",
    ),
    (
        r"\d,\d{1,2}(?!\d)|\d,\d{4,}",
        "“{}”: a comma stands only before three digits. Write 1,234 or 85.7.",
    ),
    (r"[£$€]", "“{}”: this is an amount of money."),
)
_COMPILED = [(re.compile(pattern, re.IGNORECASE), words) for pattern, words in REASONS]
UNREADABLE = "This is not a figure that can be read."


def why_not(typed: str) -> str:
    """Why something that no rule reads is not a figure; only words of the list are repeated."""
    for pattern, words in _COMPILED:
        if found := pattern.search(typed):
            return words.format(found[0].strip())
    return UNREADABLE
