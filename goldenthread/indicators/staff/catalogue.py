"""Workers and their cases: the indicators of this folder; a new one is one line."""

from goldenthread.indicators.kinds import Indicator

INDICATORS: tuple[Indicator, ...] = ()
