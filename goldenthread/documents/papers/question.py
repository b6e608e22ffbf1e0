"""Reads a member's question with its answer: figures, commitments, what inspectors should find."""

import re
from datetime import date

from goldenthread.basics.wording import find_dates
from goldenthread.documents.layout import Document
from goldenthread.documents.papers import nesting, promises
from goldenthread.documents.papers.exchanges import Exchange, exchanges_of
from goldenthread.documents.papers.figures import Figure, figures_of
from goldenthread.documents.papers.passages import sentences
from goldenthread.documents.papers.row import Row
from goldenthread.documents.papers.rows import rows_of
from goldenthread.documents.proposals import Proposal, Question

FIRST_ROWS = 60
SURE = 0.9
_ASKED_OF = re.compile(
    r"\b(?:[Cc]ould|[Cc]an|[Ww]ill|[Ww]ould|[Dd]oes|[Ii]s|[Hh]as|ask)\s+"
    r"(?P<to>(?:the\s+)?(?i:cabinet\s+member|portfolio\s+holder|leader|lead\s+member"
    r"|executive\s+member|chair|director)"
    r"(?:\s+(?:for|of)\s+[A-Z][\w’'&-]*(?:,?\s+(?:(?:and|&)\s+)?[A-Z][\w’'&-]*)*)?)"
)
_EVENT = re.compile(
    r"(?:the\s+|our\s+|its\s+|their\s+|an?\s+)?(?:(?:expected|next|recent|forthcoming"
    r"|latest|upcoming|last|planned|imminent)\s+)*"
    r"(?:Ofsted|HMI|CQC|ILACS|JTAI|SEND|LGA|peer|monitoring"
    r"|focused)[^,.;?]*?\b(?:inspection|visit|review|report|judgement|challenge)\b[^,.;?]*",
)
_TOPIC = re.compile(
    r"\b(?:about|regarding|concerning|in\s+relation\s+to|in\s+respect\s+of"
    r"|on\s+the\s+subject\s+of|with\s+regard\s+to)\s+(?P<topic>[^,.;?]{3,120})",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"\b(?:visit|inspection|review)\b[^.]*\b(?:is|was|will(?:\s+be)?)\s+(?:regarding|about"
    r"|focus(?:ed|ing|s)?\s+on|on|concerned\s+with|look(?:ing)?\s+at|consider(?:ing)?)\b",
    re.IGNORECASE,
)


def looks_like(document: Document) -> float:
    """How likely (0 to 1) the document is a question with an answer, by how it begins."""
    rows = rows_of(_first_page(document))[:FIRST_ROWS]
    first = next(iter(exchanges_of(rows)), None)
    if first is None or (not first.marked and first.asked_by is None):
        return 0.0
    if not first.is_asked or not first.answer:
        return 0.0
    return SURE if first.asked_by or first.number else SURE / 2


def _first_page(document: Document) -> Document:
    return Document(document.name, document.form, document.pages[:1], document.blocks[:FIRST_ROWS])


def read(document: Document) -> Proposal:
    """The paper as a proposal of the kind "question"; the first exchange stands at the top."""
    rows = rows_of(document)
    exchanges = exchanges_of(rows)
    day = _day(rows)
    figures = [one for n, exchange in enumerate(exchanges) for one in _figures(exchange, n)]
    nesting.nest(figures)
    commitments: list[promises.Commitment] = []
    expected: list[promises.Expected] = []
    for number, exchange in enumerate(exchanges):
        promised, foretold = promises.said_in(
            exchange.answer, anchor=day or _about_day(exchange), exchange=number
        )
        commitments += promised
        expected += foretold
    heads = [_head(exchange) for exchange in exchanges]
    top = heads[0] if heads else _head(Exchange())
    return {
        "kind": "question",
        **top,
        "date": day.isoformat() if day else None,
        "figures": [one.as_dict() for one in figures],
        "commitments": [one.as_dict() for one in commitments],
        "expected": [one.as_dict() for one in expected],
        "exchanges": heads,
        "sources": _sources(exchanges, figures, commitments, expected),
        "issues": [],
        "questions": [
            *_questions(heads, day),
            *nesting.questions_of(figures),
            *promises.questions_of(commitments),
        ],
    }


