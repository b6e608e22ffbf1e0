"""Children in care: the indicators of this folder; a new one is one line."""

from goldenthread.indicators.care.care_plan_current import CARE_PLAN_CURRENT
from goldenthread.indicators.care.days_to_adopters import DAYS_TO_ADOPTERS
from goldenthread.indicators.care.days_to_match import DAYS_TO_MATCH
from goldenthread.indicators.care.days_to_match_now import DAYS_TO_MATCH_NOW
from goldenthread.indicators.care.dental_checks import DENTAL_CHECKS
from goldenthread.indicators.care.education_plans import EDUCATION_PLANS
from goldenthread.indicators.care.far_from_home import FAR_FROM_HOME
from goldenthread.indicators.care.first_health_assessment import FIRST_HEALTH_ASSESSMENT
from goldenthread.indicators.care.health_assessments import HEALTH_ASSESSMENTS
from goldenthread.indicators.care.immunisations import IMMUNISATIONS
from goldenthread.indicators.care.in_care_rate import IN_CARE_RATE
from goldenthread.indicators.care.left_for_permanence import LEFT_FOR_PERMANENCE
from goldenthread.indicators.care.many_social_workers import MANY_SOCIAL_WORKERS
from goldenthread.indicators.care.missing_episodes import MISSING_EPISODES
from goldenthread.indicators.care.participation import PARTICIPATION
from goldenthread.indicators.care.placed_with_parents import PLACED_WITH_PARENTS
from goldenthread.indicators.care.questionnaires import QUESTIONNAIRES
from goldenthread.indicators.care.return_interviews import RETURN_INTERVIEWS
from goldenthread.indicators.care.reviews_in_time import CARE_REVIEWS_IN_TIME
from goldenthread.indicators.care.same_carer import SAME_CARER
from goldenthread.indicators.care.three_placements import THREE_PLACEMENTS
from goldenthread.indicators.care.visits_in_time import CARE_VISITS_IN_TIME
from goldenthread.indicators.kinds import Indicator

INDICATORS: tuple[Indicator, ...] = (
    CARE_PLAN_CURRENT,
    DAYS_TO_ADOPTERS,
    DAYS_TO_MATCH,
    DAYS_TO_MATCH_NOW,
    DENTAL_CHECKS,
    EDUCATION_PLANS,
    FAR_FROM_HOME,
    FIRST_HEALTH_ASSESSMENT,
    HEALTH_ASSESSMENTS,
    IMMUNISATIONS,
    IN_CARE_RATE,
    LEFT_FOR_PERMANENCE,
    MANY_SOCIAL_WORKERS,
    MISSING_EPISODES,
    PARTICIPATION,
    PLACED_WITH_PARENTS,
    QUESTIONNAIRES,
    RETURN_INTERVIEWS,
    CARE_REVIEWS_IN_TIME,
    SAME_CARER,
    THREE_PLACEMENTS,
    CARE_VISITS_IN_TIME,
)
