"""The words of a cell as text: wrapped lines joined, paragraphs kept apart."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from goldenthread.documents.containers.pdf_header import PrintedLine, printed_lines
from goldenthread.documents.containers.pdf_marks import Word

# A step to the next line that is so much longer than the usual one begins a paragraph (points).
LONGER_STEP = 0.9
SPACE = 0.25
# A word would have fitted if so much room (points) is left over after it.
ROOM = 1.0
_ENDING_LIST = "ly ely ed d ing ment ments tion ions ion s es er ers ate y al ity ties ness"
_ENDINGS = frozenset(_ENDING_LIST.split())
# No line is broken within a day that is written with strokes.
_UNIT = re.compile(r"\S*?(?:[-–]|/(?!\d))(?=\S)|\S+")
_BULLET = re.compile(r"^[•▪●◦‣⁃·-]\s|^[•▪●◦‣⁃]")


@dataclass(frozen=True, slots=True)
class Setting:
    """How the table is set: the usual step, each column's right limit, its words by count."""

    step: float
    limits: tuple[float, ...]
    vocabulary: Collection[str]


def text_of(parts: Sequence[Sequence[Word]], setting: Setting, *, last_column: int) -> str:
    """The text of a cell. `parts` are its words page by page; `last_column` is the column
    whose right limit holds for it."""
    limit = setting.limits[last_column]
    text, before = "", None
    for part in parts:
        first = True
        for line in printed_lines(part):
            text += _joint(before, line, setting, limit=limit, new_page=first) if before else ""
            text = _with_line(text, " ".join(word.text for word in line.words), setting)
            before, first = line, False
    return text


def step_of(cells: Sequence[Sequence[Word]]) -> float:
    """The usual step from line to line within cells: the commonest one."""
    steps: Counter[float] = Counter()
    for words in cells:
        lines = printed_lines(words)
        steps.update(round(line.top - before.top, 1) for before, line in pairwise(lines))
    return steps.most_common(1)[0][0] if steps else 0.0


_DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:20)?\d\d:?")
_LEADING_ON = (
    "by on the from until to of at in and or commencing before after since for is was w/c dated"
    " between - – &"
)
_BEFORE_A_DATE = frozenset(_LEADING_ON.split())

_BREAK, _WRAP, _BROKEN_WORD = "\n", " ", ""


def _joint(
    before: PrintedLine, line: PrintedLine, setting: Setting, *, limit: float, new_page: bool
) -> str:
    """What stands between two lines: a paragraph break, a space, or nothing."""
    if _BULLET.match(" ".join(w.text for w in line.words)):
        return _BREAK
    if not new_page and setting.step and line.top - before.top > setting.step + LONGER_STEP:
        return _BREAK
    if _begins_with_a_date(before, line):
        return _BREAK
    if is_wrap(before, line, limit=limit):
        return _BROKEN_WORD if _is_broken_word(before, line, setting, limit=limit) else _WRAP
    return _WRAP if new_page and line.words[0].text[:1].islower() else _BREAK


def _begins_with_a_date(before: PrintedLine, line: PrintedLine) -> bool:
    """Whether a dated note begins: a day that no word before it leads to ("by", "on the")."""
    leads_on = before.words[-1].text.lower().rstrip(":") in _BEFORE_A_DATE
    return bool(_DAY.fullmatch(line.words[0].text)) and not leads_on


def is_wrap(before: PrintedLine, line: PrintedLine, *, limit: float) -> bool:
    """Whether the next line's first word would not have fitted on the line before."""
    word, last = line.words[0], before.words[-1]
    unit = _UNIT.match(word.text)
    share = len(unit.group()) / len(word.text) if unit else 1.0
    needed = last.right + SPACE * word.size + share * (word.right - word.left)
    return needed > limit - ROOM


def _is_broken_word(
    before: PrintedLine, line: PrintedLine, setting: Setting, *, limit: float
) -> bool:
    """Whether a narrow column broke a word that has no hyphen: "immediat" and "ely"."""
    if len(before.words) > 1 or before.words[0].right < limit - 0.6 * before.words[0].size:
        return False
    start, end = before.words[0].text, line.words[0].text
    if not start[-1:].isalpha() or not end[:1].islower():
        return False
    plain = end.rstrip(".,;:")
    if (start + plain).lower() in setting.vocabulary or plain in _ENDINGS:
        return True
    return start.lower() not in setting.vocabulary and plain.lower() not in setting.vocabulary


def _with_line(text: str, line: str, setting: Setting) -> str:
    """The text with a line added; a hyphen or stroke at the joint stays, a soft one goes."""
    if not text.endswith(" ") or len(text) < 3 or not line[:1].isalnum():
        return text + line
    if text[-2] == "/" and text[-3].isalnum():
        return text[:-1] + line
    if text[-2] == "\u00ad":
        return text[:-2] + line
    if text[-2] not in "-‐" or not text[-3].isalnum():
        return text + line
    start, end = re.split(r"\s", text[:-2])[-1], re.split(r"\W", line)[0]
    broken = (start + end).lower() in setting.vocabulary and line[:1].islower()
    return (text[:-2] if broken else text[:-1]) + line
