"""The boards, committees and teams that a paper names as those who watch over a plan."""

import re
from dataclasses import dataclass

from goldenthread.documents.papers.passages import LONGEST_SENTENCE
from goldenthread.documents.papers.texts import Sentence

_HEADS = (
    r"(?:Cabinet|Scrutiny|Committee|Sub-?Committee|Board|Panel|Team|Group|Forum"
    r"|Partnership|Commission)"
)
_WORD = rf"(?!{_HEADS}\b)[A-Z][\w’'&/-]*"
_NAME = re.compile(
    rf"(?<![\w’'])(?:{_WORD}(?:,?\s+(?:and|of|for|&)(?=\s+[A-Z])"
    rf"|,(?=\s+{_WORD}))?\s+){{0,8}}?{_HEADS}(?:\s+(?:and\s+Scrutiny\s+)?{_HEADS})*"
    rf"(?!\s+[Mm]ember)\b"
)
_LEADING = re.compile(
    r"^(?:(?:The|Once|In|An?|Our|Its|If|When|This|Each|Reports?|Progress|Both|Regular)\s+)+"
)
_REPORTED = (
    r"\b(?:report(?:s|ed|ing)?\s+(?:\w+\s+){0,4}?(?:to|at)|updates?\s+(?:\w+\s+){0,4}?to"
    r"|(?:brought|presented|submitted|taken)\s+(?:back\s+)?(?:\w+ly\s+)?to)\b"
)
_ROLES = (
    ("monitors", r"\bmonitor(?:ed|ing|s)?\b|\btrack(?:ed|s)?\b|\bchecked\b"),
    (
        "oversees",
        r"\boversee[ns]?\b|\boversight\b|\bgoverned\b|\bgovernance\b|\bheld\s+to\s+account\b",
    ),
    ("receives reports", _REPORTED),
    ("scrutinises", r"\bscrutini[sz]e[ds]?\b|\breviewed\s+by\b|\bconsidered\s+by\b"),
)
_PAST = re.compile(r"\b(?:was|were|has\s+been|had\s+been|have\s+been)\b")


@dataclass(frozen=True, slots=True)
class Forum:
    """A forum as named, what it does with the plan, and the sentence that says so."""

    name: str
    role: str
    sentence: Sentence

    def as_dict(self) -> dict[str, str]:
        return {"name": self.name, "role": self.role, "text": self.sentence.text}


def names_in(text: str) -> list[str]:
    """The names of forums in a text, in order, each once."""
    text = text[:LONGEST_SENTENCE]
    found = (_LEADING.sub("", " ".join(one[0].split())) for one in _NAME.finditer(text))
    return list(dict.fromkeys(found))


def forums_of(sentences: list[Sentence]) -> list[Forum]:
    """The forums that sentences give a part in watching the plan, each once; past meetings not."""
    found: dict[str, Forum] = {}
    for sentence in sentences:
        role = None if _PAST.search(sentence.text) else _role(sentence.text)
        for name in names_in(sentence.text) if role else []:
            found.setdefault(name.lower(), Forum(name, role or "", sentence))
    return list(found.values())


def _role(text: str) -> str | None:
    return next((role for role, pattern in _ROLES if re.search(pattern, text, re.IGNORECASE)), None)
