"""Health of children in care, and convictions, as the yearly return asks for them."""

from goldenthread.tables.columns import Table, child, code, day, flag, key, number, table
from goldenthread.tables.protection import NO_PERIOD, NOT_SAID

HEALTH_CHECKS = table(
    "health_checks",
    "one health check of one child in care",
    "ssd_cla_health",
    (
        key("health_check", "this check", "clah_health_check_id"),
        child("clah_person_id"),
        code(
            "check_type",
            "initial or review assessment, dental check and so on",
            "the row says nothing; it is refused",
            "clah_health_check_type",
        ),
        day("checked_on", "the day", NO_PERIOD, "clah_health_check_date"),
        code(
            "check_status",
            "done, refused or not done",
            "it is not recorded; a check without it is not counted as done",
            "clah_health_check_status",
        ),
    ),
)

IMMUNISATIONS = table(
    "immunisations",
    "what is known of one child's immunisations",
    "ssd_cla_immunisations",
    (
        child("clai_person_id"),
        flag("up_to_date", "whether they are up to date", NOT_SAID, "clai_immunisations_status"),
        day(
            "as_at",
            "the day of which that is said",
            "it is not known of which day",
            "clai_immunisations_status_date",
        ),
    ),
)

SUBSTANCES = table(
    "substance_misuse",
    "one finding that one child misuses substances",
    "ssd_cla_substance_misuse",
    (
        key("finding", "this row", "clas_substance_misuse_id"),
        child("clas_person_id"),
        day("found_on", "the day", NO_PERIOD, "clas_substance_misuse_date"),
        code("substance", "which, as a kind", "it is not recorded", "clas_substance_misused"),
        flag("helped", "whether the child had help for it", NOT_SAID, "clas_intervention_received"),
    ),
)

QUESTIONNAIRES = table(
    "questionnaires",
    "one strengths and difficulties questionnaire about one child",
    "ssd_sdq_scores",
    (
        key("questionnaire", "this row", "csdq_table_id"),
        child("csdq_person_id"),
        day("completed_on", "the day", NO_PERIOD, "csdq_sdq_completed_date"),
        number(
            "score",
            "the score, 0 to 40: from 17 on a cause for concern",
            "there is none; the reason says why",
            "csdq_sdq_score",
        ),
        code(
            "no_score_reason",
            "why there is no score, SDQ2 to SDQ5",
            "there is a score, or nobody has said",
            "csdq_sdq_reason",
        ),
    ),
)

CONVICTIONS = table(
    "convictions",
    "one conviction, final warning or reprimand of one child in care",
    "ssd_cla_convictions",
    (
        key("conviction", "this row", "clac_cla_conviction_id"),
        child("clac_person_id"),
        day("convicted_on", "the day", NO_PERIOD, "clac_cla_conviction_date"),
    ),
)

TABLES: tuple[Table, ...] = (
    HEALTH_CHECKS,
    IMMUNISATIONS,
    SUBSTANCES,
    QUESTIONNAIRES,
    CONVICTIONS,
)
