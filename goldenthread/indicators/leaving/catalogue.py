"""Care leavers: the indicators of this folder; a new one is one line."""

from goldenthread.indicators.kinds import Indicator
from goldenthread.indicators.leaving.accommodation import ACCOMMODATION
from goldenthread.indicators.leaving.in_education_17_18 import IN_EDUCATION_17_18
from goldenthread.indicators.leaving.in_education_19_21 import IN_EDUCATION_19_21
from goldenthread.indicators.leaving.in_touch import IN_TOUCH
from goldenthread.indicators.leaving.pathway_plans import PATHWAY_PLANS

INDICATORS: tuple[Indicator, ...] = (
    IN_TOUCH,
    ACCOMMODATION,
    IN_EDUCATION_17_18,
    IN_EDUCATION_19_21,
    PATHWAY_PLANS,
)
