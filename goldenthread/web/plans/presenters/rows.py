"""A row for each action: two dates, lead, tests, status and rung in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.plans import rungs, status
from goldenthread.plans.models import Deadline, Standing
from goldenthread.plans.reported import Reported
from goldenthread.web import words
from goldenthread.web.components import STATUS_TAGS, Cell, Column, Tag
from goldenthread.web.plans import addresses
from goldenthread.web.plans.gathered import Gathered

LONGEST = 160
REPLACED_TAG = "govuk-tag--grey"


@dataclass(frozen=True, kw_only=True)
class Row:
    """An action as one line of a table, and as a card on a phone."""

    public_id: str
    href: str
    text: str
    note: str
    items: Sequence[Cell]
    lead: str
    beside: str
    theirs: Cell
    own: Cell
    tests: Cell
    status: Tag
    why: str
    rung: Tag
    marks: Sequence[str]
    reported: str
    may_choose: bool


@dataclass(frozen=True)
class KeyLine:
    """One line of the key of the colours; `href` shows the actions of that colour."""

    tag: Tag
    words: str
    href: str = ""


def key_of(rules: status.Rules) -> list[KeyLine]:
    """The key, to be printed wherever colours show."""
    return [KeyLine(Tag.status(colour, colour), text) for colour, text in rules.key]


def rows_of(gathered: Gathered) -> list[Row]:
    """The rows, in the order in which the actions come."""
    return [_row(action, gathered) for action in gathered.actions]


def status_tag(found: status.Status) -> Tag:
    """The colour with its words; what was replaced has none."""
    classes = STATUS_TAGS.get(found.colour, REPLACED_TAG)
    name = found.colour if found.colour in STATUS_TAGS else found.words
    return Tag(name, classes)


def short(text: str, longest: int = LONGEST) -> str:
    """A text cut at a word."""
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]} …"


def _row(action: Any, gathered: Gathered) -> Row:
    stands = gathered.stands[action.pk]
    standing = gathered.people.get(action.pk, ())
    return Row(
        public_id=action.public_id,
        href=addresses.of_action(action),
        text=short(action.text),
        note=_note(action),
        items=[
            Cell(tie.item.number or tie.item.public_id, href=addresses.of_item(tie.item))
            for tie in gathered.served.get(action.pk, ())
        ],
        lead=_lead(standing, points=action.same_as is not None),
        beside=_beside(standing),
        theirs=_dates(gathered.deadlines.get(action.pk, ()), "inspectorate", None),
        own=_own_date(gathered, action.pk),
        tests=tests_cell(stands.facts.standing.tests),
        status=status_tag(stands.status),
        why=stands.status.why,
        rung=_rung_tag(stands.ladder),
        marks=[mark.words for mark in stands.marks],
        reported=reported_words(gathered.reported.get(action.pk)),
        may_choose=action.same_as is None,
    )


def _rung_tag(reached: rungs.Rung) -> Tag:
    """Rung two says that its evidence waits, so that 'done' is never read as checked."""
    if reached.number is None:
        return Tag(reached.name, REPLACED_TAG)
    tag = Tag.rung(reached.number)
    return Tag(f"{reached.number} {reached.name}", tag.classes)


def tests_cell(tests: Sequence[rungs.TestFacts]) -> Cell:
    """'0 of 2' tests checked, and how many of those wanted within a test that counts."""
    if not tests:
        return Cell("no test")
    accepted = sum(test.accepted for test in tests)
    within = [f"{one.counted} of {one.quantity} within a test" for one in tests if one.quantity]
    return Cell(f"{accepted} of {len(tests)} checked", note="; ".join(within))


def reported_words(said: Reported | None) -> str:
    """What the document says, never more than 'not checked here'."""
    if said is None:
        return "nothing reported"
    when = ""
    if said.completed_on is not None:
        is_month = said.precision == "month"
        when = f"{said.completed_on:%B %Y}" if is_month else words.day(said.completed_on)
    told = f"reported completed {when}" if when else said.words
    count = f"{said.counted} reported" if said.counted else ""
    return "; ".join(part for part in (told, count, said.evidence) if part)


def _note(action: Any) -> str:
    if action.same_as is None:
        return str(action.ref)
    return f"{action.ref} the same as {action.same_as.public_id}".strip()


def _lead(standing: Sequence[Standing], *, points: bool) -> str:
    leading = next((one for one in standing if one.rank == Standing.Rank.LEAD), None)
    if leading is None:
        return "led there" if points else "no lead"
    return _who(leading)


def _who(standing: Standing) -> str:
    """The name; one that is printed only is nobody's yet."""
    known = standing.person or standing.post or standing.team or standing.partner
    return str(known) if known else f"“{standing.printed}”, as printed"


def _beside(standing: Sequence[Standing]) -> str:
    others = [one for one in standing if one.rank != Standing.Rank.LEAD]
    return "; ".join(f"{one.get_rank_display().lower()} {_who(one)}" for one in others)


def _own_date(gathered: Gathered, pk: int) -> Cell:
    """The council's own day as it counts now, the printed words below, and the forecast."""
    facts = gathered.stands[pk].facts
    agreed = facts.due if facts.local_date else None
    cell = _dates(gathered.deadlines.get(pk, ()), "local", agreed)
    if facts.forecast is None:
        return cell
    told = f"forecast {words.day(facts.forecast)} (lead’s forecast)"
    return Cell(cell.text, note="; ".join(part for part in (cell.note, told) if part))


def _dates(deadlines: Sequence[Deadline], source: str, counts: date | None) -> Cell:
    """The day, or the wording where it sets none; below, what is printed."""
    own = [one for one in deadlines if one.source == source and one.action_id is not None]
    given = own or [one for one in deadlines if one.source == source]
    if not given and counts is None:
        return Cell("none")
    days = sorted({one.due for one in given if one.due})
    told = [words.day(counts)] if counts else [words.day(one) for one in days]
    printed = list(dict.fromkeys(one.printed for one in given if one.printed))
    if not told:
        return Cell("; ".join(printed), note="no day set")
    return Cell("; ".join(told), note=f"printed: {'; '.join(printed)}" if printed else "")


PLAIN_COLUMNS = {
    "action": Column(heading="Action"),
    "due": Column(heading="Local date"),
    "rung": Column(heading="Worked out here"),
    "status": Column(heading="Status"),
}
