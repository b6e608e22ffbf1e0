"""What the database refuses of deadlines, extensions, rules, ties, and rows that point elsewhere.

A deadline that stands gives way only to one that is no later; more time is an extension.
"""

# ruff: noqa: S608 - the statements are put together from the texts of this module alone

from goldenthread.plans.guards import Guard, changes

_SLOT = """d.source = {row}.source AND d.dropped_in_id IS NULL AND d.id <> {row}.id
    AND NOT d.action_id {{DIFFERS}} {row}.action_id AND NOT d.item_id {{DIFFERS}} {row}.item_id"""
_OF_NEW, _OF_OLD = _SLOT.format(row="NEW"), _SLOT.format(row="OLD")

LATER = f"""EXISTS (SELECT 1 FROM plans_deadline d WHERE {_OF_NEW}
    AND d.due IS NOT NULL AND (NEW.due IS NULL OR NEW.due > d.due))"""
# A day of the action as a whole stands before those for its items.
LATER_THAN_ITEMS = f"""(NEW.action_id IS NOT NULL AND NEW.item_id IS NULL AND EXISTS (
    SELECT 1 FROM plans_deadline i WHERE i.action_id = NEW.action_id AND i.source = NEW.source
    AND i.item_id IS NOT NULL AND i.dropped_in_id IS NULL AND i.due < NEW.due
    AND i.version_id {{DIFFERS}} NEW.version_id) AND NOT EXISTS (
    SELECT 1 FROM plans_deadline d WHERE {_OF_NEW} AND d.due IS NOT NULL))"""
COUNTED = """EXISTS (SELECT 1 FROM plans_eventdeadline t JOIN plans_event e ON e.id = t.event_id
    WHERE t.deadline_id = OLD.id AND e.day = NEW.anchor AND t.days_after = {COUNTED})"""
REPLACED = f"""EXISTS (SELECT 1 FROM plans_deadline d WHERE {_OF_OLD} AND d.id > OLD.id
    AND (d.due <= OLD.due OR (OLD.due IS NULL AND (d.due IS NOT NULL OR d.reading = 'immediate'))))"""
TAKEN_BACK = """EXISTS (SELECT 1 FROM plans_version n
    WHERE n.id = COALESCE(OLD.dropped_in_id, OLD.version_id) AND n.state = 'withdrawn'
    AND COALESCE(NEW.dropped_in_id, n.id) = n.id)"""
_DROPS = f"""({changes("dropped_in_id")} AND NOT {TAKEN_BACK} AND (OLD.dropped_in_id IS NOT NULL
    OR ((OLD.due IS NOT NULL OR OLD.reading = 'immediate') AND NOT {REPLACED})))"""

_THEIRS = "(SELECT p.id FROM people_person p WHERE p.user_id = NEW.decided_by_id)"
STANDS = f"""EXISTS (SELECT 1 FROM plans_standing s WHERE s.action_id = NEW.action_id
    AND s.dropped_in_id IS NULL AND s.ended_on IS NULL AND (s.person_id IN {_THEIRS}
    OR EXISTS (SELECT 1 FROM people_postholding h WHERE h.post_id = s.post_id
        AND h.ended_on IS NULL AND h.person_id IN {_THEIRS})
    OR EXISTS (SELECT 1 FROM people_membership m WHERE m.team_id = s.team_id
        AND m.ended_on IS NULL AND m.person_id IN {_THEIRS})))"""
ONE_NAME = """EXISTS (SELECT 1 FROM people_person p JOIN people_person q
    ON q.authority_id = p.authority_id AND lower(trim(q.name)) = lower(trim(p.name))
    WHERE p.user_id = NEW.by_id AND q.user_id = NEW.approved_by_id)"""

_WORKED = (
    "delivery",
    "update",
    "deadlinemove",
    "practiceperiod",
    "impact",
    "judgedstatus",
    "recurrence",
)
WORKED_ON = " OR ".join(
    [
        *(
            f"EXISTS (SELECT 1 FROM plans_{table} w WHERE w.action_id = NEW.id)"
            for table in _WORKED
        ),
        """EXISTS (SELECT 1 FROM plans_evidencelink k JOIN plans_test t ON t.id = k.test_id
            WHERE t.action_id = NEW.id)""",
        """EXISTS (SELECT 1 FROM plans_deadline d WHERE d.action_id = NEW.id
            AND d.dropped_in_id IS NULL AND d.due IS NOT NULL)""",
    ]
)

# A check's day is that of its moment in UTC or in British summer time. It lies in the future
# where both the database's clock and the filing are behind it.
ANOTHER_DAY = "(NEW.day < date(NEW.at) OR NEW.day > {DAY_IN_SUMMER_TIME})"
_OF_LINK = """EXISTS (SELECT 1 FROM plans_evidencelink k
    JOIN plans_evidenceversion v ON v.id = k.version_id WHERE k.id = NEW.link_id AND {when})"""
EARLIER = _OF_LINK.format(when="v.filed_at > NEW.at")
TO_COME = (
    f"""(NEW.at > {{TOMORROW}} AND {_OF_LINK.format(when="date(k.linked_at) < date(NEW.at)")})"""
)

