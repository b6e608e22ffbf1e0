"""What the rows of the return become: episodes put in order become placements and periods."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from goldenthread.basics.periods import Period
from goldenthread.formats.reading import Account, Keys, Reading, Rows
from goldenthread.formats.ssda903 import codes

Row = Mapping[str, Any]
CHILD = "child"
YES, NO = "YES", "NO"
COLUMNS: dict[str, tuple[str, ...]] = {
    "children": (
        "child",
        "birth_day",
        "birth_month",
        "sex",
        "ethnicity",
        "upn_unknown",
        "is_mother",
    ),
    "care_episodes": (
        *("episode", "child", "care", "placement", "started_on", "start_reason", "primary_need"),
        *("legal_status", "ended_on", "end_reason", "entered_care_on"),
    ),
    "placements": (
        *("placement", "child", "care", "started_on", "ended_on", "placement_type", "provider"),
        *("home_number", "change_reason", "same_carer"),
    ),
    "care_reviews": ("review", "child", "held_on", "participation"),
    "immigration_statuses": ("immigration_status", "child", "status", "ended_on"),
    "questionnaires": ("questionnaire", "child", "completed_on", "score", "no_score_reason"),
    "immunisations": ("child", "up_to_date", "as_at"),
    "health_checks": ("health_check", "child", "check_type", "check_status"),
    "substance_misuse": ("finding", "child", "helped"),
    "care_leavers": (
        *("care_leaver", "child", "in_touch", "activity", "accommodation", "suitable"),
    ),
    "permanence": (
        *("permanence_row", "child", "decided_on", "matched_on", "placed_on", "adopted_by_carer"),
        *("adopters", "adopters_sex", "adopters_status", "reversed_on", "reversed_reason"),
    ),
    "previous_permanence": ("previous_row", "child", "option", "ordered_in", "ordered_on"),
    "missing_episodes": ("missing_episode", "child", "started_on", "ended_on", "missing_type"),
    "involvements": (
        *("involvement", "child", "worker", "part", "started_on", "ended_on", "change_reason"),
    ),
}
TABLES_OF: dict[str, tuple[str, ...]] = {
    "Header": ("children",),
    "Episodes": ("care_episodes", "placements"),
    "Reviews": ("care_reviews",),
    "UASC": ("immigration_statuses",),
    "OC2": ("questionnaires", "immunisations", "health_checks", "substance_misuse"),
    "OC3": ("care_leavers",),
    "AD1": ("permanence",),
    "PlacedAdoption": ("permanence",),
    "PrevPerm": ("previous_permanence",),
    "Missing": ("missing_episodes",),
    "SWEpisodes": ("involvements",),
    "DoLo": (),
}
# Rows that are one each: the table, what its rows are named by, and what is the same in all.
ONE_EACH: dict[str, tuple[str, str, str, Mapping[str, Any]]] = {
    "Reviews": ("care_reviews", "review", "held_on", {}),
    "UASC": ("immigration_statuses", "immigration_status", "ended_on", {"status": "UASC"}),
    "PrevPerm": ("previous_permanence", "previous_row", "ordered_on", {}),
    "Missing": ("missing_episodes", "missing_episode", "started_on", {}),
    "SWEpisodes": ("involvements", "involvement", "started_on", {"part": "SOCIAL_WORKER"}),
}
LATEST_ONLY = frozenset(
    {"questionnaires", "immunisations", "health_checks", "substance_misuse", "care_leavers"}
)
EVENTS = ("started_on", "ended_on", "held_on")
OF_EPISODE = (
    "started_on",
    "start_reason",
    "primary_need",
    "legal_status",
    "ended_on",
    "end_reason",
)
LAST = date.max


class Taking:
    """The tables of one return on their way in."""

    def __init__(self, keys: Keys, reading: Reading) -> None:
        self.keys = keys
        self.reading = reading
        self._accounts: dict[str, Account] = {}
        self._seen: dict[tuple[object, ...], int] = {}
        self._episodes: dict[str, list[tuple[dict[str, Any], Sequence[str]]]] = {}
        self._orders: dict[str, tuple[dict[str, Any], set[str]]] = {}
        self._leavers: list[tuple[str, Row, Sequence[str]]] = []
        self._outcomes: list[tuple[str, Row, Sequence[str]]] = []
        self._newest: date | None = None

    def open(self, name: str, missing: set[str]) -> None:
        """Make the tables of a file; a column that the file has not is not carried."""
        for table in TABLES_OF[name]:
            columns = tuple(each for each in COLUMNS[table] if each not in missing)
            self.reading.tables.setdefault(table, Rows(table, columns))

    def account(self, name: str) -> Account:
        """The counts of a file."""
        if name not in self._accounts:
            self._accounts[name] = Account(name)
            self.reading.accounts.append(self._accounts[name])
        return self._accounts[name]

    def unknown_part(self, where: str) -> None:
        """Say, once, that an element is of no file of the return."""
        account = self.account("Other elements")
        if not account.rows:
            self.reading.notes.append(f"{where}: This element is of no file of the return.")
        account.refused += 1
        account.lost += 1

    def take(self, name: str, row: dict[str, Any], bad: Sequence[str]) -> bool:
        """Take a row in; whether it names a child at all."""
        number = row.pop(CHILD, None)
        if number is None:
            return False
        child = self.keys.child(number)
        if "worker" in row:
            row["worker"] = self.keys.worker(row["worker"])
        if name in ("Episodes", "Reviews", "Missing"):
            self._see(row)
        if name in ONE_EACH:
            table, key, day, same = ONE_EACH[name]
            made = {**row, **same, key: self._key(name, child, row.get(day))}
            self._put(table, child, made, bad)
        elif name == "Episodes":
            self._episodes.setdefault(child, []).append((row, bad))
        else:
            self._take_other(name, child, row, bad)
        return True

    def _take_other(self, name: str, child: str, row: dict[str, Any], bad: Sequence[str]) -> None:
        if name == "Header":
            born: date | None = row.get("birth_day")
            month = born and born.replace(day=1)
            self._put("children", child, {**row, "birth_month": month}, bad)
        elif name == "OC2":
            self._outcomes.append((child, row, bad))
        elif name == "OC3":
            self._leavers.append((child, row, bad))
        elif name in ("AD1", "PlacedAdoption"):
            order, marks = self._orders.setdefault(child, ({}, set()))
            order.update(row)
            marks.update(bad)

    def finish(self) -> None:
        """Make what only the whole return tells: placements, periods of care, the year."""
        for child, episodes in self._episodes.items():
            self._in_order(child, episodes)
        for child, row, bad in self._outcomes:
            self._outcome(child, row, bad)
        for child, row, bad in self._leavers:
            self._leaver(child, row, bad)
        for child, (order, marks) in self._orders.items():
            key = self._key("order", child)
            placed_on = self._placed_on(child)
            made = {**order, "permanence_row": key, "placed_on": placed_on}
            self._put("permanence", child, made, sorted(marks))
        self.reading.latest_only = set(LATEST_ONLY)
        if self._newest:
            self.reading.complete_from = Period.financial_year_of(self._newest).first_day

    def _see(self, row: Row) -> None:
        days = [row[name] for name in EVENTS if row.get(name) is not None]
        self._newest = max([*days, self._newest] if self._newest else days, default=None)

    def _key(self, kind: str, child: str, *told: object) -> str:
        alike = (kind, child, *told)
        place = self._seen.get(alike, 0)
        self._seen[alike] = place + 1
        return self.keys.row(child, "903", kind, *told, place)

    def _put(self, table: str, child: str, row: Row, bad: Sequence[str] = ()) -> None:
        rows = self.reading.tables[table]
        values = {**row, "child": child}
        rows.add(
            tuple(values.get(column) for column in rows.columns),
            [column for column in rows.columns if column in bad],
        )

    def _in_order(self, child: str, episodes: list[tuple[dict[str, Any], Sequence[str]]]) -> None:
        """The episodes of a child in order of days: which care and placement each belongs to."""
        episodes.sort(key=lambda each: each[0].get("started_on") or LAST)
        care = placement = ""
        entered: date | None = None
        before: Row | None = None
        runs: list[tuple[str, str, list[Row], Sequence[str]]] = []
        for row, bad in episodes:
            started = row.get("started_on")
            if before is None or _ended_care(before) or row.get("start_reason") == "S":
                care, entered = self._key("care", child, started), started
                placement = ""
            if not placement or row.get("start_reason") in codes.NEW_PLACEMENT:
                placement = self._key("placement", child, started)
                runs.append((placement, care, [], bad))
            runs[-1][2].append(row)
            self._episode(child, care, placement, entered, row, bad)
            before = row
        for placement, care, rows, bad in runs:
            self._placement(child, placement, care, rows, bad)

    def _episode(
        self,
        child: str,
        care: str,
        placement: str,
        entered: date | None,
        row: Row,
        bad: Sequence[str],
    ) -> None:
        key = self._key("episode", child, row.get("started_on"))
        told = {name: row.get(name) for name in OF_EPISODE}
        made = {
            **told,
            "episode": key,
            "care": care,
            "placement": placement,
            "entered_care_on": entered,
        }
        self._put("care_episodes", child, made, bad)

    def _placement(
        self, child: str, placement: str, care: str, rows: Sequence[Row], bad: Sequence[str]
    ) -> None:
        first, last = rows[0], rows[-1]
        made = {
            **{name: last.get(name) for name in ("placement_type", "provider", "home_number")},
            "placement": placement,
            "care": care,
            "started_on": first.get("started_on"),
            "ended_on": last.get("ended_on"),
            "change_reason": last.get("change_reason"),
            "same_carer": first.get("start_reason") in codes.CARER_BEFORE,
        }
        self._put("placements", child, made, bad)

    def _placed_on(self, child: str) -> date | None:
        days = [
            row["started_on"]
            for row, _ in self._episodes.get(child, ())
            if row.get("placement_type") in codes.WITH_ADOPTERS and row.get("started_on")
        ]
        return min(days, default=None)

    def _outcome(self, child: str, row: Row, bad: Sequence[str]) -> None:
        """The yearly questions; the return gives no day, so the newest day of its files is taken."""
        if {"score", "no_score_reason"} & (row.keys() | set(bad)):
            key = self._key("questionnaire", child)
            told = {**row, "questionnaire": key, "completed_on": self._newest}
            self._put("questionnaires", child, told, bad)
        told = {"up_to_date": row.get("up_to_date"), "as_at": self._newest}
        self._put("immunisations", child, told, bad)
        for kind in ("health", "dental"):
            self._check(child, kind, row, unreadable=kind in bad)
        if row.get("substance"):
            key = self._key("substance", child)
            self._put("substance_misuse", child, {"finding": key, "helped": row.get("helped")}, bad)

    def _check(self, child: str, kind: str, told: Row, *, unreadable: bool) -> None:
        done = told.get(kind)
        status = None if done is None else YES if done else NO
        key = self._key(kind, child)
        row = {"health_check": key, "check_type": kind.upper(), "check_status": status}
        self._put("health_checks", child, row, ["check_status"] if unreadable else [])

    def _leaver(self, child: str, row: Row, bad: Sequence[str]) -> None:
        kind, suitable = row.get("accommodation") or (None, None)
        marks = [*bad, "suitable"] if "accommodation" in bad else bad
        key = self._key("leaver", child)
        made = {**row, "care_leaver": key, "accommodation": kind, "suitable": suitable}
        self._put("care_leavers", child, made, marks)


def _ended_care(row: Row) -> bool:
    return row.get("end_reason") not in (None, codes.CARE_GOES_ON)
