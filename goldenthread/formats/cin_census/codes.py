"""The codes of the census, 2017 to 2026 together: a header often names another year."""


def _each(codes: str) -> frozenset[str]:
    return frozenset(codes.split())


SEX = {"M": "M", "F": "F", "U": "U", "I": "U", "0": "U", "1": "M", "2": "F", "9": "U"}
ETHNICITY = _each(
    "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH "
    "REFU NOBT"
)
DISABILITY = _each("NONE MOB HAND PC INC COMM LD HEAR VIS BEH CON AUT DDA")
SOURCE = _each("1A 1B 1C 1D 2A 2B 3A 3B 3C 3D 3E 3F 4 5A 5B 5C 5D 6 7 8 9 10")
NEED = _each("N0 N1 N2 N3 N4 N5 N6 N7 N8 N9")
CLOSURE = frozenset(f"RC{number}" for number in range(1, 10))
ABUSE = _each("NEG PHY SAB EMO MUL")
UPN_UNKNOWN = frozenset(f"UN{number}" for number in range(1, 8))
FACTORS = _each(
    "1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8B 8C 8D 8E 8F 9A 10A 11A 12A 13A "
    "14A 15A 16A 17A 18A 18B 18C 19A 19B 19C 20 21 22A 23A 24A"
)
