"""The words around a figure: what it counts, how exactly, whether it is good or bad news."""

import re
from dataclasses import dataclass

# What is counted -> the words for it; a plural that is not here is its own unit.
_UNITS = (
    ("percentage points", r"percentage\s+points?"),
    ("children", r"child(?:ren)?|young\s+people|young\s+persons?|C&YP"),
    ("care leavers", r"care\s+leavers?"),
    ("families", r"famil(?:y|ies)|households?"),
    ("social workers", r"social\s+workers?|SWs?|practitioners"),
    ("agency staff", r"agency\s+(?:staff|workers?|social\s+workers?)"),
    ("staff", r"staff|workers?|FTEs?|employees"),
    ("managers", r"managers?"),
    ("case files", r"case\s+files?|files?|case\s+records?"),
    ("cases", r"cases?"),
    ("reviews", r"reviews?"),
    ("visits", r"visits?"),
    ("plans", r"plans?"),
    ("assessments", r"assessments?"),
    ("referrals", r"referrals?"),
    ("conferences", r"conferences?|ICPCs?"),
    ("posts", r"posts?"),
    ("vacancies", r"vacanc(?:y|ies)"),
    ("foster carers", r"foster\s+carers?|carers?"),
    ("years", r"years?|yrs?"),
    ("months", r"months?|mths?"),
    ("weeks", r"weeks?|wks?"),
    ("days", r"(?:working\s+|calendar\s+)?days?"),
    ("hours", r"hours?|hrs?"),
)
DURATIONS = ("years", "months", "weeks", "days", "hours")
PEOPLE = (
    r"child(?:ren)?|young\s+people|famil(?:y|ies)|care\s+leavers?|cases?|social\s+workers?"
    r"|plans?|assessments"
)
UNIT = rf"(?:{'|'.join(words for _, words in _UNITS)})"
_COMPARATORS = (
    (
        "more than",
        (
            r"over|more\s+than|above|in\s+excess\s+of|exceed(?:s|ing)?|beyond|outside(?:\s+"
            r"(?:of\s+)?(?:the|their|our))?|longer\s+than"
        ),
    ),
    ("less than", r"under|less\s+than|fewer\s+than|below"),
    ("at least", r"at\s+least|a\s+minimum\s+of|no\s+fewer\s+than"),
    ("at most", r"up\s+to|at\s+most|no\s+more\s+than|within|a\s+maximum\s+of"),
    ("nearly", r"nearly|almost|approaching|just\s+under|close\s+to"),
    ("about", r"about|around|approximately|circa|some|roughly|c\."),
)
_ADVERSE = (
    r"too\s+(?:high|low|many|few|long|slow|often|late)\b|not\s+good\s+enough|below\s+"
    r"(?:target|standards?|expect\w+(?:\s+standards?)?)"
    r"|(?:higher|lower|longer)\s+than\s+(?:we|expected|target|our|the)\b|worse\w*"
    r"|deteriorat\w+|short\s+of\s+(?:target|expect\w+)|unacceptabl\w+"
)
_FAVOURABLE = (
    r"above\s+(?:target|average|the\s+national)|better\s+than|improve(?:d|ment)\b"
    r"|exceed(?:s|ing)\s+target"
)
_TRENDS = (
    ("down", r"reduced|reduction|fallen|fell|down|decreas\w+|dropped|lower(?:ed)?"),
    ("up", r"increas\w+|risen|rose|up|grown|grew"),
)


@dataclass(frozen=True, slots=True)
class Said:
    """Words as printed with their sense: "adverse" or "favourable", "up" or "down"."""

    words: str
    sense: str

    def as_dict(self) -> dict[str, str]:
        return {"words": self.words, "sense": self.sense}


def unit_of(words: str) -> str:
    """The unit that words name: the longest known noun in them, else their last word."""
    known = [
        (found.end(), len(found[0]), unit)
        for unit, pattern in _UNITS
        for found in re.finditer(rf"(?<![\w]){pattern}(?![\w])", words, re.IGNORECASE)
    ]
    return max(known)[2] if known else words.split()[-1].lower()


def first_unit(words: str) -> str | None:
    """The unit of the first known noun in a name; None without one."""
    known = [
        (found.start(), -len(found[0]), unit)
        for unit, pattern in _UNITS
        for found in re.finditer(rf"(?<![\w]){pattern}(?![\w])", words, re.IGNORECASE)
    ]
    return min(known)[2] if known else None


def comparator_of(before: str) -> str | None:
    """The comparison that the words before a number end with."""
    for name, pattern in _COMPARATORS:
        if re.search(rf"\b(?:{pattern})\s*$", before, re.IGNORECASE):
            return name
    return None


def without_comparator(before: str) -> str:
    patterns = "|".join(pattern for _, pattern in _COMPARATORS)
    return re.sub(rf"\s*\b(?:{patterns})\s*$", "", before, flags=re.IGNORECASE)


def polarity_of(before: str, after: str) -> Said | None:
    """Good or bad news as the paper says it, in the words nearest after the number, else before."""
    for text in (after, before):
        for sense, pattern in (("adverse", _ADVERSE), ("favourable", _FAVOURABLE)):
            found = re.search(rf"(?:which\s+is\s+)?(?:{pattern})", text, re.IGNORECASE)
            if found:
                return Said(found[0], sense)
    return None


def trend_of(before: str) -> Said | None:
    """A change that the words just before a number tell: "reduced to"."""
    for sense, pattern in _TRENDS:
        found = re.search(
            rf"\b(?:{pattern})(?:\s+\w+){{0,2}}?\s+(?:to|by|from)(?:\s+(?:only|just))?\s*$",
            before,
            re.IGNORECASE,
        )
        if found:
            return Said(" ".join(found[0].split()), sense)
    return None
