"""How the standard's cells are read that the kind of their column does not tell: codes and JSON.

The lists are those of the returns that the fields serve; a word stands for its code.
"""

import json
import re
from collections.abc import Collection, Mapping
from typing import Any

from goldenthread.formats import cells
from goldenthread.formats.cells import BadCell
from goldenthread.formats.cin_census import codes as census
from goldenthread.formats.named import Read, code
from goldenthread.formats.ssda903 import codes as care
from goldenthread.tables.columns import Column, Kind, Table

# What the standard's own queries write into fields that are not made yet.
PLACEHOLDER = "PLACEHOLDER_DATA"
NOT_ASKED = frozenset({"na", "not in care proceedings", "not applicable"})
YES = frozenset({"y", "yes", "1", "true"})
FLAG = "_FLAG"
ONE_KEY = re.compile(r"[A-Z][A-Z0-9_]{0,39}")
AFTER_A_CODE = re.compile(r"\s*[:–]|\s+-\s")
# “A – Continue with current plan”, “(A) Applications …”: the letter is the code.
LETTERED = re.compile(r"\(?([a-z])(?:\)|\s*[–:-]|$)", re.IGNORECASE)
CODE_FIX = "Use a code of the standard, or correct it in the case system."
JSON_FIX = "Export it again as the standard writes it."

SEX = {"m": "M", "male": "M", "f": "F", "female": "F", "u": "U", "unknown": "U"}
ABUSE = {
    "neglect": "NEG", "physical abuse": "PHY", "sexual abuse": "SAB", "emotional abuse": "EMO",
    "multiple": "MUL",
}  # fmt: skip
ELIGIBLE = {
    "relevant": "RELEVANT", "former relevant": "FORMER_RELEVANT", "eligible": "ELIGIBLE",
    "qualifying": "QUALIFYING", "no current eligibility": "NONE",
    "relevant child": "RELEVANT", "former relevant child": "FORMER_RELEVANT",
    "eligible child": "ELIGIBLE", "qualifying care leaver": "QUALIFYING",
}  # fmt: skip
SUITABLE = {
    "1": "SUITABLE", "y": "SUITABLE", "yes": "SUITABLE", "suitable": "SUITABLE",
    "2": "UNSUITABLE", "n": "UNSUITABLE", "no": "UNSUITABLE", "unsuitable": "UNSUITABLE",
}  # fmt: skip
CHECKED = {"completed": "YES", "refused": "REFUSED", "cancelled": "NO", "planned": "NO"}
CHECKS = {"health assessment": "HEALTH", "dental check": "DENTAL"}
STATUSES = {"unaccompanied asylum seeking child": "UASC", "uasc": "UASC"}
MISSING = {"m": "M", "missing": "M", "a": "A", "away from placement without authorisation": "A"}
PLANS = {
    "REMAINSUP": "OTHER", "RETURN1M": "RETURN", "RETURN6M": "RETURN", "RETURNEV": "RETURN",
    "LTRELFR": "OTHER", "LTFOST18": "LTF", "RESPLMT": "LTR", "SUPPLIV": "SUPPORTED",
    "ADOPTION": "ADOPTION", "OTHERPLN": "OTHER",
}  # fmt: skip
SEVERAL_PLANS = "PARALLEL"


def words(known: Mapping[str, str], *, others: bool = False) -> Read:
    """A reader of these words, in any case, with or without what explains them behind a dash.

    With `others`, what is none of them is a code as well.
    """

    def read(cell: Any) -> str | None:
        return _known(cell, known, others=others)

    return read


def _known(cell: Any, known: Mapping[str, str], *, others: bool) -> str | None:
    # Before all else: “NONE”, which stands for nothing elsewhere, is a code of disability.
    stood = str(cell).strip().casefold()
    if stood in known:
        return known[stood]
    found = cells.text(cell)
    if found is None:
        return None
    folded = found.casefold()
    for each in (folded, AFTER_A_CODE.split(folded, maxsplit=1)[0].strip()):
        if each in known:
            return known[each]
    if others:
        return code(found)
    raise BadCell("This code is not one of the standard's.", CODE_FIX)


def listed(known: Collection[str]) -> Read:
    """A reader of these codes, each for itself."""
    return words({each.casefold(): each for each in known})


