"""The last line for what raises an action beside evidence: periods of practice and steps.

`{DAYS}(date)` is a date as a number of days, on each database in its own way.
"""

from goldenthread.plans.guards import Guard, accounts, same_people, stood_in
from goldenthread.plans.rungs import SHORTEST_PERIOD

_ACTIONS = """(SELECT a.id FROM plans_action a JOIN plans_action o ON o.id = NEW.action_id
    WHERE COALESCE(a.same_as_id, a.id) = COALESCE(o.same_as_id, o.id))"""
_READS = (
    "people_alias",
    "people_membership",
    "people_person",
    "people_post",
    "people_postholding",
    "people_roleholding",
    "people_team",
    "plans_action",
    "plans_standing",
)


def _stood(by: str) -> str:
    same = same_people(f"w.user_id = {by}")
    return stood_in(same=same, users=accounts(same, by), actions=_ACTIONS)


PROGRESS: dict[str, Guard] = {
    "plans_period_not_own": Guard(
        "plans_practiceperiod",
        "INSERT",
        "Whoever stood in an action does not record its periods.",
        _stood("NEW.by_id"),
        _READS,
    ),
    "plans_period_not_taken_back_by_own": Guard(
        "plans_practiceperiod",
        "UPDATE",
        "Whoever stood in an action does not take back its periods.",
        f"NEW.withdrawn_by_id IS NOT NULL AND {_stood('NEW.withdrawn_by_id')}",
        _READS,
    ),
    "plans_period_long_enough": Guard(
        "plans_practiceperiod",
        "INSERT",
        "A period of practice is at least as long as the shortest month, and in standard only "
        "where something was.",
        f"{{DAYS}}(NEW.ends_before) - {{DAYS}}(NEW.first_day) < {SHORTEST_PERIOD} "
        "OR (NEW.in_standard AND NEW.count = 0)",
    ),
    # A day more than it takes: the moment is of Greenwich, the day is not in summer.
    "plans_period_over": Guard(
        "plans_practiceperiod",
        "INSERT",
        "A period of practice is recorded when it is over.",
        "{DAYS}(NEW.ends_before) - {DAYS}(date(NEW.at)) > 2",
    ),
    "plans_period_beside_the_others": Guard(
        "plans_practiceperiod",
        "INSERT",
        "A period of practice does not cover days of another.",
        """NEW.withdrawn_at IS NULL AND EXISTS (SELECT 1 FROM plans_practiceperiod p
            WHERE p.action_id = NEW.action_id AND p.withdrawn_at IS NULL
            AND p.first_day < NEW.ends_before AND p.ends_before > NEW.first_day)""",
    ),
}
