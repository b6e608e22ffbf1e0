"""How the verbs on measures, figures and targets are tried."""

from datetime import date
from decimal import Decimal

from goldenthread.inspections import actions as inspections
from goldenthread.inspections.tests.factories import asking
from goldenthread.results import actions
from goldenthread.results.actions.targets import Terms
from goldenthread.results.tests.factories import about, approved, entered, level, measure, month
from tests.permissions.in_inspections import TRAINING
from tests.permissions.trying import tries

DEFINE, ENTER = "results.define_measure", "results.enter_value"
APPROVE, TARGET = "results.approve_value", "results.set_target"
MARCH = date(2012, 3, 31)
TERMS = Terms(date(2012, 1, 1), "Agreed by the board", date(2012, 12, 31))


@tries(DEFINE, actions.define_measure)
def define_measure(town):
    return lambda by: measure(town.cast, by=by)


@tries(DEFINE, actions.change_definition)
def change_definition(town):
    row = measure(town.cast)
    return lambda by: actions.change_definition(
        measure=row, text="Visits within five days", population="All", why="New law.", by=by
    )


@tries(ENTER, actions.enter_value)
def enter_value(town):
    row = measure(town.cast)
    return lambda by: entered(town.cast, row, by=by)


@tries(ENTER, actions.enter_value, also="of our team")
def enter_value_of_our_team(town):
    row = measure(town.cast)
    words = about(month(3), team=town.team)
    return lambda by: actions.enter_value(measure=row, typed="12 of 14", about=words, by=by)


@tries(ENTER, actions.revise_value)
def revise_value(town):
    row = approved(town.cast, measure(town.cast))
    return lambda by: actions.revise_value(
        value=row,
        typed="13 of 14",
        as_at=MARCH,
        known_on=date(2012, 4, 2),
        cause="late recording",
        why="One was found.",
        by=by,
        source="Case system",
    )


@tries(APPROVE, actions.approve_value)
def approve_value(town):
    row = entered(town.cast, measure(town.cast))
    return lambda by: actions.approve_value(value=row, by=by)


@tries(APPROVE, actions.return_value)
def return_value(town):
    row = entered(town.cast, measure(town.cast))
    return lambda by: actions.return_value(value=row, why="Which month?", by=by)


@tries(TARGET, actions.set_level)
def set_level(town):
    row = measure(town.cast)
    return lambda by: level(town.cast, row, by=by)


@tries(TARGET, actions.set_change)
def set_change(town):
    row = approved(town.cast, measure(town.cast))
    return lambda by: actions.set_change(
        baseline=row,
        comparator="at least",
        minimum_change=Decimal(5),
        change_in="per cent",
        terms=TERMS,
        by=by,
    )


@tries(TARGET, actions.take_over_target)
def take_over_target(town):
    row, asked = measure(town.cast), asking(town.cast, TRAINING).targets.get()
    inspections.decide_target(target=asked, confirmed=True, indicator="TRAIN-1", by=town.cast.alice)
    return lambda by: actions.take_over_target(
        target=asked, measure=row, by=by, holds_from=date(2012, 1, 1), groups=["nurses"]
    )


@tries(TARGET, actions.end_target)
def end_target(town):
    row = level(town.cast, measure(town.cast))
    return lambda by: actions.end_target(target=row, on=MARCH, why="Met.", by=by)


@tries(TARGET, actions.record_outcome)
def record_outcome(town):
    of = measure(town.cast)
    row, value = level(town.cast, of), approved(town.cast, of)
    return lambda by: actions.record_outcome(target=row, value=value, by=by)
