"""What the rows of each list become in the tables of the data model."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from goldenthread.formats.annex_a.values import UNBORN
from goldenthread.formats.reading import Keys, Reading, Rows

Row = Mapping[str, Any]
OF_TEAM = ("team", "worker")
COLUMNS: dict[str, tuple[str, ...]] = {
    "contacts": ("contact", "child", "contact_date", "source"),
    "early_help": ("episode", "child", "started_on", "ended_on", "organisation"),
    "referrals": (
        *("referral", "child", "referral_date", "source", "no_further_action"),
        *("referrals_in_12_months", *OF_TEAM),
    ),
    "assessments": (
        *("assessment", "child", "started_on", "child_seen", "authorised_on", "in_need"),
        *OF_TEAM,
    ),
    "s47_enquiries": (
        *("enquiry", "child", "started_on", "conference_not_needed", "enquiries_in_12_months"),
        *OF_TEAM,
    ),
    "conferences": ("conference", "child", "enquiry", "held_on", "led_to_plan", *OF_TEAM),
    "cin_plans": ("cin_plan", "child", "started_on", "ended_on", *OF_TEAM),
    "cin_visits": ("visit", "child", "visited_on"),
    "cp_plans": (
        *("cp_plan", "child", "started_on", "ended_on", "first_category", "latest_category"),
        *("previous_plans", "emergency_order", *OF_TEAM),
    ),
    "cp_visits": ("visit", "child", "cp_plan", "visited_on", "seen_alone"),
    "cp_reviews": ("review", "child", "cp_plan", "held_on"),
    "care_episodes": (
        *("episode", "child", "care", "placement", "started_on", "primary_need", "legal_status"),
        *("ended_on", "end_reason", "entered_care_on", "reviewing_officer_on", *OF_TEAM),
    ),
    "placements": (
        *("placement", "child", "care", "started_on", "ended_on", "placement_type", "provider"),
        *("home_number", "inside_authority", "placements_in_12_months"),
    ),
    "legal_statuses": ("legal_status_row", "child", "legal_status", "started_on", "ended_on"),
    "care_reviews": ("review", "child", "care", "held_on"),
    "care_visits": ("visit", "child", "care", "visited_on"),
    "care_plans": ("care_plan", "child", "permanence"),
    "health_checks": ("health_check", "child", "check_type", "checked_on"),
    "care_leavers": (
        *("care_leaver", "child", "eligibility", "in_touch", "latest_contact_on"),
        *("accommodation", "suitable", "activity", "pathway_plan_on", "adviser", *OF_TEAM),
    ),
    "permanence": (
        *("permanence_row", "child", "entered_care_on", "decided_on", "placement_order_on"),
        *("matched_on", "placed_on", "with_foster_carer_since", "reversed_on"),
        *("reversed_reason", "order_on"),
    ),
    "adopters": (
        *("adopter", "household", "sex", "ethnicity", "disabled", "fosters_for_adoption"),
        *("asked_on", "first_stage_on", "first_stage_ended_on", "second_stage_on"),
        *("second_stage_ended_on", "applied_on", "approved_on", "matched_on", "placed_on"),
        *("children_placed", "order_on", "left_on", "left_reason"),
    ),
    "children": (
        "child",
        "birth_day",
        "birth_month",
        "expected_month",
        "unborn",
        "sex",
        "ethnicity",
    ),
    "disabilities": ("disability", "child", "disability_code"),
    "immigration_statuses": ("immigration_status", "child", "status"),
}
# Of these the lists tell only what stood last.
LATEST_ONLY = frozenset(
    {
        *("cin_visits", "cp_visits", "cp_reviews", "care_episodes", "placements"),
        *("legal_statuses", "care_reviews", "care_visits", "care_plans", "health_checks"),
        *("care_leavers", "immigration_statuses"),
    }
)
# What a column of a table is called in the lists, where it is called otherwise.
IN_LIST = {
    "cp_reviews": {"held_on": "reviewed_on"},
    "care_reviews": {"held_on": "reviewed_on"},
    "placements": {"started_on": "placed_on"},
    "legal_statuses": {"started_on": "legal_from"},
    "adopters": {"household": "family"},
}


class Taking:
    """The tables of one workbook on their way in."""

    def __init__(self, keys: Keys, reading: Reading) -> None:
        self.keys = keys
        self.reading = reading
        self._seen: dict[tuple[object, ...], int] = {}
        self._children: dict[str, dict[str, Any]] = {}
        self._bad: dict[str, set[str]] = {}

    def open(self, number: int, missing: set[str]) -> None:
        """Make the tables of a list; a column whose heading is missing is not carried."""
        for table in OF_LIST[number]:
            named = IN_LIST.get(table, {})
            columns = tuple(
                column for column in COLUMNS[table] if named.get(column, column) not in missing
            )
            self.reading.tables.setdefault(table, Rows(table, columns))

    def key(self, kind: str, child: str, *told: object) -> str:
        """What names a row: its kind, child and day, and its place among those alike."""
        alike = (kind, child, *told)
        place = self._seen.get(alike, 0)
        self._seen[alike] = place + 1
        return self.keys.row(child, kind, *told, place)

    def put(self, table: str, row: Row, bad: set[str], **made: Any) -> None:
        """Add a row of a table from the values of a list's row, and those that were made of it."""
        rows = self.reading.tables[table]
        named = IN_LIST.get(table, {})
        found = {**row, **made}
        values = tuple(
            found[column] if column in made else found.get(named.get(column, column))
            for column in rows.columns
        )
        unreadable = [column for column in rows.columns if named.get(column, column) in bad]
        rows.add(values, [column for column in unreadable if column not in made])

    def worker(self, name: str | None) -> str | None:
        """The hash of a member of staff; nobody where none is named."""
        return self.keys.worker(name) if name else None

    def person(self, child: str, row: Row, bad: set[str]) -> None:
        """Keep what a row tells of the child itself; the first list that tells something counts."""
        known = self._children.setdefault(child, {})
        for name in ("birth_day", "sex", "ethnicity", "age", "disabled", "uasc"):
            if known.get(name) is None and row.get(name) is not None:
                known[name] = row[name]
        self._bad.setdefault(child, set()).update(bad & {"birth_day", "sex", "ethnicity"})

    def finish(self) -> None:
        """Make the tables of the children themselves."""
        for table in ("children", "disabilities", "immigration_statuses"):
            self.reading.tables[table] = Rows(table, COLUMNS[table])
        for child, known in self._children.items():
            unborn = known.get("age") == UNBORN
            born: date | None = known.get("birth_day")
            month = born and born.replace(day=1)
            self.reading.tables["children"].add(
                (
                    child,
                    None if unborn else born,
                    None if unborn else month,
                    month if unborn else None,
                    unborn,
                    known.get("sex"),
                    known.get("ethnicity"),
                ),
                sorted(self._bad[child] - known.keys()),
            )
            self._more(child, known)

    def _more(self, child: str, known: Mapping[str, Any]) -> None:
        if known.get("disabled") is not None:
            code = "YES" if known["disabled"] else "NONE"
            key = self.keys.row(child, "disability", code)
            self.reading.tables["disabilities"].add((key, child, code))
        if known.get("uasc"):
            key = self.keys.row(child, "immigration", "UASC")
            self.reading.tables["immigration_statuses"].add((key, child, "UASC"))


