"""The indicators of the front door; a new one is one line."""

from goldenthread.indicators.front_door.assessments_in_time import ASSESSMENTS_IN_TIME
from goldenthread.indicators.front_door.re_referrals import RE_REFERRALS
from goldenthread.indicators.kinds import Indicator

INDICATORS: tuple[Indicator, ...] = (RE_REFERRALS, ASSESSMENTS_IN_TIME)
