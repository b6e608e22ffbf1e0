"""The indicators of the front door; a new one is one line."""

from goldenthread.indicators.front_door.re_referrals import RE_REFERRALS
from goldenthread.indicators.kinds import Indicator

INDICATORS: tuple[Indicator, ...] = (RE_REFERRALS,)
