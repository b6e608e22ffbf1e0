"""Writes a made council as Ofsted's Annex A: six months of events, and the latest of each state."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from goldenthread.basics.days import add_months
from goldenthread.formats.annex_a.lists import LISTS, Listed
from goldenthread.synthetic.council import Council, Row

MONTHS = 6
SEX = {"M": "a) Male", "F": "b) Female"}
YES, NO = "a) Yes", "b) No"
ABUSE = {"NEG": "Neglect", "PHY": "Physical abuse", "SAB": "Sexual abuse", "EMO": "Emotional abuse"}


def write(council: Council, path: Path) -> dict[str, int]:
    """Write the workbook; how many rows each list has."""
    told = _Told(council)
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    counts = {}
    for listed in LISTS:
        sheet = book.add_worksheet(f"List {listed.number}")
        sheet.write_row(0, 0, listed.headings)
        number = 0
        for number, row in enumerate(told.rows(listed.number), start=1):
            for column, cell in enumerate(_cells(listed, row)):
                if isinstance(cell, date):
                    sheet.write_datetime(number, column, cell, day)
                elif cell is not None:
                    sheet.write(number, column, cell)
        counts[f"List {listed.number}"] = number
    book.close()
    return counts


def _cells(listed: Listed, row: Row) -> Iterator[Any]:
    names = [name for name, _ in listed.fields.values()]
    for name in (*names, *listed.left_out):
        value = row.get(name)
        yield (YES if value else NO) if isinstance(value, bool) else value


class _Told:
    """The rows of each list."""

    def __init__(self, council: Council) -> None:
        self._tables = council.tables
        self._as_at = council.as_at
        self._since = add_months(council.as_at, -MONTHS)
        self._people = {row["child"]: self._person(row) for row in self._table("children")}

    def rows(self, number: int) -> Iterator[Row]:
        """The rows of one list, each with what is told of the child."""
        for row in TOLD.get(number, _none)(self):
            yield {**self._people[row["child"]], **row}

    def _table(self, name: str) -> Sequence[Row]:
        return self._tables.get(name, [])

    def _person(self, row: Row) -> Row:
        age = (self._as_at - row["birth_day"]).days // 365.25
        return {**row, "sex": SEX[row["sex"]], "age": age, "disabled": False, "uasc": False}

    def _lately(self, table: str, day: str) -> Iterator[Row]:
        return (row for row in self._table(table) if row[day] > self._since)

    def _open_lately(self, table: str) -> Iterator[Row]:
        """The latest of each child's rows that are open, or ended within the months."""
        latest: dict[str, Row] = {}
        for row in self._table(table):
            if row["ended_on"] is None or row["ended_on"] > self._since:
                before = latest.get(row["child"])
                if before is None or before["started_on"] <= row["started_on"]:
                    latest[row["child"]] = row
        return iter(latest.values())

    def _last(self, table: str, day: str, **alike: object) -> dict[str, Row]:
        found: dict[str, Row] = {}
        for row in self._table(table):
            if any(row[name] != value for name, value in alike.items()):
                continue
            if row["child"] not in found or row[day] >= found[row["child"]][day]:
                found[row["child"]] = row
        return found

    def contacts(self) -> Iterator[Row]:
        return self._lately("contacts", "contact_date")

    def early_help(self) -> Iterator[Row]:
        for row in self._table("early_help"):
            if row["started_on"] > self._since:
                yield row

    def referrals(self) -> Iterator[Row]:
        days: dict[str, list[date]] = {}
        for row in self._table("referrals"):
            days.setdefault(row["child"], []).append(row["referral_date"])
        for row in self._lately("referrals", "referral_date"):
            latest = max(days[row["child"]])
            year = add_months(latest, -12)
            before = sum(1 for day in days[row["child"]] if year <= day < latest)
            yield {**row, "referrals_in_12_months": before}

    def assessments(self) -> Iterator[Row]:
        for row in self._table("assessments"):
            if row["authorised_on"] is None or row["authorised_on"] > self._since:
                yield {**row, "in_need": True}

    def enquiries(self) -> Iterator[Row]:
        held = {row["enquiry"]: row for row in self._table("conferences")}
        for row in self._lately("s47_enquiries", "started_on"):
            yield {**held.get(row["enquiry"], {}), **row}

    def in_need(self) -> Iterator[Row]:
        visits = self._last("cin_visits", "visited_on")
        for row in self._open_lately("cin_plans"):
            visited = visits.get(row["child"], {}).get("visited_on")
            yield {**row, "visited_on": visited, "status": "c) Child in need plan"}

    def protection(self) -> Iterator[Row]:
        visits = self._last("cp_visits", "visited_on")
        reviews = self._last("cp_reviews", "held_on")
        for row in self._open_lately("cp_plans"):
            visit = visits.get(row["child"], {})
            yield {
                **row,
                "first_category": ABUSE[row["first_category"]],
                "latest_category": ABUSE[row["latest_category"]],
                "visited_on": visit.get("visited_on"),
                "seen_alone": visit.get("seen_alone"),
                "reviewed_on": reviews.get(row["child"], {}).get("held_on"),
                "emergency_order": False,
            }

    def care(self) -> Iterator[Row]:
        visits = self._last("care_visits", "visited_on")
        reviews = self._last("care_reviews", "held_on")
        health = self._last("health_checks", "checked_on", check_type="HEALTH")
        dental = self._last("health_checks", "checked_on", check_type="DENTAL")
        placements = {row["placement"]: row for row in self._table("placements")}
        counts: dict[str, int] = {}
        for row in self._table("placements"):
            if row["ended_on"] is None or row["ended_on"] > add_months(self._as_at, -12):
                counts[row["child"]] = counts.get(row["child"], 0) + 1
        for row in self._open_lately("care_episodes"):
            placement = placements[row["placement"]]
            yield {
                **row,
                "legal_from": row["started_on"],
                "placed_on": placement["started_on"],
                "placement_type": placement["placement_type"],
                "provider": placement["provider"],
                "placements_in_12_months": counts.get(row["child"], 1),
                "visited_on": visits.get(row["child"], {}).get("visited_on"),
                "reviewed_on": reviews.get(row["child"], {}).get("held_on"),
                "health_on": health.get(row["child"], {}).get("checked_on"),
                "dental_on": dental.get(row["child"], {}).get("checked_on"),
            }


def _none(told: _Told) -> Iterator[Row]:
    return iter(())


TOLD = {
    1: _Told.contacts,
    2: _Told.early_help,
    3: _Told.referrals,
    4: _Told.assessments,
    5: _Told.enquiries,
    6: _Told.in_need,
    7: _Told.protection,
    8: _Told.care,
}
