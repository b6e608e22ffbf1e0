"""The words of the 2009 to 2012 inspections of safeguarding and looked after children services."""

import re

from goldenthread.documents.reports.folding import folded

FRAMEWORK = "SLAC"
SAFEGUARDING = "safeguarding"
LOOKED_AFTER = "looked_after"

# Ofsted, Inspections of safeguarding and looked after children services, 090027 (2009, 2010 and 2011).
SECTIONS = {
    "safeguarding services": SAFEGUARDING,
    "safeguarding": SAFEGUARDING,
    "services for looked after children": LOOKED_AFTER,
    "services for looked after children and care leavers": LOOKED_AFTER,
    "looked after children services": LOOKED_AFTER,
}
SECTION_NAMES = {
    SAFEGUARDING: "Safeguarding services",
    LOOKED_AFTER: "Services for looked after children",
}
OPENING_HEADINGS = frozenset(
    (
        "about this inspection",
        "the inspection judgements and what they mean",
        "inspection judgements and what they mean",
        "service information",
    )
)
GROUPS = frozenset(
    (
        "safeguarding outcomes for children and young people",
        "outcomes for children and young people",
        "how good are outcomes for looked after children and care leavers",
        "outcomes for looked after children and care leavers",
        "outcomes of looked after children and care leavers",
    )
)
ACTIONS_HEADINGS = frozenset(("areas for improvement", "area for improvement"))
RECORD_HEADING = "record of main findings"
# Nothing in the body marks where a group of outcomes ends: these areas are never part of one.
OUTSIDE_GROUPS = frozenset(
    (
        "overall effectiveness",
        "capacity for improvement",
        "ambition and prioritisation",
        "leadership and management",
        "performance management and quality assurance",
        "partnership working",
        "partnerships",
        "user engagement",
        "equality and diversity",
        "value for money",
    )
)

GRADE_WORD = "outstanding|good|adequate|inadequate|satisfactory|not judged"
PRINTED_GRADE = re.compile(
    rf"^(?P<label>.*?)[\s:–-]*(?P<printed>Grade\s*:?\s*(?P<number>[1-4])"
    rf"(?:\s*[-–:(]?\s*(?P<word>{GRADE_WORD})\s*\)?)?)$",
    re.IGNORECASE,
)
TIMESCALE = re.compile(
    r"^(immediately|within (?:the )?(?:next )?[\w-]+ (?:days?|weeks?|months?|years?)"
    r"(?: of .{3,60})?|by [\w ]{3,30}\d{4})\s*:?$",
    re.IGNORECASE,
)


def area_id(section: str | None, label: str) -> str:
    """The heading's words joined by underscores, with the tree before a point.

    >>> area_id("safeguarding", "Economic well-being")
    'safeguarding.economic_well_being'
    """
    words = "_".join(re.findall(r"[a-z0-9]+", folded(label).replace("'", "")))
    return f"{section}.{words}" if section else words


def grade_code(printed: str) -> str:
    """The grade's code (`not_judged` for "Not judged"), from the printed word."""
    return printed.strip().lower().replace(" ", "_")


def is_known_heading(text: str) -> bool:
    """The text as a whole is a heading that these reports print without a grade."""
    words = folded(text)
    listed = words in SECTIONS or words in OPENING_HEADINGS or words in GROUPS
    return listed or words in ACTIONS_HEADINGS or words.startswith(RECORD_HEADING)
