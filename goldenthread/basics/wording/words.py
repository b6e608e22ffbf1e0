"""The words of the grammar: what each word or phrase that officers write is a sign of."""

from __future__ import annotations

import calendar
from functools import cache, lru_cache

_REMEMBERED = 20_000  # words of a long document
MONTHS = tuple(name.lower() for name in calendar.month_name)[1:]
WEEKDAYS = tuple(name.lower() for name in calendar.day_name)
NUMBERS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}
SHORT_SLIPS = {
    "setp": 9,
    "spet": 9,
    "spt": 9,
    "juen": 6,
    "jly": 7,
    "agust": 8,
    "augst": 8,
    "aprl": 4,
    "apirl": 4,
    "mrach": 3,
    "marhc": 3,
    "otc": 10,
    "nvo": 11,
    "dce": 12,
    "fbe": 2,
    "jna": 1,
}

UNITS = {
    "hour": "hour hours hr hrs",
    "day": "day days dys",
    "working day": "working day|working days|work days|business days|school days|w/days|wds|wd",
    "week": "week weeks wk wks",
    "fortnight": "fortnight fortnights",
    "month": "month months mth mths mnth mnths mths'",
    "quarter": "quarter quarters",
    "term": "term terms",
    "year": "year years yr yrs",
}

# Each line: what the phrase is a sign of, its value, and the phrases ("|" between phrases).
PHRASES = """
freq 1 day         : daily|every day|nightly
freq 1 week        : weekly|every week|each week|once a week
freq 2 week        : fortnightly|every fortnight|each fortnight|every other week|every second week|alternate weeks
freq 1 month       : monthly|every month|each month|every month end|month by month
freq 2 month       : every other month|every second month|alternate months
freq 1 quarter     : quarterly|every quarter|each quarter|quartly
freq 1 term        : termly|every term|each term
freq 1 half-term   : half termly|half term basis|every half term|each half term
freq 6 month       : half yearly|twice yearly|twice annually|six monthly|semi annually|every half year
freq 1 year        : annually|annual|yearly|every year|each year|per annum|pa|year on year
freq 2 year        : biennially|biennial|every other year|every second year
freq ? month       : bi monthly|bimonthly
freq ? week        : bi weekly|biweekly
freq ? year        : bi annually|biannually|bi annual|biannual|bi yearly
gov by             : between now and|from now until|now until|now to|from now to|by|no later than|not later than|by no later than|on or before|before or on|to be completed by|at the latest by|latest by|deadline of|in time for
gov before         : before|prior to|ahead of|in advance of|pre
gov after          : after|beyond|following|post|subsequent to|upon|on completion of|on receipt of|subject to|once|when|pending|dependent on|dependant on|as soon as|awaiting outcome of
gov from           : from|since|starting|starting from|starting in|commencing|commencing from|commencing in|commences|commenced|commence|begins|beginning from|with effect from|wef|effective from|as from|starts|start|start date|to start|to commence|to begin|starting on|commencing on|commence in|beginning in|started in|started
gov unsure         : as of
gov not before     : not before|no earlier than|not earlier than|no sooner than|on or after|at the earliest in
gov until          : until|till|til|up to|up until|unitl|untill|through to
gov to             : to
gov during         : during|throughout
gov in             : in|on|over|at|of|for|dated|w/in
gov about          : around|about|circa|approx|approximately|approx in|c|expected|anticipated|provisionally|provisional|estimated|est|likely|probably|tentatively|indicative|hopefully
gov between        : between
gov within         : within|inside|in the next|over the next|the next|no more than|not more than
gov review         : review|to be reviewed|reviewed|review date|next review|review in|for review
gov moved          : revised to|now|moved to|slipped to|extended to|deferred to|deferred until|delayed to|delayed until|postponed to|postponed until|put back to|rescheduled to|revised date|revised|new date|changed to|extended until|extension to|re forecast to|reforecast to|rescheduled for|carried forward to|brought forward to|not until|until now
gov was            : revised from|moved from|was|originally|original date|original|previously|changed from|extended from|slipped from|delayed from|formerly|deferred from|postponed from|brought forward from
gov past           : over the past|in the past|over the last|in the last|within the last|within the past|during the last|during the past|for the last|for the past|the last|the past|past|previous|the previous|preceding
late onwards       : to date|to present|to the present|up to date now|onwards|onward|forward|forwards|and after|and beyond
late latest        : at the latest|latest
edge end           : end|end of|the end of|ends|close of|at end of|at the end of|by close of|month end|last day of|end month|ending|end date|back end of
edge start         : start of|the start of|beginning of|the beginning of|at the start of|beginning|first day of|begining of|begining
edge mid           : mid|middle of|the middle of|mid way through|midway through
edge early         : early|early in|early part of|the early part of
edge late          : late|late in|latter part of|the latter part of|later in
this 0             : this|current|the current|present|this current
this 1             : next|the next|coming|the coming|the following|forthcoming
this -1            : last|previous|the previous|the last
week start         : w/c|wc|week commencing|w/b|week beginning|wk commencing|week starting|wk beginning|wcom
week end           : w/e|week ending|wk ending|we ending
fy -               : financial year|fiscal year|fy|f/y|municipal year|council year|business year
ay -               : academic year|school year|a/y|ay
quarter -          : q|qtr|quarter|qrt|qtrs
half -             : half|h|half year
season spring      : spring
season summer      : summer
season autumn      : autumn|fall term
season winter      : winter
holiday easter     : easter
holiday newyear    : new year|the new year|new year's day|new year's
holiday christmas  : christmas|xmas|christmas day
yearend -          : year end|end of year|end of the year|years end|end of this year
monthend -         : month end|end of month|end of the month|end of this month
schoolbreak -      : holidays|holiday|holiday period|holiday periods|vacation|half term|break
state ongoing      : ongoing|ongoing work|ongoing programme|ongoing process|ongoing monitoring|ongoing activity|ongoing basis|ongoing action|on going|continuous|continuously|continuing|continual|continually|continues|business as usual|bau|rolling programme|rolling|rolling program|continued|to continue|continue|indefinite|indefinitely|no end date|throughout year|throughout the year|all year|all year round|open ended|thereafter ongoing|sustained|on a continuous basis|on a rolling basis
state in_progress  : in progress|underway|under way|work in progress|wip|in hand|progressing|in train|being progressed|in process|in development|under development|being developed|work started|partially complete|partially completed|part complete|partly complete|partly completed|part completed|on track|on target|work has started|work has commenced|work has begun|has started|has commenced|has begun|already started|already commenced|begun|nearing completion|almost complete
state in_place     : in place|now in place|already in place|established|live|now live|operational
state not_started  : not started|not yet started|not commenced|not yet commenced|yet to start|yet to commence|not begun|not yet begun|not progressed|no progress|yet to begin|has not started|outstanding
state done         : complete|completed|done|achieved|finished|closed|actioned|delivered|implemented|signed off|work complete|action complete|fully implemented|completed on|completed in
state tbc          : tbc|tba|tbd|tbca|to be confirmed|to be agreed|to be arranged|to be advised|to be decided|to be determined|to be set|to be announced|to be finalised|awaiting confirmation|awaiting date|not known|not yet known|unknown|not yet agreed|not yet confirmed|not set|date required|awaited|to be fixed|to be identified|to be settled|awaiting
state immediate    : immediate|immediately|immed|with immediate effect|immediate effect|straight away|straightaway|at once|forthwith|immediate action|without delay|right away|day one|effective immediately
state urgent       : asap|as soon as possible|as soon as practicable|as soon as practical|urgent|urgently|as soon as reasonably practicable|at the earliest opportunity|earliest opportunity|soonest|high priority|priority
state vague        : short term|medium term|long term|longer term|shorter term|at pace|up to date|regular|regularly|current|currently|recent|recently|several years|in recent years|recent years|in due course|in advance|as required|as needed|as necessary|as and when|when required|where appropriate|ad hoc|periodically|frequently|timely|in a timely manner|too early|too soon|fixed term|when appropriate|take place|taken place|short|medium|long
state reference    : see above|as above|see below|as below|as per above|ditto|see also|see|as previous|same as above|refer to|as per|please see|cross reference|as stated above|per above|linked to
state blank        : n/a|na|not applicable|none|nil|not required|no action required|blank|no date|not stated|no timescale
age -              : age|aged|ages|age of|aged between|ages of|the age of
old -              : old|olds|of age|yr old|yr olds
standard -         : gestation|pregnancy|pregnant|duration|in length|in duration|elapsed|overdue|backlog
beyond -           : more than|less than|under|longer than|older than|fewer than|up to a maximum of|at least|minimum of|in excess of|at
ago -              : ago|earlier
title -            : act|regulations|regulation|guidance|framework|working together|code of practice|white paper|green paper|legislation|standards|standard|keeping children safe in education|every child matters|version|edition|statutory guidance|circular|model|concordat
label -            : phase|stage|priority|part|item|action|actions|rec|recommendation|para|paragraph|paras|no|number|cohort|tranche|wave|section|appendix|objective|step|line|page|workstream|level|tier|band|option|annex|ref|reference|room|ks|key stage|grade|group|target|milestone|sprint|draft|team|theme|project
event -            : publication|report|inspection|visit|monitoring visit|ofsted|cabinet|approval|meeting|board|council|committee|launch|implementation|review|recruitment|appointment|restructure|restructuring|go live|consultation|decision|agreement|adoption|receipt|scrutiny|budget|referral|assessment|audit|election|elections|notification|sign off|training|conference|completion|panel|structure|staff|staffing|funding|procurement|mobilisation|plan|evaluation|pilot|policy|tool|system|dmt|smt|slt|cmt|feedback|outcome|findings|peer review|event|governing body|commissioning|contract|tender|induction|start|icpc|case|closure|strategy discussion|reinspection|re inspection|service|analysis|results|data|workshop|session
filler -           : completion|the|a|an|and|then|is|be|has|been|will|to be|it|this work is|work|date|deadline|timescale|time|scale|due|due date|target date|target|completion date|first|basis|thereafter|subsequently|with|by then|initially|all|held|also|each|are|per|or|agreed|planned|scheduled|commitment|max|maximum|at least|minimum|yes|y|already|now|still|period|date of|plan|update|updates|report|reports|reporting
"""

