"""What really happened, kept beside the program, and the highest rung that it can bear.

Written from the design's words on the ladder and the gate alone: it knows no table, no
trigger and no rule of the program. Whoever acted is a human being here, not an account.
"""

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise


@dataclass
class Filing:
    """One version of evidence, filed for tests; `accepted` is the moment, by test."""

    by: str
    for_whom: str | None
    at: int
    tests: set
    quantity: dict = field(default_factory=dict)
    expires: date | None = None
    accepted: dict = field(default_factory=dict)
    gone: bool = False  # withdrawn, or a new version stands in its place
    against: bool = False  # it contradicts; then `accepted` says that it was found right


@dataclass
class Seen:
    """Practice was looked at from a day to another; `told` is the day on which it was said."""

    by: str
    first: date
    last: date
    well: bool
    told: date
    gone: bool = False

    def shows(self, done):
        """Whether it is a whole period, since the work was done, that was over when told."""
        long_enough = (self.last - self.first).days + 1 >= 28
        return self.well and long_enough and self.first >= done and self.told >= self.last


@dataclass
class Named:
    """A test: its kind, how many it wants, when it last changed or was contradicted."""

    kind: str
    quantity: int = 1
    changed: int = 0
    reopened: int = 0


class Book:
    """The facts of one action, each with the moment (a count of steps) at which it happened."""

    def __init__(self):
        self.now = 0
        self.tests, self.filings = {}, {}
        self.stood = set()  # everybody who ever led, led beside or carried it out
        self.wrote = []  # (who, moment): updated it, or was written for
        self.earlier = {}  # filing -> the one whose next version it is
        self.measured = False
        self.seen = []
        self.done = None  # the day on which it was done, while it is

    def tick(self):
        self.now += 1

    def filers(self, filing):
        """Everybody who filed any version of it, or for whom it was filed."""
        found = set()
        while filing is not None:
            row = self.filings[filing]
            found |= {row.by, row.for_whom} - {None}
            filing = self.earlier.get(filing)
        return found

    def conflicts(self, human, test, filing):
        """Why this human being may not accept that evidence for that test; empty: they may."""
        why = []
        if human in self.stood:
            why.append("stood in the action")
        if human in self.filers(filing):
            why.append("filed it")
        changed = self.tests[test].changed
        if any(who == human and moment >= changed for who, moment in self.wrote):
            why.append("wrote on it since the test last changed")
        return why

    def is_accepted(self, test, day):
        """Whether what stands today, accepted since the test was last reopened, is enough."""
        named, total = self.tests[test], 0
        if self.is_contradicted(test):
            return False
        for row in self.filings.values():
            if row.against:
                continue
            stands = not row.gone and (row.expires is None or row.expires >= day)
            if stands and row.accepted.get(test, -1) >= max(named.reopened, named.changed):
                total += row.quantity.get(test, 1)
        return total >= named.quantity

    def is_contradicted(self, test):
        """Whether something against it was found right, and nobody took it back."""
        return any(row.against and test in row.accepted for row in self.filings.values())

    def is_practised(self, day):
        """Whether the last three periods, without a gap, show practice, and not long ago."""
        over = [one for one in self.seen if not one.gone and one.last < day]
        over.sort(key=lambda one: one.last)
        three = over[-3:]
        if len(three) < 3 or not all(one.shows(self.done) for one in three):
            return False
        if any((later.first - one.last).days != 1 for one, later in pairwise(three)):
            return False
        length = (three[-1].last - three[-1].first).days + 1
        return (day - three[-1].last).days - 1 <= 2 * length

    def highest(self, day):
        """The highest rung that the facts bear."""
        if self.done is None or self.done > day:
            return 1
        kinds = {"done": [], "practice": [], "difference": []}
        for name, test in self.tests.items():
            kinds[test.kind].append(self.is_accepted(name, day))
        if not kinds["done"] or not all(kinds["done"]):
            return 2
        against = {test.kind for name, test in self.tests.items() if self.is_contradicted(name)}
        if "practice" in against or not any(kinds["practice"]) or not self.is_practised(day):
            return 3
        differs = any(kinds["difference"]) and "difference" not in against
        return 5 if differs and self.measured else 4
