"""What no return carries: a council fills these from lists of its own, in one plain form."""

from goldenthread.tables.columns import (
    Table,
    child,
    code,
    day,
    flag,
    key,
    number,
    table,
    team,
    whole,
    worker,
)
from goldenthread.tables.protection import NO_PERIOD, NO_PLAN, NOT_SAID, OPEN, PLAN

NOT_COUNTED = "it is not counted; the measure cannot be worked out"

CORE_GROUPS = table(
    "core_groups",
    "one core group of one child on a plan",
    "",
    (
        key("core_group", "this row"),
        child(),
        key("cp_plan", PLAN, "", NO_PLAN),
        day("held_on", "the day on which it was held", "it was not held"),
        team(),
    ),
)

UNALLOCATED = table(
    "unallocated",
    "one child without an allocated worker over a span of days",
    "",
    (
        key("unallocated_row", "this row"),
        child(),
        day("started_on", "from which day", NO_PERIOD),
        day("ended_on", "until which day", "the child is still without one"),
        team(),
    ),
)

PRIVATE_FOSTERING = table(
    "private_fostering",
    "one child in one private fostering arrangement",
    "",
    (
        key("arrangement", "this arrangement"),
        child(),
        day("notified_on", "the day on which the council was told", NO_PERIOD),
        day("started_on", "the first day of the arrangement", "it is not known"),
        day("ended_on", "the last day", OPEN),
        day("visited_on", "the day of the latest visit", "there was none"),
        day("assessed_on", "the day on which the assessment was completed", "it is not yet"),
    ),
)

SUPERVISIONS = table(
    "supervisions",
    "one supervision that one member of staff had, or should have had",
    "",
    (
        key("supervision", "this row"),
        worker("worker", "whose it was"),
        day("due_on", "the last day for it", "the council's own rule gives the day"),
        day("held_on", "the day on which it was held", "it was not held"),
        flag("recorded", "whether a record of it is on file", NOT_SAID),
        team(),
    ),
)

POSTS = table(
    "posts",
    "the posts of one team on one day",
    "",
    (
        key("posts_row", "this row"),
        team(),
        day("as_at", "the day", NO_PERIOD),
        number("posts", "how many full-time posts there are", NOT_COUNTED),
        number("filled", "how many of them are filled by employees", NOT_COUNTED),
        number("agency", "how many of them an agency fills", NOT_COUNTED),
        whole("starters", "how many came in the twelve months before", NOT_COUNTED),
        whole("leavers", "how many left in the twelve months before", NOT_COUNTED),
    ),
)

TRAINING = table(
    "training",
    "one group of staff and one course on one day",
    "",
    (
        key("training_row", "this row"),
        code("group", "which group of staff", "the row says nothing; it is refused"),
        code("course", "which course", "the row says nothing; it is refused"),
        day("as_at", "the day", NO_PERIOD),
        whole("needed", "how many should have it", NOT_COUNTED),
        whole("trained", "how many of them have it", NOT_COUNTED),
    ),
)

AUDITS = table(
    "audits",
    "one audit of one child's record",
    "",
    (
        key("audit", "this audit"),
        child(),
        day("audited_on", "the day", NO_PERIOD),
        code("grade", "what the auditor judged", "it is not judged yet"),
        code("moderated_grade", "what the moderator judged", "it was not moderated"),
        whole("actions", "how many actions came of it", NOT_COUNTED),
        whole("actions_done", "how many of them are done in time", NOT_COUNTED),
        flag("chronology", "whether the record has a chronology that is up to date", NOT_SAID),
        team(),
    ),
)

COMPLAINTS = table(
    "complaints",
    "one complaint, without a word of it",
    "",
    (
        key("complaint", "this complaint"),
        code("stage", "at which stage", "it is not recorded"),
        day("received_on", "the day on which it came", NO_PERIOD),
        day("answered_on", "the day of the answer", OPEN),
        code("outcome", "upheld, partly or not", OPEN),
        team(),
    ),
)

DISPUTES = table(
    "disputes",
    "one dispute that a reviewing officer or chair raised",
    "",
    (
        key("dispute", "this dispute"),
        child(),
        day("raised_on", "the day", NO_PERIOD),
        day("settled_on", "the day on which it was settled", OPEN),
        code("stage", "how far it went", "it is not recorded"),
    ),
)

ATTENDANCE = table(
    "attendance",
    "one agency at one conference or core group",
    "",
    (
        key("attendance_row", "this row"),
        key("meeting", "the meeting"),
        code("agency", "which agency", "the row says nothing; it is refused"),
        flag("invited", "whether it was invited", NOT_SAID),
        flag("came", "whether it came", NOT_SAID),
        flag("reported", "whether it sent a report", NOT_SAID),
    ),
)

SURVEYS = table(
    "surveys",
    "one question of one wave of a survey",
    "",
    (
        key("survey_row", "this row"),
        code("survey", "which survey", "the row says nothing; it is refused"),
        day("wave_on", "the day on which the wave closed", NO_PERIOD),
        code("question", "which question", "the row says nothing; it is refused"),
        whole("asked", "how many were asked", "the rate of answers cannot be worked out"),
        whole("answered", "how many answered", NOT_COUNTED),
        whole("favourable", "how many of them answered as hoped", NOT_COUNTED),
    ),
)

CARE_PROCEEDINGS = table(
    "care_proceedings",
    "one child in one application to the court under section 31",
    "",
    (
        key("proceedings_row", "this row"),
        child(),
        key(
            "application",
            "the application, the same for its children",
            "",
            "children of one application cannot be told: each stands for one",
        ),
        key("family", "the family, the same for its children", "", "it is not known"),
        day(
            "issued_on",
            "the day on which the application was issued: day 1 of its 26 weeks",
            "it is in no period, and never in time: it cannot be worked out",
        ),
        day("concluded_on", "the day on which the court concluded it for the child", OPEN),
        flag("extended", "whether the court extended the time (section 32(5))", NOT_SAID),
        day(
            "meeting_offered_on",
            "the day on which a family group decision-making meeting was offered",
            "it was not offered",
        ),
        flag(
            "meeting_against_interests",
            "whether it is on record that an offer would not be in the child's best interests",
            "it is not on record",
        ),
        team(),
    ),
)

STRATEGY_MEETINGS = table(
    "strategy_meetings",
    "one strategy meeting about one child",
    "",
    (
        key("strategy_meeting", "this row"),
        child(),
        day("held_on", "the day on which it was held", NO_PERIOD),
        day("minutes_sent_on", "the day on which the minutes went out", "they have not gone out"),
        team(),
    ),
)

TABLES: tuple[Table, ...] = (
    STRATEGY_MEETINGS,
    CARE_PROCEEDINGS,
    CORE_GROUPS,
    UNALLOCATED,
    PRIVATE_FOSTERING,
    SUPERVISIONS,
    POSTS,
    TRAINING,
    AUDITS,
    COMPLAINTS,
    DISPUTES,
    ATTENDANCE,
    SURVEYS,
)
