"""What `load` and `loads` say: as JSON, and as lines for people."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from goldenthread.formats.catalogue import BY_NAME
from goldenthread.indicators.catalogue import INDICATORS
from goldenthread.people.models import Authority, Team
from goldenthread.sources.comparing import Changed
from goldenthread.sources.known import Known
from goldenthread.sources.models import Load

FAULTS_SHOWN = 20


def in_short(load: Load) -> dict[str, Any]:
    """A load in one line."""
    return {
        "load": load.pk,
        "format": load.form,
        "as_at": load.as_at,
        "complete_from": load.complete_from,
        "loaded_at": load.loaded_at,
        "rows": sum(told["rows"] for told in load.tables.values()),
        "faults": load.faults,
        "withdrawn": load.why_withdrawn or None,
        "reduced": load.reduced_at is not None,
    }


def shown(
    load: Load,
    faults: Sequence[Mapping[str, str]],
    before: Load | None,
    changed: Sequence[Changed],
) -> dict[str, Any]:
    """A load with its reconciliation, its faults, and what changed since the one before."""
    return {
        **in_short(load),
        "files": [each["name"] for each in load.files],
        "reconciliation": [{**each, "adds_up": _adds_up(each)} for each in load.accounts],
        "tables": {name: told["rows"] for name, told in load.tables.items()},
        "notes": load.notes,
        "teams_not_known": unmatched(load),
        "problems": list(faults),
        "since": before and {"load": before.pk, "tables": [asdict(each) for each in changed]},
    }


def _adds_up(account: Mapping[str, Any]) -> bool:
    return bool(account["rows"] == account["accepted"] + account["refused"])


def able(authority: Authority, found: Known) -> dict[str, Any]:
    """Which indicators the council's loads carry together, and which columns others lack."""
    lacking = {name: found.lacks(each, authority.code) for name, each in INDICATORS.items()}
    return {
        "indicators": len(INDICATORS),
        "carried": [name for name, lacks in lacking.items() if not lacks],
        "not_carried": {name: lacks for name, lacks in lacking.items() if lacks},
    }


def unmatched(load: Load) -> list[str]:
    """The teams of a load that are no team of the council, past ones too, by name or code."""
    teams = Team.objects.filter(authority=load.authority)
    known = {
        name.casefold() for team in teams for name in (team.name, team.code, *team.synonyms) if name
    }
    named = {name for told in load.tables.values() for name in told.get("teams", ())}
    return sorted(name for name in named if name.casefold() not in known)


def line(row: Mapping[str, Any]) -> str:
    """A load for people, in one line."""
    title = BY_NAME[row["format"]].title
    state = f", withdrawn: {row['withdrawn']}" if row["withdrawn"] else ""
    reduced = ", reduced to its figures" if row["reduced"] else ""
    return f"{row['load']}  {title}, as at {row['as_at']}, {row['rows']} rows{state}{reduced}"


def lines(answer: Mapping[str, Any]) -> Iterator[str]:
    """The answer of `load` for people."""
    for load in answer["loads"]:
        yield from _load_lines(load)
    carried, all_of = len(answer["carried"]), answer["indicators"]
    yield f"With the loads of this council {carried} of {all_of} indicators can be worked out."


def _load_lines(load: Mapping[str, Any]) -> Iterator[str]:
    yield line(load)
    width = max((len(each["what"]) for each in load["reconciliation"]), default=0)
    yield f"  {'':{width}} {'rows':>9} {'accepted':>9} {'refused':>9}"
    for each in load["reconciliation"]:
        lost = f"  ({each['lost']} of nobody, not kept)" if each["lost"] else ""
        yield (
            f"  {each['what']:{width}} {each['rows']:>9} {each['accepted']:>9} "
            f"{each['refused']:>9}{lost}"
        )
    for note in load["notes"]:
        yield f"  {note}"
    if load["teams_not_known"]:
        yield f"  Teams that the council's list does not have: {', '.join(load['teams_not_known'])}"
    yield from _fault_lines(load["problems"])
    if load["since"]:
        yield from _change_lines(load["since"])


def _fault_lines(faults: Sequence[Mapping[str, str]]) -> Iterator[str]:
    for each in faults[:FAULTS_SHOWN]:
        yield f"  {each['where']}: {each['problem']} {each['fix']}"
    if len(faults) > FAULTS_SHOWN:
        yield f"  ... and {len(faults) - FAULTS_SHOWN} more; --json shows them all."


def _change_lines(since: Mapping[str, Any]) -> Iterator[str]:
    yield f"  Since load {since['load']}:"
    for each in since["tables"]:
        yield (
            f"    {each['table']}: {each['came']} came, {each['went']} went, "
            f"{each['different']} became different"
        )
    if not since["tables"]:
        yield "    nothing changed"
