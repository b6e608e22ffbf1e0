"""Proposes of what kind a test is and an action is; a person confirms. No table is asked.

The kinds are those of the design: a test of kind *done* asks for a product, *practice* for a
sample, survey or observation of its use, *difference* for something that changed.
"""

import re

from goldenthread.basics.wording import read

DONE, PRACTICE, DIFFERENCE = "done", "practice", "difference"
ONE_OFF, RECURRING, SUSTAINED = "one-off", "recurring", "sustained"

_CHANGED = re.compile(
    r"\b(reduc\w+|fewer|decreas\w+|increas\w+ (in|number)|rise in|fall in|improvements?\b|"
    r"demonstrating|report cards?|outcomes?|"
    r"(children|families|parents|carers|young people)( and \w+)? (say|said|report|feel|tell)\b)",
    re.IGNORECASE,
)
# The tool of an audit is a product; what an audit found is practice.
_TOOL = re.compile(
    r"\b(audit|survey|monitoring|sampl\w+) (template|tool|framework|schedule|programme|form)",
    re.IGNORECASE,
)
_USED = re.compile(
    r"\b(sampl\w+|dip[- ]sampl\w*|surveys?|survey results|observ\w+|audits?|case files?|"
    r"spot checks?|feedback (?!to\b)|compliance|random|monitoring report\w*)\b",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(weekly|fortnightly|monthly|quarterly|termly|annually|annual|yearly|"
    r"(each|every) (\w+ )?(week|month|quarter|term|year)|(once|twice) a (week|month|year))\b",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"^\W*(continue|maintain|ongoing|keep)\b|\bongoing\b", re.IGNORECASE)


def kind_of_test(text: str, *, column: str = "test") -> str:
    """The kind that the words of a test suggest: "done", "practice" or "difference".

    Args:
        column: where it stood; what stood under 'measures of impact' asks for a difference.
    """
    if column == "measures of impact" or _CHANGED.search(text):
        return DIFFERENCE
    if _USED.search(_TOOL.sub("", text)):
        return PRACTICE
    return DONE


def kind_of_action(text: str, timescale: str = "") -> str:
    """Whether an action is done once, again and again, or goes on: by its words and timescale.

    'Oct. 13 and ongoing' goes on, 'commencing 09/08/12 then quarterly' comes again.
    """
    reading = read(timescale, anchor=None)
    if reading.recurrence or _AGAIN.search(text):
        return RECURRING
    if reading.kind == "ongoing" or _GOES_ON.search(timescale) or _GOES_ON.match(text):
        return SUSTAINED
    return ONE_OFF
