"""Checks that are asked of every table: readable, in order, not ahead, of a child that is known."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, months_later
from goldenthread.indicators.quality.checks import Check, looked_at, together

# The tables with what names a row, the day that begins it and the day that ends it.
SPANS = {
    "referrals": ("referral", "referral_date", "closed_on"),
    "assessments": ("assessment", "started_on", "authorised_on"),
    "s47_enquiries": ("enquiry", "started_on", "ended_on"),
    "cp_plans": ("cp_plan", "started_on", "ended_on"),
    "cin_plans": ("cin_plan", "started_on", "ended_on"),
    "care_episodes": ("episode", "started_on", "ended_on"),
    "placements": ("placement", "started_on", "ended_on"),
}
WITH_TEAM = ("referrals", "assessments", "s47_enquiries", "cp_plans", "cin_plans", "care_episodes")
ADULT = 18 * 12


def unreadable(inputs: Inputs) -> ir.Table:
    """Every row; it fails where a cell stood there and could not be read."""
    parts = [inputs.tables[name] for name in SPANS]
    names = [case for case, _, _ in SPANS.values()]
    return together(
        *(
            looked_at(rows, case, rows.unreadable.fill_null("") != "")
            for rows, case in zip(parts, names, strict=True)
        )
    )


def ends_before_it_begins(inputs: Inputs) -> ir.Table:
    """Every row that is over; it fails where it ended before it began."""
    found = []
    for name, (case, start, end) in SPANS.items():
        rows = inputs.tables[name]
        over = rows.filter(rows[end].notnull())
        found.append(looked_at(over, case, over[end] < over[start]))
    return together(*found)


def begins_ahead(inputs: Inputs) -> ir.Table:
    """Every row with a beginning; it fails where that lies after the day of the load."""
    found = []
    for name, (case, start, _) in SPANS.items():
        rows = inputs.tables[name]
        begun = rows.filter(rows[start].notnull())
        found.append(looked_at(begun, case, begun[start] > ibis.literal(inputs.span.as_at)))
    return together(*found)


def child_unknown(inputs: Inputs) -> ir.Table:
    """Every row; it fails where the child is not among the children."""
    children = inputs.tables["children"]
    known = children.select(
        known_authority="authority", known_child="child", is_known=ibis.literal(1)
    ).distinct()
    found = []
    for name, (case, _, _) in SPANS.items():
        rows = inputs.tables[name]
        joined = rows.left_join(
            known, [rows.authority == known.known_authority, rows.child == known.known_child]
        )
        found.append(looked_at(joined, case, joined.is_known.isnull()))
    return together(*found)


def without_team(inputs: Inputs) -> ir.Table:
    """What is open; it fails where no team has it."""
    found = []
    for name in WITH_TEAM:
        case, _, end = SPANS[name]
        rows = inputs[name]
        still_open = rows.filter(rows[end].isnull())
        found.append(looked_at(still_open, case, still_open.team.isnull()))
    return together(*found)


def grown_up(inputs: Inputs) -> ir.Table:
    """Open plans and care; it fails where the child turned eighteen by the day."""
    children = inputs["children"]
    born = children.group_by(["authority", "child"]).aggregate(born_on=children.birth_day.min())
    born = born.select(born_authority="authority", born_child="child", born_on="born_on")
    found = []
    for name in ("cp_plans", "care_episodes"):
        case, _, end = SPANS[name]
        rows = inputs[name]
        rows = rows.filter(rows[end].isnull())
        joined = rows.join(
            born, [rows.authority == born.born_authority, rows.child == born.born_child]
        )
        is_adult = months_later(joined.born_on, ADULT) <= ibis.literal(inputs.span.as_at)
        found.append(looked_at(joined, case, is_adult))
    return together(*found)


CHECKS = (
    Check(
        id="UNREADABLE",
        says="A cell of the row stood there and could not be read.",
        do="Put the cell right in the case system; the load's list names it by row and column.",
        source="what the readers refuse; data formats 1",
        needs={},
        rows=unreadable,
    ),
    Check(
        id="END_BEFORE_START",
        says="It ended before it began.",
        do="Put the two days right in the case system: one of them is mistyped.",
        source="CIN census and SSDA903 validation: an end is not before its start",
        needs={},
        rows=ends_before_it_begins,
    ),
    Check(
        id="AHEAD",
        says="It begins after the day that the load is of.",
        do="Look whether day and month are swapped, or the load is of another day.",
        source="CIN census validation: no day after the reference date",
        needs={},
        rows=begins_ahead,
    ),
    Check(
        id="CHILD_UNKNOWN",
        says="The child is in this list and not among the children.",
        do="Load the list of children of the same day, or look for a number that changed.",
        source="the data model: each row is of a child",
        needs={"children": ("child",)},
        rows=child_unknown,
    ),
    Check(
        id="NO_TEAM",
        says="It is open and no team has it.",
        do="Allocate it, or write the team in the case system: it is in no team's figures.",
        source="Annex A: lists 3 to 9 carry the allocated team",
        needs={},
        rows=without_team,
    ),
    Check(
        id="ADULT_OPEN",
        says="A protection plan or care goes on after the eighteenth birthday.",
        do="End it, or put the birthday right.",
        source="Children Act 1989, section 105(1): a child is a person under eighteen",
        needs={"children": ("birth_day",)},
        rows=grown_up,
    ),
)
