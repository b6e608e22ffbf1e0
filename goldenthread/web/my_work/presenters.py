"""What My work says."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.http import urlencode

from goldenthread.people.models import User
from goldenthread.thread import work
from goldenthread.web import words
from goldenthread.web.components import Count, Empty, Tag
from goldenthread.web.my_work.forms import WorkForm
from goldenthread.web.my_work.said import Said
from goldenthread.web.navigation import address_of
from goldenthread.web.pages import Crumb
from goldenthread.web.ways import Ways, way_to

UPDATE, MORE_TIME, REFUSE, REFUSE_TEST = "update", "time", "refuse", "refuse-test"
ANSWER, REPLY = "answer", "reply"
EDIT, CORRECT, CORRECT_EVIDENCE = "edit", "correct", "correct-evidence"
WAYS = (
    *(UPDATE, MORE_TIME, REFUSE, REFUSE_TEST, ANSWER, REPLY),
    *(EDIT, CORRECT, CORRECT_EVIDENCE),
)

# By kind: the words of its count, the tone of the count and the colour of its tag.
KINDS: Mapping[str, tuple[str, str, str]] = {
    work.TO_CHECK: ("to check", "amber", "govuk-tag--yellow"),
    work.RETURNED: ("returned to you", "amber", "govuk-tag--orange"),
    work.TO_APPROVE: ("to answer", "amber", "govuk-tag--yellow"),
    work.TO_ANSWER: ("queries and challenges", "amber", "govuk-tag--yellow"),
    work.DRAFT: ("from your mails", "amber", "govuk-tag--yellow"),
    work.ENTERED: ("entered for you", "", "govuk-tag--purple"),
    work.OVERDUE: ("overdue", "red", "govuk-tag--red"),
    work.DUE: ("due", "", "govuk-tag--blue"),
    work.ROUND: ("update round", "", "govuk-tag--light-blue"),
    work.FOR_AWAY: ("for somebody away", "", "govuk-tag--turquoise"),
    work.NEXT_STEP: ("agreed next step", "", "govuk-tag--purple"),
    work.FURTHER: ("weekly list", "red", "govuk-tag--red"),
    work.TO_SETTLE: ("to settle", "", "govuk-tag--grey"),
}


@dataclass(frozen=True)
class Opened:
    """The form that is open: which way, of which thing, and the form itself."""

    way: str
    id: int
    form: WorkForm


@dataclass(frozen=True, kw_only=True)
class Button:
    """Something that one press does; `value` is sent as `do`."""

    text: str
    href: str
    value: str = ""


@dataclass(frozen=True, kw_only=True)
class Way:
    """A link on a line; `in_place` when it opens a form there."""

    text: str
    href: str
    in_place: bool = False


@dataclass(frozen=True, kw_only=True)
class Editing:
    """The form that stands open on a line."""

    heading: str
    form: WorkForm
    action: str
    button: str
    value: str
    cancel_href: str


@dataclass(frozen=True, kw_only=True)
class Card:
    """One line of the list."""

    key: str
    tag: Tag
    label: str
    href: str
    text: str
    why: str
    when: str
    notes: tuple[str, ...]
    buttons: tuple[Button, ...]
    ways: tuple[Way, ...]
    editing: Editing | None = None


@dataclass(frozen=True, kw_only=True)
class Look:
    """What all lines of the page are drawn with."""

    day: date
    show: str
    opened: Opened | None
    said: Mapping[int, Said]
    ways: Ways


class MyWorkPage:
    """The lines that wait for a person; with none, what to do first."""

    heading = "My work"
    caption = ""
    crumbs: tuple[Crumb, ...] = ()

    def __init__(
        self,
        user: User,
        found: work.Work,
        said: Mapping[int, Said],
        *,
        day: date,
        show: str = "",
        opened: Opened | None = None,
    ) -> None:
        self.for_whom = str(user)
        self.show = show if show in KINDS else ""
        self.counts = list(_counts(found.lines, self.show))
        wanted = [line for line in found.lines if _fits(line, self.show, opened)]
        look = Look(day=day, show=self.show, opened=opened, said=said, ways=_ways_of(wanted, user))
        self.cards = [_card(line, look) for line in wanted]
        self.later = _later(found.later)
        self.queued = _queued(found.queued)
        self.empty = None if found.lines else _empty(found.later)
        self.focus = _focus(opened, self.cards)


def address(*, show: str = "", open_: str = "") -> str:
    """The page with a filter and an open form."""
    query = urlencode({name: said for name, said in (("show", show), ("open", open_)) if said})
    return reverse("my_work:index") + (f"?{query}" if query else "")


def _fits(line: work.Line, show: str, opened: Opened | None) -> bool:
    return not show or line.kind == show or _is_open(line, opened)


def _counts(lines: Iterable[work.Line], show: str) -> Iterable[Count]:
    """All of them, then each kind that occurs; a press shows those alone."""
    kinds = [line.kind for line in lines]
    yield Count(number=len(kinds), label="all", href=address(), is_current=not show)
    for kind, (label, tone, _) in KINDS.items():
        if kind in kinds or kind == show:
            yield Count(
                number=kinds.count(kind),
                label=label,
                tone=tone,
                href=address(show=kind),
                is_current=show == kind,
            )


def _ways_of(lines: Iterable[work.Line], by: User) -> Ways:
    shown = list(lines)
    return Ways(
        by,
        actions=[line.action for line in shown],
        evidence_links=[line.id for line in shown if line.kind == work.RETURNED],
    )


def _card(line: work.Line, look: Look) -> Card:
    label, _, colour = KINDS[line.kind]
    is_action = line.thing == "plans.action"
    told = look.said.get(line.id, Said()) if is_action else Said()
    return Card(
        key=line.key,
        tag=Tag(label, colour),
        label=line.label,
        href=_page_of(line, look.ways),
        text=line.text,
        why=line.why,
        when=_when(line, look.day),
        notes=_notes(line, told),
        buttons=_buttons(line),
        ways=_ways(line, told, look),
        editing=_editing(line, look.show, look.opened),
    )


def _when(line: work.Line, day: date) -> str:
    """'Due by 31 March 2026. 3 days late.', or nothing where no day is asked for."""
    if line.due is None:
        return line.when(day) if line.thing == "plans.action" else ""
    return f"By {words.day(line.due)}. {line.when(day)}"


def _notes(line: work.Line, told: Said) -> tuple[str, ...]:
    found = [
        line.clock,
        f"Said last: {told.last}" if told.last else "",
        f"Forecast: {told.forecast} (lead's forecast)." if told.forecast else "",
        told.asked,
    ]
    if line.thing == "plans.action" and not told.last:
        found.append("Nobody has said anything about it yet.")
    return tuple(note for note in found if note)


def _page_of(line: work.Line, ways: Ways) -> str:
    """The page of the thing."""
    if line.kind == work.TO_CHECK:
        return way_to("evidence:check", line.id)
    if line.kind == work.RETURNED:
        return ways.evidence(line.id)
    if line.kind == work.NEXT_STEP:
        return way_to("governance:finish", line.id)
    if line.action is None:
        return way_to("plans:plan", line.council, line.plan) if line.plan else ""
    return ways.action(line.action)


def _buttons(line: work.Line) -> tuple[Button, ...]:
    """What one press does."""
    if line.thing == "plans.action":
        return (
            Button(
                text="No change, still on course", href=reverse("my_work:no-change", args=[line.id])
            ),
        )
    if line.kind == work.DRAFT:
        return tuple(
            Button(text=text, href=reverse("my_work:draft", args=[line.id]), value=value)
            for text, value in (("Use", "use"), ("Throw away", "throw"))
        )
    if line.kind != work.TO_APPROVE:
        return ()
    return (Button(text="Approve", href=_answer(line), value="approve"),)


def _answer(line: work.Line) -> str:
    is_extension = line.thing == "plans.deadlinemove"
    return reverse(f"my_work:{'extension' if is_extension else 'reopening'}", args=[line.id])


def _ways(line: work.Line, told: Said, look: Look) -> tuple[Way, ...]:
    """Where a line leads: forms in place first, then other pages that are there."""
    found = [
        Way(text=text, href=address(show=look.show, open_=f"{way}-{line.id}"), in_place=True)
        for way, text in _forms_of(line, told)
    ]
    found += [Way(text=text, href=href) for text, href in _elsewhere(line, look.ways) if href]
    return tuple(found)


def _forms_of(line: work.Line, told: Said) -> list[tuple[str, str]]:
    if line.thing == "plans.action":
        is_own = line.kind != work.FOR_AWAY
        may_ask = is_own and line.due is not None and not told.asked
        return [(UPDATE, "Update"), *([(MORE_TIME, "Ask for more time")] if may_ask else [])]
    if line.kind == work.TO_ANSWER:
        return [(ANSWER if line.thing == "plans.query" else REPLY, "Answer")]
    if line.kind == work.TO_APPROVE:
        return [(REFUSE if line.thing == "plans.deadlinemove" else REFUSE_TEST, "Refuse")]
    if line.kind == work.DRAFT:
        return [(EDIT, "Edit")]
    if line.kind == work.ENTERED:
        is_update = line.thing == "plans.update"
        return [(CORRECT if is_update else CORRECT_EVIDENCE, "This is not what I said")]
    return []


# Where the lines about a plan as a whole lead.
_OF_PLAN = {
    work.ROUND: ("See who has answered", "plans:rounds"),
    work.TO_SETTLE: ("Settle the questions", "plans:settle"),
    work.FURTHER: ("See the weekly list", "queries:weekly"),
}


def _of_council(name: str, line: work.Line) -> str:
    """The page of a line that is of the whole council; empty for one of a plan."""
    is_it = line.kind == work.FURTHER
    return f"{way_to(name)}?{urlencode({'council': line.council})}" if is_it else ""


def _elsewhere(line: work.Line, ways: Ways) -> list[tuple[str, str]]:
    thread = ("Thread", ways.thread(line.action))
    if line.kind == work.TO_CHECK:
        return [("Check the evidence", way_to("evidence:check", line.id)), thread]
    if line.kind == work.RETURNED:
        return [("File a new version", reverse("my_work:version", args=[line.id])), thread]
    if line.thing == "plans.datedoccurrence":
        held = way_to("actions:hold", line.council, line.label, line.id)
        return [("Say that it was done", held), thread]
    if line.thing == "plans.milestone":
        reached = way_to("actions:reach", line.council, line.label, line.id)
        return [("Say that it was reached", reached), thread]
    if line.thing == "plans.delivery":
        again = way_to("actions:block", line.council, line.label)
        return [("Chased: set the next day", again), thread]
    if line.kind in _OF_PLAN:
        text, name = _OF_PLAN[line.kind]
        return [(text, _of_council(name, line) or way_to(name, line.council, line.plan))]
    if line.kind == work.NEXT_STEP:
        return [("It is done", way_to("governance:finish", line.id))]
    return [thread] if line.action is not None else []


def _is_open(line: work.Line, opened: Opened | None) -> bool:
    return opened is not None and line.thing == OPENS[opened.way] and line.id == opened.id


OPENS = {
    UPDATE: "plans.action",
    MORE_TIME: "plans.action",
    REFUSE: "plans.deadlinemove",
    REFUSE_TEST: "plans.reopening",
    ANSWER: "plans.query",
    REPLY: "plans.challenge",
    EDIT: "plans.draftupdate",
    CORRECT: "plans.update",
    CORRECT_EVIDENCE: "plans.evidenceversion",
}
# By way: the name of its address, its heading, its button.
_SENT = {
    UPDATE: ("my_work:update", "Update", "Save the update"),
    MORE_TIME: ("my_work:more-time", "Ask for more time", "Ask for more time"),
    REFUSE: ("my_work:extension", "Refuse more time", "Refuse"),
    REFUSE_TEST: ("my_work:reopening", "Refuse the change of a test", "Refuse"),
    ANSWER: ("my_work:answer", "Answer the query", "Answer"),
    REPLY: ("my_work:reply", "Answer the challenge", "Answer"),
    EDIT: ("my_work:draft", "Edit the draft", "Use as an update"),
    CORRECT: ("my_work:correct", "What did you say?", "Save the correction"),
    CORRECT_EVIDENCE: ("my_work:correct-evidence", "What is it?", "Save the correction"),
}
_VALUES = {REFUSE: "refuse", REFUSE_TEST: "refuse", EDIT: "edit"}


def _editing(line: work.Line, show: str, opened: Opened | None) -> Editing | None:
    if opened is None or not _is_open(line, opened):
        return None
    name, heading, button = _SENT[opened.way]
    return Editing(
        heading=f"{heading}: {line.label}",
        form=opened.form,
        action=reverse(name, args=[line.id]),
        button=button,
        value=_VALUES.get(opened.way, ""),
        cancel_href=address(show=show),
    )


def _focus(opened: Opened | None, cards: Iterable[Card]) -> str:
    """The id of what the eye goes to next."""
    editing = [card.key for card in cards if card.editing]
    return f"{editing[0]}-form" if opened and editing else "messages"


def _later(count: int) -> str:
    if not count:
        return ""
    are = "is" if count == 1 else "are"
    return f"{words.counted(count, 'more action')} of yours {are} due in more than 14 days."


def _queued(count: int) -> str:
    """How many queries of one's own wait for another week."""
    if not count:
        return ""
    return f"{words.counted(count, 'more query', 'more queries')} wait{'s' if count == 1 else ''}."


def _empty(later: int) -> Empty:
    """Leads to the import once that area is there; until then says who begins."""
    if later:
        return Empty(
            heading="Nothing waits for you today",
            text=f"{_later(later)} They appear here 14 days before their day.",
        )
    import_address = address_of("imports")
    first = "To begin, import" if import_address else "They come once somebody has imported"
    return Empty(
        heading="Nothing waits for you",
        text="Actions that you lead, evidence that you are asked to check and questions put to "
        f"you appear here. {first} an inspection report or an action plan of your council.",
        action="Import a document",
        href=import_address,
    )
