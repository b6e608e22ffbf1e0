"""Reads a report to Cabinet or a committee: its front page, judgements, deadline, money and forums."""

import re
from dataclasses import dataclass
from datetime import date

from goldenthread.documents.layout import Document
from goldenthread.documents.papers import contacts, days, forums, grades, labels, money, texts
from goldenthread.documents.papers.front import Field, Front, read_front
from goldenthread.documents.papers.numbers import WORD, value_of
from goldenthread.documents.papers.passages import Passage, passages_of
from goldenthread.documents.papers.row import Row
from goldenthread.documents.papers.rows import rows_of
from goldenthread.documents.papers.texts import Sentence
from goldenthread.documents.proposals import Issue, Proposal, Question

FRONT_ROWS = 150
# Of these a paper for decision has one at least; the others stand on many forms.
_TELLING = frozenset(
    {"decision_maker", "decision_type", "wards", "monitoring_officer", "recommended", "scrutiny"}
)
_COUNT = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{WORD})\s+(?:(?!working|of"
    rf"|the)\w+\s+){{0,2}}?(?:recommendations|areas\s+for\s+(?:improvement"
    rf"|priority\s+action))\b",
    re.IGNORECASE,
)
_OTHER_OPTION = re.compile(
    r"^(?:the\s+)?(?:alternatives?\b|other\s+options?\b|option\s+(?:2|two|b)\b"
    r"|do\s+nothing|not\s+to\b)",
    re.IGNORECASE,
)


def looks_like(document: Document) -> float:
    """How likely (0 to 1) the document is a report for decision, by the labels of its front page."""
    rows = rows_of(_first_pages(document))[:FRONT_ROWS]
    found = {one.meaning for one in read_front(rows).fields if one.meaning}
    telling = found & _TELLING
    if not telling or not found & {"title", "decision_maker"}:
        return 0.0
    return min(0.95, 0.15 * len(found))


def _first_pages(document: Document) -> Document:
    return Document(document.name, document.form, document.pages[:2], document.blocks[:FRONT_ROWS])


def read(document: Document) -> Proposal:
    """The paper as a proposal of the kind "decision"; what is not printed is null, or an empty list."""
    paper = _Paper.of(document)
    judged = grades.judgements_of(paper.body)
    published = days.published_of(paper.sentences, paper.day)
    deadline, deadline_at = days.deadline_of(paper.sentences, published=published, anchor=paper.day)
    sums = money.sums_of(paper.sentences)
    checked = money.check(sums, paper.sentences)
    period = days.period_of(paper.sentences, paper.day)
    watching = _forums(paper)
    count, counted = _recommendation_count(paper.sentences)
    return {
        "kind": "decision",
        "fields": paper.fields,
        "decision": _facts(paper),
        "people": [one.as_dict() for one in contacts.people_of(paper.front.fields, paper.body)],
        "judgements": [one.as_dict() for one in judged],
        "inspection": {**period, "framework": grades.framework_of(judged)},
        "recommendation_count": count,
        "published": published.isoformat() if published else None,
        "deadline": deadline,
        "money": [one.as_dict() for one in sums],
        "money_check": checked,
        "forums": [one.as_dict() for one in watching],
        "dates": days.mentions_of(paper.sentences, paper.day),
        "sections": _sections(paper.body),
        "sources": _sources(paper, judged, sums, watching, deadline_at),
        "issues": _issues(paper),
        "questions": [
            *_front_questions(paper),
            *counted,
            *days.deadline_questions(deadline, published),
            *money.questions_of(sums, checked),
        ],
    }


@dataclass(slots=True)
class _Paper:
    """A paper in its parts: front page, body and all its sentences; `day` is its own date."""

    front: Front
    body: list[Passage]
    sentences: list[Sentence]
    day: date | None

    @classmethod
    def of(cls, document: Document) -> "_Paper":
        rows: list[Row] = rows_of(document)
        front = read_front(rows)
        body = passages_of(rows[front.rows :])
        sentences = [*texts.of_fields(front.fields), *texts.of_passages(body)]
        dated = front.meaning("date")
        return cls(front, body, sentences, days.one_day(dated.text) if dated else None)

    @property
    def fields(self) -> dict[str, str]:
        """The front's labels as printed, then the headings of the body that are such labels."""
        made = _named(self.front.fields)
        for heading, passages in _under_headings(self.body):
            if labels.meaning_of(heading.text) and heading.text not in made:
                made[heading.text] = "\n".join(_item(p) for p in passages)
        return made

    def text_of(self, meaning: str) -> str | None:
        """The text of the front's field, or of the section, of that meaning."""
        one = self.front.meaning(meaning)
        if one is not None and one.parts:
            return one.text
        for label, text in self.fields.items():
            if text and labels.meaning_of(label) == meaning:
                return text
        return None


def _named(fields: list[Field]) -> dict[str, str]:
    """Label -> text; a label that comes again gets its number."""
    made: dict[str, str] = {}
    for one in fields:
        label, count = one.label, 2
        while label in made:
            label, count = f"{one.label} ({count})", count + 1
        made[label] = one.text
    return made


def _under_headings(body: list[Passage]) -> list[tuple[Passage, list[Passage]]]:
    made: list[tuple[Passage, list[Passage]]] = []
    for passage in body:
        if passage.heading:
            made.append((passage, []))
        elif made:
            made[-1][1].append(passage)
    return made


def _item(passage: Passage) -> str:
    return f"{passage.number} {passage.text}" if passage.number else passage.text


def _facts(paper: _Paper) -> Proposal:
    """What the fields say, under one name each whatever the council calls them."""
    recommended, alternatives = _options(paper)
    kind = paper.text_of("decision_type")
    return {
        "decision_maker": paper.text_of("decision_maker"),
        "date": paper.day.isoformat() if paper.day else None,
        "title": paper.text_of("title"),
        "key": _is_key(kind),
        "publication": paper.text_of("publication"),
        "summary": paper.text_of("summary"),
        "recommended": recommended,
        "alternatives": alternatives,
        "wards": paper.text_of("wards"),
        "scrutiny": paper.text_of("scrutiny"),
        "monitoring_officer": paper.text_of("monitoring_officer"),
        "initials": _initials(paper.text_of("monitoring_officer")),
    }


def _initials(text: str | None) -> str | None:
    """The initials that a sign-off ends with; whose they are is for a person to say."""
    found = re.search(r"(?:^|\s)([A-Z]{2,3})$", text or "")
    return found[1] if found else None


def _is_key(text: str | None) -> bool | None:
    """Whether it is a key decision; None where the paper does not say."""
    if not text:
        return None
    if re.search(r"\bnon[- ]key\b|\bnot\s+(?:a\s+)?key\b|^\s*no\b", text, re.IGNORECASE):
        return False
    return True if re.search(r"\bkey\b|^\s*yes\b", text, re.IGNORECASE) else None


def _options(paper: _Paper) -> tuple[list[str], list[str]]:
    """What is recommended, and what else could be decided."""
    parts = (paper.text_of("recommended") or "").split("\n")
    others = (paper.text_of("alternatives") or "").split("\n")
    split = next((n for n, part in enumerate(parts) if n and _OTHER_OPTION.match(part)), len(parts))
    return [p for p in parts[:split] if p], [p for p in [*parts[split:], *others] if p]


def _forums(paper: _Paper) -> list[forums.Forum]:
    """Those who watch over the plan, and the committee that has an interest."""
    found = forums.forums_of(paper.sentences)
    names = {one.name.lower() for one in found}
    for sentence in texts.of_fields([f for f in paper.front.fields if f.meaning == "scrutiny"]):
        found += [
            forums.Forum(name, "scrutiny interest", sentence)
            for name in forums.names_in(sentence.text)
            if name.lower() not in names
        ]
    return found


def _recommendation_count(sentences: list[Sentence]) -> tuple[int | None, list[Question]]:
    """How many recommendations the paper states the report to have; the first of several counts."""
    counts = [int(value_of(m["count"])) for s in sentences for m in _COUNT.finditer(s.text)]
    different = sorted(set(counts))
    if len(different) < 2:
        return (counts[0] if counts else None), []
    text = (
        f"The paper states {' and '.join(map(str, different))} recommendations. How many are there?"
    )
    where = "recommendation_count"
    return counts[0], [{"where": where, "question": text, "suggestion": str(counts[0])}]


def _sections(body: list[Passage]) -> list[Proposal]:
    """The numbered sections of the body with their paragraphs."""
    return [
        {
            "number": heading.number,
            "heading": heading.text,
            "paragraphs": [_item(passage) for passage in passages],
        }
        for heading, passages in _under_headings(body[: contacts.tail_of(body)])
    ]


def _sources(
    paper: _Paper,
    judged: list[grades.Judgement],
    sums: list[money.Sum],
    watching: list[forums.Forum],
    deadline_at: Sentence | None,
) -> dict[str, dict[str, str | int]]:
    """Where each thing that was read stands in the file."""
    made = {f"fields/{one.label}": (one.value_place or one.place) for one in paper.front.fields}
    made |= {f"judgements/{n}": one.place for n, one in enumerate(judged)}
    made |= {f"money/{n}": one.sentence.place for n, one in enumerate(sums)}
    made |= {f"forums/{n}": one.sentence.place for n, one in enumerate(watching)}
    if deadline_at:
        made["deadline"] = deadline_at.place
    return {path: place.as_dict() for path, place in made.items()}


def _issues(paper: _Paper) -> list[Issue]:
    """What the form leaves out although a decision needs it."""
    made: list[Issue] = []
    if paper.front.meaning("date") and paper.day is None:
        made.append(
            {
                "where": "date",
                "problem": "The day of the meeting is not a date.",
                "fix": "Enter the day.",
            }
        )
    if not paper.text_of("recommended"):
        made.append(
            {
                "where": "recommended",
                "problem": "No recommendation to decide on was found.",
                "fix": "Enter what is recommended.",
            }
        )
    return made


def _front_questions(paper: _Paper) -> list[Question]:
    """What the tracking grid of a plain text cannot tell: which column a date was in."""
    steps = [f for f in paper.front.fields if f.meaning == "step" and f.parts and not f.place.table]
    return [
        {
            "where": f"fields/{one.label}",
            "question": (
                f"“{one.text}” stands in the tracking grid, "
                f"whose columns are lost. Which step does it belong to?"
            ),
            "suggestion": one.label,
        }
        for one in steps
    ]
