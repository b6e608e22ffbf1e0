"""Writes the CIN census of a made council: the year that ends on the day it is told of."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import TextIO

from goldenthread.basics.days import add_months
from goldenthread.synthetic.council import Council, Row

YEAR = 12
Of = Mapping[str, Sequence[Row]]


def write(council: Council, path: Path, *, authority: str) -> dict[str, int]:
    """Write the file; how many of each element it has.

    Counted are the episodes of need that were open in the year, with all that hangs on them.
    """
    since = add_months(council.as_at, -YEAR) + timedelta(days=1)
    episodes: dict[str, list[Row]] = defaultdict(list)
    for row in council.tables.get("referrals", []):
        if row["closed_on"] is None or row["closed_on"] >= since:
            episodes[row["child"]].append(row)
    tables = ("assessments", "cin_plans", "s47_enquiries", "cp_plans")
    of = {name: _by(council, name, "referral") for name in tables}
    of["conferences"] = _by(council, "conferences", "enquiry")
    of["cp_reviews"] = _by(council, "cp_reviews", "cp_plan")
    counts: dict[str, int] = defaultdict(int)
    with path.open("w", encoding="utf-8") as file:
        _header(file, council, authority)
        for child in council.tables.get("children", []):
            if child["child"] in episodes:
                file.writelines(_child(child, episodes[child["child"]], of, counts))
        file.write("</Children>\n</Message>\n")
    return dict(counts)


def _by(council: Council, table: str, key: str) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = defaultdict(list)
    for row in council.tables.get(table, []):
        found[row[key]].append(row)
    return found


def _header(file: TextIO, council: Council, authority: str) -> None:
    day = council.as_at
    file.write(
        '<?xml version="1.0" encoding="utf-8"?>\n<Message>\n<Header><CollectionDetails>'
        f"<Collection>CIN</Collection><Year>{day.year}</Year><ReferenceDate>{day}</ReferenceDate>"
        f"</CollectionDetails><Source><SourceLevel>L</SourceLevel><LEA>{authority}</LEA></Source>"
        "</Header>\n<Children>\n"
    )


def _said(name: str, value: object) -> str:
    if value is None:
        return ""
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"<{name}>{text}</{name}>\n"


def _child(
    child: Row, episodes: Sequence[Row], of: Mapping[str, Of], counts: dict[str, int]
) -> Iterator[str]:
    counts["Child"] += 1
    yield (
        f"<Child>\n<ChildIdentifiers>\n{_said('LAchildID', child['child'])}"
        f"{_said('PersonBirthDate', child['birth_day'])}{_said('Sex', child['sex'])}"
        f"</ChildIdentifiers>\n<ChildCharacteristics>\n{_said('Ethnicity', child['ethnicity'])}"
        "</ChildCharacteristics>\n"
    )
    for episode in episodes:
        yield from _details(episode, of, counts)
    yield "</Child>\n"


def _details(episode: Row, of: Mapping[str, Of], counts: dict[str, int]) -> Iterator[str]:
    counts["CINdetails"] += 1
    yield (
        f"<CINdetails>\n{_said('CINreferralDate', episode['referral_date'])}"
        f"{_said('ReferralSource', episode['source'])}"
        f"{_said('PrimaryNeedCode', episode['primary_need'])}"
        f"{_said('CINclosureDate', episode['closed_on'])}"
        f"{_said('ReasonForClosure', episode['close_reason'])}"
    )
    referral = episode["referral"]
    for row in of["assessments"].get(referral, ()):
        counts["Assessments"] += 1
        yield (
            f"<Assessments>\n{_said('AssessmentActualStartDate', row['started_on'])}"
            f"{_said('AssessmentAuthorisationDate', row['authorised_on'])}</Assessments>\n"
        )
    for row in of["cin_plans"].get(referral, ()):
        counts["CINPlanDates"] += 1
        yield (
            f"<CINPlanDates>\n{_said('CINPlanStartDate', row['started_on'])}"
            f"{_said('CINPlanEndDate', row['ended_on'])}</CINPlanDates>\n"
        )
    for row in of["s47_enquiries"].get(referral, ()):
        counts["Section47"] += 1
        yield _enquiry(row, of)
    yield _said("ReferralNFA", episode["no_further_action"])
    for row in of["cp_plans"].get(referral, ()):
        counts["ChildProtectionPlans"] += 1
        yield _plan(row, of)
    yield "</CINdetails>\n"


def _enquiry(row: Row, of: Mapping[str, Of]) -> str:
    held = [each["held_on"] for each in of["conferences"].get(row["enquiry"], ())]
    return (
        f"<Section47>\n{_said('S47ActualStartDate', row['started_on'])}"
        f"{_said('DateOfInitialCPC', held[0] if held else None)}"
        f"{_said('ICPCnotRequired', row['conference_not_needed'])}</Section47>\n"
    )


def _plan(row: Row, of: Mapping[str, Of]) -> str:
    held = "".join(
        _said("CPPreviewDate", each["held_on"]) for each in of["cp_reviews"].get(row["cp_plan"], ())
    )
    reviews = f"<Reviews>\n{held}</Reviews>\n" if held else ""
    return (
        f"<ChildProtectionPlans>\n{_said('CPPstartDate', row['started_on'])}"
        f"{_said('CPPendDate', row['ended_on'])}"
        f"{_said('InitialCategoryOfAbuse', row['first_category'])}"
        f"{_said('LatestCategoryOfAbuse', row['latest_category'])}"
        f"{_said('NumberOfPreviousCPP', row['previous_plans'])}{reviews}</ChildProtectionPlans>\n"
    )
