"""The forms in which a paper is handed out; a new form is one line here."""

from collections.abc import Callable
from dataclasses import dataclass

from goldenthread.papers.document import Document
from goldenthread.papers.renderers import excel, html, pdf, word


@dataclass(frozen=True, kw_only=True)
class Form:
    """A kind of file: how its name ends, its media type, and what makes it."""

    extension: str
    media_type: str
    render: Callable[[Document], bytes]


OFFICE = "application/vnd.openxmlformats-officedocument."

FORMS: dict[str, Form] = {
    "docx": Form(
        extension=".docx",
        media_type=f"{OFFICE}wordprocessingml.document",
        render=word.render,
    ),
    "pdf": Form(extension=".pdf", media_type="application/pdf", render=pdf.render),
    "xlsx": Form(
        extension=".xlsx",
        media_type=f"{OFFICE}spreadsheetml.sheet",
        render=excel.render,
    ),
    "html": Form(extension=".html", media_type="text/html; charset=utf-8", render=html.render),
}
