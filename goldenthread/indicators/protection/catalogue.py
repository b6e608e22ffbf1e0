"""Enquiries, conferences and plans: the indicators of this folder; a new one is one line."""

from goldenthread.indicators.kinds import Indicator
from goldenthread.indicators.protection.conference_minutes import CONFERENCE_MINUTES
from goldenthread.indicators.protection.conference_reports import CONFERENCE_REPORTS
from goldenthread.indicators.protection.conferences_in_time import CONFERENCES_IN_TIME
from goldenthread.indicators.protection.conferences_with_a_plan import CONFERENCES_WITH_A_PLAN
from goldenthread.indicators.protection.core_groups_in_time import CORE_GROUPS_IN_TIME
from goldenthread.indicators.protection.enquiries_without_conference import (
    ENQUIRIES_WITHOUT_CONFERENCE,
)
from goldenthread.indicators.protection.enquiry_rate import ENQUIRY_RATE
from goldenthread.indicators.protection.first_core_group import FIRST_CORE_GROUP
from goldenthread.indicators.protection.in_need_rate import IN_NEED_RATE
from goldenthread.indicators.protection.in_need_with_plan import IN_NEED_WITH_PLAN
from goldenthread.indicators.protection.meeting_offered_before_court import (
    MEETING_OFFERED_BEFORE_COURT,
)
from goldenthread.indicators.protection.plan_rate import PLAN_RATE
from goldenthread.indicators.protection.plans_ended_after_two_years import (
    PLANS_ENDED_AFTER_TWO_YEARS,
)
from goldenthread.indicators.protection.plans_of_two_years import PLANS_OF_TWO_YEARS
from goldenthread.indicators.protection.plans_over_12_months import PLANS_OVER_12_MONTHS
from goldenthread.indicators.protection.plans_over_18_months import PLANS_OVER_18_MONTHS
from goldenthread.indicators.protection.pre_proceedings_over_16_weeks import (
    PRE_PROCEEDINGS_OVER_16_WEEKS,
)
from goldenthread.indicators.protection.pre_proceedings_over_26_weeks import (
    PRE_PROCEEDINGS_OVER_26_WEEKS,
)
from goldenthread.indicators.protection.proceedings_in_time import PROCEEDINGS_IN_TIME
from goldenthread.indicators.protection.repeat_plans import REPEAT_PLANS
from goldenthread.indicators.protection.repeat_plans_within_two_years import (
    REPEAT_PLANS_WITHIN_TWO_YEARS,
)
from goldenthread.indicators.protection.reviews_in_need_in_time import REVIEWS_IN_NEED_IN_TIME
from goldenthread.indicators.protection.reviews_in_time import REVIEWS_IN_TIME
from goldenthread.indicators.protection.seen_alone import SEEN_ALONE
from goldenthread.indicators.protection.strategy_minutes import STRATEGY_MINUTES
from goldenthread.indicators.protection.visits_in_need_in_time import VISITS_IN_NEED_IN_TIME
from goldenthread.indicators.protection.visits_in_time import VISITS_IN_TIME

INDICATORS: tuple[Indicator, ...] = (
    CONFERENCE_MINUTES,
    CONFERENCE_REPORTS,
    CONFERENCES_IN_TIME,
    CONFERENCES_WITH_A_PLAN,
    CORE_GROUPS_IN_TIME,
    ENQUIRIES_WITHOUT_CONFERENCE,
    ENQUIRY_RATE,
    FIRST_CORE_GROUP,
    IN_NEED_RATE,
    IN_NEED_WITH_PLAN,
    MEETING_OFFERED_BEFORE_COURT,
    PLAN_RATE,
    PLANS_ENDED_AFTER_TWO_YEARS,
    PLANS_OF_TWO_YEARS,
    PLANS_OVER_12_MONTHS,
    PLANS_OVER_18_MONTHS,
    PRE_PROCEEDINGS_OVER_16_WEEKS,
    PRE_PROCEEDINGS_OVER_26_WEEKS,
    PROCEEDINGS_IN_TIME,
    REPEAT_PLANS,
    REPEAT_PLANS_WITHIN_TWO_YEARS,
    REVIEWS_IN_NEED_IN_TIME,
    REVIEWS_IN_TIME,
    SEEN_ALONE,
    STRATEGY_MINUTES,
    VISITS_IN_NEED_IN_TIME,
    VISITS_IN_TIME,
)
