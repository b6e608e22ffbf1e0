"""The judgement areas of each framework and how their labels are printed, 2013 to 2026.

Patterns are for squashed text (`folding.squash`): no spaces, no marks, "&" as "and".
Sources: the reports themselves; domain reference 2.0 for which areas a framework has when.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from rapidfuzz import fuzz

CARE_LEAVERS_APART_FROM = date(2023, 1, 1)
NO_OVERALL_GRADE_FROM = date(2026, 4, 1)

_EXPERIENCE = r"(?:(?:overall)?experiences?(?:and|of|andthe)?progress(?:of|for)?)"
_CHILDREN = r"(?:vulnerable)?(?:children|young|people|and|families)*"
_HELP = (
    rf"{_EXPERIENCE}?(?:{_CHILDREN}(?:who(?:are|may|be)*|in|that)?(?:in)?need(?:s|ing)?(?:of)?)?"
    r"(?:early)?helpandprotection"
)
_LOOKED_AFTER = r"(?:children(?:andyoungpeople)?(?:who)?(?:are)?(?:in(?:our)?care|lookedafter)|lookedafterchildren)"
_LEAVERS = (
    r"(?:careleavers|careexperienced(?:young)?(?:people|adults)?|"
    r"(?:thoseleaving|(?:young)?people(?:whoare)?leaving)care)"
)
# A council's or a board's name before the words that matter; never a line of the table above.
_NAME = (
    r"(?:(?!improvement|good|inadequate|outstanding|judged|leadership|experience|adoption|inspection"
    r"|published)\w){0,60}"
)
_LSCB = (
    rf"(?:effectivenessof)?(?:the)?(?:{_NAME}safeguardingchildrens?board|lscb)"
    r"(?:lscb|\w{0,4}scb|board)?(?:arrangements)?(?:(?!inspection)(?:for|in|of)(?:(?!childrensservices|published)\w){1,60})?"
)
# A judgement that is a sentence begins with one of these and ends with its verb and its grade.
_OVERALL_SENTENCE = (
    r"overall(?:judge?ment|effectiveness)(?:(?:of|for|on)\w{0,60})?(?:isthat)?(?:the)?"
    r"(?:(?:localauthoritys|councils)?childrensservices(?:in\w{1,80})?)?"
    rf"|(?:{_NAME})?(?:childrensservices|servicesfor(?:vulnerable)?children(?:andfamilies)?)"
    r"(?:(?:in|for|at|of|within|providedby)\w{1,80})?|(?:this|the)?(?:localauthority|council)"
)

# The rest of a label, which may not run on into the label of the next row.
_NEXT_ROW = "experience|overall|quality|leadership|capacity|outcomes|adoption|impactof|children(?:who|looked|in)"
_REST = rf"(?:(?!{_NEXT_ROW}|careleav)\w)"
# In 2013 care leavers had no row of their own: they stand in the row of children looked after.
_REST_OF_2013 = rf"(?:(?!{_NEXT_ROW})\w)"
_NUMBER = r"[0-9]{0,3}"
_LEAD_IN = (
    r"(?:the)?(?:(?:the)?(?:graded)?judge?ments?(?:grade)?(?:isthat|for|about|of|on)(?:the)?)?"
)
_VERB = (
    r"(?:is|are|was|were|isthat|arethat|remains?)?(?:that)?(?:it|they)?(?:is|are)?(?:still|now)?"
    r"(?:judged)?(?:tobe|as)?"
)


@dataclass(frozen=True, slots=True)
class Area:
    """A judgement area: its code, its usual label, the squashed pattern, whom it judges."""

    code: str
    label: str
    pattern: re.Pattern[str]
    body: str = "la"

    def matches(self, squashed: str) -> bool:
        """Whether a squashed text is this area's label, numbered or in a sentence, and nothing else."""
        return self.pattern.fullmatch(squashed) is not None


def _area(code: str, label: str, pattern: str, *, body: str = "la") -> Area:
    whole = rf"{_NUMBER}{_LEAD_IN}(?:{pattern})[0-9]{{0,2}}{_VERB}"
    return Area(code, label, re.compile(whole), body)


_OVERALL = _area(
    "overall_effectiveness",
    "Overall effectiveness",
    rf"overall(?:effectiveness|judge?ment)(?:of{_REST}{{0,60}})?",
)
_HELP_AND_PROTECTION = _area(
    "help_and_protection",
    "The experiences and progress of children who need help and protection",
    _HELP,
)

