"""What a search found, in words: each with the words around, marked, and its page's address."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from goldenthread.basics.names import Phrase, sought
from goldenthread.people.searching import words_of
from goldenthread.plans.models import Action, Item
from goldenthread.thread.search import Found
from goldenthread.web import words
from goldenthread.web.components import Empty
from goldenthread.web.ways import way_to

AROUND = 90
# An ending may differ: 'minutes' also marks 'minute'. So much of a word is looked for.
ENDING, SHORTEST = 3, 3

HOW = (
    "Type a word or its beginning, three letters or more: 'conference', 'superv'. Every word "
    "must be there. A reference such as P1-A12 leads straight to its page."
)


@dataclass(frozen=True)
class Part:
    """A piece of a text; a marked one is what was looked for."""

    text: str
    marked: bool = False


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One thing that was found."""

    title: str
    href: str
    where: str
    parts: Sequence[Part]


@dataclass(frozen=True, kw_only=True)
class Group:
    """What was found of one kind; `more_href` leads to the rest, empty where that is all."""

    code: str
    title: str
    hits: Sequence[Hit]
    more: str
    more_href: str


class SearchPage:
    """The page of a search: the box, and what was found by kind.

    Args:
        typed:   what was looked for, as typed.
        found:   what was found.
        only:    the kind that alone was looked for.
        further: whether the reader has gone on from a page before.
    """

    def __init__(self, typed: str, found: Sequence[Found], *, only: str, further: bool) -> None:
        self.typed, self.only, self.further = typed, only, further
        self._looked = words_of(typed)
        self._others = [other for one in sought(self._looked) for other in one.others]
        self.heading = f"Search: {typed}" if typed else "Search"
        self.caption, self.crumbs = "", ()
        self.groups = [self._group(one) for one in found]

    @property
    def sentence(self) -> str:
        """How much is shown, said again when it changes."""
        shown = sum(len(group.hits) for group in self.groups)
        kinds = words.counted(len(self.groups), "kind")
        more = " There is more of some." if any(group.more_href for group in self.groups) else ""
        return f"Showing {words.counted(shown, 'result')} of {kinds}, the newest first.{more}"

    @property
    def also(self) -> str:
        """The other names that were looked for; empty where there are none."""
        if not self._others:
            return ""
        said = " or ".join(_name(other) for other in self._others)
        return f"Also looked for: {said}, names of the same thing in documents of other years."

    @property
    def empty(self) -> Empty | None:
        """What to do where nothing is shown."""
        if self.groups:
            return None
        if not self._looked:
            return Empty(heading="What are you looking for?", text=HOW)
        if self.further:
            return Empty(heading="That was all", text="There is nothing older.")
        return Empty(
            heading=f"Nothing holds {_listed(self._looked)}",
            text="Only what you may see is looked through. Try fewer words, or the start of one.",
        )

    @property
    def all_href(self) -> str:
        """Every kind again; empty where nothing was left out."""
        return self._address() if self.only else ""

    def _address(self, **more: str) -> str:
        return f"{reverse('search:index')}?{urlencode({'q': self.typed, **more})}"

    def _group(self, found: Found) -> Group:
        code, title = found.kind.code, TITLES[found.kind.code]
        onward = {"kind": code}
        if self.only and found.before is not None:
            onward["before"] = str(found.before)
        return Group(
            code=code,
            title=title,
            hits=[self._hit(code, row) for row in found.rows],
            more=f"Older {title.lower()}" if self.only else f"More {title.lower()}",
            more_href=self._address(**onward) if found.before is not None else "",
        )

    def _hit(self, code: str, row: Any) -> Hit:
        title, where, text = SAID[code](row)
        return Hit(
            title=title,
            href=address_of(row),
            where=where,
            parts=marked(text, self._looked, self._others),
        )


