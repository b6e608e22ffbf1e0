"""Care leavers in touch."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind
from goldenthread.indicators.leaving.leavers import leavers

YES = "YES"
YOUNGEST, OLDEST = 17, 21


def population(inputs: Inputs) -> ir.Table:
    """Care leavers of these ages on the day of the figures."""
    return leavers(inputs, youngest=YOUNGEST, oldest=OLDEST)


def outcome(cases: ir.Table) -> ir.StringValue:
    """In touch by the code; refused and not required stay in the denominator."""
    return ibis.cases(
        (cases.born_on.isnull() | cases.in_touch.isnull(), CANNOT),
        (cases.in_touch == YES, MET),
        else_=NOT_MET,
    )


IN_TOUCH = Indicator(
    id="CL_TOUCH",
    version=1,
    title="Care leavers in touch",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those with whom the council is in touch",
    denominator=("care leavers aged 17 to 21; the dead and those home for good are left out"),
    unit="young people",
    clock="age on the day of the figures",
    needs={"care_leavers": ("child", "in_touch"), "children": ("birth_month",)},
    population=population,
    outcome=outcome,
    source="DfE, SSDA903 OC3, IN_TOUCH; Annex A list 9",
    limits=(
        "Of the day of the figures only, since the sources tell how it stands. The return"
        " asks around each birthday."
    ),
    not_drawn={
        Drawn.BOUNDARY: "Ages bound it; no days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.REPEAT: "Each young person stands once in the source.",
        Drawn.OPEN: "Nothing begins or ends.",
    },
)
