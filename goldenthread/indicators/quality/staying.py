"""Checks of care: police protection that lasts too long, two placements at once."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, days_between
from goldenthread.indicators.quality.checks import Check, looked_at, overlapping

POLICE_PROTECTION = "L1"
DAYS = 3


def police_protection(inputs: Inputs) -> ir.Table:
    """Episodes under police protection; it fails where one goes on for more than 72 hours."""
    rows = inputs["care_episodes"]
    rows = rows.filter(rows.legal_status == POLICE_PROTECTION)
    until = rows.ended_on.fill_null(ibis.literal(inputs.span.as_at))
    return looked_at(rows, "episode", days_between(rows.started_on, until) > DAYS)


def placements_overlap(inputs: Inputs) -> ir.Table:
    """Placements; it fails where the child's placement before goes on after this one began."""
    return overlapping(inputs, "placements", "placement")


CHECKS = (
    Check(
        id="PLACEMENTS_OVERLAP",
        says="The child's placement before goes on after this one began.",
        do="End the placement before: stability is counted from the wrong day.",
        source="SSDA903 validation: episodes of a child do not overlap",
        needs={"placements": ("child", "started_on", "ended_on")},
        rows=placements_overlap,
    ),
    Check(
        id="POLICE_PROTECTION_72H",
        says="Police protection is recorded for more than 72 hours.",
        do="Record the legal status that followed, or the day on which the child went home.",
        source="Children Act 1989, section 46(6); SSDA903 validation 361",
        needs={"care_episodes": ("child", "started_on", "ended_on", "legal_status")},
        rows=police_protection,
    ),
)
