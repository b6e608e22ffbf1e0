"""Reads how many of something are outstanding, by age, and how they would burn down. No table."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

OUTSTANDING = "outstanding"  # the word without which no text tells of one
_OUTSTANDING = re.compile(
    r"\b(?P<total>\d+)\s+(?P<what>[a-z][a-z' -]*?)\s+(?:are\s+)?(?:currently\s+|still\s+)?"
    r"outstanding\s*[(,:;-]\s*(?:of which\s+)?(?P<young>\d+)\s+"
    r"(?:are\s+)?(?:under|less than)\s+(?P<band>\d+\s+\w+)",
    re.IGNORECASE,
)
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Backlog:
    """So many outstanding, `young` of them under the `band` ("2 weeks")."""

    total: int
    what: str
    young: int
    band: str

    @property
    def old(self) -> int:
        """Those of that age or older."""
        return self.total - self.young

    @property
    def words(self) -> str:
        """'56 = 12 under 2 weeks + 44 of 2 weeks or more'."""
        return f"{self.total} = {self.young} under {self.band} + {self.old} of {self.band} or more"


def backlog(text: str) -> Backlog | None:
    """The backlog that a text tells of; None where it tells of none, or its parts do not add up."""
    found = _OUTSTANDING.search(text)
    if found is None or int(found["young"]) > int(found["total"]):
        return None
    band = " ".join(found["band"].split())
    return Backlog(int(found["total"]), found["what"].strip(), int(found["young"]), band)


def burn_down(total: int, since: date, until: date) -> list[tuple[date, int]]:
    """How many are left at most after each week, so that none is on the last day.

    Counted from `since` in equal steps and rounded down; empty where the last day is not later.
    """
    days = (until - since).days
    if days <= 0:
        return []
    weeks = [since + WEEK * number for number in range(days // WEEK.days + 1)]
    left = [(day, total * (until - day).days // days) for day in weeks]
    return left if weeks[-1] == until else [*left, (until, 0)]
