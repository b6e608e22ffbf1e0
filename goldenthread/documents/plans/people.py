"""Several people, posts or teams in one cell, parted where the print says so."""

import re
from collections.abc import Collection
from dataclasses import dataclass

_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Prof)\.? )?"
    r"[A-Z][a-zA-Z’'-]*\.?(?: (?:de|van|der|von|O’|Mc)? ?[A-Z][a-zA-Z’'-]*\.?){1,2}"
)
_CODE = re.compile(r"[A-Z][A-Z&]{1,5}s?")
# A word of these makes "Early Years & Health" a team's own name.
_TEAM_WORDS_LISTED = """
team service services board partnership partnerships health education early help years
centre centres care social school schools police council trust group panel hub unit agency
agencies children childrens families family young people youth adult adults housing
commissioning improvement performance quality assurance safeguarding head director manager
managers officer officers lead leads assistant principal independent chair executive
strategic operational all support policy practice data business workforce development public
learning skills finance placement placements adoption fostering permanence court leaving
front door planning hr it prevention inclusion communities community virtual training
corporate legal
"""
_TEAM_WORDS = frozenset(_TEAM_WORDS_LISTED.split())
_AND = re.compile(r"\s+(?:&|and)\s+")
_SPACED_SLASH = re.compile(r"\s+/\s+|\s+/(?=\S)|(?<=\S)/\s+")


@dataclass(frozen=True, slots=True)
class People:
    """Those whom a cell names, in its order; `doubt` says why a person should look."""

    names: tuple[str, ...]
    doubt: str | None = None


def split(text: str, known: Collection[str] = ()) -> People:
    """The people, posts and teams of a cell.

    Lines, semicolons and commas part; "A & B", "A and B" and "A / B" part where both sides
    are people's names or codes. A team whose own name holds "and" stays whole. `known` are
    those who stand alone in other cells of the document: "SGU SGS" parts if both are known.
    """
    names: list[str] = []
    doubts: list[str] = []
    for line in _lines(text):
        for piece in _at_slashes(line):
            found = _at_and(piece, known)
            names += found.names
            doubts += [found.doubt] if found.doubt else []
    return People(tuple(name for name in names if name), doubts[0] if doubts else None)


def alone(text: str) -> str | None:
    """The one name in a cell, if it is one that nothing could part."""
    lines = _lines(text)
    if len(lines) != 1 or _AND.search(lines[0]) or "/" in lines[0]:
        return None
    return lines[0] if _CODE.fullmatch(lines[0]) else None


def is_name(text: str) -> bool:
    """Whether the words look like a person's name: two or three, none of a team or post."""
    plain = re.sub(r"\s*\(.*?\)", "", text.strip())
    words = {word.strip(".’'").lower() for word in plain.split()}
    return bool(_NAME.fullmatch(plain)) and not words & _TEAM_WORDS


def _lines(text: str) -> list[str]:
    pieces: list[str] = []
    for line in re.split(r"[\n;•]", text):
        commas = [piece.strip() for piece in line.split(",")]
        apart = len(commas) > 1 and all(is_name(p) or _CODE.fullmatch(p) for p in commas if p)
        pieces += commas if apart else [line]
    cleaned = (re.sub(r"^[-–•\s]+|[\s.,]+$", "", piece) for piece in pieces)
    return [" ".join(piece.split()) for piece in cleaned if piece]


def _at_slashes(line: str) -> list[str]:
    spaced = [piece.strip() for piece in _SPACED_SLASH.split(line) if piece.strip()]
    if len(spaced) > 1:
        return spaced
    tight = [piece.strip() for piece in line.split("/") if piece.strip()]
    return tight if len(tight) > 1 and all(is_name(piece) for piece in tight) else [line]


def _at_and(piece: str, known: Collection[str]) -> People:
    sides = [side.strip() for side in _AND.split(piece)]
    if len(sides) == 1:
        return _codes(piece, known)
    if all(is_name(side) or _CODE.fullmatch(side) for side in sides):
        return People(tuple(sides))
    if any(side in known for side in sides) or _first_name_only(sides):
        return People(tuple(sides), f"“{piece}” is taken for {_said(sides)}.")
    return People((piece,))


def _first_name_only(sides: list[str]) -> bool:
    """ "Ann and Ben Miles": a lone first name beside a whole name."""
    whole = [side for side in sides if is_name(side)]
    rest = [side for side in sides if not is_name(side)]
    lone = all(
        re.fullmatch(r"[A-Z][a-z]+", side) and side.lower() not in _TEAM_WORDS for side in rest
    )
    return bool(whole) and bool(rest) and lone


def _codes(piece: str, known: Collection[str]) -> People:
    """Codes side by side, or a post and a known code after it."""
    words = piece.split()
    if len(words) > 1 and all(word in known for word in words):
        return People(tuple(words), f"“{piece}” is taken for {_said(words)}.")
    if len(words) > 1 and words[-1] in known:
        apart = [" ".join(words[:-1]), words[-1]]
        return People(tuple(apart), f"“{piece}” is taken for {_said(apart)}.")
    return _pairs(piece, words)


def _pairs(piece: str, words: list[str]) -> People:
    """Names whose line break is lost: an even number of capitalised words, none of a team."""
    pairs = [" ".join(words[n : n + 2]) for n in range(0, len(words), 2)]
    if len(words) < 4 or len(words) % 2 or not all(is_name(pair) for pair in pairs):
        return People((piece,))
    return People(tuple(pairs), f"“{piece}” is taken for {_said(pairs)}.")


def _said(names: list[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return f"{', '.join(quoted[:-1])} and {quoted[-1]}"
