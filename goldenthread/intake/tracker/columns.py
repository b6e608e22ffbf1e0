"""The columns of a tracker: which tell, and which somebody may fill in.

Also asked in the process that reads a workbook, so this module knows no table.
"""

from dataclasses import dataclass
from datetime import date

from goldenthread.basics.days import without_weekday
from goldenthread.basics.wording import read

REFERENCE, ITEMS, TEXT, THEIRS, TESTS, LAST = "id", "items", "text", "theirs", "tests", "last"
LEAD, LOCAL, STATE, DONE_ON = "lead", "local", "state", "completed"
SAID, FORECAST, CAUSE = "said", "forecast", "cause"


@dataclass(frozen=True)
class Column:
    """A column: its heading, how wide it is in letters, and what may be filled in.

    `kind` is "" for one that only tells, "text", "day", or "choice" with its `choices`.
    """

    key: str
    heading: str
    width: int
    kind: str = ""
    choices: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether what is filled in is taken over."""
        return bool(self.kind)


# The labels and values of `Delivery.State` and `DeadlineMove.Cause`, as a test compares.
STATES = {"Not started": "not started", "In progress": "in progress", "Done": "done"}
CAUSES = {
    "Demand": "demand",
    "Capacity": "capacity",
    "Inspection activity": "inspection",
    "A system": "system",
    "A partner": "partner",
    "Recruitment": "recruitment",
    "Consultation": "consultation",
    "Another cause": "other",
}
COLUMNS = (
    Column(REFERENCE, "Reference", 12),
    Column(ITEMS, "Item", 8),
    Column(TEXT, "Action", 50),
    Column(THEIRS, "Inspectorate's date", 18),
    Column(LEAD, "Lead", 24, "text"),
    Column(LOCAL, "Local date", 18, "day"),
    Column(STATE, "State", 16, "choice", tuple(STATES)),
    Column(DONE_ON, "Completed on", 18, "day"),
    Column(TESTS, "Tests checked", 14),
    Column(LAST, "Last update", 40),
    Column(SAID, "What has changed", 50, "text"),
    Column(FORECAST, "Forecast", 18, "day"),
    Column(CAUSE, "Cause of slip", 18, "choice", tuple(CAUSES)),
)
BY_KEY = {column.key: column for column in COLUMNS}


def folded(text: str) -> str:
    """A text as two are compared: case, white space and line breaks make no difference."""
    return " ".join(text.split()).casefold()


def day_of(text: str) -> date | None:
    """The day that a cell names; None where it names none, or a month, or may mean two."""
    found = read(text, anchor=None)
    if found.question is not None or found.precision != "day" or found.earliest != found.latest:
        return None
    return found.earliest


def plain(column: Column, text: str) -> str:
    """What a cell says, in one form: a day as '16 May 2026', however it is typed."""
    day = day_of(text) if column.kind == "day" and text.strip() else None
    return without_weekday(day) if day else text.strip()
