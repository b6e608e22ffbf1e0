"""The verbs of the results room."""

from goldenthread.results.actions.measures import change_definition, define_measure
from goldenthread.results.actions.targets import (
    end_target,
    record_outcome,
    set_change,
    set_level,
    take_over_target,
)
from goldenthread.results.actions.values import (
    approve_value,
    enter_value,
    return_value,
    revise_value,
)

__all__ = [
    "approve_value",
    "change_definition",
    "define_measure",
    "end_target",
    "enter_value",
    "record_outcome",
    "return_value",
    "revise_value",
    "set_change",
    "set_level",
    "take_over_target",
]
