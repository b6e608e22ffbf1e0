"""Safeguarding training in date."""

import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import Better, Drawn, Indicator, Kind
from goldenthread.indicators.staff.posts import latest_of_month
from goldenthread.indicators.weighing import by_numbers, in_two


def population(inputs: Inputs) -> ir.Table:
    """What each organisation last told in each month of each course."""
    training = latest_of_month(inputs, "training", of=("group", "course"), key="training_row")
    # Each organisation and course stands where others have teams, so that none hides in the whole.
    training = training.mutate(team=training.group + ", " + training.course)
    return in_two(training, of=training.needed, met=training.trained)


def outcome(cases: ir.Table) -> ir.StringValue:
    """By the numbers of the organisation."""
    return by_numbers(cases)


TRAINING_IN_DATE = Indicator(
    id="TRAIN_SG",
    version=1,
    title="Safeguarding training in date",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="staff who are in date at the level that their post needs",
    denominator="staff who need that level, by group and course",
    unit="staff",
    clock="as last told of in the month",
    needs={"training": ("group", "course", "as_at", "needed", "trained")},
    population=population,
    outcome=outcome,
    source="returns of partners; a local standard",
    limits=(
        "A share of all hides the group that is below: ask for it by team, which here is each "
        "organisation and course."
    ),
    not_drawn={
        Drawn.BOUNDARY: "There is no limit of days.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.REPEAT: "It is not about children.",
        Drawn.OPEN: "It is told of a day.",
    },
)
