"""Labels such as i), b) or 3) inside a cell: parts under labels, and what belongs to which."""

import re
from dataclasses import dataclass

ROMAN = (
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x",
    "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx",
)  # fmt: skip
# A label stands at the start of a line, or after white space where the cell's lines are lost.
_LABEL = re.compile(
    r"(?:^|(?<=\s))(\(?([ivx]{1,5}|[a-h]|\d{1,2})(?:\)(?=\s*\S)|\.(?=\s+\S)))", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a cell under its label as printed; an empty label before the first one."""

    label: str
    text: str


def parts(text: str) -> list[Part]:
    """The labelled parts of a cell in order; one part without a label where there are none.

    A text splits only if it begins with a label, so that a list inside one action ("to
    discuss: a) ... b) ...") stays whole. Labels of one style must rise.
    """
    marks = _rising(text)
    if not marks or text[: marks[0].start()].strip():
        return [Part("", text)]
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    return [
        Part(mark.group(1), text[mark.end() : end].strip())
        for mark, end in zip(marks, ends, strict=True)
    ]


def same(one: str, other: str) -> bool:
    """Whether two labels are one and the same, brackets and stops aside."""
    return bare(one) == bare(other)


def bare(label: str) -> str:
    return label.strip("().").lower()


def _rising(text: str) -> list[re.Match[str]]:
    """The labels that continue the first one's count; others are words of the text."""
    marks: list[re.Match[str]] = []
    for found in _LABEL.finditer(text):
        if not marks:
            if text[: found.start()].strip() or not _value(found, found):
                return []
            marks.append(found)
        elif _follows(marks[-1], found, first=marks[0], text=text):
            marks.append(found)
    return marks


def _follows(last: re.Match[str], found: re.Match[str], *, first: re.Match[str], text: str) -> bool:
    if _closing(found) != _closing(first):
        return False
    at_line_start = found.start() == 0 or text[found.start() - 1] == "\n"
    before, now = _value(last, first), _value(found, first)
    # Inside a line only the very next label counts; at a line's start one may be missing.
    return now == before + 1 or (at_line_start and before < now <= before + 3)


def _closing(found: re.Match[str]) -> str:
    label = found.group(1)
    return label[-1] + ("(" if label.startswith("(") else "")


def _value(found: re.Match[str], first: re.Match[str]) -> int:
    """The label's number in the style of the first label; 0 where it is of another style."""
    word, style = found.group(2).lower(), first.group(2).lower()
    if style in ROMAN:
        return ROMAN.index(word) + 1 if word in ROMAN else 0
    if style.isdigit():
        # "3." at the start of a line is a label; "3. " inside a date column is not.
        return int(word) if word.isdigit() and found.group(1).endswith(")") else 0
    return ord(word) - ord("a") + 1 if len(word) == 1 and word.isalpha() else 0
