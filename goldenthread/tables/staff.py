"""Who works with the children: by a hash and never by name."""

from goldenthread.tables.columns import (
    Kind,
    Table,
    child,
    code,
    column,
    day,
    flag,
    key,
    number,
    table,
    whole,
    worker,
)
from goldenthread.tables.front_door import NO_REFERRAL, REFERRAL
from goldenthread.tables.protection import NO_PERIOD, NOT_SAID

WORKERS = table(
    "workers",
    "one member of staff on the day of the load",
    "ssd_professionals",
    (
        worker("worker", "the member of staff, as a keyed hash", "prof_professional_id"),
        code("job", "the job, as a kind", "it is not recorded", "prof_professional_job_title"),
        code("department", "the department", "it is not recorded", "prof_professional_department"),
        whole(
            "cases",
            "how many cases the member of staff holds",
            "it is worked out from involvements",
            "prof_professional_caseload",
        ),
        number(
            "full_time_share",
            "1.0 for full time",
            "it is not recorded; nothing per post can be worked out",
            "prof_full_time_equivalency",
        ),
        flag(
            "from_agency",
            "whether an agency sent the member of staff",
            NOT_SAID,
            "prof_agency_worker_flag",
        ),
        day("started_on", "the first day here", "it is not known"),
        day("left_on", "the last day here", "still here"),
    ),
)

INVOLVEMENTS = table(
    "involvements",
    "one member of staff who had one child's case over a span of days",
    "ssd_involvements",
    (
        key("involvement", "this row", "invo_involvements_id"),
        child("invo_person_id"),
        key("referral", REFERRAL, "invo_referral_id", NO_REFERRAL),
        worker("worker", "who", "invo_professional_id"),
        code(
            "part",
            "in which part, such as allocated social worker",
            "it is not recorded",
            "invo_professional_role_id",
        ),
        column(
            Kind.TEAM,
            "team",
            "the team of that member of staff",
            "no team is named",
            "invo_professional_team",
        ),
        day("started_on", "from which day", NO_PERIOD, "invo_involvement_start_date"),
        day("ended_on", "until which day", "it goes on", "invo_involvement_end_date"),
        code(
            "change_reason",
            "why somebody else took over",
            "nobody did, or it is not recorded",
            "invo_worker_change_reason",
        ),
    ),
)

TEAMS = table(
    "teams",
    "one team as the case system has it",
    "ssd_department",
    (
        column(
            Kind.TEAM,
            "team",
            "the team as the case system calls it",
            "the row says nothing; it is refused",
            "dept_team_id",
        ),
        column(
            Kind.TEAM,
            "above",
            "the team or service above it",
            "it stands at the top, or it is not recorded",
            "dept_team_parent_id",
        ),
    ),
)

TABLES: tuple[Table, ...] = (WORKERS, INVOLVEMENTS, TEAMS)
