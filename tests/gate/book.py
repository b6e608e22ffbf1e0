"""What really happened, kept beside the program, and the highest rung that it can bear.

Written from the design's words on the ladder and the gate alone: it knows no table, no
trigger and no rule of the program. Whoever acted is a human being here, not an account.
"""

from dataclasses import dataclass, field
from datetime import date


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
        for row in self.filings.values():
            stands = not row.gone and (row.expires is None or row.expires >= day)
            if stands and row.accepted.get(test, -1) >= max(named.reopened, named.changed):
                total += row.quantity.get(test, 1)
        return total >= named.quantity

    def highest(self, day, *, done):
        """The highest rung that the facts bear, given whether it is done with its day."""
        if not done:
            return 1
        kinds = {"done": [], "practice": [], "difference": []}
        for name, test in self.tests.items():
            kinds[test.kind].append(self.is_accepted(name, day))
        if not all(kinds["done"]) or not any(map(any, kinds.values())):
            return 2
        if any(kinds["difference"]) and self.measured:
            return 5
        return 4 if any(kinds["practice"]) else 3
