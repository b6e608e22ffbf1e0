"""What every form of a paper says in the same words, in characters that every form can hold."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from goldenthread.basics.days import without_weekday
from goldenthread.papers.document import Block, Document, Heading, Note, Run

# No XML file may hold these: control characters, halves of a character, two that are none.
_CONTROLS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF])
_HALVES = dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}")
_BREAKS = {ord(character): " " for character in "\t\n\v\f\r\x1c\x1d\x1e\x85\u2028\u2029"}
_PRINTED = {**_CONTROLS, **_HALVES, **_BREAKS}

_SAID_FIRST = {"missing": "Missing: ", "warning": "Warning: ", "info": ""}


def printable(text: str) -> str:
    """A line's text without what no form can hold; a line break or tab becomes a space."""
    return text if text.isprintable() else text.translate(_PRINTED)


def runs_of(runs: Iterable[Run]) -> tuple[Run, ...]:
    """The runs that hold words, in printable characters."""
    cleaned = (replace(run, text=printable(run.text)) for run in runs)
    return tuple(run for run in cleaned if run.text)


def note_runs(note: Note) -> tuple[Run, ...]:
    """What a note says: its kind first, in words, for colours alone tell nothing."""
    return runs_of((Run(_SAID_FIRST[note.kind], strong=True), Run(note.text)))


def byline(document: Document) -> str:
    """Whose paper it is and of which day: "Aldermere Council, as at 5 December 2025"."""
    return printable(f"{document.authority}, as at {without_weekday(document.as_at)}")


def stepwise(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with no heading more than one level below the one before it.

    Who hears a paper takes a level that is left out for a part that is missing.
    """
    above = 0
    for block in blocks:
        if isinstance(block, Heading):
            above = min(block.level, above + 1)
            yield Heading(above, printable(block.text))
        else:
            yield block
