"""The last line of the gate: what the database refuses to whoever writes past the verbs.

Each guard is a condition in SQL under which a change is refused. `NEW` and `OLD` are the row
after and before it. SQLite and PostgreSQL read the same text, except for `{DIFFERS}`.
"""

# ruff: noqa: S608 - the statements are put together from the texts of this module alone

from dataclasses import dataclass

_LINK = "(SELECT * FROM plans_evidencelink WHERE id = NEW.link_id)"


# As `checker_facts.same_people`, of equal names.
def same_people(who: str) -> str:
    """The ids of whoever may be the same person as those of whom `who` holds, called `w`."""
    return f"""(SELECT s.id FROM people_person s JOIN people_person w ON {who}
    WHERE s.authority_id = w.authority_id AND (s.id = w.id
        OR lower(trim(s.name)) = lower(trim(w.name))
        OR EXISTS (SELECT 1 FROM people_alias x WHERE x.person_id = w.id
            AND lower(trim(x.text)) = lower(trim(s.name)))
        OR EXISTS (SELECT 1 FROM people_alias x WHERE x.person_id = s.id
            AND lower(trim(x.text)) = lower(trim(w.name)))))"""


def accounts(same: str, by: str) -> str:
    """The accounts of these people, and the one that writes."""
    return f"""(SELECT c.user_id FROM people_person c WHERE c.user_id IS NOT NULL AND c.id IN {same}
    UNION SELECT {by})"""


SAME = same_people("w.id = NEW.person_id")
USERS = accounts(SAME, "NEW.by_id")
TEST = f"(SELECT k.test_id FROM {_LINK} k)"
# As `checker_facts.actions_of`.
ACTIONS = f"""(SELECT a.id FROM plans_action a WHERE COALESCE(a.same_as_id, a.id) IN (
    SELECT COALESCE(o.same_as_id, o.id) FROM plans_action o JOIN plans_test t ON t.id = {TEST}
    WHERE o.id = t.action_id OR (t.action_id IS NULL AND EXISTS (
        SELECT 1 FROM plans_actionitem ai WHERE ai.item_id = t.item_id AND ai.action_id = o.id))))"""


def _overlaps(had: str) -> str:
    """The time of a post or team shares a day with the standing `s`; an empty day is no bound."""
    return (
        f"({had}.started_on IS NULL OR s.ended_on IS NULL OR {had}.started_on <= s.ended_on) AND "
        f"(s.started_on IS NULL OR {had}.counts_until IS NULL OR s.started_on <= {had}.counts_until)"
    )


def stood_in(*, same: str, users: str, actions: str) -> str:
    """That one of these people or accounts ever stood in one of these actions."""
    held = f"""SELECT 1 FROM people_postholding h JOIN people_post q ON q.id = h.post_id
    WHERE h.person_id IN {same} AND {_overlaps("h")}"""
    member = f"""SELECT 1 FROM people_membership m JOIN people_team g ON g.id = m.team_id
    WHERE m.person_id IN {same} AND {_overlaps("m")}"""
    return f"""EXISTS (SELECT 1 FROM plans_standing s WHERE s.action_id IN {actions} AND (
    s.person_id IN {same}
    OR EXISTS ({held} AND (h.post_id = s.post_id OR q.team_id = s.team_id))
    OR EXISTS ({member} AND m.team_id = s.team_id)
    OR EXISTS (SELECT 1 FROM people_person x WHERE x.id IN {same} AND x.partner_id = s.partner_id)
    OR EXISTS (SELECT 1 FROM people_postholding h JOIN people_post q ON q.id = h.post_id
        WHERE h.person_id IN {same} AND q.partner_id = s.partner_id)
    OR EXISTS (SELECT 1 FROM people_roleholding r
        WHERE r.user_id IN {users} AND r.partner_id = s.partner_id)
    OR (s.printed <> '' AND (
        EXISTS (SELECT 1 FROM people_person x WHERE x.id IN {same}
            AND lower(s.printed) LIKE '%' || lower(trim(x.name)) || '%')
        OR EXISTS (SELECT 1 FROM people_alias x WHERE x.person_id IN {same}
            AND lower(s.printed) LIKE '%' || lower(trim(x.text)) || '%')
        OR EXISTS ({held} AND (lower(trim(s.printed)) = lower(q.title)
            OR lower(CAST(q.synonyms AS TEXT)) LIKE '%"' || lower(trim(s.printed)) || '"%'))
        OR EXISTS ({member} AND (lower(trim(s.printed)) IN (lower(g.name), lower(g.code))
            OR lower(CAST(g.synonyms AS TEXT)) LIKE '%"' || lower(trim(s.printed)) || '"%'))))))"""


STOOD = stood_in(same=SAME, users=USERS, actions=ACTIONS)