ILACS_AREAS = (
    _area(
        "leaders_impact",
        "The impact of leaders on social work practice with children and families",
        rf"impactof(?:senior)?lead(?:ers|ership)(?:on{_REST}{{0,70}})?",
    ),
    _HELP_AND_PROTECTION,
    _area(
        "in_care_and_care_leavers",
        "The experiences and progress of children in care and care leavers",
        rf"{_EXPERIENCE}?{_LOOKED_AFTER}and{_LEAVERS}",
    ),
    _area(
        "in_care",
        "The experiences and progress of children in care",
        rf"{_EXPERIENCE}?{_LOOKED_AFTER}",
    ),
    _area(
        "care_leavers",
        "The experiences and progress of care leavers",
        rf"{_EXPERIENCE}?{_LEAVERS}",
    ),
    _OVERALL,
)
LSCB = _area("lscb", "The Local Safeguarding Children Board", _LSCB, body="lscb")
SIF_AREAS = (
    _area("help_and_protection", "Children who need help and protection", _HELP),
    _area(
        "looked_after_permanence",
        "Children looked after and achieving permanence",
        rf"{_EXPERIENCE}?{_LOOKED_AFTER}(?:andachieving|achieving|and)\w{{0,12}}permanence(?:and{_REST}{{0,20}})?",
    ),
    _area(
        "adoption",
        "Adoption performance",
        r"adoption(?:performance|services?)?|performance(?:of|in)adoption",
    ),
    _area(
        "care_leavers_sif",
        "Experiences and progress of care leavers",
        rf"{_EXPERIENCE}?(?:the)?{_LEAVERS}",
    ),
    _area(
        "leadership_management_governance",
        "Leadership, management and governance",
        r"leadership(?:and)?management(?:and)?governance",
    ),
    _OVERALL,
)
AREAS_OF_2013 = (
    _OVERALL,
    _area("capacity_to_improve", "Capacity to improve", r"capacity(?:to|for)improve(?:ment)?"),
    _area(
        "outcomes_looked_after_2013",
        "Outcomes for looked after children",
        r"(?:how(?:good|effective)are)?(?:the)?(?:quality|effectiveness)?(?:of)?(?:the)?"
        rf"outcomes(?:for{_REST_OF_2013}{{0,70}})?",
    ),
    _area(
        "quality_of_provision_2013",
        "Quality of provision",
        rf"qualityof(?:the)?provision(?:for{_REST}{{0,50}})?",
    ),
    _area(
        "leadership_and_management_2013",
        "Leadership and management",
        r"(?:effectivenessof)?(?:the)?leadership(?:and)?management(?:and\w{0,20})?",
    ),
)
OVERALL_SENTENCE = _area("overall_effectiveness", "Overall effectiveness", _OVERALL_SENTENCE)

_AREAS = {
    "SIF": SIF_AREAS,
    "SIF re-inspection": SIF_AREAS,
    "LSCB review only": (LSCB,),
    "2013 LAC inspection": AREAS_OF_2013,
    "ILACS": ILACS_AREAS,
}
_CLOSE_TO_LABEL = 93
_SHORTEST_LIKENESS = 18


def areas_of(framework: str) -> tuple[Area, ...]:
    """The areas that a framework judges in a table; the board is judged in a sentence."""
    return _AREAS.get("ILACS" if framework.startswith("ILACS") else framework, ())


def area_of(squashed: str, areas: tuple[Area, ...]) -> Area | None:
    """The area whose label a squashed text is."""
    return next((area for area in areas if area.matches(squashed)), None)


def area_like(squashed: str, areas: tuple[Area, ...]) -> Area | None:
    """The area whose usual label a squashed text nearly is: a slip of the pen, a broken letter."""
    if len(squashed) < _SHORTEST_LIKENESS:
        return None
    likeness, number = max((fuzz.ratio(squashed, _usual(a.label)), -i) for i, a in enumerate(areas))
    return areas[-number] if likeness >= _CLOSE_TO_LABEL else None


def expected(framework: str, inspected: date | None) -> tuple[str, ...]:
    """The areas that a report of this framework and day is expected to judge."""
    if not framework.startswith("ILACS"):
        codes = [area.code for area in areas_of(framework)]
        return tuple([*codes, "lscb"] if framework == "SIF" else codes)
    codes = ["leaders_impact", "help_and_protection"]
    apart = inspected is None or inspected >= CARE_LEAVERS_APART_FROM
    codes += ["in_care", "care_leavers"] if apart else ["in_care_and_care_leavers"]
    graded = inspected is None or inspected < NO_OVERALL_GRADE_FROM
    return tuple([*codes, "overall_effectiveness"] if graded else codes)


@cache
def _usual(label: str) -> str:
    return re.sub(r"[^a-z]", "", label.lower())
