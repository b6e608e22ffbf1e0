"""Practice and complaints: the indicators of this folder; a new one is one line."""

from goldenthread.indicators.kinds import Indicator
from goldenthread.indicators.practice.audit_actions import AUDIT_ACTIONS
from goldenthread.indicators.practice.audits_good import AUDITS_GOOD
from goldenthread.indicators.practice.chronologies import CHRONOLOGIES
from goldenthread.indicators.practice.complaints_stage_1 import COMPLAINTS_STAGE_1
from goldenthread.indicators.practice.complaints_stage_2 import COMPLAINTS_STAGE_2
from goldenthread.indicators.practice.disputes_settled import DISPUTES_SETTLED
from goldenthread.indicators.practice.moderators_agree import MODERATORS_AGREE
from goldenthread.indicators.practice.private_fostering_visits import PRIVATE_FOSTERING_VISITS

INDICATORS: tuple[Indicator, ...] = (
    AUDITS_GOOD,
    MODERATORS_AGREE,
    AUDIT_ACTIONS,
    CHRONOLOGIES,
    COMPLAINTS_STAGE_1,
    COMPLAINTS_STAGE_2,
    DISPUTES_SETTLED,
    PRIVATE_FOSTERING_VISITS,
)
