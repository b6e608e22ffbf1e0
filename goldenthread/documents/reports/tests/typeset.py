"""Sets made-up documents as PDF, for tests: pieces of text with a style each, through Typst."""

from functools import cache

import typst

PAGE = '#set page(paper: "a4", margin: 2.4cm, footer: context [#"{footer}" #h(1fr) #counter(page).display()])\n'
TEXT = (
    "#set text(size: {size}pt, hyphenate: false)\n#set par(leading: 0.7em, spacing: {spacing}em)\n"
)


def pdf(pieces, *, footer="", size=11, spacing=1.3):
    """A PDF of pieces `(style, text)`; the styles are those of `STYLES`, and `break` is a new page."""
    return _compiled(tuple(pieces), footer=footer, size=size, spacing=spacing)


@cache
def _compiled(pieces, *, footer, size, spacing):
    head = PAGE.format(footer=_quoted(footer)) + TEXT.format(size=size, spacing=spacing)
    return typst.compile(
        (head + "\n\n".join(_piece(s, t) for s, t in pieces)).encode(), format="pdf"
    )


def _quoted(text):
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _string(text):
    return f'#"{_quoted(text)}"'


def _row(text):
    cells = ", ".join(f"[{_string(cell)}]" for cell in text.split("\t"))
    return f"#grid(columns: (7cm, 5cm), {cells})"


STYLES = {
    "text": _string,
    "title": lambda t: f"#text(size: 20pt)[{_string(t)}]",
    "h1": lambda t: f"#text(size: 16pt)[{_string(t)}]",
    "h2": lambda t: f"#text(size: 13pt)[{_string(t)}]",
    "bold": lambda t: f"*{_string(t)}*",
    "numbered": lambda t: (
        f"#grid(columns: (1.2cm, 1fr), [{_string(t.split(' ', 1)[0])}], [{_string(t.split(' ', 1)[1])}])"
    ),
    "bullet": lambda t: f"#list(marker: [•], [{_string(t)}])",
    "square": lambda t: f"#list(marker: [■], [{_string(t)}])",
    "row": _row,
    "break": lambda t: "#pagebreak()",
}


def _piece(style, text):
    return STYLES[style](text)
