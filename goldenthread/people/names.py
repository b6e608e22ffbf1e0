"""Matching the names in documents with the people who are known. Nothing here asks a database."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "mx",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "cllr",
        "councillor",
        "rev",
    ]
)
# Forenames that are not simply the beginning of the long form (as Mel is of Melanie).
SHORT_FORMS = (
    {"elizabeth", "liz", "lizzie", "beth", "betty"},
    {"margaret", "maggie", "peggy", "meg"},
    {"william", "bill", "will", "billy"},
    {"robert", "bob", "rob", "bobby"},
    {"richard", "dick", "rick", "rich"},
    {"anthony", "tony"},
    {"james", "jim", "jimmy"},
    {"john", "jack", "johnny"},
    {"catherine", "katherine", "kathryn", "kate", "cathy", "kathy", "katie"},
    {"edward", "ted", "ed", "eddie"},
    {"michael", "mike", "mick"},
    {"patricia", "pat", "trish", "tricia"},
    {"susan", "sue", "suzanne"},
    {"deborah", "debbie", "deb", "debra"},
    {"andrew", "andy", "drew"},
    {"stephen", "steven", "steve"},
    {"theresa", "teresa", "tess", "terry"},
    {"jacqueline", "jackie", "jacqui"},
    {"rebecca", "becky", "becca"},
    {"christopher", "chris"},
    {"helen", "nell"},
)
LEAST_LIKENESS = 88
# With the same surname a forename may differ by more: Melany and Melanie are at 77.
LEAST_FORENAME = 75
SHORTEST_SHORT_FORM = 3
INITIALS = re.compile(r"(?:[A-Z]\.? ?){2,4}")
EXACT, ALIAS, INITIAL, SHORT_FORM, FORENAME, ONLY_INITIALS = 100, 100, 92, 90, 84, 80


@dataclass(frozen=True)
class Known:
    """A person as far as names go; `id` is whatever the caller knows them by."""

    id: int
    name: str
    aliases: tuple[str, ...] = ()
    initials: str = ""


@dataclass(frozen=True)
class Match:
    """A known person whom a printed name may mean.

    `sure` is True only for the exact name or a confirmed alias that nobody else has: all
    else is proposed, and a person decides. `score` is from 0 to 100.
    """

    id: int
    score: int
    reason: str
    sure: bool = False


def match(printed: str, known: Sequence[Known]) -> list[Match]:
    """The people whom a printed name may mean, the likeliest first; none when nobody is like.

    Initials alone ("KW") are matched only when exactly one known person has them.
    """
    exact = [found for person in known if (found := _same(printed, person))]
    if exact:
        return _unless_shared(exact)
    if INITIALS.fullmatch(printed.strip()):
        return _by_initials(printed, known)
    likely = [found for person in known if (found := _like(printed, person))]
    return sorted(likely, key=lambda found: (-found.score, found.id))


def split_names(cell: str) -> list[str]:
    """The names in a cell such as "Mel Smith / C Jones" or "KW, CP", as printed.

    "Surname, Forename" is not known from two names here: no seed writes names so.
    """
    parts = re.split(r"[\n;/,&]|\band\b", cell)
    return [part.strip() for part in parts if part.strip()]


def _words(name: str) -> tuple[str, ...]:
    """A name's words without case, accents, titles, dots and the kinds of apostrophe."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("‐", "-"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    words = re.sub(r"[.,]", " ", letters).casefold().split()
    return tuple(word for word in words if word not in TITLES)


def _same(printed: str, person: Known) -> Match | None:
    words = _words(printed)
    if words and words == _words(person.name):
        return Match(person.id, EXACT, "The same name", sure=True)
    if words and words in [_words(alias) for alias in person.aliases]:
        return Match(person.id, ALIAS, "A confirmed other name", sure=True)
    return None


def _unless_shared(exact: list[Match]) -> list[Match]:
    if len(exact) == 1:
        return exact
    return [Match(m.id, m.score, f"{m.reason}, which {len(exact)} people have") for m in exact]


def _by_initials(printed: str, known: Sequence[Known]) -> list[Match]:
    letters = re.sub(r"[. ]", "", printed).casefold()
    found = [person for person in known if letters in _initials(person)]
    if len(found) != 1:
        return []
    return [Match(found[0].id, ONLY_INITIALS, "Nobody else has these initials")]


def _initials(person: Known) -> set[str]:
    if person.initials:
        return {person.initials.replace(".", "").casefold()}
    words = _words(person.name)
    every = "".join(word[0] for word in words)
    return {every, words[0][0] + words[-1][0]} if words else set()


def _like(printed: str, person: Known) -> Match | None:
    """The best of a person's names; None when none is like."""
    matches = (_like_one(_words(printed), _words(name)) for name in (person.name, *person.aliases))
    best = max((found for found in matches if found), default=None)
    return Match(person.id, *best) if best else None


def _like_one(printed: tuple[str, ...], name: tuple[str, ...]) -> tuple[int, str] | None:
    if len(printed) < 2 or len(name) < 2:
        return None
    if printed[-1] == name[-1]:
        return _same_surname(printed[0], name[0])
    likeness = round(fuzz.ratio(" ".join(printed), " ".join(name)))
    if likeness < LEAST_LIKENESS:
        return None
    return min(likeness, SHORT_FORM - 1), "Spelled nearly the same"


def _same_surname(printed: str, forename: str) -> tuple[int, str] | None:
    short, long = sorted((printed, forename), key=len)
    if len(short) == 1:
        return (INITIAL, "The same initial and surname") if long[0] == short else None
    if _is_short_form(short, long):
        return SHORT_FORM, "A short form of the forename and the same surname"
    if fuzz.ratio(short, long) >= LEAST_FORENAME:
        return FORENAME, "A forename spelled nearly the same and the same surname"
    return None


def _is_short_form(short: str, long: str) -> bool:
    if len(short) >= SHORTEST_SHORT_FORM and long.startswith(short):
        return True
    return any({short, long} <= forms for forms in SHORT_FORMS)
