"""The guards of the directory: whoever held a post or was in a team stays known to the gate.

The directory knows nothing of plans, so its rows are guarded here, where the gate asks for them.
"""

# ruff: noqa: S608 - the statements are put together from words of this file

from goldenthread.plans.guards import Guard, changes

_READS = ("plans_standing", "plans_update", "plans_evidencelink", "plans_test", "plans_action")
_WORDS = "Who held a post or was in a team is entered once and ended once, never taken back."
_ALIAS = "The names by which documents knew a person stay."


def _freed(of_them: str) -> str:
    """That an end would free somebody of work done meanwhile in an action of theirs.

    A last day that is entered late counts until it was entered; work on the action since the
    day until which it is to count was theirs, too.
    """
    return f"""(OLD.counts_until IS NULL AND NEW.counts_until IS NOT NULL AND EXISTS (
    SELECT 1 FROM plans_standing s WHERE ({of_them}) AND (
        EXISTS (SELECT 1 FROM plans_update d
            WHERE d.action_id = s.action_id AND NEW.counts_until < date(d.at))
        OR EXISTS (SELECT 1 FROM plans_evidencelink k JOIN plans_test t ON t.id = k.test_id
            WHERE t.action_id = s.action_id AND NEW.counts_until < date(k.linked_at)))))
    OR (OLD.counts_until IS NOT NULL AND (NEW.counts_until IS NULL
        OR NEW.counts_until < OLD.counts_until))
    OR (NEW.started_on IS NOT NULL
        AND (OLD.started_on IS NULL OR NEW.started_on > OLD.started_on))"""


GUARDS: dict[str, Guard] = {
    "people_postholding_stays": Guard(
        "people_postholding",
        "UPDATE",
        _WORDS,
        f"{changes('post_id', 'person_id')} OR "
        + _freed(
            "s.post_id = OLD.post_id OR s.team_id = "
            "(SELECT q.team_id FROM people_post q WHERE q.id = OLD.post_id)"
        ),
        (*_READS, "people_post"),
    ),
    "people_membership_stays": Guard(
        "people_membership",
        "UPDATE",
        _WORDS,
        f"{changes('team_id', 'person_id')} OR " + _freed("s.team_id = OLD.team_id"),
        _READS,
    ),
    "people_postholding_no_delete": Guard("people_postholding", "DELETE", _WORDS),
    "people_membership_no_delete": Guard("people_membership", "DELETE", _WORDS),
    "people_person_keeps_account": Guard(
        "people_person",
        "UPDATE",
        "A person keeps the account that was tied to them, and their council.",
        f"(OLD.user_id IS NOT NULL AND {changes('user_id')}) OR {changes('authority_id')}",
    ),
    "people_alias_stays": Guard("people_alias", "UPDATE", _ALIAS, changes("person_id", "text")),
    "people_person_no_delete": Guard(
        "people_person", "DELETE", "A person leaves, and is never deleted."
    ),
}
