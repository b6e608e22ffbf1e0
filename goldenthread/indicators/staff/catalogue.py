"""Workers and their cases: the indicators of this folder; a new one is one line."""

from goldenthread.indicators.kinds import Indicator
from goldenthread.indicators.staff.agency_rate import AGENCY_RATE
from goldenthread.indicators.staff.caseload import CASELOAD
from goldenthread.indicators.staff.high_caseloads import HIGH_CASELOADS
from goldenthread.indicators.staff.supervision_held import SUPERVISION_HELD
from goldenthread.indicators.staff.supervision_recorded import SUPERVISION_RECORDED
from goldenthread.indicators.staff.training_in_date import TRAINING_IN_DATE
from goldenthread.indicators.staff.turnover_rate import TURNOVER_RATE
from goldenthread.indicators.staff.vacancy_rate import VACANCY_RATE

INDICATORS: tuple[Indicator, ...] = (
    AGENCY_RATE,
    VACANCY_RATE,
    TURNOVER_RATE,
    TRAINING_IN_DATE,
    CASELOAD,
    HIGH_CASELOADS,
    SUPERVISION_HELD,
    SUPERVISION_RECORDED,
)
