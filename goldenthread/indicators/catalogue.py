"""Every indicator by its id; a new one is one line in the catalogue of its folder."""

from goldenthread.indicators.care.catalogue import INDICATORS as CARE
from goldenthread.indicators.front_door.catalogue import INDICATORS as FRONT_DOOR
from goldenthread.indicators.kinds import Indicator
from goldenthread.indicators.leaving.catalogue import INDICATORS as LEAVING
from goldenthread.indicators.practice.catalogue import INDICATORS as PRACTICE
from goldenthread.indicators.protection.catalogue import INDICATORS as PROTECTION
from goldenthread.indicators.staff.catalogue import INDICATORS as STAFF

GROUPS = (FRONT_DOOR, PROTECTION, CARE, LEAVING, STAFF, PRACTICE)
INDICATORS: dict[str, Indicator] = {each.id: each for group in GROUPS for each in group}
