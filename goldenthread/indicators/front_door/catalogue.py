"""From the contact to the assessment: the indicators of this folder; a new one is one line."""

from goldenthread.indicators.front_door.assessments_in_time import ASSESSMENTS_IN_TIME
from goldenthread.indicators.front_door.assessments_in_time_of_referral import (
    ASSESSMENTS_IN_TIME_OF_REFERRAL,
)
from goldenthread.indicators.front_door.assessments_open_too_long import ASSESSMENTS_OPEN_TOO_LONG
from goldenthread.indicators.front_door.children_seen_in_assessment import (
    CHILDREN_SEEN_IN_ASSESSMENT,
)
from goldenthread.indicators.front_door.contacts import CONTACTS
from goldenthread.indicators.front_door.contacts_decided_in_a_day import CONTACTS_DECIDED_IN_A_DAY
from goldenthread.indicators.front_door.early_help import EARLY_HELP_BEGUN
from goldenthread.indicators.front_door.early_help_stepped_up import EARLY_HELP_STEPPED_UP
from goldenthread.indicators.front_door.re_referrals import RE_REFERRALS
from goldenthread.indicators.front_door.referral_rate import REFERRAL_RATE
from goldenthread.indicators.front_door.referrals_answered_the_same_day import (
    REFERRALS_ANSWERED_THE_SAME_DAY,
)
from goldenthread.indicators.front_door.referrals_assessed import REFERRALS_ASSESSED
from goldenthread.indicators.front_door.referrals_not_in_need import REFERRALS_NOT_IN_NEED
from goldenthread.indicators.front_door.referrals_without_action import REFERRALS_WITHOUT_ACTION
from goldenthread.indicators.front_door.survey_of_thresholds import SURVEY_OF_THRESHOLDS
from goldenthread.indicators.kinds import Indicator

INDICATORS: tuple[Indicator, ...] = (
    ASSESSMENTS_IN_TIME,
    ASSESSMENTS_IN_TIME_OF_REFERRAL,
    ASSESSMENTS_OPEN_TOO_LONG,
    CHILDREN_SEEN_IN_ASSESSMENT,
    CONTACTS,
    CONTACTS_DECIDED_IN_A_DAY,
    EARLY_HELP_BEGUN,
    EARLY_HELP_STEPPED_UP,
    RE_REFERRALS,
    REFERRAL_RATE,
    REFERRALS_ANSWERED_THE_SAME_DAY,
    REFERRALS_ASSESSED,
    REFERRALS_NOT_IN_NEED,
    REFERRALS_WITHOUT_ACTION,
    SURVEY_OF_THRESHOLDS,
)