def marked(text: str, looked: Sequence[str], others: Sequence[Phrase] = ()) -> list[Part]:
    """The words around the first that was looked for, with each of them marked.

    Args:
        text:   of the thing that was found.
        looked: the words; their ends may differ.
        others: other names that were looked for too.
    """
    begun = [f"{re.escape(word[: max(SHORTEST, len(word) - ENDING)])}\\w*" for word in looked]
    named = [r"\W+".join(other) + (r"\w*" if other[1:] else r"\b") for other in others]
    word = re.compile(rf"\b(?:{'|'.join([*named, *begun])})", re.IGNORECASE)
    first = word.search(text)
    start = max(0, first.start() - AROUND) if first else 0
    end = (first.end() if first else 0) + AROUND
    cut = text[start:end]
    pieces, last = [Part("…")] if start else [], 0
    for one in word.finditer(cut):
        pieces += [Part(cut[last : one.start()]), Part(one[0], marked=True)]
        last = one.end()
    pieces.append(Part(cut[last:] + ("…" if end < len(text) else "")))
    return [piece for piece in pieces if piece.text]


def address_of(row: Any) -> str:
    """The page on which a thing that was found stands."""
    return PLACES[row._meta.model_name](row)


def _of_plan(page: str) -> Callable[[Any], str]:
    return lambda row: way_to(page, row.plan.authority.code, row.public_id)


def _hanging(anchor: str, query: str = "") -> Callable[[Any], str]:
    """The page of the action or item that a row hangs on, at the row."""
    return lambda row: f"{address_of(row.of)}{query}#{anchor}-{row.pk}"


def _of_report(page: str, anchor: str) -> Callable[[Any], str]:
    return lambda row: f"{way_to(page, row.inspection_id)}#{anchor}-{row.pk}"


PLACES: Mapping[str, Callable[[Any], str]] = {
    "recommendation": _of_report("inspections:recommendations", "recommendation"),
    "finding": _of_report("inspections:findings", "finding"),
    "plan": lambda row: way_to("plans:plan", row.authority.code, row.public_id),
    "item": _of_plan("plans:item"),
    "action": _of_plan("actions:show"),
    "test": _hanging("test"),
    "update": _hanging("update", "?updates=all"),
    "evidence": lambda row: way_to("evidence:show", row.pk),
    "measure": lambda row: way_to("measures:show", row.pk),
    "person": lambda row: way_to("people:person", row.authority.code, row.pk),
}


def _report(row: Any) -> str:
    when = f", {row.inspection.first_day.year}" if row.inspection.first_day else ""
    return f"{row.inspection.framework}{when}"


def _of(row: Action | Item) -> str:
    return f"{row.public_id}: {row.text}"


def _said(row: Any) -> tuple[str, str, str]:
    when = words.day(row.said_on or row.at)
    text = f"{row.text} {row.blockers}".strip()
    return f"Update of {when}", _of(row.of), text


TITLES: Mapping[str, str] = {
    "recommendations": "Recommendations",
    "paragraphs": "Paragraphs of reports",
    "plans": "Plans",
    "items": "Items",
    "actions": "Actions",
    "tests": "Tests",
    "updates": "Updates",
    "evidence": "Evidence",
    "measures": "Measures",
    "people": "People",
}
# Of each kind: what a row is called, where it stands, and the text with the words.
SAID: Mapping[str, Callable[[Any], tuple[str, str, str]]] = {
    "recommendations": lambda row: (f"Recommendation {row.number}".strip(), _report(row), row.text),
    "paragraphs": lambda row: (str(row).capitalize(), _report(row), row.text),
    "plans": lambda row: (row.public_id, row.get_state_display(), row.title),
    "items": lambda row: (f"{row.public_id} {row.number}".strip(), row.plan.title, row.text),
    "actions": lambda row: (f"{row.public_id} {row.ref}".strip(), row.plan.title, row.text),
    "tests": lambda row: (f"Test {row.number}", _of(row.of), row.text),
    "updates": _said,
    "evidence": lambda row: (row.public_id, row.plan.title, row.title),
    "measures": lambda row: ("Measure", row.code, row.name),
    "people": lambda row: ("Person", "", row.name),
}


def _name(words: Phrase) -> str:
    """A short name in capitals, a long one as it is said."""
    return f"'{' '.join(words)}'" if words[1:] else words[0].upper()


def _listed(looked: Sequence[str]) -> str:
    return " and ".join(f"'{word}'" for word in looked)
