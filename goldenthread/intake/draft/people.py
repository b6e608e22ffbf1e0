"""Whom the names in a plan may mean: known people, the same person printed twice, or nobody yet."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from goldenthread.documents.plans.people import is_name
from goldenthread.intake.draft.form import Draft, accepted
from goldenthread.people import names
from goldenthread.people.names import INITIALS, Known, Match

SURE, PROPOSED, UNKNOWN, ANSWERED = "sure", "proposed", "unknown", "answered"
PERSON, LETTERS, POST = "person", "initials", "post or team"
# No id of a known person is below one, so those of the document itself are.
_FIRST_OF_DOCUMENT = -1


@dataclass(frozen=True, kw_only=True)
class Naming:
    """A name as printed, and whom it may mean.

    Attributes:
        rows:       ids of the actions that print it, in their order.
        what:       "person", "initials" or "post or team", by how it is written.
        state:      "sure" (the same name as one known person), "proposed", "unknown", or
                    "answered" by a person.
        person:     id of the known person that is sure or proposed.
        candidates: all known people whom it may mean, the likeliest first.
        like:       another printed name that may be the same person, "" without one.
        initials_of: names, known or printed, that have these initials.
        answer:     what a person said: {"person": 7}, {"new": "Ann Dale", "as": "person"},
                    {"same_as": "Ann Dale"} or {"unresolved": True}.
    """

    printed: str
    rows: tuple[str, ...]
    what: str
    state: str
    person: int | None = None
    candidates: tuple[Match, ...] = ()
    like: str = ""
    initials_of: tuple[str, ...] = ()
    reason: str = ""
    answer: Mapping[str, Any] = field(default_factory=dict)


def match_leads(draft: Draft, known: Sequence[Known]) -> list[Naming]:
    """Each printed lead and delegate once, in the order of the plan.

    Only the exact name, or a confirmed other name, of one person is sure. Initials are never
    sure, and not even proposed where two people have them (U-03).
    """
    printed = names_of(draft)
    return [_naming(draft, name, rows, printed, known) for name, rows in printed.items()]


def names_of(draft: Draft) -> dict[str, tuple[str, ...]]:
    """Each printed name with the actions that print it."""
    found: dict[str, list[str]] = {}
    for action in accepted(draft, "actions"):
        for name in dict.fromkeys([*(action.get("leads") or ()), *(action.get("delegates") or ())]):
            found.setdefault(name, []).append(action["id"])
    return {name: tuple(rows) for name, rows in found.items()}


def meant(draft: Draft, known: Sequence[Known]) -> dict[str, dict[str, Any]]:
    """What each printed name means so far: what a person said, else a sure match.

    A name that is said to be the same as another means what that one means. Names that mean
    nothing yet are not in it.
    """
    given: dict[str, dict[str, Any]] = dict(draft["named"])
    for naming in match_leads(draft, known):
        if naming.state == SURE:
            given.setdefault(naming.printed, {"person": naming.person})
    return {
        name: end
        for name in given
        if (end := _end(name, given)) and "same_as" not in end and not end.get("unresolved")
    }


def _end(name: str, given: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """What a chain of "the same as" ends in; nothing where it runs in a circle."""
    seen: set[str] = set()
    while name not in seen:
        seen.add(name)
        answer = given.get(name, {})
        if "same_as" not in answer:
            return answer
        name = answer["same_as"]
        if name not in given:
            return {"new": name, "as": "person"}
    return {}


def _naming(
    draft: Draft,
    name: str,
    rows: tuple[str, ...],
    printed: Mapping[str, tuple[str, ...]],
    known: Sequence[Known],
) -> Naming:
    what, matches = _what(name), names.match(name, known)
    first = matches[0] if matches else None
    if name in draft["named"]:
        answer = draft["named"][name]
        return Naming(printed=name, rows=rows, what=what, state=ANSWERED, answer=answer)
    if what == LETTERS and not (first and first.sure):
        return _by_initials(name, rows, printed, known)
    like = "" if first else _like(name, printed)
    return Naming(
        printed=name,
        rows=rows,
        what=what,
        state=_state(first),
        person=first.id if first and _is_clear(matches) else None,
        candidates=tuple(matches),
        like=like,
        reason=first.reason if first else "",
    )


def _what(name: str) -> str:
    if INITIALS.fullmatch(name.strip()):
        return LETTERS
    return PERSON if is_name(name) else POST


def _state(first: Match | None) -> str:
    if first is None:
        return UNKNOWN
    return SURE if first.sure else PROPOSED


def _is_clear(matches: Sequence[Match]) -> bool:
    """Whether one is likelier than all others."""
    return len(matches) == 1 or matches[0].score > matches[1].score


def _by_initials(
    name: str,
    rows: tuple[str, ...],
    printed: Mapping[str, tuple[str, ...]],
    known: Sequence[Known],
) -> Naming:
    """Initials that one known person has are proposed; those of several, or of none, never."""
    letters = "".join(letter for letter in name if letter.isalpha()).casefold()
    people = [person for person in known if letters in _initials(person.name, person.initials)]
    here = [one for one in printed if is_name(one) and letters in _initials(one, "")]
    having = tuple(dict.fromkeys([*(person.name for person in people), *here]))
    one = people[0] if len(having) == 1 and people else None
    what = LETTERS if having else POST
    return Naming(
        printed=name,
        rows=rows,
        what=what,
        state=PROPOSED if one else UNKNOWN,
        person=one.id if one else None,
        like=having[0] if len(having) == 1 and not people else "",
        initials_of=having,
        reason="Nobody else has these initials" if len(having) == 1 else "",
    )


def _initials(name: str, given: str) -> set[str]:
    if given:
        return {given.replace(".", "").casefold()}
    words = [word for word in name.casefold().split() if word.strip(".") not in names.TITLES]
    return {"".join(word[0] for word in words), words[0][0] + words[-1][0]} if words else set()


def _like(name: str, printed: Mapping[str, tuple[str, ...]]) -> str:
    """Another name of the document that may be the same person, if it is printed more often."""
    if not is_name(name):
        return ""
    counts = Counter({one: len(rows) for one, rows in printed.items() if is_name(one)})
    others = [one for one in counts if one != name and _before(counts, one, name)]
    here = [Known(_FIRST_OF_DOCUMENT - n, one) for n, one in enumerate(others)]
    found = names.match(name, here)
    return others[_FIRST_OF_DOCUMENT - found[0].id] if found and _is_clear(found) else ""


def _before(counts: Counter[str], one: str, name: str) -> bool:
    """Whether the other name is the one to keep: printed more often, else longer, else first."""
    return (counts[one], len(one), name) > (counts[name], len(name), one)
