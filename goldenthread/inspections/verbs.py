"""What may be done in the inspections room, and by which roles."""

from goldenthread.people.permissions import Verb, register
from goldenthread.people.roles import COLLEAGUES, Role

OFFICERS = frozenset({Role.IMPROVEMENT_OFFICER})
DECIDERS = frozenset({Role.IMPROVEMENT_OFFICER, Role.STRATEGIC_LEAD, Role.DIRECTOR})
PREPARERS = frozenset({Role.IMPROVEMENT_OFFICER, Role.DIRECTOR})
# Cases of children, though without a word about the child.
CLEARED = frozenset({Role.STRATEGIC_LEAD, Role.DIRECTOR})

register(
    (
        Verb("inspections.record_report", "record a report", OFFICERS),
        Verb("inspections.record_days", "record days and deadlines of a report", OFFICERS),
        Verb("inspections.link", "link paragraphs and earlier inspections", OFFICERS),
        Verb("inspections.read_again", "say what a recommendation asks and of whom", OFFICERS),
        Verb("inspections.decide_consider", "decide what was to be considered", DECIDERS),
        Verb("inspections.close", "close or reopen a recommendation", DECIDERS),
        Verb("inspections.name_type", "say of which type an inspection was", OFFICERS),
        Verb("inspections.log_query", "log queries of inspectors and answers", OFFICERS),
        Verb("inspections.record_threshold", "record changed thresholds", OFFICERS),
        Verb("inspections.refer_back", "enter cases that inspectors referred back", CLEARED),
        Verb("inspections.decide_uncited", "decide about an uncited paragraph", DECIDERS),
        Verb("inspections.record_crosswalk", "record a crosswalk of grades", DECIDERS),
        Verb("inspections.mark_used", "build on a report", COLLEAGUES, by_system=True),
        Verb("inspections.prepare_visit", "prepare for a visit of inspectors", PREPARERS),
        Verb("inspections.withdraw", "withdraw or archive a report", OFFICERS),
    )
)
