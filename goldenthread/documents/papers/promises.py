"""What an answer promises, with the deadline as worded, and what it expects inspectors to find."""

import re
from dataclasses import dataclass, field
from datetime import date

from goldenthread.basics.wording import find_dates, read
from goldenthread.documents.layout import Place
from goldenthread.documents.papers.passages import Passage, sentences
from goldenthread.documents.proposals import Proposal, Question

PROMISE, DUTY, CONSIDERED = "promise", "standing duty", "under consideration"
_INSPECTORS = r"(?:Ofsted|(?:the\s+)?inspectors?|HMI|the\s+inspectorate|the\s+inspection\s+team)"
_SEE = (
    r"see|note|find|hear|recogni[sz]e|observe|identify|conclude|acknowledge|comment|judge"
    r"|report|say|notice"
    r"|want|challenge|expect"
)
_EXPECTED = re.compile(
    r"^(?:(?:therefore|overall|in\s+summary|so)[,\s]+)?"
    r"(?:we\s+(?:would\s+)?(?:expect|anticipate|predict|hope)\s+(?:that\s+)?)?"
    rf"{_INSPECTORS}\s+"
    r"(?:(?:will|should|can|may|would|might|(?:is|are)\s+likely\s+to)\s+"
    r"(?:(?:also|therefore|be\s+able\s+to|continue\s+to)\s+)*|to\s+)"
    rf"(?:{_SEE})\b",
    re.IGNORECASE,
)
_ALSO_EXPECTED = re.compile(
    r"\bwill\s+(?:also\s+)?be\s+(?:evident|visible|apparent|clear|seen|noted)\b", re.IGNORECASE
)
_PROMISES = (
    r"\bwill\b(?!\s+(?:power|be\s+aware))",
    r"\bshall\b",
    r"[’']ll\b",
    r"\bgoing\s+to\b",
    r"\b(?:we|they|I|council|service)\s+(?:plan|intend|aim)\s+to\b",
    (
        r"\b(?:is|are|am)\s+(?:planning|intending|aiming|committed|due|scheduled|planned"
        r"|expected)\s+to\b"
    ),
    r"\b(?:is|are)\s+to\s+be\b",
    r"\b(?:intends|aims|undertakes?|promises?|commits?)\s+to\b",
    r"\b(?:is|are)\s+(?:scheduled|planned|due)\s+(?:for|by|in|on)\b",
)
_CONSIDERATIONS = (
    r"\b(?:being|be)\s+(?:considered|explored|consulted\s+on|developed)\b",
    r"\bunder\s+consideration\b",
    r"\bin\s+consultation\b",
    r"\bpropos(?:es?|ing)\s+to\b",
)
_KINDS = (
    (PROMISE, "|".join(_PROMISES)),
    (CONSIDERED, "|".join(_CONSIDERATIONS)),
    (DUTY, r"\b(?:is|are)\s+required\s+to\b|\bmust\b"),
)
# What inspectors will do is nothing that the council can promise.
_NOT_OURS = re.compile(
    rf"(?:{_INSPECTORS}|(?:the|this|their|ofsted[’']s)\s+(?:[\w’'-]+\s+){{0,3}}?(?:visit"
    rf"|inspection))\b",
    re.IGNORECASE,
)
_VAGUE = (
    r"at\s+pace|as\s+soon\s+as\s+(?:possible|practicable)|shortly|in\s+due\s+course"
    r"|imminently|urgently"
    r"|soon\b|quickly|in\s+the\s+(?:near|short|medium|longer?)[\s-](?:future|term)"
    r"|in\s+the\s+coming\s+(?:days|weeks|months)"
)
_EVENT = (
    r"(?:prior\s+to|before|ahead\s+of|in\s+time\s+for|in\s+advance\s+of"
    r"|by\s+the\s+time\s+of|following"
    r"|after|at|by|until)\s+(?:the\s+|our\s+|its\s+)?(?:next\s+|full\s+|first\s+|forthcoming\s+)*"
    r"(?:[\w’'-]+\s+){0,4}?(?:visit|inspection|review\s+meeting|board\s+meeting|meeting|committee"
    r"|Cabinet|full\s+council|Easter|Christmas)\b"
)
_LENGTH = (
    r"(?:within|over|in|during)\s+(?:the\s+)?(?:next\s+|coming\s+)?(?:\d+|[a-z-]+)\s+"
    r"(?:working\s+)?"
    r"(?:days|weeks|months|years)\b(?:\s+of\s+[^,.;]+)?"
)
_RECURRING = (
    r"(?:every|each)\s+(?:day|week|fortnight|month|quarter|term|year|(?:\w+\s+)?(?:weeks|months))\b"
    r"|\b(?:weekly|fortnightly|monthly|quarterly|termly|annually)\b"
)
_DEADLINE = re.compile(rf"\b(?:{_EVENT}|{_LENGTH}|{_VAGUE}|{_RECURRING})", re.IGNORECASE)
_VAGUE_ONLY = re.compile(_VAGUE, re.IGNORECASE)
_BEFORE_DATE = re.compile(
    r"\b(?:(?:no\s+later\s+than|prior\s+to|ahead\s+of|by|before|from|until|in|during"
    r"|within|on|at|for)\s+)"
    r"(?:the\s+)?(?:(?:end|start|beginning|middle)\s+of\s+)?$",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\binconsisten\w+|\bdrift\b|\bdelay\b|\btoo\s+(?:many|few|high|low|slow)\b|\bweak\w*|\bpoor\w*"
    r"|\bnot\s+(?:yet|routinely|always|enough|recorded)\b|\bfalls?\s+short\b",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\bprogress\b|\bimprov\w+|\bwell\b|\bstrong\w*|\bbetter\b|\brobust\b|\bgood\b|\bcomplian\w+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Commitment:
    """A deed promised, considered or required, in the sentence that says so."""

    text: str
    kind: str
    deadline: Proposal | None
    place: Place
    exchange: int

    def as_dict(self) -> Proposal:
        return {
            "text": self.text,
            "kind": self.kind,
            "deadline": self.deadline,
            "exchange": self.exchange,
        }


@dataclass(slots=True)
class Expected:
    """What inspectors are expected to find, to be marked after their visit; `points` are its list."""

    text: str
    place: Place
    exchange: int
    points: list[str] = field(default_factory=list)

    def as_dict(self) -> Proposal:
        return {
            "text": self.text,
            "sense": _sense(self.text),
            "points": self.points,
            "outcome": None,
            "exchange": self.exchange,
        }


def said_in(
    passages: list[Passage], *, anchor: date | None, exchange: int
) -> tuple[list[Commitment], list[Expected]]:
    """The commitments and the expectations of an answer, each in printed order."""
    commitments: list[Commitment] = []
    expected: list[Expected] = []
    open_list: Expected | None = None
    for passage in passages:
        if passage.bullet and open_list is not None:
            open_list.points.append(passage.text)
        else:
            open_list = None
        foretold = False
        for text in sentences(passage.text):
            foretold = _is_expected(text, after_one=foretold)
            if foretold:
                open_list = Expected(text, passage.place, exchange)
                expected.append(open_list)
            elif deed := _deed(text):
                deadline = deadline_in(text, anchor, after=deed[1])
                commitments.append(Commitment(text, deed[0], deadline, passage.place, exchange))
    return commitments, expected


def _is_expected(text: str, *, after_one: bool) -> bool:
    return bool(_EXPECTED.match(text) or (after_one and _ALSO_EXPECTED.search(text)))


def _deed(text: str) -> tuple[str, int] | None:
    """The kind of commitment that a sentence is, and where the words that make it one end."""
    if text.endswith("?") or _NOT_OURS.match(text):
        return None
    for kind, pattern in _KINDS:
        found = re.search(pattern, text, re.IGNORECASE)
        if found:
            return kind, found.end()
    return None


def deadline_in(text: str, anchor: date | None, *, after: int = 0) -> Proposal | None:
    """The words in a sentence that say by when, and their reading; None without such words.

    Words that stand after the promise itself are taken before those in front of it.
    """
    words = _when(text[after:], anchor) or _when(text[:after], anchor)
    if words is None:
        return None
    reading = read(words, anchor=anchor)
    return {
        "text": words,
        "kind": reading.kind,
        "earliest": reading.earliest.isoformat() if reading.earliest else None,
        "latest": reading.latest.isoformat() if reading.latest else None,
        "due": reading.due.isoformat() if reading.due else None,
        "recurrence": reading.recurrence,
        "relative_to": reading.relative_to,
        "vague": bool(_VAGUE_ONLY.fullmatch(words)),
        "question": reading.question.question if reading.question else None,
    }


def _when(text: str, anchor: date | None) -> str | None:
    """The first date that a preposition makes a deadline, else the first other such words."""
    for one in find_dates(text, anchor=anchor):
        before = _BEFORE_DATE.search(text[: one.start])
        if before:
            return text[before.start() : one.end]
    found = _DEADLINE.search(text)
    return " ".join(found[0].split()) if found else None


def _sense(text: str) -> str:
    """Whether a strength or a weakness is expected, or both, by its words."""
    weak, strong = _WEAK.search(text), _STRONG.search(text)
    if weak and strong:
        return "mixed"
    return "weakness" if weak else "strength" if strong else "not clear"


def questions_of(commitments: list[Commitment]) -> list[Question]:
    """What to ask of commitments: by when, where no day can be known from the words."""
    asked: list[Question] = []
    for index, one in enumerate(commitments):
        asked_of_it = _question_of(one)
        if asked_of_it:
            asked.append(
                {"where": f"commitments/{index}", "question": asked_of_it, "suggestion": None}
            )
    return asked


def _question_of(one: Commitment) -> str | None:
    if one.deadline is None:
        return "By when: not given." if one.kind == PROMISE else None
    words = one.deadline["text"]
    if one.deadline["vague"]:
        return f"“{words}” is not a date. By when?"
    if one.deadline["relative_to"] and not one.deadline["due"]:
        return f"“{words}”: on which day is {one.deadline['relative_to']}?"
    question: str | None = one.deadline["question"]
    return question
