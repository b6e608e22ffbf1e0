"""Which figure's children are among another's, and what the figures leave to ask."""

import re

from goldenthread.documents.papers.figures import Figure
from goldenthread.documents.proposals import Question

_SAMPLE = re.compile(
    r"\b(?:cohort|sample|audited|sampled|these|those|them|of\s+which|of\s+whom)\b", re.IGNORECASE
)
_SAMPLED = re.compile(r"\b(?:audit|sample|survey|dip[- ]sampl|cohort)\w*\b", re.IGNORECASE)
_EXCEPTIONS = re.compile(
    r"\b(?:outside|overdue|late|missed|out\s+of\s+(?:date|time))\b", re.IGNORECASE
)


def nest(figures: list[Figure]) -> None:
    """Set `nested_in`: longer lengths inside shorter ones, and shares of a sample in the sample."""
    for index, one in enumerate(figures):
        one.nested_in = _wider(index, figures)
        if one.nested_in is None and one.kind == "share" and one.denominator is None:
            one.nested_in = _sample(index, figures)
            if one.nested_in is not None:
                one.denominator = figures[one.nested_in].quantity.value


def _wider(index: int, figures: list[Figure]) -> int | None:
    """The figure of the same unit with the nearest shorter threshold: over 2 years, over 18 months."""
    one = figures[index]
    if one.threshold is None or one.threshold[0] != "more than":
        return None
    found = [
        (other.threshold[1], n)
        for n, other in enumerate(figures)
        if other.threshold is not None
        and other.threshold[0] == "more than"
        and other.threshold[1] < one.threshold[1]
        and other.quantity.unit == one.quantity.unit
        and other.exchange == one.exchange
    ]
    return max(found)[1] if found else None


def _sample(index: int, figures: list[Figure]) -> int | None:
    """The audited sample that a share in the same passage is of."""
    one = figures[index]
    after = one.text[one.quantity.end :]
    if not _SAMPLE.search(after):
        return None
    for n in range(index - 1, -1, -1):
        other = figures[n]
        if other.kind == "count" and other.part == one.part and other.passage == one.passage:
            return n if _SAMPLED.search(other.text) else None
    return None


def questions_of(figures: list[Figure]) -> list[Question]:
    """What to ask: shares and exceptions without a whole, words for numbers, sums that do not fit."""
    asked: list[Question] = []
    for index, one in enumerate(figures):
        where = f"figures/{index}"
        if _lacks_whole(one):
            asked.append(
                _question(where, f"“{one.printed}” ({one.name}): out of how many: not given.", None)
            )
        if one.comparator in {"nearly", "about"}:
            asked.append(
                _question(
                    where, f"“{one.comparator} {one.printed}” is no exact figure. What is it?", None
                )
            )
        if one.at_least is not None:
            asked.append(_question(where, _how_many(one), f"at least {one.at_least}"))
        asked += _contradiction(where, one, figures)
    if any(
        one.as_at is None
        for one in figures
        if one.part == "answer" and one.kind in {"count", "share", "part"}
    ):
        asked.append(
            _question("figures", "The figures do not say as at which day they hold.", None)
        )
    return asked


def _how_many(one: Figure) -> str:
    said = f"{one.comparator} {one.printed} of {one.denominator}".capitalize()
    return f"{said} ({one.name}): how many exactly?"


def _lacks_whole(one: Figure) -> bool:
    if one.denominator is not None:
        return False
    if one.kind in {"share", "all"} and one.quantity.unit == "percent":
        return True
    return one.kind == "count" and bool(_EXCEPTIONS.search(one.qualifier or one.name))


def _contradiction(where: str, one: Figure, figures: list[Figure]) -> list[Question]:
    wider = figures[one.nested_in] if one.nested_in is not None else None
    if (
        wider is None
        or one.kind == "share"
        or (one.quantity.value or 0) <= (wider.quantity.value or 0)
    ):
        return []
    text = f"{one.printed} ({one.name}) cannot be among {wider.printed} ({wider.name}). Which is right?"
    return [_question(where, text, None)]


def _question(where: str, text: str, suggestion: str | None) -> Question:
    return {"where": where, "question": text, "suggestion": suggestion}
