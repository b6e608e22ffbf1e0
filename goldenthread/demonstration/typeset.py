"""Sets the demonstration's reports as PDF: lines of `style: text`, through Typst."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import typst

FORM = """
#set page(paper: "a4", margin: 2.4cm,
  footer: context [#"{footer}" #h(1fr) #counter(page).display()])
#set text(size: 11pt, hyphenate: false, lang: "en", region: "GB")
#set par(leading: 0.7em, spacing: 1.3em)
#let judged(..cells) = table(columns: (11cm, 4.5cm), inset: 6pt, align: left + horizon, ..cells)
"""
SIZES = {"title": 20, "h1": 16, "h2": 13}
BETWEEN = " | "


def pdf(text: str) -> bytes:
    """A PDF of a text whose lines each begin with a style; the line `footer` is on every page.

    The styles are title, h1, h2, bold, text, numbered, bullet, row, grade and break; `row` and
    `grade` have two cells, and grades that follow on one another are one table.

    Raises:
        KeyError: a line begins with no style.
    """
    lines = [_parted(line) for line in text.splitlines() if line.strip()]
    [footer] = [words for style, words in lines if style == "footer"]
    body = [one for one in lines if one[0] != "footer"]
    source = FORM.replace("{footer}", _quoted(footer)) + "\n\n".join(_pieces(body))
    return typst.compile(source.encode(), format="pdf")


def _parted(line: str) -> tuple[str, str]:
    style, _, words = line.partition(":")
    return style.strip(), words.strip()


def _pieces(lines: Iterable[tuple[str, str]]) -> Iterator[str]:
    for style, group in groupby(lines, key=lambda one: one[0]):
        if style == "grade":
            yield _judged([words for _, words in group])
        else:
            yield from (_piece(style, words) for _, words in group)


def _piece(style: str, words: str) -> str:
    if style in SIZES:
        return f"#text(size: {SIZES[style]}pt)[{_string(words)}]"
    if style == "numbered":
        number, _, rest = words.partition(" ")
        return f"#grid(columns: (1.2cm, 1fr), [{_string(number)}], [{_string(rest)}])"
    if style == "row":
        return f"#grid(columns: (7cm, 5cm), {', '.join(_cells(words))})"
    return {
        "text": _string(words),
        "bold": f"*{_string(words)}*",
        "bullet": f"#list(marker: [•], [{_string(words)}])",
        "break": "#pagebreak()",
    }[style]


def _judged(rows: Iterable[str]) -> str:
    cells = [cell for row in rows for cell in _cells(row)]
    return f"#judged({', '.join(cells)})"


def _cells(words: str) -> list[str]:
    return [f"[{_string(cell)}]" for cell in words.split(BETWEEN)]


def _string(text: str) -> str:
    return f'#"{_quoted(text)}"'


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
