"""Finds what may tell who a child is: numbers, birth dates and names, each with its reason."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from goldenthread.sources import patterns

NHS_NUMBER, UPN, BIRTH_DATE = "nhs_number", "upn", "birth_date"
CASE_NUMBER, CHILD_NAME = "case_number", "child_name"
# The heading under which a bare value of each kind is suspected.
HEADINGS = {
    NHS_NUMBER: "NHS number",
    UPN: "UPN",
    BIRTH_DATE: "DOB",
    CASE_NUMBER: "Case number",
    CHILD_NAME: "Child's name",
}
MASK, REMOVED = "█", "[removed]"
SHOWN = 60
LONGEST_LABEL = 30


@dataclass(frozen=True, slots=True)
class Suspect:
    """A part of a text, from character `start` to before `end`, and why it is suspected."""

    kind: str
    start: int
    end: int
    reason: str


Rule = Callable[[str], Iterator[Suspect]]


def screen(text: str, *, heading: str = "", known: Collection[str] = ()) -> list[Suspect]:
    """What in a text may tell who a child is, in the order of the text.

    Args:
        heading: the heading of the column or form field that the text stands under, which
                 says what a bare date or number is. Positions do not count it.
        known:   names of officers and partners, who are no suspects.

    Returns:
        Suspects that do not overlap. An empty list is no promise: a rule sees patterns only.
    """
    before = f"{heading}: " if heading else ""
    # Names of files part their words by underscores. No position moves.
    whole = (before + text).replace("_", " ")
    found: list[Suspect] = []
    for rule in RULES:
        for suspect in rule(whole):
            if all(suspect.end <= other.start or suspect.start >= other.end for other in found):
                found.append(suspect)
    officers = {_folded(name) for name in known}
    kept = [
        replace(suspect, start=suspect.start - len(before), end=suspect.end - len(before))
        for suspect in found
        if suspect.start >= len(before)
        and not (
            suspect.kind == CHILD_NAME and _folded(whole[suspect.start : suspect.end]) in officers
        )
    ]
    return sorted(kept, key=lambda suspect: suspect.start)


def masked(text: str) -> str:
    """The text for history, log and messages: every suspect is a block that tells no length."""
    return re.sub(f"{MASK}+", MASK * 3, _blocked(text, screen(text)))


def excerpt(text: str, suspect: Suspect, suspects: Iterable[Suspect]) -> str:
    """The surroundings of a suspect in one line, with it and all others masked."""
    blocked = _blocked(text, [suspect, *suspects])
    first, last = max(0, suspect.start - SHOWN), suspect.end + SHOWN
    # A suspect that the edge would cut is masked whole, so nothing of it shows.
    shown = re.sub(f"{MASK}+", MASK * 3, blocked[first:last])
    return " ".join(shown.split())


def without(text: str, suspects: Iterable[Suspect]) -> str:
    """The text with each suspect cut out and a mark in its place."""
    for suspect in sorted(suspects, key=lambda suspect: suspect.start, reverse=True):
        text = text[: suspect.start] + REMOVED + text[suspect.end :]
    return text


def nhs_numbers(text: str) -> Iterator[Suspect]:
    """Ten digits whose last one checks the others, or that are called an NHS number."""
    for found in patterns.TEN_DIGITS.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        if _called(patterns.CALLED_NHS, found):
            yield _suspect(NHS_NUMBER, found, "ten digits that are called an NHS number")
        elif digits[0] in patterns.FIRST_DIGITS_OF_NHS and nhs_check_holds(digits):
            yield _suspect(NHS_NUMBER, found, "ten digits with the check digit of an NHS number")


def upns(text: str) -> Iterator[Suspect]:
    """A letter and twelve signs, where the letter checks the rest, or that are called a UPN."""
    for found in patterns.UPN.finditer(text):
        if _called(patterns.CALLED_UPN, found):
            yield _suspect(UPN, found, "thirteen signs that are called a UPN")
        elif upn_check_holds(found[0].upper()):
            yield _suspect(UPN, found, "thirteen signs with the check letter of a UPN")


def birth_dates(text: str) -> Iterator[Suspect]:
    """A full date beside a word of birth, or right after an age."""
    for rule in (patterns.BORN_THEN_DATE, patterns.DATE_THEN_BORN):
        for found in rule.finditer(text):
            yield _suspect(BIRTH_DATE, found, "a date beside a word of birth", "date")
    for found in patterns.AGED_THEN_DATE.finditer(text):
        yield _suspect(BIRTH_DATE, found, "a date right after an age", "date")


def case_numbers(text: str) -> Iterator[Suspect]:
    """A number that is called the number of a case, child or person, or a case system's."""
    for found in patterns.CASE_NUMBER.finditer(text):
        if not patterns.YEAR.fullmatch(found["number"]):
            yield _suspect(CASE_NUMBER, found, "a number after the words for one", "number")


def child_names(text: str) -> Iterator[Suspect]:
    """A name that the words around it give to a child, or that stands beside a birth date."""
    for pattern, reason in patterns.NAMES:
        for found in pattern.finditer(text):
            words = re.split(r"[ \t\xa0]+", found["name"])
            if not any(word.lower() in patterns.NO_NAMES for word in words):
                yield _suspect(CHILD_NAME, found, reason, "name")


RULES: tuple[Rule, ...] = (nhs_numbers, upns, birth_dates, case_numbers, child_names)


def nhs_check_holds(digits: str) -> bool:
    """Whether the tenth digit checks the first nine (NHS Data Dictionary, NHS NUMBER).

    The first nine are weighted 10 to 2; 11 less the remainder by 11 is the check digit,
    where 11 stands for 0 and 10 for a number that is never issued.
    """
    total = sum(
        int(digit) * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True)
    )
    check = 11 - total % 11
    return len(set(digits)) > 1 and check % 11 == int(digits[9]) and check != 10


def upn_check_holds(upn: str) -> bool:
    """Whether the letter in front checks the twelve signs behind it (DfE, UPN guide).

    The signs are weighted 2 to 13; the remainder by 23 counts the letters without I, O
    and S. A temporary number ends with such a letter.
    """
    values = [int(sign) if sign.isdigit() else patterns.UPN_LETTERS.index(sign) for sign in upn[1:]]
    total = sum(value * weight for value, weight in zip(values, range(2, 14), strict=True))
    return patterns.UPN_LETTERS[total % len(patterns.UPN_LETTERS)] == upn[0]


def _called(label: re.Pattern[str], found: re.Match[str]) -> bool:
    """Whether the label stands right before what was found."""
    first = max(0, found.start() - LONGEST_LABEL)
    return label.search(found.string, first, found.start()) is not None


def _suspect(kind: str, found: re.Match[str], reason: str, group: str | int = 0) -> Suspect:
    return Suspect(kind, found.start(group), found.end(group), reason)


def _blocked(text: str, suspects: Iterable[Suspect]) -> str:
    for suspect in suspects:
        length = suspect.end - suspect.start
        text = text[: suspect.start] + MASK * length + text[suspect.end :]
    return text


def _folded(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())
