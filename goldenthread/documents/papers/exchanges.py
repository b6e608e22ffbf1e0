"""Parts a paper of questions into exchanges: who asks whom, the question, the answer."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from goldenthread.documents.papers.passages import Passage, passages_of
from goldenthread.documents.papers.row import Row

_WHO = r"(?:cllr\.?|councillors?|alderman|mr|mrs|ms|dr|member)\b"
_NUMBER = r"(?:no\.?\s*|number\s*)?(?P<number>\d{1,3}[a-z]?)?"
_HEADED = re.compile(
    rf"^(?:(?P<supplementary>supplementary|follow[- ]up)\s+)?(?:written\s+|public\s+"
    rf"|member(?:s|’s|'s)?\s+|oral\s+)?question\s*{_NUMBER}\s*[).:–—-]*\s*"
    r"(?:(?:asked\s+|submitted\s+|put\s+)?(?:from|by)\s+(?P<by>[^:?\n]{3,90}?))?"
    r"(?:\s*,?\s+(?:to|for)\s+"
    r"(?P<to>(?:the\s+)?[^:?\n]{3,100}?))?\s*(?:[:–—]\s*(?P<rest>.*)|(?P<end>\.?))$",
    re.IGNORECASE | re.DOTALL,
)
_SHORT = re.compile(r"^Q\s*(?P<number>\d{1,3}[a-z]?)?\s*[).:–-]\s*(?P<rest>.+)$", re.DOTALL)
_SPEAKER = re.compile(
    rf"^(?P<by>{_WHO}[^:?]{{2,60}}?)\s*:\s*(?P<rest>\S.*)$", re.IGNORECASE | re.DOTALL
)
_ASKED = re.compile(
    rf"^(?P<by>{_WHO}[^:?.]{{2,60}}?)\s+(?:asked"
    rf"|to\s+ask)\b\s*(?P<to>the\s+[^:?]{{3,80}}?)?\s*:\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_ANSWERED = re.compile(
    r"^(?:(?:written\s+|full\s+|draft\s+|supplementary\s+)?(?:response|answer|reply)"
    r"(?:\s+to\s+(?:supplementary\s+)?question)?\s*\d{0,3}\s*(?:(?:from|by|of)\s+"
    r"(?P<by>[^:?\n]{3,90}?))?\s*(?:[:–—]\s*(?P<rest>.*)|\.?)"
    r"|A\s*\d{0,3}\s*[).:]\s*(?P<short>.+)"
    rf"|(?P<who>{_WHO}[^:?.]{{2,60}}?)\s+(?:responded|replied"
    rf"|answered)\b[^:]{{0,40}}:\s*(?P<said>.*))$",
    re.IGNORECASE | re.DOTALL,
)
_BY = re.compile(
    r"^(?:asked\s+by|question\s+from|from|submitted\s+by|questioner|name\s+of\s+(?:member"
    r"|questioner)|member)\s*:\s*(?P<value>.+)$",
    re.IGNORECASE,
)
_TO = re.compile(
    r"^(?:to|question\s+to|addressed\s+to|for\s+answer\s+by|asked\s+of|cabinet\s+member"
    r"|portfolio(?:\s+holder)?|responding\s+member)\s*:\s*(?P<value>.+)$",
    re.IGNORECASE,
)
_RESPONDER = re.compile(
    r"^(?:answered\s+by|response\s+(?:by|from)|responder|reply\s+(?:by|from))\s*:\s*(?P<value>.+)$",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:subject|title|topic|re|regarding|about)\s*:\s*(?P<value>.+)$", re.IGNORECASE
)
_TELLING_HEADS = {
    "question": "Question",
    "response": "Response",
    "answer": "Response",
    "reply": "Response",
}


@dataclass(slots=True)
class Exchange:
    """One question and its answer; a supplementary question is an exchange of its own."""

    number: str | None = None
    asked_by: str | None = None
    asked_of: str | None = None
    answered_by: str | None = None
    about: str | None = None
    supplementary: bool = False
    question: list[Passage] = field(default_factory=list)
    answer: list[Passage] = field(default_factory=list)
    answering: bool = False
    marked: bool = False

    @property
    def question_text(self) -> str:
        return "\n".join(passage.text for passage in self.question)

    @property
    def is_asked(self) -> bool:
        """Whether the question has come to its end."""
        return self.question_text.rstrip(' ”"’').endswith("?")


@dataclass(slots=True)
class Reading:
    """What has been read so far; `begun` is an exchange whose head came before its question."""

    exchanges: list[Exchange] = field(default_factory=list)

    @property
    def last(self) -> Exchange | None:
        return self.exchanges[-1] if self.exchanges else None

    def new(self) -> Exchange:
        """A new exchange, or the last one if only its head was read."""
        last = self.last
        if last is None or last.question or last.answering:
            last = Exchange()
            self.exchanges.append(last)
        return last


def exchanges_of(rows: list[Row]) -> list[Exchange]:
    """The exchanges in printed order; what comes before the first is left out."""
    reading = Reading()
    for passage in passages_of(list(_flat(rows))):
        if not any(take(reading, passage) for take in _TAKERS):
            _go_on(reading, passage)
    return [one for one in reading.exchanges if one.question]


def _flat(rows: list[Row]) -> Iterator[Row]:
    """Rows of tables as lines: pairs as "label: text", and columns of questions and answers."""
    heads: list[str] = []
    for row in rows:
        if not row.cells:
            yield row
            continue
        texts = [text for text, _ in row.cells]
        found = [_TELLING_HEADS.get(text.lower().strip(" :"), "") for text in texts]
        if "Question" in found and "Response" in found:
            heads = [name or text for name, text in zip(found, texts, strict=True)]
            continue
        labels = heads if len(heads) == len(texts) else _pair_heads(texts)
        for label, (text, place) in zip(labels, row.cells, strict=False):
            yield from _lines(label, text, Row(text="", place=place, gap=True, whole=True))


def _pair_heads(texts: list[str]) -> list[str]:
    return ["", texts[0].rstrip(" :")] if len(texts) == 2 else [""] * len(texts)


def _lines(label: str, text: str, like: Row) -> Iterator[Row]:
    for number, line in enumerate(text.split("\n")):
        if line and not (label == "" and line.rstrip(" :").lower() in {"", "no", "no."}):
            shown = f"{label}: {line}" if label and number == 0 else line
            yield Row(text=shown, place=like.place, gap=True, whole=True)


def _take_head(reading: Reading, passage: Passage) -> bool:
    """ "Question 3 from Councillor A to the Cabinet Member for B"."""
    found = _HEADED.match(passage.text) or _SHORT.match(passage.text)
    if found is None or (found.re is _HEADED and not _is_head(found)):
        return False
    groups = found.groupdict()
    one = reading.new()
    one.marked = True
    one.number = groups.get("number") or one.number or passage.number
    one.supplementary = bool(groups.get("supplementary"))
    one.asked_by = groups.get("by") or one.asked_by
    one.asked_of = groups.get("to") or one.asked_of
    _begin_question(one, passage, groups.get("rest"))
    return True


def _is_head(found: re.Match[str]) -> bool:
    """A heading names who, which number, or goes on after a colon; else it is running text."""
    return (
        any(found[name] for name in ("by", "to", "number", "supplementary"))
        or ":" in found[0]
        or len(found[0].split()) <= 2
    )


def _begin_question(one: Exchange, passage: Passage, rest: str | None) -> None:
    if not rest or not rest.strip():
        return
    inner = _SPEAKER.match(rest)
    if inner and one.asked_by is None:
        one.asked_by, rest = inner["by"], inner["rest"]
    one.question.append(_with_text(passage, rest))


def _take_speaker(reading: Reading, passage: Passage) -> bool:
    """ "Cllr A: ...?", who asks; or, once the question has been put, who answers."""
    found = _ASKED.match(passage.text) or _SPEAKER.match(passage.text)
    if found is None:
        return False
    last = reading.last
    if last is not None and last.marked and not last.question:
        last.asked_by = last.asked_by or found["by"]
        last.question.append(_with_text(passage, found["rest"]))
    elif last is not None and last.is_asked and not last.answer and "?" not in found["rest"]:
        last.answering, last.answered_by = True, found["by"]
        last.answer.append(_with_text(passage, found["rest"]))
    elif "?" in found["rest"] or not found["rest"].strip() or found.re is _ASKED:
        one = reading.new()
        one.asked_by, one.marked = found["by"], True
        one.asked_of = found.groupdict().get("to") or one.asked_of
        one.supplementary = len(reading.exchanges) > 1 and last is not None and last.marked
        if found["rest"].strip():
            one.question.append(_with_text(passage, found["rest"]))
    else:
        return False
    return True


def _take_answer(reading: Reading, passage: Passage) -> bool:
    found = _ANSWERED.match(passage.text)
    last = reading.last
    if found is None or last is None or not last.question:
        return False
    last.answering = True
    last.answered_by = found["by"] or found["who"] or last.answered_by
    rest = found["rest"] or found["short"] or found["said"]
    if rest and rest.strip():
        last.answer.append(_with_text(passage, rest))
    return True


def _take_label(reading: Reading, passage: Passage) -> bool:
    """ "Asked by: ...", "To: ...", "Subject: ..." above a question."""
    last = reading.last
    if last is not None and last.answering and not _BY.match(passage.text):
        return False
    for pattern, name in (
        (_BY, "asked_by"),
        (_TO, "asked_of"),
        (_RESPONDER, "answered_by"),
        (_ABOUT, "about"),
    ):
        found = pattern.match(passage.text)
        if found:
            setattr(reading.new(), name, found["value"].strip())
            return True
    return False


def _go_on(reading: Reading, passage: Passage) -> None:
    last = reading.last
    if last is None:
        return
    if last.answering or last.is_asked:
        last.answering = True
        last.answer.append(passage)
    elif last.marked:
        last.question.append(passage)


_TAKERS = (_take_label, _take_answer, _take_head, _take_speaker)


def _with_text(passage: Passage, text: str) -> Passage:
    return Passage(text.strip(), passage.place, passage.bullet, passage.number, rows=passage.rows)
