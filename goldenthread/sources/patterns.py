"""The patterns of screening: what numbers, birth dates and names of children look like."""

import re

GAP = r"[ \t\xa0]"

# Numbers of England and Wales begin with 4, 6 or 7, of Northern Ireland with 3, of tests with 9;
# 0 to 2 begin telephone numbers and books (ISBN), which have the same check digit.
FIRST_DIGITS_OF_NHS = "345679"
TEN_DIGITS = re.compile(r"(?<![\w£.,/+-])\d{3}[ \xa0-]?\d{3}[ \xa0-]?\d{4}(?![\w/]|[.,-]\d)")
CALLED_NHS = re.compile(
    r"\bNHS\W{0,3}(?:(?:number|no|num|id)\b)?(?:\s+(?:is|was|of))?[\W]{0,4}\Z", re.IGNORECASE
)

UPN_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
UPN = re.compile(rf"(?<!\w)[{UPN_LETTERS}]\d{{11}}[\d{UPN_LETTERS}](?!\w)", re.I | re.A)
CALLED_UPN = re.compile(r"\bUPN\b\W{0,3}(?:(?:number|no|is)\b)?\W{0,4}\Z", re.IGNORECASE)

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
YEAR_OF_DATE = r"(?:\d{4}|['’]?\d{2})(?!\d)"
DATE = (
    rf"(?<!\d)(?:\d{{4}}-\d{{2}}-\d{{2}}(?!\d)"
    rf"|\d{{1,2}}[ ]?[./-][ ]?\d{{1,2}}[ ]?[./-][ ]?{YEAR_OF_DATE}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s-](?:of )?{MONTH}[\s,-]{{1,2}}{YEAR_OF_DATE}"
    rf"|{MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}})"
)
BIRTH = r"(?<!\w)(?:d[./]?o[./]?b\b\.?|date[ -]of[ -]birth\b|birth[ -]?da(?:te|y)\b|born\b)"
BORN_THEN_DATE = re.compile(
    rf"{BIRTH}[\s:=(|,–-]{{0,6}}(?:(?:is|was|on|the)\b[\s:]{{0,3}}){{0,2}}(?P<date>{DATE})",
    re.IGNORECASE,
)
DATE_THEN_BORN = re.compile(
    rf"(?P<date>{DATE})[\s(,–-]{{1,3}}(?:d[./]?o[./]?b\b|date of birth\b)", re.IGNORECASE
)
AGED_THEN_DATE = re.compile(
    rf"\baged?{GAP}+\d{{1,2}}(?:{GAP}+(?:years?|yrs?|months?)(?: old)?)?[\s,(;:–-]{{1,4}}"
    rf"(?P<date>{DATE})",
    re.IGNORECASE,
)

SYSTEMS = (
    r"LCS|ICS|EHM|Mosaic|Liquid ?logic|Care ?first|Framework-?i|Protocol|SWIFT|RAISE|Capita One"
)
CASE_NUMBER = re.compile(
    rf"\b(?:case|child|person|client|service user|family|(?:{SYSTEMS})(?: (?:case|person|child))?)"
    r"(?:['’]s)?[ -](?:system )?(?:number|no\.?|id|identifier|ref(?:erence)?(?: number)?)"
    r"(?:\s+is)?[\s:.#=(-]{1,4}(?P<number>[A-Z]{0,3}-?\d[\d-]{2,10}\d)(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:\d\d)?)?")

UPPER, LOWER = "A-ZÀ-ÖØ-ÞĄĆŁŚŻŹČŠŽ", "a-zß-öø-ÿąćęłńśźżčšž"
WORD = rf"(?:(?:O['’]|Mc|Mac)?[{UPPER}][{LOWER}]+(?:['’-][{UPPER}]?[{LOWER}]+)*)"
# A surname may be printed in capitals; four letters and more, since shorter ones are mostly
# the short names of bodies and plans.
SURNAME = rf"(?:{WORD}|[{UPPER}]{{4,}})(?![\w])"
FULL_NAME = rf"{WORD}(?:{GAP}+{WORD})?{GAP}+{SURNAME}"
ANY_NAME = rf"{WORD}(?![\w])(?:{GAP}+{SURNAME}){{0,2}}"
CHILD = r"(?:child|baby|boy|girl|toddler|infant|teenager|pupil|young person|son|daughter|sibling)"
RELATIVE = r"(?:(?:step|grand|foster )?-?(?:mother|father)|mum|dad|brother|sister|sibling|parent)"

# Pattern with a group `name`, and the reason that is given.
NAMES = (
    (
        re.compile(
            rf"(?<!\w)(?i:{CHILD}),?{GAP}+(?i:called|named|known as){GAP}+(?P<name>{ANY_NAME})"
        ),
        "a name that a child is called by",
    ),
    (
        re.compile(rf"(?<!\w)(?i:{RELATIVE}){GAP}+(?i:of|to){GAP}+(?P<name>{ANY_NAME})"),
        "a name after a relative",
    ),
    (
        re.compile(
            rf"(?<!\w)(?i:child|young person|pupil|yp|subject child){GAP}*[:=]{GAP}*"
            rf"(?P<name>{FULL_NAME})"
        ),
        "a name after the word for a child",
    ),
    (
        re.compile(
            rf"(?<!\w)(?i:(?:child|pupil|young person)(?:['’]s)?{GAP}+(?:full )?name|name of"
            rf" (?:the )?(?:child|pupil|young person)){GAP}*(?:[:=]|is){GAP}*(?P<name>{ANY_NAME})"
        ),
        "a name after the words for a child's name",
    ),
    (
        re.compile(
            rf"(?<!\w)(?P<name>{FULL_NAME})[\s,(;:–-]{{1,4}}"
            rf"(?:(?i:aged? \d{{1,2}}|was|who was)[\s,(]{{1,3}})?(?i:{BORN_THEN_DATE.pattern})"
        ),
        "a name beside a date of birth",
    ),
    (
        re.compile(rf"(?i:{BORN_THEN_DATE.pattern})[\s,);:–-]{{1,4}}(?P<name>{FULL_NAME})"),
        "a name beside a date of birth",
    ),
)

# Words that begin with a capital after such patterns and are part of no child's name.
NO_NAMES = frozenset(
    """
    a all an any area authority board bodies body care case centre child children church
    city committee concern conference consent contact council county custody date director
    district early education england english every families family first form foster group
    head health home hospital in independent intervention key lead leaver leaving local looked
    monday tuesday wednesday thursday friday saturday sunday january february march april june
    july august september october november december need no none not number numbers officer
    our page panel partnership people person persons plan planning plans police practice
    primary programme protection pupil referral report representation review risk
    safeguarding school schools secondary section see service services sex sexual social staff
    status strategy subject support team the their this to training trust unknown update views
    visit welfare who worker work working year years yes young youth
    """.split()  # noqa: SIM905 (a hundred words, one a line, would hide the rest)
)
