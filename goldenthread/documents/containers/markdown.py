"""Markdown as headings, paragraphs and pipe tables, whose cells may hold HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from goldenthread.documents.containers import flow, html, spans, text
from goldenthread.documents.layout import Block, Document, Paragraph, Place, Table

HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
RULE = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?$")
CELL_END = re.compile(r"(?<!\\)\|")
EMPHASIS = re.compile(r"\*\*(?=\S)([^*]+)(?<=\S)\*\*|__(?=\S)([^_]+)(?<=\S)__")
ITALIC = re.compile(r"(?<![\w*])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])")
ITEM = re.compile(r"\s*([-*+]|\d+[.)])\s")
BULLET = re.compile(r"^(\s*)[-*+](?=\s)")
TABLE_END = "</table>"
HTML_TABLE = re.compile(rf"<table\b.*?{TABLE_END}", re.DOTALL | re.IGNORECASE)
FENCE = re.compile(r"\s*(```|~~~)")


def read(data: bytes, name: str) -> Document:
    """The text's blocks in order; a place's `line` is the line of the source where a block begins.

    Raises:
        UnreadableDocument: no known encoding, or a table too large to read.
    """
    source, warnings = text.decode(data, name)
    blocks = tuple(_Reading(name=name).blocks(source))
    return Document(
        name=name, form="markdown", pages=flow.one_page(blocks), blocks=blocks, warnings=warnings
    )


@dataclass
class _Reading:
    """Reads line by line; `run` holds the lines of the paragraph or table that is open."""

    name: str
    run: list[str] = field(default_factory=list)
    first: int = 1
    tables: int = 0

    def blocks(self, source: str) -> Iterator[Block]:
        lines = _folded_tables(source).split("\n")
        for number, line in enumerate(lines, start=1):
            if self._ends_run(line):
                yield from self._close()
            if not line.strip() or FENCE.match(line):
                continue
            if not self.run:
                self.first = number
            self.run.append(line)
        yield from self._close()

    def _ends_run(self, line: str) -> bool:
        if not self.run or not line.strip():
            return True
        before = self.run[-1]
        if _is_row(line) != _is_row(before):
            return True
        return bool(HEADING.match(line) or HEADING.match(before) or ITEM.match(line))

    def _close(self) -> Iterator[Block]:
        run, self.run = self.run, []
        if not run:
            return
        if _is_row(run[0]) and any(RULE.match(line.strip()) for line in run[:2]):
            yield self._pipe_table(run)
        elif run[0].lstrip().lower().startswith("<table"):
            yield from self._html_tables("\n".join(run))
        else:
            yield from _paragraph(run, line=self.first)

    def _pipe_table(self, run: list[str]) -> Table:
        spans.check_rows(len(run), self.name)
        if max(line.count("|") for line in run) > 2 * spans.COLUMNS_LIMIT:
            raise spans.too_large(self.name)
        rows = [_cells(line) for line in run if not RULE.match(line.strip())]
        width = max(len(row) for row in rows)
        padded = [[*row, *[""] * (width - len(row))] for row in rows]
        self.tables += 1
        laid = [[spans.Span(cell) for cell in row] for row in padded]
        return spans.lay_out(laid, number=self.tables, name=self.name)

    def _html_tables(self, source: str) -> Iterator[Block]:
        for block in html.blocks_of(source, self.name):
            if isinstance(block, Table):
                self.tables += 1
                yield _renumbered(block, self.tables)
            else:
                yield block


def _renumbered(table: Table, number: int) -> Table:
    cells = tuple(replace(c, place=replace(c.place, table=number)) for c in table.cells)
    return Table(cells=cells, place=Place(table=number))


def _folded_tables(source: str) -> str:
    """HTML tables on one line each, with the lines they took left blank after them."""

    def fold(found: re.Match[str]) -> str:
        whole = found.group()
        return "\n" + " ".join(whole.split("\n")) + "\n" + "\n" * max(0, whole.count("\n") - 2)

    source = source.replace("\r\n", "\n").replace("\r", "\n")
    # After the last end no table can close, and looking for its end again and again is slow.
    last = source.lower().rfind(TABLE_END)
    return HTML_TABLE.sub(fold, source[: last + len(TABLE_END)]) + source[last + len(TABLE_END) :]


def _is_row(line: str) -> bool:
    return line.lstrip().startswith("|")


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [_plain(cell.replace("\\|", "|")) for cell in CELL_END.split(inner)]


def _paragraph(run: list[str], *, line: int) -> Iterator[Paragraph]:
    heading = HEADING.match(run[0])
    level = len(heading.group(1)) if heading else None
    lines = [heading.group(2)] if heading else [BULLET.sub(r"\1•", each) for each in run]
    plain = "\n".join(_plain(each) for each in _unmarked("\n".join(lines)).split("\n"))
    if plain.strip():
        yield Paragraph(text=plain, place=Place(line=line), level=level)


def _plain(source: str) -> str:
    """A cell or line as it is printed: HTML read, marks of bold and italic taken away."""
    return _unmarked(html.text_of(source))


def _unmarked(source: str) -> str:
    return EMPHASIS.sub(r"\1\2", ITALIC.sub(r"\2", source))
