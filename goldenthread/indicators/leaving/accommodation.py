"""Care leavers in suitable accommodation."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import (
    CANNOT,
    MET,
    NOT_MET,
    Better,
    Drawn,
    Indicator,
    Kind,
)
from goldenthread.indicators.leaving.leavers import leavers, not_in_touch

SUITABLE, CUSTODY = "SUITABLE", "X"
GONE = ("G", "H", "R")
YOUNGEST, OLDEST = 19, 21


def population(inputs: Inputs) -> ir.Table:
    """Care leavers of these ages on the day of the figures."""
    rows = leavers(inputs, youngest=YOUNGEST, oldest=OLDEST)
    return rows.filter(~rows.accommodation.isin(GONE).fill_null(False))


def outcome(cases: ir.Table) -> ir.StringValue:
    """Suitable by the code; custody is not, and who is not in touch counts as not."""
    no_contact = cases.suitable.isnull() & not_in_touch(cases)
    return ibis.cases(
        (cases.born_on.isnull(), CANNOT),
        (cases.accommodation == CUSTODY, NOT_MET),
        (cases.suitable == SUITABLE, MET),
        (cases.suitable.notnull() | no_contact, NOT_MET),
        else_=CANNOT,
    )


ACCOMMODATION = Indicator(
    id="CL_ACCOM",
    version=1,
    title="Care leavers in suitable accommodation",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those in suitable accommodation",
    denominator=(
        "care leavers aged 19 to 21; those abroad, deported or of unknown residence are left out"
    ),
    unit="young people",
    clock="age on the day of the figures",
    needs={"care_leavers": ("child", "suitable"), "children": ("birth_month",)},
    population=population,
    outcome=outcome,
    source="DfE, SSDA903 OC3, ACCOM; Annex A list 9",
    limits=(
        "Of the day of the figures only, since the sources tell how it stands. Gone "
        "abroad (G), deported (H) and residence not known (R) are left out."
    ),
    not_drawn={
        Drawn.BOUNDARY: "Ages bound it; no days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.REPEAT: "Each young person stands once in the source.",
        Drawn.OPEN: "Nothing begins or ends.",
    },
)
