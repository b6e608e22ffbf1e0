"""Contact details of people are left out of what is published: a paper names posts."""

import re
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from goldenthread.papers.document import Document, Heading, Note, Run

LEFT_OUT = "[contact details left out]"
_EMAIL = r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+"
# A number of the national plan, with or without the country's code: 01632 960 123.
_TELEPHONE = r"(?<![\w+])(?:\+44 ?(?:\(0\) ?)?|\(?0)\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}(?!\w)"
_CONTACT = re.compile(rf"{_EMAIL}|{_TELEPHONE}")
# What holds words of the paper in its field `text`; all else only holds these.
_WORDS = (Run, Heading, Note)


def left_out(document: Document) -> Document:
    """The paper without email addresses and telephone numbers, and with a note where it had any.

    The data protection principle behind it: no more than is needed (UK GDPR, Article 5(1)(c)).
    """
    count = 0

    def without(text: str) -> str:
        nonlocal count
        found, times = _CONTACT.subn(LEFT_OUT, text)
        count += times
        return found

    blocks = _mapped(document.blocks, without)
    if not count:
        return document
    places = "1 place" if count == 1 else f"{count} places"
    note = Note(f"Email addresses or telephone numbers were left out in {places}.")
    return replace(document, blocks=(*blocks, note))


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    """A part of a paper with its words changed, however deep they stand."""
    if isinstance(value, tuple):
        return tuple(_mapped(one, change) for one in value)
    if isinstance(value, _WORDS):
        return replace(value, text=change(value.text))
    if is_dataclass(value) and not isinstance(value, type):
        inner = {one.name: getattr(value, one.name) for one in fields(value)}
        return replace(value, **{name: _mapped(part, change) for name, part in inner.items()})
    return value