COUNTS = f"""EXISTS (SELECT 1 FROM {_LINK} k
    JOIN plans_test t ON t.id = k.test_id JOIN plans_evidenceversion v ON v.id = k.version_id
    WHERE k.withdrawn_at IS NULL AND t.dropped_in_id IS NULL AND t.edition = NEW.edition
    AND k.linked_at <= NEW.at
    AND (t.changed_at IS NULL OR t.changed_at <= NEW.at)
    AND (v.expires_on IS NULL OR v.expires_on >= NEW.day)
    AND NOT EXISTS (SELECT 1 FROM plans_evidenceversion n
        WHERE n.evidence_id = v.evidence_id AND n.number > v.number))"""
SEEN_ALL = f"""NEW.last_link_id =
    (SELECT MAX(z.id) FROM plans_evidencelink z WHERE z.test_id = {TEST})"""
GIVEN = f"""EXISTS (SELECT 1 FROM {_LINK} k
    JOIN plans_evidenceversion v ON v.id = k.version_id JOIN plans_evidence e ON e.id = v.evidence_id
    JOIN plans_plan p ON p.id = e.plan_id
    JOIN people_person w ON w.id = NEW.person_id AND w.user_id = NEW.by_id
        AND w.authority_id = p.authority_id
    JOIN people_user u ON u.id = NEW.by_id AND u.system_code IS NULL
    JOIN plans_checker c ON c.plan_id = p.id AND c.user_id = NEW.by_id
        AND c.started_on <= NEW.day AND (c.ended_on IS NULL OR c.ended_on >= NEW.day)
    JOIN people_roleholding r ON r.user_id = NEW.by_id AND r.authority_id = p.authority_id
        AND r.role = 'checker' AND r.started_on <= NEW.day
        AND (r.ended_on IS NULL OR r.ended_on >= NEW.day))"""
FILED = f"""EXISTS (SELECT 1 FROM {_LINK} k
    JOIN plans_evidenceversion v ON v.id = k.version_id
    JOIN plans_evidenceversion f ON f.evidence_id = v.evidence_id
    WHERE f.filed_by_id IN {USERS} OR f.filed_for_id IN {SAME} OR EXISTS (
        SELECT 1 FROM plans_evidencelink n WHERE n.version_id = f.id AND n.linked_by_id IN {USERS}))"""
TOLD = f"""EXISTS (SELECT 1 FROM plans_update d JOIN plans_test t ON t.id = {TEST}
    WHERE (d.action_id IN {ACTIONS} OR d.item_id = t.item_id)
    AND (t.changed_at IS NULL OR d.at >= t.changed_at)
    AND (d.by_id IN {USERS} OR d.for_whom_id IN {SAME}))"""
UPHELD = f"""EXISTS (SELECT 1 FROM {_LINK} k
    JOIN plans_evidencelink o ON o.test_id = k.test_id
    WHERE k.direction = 'supports' AND o.direction = 'contradicts' AND o.withdrawn_at IS NULL
    AND (SELECT j.outcome FROM plans_check j WHERE j.link_id = o.id ORDER BY j.id DESC LIMIT 1)
        = 'accepted')"""

WORDS_OF_TEST = ("text", "kind", "quantity", "unit", "aim", "edition", "changed_at")
HAS_EVIDENCE = "EXISTS (SELECT 1 FROM plans_evidencelink k WHERE k.test_id = OLD.id)"
BESIDE = """EXISTS (SELECT 1 FROM plans_evidencelink k JOIN plans_test t ON t.id = k.test_id
    WHERE t.action_id = OLD.action_id OR t.item_id = OLD.item_id)"""
REOPENED = """EXISTS (SELECT 1 FROM plans_reopening r WHERE r.test_id = OLD.id
    AND r.approved_at IS NOT NULL AND r.edition = OLD.edition AND NEW.edition = OLD.edition + 1
    AND NEW.changed_at = r.approved_at AND NEW.text = r.text AND NEW.kind = r.kind
    AND NEW.unit = r.unit AND NOT NEW.quantity {DIFFERS} r.quantity AND NOT NEW.aim {DIFFERS} r.aim
    AND (r.drops OR NEW.dropped_in_id IS NULL))"""


def changes(*columns: str) -> str:
    return "(" + " OR ".join(f"NEW.{name} {{DIFFERS}} OLD.{name}" for name in columns) + ")"