def _contact(take: Taking, child: str, row: Row, bad: set[str]) -> None:
    take.put(
        "contacts", row, bad, child=child, contact=take.key("contact", child, row["contact_date"])
    )


def _early_help(take: Taking, child: str, row: Row, bad: set[str]) -> None:
    key = take.key("early help", child, row.get("started_on"))
    take.put("early_help", row, bad, child=child, episode=key)


def _referral(take: Taking, child: str, row: Row, bad: set[str]) -> None:
    key = take.key("referral", child, row.get("referral_date"))
    take.put("referrals", row, bad, child=child, referral=key)


def _assessment(take: Taking, child: str, row: Row, bad: set[str]) -> None:
    key = take.key("assessment", child, row.get("started_on"))
    take.put("assessments", row, bad, child=child, assessment=key)


def _enquiry(take: Taking, child: str, row: Row, bad: set[str]) -> None:
    enquiry = take.key("enquiry", child, row.get("started_on"))
    take.put("s47_enquiries", row, bad, child=child, enquiry=enquiry)
    if row.get("held_on") is not None or "held_on" in bad:
        key = take.key("conference", child, row.get("held_on"))
        take.put("conferences", row, bad, child=child, conference=key, enquiry=enquiry)


def _in_need(take: Taking, child: str, row: Row, bad: set[str]) -> None:
    if row.get("status") == "CIN":
        key = take.key("cin plan", child, row.get("started_on"))
        take.put("cin_plans", row, bad, child=child, cin_plan=key)
    if row.get("visited_on") is not None or "visited_on" in bad:
        take.put("cin_visits", row, bad, child=child, visit=take.key("cin visit", child))


