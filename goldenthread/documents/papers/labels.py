"""The labels that councils print on the front of a report, and finding one in lines that wrap it."""

import re
from dataclasses import dataclass
from functools import cache

from goldenthread.documents.papers.label_words import MEANINGS, STEPS
from goldenthread.documents.papers.row import Row

LONGEST_LABEL_ROWS = 8
LONGEST_LABEL = 160


@dataclass(frozen=True, slots=True)
class Label:
    """A label found at the start of a row: as printed, the rows it takes, and what follows it.

    `rest` is the text after the label in its last row; `meaning` is a key of `MEANINGS`,
    "step" for a column of the tracking grid, or empty for a label that we do not know.
    """

    printed: str
    rows: int
    rest: str
    meaning: str


def folded(text: str) -> str:
    """The letters and digits alone, so that wraps and punctuation make no difference."""
    return re.sub(r"[^a-z0-9]", "", text.lower().replace("&", "and"))


@cache
def known() -> dict[str, tuple[str, str]]:
    """Folded wording -> (its meaning, the wording with its blanks)."""
    return {folded(w): (meaning, w) for meaning, words in MEANINGS.items() for w in words}


@cache
def steps() -> dict[str, tuple[str, str]]:
    return {folded(w): ("step", w) for w in STEPS}


def meaning_of(printed: str) -> str:
    """What a label means; empty for one that we do not know."""
    return known().get(folded(printed), ("", ""))[0]


def find(rows: list[Row], at: int, *, grid: bool) -> Label | None:
    """The longest known label that begins with row `at`, over as many rows as it wraps."""
    lexicon = {**known(), **steps()} if grid else known()
    best: Label | None = None
    text = ""
    for count, row in enumerate(rows[at : at + LONGEST_LABEL_ROWS], start=1):
        if row.cells or (count > 1 and row.bullet and row.side not in {"label", "both"}):
            break
        head = folded(text)
        best = (
            _ending_in(row, text=text, head=head, count=count, lexicon=lexicon, grid=grid) or best
        )
        text = f"{text} {row.text[:LONGEST_LABEL]}".strip()
        if not _may_go_on(folded(text), lexicon):
            break
    return best


def _may_go_on(so_far: str, lexicon: dict[str, tuple[str, str]]) -> bool:
    return any(len(word) > len(so_far) and word.startswith(so_far) for word in lexicon)


def _ending_in(
    row: Row, *, text: str, head: str, count: int, lexicon: dict[str, tuple[str, str]], grid: bool
) -> Label | None:
    """The longest label that ends in this row, `head` being what of it stood in rows before."""
    found: Label | None = None
    for end in _ends(row.text):
        word = head + folded(row.text[:end])
        entry = lexicon.get(word)
        if entry is None or not _is_end(row, end, word=entry[1], count=count, grid=grid):
            continue
        printed = _spaced(f"{text} {row.text[:end]}", entry[1])
        found = Label(printed, count, row.text[end:].lstrip(" :\t"), entry[0])
    return found


def _ends(text: str) -> list[int]:
    """Where a label may end in a row: after each of its words."""
    return [found.end() for found in re.finditer(r"[\w)]+(?:\s*[?)])?", text[:LONGEST_LABEL])]


def _is_end(row: Row, end: int, *, word: str, count: int, grid: bool) -> bool:
    """Whether what follows lets the words before be a label rather than running text."""
    rest = row.text[end:]
    if not rest.strip() or re.match(r"\s*:", rest) or re.match(r"\s*(?: {3,}|\t)", rest):
        return bool(rest.strip()) or _stands_alone(row, word, count=count, grid=grid)
    if grid:
        return rest.startswith(" ")
    if word.lower().startswith("tracking"):
        return bool(steps().get(folded(rest)))
    return bool(row.side) and " " in word and bool(re.match(r"\s+[A-Z0-9£]", rest))


def _stands_alone(row: Row, word: str, *, count: int, grid: bool) -> bool:
    """A label without a colon: of several words, or parted from what is before."""
    return grid or " " in word or "/" in word or row.gap or row.side == "label" or count > 1


def _spaced(printed: str, wording: str) -> str:
    """The printed signs with the blanks of the known wording: a wrap may break a word in two."""
    breaks, made, letters = _breaks(wording), "", 0
    for sign in "".join(printed.split()):
        if made and letters in breaks and (sign.isalnum() or sign in "(&"):
            breaks.discard(letters)
            made += " "
        made += sign
        letters += len(folded(sign))
    return made


def _breaks(wording: str) -> set[int]:
    """After how many letters the wording has a blank."""
    return {len(folded(wording[:at])) for at, sign in enumerate(wording) if sign == " "}