# A standing ends on the day on which somebody says so: not before what is known of its action.
_BACKDATED = f"""({changes("ended_on")} AND EXISTS (
    SELECT 1 FROM plans_action a JOIN plans_plan p ON p.id = a.plan_id WHERE a.id = OLD.action_id
    AND (NEW.ended_on < date(p.recorded_at)
        OR EXISTS (SELECT 1 FROM plans_update d
            WHERE d.action_id = a.id AND NEW.ended_on < date(d.at))
        OR EXISTS (SELECT 1 FROM plans_evidencelink k JOIN plans_test t ON t.id = k.test_id
            WHERE NEW.ended_on < date(k.linked_at) AND (t.action_id = a.id OR EXISTS (
                SELECT 1 FROM plans_actionitem ai
                WHERE ai.action_id = a.id AND ai.item_id = t.item_id))))))"""


@dataclass(frozen=True)
class Guard:
    """A change that is refused where the condition holds; "" refuses it always.

    `reads` are the other tables that the condition asks.
    """

    table: str
    event: str
    words: str
    condition: str = ""
    reads: tuple[str, ...] = ()


_CHECK_READS = (
    "people_alias",
    "people_membership",
    "people_person",
    "people_post",
    "people_postholding",
    "people_roleholding",
    "people_team",
    "people_user",
    "plans_action",
    "plans_actionitem",
    "plans_checker",
    "plans_evidence",
    "plans_evidencelink",
    "plans_evidenceversion",
    "plans_plan",
    "plans_standing",
    "plans_test",
    "plans_update",
)


def _check(words: str, refused: str) -> Guard:
    condition = f"NEW.outcome = 'accepted' AND {refused}"
    return Guard("plans_check", "INSERT", words, condition, _CHECK_READS)


_OF_STANDING = (
    "plans_action",
    "plans_actionitem",
    "plans_evidencelink",
    "plans_plan",
    "plans_test",
    "plans_update",
)
_OF_TESTS = ("plans_evidencelink", "plans_reopening", "plans_version")

