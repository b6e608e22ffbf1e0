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


_APPROVER = same_people("w.user_id = NEW.approved_by_id")
_NOT_YET = "A day of completion has been."
# Said by an update of that day: whoever sets another clock sets it for the whole program.
_LATER = """NEW.completed_on IS NOT NULL
    AND {DAYS}(NEW.completed_on) - {DAYS}(CURRENT_DATE) > 1
    AND NOT EXISTS (SELECT 1 FROM plans_update d WHERE d.action_id = NEW.action_id
        AND {DAYS}(date(d.at)) + 1 >= {DAYS}(NEW.completed_on))"""
_REVIEWED = "What goes on closes by a review."
_NO_REVIEW = """NEW.state = 'done' AND trim(NEW.review) = '' AND EXISTS (
    SELECT 1 FROM plans_action a WHERE a.id = NEW.action_id AND a.kind = 'sustained'
    AND NOT a.kind_proposed)"""

GUARDS: dict[str, Guard] = {
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
    "plans_delivery_done_is_past": Guard(
        "plans_delivery", "INSERT", _NOT_YET, _LATER, ("plans_update",)
    ),
    "plans_delivery_stays_past": Guard(
        "plans_delivery",
        "UPDATE",
        _NOT_YET,
        f"NEW.completed_on {{DIFFERS}} OLD.completed_on AND {_LATER}",
        ("plans_update",),
    ),
    "plans_delivery_day_stays": Guard(
        "plans_delivery",
        "UPDATE",
        "What is done is reopened to change its day.",
        "OLD.state = 'done' AND NEW.state = 'done' "
        "AND (NEW.completed_on {DIFFERS} OLD.completed_on OR NEW.action_id <> OLD.action_id)",
    ),
    "plans_delivery_no_delete": Guard(
        "plans_delivery", "DELETE", "How far an action is, is never deleted."
    ),
    "plans_delivery_closes_by_review": Guard(
        "plans_delivery", "INSERT", _REVIEWED, _NO_REVIEW, ("plans_action",)
    ),
    "plans_delivery_closed_by_review": Guard(
        "plans_delivery",
        "UPDATE",
        _REVIEWED,
        f"(OLD.state <> 'done' OR OLD.review <> NEW.review) AND {_NO_REVIEW}",
        ("plans_action",),
    ),
    "plans_impact_sustained_on_its_own_target": Guard(
        "plans_impact",
        "INSERT",
        "What is sustained met a target of the same measure and team.",
        """NEW.state = 'sustained' AND NOT EXISTS (
            SELECT 1 FROM results_target t JOIN results_value v ON v.id = NEW.value_id
            WHERE t.id = NEW.target_id AND t.measure_id = v.measure_id
            AND (t.each_group OR NOT t.team_id {DIFFERS} v.team_id))""",
        ("results_target", "results_value"),
    ),
    "plans_link_taken_back_by_its_filer": Guard(
        "plans_evidencelink",
        "UPDATE",
        "Only whoever filed a contradiction takes it back.",
        """OLD.direction = 'contradicts' AND OLD.withdrawn_at IS NULL
            AND NEW.withdrawn_at IS NOT NULL AND NEW.withdrawn_by_id <> OLD.linked_by_id
            AND NOT EXISTS (SELECT 1 FROM plans_evidenceversion v
                WHERE v.id = OLD.version_id AND v.filed_by_id = NEW.withdrawn_by_id)""",
        ("plans_evidenceversion",),
    ),
    "plans_reopening_by_another": Guard(
        "plans_reopening",
        "UPDATE",
        "Somebody else than who asked for it approves it.",
        f"NEW.approved_by_id IS NOT NULL "
        f"AND NEW.asked_by_id IN {accounts(_APPROVER, 'NEW.approved_by_id')}",
        ("people_alias", "people_person"),
    ),
}
