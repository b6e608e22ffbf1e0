"""Sums of money in a paper: the amount, whether it is spent once or each year, and its year."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from goldenthread.documents.papers.numbers import FIGURE, WORD, value_of
from goldenthread.documents.papers.texts import Sentence
from goldenthread.documents.proposals import Proposal, Question

_AMOUNT = re.compile(
    rf"£\s?(?P<number>{FIGURE})\s?(?P<scale>k|m|bn|thousand|million|billion)?\b", re.IGNORECASE
)
_SCALES = {"k": 1e3, "thousand": 1e3, "m": 1e6, "million": 1e6, "bn": 1e9, "billion": 1e9}
ONE_OFF, RECURRENT, REQUEST = "one-off", "recurrent", "request"
SAVING, GRANT, BUDGET = "saving", "grant", "budget"
_NATURES = (
    (ONE_OFF, r"one[\s-]*off|non[- ]recurr\w+|short[- ]term|time[- ]limited|single year"),
    (
        RECURRENT,
        (
            r"recurr(?:ent|ing|ently)|on[- ]?going|per\s+(?:annum|year)|\bp\.?a\.?\b|\ba\s+year"
            r"|annual(?:ly)?|each\s+year|every\s+year|full[- ]year|year[- ]on[- ]year"
        ),
    ),
    (SAVING, r"savings?\b|efficienc\w+"),
    (GRANT, r"\bgrants?\b"),
    (BUDGET, r"\bbudgets?\b"),
)
_REQUEST = re.compile(
    r"\b(?:requests?(?:ed)?|seeks?|sought|allocat(?:e|es|ed|ion)|drawdown|draw\s+down)\b"
    r"|\b(?:approve|agree)s?\b[^.£]{0,60}\b(?:funding|allocation|investment|sum|budget)",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\b(?P<year>(?:19|20)\d{2}\s?[/–-]\s?(?:20)?\d{2}(?!\d))(?P<on>\s+(?:and\s+(?:beyond"
    r"|onwards|future\s+years)|onwards))?",
    re.IGNORECASE,
)
_FULL_YEAR = re.compile(
    r"\b(?:full\s+year|per\s+(?:annum|year)|a\s+year|each\s+year)\b", re.IGNORECASE
)
_MONTHS = re.compile(rf"\b(?P<months>\d{{1,2}}|{WORD})\s+months?\b", re.IGNORECASE)
MONTHS_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Sum:
    """One mention of a sum in pounds.

    `nature` is one-off, recurrent, request (a decision to give it is sought), saving, grant,
    budget or None; `named` is how the paper calls its nature, such as a request that it
    calls one-off. `year` is as printed; None where its sentence gives none.
    """

    amount: int | float
    printed: str
    nature: str | None
    named: str | None
    year: str | None
    sentence: Sentence

    def as_dict(self) -> Proposal:
        return {
            "amount": self.amount,
            "printed": self.printed,
            "nature": self.nature,
            "nature_printed": self.named,
            "year": self.year,
            "text": self.sentence.text,
            "where": self.sentence.where,
        }


def sums_of(sentences: list[Sentence]) -> list[Sum]:
    """Each mention of a sum, in the order of the paper."""
    return [one for sentence in sentences for one in _in_sentence(sentence)]


def _in_sentence(sentence: Sentence) -> list[Sum]:
    found = list(_AMOUNT.finditer(sentence.text))
    ends = [0, *(one.end() for one in found)]
    after = [*(one.start() for one in found[1:]), len(sentence.text)]
    return [
        _sum(
            one,
            before=sentence.text[start : one.start()],
            after=sentence.text[one.end() : stop],
            sentence=sentence,
        )
        for one, start, stop in zip(found, ends, after, strict=False)
    ]


def _sum(found: re.Match[str], *, before: str, after: str, sentence: Sentence) -> Sum:
    number = value_of(found["number"]) * _SCALES.get((found["scale"] or "").lower(), 1)
    amount = int(number) if float(number).is_integer() else number
    named = _nature(before, after)
    nature = REQUEST if _REQUEST.search(before) else named[0]
    return Sum(amount, found[0].strip(), nature, named[1], _year(before, after), sentence)


def _nature(before: str, after: str) -> tuple[str | None, str | None]:
    """The nearest word for a nature before the sum, else the first after it."""
    last = max(
        ((m.end(), nature) for nature in (ONE_OFF, RECURRENT) for m in _words(nature, before)),
        default=None,
    )
    if last:
        return last[1], next(_words(last[1], before))[0]
    for text in (after, before):
        for nature, pattern in _NATURES:
            found = re.search(pattern, text, re.IGNORECASE)
            if found:
                return nature, found[0]
    return None, None


def _words(nature: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(dict(_NATURES)[nature], text, re.IGNORECASE)


def _year(before: str, after: str) -> str | None:
    found = _YEAR.search(after) or next(reversed(list(_YEAR.finditer(before))), None)
    if found:
        return " ".join(found[0].split())
    full = _FULL_YEAR.search(after) or _FULL_YEAR.search(before)
    return " ".join(full[0].split()) if full else None


def check(sums: list[Sum], sentences: list[Sentence]) -> Proposal | None:
    """Whether one-off cost + recurrent cost for the months printed make up the sum asked for.

    None where the paper does not give all of one-off, recurrent and request.
    """
    one_off, recurrent, request = (_amounts(sums, n) for n in (ONE_OFF, RECURRENT, REQUEST))
    if len(one_off) != 1 or len(recurrent) != 1 or not request:
        return None
    months = _months(sums, sentences)
    part = recurrent[0] * months / MONTHS_A_YEAR
    total = one_off[0] + part
    return {
        "one_off": one_off[0],
        "recurrent": recurrent[0],
        "months": months,
        "part_year": int(part) if float(part).is_integer() else part,
        "sum": int(total) if float(total).is_integer() else total,
        "request": max(request),
        "agrees": total == max(request),
    }


def _amounts(sums: list[Sum], nature: str) -> list[int | float]:
    return sorted({one.amount for one in sums if one.nature == nature})


def _months(sums: list[Sum], sentences: list[Sentence]) -> int:
    """The months of the recurrent cost that the request holds; twelve where none are printed."""
    paragraphs = {one.sentence.paragraph for one in sums}
    for sentence in sentences:
        found = _MONTHS.search(sentence.text)
        about_cost = re.search(r"\bfund|\bcosts?\b|resource", sentence.text, re.IGNORECASE)
        if found and about_cost and sentence.paragraph in paragraphs:
            return int(value_of(found["months"]))
    return MONTHS_A_YEAR


def questions_of(sums: list[Sum], checked: Proposal | None) -> list[Question]:
    """What of the money a person should settle: contradictions inside the paper."""
    asked: list[Question] = []
    requests = [one for one in sums if one.nature == REQUEST]
    for first, second in pairwise(sorted({one.amount for one in requests})):
        asked.append(
            _question(
                f"Two sums are asked for: £{first:,} and £{second:,}. Which is meant?",
                f"£{second:,}",
            )
        )
    if checked is None:
        return asked
    if not checked["agrees"]:
        asked.append(
            _question(
                f"{_workings(checked)}, but £{checked['request']:,} is asked for. Which is right?",
                None,
            )
        )
    called = next(
        (one for one in requests if one.named and re.match(r"one|non", one.named, re.IGNORECASE)),
        None,
    )
    if called and checked["part_year"]:
        asked.append(
            _question(
                f"The funding nature differs from the cost nature: {called.printed} is called "
                f"“{called.named}”, but £{checked['part_year']:,} of it is recurrent cost.",
                f"a single draw of £{checked['request']:,} for £{checked['one_off']:,} one-off "
                f"and £{checked['part_year']:,} recurrent cost",
            )
        )
    return asked


def _workings(checked: Proposal) -> str:
    return (
        f"£{checked['one_off']:,} one-off and {checked['months']} months of "
        f"£{checked['recurrent']:,} a year make £{checked['sum']:,}"
    )


def _question(text: str, suggestion: str | None) -> Question:
    return {"where": "money", "question": text, "suggestion": suggestion}
