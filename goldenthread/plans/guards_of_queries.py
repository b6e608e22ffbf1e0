"""What the database refuses of queries and challenges: other words, another answer, done before it."""

# ruff: noqa: S608 - the statements are put together from the texts of this module alone

from goldenthread.plans.guards import Guard, changes
from goldenthread.plans.querying.catalogue import BEFORE_DONE

_RULES = ", ".join(f"'{code}'" for code in BEFORE_DONE)
_UNANSWERED = f"""NEW.state = 'done' AND EXISTS (SELECT 1 FROM plans_query q
    WHERE q.action_id = NEW.action_id AND q.outcome = '' AND q.rule IN ({_RULES}))"""
_WORDS = "A query on the action is answered before it is done."

GUARDS: dict[str, Guard] = {
    "plans_query_only_put_and_answered": Guard(
        "plans_query",
        "UPDATE",
        "A query keeps what it asks, and its answer.",
        "OLD.outcome <> '' OR " + changes("action_id", "rule", "claim", "facts", "by_id", "at"),
    ),
    "plans_query_no_delete": Guard("plans_query", "DELETE", "A query is answered, never deleted."),
    "plans_challenge_only_passed_on_and_answered": Guard(
        "plans_challenge",
        "UPDATE",
        "A challenge keeps what it asks, and its answer.",
        "OLD.answered_at IS NOT NULL OR " + changes("action_id", "text", "by_id", "at"),
    ),
    "plans_challenge_no_delete": Guard(
        "plans_challenge", "DELETE", "A challenge is answered, never deleted."
    ),
    "plans_delivery_not_done_before_an_answer": Guard(
        "plans_delivery", "INSERT", _WORDS, _UNANSWERED, ("plans_query",)
    ),
    "plans_delivery_not_made_done_before_an_answer": Guard(
        "plans_delivery",
        "UPDATE",
        _WORDS,
        f"OLD.state <> 'done' AND {_UNANSWERED}",
        ("plans_query",),
    ),
}
