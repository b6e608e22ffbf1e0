"""How the cells of the lists are read: codes with their sort letters, in every form seen."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from goldenthread.formats import cells
from goldenthread.formats.cells import BadCell

Read = Callable[[Any], Any]
# The letters by which lists are sorted stand before a code: “e) PR4 - Private provision”.
SORT_LETTERS = re.compile(r"^[a-z]{1,2}\d?\)\s*", re.IGNORECASE)
FIX = "Use Ofsted's preferred code from the sheet “Codes_used”."
UNBORN = -1
EACH_GENDER = {
    "male": "M", "m": "M", "female": "F", "f": "F", "not stated/recorded": "U", "neither": "U",
    "not stated/recorded (or unborn)": "U", "u": "U", "unknown": "U", "n": "U",
}  # fmt: skip
ETHNICITIES = (
    "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH "
    "REFU NOBT UNKNOWN"
)
SOURCES = "1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10"
NEEDS = "N0 N1 N2 N3 N4 N5 N6 N7 N8 N9"
ABUSE = {
    "neglect": "NEG", "physical abuse": "PHY", "sexual abuse": "SAB", "emotional abuse": "EMO",
    "multiple/not recommended": "MUL", "multiple": "MUL",
    "neg": "NEG", "phy": "PHY", "sab": "SAB", "emo": "EMO", "mul": "MUL",
}  # fmt: skip
STATUSES = {
    "looked after child": "CLA", "child protection plan": "CPP", "child in need plan": "CIN",
    "open assessment": "ASSESSMENT", "closed episode": "CLOSED",
}  # fmt: skip
LEGAL = "C1 C2 D1 E1 V2 V3 V4 L1 L2 L3 J1 J2 J3"
PERMANENCE = {
    "return to family": "RETURN", "adoption": "ADOPTION", "sgo/cao": "SGO",
    "supported living in the community": "SUPPORTED", "long-term residential placement": "LTR",
    "long-term fostering": "LTF", "other": "OTHER",
}  # fmt: skip
CEASED = "X1 E11 E12 E2 E3 E4 E4A E4B E13 E41 E45 E46 E47 E48 E5 E6 E7 E8 E9 E14 E15 E16 E17"
PLACEMENTS = (
    "U1 U2 U3 U4 U5 U6 A3 A4 A5 A6 P1 P2 P3 H5 K1 K2 R1 R2 R3 R5 S1 Z1 T0 T1 T2 T3 T4 Z11 Z12 "
    "Z13 Z14 K3"
)
PROVIDERS = "PR0 PR1 PR2 PR3 PR4 PR5"
LOCATIONS = {"in": "IN", "out": "OUT"}
ELIGIBLE = {
    "relevant child": "RELEVANT", "former relevant child": "FORMER_RELEVANT",
    "qualifying care leaver": "QUALIFYING", "eligible": "ELIGIBLE", "eligible child": "ELIGIBLE",
}  # fmt: skip
IN_TOUCH = {
    "yes": "YES", "no": "NO", "died": "DIED", "refu": "REFU", "nreq": "NREQ", "rhom": "RHOM",
}  # fmt: skip
ACCOMMODATION = "B C D E G H K R S T U V W X Y Z"
SUITABLE = {"suitable": "SUITABLE", "unsuitable": "UNSUITABLE"}
ACTIVITIES = "F1 P1 F2 P2 F3 P3 F4 P4 F5 P5 G4 G5 G6"
REVERSED = "RD1 RD2 RD3 RD4"
LEFT = "1 2 3"


def codes(known: str) -> Read:
    """A reader of these codes, with or without sort letters and the words after them."""
    return words({code.casefold(): code for code in known.split()}, shortened=True)


def words(known: Mapping[str, Any], *, shortened: bool = False) -> Read:
    """A reader of these words, in any case and with or without sort letters.

    With `shortened`, a code is what stands before a colon or a dash. What was read once is kept:
    the same few cells come again and again.
    """
    kept: dict[Any, Any] = {}

    def read(cell: Any) -> Any:
        if cell in kept:
            return kept[cell]
        found = cells.text(cell)
        if found is None:
            return None
        plain = SORT_LETTERS.sub("", found).strip().casefold()
        if plain not in known and shortened:
            plain = re.split(r"\s*[:–]|\s+-|\s", plain, maxsplit=1)[0]
        if plain not in known:
            raise BadCell("This code is not one of Ofsted's.", FIX)
        kept[cell] = known[plain]
        return known[plain]

    return read


def age(cell: Any) -> float | None:
    """Years, whole or not; -1 for an unborn child."""
    found = cells.text(cell)
    if found is not None and found in ("-1", "-1.0"):
        return UNBORN
    return cells.number(cell)


def flag(cell: Any) -> bool | None:
    """Yes or no with sort letters; unknown, offered to others, is nothing."""
    found = cells.text(cell)
    return cells.flag(SORT_LETTERS.sub("", found) if found else None)


gender = words(EACH_GENDER)
ethnicity = codes(ETHNICITIES)
source = codes(SOURCES)
need = codes(NEEDS)
abuse = words(ABUSE)
status = words(STATUSES)
legal_status = codes(LEGAL)
permanence = words(PERMANENCE)
ceased = codes(CEASED)
placement = codes(PLACEMENTS)
provider = codes(PROVIDERS)
location = words(LOCATIONS)
eligibility = words(ELIGIBLE)
in_touch = words(IN_TOUCH)
accommodation = codes(ACCOMMODATION)
suitability = words(SUITABLE)
activity = codes(ACTIVITIES)
reversal = codes(REVERSED)
leaving = codes(LEFT)