GUARDS: dict[str, Guard] = {
    "plans_action_points_before_work": Guard(
        "plans_action",
        "UPDATE",
        "An action with work or a day of its own does not come to point to another.",
        f"NEW.same_as_id IS NOT NULL AND {changes('same_as_id')} AND ({WORKED_ON})",
        tuple(f"plans_{table}" for table in (*_WORKED, "evidencelink", "test", "deadline")),
    ),
    "plans_link_where_it_is_worked": Guard(
        "plans_evidencelink",
        "INSERT",
        "The action only points to another: file it there.",
        """EXISTS (SELECT 1 FROM plans_test t JOIN plans_action a ON a.id = t.action_id
            WHERE t.id = NEW.test_id AND a.same_as_id IS NOT NULL)""",
        ("plans_action", "plans_test"),
    ),
    "plans_check_on_its_day": Guard(
        "plans_check",
        "INSERT",
        "A check is of the day on which it is made, after the evidence was filed.",
        f"{ANOTHER_DAY} OR {EARLIER} OR {TO_COME}",
        ("plans_evidencelink", "plans_evidenceversion"),
    ),
    "plans_deadline_not_later": Guard(
        "plans_deadline",
        "INSERT",
        "A deadline stands: more time is asked for and approved.",
        f"NEW.dropped_in_id IS NULL AND ({LATER} OR {LATER_THAN_ITEMS})",
    ),
    "plans_deadline_only_replaced": Guard(
        "plans_deadline",
        "UPDATE",
        "A deadline only gives way to one that is no later.",
        changes(
            "version_id", "action_id", "item_id", "source", "kind", "printed", "reading",
            "earliest", "latest", "precision", "recurrence", "question",
        )
        + f" OR ({changes('due', 'anchor')} AND NOT {COUNTED}) OR {_DROPS}",
        ("plans_event", "plans_eventdeadline", "plans_version"),
    ),
    "plans_deadline_no_delete": Guard(
        "plans_deadline", "DELETE", "A deadline is dropped, never deleted."
    ),
    "plans_eventdeadline_without_day": Guard(
        "plans_eventdeadline",
        "INSERT",
        "A deadline that has its day waits for no event.",
        "EXISTS (SELECT 1 FROM plans_deadline d WHERE d.id = NEW.deadline_id AND d.due IS NOT NULL)",
        ("plans_deadline",),
    ),
    "plans_eventdeadline_no_update": Guard(
        "plans_eventdeadline", "UPDATE", "What a deadline waits for is not changed."
    ),
    "plans_eventdeadline_no_delete": Guard(
        "plans_eventdeadline", "DELETE", "What a deadline waits for is not deleted."
    ),
    "plans_deadlinemove_asked_first": Guard(
        "plans_deadlinemove",
        "INSERT",
        "More time is asked for before it is approved.",
        "NEW.state IN ('approved', 'refused')",
    ),
    "plans_deadlinemove_decided_once": Guard(
        "plans_deadlinemove",
        "UPDATE",
        "More time is decided once, as it was asked for.",
        "OLD.state <> 'asked' OR "
        + changes(
            "action_id", "item_id", "milestone_id", "update_id", "kind", "before", "to",
            "precision", "cause", "inspection_id", "reason", "asked_by_id", "asked_at",
            "for_whom_id",
        ).replace(".to ", '."to" '),
    ),
    "plans_deadlinemove_not_own": Guard(
        "plans_deadlinemove",
        "UPDATE",
        "Whoever stands in the action does not decide on more time.",
        f"NEW.state = 'approved' AND (NEW.for_whom_id IN {_THEIRS} OR {STANDS})",
        ("people_membership", "people_person", "people_postholding", "plans_standing"),
    ),
    "plans_deadlinemove_no_delete": Guard(
        "plans_deadlinemove", "DELETE", "A moved deadline is never deleted."
    ),
    "plans_measurelink_only_removed": Guard(
        "plans_measurelink",
        "UPDATE",
        "A measure that is tied is only taken away, once.",
        "OLD.removed_at IS NOT NULL OR "
        + changes(
            "action_id", "item_id", "measure_id", "kind", "expected", "lag_months",
            "linked_by_id", "linked_at",
        ),
    ),
    "plans_measurelink_no_delete": Guard(
        "plans_measurelink", "DELETE", "A measure that is tied is taken away, never deleted."
    ),
    "plans_statusrules_proposed_first": Guard(
        "plans_statusrules",
        "INSERT",
        "Rules are proposed before they are approved.",
        "NEW.approved_at IS NOT NULL OR NEW.ended_on IS NOT NULL",
    ),
    "plans_statusrules_approved_once": Guard(
        "plans_statusrules",
        "UPDATE",
        "Rules are approved once, as proposed, and ended once.",
        changes("authority_id", "content", "approved_in", "by_id", "at").replace(
            "NEW.content {DIFFERS} OLD.content",
            "CAST(NEW.content AS TEXT) {DIFFERS} CAST(OLD.content AS TEXT)",
        )
        + " OR OLD.ended_on IS NOT NULL OR (OLD.approved_at IS NOT NULL AND "
        + changes("approved_by_id", "approved_at", "started_on")
        + ") OR (NEW.ended_on IS NOT NULL AND OLD.approved_at IS NULL)",
    ),
    "plans_statusrules_by_two": Guard(
        "plans_statusrules",
        "UPDATE",
        "Somebody else approves rules.",
        f"NEW.approved_at IS NOT NULL AND OLD.approved_at IS NULL AND {ONE_NAME}",
        ("people_person",),
    ),
    "plans_statusrules_no_delete": Guard(
        "plans_statusrules", "DELETE", "Rules of status are ended, never deleted."
    ),
}  # fmt: skip
