"""Writes a made council as CSV: the SSDA903 set, and the Standard Safeguarding Dataset."""

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from goldenthread.basics.periods import Period
from goldenthread.synthetic.council import Council, Row
from goldenthread.tables.catalogue import TABLES

EPISODES = ("CHILD", "DECOM", "RNE", "LS", "CIN", "PLACE", "PLACE_PROVIDER", "DEC", "REC",
            "REASON_PLACE_CHANGE", "HOME_POST", "PL_POST", "URN")  # fmt: skip


def write_ssda903(council: Council, folder: Path) -> dict[str, int]:
    """Write the files of the year in which the council is told of; how many rows each has.

    An episode is in the return if it was open in the year, whenever it began.
    """
    year = Period.financial_year_of(council.as_at)
    folder.mkdir(parents=True, exist_ok=True)
    placements = {row["placement"]: row for row in council.tables.get("placements", [])}
    episodes = [
        row
        for row in council.tables.get("care_episodes", [])
        if row["ended_on"] is None or row["ended_on"] >= year.first_day
    ]
    there = {row["child"] for row in episodes}
    children = [row for row in council.tables.get("children", []) if row["child"] in there]
    born = {row["child"]: row["birth_day"] for row in children}
    header = [
        (row["child"], row["sex"], _day(row["birth_day"]), row["ethnicity"], "", "0", "")
        for row in children
    ]
    reviews = [
        (row["child"], _day(born[row["child"]]), _day(row["held_on"]), row["participation"])
        for row in council.tables.get("care_reviews", [])
        if row["child"] in there and row["held_on"] in year
    ]
    missing = [
        (
            row["child"],
            _day(born[row["child"]]),
            "M",
            _day(row["started_on"]),
            _day(row["ended_on"]),
        )
        for row in council.tables.get("missing_episodes", [])
        if row["child"] in there and row["ended_on"] in year
    ]
    workers = [
        (
            *(row["child"], _day(born[row["child"]]), row["worker"]),
            *(_day(row["started_on"]), _day(row["ended_on"]), "CHCHAN"),
        )
        for row in council.tables.get("involvements", [])
        if row["child"] in there and (row["ended_on"] is None or row["ended_on"] in year)
    ]
    told = (
        ("header", ("CHILD", "SEX", "DOB", "ETHNIC", "UPN", "MOTHER", "MC_DOB"), header),
        ("episodes", EPISODES, [_episode(row, placements) for row in episodes]),
        ("reviews", ("CHILD", "DOB", "REVIEW", "REVIEW_CODE"), reviews),
        ("missing", ("CHILD", "DOB", "MISSING", "MIS_START", "MIS_END"), missing),
        (
            "sw_episodes",
            ("CHILD", "DOB", "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON"),
            workers,
        ),
    )
    return {name: _write(folder / f"{name}.csv", heading, rows) for name, heading, rows in told}


def write_ssd(council: Council, folder: Path) -> dict[str, int]:
    """Write each table that the standard has, under its own names; how many rows each has."""
    folder.mkdir(parents=True, exist_ok=True)
    counts = {}
    for name, rows in council.tables.items():
        table = TABLES[name]
        columns = [column for column in table.columns if column.standard and column.name in rows[0]]
        heading = [column.standard for column in columns]
        lines = ([_standard(row[column.name]) for column in columns] for row in rows)
        counts[table.standard] = _write(folder / f"{table.standard}.csv", heading, lines)
    return counts


def _episode(row: Row, placements: dict[str, Row]) -> Sequence[str]:
    placement = placements[row["placement"]]
    return (
        row["child"],
        _day(row["started_on"]),
        row["start_reason"],
        row["legal_status"],
        row["primary_need"],
        placement["placement_type"],
        placement["provider"],
        _day(row["ended_on"]),
        row["end_reason"] or "",
        *[""] * 4,
    )


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _standard(value: object) -> object:
    if isinstance(value, bool):
        return "Y" if value else "N"
    return "" if value is None else value


def _write(path: Path, heading: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    number = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(heading)
        for row in rows:
            out.writerow(row)
            number += 1
    return number