def lettered(cell: Any) -> str | None:
    """The letter that stands before an answer; else the answer as a code."""
    found = cells.text(cell)
    letter = LETTERED.match(found) if found else None
    return letter[1].upper() if letter else code(found)


def flag(cell: Any) -> bool | None:
    """Yes or no; nothing where the question does not arise."""
    found = cells.text(cell)
    return None if found and found.casefold() in NOT_ASKED else cells.flag(found)


def ticked(cell: Any) -> list[str]:
    """The keys of a JSON object at which yes stands, or the entries of a JSON list.

    Raises:
        BadCell: it is neither.
    """
    found = cells.text(cell)
    if found is None:
        return []
    try:
        told = json.loads(found)
    except (ValueError, RecursionError):
        told = None
    if isinstance(told, dict):
        names = [name for name, value in told.items() if str(value).strip().casefold() in YES]
    elif isinstance(told, list):
        names = [str(each) for each in told]
    else:
        raise BadCell("This is no JSON list or object.", JSON_FIX)
    return [name.strip().upper() for name in names]


def outcome(cell: Any) -> str | None:
    """The outcomes that are ticked, as one code; comments and counts are left out unread."""
    names = [name.removesuffix(FLAG) for name in ticked(cell) if name.endswith(FLAG)]
    return "+".join(name for name in names if ONE_KEY.fullmatch(name)) or None


def permanence(cell: Any) -> str | None:
    """The plan for permanence; where several are ticked, that they are pursued beside each other.

    Raises:
        BadCell: one of them is none of the standard's.
    """
    names = ticked(cell)
    if not set(names) <= PLANS.keys():
        raise BadCell("This plan is not one of the standard's.", CODE_FIX)
    plans = {PLANS[name] for name in names}
    return SEVERAL_PLANS if len(plans) > 1 else next(iter(plans), None)


def factors(cell: Any) -> tuple[str, ...]:
    """The factors that are ticked.

    Raises:
        BadCell: one of them is none of the standard's.
    """
    names = ticked(cell)
    if not set(names) <= census.FACTORS:
        raise BadCell("A factor is not one of the standard's.", CODE_FIX)
    return tuple(dict.fromkeys(names))


def _abuse() -> Read:
    return words({**ABUSE, **{each.casefold(): each for each in census.ABUSE}})


# By column; where tables differ, by table and column.
READERS: dict[str, Read] = {
    "sex": words(SEX),
    "ethnicity": listed(census.ETHNICITY),
    "upn_unknown": listed(census.UPN_UNKNOWN),
    "disability_code": listed(census.DISABILITY),
    "immigration_statuses.status": words(STATUSES, others=True),
    "source": listed(census.SOURCE),
    "primary_need": listed(census.NEED),
    "close_reason": listed(census.CLOSURE),
    "factor_code": factors,
    "first_category": _abuse(),
    "latest_category": _abuse(),
    "start_reason": listed(care.RNE),
    "care_episodes.end_reason": listed(care.REC),
    "legal_status": listed(care.LEGAL),
    "placement_type": listed(care.PLACE),
    "provider": listed(care.PROVIDER),
    "placements.change_reason": listed(care.CHANGE),
    "involvements.change_reason": listed(care.WORKER_CHANGE),
    "participation": listed(care.REVIEW),
    "permanence": permanence,
    "missing_type": words(MISSING),
    "check_type": words(CHECKS, others=True),
    "check_status": words(CHECKED),
    "no_score_reason": listed(care.SDQ),
    "gateway_outcome": lettered,
    "first_plan": lettered,
    "final_plan": lettered,
    "short_notice_reason": lettered,
    "option": listed(care.OPTION),
    "eligibility": words(ELIGIBLE),
    "in_touch": listed(care.IN_TOUCH),
    "accommodation": listed({letter for letter, _ in care.ACCOMMODATION.values()}),
    "suitable": words(SUITABLE),
    "activity": listed(care.ACTIVITY),
    "reversed_reason": listed(care.REVERSED),
    "adopters_sex": listed(care.ADOPTERS_SEX),
    "adopters_status": listed(care.ADOPTERS_STATUS),
}


def reader_of(table: Table, column: Column) -> Read | None:
    """How the standard's cells of a column are read; nothing where its kind tells."""
    if column.kind is Kind.FLAG:
        return flag
    if column.standard.endswith("_outcome_json"):
        return outcome
    return READERS.get(f"{table.name}.{column.name}") or READERS.get(column.name)