def _figures(exchange: Exchange, number: int) -> list[Figure]:
    asked = figures_of(exchange.question, part="question", exchange=number)
    return asked + figures_of(exchange.answer, part="answer", exchange=number)


def _head(exchange: Exchange) -> Proposal:
    """Who asks whom about what, the question and the answer."""
    question = exchange.question_text
    about = exchange.about or _about(question)
    asked_of = _ASKED_OF.search(question)
    return {
        "number": exchange.number,
        "supplementary": exchange.supplementary,
        "asked_by": _person(exchange.asked_by),
        "asked_of": _person(exchange.asked_of) or (asked_of["to"].strip() if asked_of else None),
        "answered_by": _person(exchange.answered_by),
        "about": about,
        "about_date": _window(about or question),
        "scope": _scope(exchange),
        "question": question,
        "answer": "\n".join(passage.text for passage in exchange.answer),
    }


def _person(text: str | None) -> str | None:
    return " ".join(text.split()).strip(" :,–-") if text else None


def _about(question: str) -> str | None:
    """The inspection or visit that a question names, else the topic that it names as such."""
    found = _EVENT.search(question)
    if found:
        return re.sub(
            r"^(?:the|our|its|their|an?)\s+", "", " ".join(found[0].split()), flags=re.IGNORECASE
        )
    topic = _TOPIC.search(question)
    return " ".join(topic["topic"].split()) if topic else None


def _window(text: str) -> dict[str, str] | None:
    """The day or span in which what is asked about happens, as printed and read."""
    found = find_dates(text)
    if not found:
        return None
    one = found[0]
    return {
        "text": one.text,
        "earliest": one.earliest.isoformat(),
        "latest": one.latest.isoformat(),
        "precision": one.precision,
    }


def _about_day(exchange: Exchange) -> date | None:
    """A day near which the answer was given: that of what it is about."""
    found = find_dates(exchange.question_text)
    return found[0].earliest if found else None


def _scope(exchange: Exchange) -> str | None:
    """The sentence that says what the visit looks at."""
    said = (text for passage in exchange.answer for text in sentences(passage.text))
    return next((text for text in said if _SCOPE.search(text)), None)


def _day(rows: list[Row]) -> date | None:
    """The day of the meeting, where a line near the top gives nothing but it."""
    for row in rows[:FIRST_ROWS]:
        text = re.sub(
            r"^(?:date(?:\s+of\s+meeting)?|meeting\s+date)\s*[:\t]\s*",
            "",
            row.text,
            flags=re.IGNORECASE,
        )
        found = find_dates(text)
        if found and found[0].precision == "day" and found[0].text.strip() == text.strip(" ."):
            return found[0].earliest
    return None


def _sources(
    exchanges: list[Exchange],
    figures: list[Figure],
    commitments: list[promises.Commitment],
    expected: list[promises.Expected],
) -> dict[str, dict[str, str | int]]:
    """Where each thing that was read stands in the file."""
    made = {f"exchanges/{n}/question": one.question[0].place for n, one in enumerate(exchanges)}
    made |= {f"figures/{n}": one.place for n, one in enumerate(figures)}
    made |= {f"commitments/{n}": one.place for n, one in enumerate(commitments)}
    made |= {f"expected/{n}": one.place for n, one in enumerate(expected)}
    return {path: place.as_dict() for path, place in made.items()}


def _questions(heads: list[Proposal], day: date | None) -> list[Question]:
    """What the head of the paper leaves open."""
    asked: list[Question] = []
    if day is None:
        asked.append(
            {
                "where": "date",
                "question": "On which day was the answer given? The paper does not say.",
                "suggestion": None,
            }
        )
    for number, head in enumerate(heads):
        for name, text in (
            ("asked_by", "Who asks?"),
            ("about", "What is it about?"),
            ("answer", "What was answered?"),
        ):
            if not head[name] and not (head["supplementary"] and name == "about"):
                asked.append(
                    {
                        "where": f"exchanges/{number}/{name}",
                        "question": f"{text} The paper does not say.",
                        "suggestion": None,
                    }
                )
    return asked
