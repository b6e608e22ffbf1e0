"""What the rules of queries look at, as plain values, and what they find."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Quote:
    """Words with the place where they stand: "P1-A3, progress" or "paragraph 34"."""

    place: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All of an action that some rule reads.

    Attributes:
        text, about: its own words, and those of the items that it serves.
        tests:       the words of its tests.
        said:        progress, evidence and updates of all actions of its items, oldest first.
        cited:       the paragraphs that the recommendations of its items rest on.
        done:        whether it is done here; `reported_done` whether a document says so.
        reported_evidence: whether the document says that evidence is on file.
        filed:       how many pieces of evidence stand here.
        expired:     the day on which evidence that stands expired, by its id.
        contradicted: the ids of evidence that contradicts a test and was not found wrong.
        days:        its days by what they are: "completed", "local deadline".
        inspected:   the last day of the inspection that its items answer.
        due:         the day that counted before the first forecast.
        forecasts:   the forecasts of its end, oldest first.
    """

    text: str
    about: str = ""
    tests: tuple[str, ...] = ()
    said: tuple[Quote, ...] = ()
    cited: tuple[Quote, ...] = ()
    done: bool = False
    reported_done: bool = False
    reported_evidence: bool = False
    filed: int = 0
    expired: Mapping[str, date] = field(default_factory=dict)
    contradicted: tuple[str, ...] = ()
    days: Mapping[str, date] = field(default_factory=dict)
    inspected: date | None = None
    due: date | None = None
    forecasts: tuple[date, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a rule asks about one claim.

    Attributes:
        claim:  which claim of the action it is about; "" where a rule can ask but one thing.
        words:  the question, in a sentence or two.
        quotes: the words that it rests on.
        facts:  what it follows from: for the same facts an answered query does not come back.
    """

    claim: str = ""
    words: str
    quotes: tuple[Quote, ...] = ()
    facts: tuple[str, ...]

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the facts, in hexadecimal."""
        return hashlib.sha256(json.dumps([self.claim, *self.facts]).encode()).hexdigest()
