"""Writes the demonstration's plans and papers as Word files, from their texts."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import docx


def plan(text: Mapping[str, Any], *, today: date) -> bytes:
    """A plan of one table.

    Args:
        text: `title`; `headings`, the words above each column by its name; `rows`, each the
              cells by name. A whole number in a cell is a day so many days from `today`.
    """
    document = docx.Document()
    document.add_heading(text["title"], level=1)
    names = list(text["headings"])
    grid = document.add_table(rows=0, cols=len(names))
    for row in (text["headings"], *text["rows"]):
        for cell, name in zip(grid.add_row().cells, names, strict=True):
            cell.text = _words(row.get(name, ""), today)
    return _saved(document)


def paper(text: Mapping[str, Any]) -> bytes:
    """A paper to Cabinet: its `front` in a table, then `body`, each a style and the words."""
    document = docx.Document()
    _front(document, text["front"])
    for style, words in text["body"]:
        if style == "heading":
            document.add_heading(words, level=1)
        else:
            document.add_paragraph(words, style="List Bullet" if style == "bullet" else None)
    return _saved(document)


def _front(document: Any, rows: Sequence[Sequence[str]]) -> None:
    grid = document.add_table(rows=0, cols=2)
    for cells in rows:
        for cell, words in zip(grid.add_row().cells, cells, strict=True):
            cell.text = words


def _words(cell: str | int, today: date) -> str:
    return f"{today + timedelta(days=cell):%d/%m/%Y}" if isinstance(cell, int) else cell


def _saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()