GUARDS: dict[str, Guard] = {
    "plans_check_counts": _check("The evidence does not count now.", f"NOT {COUNTS}"),
    "plans_check_saw_all": _check("There is other evidence since.", f"NOT {SEEN_ALL}"),
    "plans_check_by_checker": _check("The plan was not given to them to check.", f"NOT {GIVEN}"),
    "plans_check_not_own": _check("Whoever filed evidence does not check it.", FILED),
    "plans_check_not_stood": _check("Whoever stood in an action does not check it.", STOOD),
    "plans_check_not_told": _check("Whoever wrote an update does not check it.", TOLD),
    "plans_check_not_upheld": _check("A contradiction was found right.", UPHELD),
    "plans_check_no_update": Guard("plans_check", "UPDATE", "Checks are only ever added to."),
    "plans_check_no_delete": Guard("plans_check", "DELETE", "Checks are only ever added to."),
    "plans_version_no_update": Guard(
        "plans_evidenceversion", "UPDATE", "Evidence is never changed: file a new version."
    ),
    "plans_version_no_delete": Guard(
        "plans_evidenceversion", "DELETE", "Evidence is never deleted: withdraw it."
    ),
    "plans_cites_no_update": Guard(
        "plans_evidenceversion_cites", "UPDATE", "Evidence is never changed: file a new version."
    ),
    "plans_cites_no_delete": Guard(
        "plans_evidenceversion_cites", "DELETE", "Evidence is never changed: file a new version."
    ),
    "plans_evidence_no_update": Guard(
        "plans_evidence",
        "UPDATE",
        "Only the marking of evidence changes.",
        changes("plan_id", "public_id", "kind", "title", "outside", "partner_id"),
    ),
    "plans_evidence_no_delete": Guard(
        "plans_evidence", "DELETE", "Evidence is never deleted: withdraw it."
    ),
    "plans_link_within_plan": Guard(
        "plans_evidencelink",
        "INSERT",
        "Evidence is of the same plan as its test, and not withdrawn.",
        """NEW.withdrawn_at IS NOT NULL OR NOT EXISTS (SELECT 1 FROM plans_evidenceversion v
            JOIN plans_evidence e ON e.id = v.evidence_id JOIN plans_test t ON t.id = NEW.test_id
            LEFT JOIN plans_action a ON a.id = t.action_id LEFT JOIN plans_item i ON i.id = t.item_id
            WHERE v.id = NEW.version_id AND e.plan_id IN (a.plan_id, i.plan_id))""",
        ("plans_action", "plans_evidence", "plans_evidenceversion", "plans_item", "plans_test"),
    ),
    "plans_link_only_withdrawn": Guard(
        "plans_evidencelink",
        "UPDATE",
        "A link of evidence is only withdrawn, once.",
        "OLD.withdrawn_at IS NOT NULL OR "
        + changes(
            "version_id", "test_id", "direction", "shows", "quantity", "linked_by_id", "linked_at"
        ),
    ),
    "plans_link_no_delete": Guard(
        "plans_evidencelink", "DELETE", "A link of evidence is withdrawn, never deleted."
    ),
    "plans_test_stays_where_it_is": Guard(
        "plans_test", "UPDATE", "A test stays with its action.", changes("action_id", "item_id")
    ),
    "plans_test_with_evidence": Guard(
        "plans_test",
        "UPDATE",
        "Evidence is filed: a test changes only by reopening.",
        f"(({changes(*WORDS_OF_TEST)} AND {HAS_EVIDENCE}) OR ({changes('kind')} AND {BESIDE})) "
        f"AND NOT {REOPENED}",
        _OF_TESTS,
    ),
    "plans_test_not_dropped": Guard(
        "plans_test",
        "UPDATE",
        "Evidence is filed: a test is taken away only by reopening.",
        f"NEW.dropped_in_id IS NOT NULL AND OLD.dropped_in_id IS NULL AND {BESIDE} "
        f"AND NOT ({REOPENED} AND EXISTS (SELECT 1 FROM plans_reopening r "
        "WHERE r.test_id = OLD.id AND r.approved_at = NEW.changed_at AND r.drops)) "
        f"AND NOT (NOT {HAS_EVIDENCE} AND NEW.dropped_in_id = OLD.version_id AND EXISTS ("
        "SELECT 1 FROM plans_version n WHERE n.id = OLD.version_id AND n.state = 'withdrawn'))",
        _OF_TESTS,
    ),
    "plans_test_not_taken_up_again": Guard(
        "plans_test",
        "UPDATE",
        "A test with evidence that was taken away is named anew.",
        f"NEW.dropped_in_id IS NULL AND OLD.dropped_in_id IS NOT NULL AND {HAS_EVIDENCE} "
        "AND NOT EXISTS (SELECT 1 FROM plans_version n WHERE n.id = OLD.dropped_in_id "
        "AND n.state = 'withdrawn')",
        _OF_TESTS,
    ),
    "plans_test_no_delete": Guard("plans_test", "DELETE", "A test is dropped, never deleted."),
    "plans_standing_only_ended": Guard(
        "plans_standing",
        "UPDATE",
        "Who stands in an action is named once and ended once.",
        changes("action_id", "rank", "printed", "started_on")
        + " OR (OLD.ended_on IS NOT NULL AND NEW.ended_on {DIFFERS} OLD.ended_on)"
        + f" OR {_BACKDATED}"
        + f" OR ({changes('person_id', 'post_id', 'team_id', 'partner_id')} AND NOT ("
        "OLD.person_id IS NULL AND OLD.post_id IS NULL AND OLD.team_id IS NULL "
        "AND OLD.partner_id IS NULL))",
        _OF_STANDING,
    ),
    "plans_standing_no_delete": Guard(
        "plans_standing", "DELETE", "Who stood in an action is ended, never deleted."
    ),
    "plans_reopening_asked_first": Guard(
        "plans_reopening",
        "INSERT",
        "A reopening is asked for before it is approved.",
        "NEW.approved_at IS NOT NULL OR NEW.refused_at IS NOT NULL",
    ),
    "plans_reopening_answered_once": Guard(
        "plans_reopening",
        "UPDATE",
        "A reopening is answered once, as it was asked for.",
        "OLD.approved_at IS NOT NULL OR OLD.refused_at IS NOT NULL OR "
        + changes(
            "test_id", "plan_id", "text", "kind", "quantity", "unit", "aim", "drops", "edition",
            "why", "asked_by_id", "asked_at",
        ),
    ),
    "plans_reopening_no_delete": Guard(
        "plans_reopening", "DELETE", "A reopening is answered, never deleted."
    ),
    "plans_period_only_taken_back": Guard(
        "plans_practiceperiod",
        "UPDATE",
        "A period of practice is only taken back, once.",
        "OLD.withdrawn_at IS NOT NULL OR "
        + changes(
            "action_id", "first_day", "ends_before", "in_standard", "standard", "count", "out_of",
            "by_id", "at",
        ),
    ),
    "plans_period_no_delete": Guard(
        "plans_practiceperiod", "DELETE", "A period of practice is taken back, never deleted."
    ),
    "plans_judged_only_ended": Guard(
        "plans_judgedstatus",
        "UPDATE",
        "A status that a manager set is only ended, once.",
        "OLD.ended_at IS NOT NULL OR "
        + changes("action_id", "colour", "raised_from", "reason", "by_id", "at"),
    ),
    "plans_judged_no_delete": Guard(
        "plans_judgedstatus", "DELETE", "A status that a manager set is ended, never deleted."
    ),
    "plans_request_no_delete": Guard(
        "plans_checkrequest", "DELETE", "That somebody waits for a check is never deleted."
    ),
}  # fmt: skip