WHOLE_WORD_SLIPS = (
    *MONTHS,
    "quarterly",
    "monthly",
    "weekly",
    "fortnightly",
    "annually",
    "ongoing",
    "immediately",
    "immediate",
    "completed",
    "complete",
    "continuous",
    "commencing",
)
# English words that lie one slip from a word above and must stay what they are.
NOT_SLIPS = {"competed", "compete", "completes", "mouthly", "weakly", "weekly's", "mediate"}


@cache
def phrases() -> dict[tuple[str, ...], tuple[str, str]]:
    """Each phrase as its words, with what it is a sign of and its value."""
    table: dict[tuple[str, ...], tuple[str, str]] = {}
    for line in PHRASES.strip().splitlines():
        head, _, listed = line.partition(":")
        tag, _, value = head.strip().partition(" ")
        for phrase in listed.strip().split("|"):
            table.setdefault(tuple(phrase.split()), (tag, value.strip()))
    for unit, listed in UNITS.items():
        for phrase in listed.split("|") if "|" in listed else listed.split():
            table.setdefault(tuple(phrase.split()), ("unit", unit))
    for number, word in enumerate(NUMBERS):
        table.setdefault((word,), ("numword", str(number)))
    return table


@cache
def longest_phrase() -> int:
    """The most words that a phrase of the table has."""
    return max(len(words) for words in phrases())


