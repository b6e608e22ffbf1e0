"""Who the children are: each once, with what the other tables need and no more."""

from goldenthread.tables.columns import Kind, Table, child, code, column, day, flag, key, table

NOT_KNOWN = "it is not known"

CHILDREN = table(
    "children",
    "one child that any other table names",
    "ssd_person",
    (
        child("pers_person_id"),
        column(
            Kind.DAY,
            "birth_day",
            "the day of birth; only in the restricted load, since ages and birthdays need it",
            "it is not known, or the child is not born",
            "pers_dob",
            leaves=False,
        ),
        column(
            Kind.MONTH,
            "birth_month",
            "the month of birth, for every other load",
            "it is not known, or the child is not born",
        ),
        column(
            Kind.MONTH,
            "expected_month",
            "the month in which an unborn child is expected",
            "the child is born, or the month is not known",
            "pers_expected_dob",
        ),
        flag("unborn", "whether the child was not born on the day of the load", "it is not said"),
        code("sex", "sex as the return of the year records it", NOT_KNOWN, "pers_sex"),
        code(
            "gender", "gender, where it is recorded beside sex", "it is not recorded", "pers_gender"
        ),
        code("ethnicity", "ethnicity by the census codes", NOT_KNOWN, "pers_ethnicity"),
        day(
            "death_day",
            "the day of death",
            "the child is alive, or it is not known",
            "pers_death_date",
        ),
        flag("is_mother", "whether the child is a mother", "it is not said", "pers_is_mother"),
        flag(
            "has_send",
            "whether special educational needs are recorded",
            "it is not said",
            "pers_send_flag",
        ),
        code(
            "upn_unknown",
            "why there is no unique pupil number",
            "there is one, or nobody has said",
            "pers_upn_unknown",
        ),
        code("nationality", "nationality", NOT_KNOWN, "pers_nationality"),
    ),
)

DISABILITIES = table(
    "disabilities",
    "one disability of one child",
    "ssd_disability",
    (
        key("disability", "this row", "disa_table_id"),
        child("disa_person_id"),
        code(
            "disability_code",
            "which disability, or that there is none",
            "the row says nothing; it is refused",
            "disa_disability_code",
        ),
    ),
)

IMMIGRATION_STATUSES = table(
    "immigration_statuses",
    "one immigration status of one child over a span of days",
    "ssd_immigration_status",
    (
        key("immigration_status", "this row", "immi_immigration_status_id"),
        child("immi_person_id"),
        code(
            "status",
            "the status, such as unaccompanied and seeking asylum",
            "the row says nothing; it is refused",
            "immi_immigration_status",
        ),
        day(
            "started_on",
            "from which day",
            "the first day is not known",
            "immi_immigration_status_start_date",
        ),
        day("ended_on", "until which day", "it holds still", "immi_immigration_status_end_date"),
    ),
)

FAMILIES = table(
    "families",
    "one child in one family group",
    "ssd_family",
    (
        key("family_row", "this row", "fami_table_id"),
        key("family", "the family group, the same for its children", "fami_family_id"),
        child("fami_person_id"),
    ),
)

MOTHERS = table(
    "mothers",
    "one child of a mother who is a child herself",
    "ssd_mother",
    (
        key("mother_row", "this row", "moth_table_id"),
        child("moth_person_id"),
        column(
            Kind.CHILD,
            "own_child",
            "the mother's own child, by the same hash",
            "the row says nothing; it is refused",
            "moth_childs_person_id",
        ),
        column(
            Kind.MONTH,
            "own_child_born",
            "the month in which that child was born",
            "it is not known",
            "moth_childs_dob",
        ),
    ),
)

VOICES = table(
    "voices",
    "what one child said when asked about the help",
    "ssd_voice_of_child",
    (
        key("voice", "this row", "voch_table_id"),
        child("voch_person_id"),
        flag(
            "worries_explained",
            "whether the worries were explained to the child",
            "the child was not asked, or did not answer",
            "voch_explained_worries",
        ),
        flag(
            "story_understood",
            "whether life-story work helped the child to understand",
            "the child was not asked, or did not answer",
            "voch_story_help_understand",
        ),
        flag(
            "agrees_with_worker",
            "whether the child agrees with the worker",
            "the child was not asked, or did not answer",
            "voch_agree_worker",
        ),
        flag(
            "plan_is_safe",
            "whether the child feels that the plan keeps them safe",
            "the child was not asked, or did not answer",
            "voch_plan_safe",
        ),
        flag(
            "tablet_helps",
            "whether a tablet helped the child to explain",
            "the child was not asked, or did not answer",
            "voch_tablet_help_explain",
        ),
    ),
)

TABLES: tuple[Table, ...] = (
    CHILDREN,
    DISABILITIES,
    IMMIGRATION_STATUSES,
    FAMILIES,
    MOTHERS,
    VOICES,
)
