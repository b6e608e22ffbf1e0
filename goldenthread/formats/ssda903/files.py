"""The files of the return: known by their columns, and how each cell is read."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

from goldenthread.formats import cells
from goldenthread.formats.cells import BadCell
from goldenthread.formats.ssda903 import codes

Read = Callable[[Any], Any]
FIX = "Use a code of the DfE's guide for the year."
# So much of the columns of a file must be there, of both sides together.
ENOUGH = 0.5


def coded(known: Mapping[str, Any]) -> Read:
    """A reader of these codes, in any case."""

    def read(cell: Any) -> Any:
        if cell in known:
            return known[cell]
        found = cells.text(cell)
        if found is None:
            return None
        if found.upper() not in known:
            raise BadCell("This code is not in the return.", FIX)
        return known[found.upper()]

    return read


def some_of(known: Mapping[str, Any]) -> Read:
    """A reader of these codes that lets other text pass as nothing, such as a pupil's number."""

    def read(cell: Any) -> Any:
        return known.get(str(cell).strip().upper())

    return read


def score(cell: Any) -> int | None:
    """The total of a strengths and difficulties questionnaire, 0 to 40."""
    found = cells.whole(cell)
    if found is not None and found > HIGHEST_SCORE:
        raise BadCell("A score lies between 0 and 40.", "Write the score, or a reason for none.")
    return found


HIGHEST_SCORE = 40
day, text, flag, whole = cells.day, cells.text, cells.flag, cells.whole


@dataclass(frozen=True)
class Listed:
    """One file of the return.

    Attributes:
        name:     as the DfE calls it.
        fields:   by column: what the value is called, and its reader.
        left_out: columns that are known and not taken, with the reason.
    """

    name: str
    fields: Mapping[str, tuple[str, Read]]
    left_out: Mapping[str, str]

    @property
    def columns(self) -> frozenset[str]:
        """Every column of the file."""
        return frozenset(self.fields) | frozenset(self.left_out)


ON_HEADER = "it stands in the header"
AN_ADDRESS = "a postcode could lead to a child"
NO_DAY = "the return gives no day for it, and no indicator asks"


def _listed(name: str, /, left_out: Mapping[str, str], **fields: tuple[str, Read]) -> Listed:
    return Listed(name, {"CHILD": ("child", text), **fields}, left_out)


BORN = {"DOB": ON_HEADER}
FILES = (
    _listed(
        "Header",
        {"MC_DOB": "it is the birthday of another child, who has no number here"},
        SEX=("sex", coded(codes.SEX)),
        DOB=("birth_day", day),
        ETHNIC=("ethnicity", coded(codes.ETHNIC)),
        UPN=("upn_unknown", some_of(codes.UPN_UNKNOWN)),
        MOTHER=("is_mother", flag),
    ),
    _listed(
        "Episodes",
        {"HOME_POST": AN_ADDRESS, "PL_POST": AN_ADDRESS},
        DECOM=("started_on", day),
        RNE=("start_reason", coded(codes.RNE)),
        LS=("legal_status", coded(codes.LEGAL)),
        CIN=("primary_need", coded(codes.NEED)),
        PLACE=("placement_type", coded(codes.PLACE)),
        PLACE_PROVIDER=("provider", coded(codes.PROVIDER)),
        DEC=("ended_on", day),
        REC=("end_reason", coded(codes.REC)),
        REASON_PLACE_CHANGE=("change_reason", coded(codes.CHANGE)),
        URN=("home_number", text),
    ),
    _listed(
        "Reviews",
        BORN,
        REVIEW=("held_on", day),
        REVIEW_CODE=("participation", coded(codes.REVIEW)),
    ),
    _listed("UASC", {"SEX": ON_HEADER, **BORN}, DUC=("ended_on", day)),
    _listed(
        "OC2",
        {**BORN, "CONVICTED": NO_DAY, "HEALTH_CHECK": NO_DAY, "INTERVENTION_OFFERED": NO_DAY},
        SDQ_SCORE=("score", score),
        SDQ_REASON=("no_score_reason", coded(codes.SDQ)),
        IMMUNISATIONS=("up_to_date", flag),
        TEETH_CHECK=("dental", flag),
        HEALTH_ASSESSMENT=("health", flag),
        SUBSTANCE_MISUSE=("substance", flag),
        INTERVENTION_RECEIVED=("helped", flag),
    ),
    _listed(
        "OC3",
        BORN,
        IN_TOUCH=("in_touch", coded(codes.IN_TOUCH)),
        ACTIV=("activity", coded(codes.ACTIVITY)),
        ACCOM=("accommodation", coded(codes.ACCOMMODATION)),
    ),
    _listed(
        "AD1",
        BORN,
        DATE_INT=("decided_on", day),
        DATE_MATCH=("matched_on", day),
        FOSTER_CARE=("adopted_by_carer", flag),
        NB_ADOPTR=("adopters", whole),
        SEX_ADOPTR=("adopters_sex", coded(codes.ADOPTERS_SEX)),
        LS_ADOPTR=("adopters_status", coded(codes.ADOPTERS_STATUS)),
    ),
    _listed(
        "PlacedAdoption",
        BORN,
        DATE_PLACED=("decided_on", day),
        DATE_PLACED_CEASED=("reversed_on", day),
        REASON_PLACED_CEASED=("reversed_reason", coded(codes.REVERSED)),
    ),
    _listed(
        "PrevPerm",
        BORN,
        PREV_PERM=("option", coded(codes.OPTION)),
        LA_PERM=("ordered_in", text),
        DATE_PERM=("ordered_on", day),
    ),
    _listed(
        "Missing",
        BORN,
        MISSING=("missing_type", coded(codes.MISSING)),
        MIS_START=("started_on", day),
        MIS_END=("ended_on", day),
    ),
    _listed(
        "SWEpisodes",
        BORN,
        SW_ID=("worker", text),
        SW_DECOM=("started_on", day),
        SW_DEC=("ended_on", day),
        SW_REASON=("change_reason", coded(codes.WORKER_CHANGE)),
    ),
    _listed(
        "DoLo",
        {
            **BORN,
            "DOLO_START": "no indicator asks for a deprivation of liberty",
            "DOLO_END": "no indicator asks for a deprivation of liberty",
        },
    ),
)
BY_NAME = {each.name: each for each in FILES}
# The XML calls two columns otherwise.
IN_XML = {"CHILDID": "CHILD", "PL": "PLACE"}


def file_with(columns: Collection[str]) -> Listed | None:
    """The file of the return that has these columns; None where none is like it.

    Years add and drop columns, so the file is the one that shares the most of both sides.
    """
    there = frozenset(column.upper() for column in columns)
    if "CHILD" not in there:
        return None
    own = there - {"CHILD", "DOB"}

    def alike(listed: Listed) -> float:
        known = listed.columns - {"CHILD", "DOB"}
        return len(own & known) / len(own | known) if own else 0.0

    best = max(FILES, key=alike)
    return best if alike(best) >= ENOUGH else None