@lru_cache(maxsize=_REMEMBERED)
def month_number(word: str) -> int | None:
    """The month that a word names: in full, shortened to three letters or more, or mistyped."""
    if word in SHORT_SLIPS:
        return SHORT_SLIPS[word]
    for number, name in enumerate(MONTHS, start=1):
        if word == "sept" or (len(word) >= 3 and name.startswith(word)):
            return 9 if word == "sept" else number
    meant = mistyped(word)
    return MONTHS.index(meant) + 1 if meant in MONTHS else None


@lru_cache(maxsize=_REMEMBERED)
def weekday_number(word: str) -> int | None:
    """The weekday that a word names (Monday is 0), in full or shortened."""
    for number, name in enumerate(WEEKDAYS):
        if len(word) >= 3 and (name.startswith(word) or word in (f"{name[:4]}s", f"{name[:3]}s")):
            return number
    return None


@lru_cache(maxsize=_REMEMBERED)
def mistyped(word: str) -> str:
    """The one word of the grammar that is a typing slip away, or the word itself.

    Only words of six letters or more are mended: a shorter one lies too near to other words.
    """
    if len(word) < 6 or word in NOT_SLIPS or word in MONTHS or (word,) in phrases():
        return word
    near = sorted((_slips(word, known), known) for known in WHOLE_WORD_SLIPS)
    (slips, known), (next_slips, _) = near[:2]
    return known if slips <= _allowed(known) and slips < next_slips else word


def _allowed(known: str) -> int:
    return 2 if known in MONTHS and len(known) >= 7 else 1


def _slips(one: str, other: str) -> int:
    """Letters missed, doubled, changed or swapped between two words."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        row = [i]
        for j, b in enumerate(other, start=1):
            cost = min(row[j - 1] + 1, last[j] + 1, last[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        before_last, last = last, row
    return last[-1]
