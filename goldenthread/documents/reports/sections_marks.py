"""The marks that begin a row: numbers, bullets, letters and small Roman numbers."""

import re
from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    NUMBER = "number"
    BULLET = "bullet"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Marker:
    """A mark and the text behind it. `label` is the number, the glyph or the letter."""

    kind: Kind
    label: str
    rest: str

    @property
    def number(self) -> int | None:
        return int(self.label) if self.kind is Kind.NUMBER else None


GLYPHS = "•◦∙·‣⁃»›*\x95\ufffd"
SHAPES = "\u2190-\u21ff\u2500-\u27bf\u2b00-\u2bff"
"""Arrows, squares, circles, stars and ticks."""
PRIVATE = "\ue000-\uf8ff"
"""Symbol fonts put their bullets here."""
LETTERS_AS_BULLETS = "onlquv§ØüŸ¡¤"
"""What the bullets of Wingdings and of Word's second level become without their font."""

NUMBER = re.compile(r"\(?(?P<label>\d{1,3})\s?[.)](?![\d.,;])\s*(?P<rest>.*)", re.S)
BULLET = re.compile(
    rf"(?P<label>[{re.escape(GLYPHS)}{SHAPES}{PRIVATE}]|[-–—](?=\s|$))\s*(?P<rest>.*)", re.S
)
LETTER_BULLET = re.compile(rf"(?P<label>[{LETTERS_AS_BULLETS}])\s+(?P<rest>[A-Za-z‘“(].*)", re.S)
LETTER = re.compile(
    r"(?:\((?P<label>[a-z]|[ivx]+)\)|(?P<other>[a-z]|[ivx]+)[.)])\s+(?P<rest>\S.*)", re.S
)


def marker(text: str) -> Marker | None:
    """The mark with which a row begins; None where it begins with a word."""
    if found := NUMBER.match(text):
        return Marker(Kind.NUMBER, found["label"], found["rest"])
    if found := BULLET.match(text) or LETTER_BULLET.match(text):
        return Marker(Kind.BULLET, found["label"], found["rest"])
    if found := LETTER.match(text):
        return Marker(Kind.LETTER, found["label"] or found["other"], found["rest"])
    return None
