"""The history as a list, whether it holds, one line, and the redactions."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from goldenthread.people.models import HistoryLine, HistoryValue, Job, RedactedValue, Redaction
from goldenthread.people.verification import Found
from goldenthread.web.components import Cell, Column, Table
from goldenthread.web.listing import Listing
from goldenthread.web.people.place import Place
from goldenthread.web.people.presenters.history import GONE, shortened
from goldenthread.web.people.presenters.record import Fact, table
from goldenthread.web.people.reading import thing_words
from goldenthread.web.words import counted, moment, number

HIDDEN = "not shown: you do not see the thing that it tells of"


@dataclass(frozen=True, kw_only=True)
class Proof:
    """Whether the history holds, as it was last found, and whether it is being verified now."""

    words: str
    is_broken: bool
    head: str
    problems: Table | None
    is_running: bool
    trouble: str


def proof_of(found: Found | None, last: Job | None) -> Proof:
    """What the last verification found, in words."""
    running = last is not None and not last.is_over
    return Proof(
        words=_found_words(found),
        is_broken=found is not None and not found.holds,
        head=f"{found.count} {found.head}" if found is not None and found.head else "",
        problems=_problems(found),
        is_running=running,
        trouble=last.message if last is not None and last.state == Job.State.FAILED else "",
    )


def _found_words(found: Found | None) -> str:
    if found is None:
        return "The history has not been verified on this page yet."
    when = f"Verified on {moment(found.at)}: "
    if found.holds:
        return f"{when}the chain holds up to line {number(found.holds_to)}, the last one then."
    return (
        f"{when}the chain holds up to line {number(found.holds_to)} of {number(found.count)}. "
        f"{counted(found.found, 'place')} beyond that {'does' if found.found == 1 else 'do'} not hold."
    )


def _problems(found: Found | None) -> Table | None:
    if found is None:
        return None
    rows = [[Cell(f"Line {number(line)}"), Cell(what)] for line, what in found.problems]
    return table("Where the history does not hold", ("Where", "What is wrong"), rows)


def table_of(place: Place, listing: "Listing[Any]") -> Table:
    """The lines of this page of the list, without their values."""
    columns = (
        Column(heading="Line"),
        Column(heading="When"),
        Column(heading="Who"),
        Column(heading="What was done"),
        Column(heading="To what"),
    )
    rows = [
        [
            Cell(f"Line {number(line.number)}", href=place.to("line", line.number)),
            Cell(moment(line.at)),
            Cell(str(line.by)),
            Cell(line.verb),
            Cell(thing_words(line), href=listing.address(thing=line.thing)),
        ]
        for line in listing.page
    ]
    return Table(caption="Lines of history", columns=columns, rows=rows, caption_is_hidden=True)


def facts_of(line: HistoryLine) -> list[Fact]:
    """What a line says besides its values."""
    return [
        Fact("When", moment(line.at)),
        Fact("Who", str(line.by)),
        Fact("What was done", line.verb),
        Fact("To what", thing_words(line)),
    ]


def values_of(line: HistoryLine, *, readable: bool) -> Table | None:
    """Each value of a line, or that two people took it out."""
    kept = {value.key: value for value in line.values.all()}
    rows = [
        [Cell(_key_words(key)), Cell(_value(kept.get(key), readable=readable))]
        for key in sorted(line.digests)
    ]
    return table("What the line says", ("What", "Value"), rows)


def _value(value: HistoryValue | None, *, readable: bool) -> str:
    if value is None:
        return GONE
    return str(value.value) if readable else HIDDEN


def choices(values: Sequence[HistoryValue]) -> list[tuple[str, str]]:
    """The values that can be ticked, each with its beginning."""
    return [
        (str(value.pk), f"{_key_words(value.key)}: {shortened(value.value)}") for value in values
    ]


def _key_words(key: str) -> str:
    place, _, name = key.partition(".")
    if not name:
        return "the reason"
    return f"{name.replace('_', ' ')}, {place}"


def redaction_table(place: Place, listing: "Listing[Redaction]") -> Table:
    """The redactions of this page of the list."""
    columns = [Column(heading=text) for text in ("Redaction", "Why", "Asked by", "Values", "State")]
    rows = [
        [
            Cell(f"Redaction {row.pk}", href=place.to("redaction", row.pk)),
            Cell(shortened(row.why)),
            Cell(str(row.requested_by), note=moment(row.requested_at)),
            Cell(str(len(row.values.all()))),
            Cell(state_of(row)),
        ]
        for row in listing.page
    ]
    return Table(caption="Redactions", columns=columns, rows=rows, caption_is_hidden=True)


def state_of(row: Redaction) -> str:
    """Where a redaction stands, and who decided."""
    if row.approved_at is not None:
        return f"taken out; approved by {row.approved_by}"
    if row.refused_at is not None:
        return f"refused by {row.refused_by}"
    return "waits for a second person"


def redaction_facts(row: Redaction) -> list[Fact]:
    """Who asked, why, and where it stands."""
    return [
        Fact("Why", row.why),
        Fact("Asked by", f"{row.requested_by}, {moment(row.requested_at)}"),
        Fact("State", state_of(row)),
    ]


def named_table(place: Place, named: Sequence[tuple[RedactedValue, str]]) -> Table | None:
    """The values that a redaction names, each with what it says now."""
    rows = [
        [
            Cell(f"Line {number(value.line_id)}", href=place.to("line", value.line_id)),
            Cell(_key_words(value.key)),
            Cell(text),
        ]
        for value, text in named
    ]
    return table("What is to be taken out", ("Where", "What", "Value"), rows)
