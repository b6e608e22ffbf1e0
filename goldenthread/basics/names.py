"""Names that changed over the years: one thing, as older and newer documents call it."""

from collections.abc import Sequence
from dataclasses import dataclass

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """What one thing is or was called, each name in small letters, word by word.

    docs/glossary.md says what changed and when ("Names that changed over the years").
    """

    forms: tuple[Phrase, ...]


@dataclass(frozen=True)
class Sought:
    """What is looked for at one place of a search: the words typed, or else another name."""

    words: Phrase
    others: tuple[Phrase, ...] = ()


def _names(*forms: str) -> Names:
    return Names(tuple(tuple(form.split()) for form in forms))


CHANGED = (
    _names(
        "lac",
        "looked after child",
        "cypic",
        "cla",
        "child looked after",
        "children looked after",
        "child in care",
        "children in care",
    ),
    _names("caf", "common assessment framework", "eha", "early help assessment"),
    _names("lscb", "local safeguarding children board", "scp", "safeguarding children partnership"),
    _names("crb", "criminal records bureau", "dbs", "disclosure and barring service"),
)


def sought(words: Sequence[str]) -> tuple[Sought, ...]:
    """Words in small letters, each with the other names of what it names; the longest name wins.

    'lac reviews' asks for 'lac' or one of its other names, and for 'reviews'. The end of a name
    may be longer: 'looked after children' is 'looked after child'.
    """
    found, at = [], 0
    while at < len(words):
        form, others = _named(words[at:])
        length = max(len(form), 1)
        found.append(Sought(tuple(words[at : at + length]), others))
        at += length
    return tuple(found)


def _named(words: Sequence[str]) -> tuple[Phrase, tuple[Phrase, ...]]:
    """The longest name with which the words begin, and the other names of that thing."""
    fitting = [(form, names) for names in CHANGED for form in names.forms if _begins(words, form)]
    if not fitting:
        return (), ()
    form, names = max(fitting, key=lambda pair: len(pair[0]))
    return form, tuple(other for other in names.forms if other != form)


def _begins(words: Sequence[str], form: Phrase) -> bool:
    if len(form) == 1:
        return words[0] == form[0]
    head = tuple(words[: len(form)])
    return len(head) == len(form) and head[:-1] == form[:-1] and head[-1].startswith(form[-1])
