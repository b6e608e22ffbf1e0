"""The days that a paper prints: when a report came out, by when its answer is due, who met when."""

import re
from datetime import date
from functools import lru_cache
from itertools import pairwise

from goldenthread.basics.calendars import ACTION_PLANS
from goldenthread.basics.clocks import within_working_days
from goldenthread.basics.due import difference
from goldenthread.basics.wording import Found, find_dates
from goldenthread.documents.papers.forums import names_in
from goldenthread.documents.papers.numbers import WORD, value_of
from goldenthread.documents.papers.passages import LONGEST_SENTENCE
from goldenthread.documents.papers.texts import Sentence
from goldenthread.documents.proposals import Proposal, Question

_WORKING_DAYS = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{WORD})\s+(?:\(\s*\d+\s*\)\s*)?working\s+days\b", re.IGNORECASE
)
_DEADLINE = re.compile(
    r"\bdeadline\b|\bdue\b|\bno\s+later\s+than\b|\bmust\s+be\s+(?:sent|submitted|returned)\b"
    r"|\bsubmit(?:ted)?\b[^.]*\bby\b|\bby\s*$",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"\bpublish(?:ed|es)?\b|\bpublication\b|\breceived\b", re.IGNORECASE)
_RESPONSE = re.compile(
    r"\bofsted\b|\baction\s+plan\b|\bwritten\s+statement\b|\bsecretary\s+of\s+state\b|\bdeadline\b",
    re.IGNORECASE,
)
_FINANCIAL_YEAR = re.compile(r"\d{4}\s?[/–-]\s?\d{2,4}")
_SITE = re.compile(r"\binspect(?:ion|ed|ors)?\b|\bon\s+site\b|\bfieldwork\b", re.IGNORECASE)
_BETWEEN = re.compile(r"^\s*(?:to|and|until|–|-|—)\s*$")


@lru_cache(maxsize=4096)
def dates_in(text: str, anchor: date | None) -> tuple[Found, ...]:
    """The dates of a sentence without its financial years; kept, because it is dear and asked often."""
    if len(text) > LONGEST_SENTENCE or not any(sign.isdigit() for sign in text):
        return ()
    found = find_dates(text, anchor=anchor)
    return tuple(one for one in found if not _FINANCIAL_YEAR.fullmatch(one.text.strip()))


def one_day(text: str) -> date | None:
    """The first whole day in a text."""
    return next((one.earliest for one in find_dates(text) if one.precision == "day"), None)


def published_of(sentences: list[Sentence], anchor: date | None) -> date | None:
    """The day that a sentence says the report was published on."""
    for sentence in sentences:
        for found in dates_in(sentence.text, anchor):
            before = sentence.text[: found.start]
            if found.precision == "day" and _last_clause(before, _PUBLISHED):
                return found.earliest
    return None


def _last_clause(before: str, pattern: re.Pattern[str]) -> bool:
    """Whether the words since the date before, or the last comma, say so."""
    clause = re.split(r"[;,]|\band\b", before)[-1]
    return pattern.search(clause) is not None and not re.search(r"\bwithin\b|\bwill\b", clause)


def deadline_of(
    sentences: list[Sentence], *, published: date | None, anchor: date | None
) -> tuple[Proposal, Sentence | None]:
    """The deadline as stated beside the one worked out from the days it gives, and where it stands."""
    counted = next(
        (s for s in sentences if _WORKING_DAYS.search(s.text) and _RESPONSE.search(s.text)), None
    )
    found = _WORKING_DAYS.search(counted.text) if counted else None
    count = int(value_of(found["count"])) if found else None
    stated, where = _stated(sentences, anchor, counted)
    computed = within_working_days(published, count).date if published and count else None
    compared = difference(stated, computed)
    said = counted or where
    deadline: Proposal = {
        "stated": stated.isoformat() if stated else None,
        "working_days": count,
        "computed": computed.isoformat() if computed else None,
        "difference_days": compared.days,
        "difference": compared.words,
        "rule": "K1",
        "calendar": ACTION_PLANS.name,
        "text": said.text if said else None,
    }
    return deadline, said


def _stated(
    sentences: list[Sentence], anchor: date | None, counted: Sentence | None
) -> tuple[date | None, Sentence | None]:
    """The day named as deadline, in the sentence of the count first."""
    ordered = ([counted] if counted else []) + [s for s in sentences if s is not counted]
    for sentence in ordered:
        if not _RESPONSE.search(sentence.text):
            continue
        for found in dates_in(sentence.text, anchor):
            if found.precision == "day" and _DEADLINE.search(
                _since_last_date(sentence.text, found, anchor)
            ):
                return found.earliest, sentence
    return None, None


def _since_last_date(text: str, found: Found, anchor: date | None) -> str:
    ends = [one.end for one in dates_in(text, anchor) if one.end <= found.start]
    return text[max(ends, default=0) : found.start]


def deadline_questions(deadline: Proposal, published: date | None) -> list[Question]:
    """What to ask of the deadline: a difference, or a day that is missing."""
    asked: list[Question] = []
    if deadline["difference_days"]:
        asked.append(
            {
                "where": "deadline",
                "question": f"{_capital(deadline['difference'])}. Which holds?",
                "suggestion": deadline["stated"],
            }
        )
    if deadline["working_days"] and published is None:
        asked.append(
            {
                "where": "published",
                "question": (
                    "The day of publication is not printed, so the deadline cannot be worked out. When "
                    "was the report published?"
                ),
                "suggestion": None,
            }
        )
    return asked


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def period_of(sentences: list[Sentence], anchor: date | None) -> Proposal:
    """First and last day of the inspection as one sentence prints both; null where none does."""
    for sentence in sentences:
        days = [one for one in dates_in(sentence.text, anchor) if one.precision == "day"]
        for first, last in pairwise(days):
            if _is_period(sentence.text, first, last):
                start, end = first.earliest.isoformat(), last.earliest.isoformat()
                return {"start": start, "end": end, "text": sentence.text[first.start : last.end]}
    return {"start": None, "end": None, "text": None}


def _is_period(text: str, first: Found, last: Found) -> bool:
    between = text[first.end : last.start]
    return bool(_SITE.search(text[: first.start]) and _BETWEEN.match(between))


def mentions_of(sentences: list[Sentence], anchor: date | None) -> list[Proposal]:
    """Each date of the paper with its sentence, and the forum that the sentence names with it."""
    return [
        {
            "text": found.text,
            "earliest": found.earliest.isoformat(),
            "latest": found.latest.isoformat(),
            "precision": found.precision,
            "forums": _forums_near(sentence.text, found, anchor),
            "sentence": sentence.text,
            "where": sentence.where,
        }
        for sentence in sentences
        for found in dates_in(sentence.text, anchor)
    ]


def _forums_near(text: str, found: Found, anchor: date | None) -> list[str]:
    return names_in(_since_last_date(text, found, anchor))
