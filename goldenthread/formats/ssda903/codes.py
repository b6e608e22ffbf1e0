"""The codes of the return, 2017 to 2027 together: a council loads several years."""


def each(codes: str) -> dict[str, str]:
    """Codes as they stand, each for itself."""
    return {code: code for code in codes.split()}


SEX = {"1": "M", "2": "F", "M": "M", "F": "F", "U": "U"}
ETHNIC = each(
    "WBRI WIRI WIRT WOTH WROM MWBC MWBA MWAS MOTH AIND APKN ABAN AOTH BCRB BAFR BOTH CHNE OOTH "
    "REFU NOBT"
)
UPN_UNKNOWN = each("UN1 UN2 UN3 UN4 UN5 UN6 UN7")
RNE = each("S P L T U B")
LEGAL = each("C1 C2 D1 E1 V2 V3 V4 J1 J2 J3 L1 L2 L3")
NEED = each("N0 N1 N2 N3 N4 N5 N6 N7 N8 N9")
PLACE = each(
    "A3 A4 A5 A6 H5 K1 K2 K3 P1 P2 P3 R1 R2 R3 R5 S1 T0 T1 T2 T3 T4 U1 U2 U3 U4 U5 U6 Z1 Z11 Z12 "
    "Z13 Z14"
)
PROVIDER = each("PR0 PR1 PR2 PR3 PR4 PR5")
REC = each("X1 E11 E12 E2 E3 E4 E4A E4B E13 E41 E45 E46 E47 E48 E5 E6 E7 E8 E9 E14 E15 E16 E17")
CHANGE = each("CARPL CLOSE ALLEG STAND APPRR CREQB CREQO CHILD LAREQ PLACE CUSTOD OTHER")
REVIEW = each("PN0 PN1 PN2 PN3 PN4 PN5 PN6 PN7")
IN_TOUCH = each("YES NO DIED REFU NREQ RHOM")
ACTIVITY = each("F1 P1 F2 P2 F3 P3 F4 P4 F5 P5 G4 G5 G6 0")
ACCOMMODATION = {
    "0": ("0", None),
    **{
        f"{letter}{number}": (letter, "SUITABLE" if number == 1 else "UNSUITABLE")
        for letter in "BCDEGHKRSTUVWXYZ"
        for number in (1, 2)
    },
}
SDQ = each("SDQ1 SDQ2 SDQ3 SDQ4 SDQ5")
OPTION = each("P1 P2 P3 P4 Z1")
MISSING = each("M A")
REVERSED = each("RD1 RD2 RD3 RD4")
ADOPTERS_SEX = each("M1 F1 MM FF MF")
ADOPTERS_STATUS = each("L0 L11 L12 L2 L3 L4")
WORKER_CHANGE = each("MANAGE FCONTA LEFTRL ORGRST TSPROC ABSENC CHCHAN PCCHAN SWDIED OTHERS")
# A placement begins with these; after the last two, and after a change of legal status alone, the
# carer is the one of before, whether or not the files hold that placement.
NEW_PLACEMENT = frozenset({"S", "P", "B", "T", "U"})
CARER_BEFORE = frozenset({"T", "U", "L"})
CARE_GOES_ON = "X1"
WITH_ADOPTERS = frozenset({"A3", "A4", "A5", "A6"})
