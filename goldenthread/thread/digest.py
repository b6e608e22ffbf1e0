"""The digest of somebody's work: the lines of My work as reference, kind, day and link alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from html import escape

from goldenthread.basics.days import without_weekday
from goldenthread.people.models import User
from goldenthread.thread import work
from goldenthread.thread.my_work import my_work

# The kinds of My work under the headings of a digest, in its order.
HEADINGS = {
    work.TO_CHECK: "To check",
    work.TO_APPROVE: "To approve",
    work.TO_ANSWER: "To answer",
    work.RETURNED: "Returned to you",
    work.DRAFT: "Drafts of your mails",
    work.ENTERED: "Entered for you",
    work.ROUND: "Update round",
    work.OVERDUE: "Overdue",
    work.DUE: "Due",
    work.FOR_AWAY: "For somebody who is away",
    work.NEXT_STEP: "Agreed next steps",
    work.FURTHER: "On the director’s weekly list",
    work.TO_SETTLE: "To settle",
}
FOOT = (
    "You choose when this comes, or that it does not, under “Your digest” on your account’s page."
)
HOW_TO_ANSWER = (
    "Answer to this mail to say what has changed: begin a line with the reference, such as "
    "“P1-A2: two offices seen”. It becomes a draft that waits for you on My work."
)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line: no title, no name, nothing that somebody typed."""

    reference: str
    kind: str
    due: date | None
    anchor: str
    action: int | None

    def words(self) -> str:
        """Reference and day: "P1-A2, by 30 March 2026"."""
        return f"{self.reference}, by {without_weekday(self.due)}" if self.due else self.reference


@dataclass(frozen=True, kw_only=True)
class Digest:
    """What waits for one user, in the order of the headings."""

    entries: tuple[Entry, ...]
    later: int

    @property
    def subject(self) -> str:
        """How many, and how many of them late: "Golden Thread: 3 things wait for you, 1 overdue"."""
        count = len(self.entries)
        late = sum(one.kind == work.OVERDUE for one in self.entries)
        things = "1 thing waits" if count == 1 else f"{count} things wait"
        return f"Golden Thread: {things} for you{f', {late} overdue' if late else ''}"


def digest_of(user: User, *, day: date) -> Digest:
    """What My work shows somebody on a day, as a digest."""
    return from_work(my_work(user, day=day))


def from_work(found: work.Work) -> Digest:
    """The lines of My work under the headings of a digest; no table is asked."""
    order = list(HEADINGS)
    lines = sorted(found.lines, key=lambda line: order.index(line.kind))
    return Digest(entries=tuple(map(_entry, lines)), later=found.later)


def _entry(line: work.Line) -> Entry:
    return Entry(
        reference=line.label,
        kind=line.kind,
        due=line.due,
        anchor=line.key,
        action=line.action,
    )


def in_text(found: Digest, *, address: str, answers: bool) -> str:
    """The digest as plain text.

    Args:
        address: where the pages are, without a last slash.
        answers: whether the installation takes in answers.
    """
    parts = [found.subject.partition(": ")[2].capitalize() + "."]
    for heading, entries in _grouped(found.entries):
        lines = [f"- {one.words()}\n  {_link(one, address)}" for one in entries]
        parts.append("\n".join([heading, *lines]))
    return "\n\n".join([*parts, *_closing(answers=answers)]) + "\n"


def in_html(found: Digest, *, address: str, answers: bool) -> str:
    """The same as HTML."""
    parts = [f"<p>{escape(found.subject.partition(': ')[2].capitalize())}.</p>"]
    for heading, entries in _grouped(found.entries):
        items = "".join(
            f'<li><a href="{escape(_link(one, address))}">{escape(one.reference)}</a>'
            f"{escape(one.words()[len(one.reference) :])}</li>"
            for one in entries
        )
        parts.append(f"<h2>{escape(heading)}</h2><ul>{items}</ul>")
    parts += [f"<p>{escape(words)}</p>" for words in _closing(answers=answers)]
    return f'<!doctype html><html lang="en"><body>{"".join(parts)}</body></html>'


def _grouped(entries: Iterable[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    given = list(entries)
    for kind, heading in HEADINGS.items():
        found = [one for one in given if one.kind == kind]
        if found:
            yield f"{heading} ({len(found)})", found


def _link(one: Entry, address: str) -> str:
    return f"{address}/#{one.anchor}"


def _closing(*, answers: bool) -> list[str]:
    return [*([HOW_TO_ANSWER] if answers else []), FOOT]
