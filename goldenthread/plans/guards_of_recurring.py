"""What the database refuses of what comes again: other days, an own excuse, another's evidence."""

from goldenthread.plans.guards import Guard, changes
from goldenthread.plans.guards_of_days import STANDS

_ACTION = "(SELECT r.action_id FROM plans_recurrence r WHERE r.id = NEW.recurrence_id)"
_STANDS = STANDS.replace("NEW.action_id", _ACTION).replace("NEW.decided_by_id", "NEW.said_by_id")

GUARDS: dict[str, Guard] = {
    "plans_recurrence_only_called_off": Guard(
        "plans_recurrence",
        "UPDATE",
        "What comes again is only called off, once: another phase is another row.",
        "OLD.called_off_at IS NOT NULL OR "
        + changes(
            "action_id", "what", "frequency", "number", "first_day", "sample", "printed",
            "by_id", "at",
        )
        + " OR (OLD.last_day IS NOT NULL AND (NEW.last_day IS NULL OR NEW.last_day > OLD.last_day))",
    ),
    "plans_recurrence_no_delete": Guard(
        "plans_recurrence", "DELETE", "What comes again is called off, never deleted."
    ),
    "plans_datedoccurrence_keeps_its_day": Guard(
        "plans_datedoccurrence",
        "UPDATE",
        "An occurrence keeps its day, and what was called off stays so.",
        "OLD.state = 'called off' OR " + changes("recurrence_id", "day", "due", "note"),
    ),
    "plans_datedoccurrence_not_own": Guard(
        "plans_datedoccurrence",
        "UPDATE",
        "Whoever stands in the action does not excuse its occurrences.",
        f"NEW.state = 'excused' AND {changes('state')} AND {_STANDS}",
        (
            "people_membership",
            "people_person",
            "people_postholding",
            "plans_recurrence",
            "plans_standing",
        ),
    ),
    "plans_datedoccurrence_expected_first": Guard(
        "plans_datedoccurrence",
        "INSERT",
        "An occurrence is expected before anything is said of it.",
        "NEW.state <> 'expected'",
    ),
    "plans_datedoccurrence_no_delete": Guard(
        "plans_datedoccurrence", "DELETE", "An occurrence is never deleted."
    ),
    "plans_link_of_its_occurrence": Guard(
        "plans_evidencelink",
        "INSERT",
        "Evidence of an occurrence is filed against a test of its action, or of an item of it.",
        """NEW.occurrence_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM plans_datedoccurrence o
            JOIN plans_recurrence r ON r.id = o.recurrence_id
            JOIN plans_test t ON t.id = NEW.test_id
            WHERE o.id = NEW.occurrence_id AND (t.action_id = r.action_id OR EXISTS (
                SELECT 1 FROM plans_actionitem i
                WHERE i.action_id = r.action_id AND i.item_id = t.item_id)))""",
        ("plans_actionitem", "plans_datedoccurrence", "plans_recurrence", "plans_test"),
    ),
    "plans_link_keeps_its_occurrence": Guard(
        "plans_evidencelink",
        "UPDATE",
        "Evidence stays with its occurrence.",
        changes("occurrence_id"),
    ),
}  # fmt: skip
