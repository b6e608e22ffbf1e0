"""Care leavers of 17 to 18 in education, employment or training."""

import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import Better, Drawn, Indicator, Kind
from goldenthread.indicators.leaving.leavers import in_education, leavers

YOUNGEST, OLDEST = 17, 18


def population(inputs: Inputs) -> ir.Table:
    """Care leavers of these ages on the day of the figures."""
    return leavers(inputs, youngest=YOUNGEST, oldest=OLDEST)


def outcome(cases: ir.Table) -> ir.StringValue:
    """By the code of the activity; who is not in touch counts as not."""
    return in_education(cases)


IN_EDUCATION_17_18 = Indicator(
    id="CL_EET_17_18",
    version=1,
    title="Care leavers of 17 to 18 in education, employment or training",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator=("of these, those in education, employment or training, by codes F and P"),
    denominator="care leavers aged 17 to 18; who is not in touch is counted",
    unit="young people",
    clock="age on the day of the figures",
    needs={"care_leavers": ("child", "activity"), "children": ("birth_month",)},
    population=population,
    outcome=outcome,
    source="DfE, SSDA903 OC3, ACTIV; Annex A list 9",
    limits="Of the day of the figures only, since the sources tell how it stands.",
    not_drawn={
        Drawn.BOUNDARY: "Ages bound it; no days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.REPEAT: "Each young person stands once in the source.",
        Drawn.OPEN: "Nothing begins or ends.",
    },
)