def _protection(take: Taking, child: str, row: Row, bad: set[str]) -> None:
    plan = take.key("cp plan", child, row.get("started_on"))
    take.put("cp_plans", row, bad, child=child, cp_plan=plan)
    if row.get("visited_on") is not None or "visited_on" in bad:
        key = take.key("cp visit", child)
        take.put("cp_visits", row, bad, child=child, cp_plan=plan, visit=key)
    if row.get("reviewed_on") is not None or "reviewed_on" in bad:
        key = take.key("cp review", child)
        take.put("cp_reviews", row, bad, child=child, cp_plan=plan, review=key)


def _care(take: Taking, child: str, row: Row, bad: set[str]) -> None:
    care = take.key("care", child, row.get("entered_care_on"))
    placement = take.key("placement", child, row.get("placed_on"))
    days = [row.get("placed_on"), row.get("legal_from"), row.get("entered_care_on")]
    began = max((day for day in days if day is not None), default=None)
    of = {"child": child, "care": care}
    episode = take.key("care episode", child)
    take.put(
        "care_episodes", row, bad, episode=episode, placement=placement, started_on=began, **of
    )
    take.put("placements", row, bad, placement=placement, **of)
    legal = take.key("legal status", child)
    take.put("legal_statuses", row, bad, child=child, legal_status_row=legal)
    if row.get("reviewed_on") is not None or "reviewed_on" in bad:
        take.put("care_reviews", row, bad, review=take.key("care review", child), **of)
    if row.get("visited_on") is not None or "visited_on" in bad:
        take.put("care_visits", row, bad, visit=take.key("care visit", child), **of)
    if row.get("permanence") is not None:
        take.put("care_plans", row, bad, child=child, care_plan=take.key("care plan", child))
    for check, name in (("HEALTH", "health_on"), ("DENTAL", "dental_on")):
        if row.get(name) is not None or name in bad:
            _health(take, child, check, row.get(name), unreadable=name in bad)


def _health(
    take: Taking, child: str, check: str, checked_on: date | None, *, unreadable: bool
) -> None:
    bad = {"checked_on"} if unreadable else set()
    row = {"checked_on": checked_on, "check_type": check}
    take.put("health_checks", row, bad, child=child, health_check=take.key(check, child))


def _leaver(take: Taking, child: str, row: Row, bad: set[str]) -> None:
    key = take.key("care leaver", child)
    adviser = take.worker(row.get("adviser"))
    take.put("care_leavers", row, bad, child=child, care_leaver=key, adviser=adviser)


def _adoption(take: Taking, child: str, row: Row, bad: set[str]) -> None:
    key = take.key("adoption", child, row.get("decided_on"))
    take.put("permanence", row, bad, child=child, permanence_row=key)


def adopter(take: Taking, row: Row, bad: set[str]) -> None:
    """Take an adopter in: a grown-up, whose number is hashed like a worker's."""
    household = row.get("family")
    take.put(
        "adopters",
        row,
        bad,
        adopter=take.keys.row("adopter", row["adopter"]),
        household=household and take.keys.row("household", household),
    )


Take = Callable[[Taking, str, Row, set[str]], None]
TAKE: dict[int, Take] = {
    1: _contact,
    2: _early_help,
    3: _referral,
    4: _assessment,
    5: _enquiry,
    6: _in_need,
    7: _protection,
    8: _care,
    9: _leaver,
    10: _adoption,
}
OF_LIST = {
    1: ("contacts",),
    2: ("early_help",),
    3: ("referrals",),
    4: ("assessments",),
    5: ("s47_enquiries", "conferences"),
    6: ("cin_plans", "cin_visits"),
    7: ("cp_plans", "cp_visits", "cp_reviews"),
    8: (
        *("care_episodes", "placements", "legal_statuses", "care_reviews", "care_visits"),
        *("care_plans", "health_checks"),
    ),
    9: ("care_leavers",),
    10: ("permanence",),
    11: ("adopters",),
}
