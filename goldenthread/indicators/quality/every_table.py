"""Checks that are asked of each table: readable, in order, not ahead, of a child that is known."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, months_later
from goldenthread.indicators.quality.checks import Check, Needs, looked_at, marked

ADULT = 18 * 12


@dataclass(frozen=True)
class Spell:
    """A table of what begins and ends: what a row of it is, and its columns for that."""

    table: str
    one: str
    case: str
    start: str
    end: str
    has_team: bool = True


SPELLS = (
    Spell("referrals", "referral", "referral", "referral_date", "closed_on"),
    Spell("assessments", "assessment", "assessment", "started_on", "authorised_on"),
    Spell("s47_enquiries", "section 47 enquiry", "enquiry", "started_on", "ended_on"),
    Spell("cp_plans", "protection plan", "cp_plan", "started_on", "ended_on"),
    Spell("cin_plans", "child in need plan", "cin_plan", "started_on", "ended_on"),
    Spell("care_episodes", "episode of care", "episode", "started_on", "ended_on"),
    Spell("placements", "placement", "placement", "started_on", "ended_on", has_team=False),
)
UNTIL_ADULT = ("cp_plans", "care_episodes")


def unreadable(of: Spell, inputs: Inputs) -> ir.Table:
    """Every row; it fails where a cell stood there and could not be read."""
    rows = inputs.tables[of.table]
    return looked_at(rows, of.case, rows.unreadable.fill_null("") != "")


def ends_before_it_begins(of: Spell, inputs: Inputs) -> ir.Table:
    """Every row that is over; it fails where it ended before it began."""
    rows = inputs.tables[of.table]
    rows = rows.filter(rows[of.end].notnull())
    return looked_at(rows, of.case, rows[of.end] < rows[of.start])


def begins_ahead(of: Spell, inputs: Inputs) -> ir.Table:
    """Every row with a beginning; it fails where that lies after the day of the figures."""
    rows = inputs.tables[of.table]
    rows = rows.filter(rows[of.start].notnull())
    return looked_at(rows, of.case, rows[of.start] > ibis.literal(inputs.span.as_at))


def child_unknown(of: Spell, inputs: Inputs) -> ir.Table:
    """Every row; it fails where the child is not among the children."""
    rows = marked(inputs.tables[of.table], inputs.tables["children"], child="child")
    return looked_at(rows, of.case, rows.is_there.isnull())


def without_team(of: Spell, inputs: Inputs) -> ir.Table:
    """What is open; it fails where no team has it."""
    rows = inputs[of.table]
    rows = rows.filter(rows[of.end].isnull())
    return looked_at(rows, of.case, rows.team.isnull())


def grown_up(of: Spell, inputs: Inputs) -> ir.Table:
    """What is open; it fails where the child turned eighteen by the day."""
    children = inputs["children"]
    born = children.group_by(["authority", "child"]).aggregate(born_on=children.birth_day.min())
    born = born.select(born_authority="authority", born_child="child", born_on="born_on")
    rows = inputs[of.table]
    rows = rows.filter(rows[of.end].isnull())
    joined = rows.join(born, [rows.authority == born.born_authority, rows.child == born.born_child])
    is_adult = months_later(joined.born_on, ADULT) <= ibis.literal(inputs.span.as_at)
    return looked_at(joined, of.case, is_adult)


def _checks(of: Spell) -> Iterator[Check]:
    yield _check(
        of,
        "UNREADABLE",
        unreadable,
        says=f"A cell of the {of.one} stood there and could not be read.",
        do="Put the cell right in the case system; the load's list names it by row and column.",
        source="what the readers refuse",
        needs={of.table: (of.start,)},
    )
    yield _check(
        of,
        "END_BEFORE_START",
        ends_before_it_begins,
        says=f"The {of.one} ended before it began.",
        do="Put the two days right in the case system: one of them is mistyped.",
        source="CIN census and SSDA903 validation: an end is not before its start",
        needs={of.table: (of.start, of.end)},
    )
    yield _check(
        of,
        "AHEAD",
        begins_ahead,
        says=f"The {of.one} begins after the day of the figures.",
        do="Look whether day and month are swapped, or the load is of another day.",
        source="CIN census validation: no day after the reference date",
        needs={of.table: (of.start,)},
    )
    yield _check(
        of,
        "CHILD_UNKNOWN",
        child_unknown,
        says=f"The child of the {of.one} is not among the children.",
        do="Load the list of children of the same day, or look for a number that changed.",
        source="the data model: each row is of a child",
        needs={of.table: (of.start,), "children": ("child",)},
    )
    if of.has_team:
        yield _check(
            of,
            "NO_TEAM",
            without_team,
            says=f"The {of.one} is open and no team has it.",
            do="Allocate it, or write the team in the case system: it is in no team's figures.",
            source="Annex A: lists 3 to 9 carry the allocated team",
            needs={of.table: (of.end, "team")},
        )
    if of.table in UNTIL_ADULT:
        yield _check(
            of,
            "ADULT",
            grown_up,
            says=f"The {of.one} goes on after the eighteenth birthday.",
            do="End it, or put the birthday right.",
            source="Children Act 1989, section 105(1): a child is a person under eighteen",
            needs={of.table: (of.end,), "children": ("birth_day",)},
        )


def _check(
    of: Spell,
    name: str,
    rows: Callable[[Spell, Inputs], ir.Table],
    *,
    says: str,
    do: str,
    source: str,
    needs: Needs,
) -> Check:
    return Check(
        id=f"{of.table.upper()}_{name}",
        says=says,
        do=do,
        source=source,
        needs=needs,
        rows=partial(rows, of),
    )


CHECKS = tuple(check for spell in SPELLS for check in _checks(spell))
