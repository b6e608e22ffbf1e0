"""Agencies that know the thresholds, by survey."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import Better, Drawn, Indicator, Kind
from goldenthread.indicators.weighing import by_numbers, in_two

QUESTION = "thresholds"


def population(inputs: Inputs) -> ir.Table:
    """The answers of each wave to questions about thresholds."""
    surveys = inputs["surveys"].filter(_.question.lower().contains(QUESTION))
    counted = inputs.counted_in_month_of(surveys, "wave_on")
    counted = counted.mutate(case=_.survey_row, team=ibis.null("string"), child=ibis.null("string"))
    return in_two(counted, of=counted.answered, met=counted.favourable)


def outcome(cases: ir.Table) -> ir.StringValue:
    """What the wave counted as right."""
    return by_numbers(cases)


SURVEY_OF_THRESHOLDS = Indicator(
    id="EH_SURVEY",
    version=1,
    title="Agencies that know the thresholds, by survey",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="answers that were right",
    denominator="answers to the questions about thresholds",
    unit="answers",
    clock="none",
    needs={"surveys": ("wave_on", "question", "answered", "favourable")},
    population=population,
    outcome=outcome,
    source="a local survey",
    limits=("Only questions whose name has the word thresholds; the waves differ in who answered."),
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.REPEAT: "Nobody is told apart in a survey.",
        Drawn.OPEN: "A wave is over when it is counted.",
    },
)
