"""Strengths and difficulties questionnaires returned."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.care.periods import for_a_year, in_care, is_younger, with_birth
from goldenthread.indicators.inputs import Inputs, months_later, with_latest
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind

MONTHS, YOUNGEST, TOO_OLD = 12, 4, 17


def population(inputs: Inputs) -> ir.Table:
    """Children of 4 to 16 in care for a year on the last day of each month, with their latest score."""
    rows = with_birth(inputs, for_a_year(in_care(inputs)))
    of_age = ~is_younger(rows, YOUNGEST) & is_younger(rows, TOO_OLD)
    rows = rows.filter(rows.month.isnull() | of_age.fill_null(True))
    told = inputs["questionnaires"]
    scored = told.filter(told.score.notnull() & told.completed_on.notnull())
    rows = with_latest(rows, scored, day="completed_on", name="scored_on")
    return inputs.with_reach(rows, "questionnaires", "known_from")


def outcome(cases: ir.Table) -> ir.StringValue:
    """A score was given in the year."""
    return ibis.cases(
        (cases.month.isnull() | cases.born_on.isnull(), CANNOT),
        ((cases.scored_on >= months_later(cases.last_day, -MONTHS)).fill_null(False), MET),
        ((cases.known_from > cases.last_day).fill_null(False), CANNOT),
        else_=NOT_MET,
    )


QUESTIONNAIRES = Indicator(
    id="SDQ",
    version=1,
    title="Strengths and difficulties questionnaires returned",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those with a score in the last 12 months",
    denominator=(
        "children aged 4 to 16 looked after for twelve months or more on the last day of the month"
    ),
    unit="children",
    clock="calendar months, the corresponding date included (K4)",
    needs={
        "care_episodes": ("child", "started_on", "ended_on"),
        "questionnaires": ("child", "score", "completed_on"),
        "children": ("birth_month",),
    },
    population=population,
    outcome=outcome,
    source=(
        "DfE, SSDA903 OC2, SDQ_SCORE: 0 to 13 normal, 14 to 16 borderline, 17 or more a concern"
    ),
    limits="Whether scores fall is not told by how many are returned.",
    not_drawn={
        Drawn.HOLIDAY: "Calendar days or months; a bank holiday counts like any day.",
    },
)
