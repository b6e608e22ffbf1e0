"""The tables of the results room."""

from goldenthread.results.models.measures import Definition, Measure
from goldenthread.results.models.targets import Outcome, Target
from goldenthread.results.models.values import Value

__all__ = ["Definition", "Measure", "Outcome", "Target", "Value"]
