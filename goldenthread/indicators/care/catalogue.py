"""Children in care: the indicators of this folder; a new one is one line."""

from goldenthread.indicators.care.in_care_rate import IN_CARE_RATE
from goldenthread.indicators.care.same_carer import SAME_CARER
from goldenthread.indicators.care.three_placements import THREE_PLACEMENTS
from goldenthread.indicators.care.visits_in_time import CARE_VISITS_IN_TIME
from goldenthread.indicators.kinds import Indicator

INDICATORS: tuple[Indicator, ...] = (
    IN_CARE_RATE,
    SAME_CARER,
    THREE_PLACEMENTS,
    CARE_VISITS_IN_TIME,
)
