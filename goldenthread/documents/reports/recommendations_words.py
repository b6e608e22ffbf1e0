"""The words by which reports head, group and lead into what they recommend."""

import re
from collections.abc import Sequence

from goldenthread.documents.reports.sections import plain

WORDS_OF_A_TITLE = 14

MAIN = re.compile(
    r"(?:(?:what|where|how) .{0,60}\bneeds? to (?:be )?(?:further )?improved?\b.{0,70}"
    r"|what (?:should|must|could) .{0,40}\b(?:be )?improved?\b.{0,60}"
    r"|(?:key |main |the |our |summary of |list of )?recommendations?"
    r"(?: (?:for|to|from|of|arising) .{1,90})?)"
)
AREAS = re.compile(
    r"(?:the |key |main |other )?(?:areas?|priorit(?:y|ies)|points?|matters?)"
    r" (?:for|of|requiring|needing|in need of|that need|which need) .{0,50}?"
    r"(?:actions?|improve(?:ments?|d)?|develop(?:ments?|ed)?|attention)"
    r"(?: (?:for|by|of|in|within|across|to) .{1,80})?"
    r"|(?:areas? for )?(?:priority|immediate|urgent)(?:(?:,| and| or|/)+ ?(?:priority|immediate|urgent))?"
    r" (?:actions?|improvements?)(?: .{1,60})?"
)
TIMES = re.compile(
    r"(?:for )?immediate(?:ly)?(?: action)?"
    r"|(?:with)?in (?:the next |a |an )?(?:\w+(?: to \w+)? )?(?:days?|weeks?|months?|years?)(?: .{1,40})?"
    r"|(?:by|before) .{0,30}\b20\d\d"
    r"|(?:short|medium|long)(?:er)?[- ]term"
)
END = re.compile(
    r".*\bstrengths?\b.*"
    r"|.*\bexperiences? and progress\b.*"
    r"|.*\binspection (?:findings|judge?ments?|team|grades?)\b.*"
    r"|(?:the )?impact of leaders\b.*"
    r"|(?:executive |brief )?summary\b.*|.*\bsummary (?:for|of)\b.*"
    r"|information about\b.*|about (?:this|the) (?:inspection|review|local)\b.*"
    r"|progress (?:since|made|against|in)\b.*"
    r"|(?:section|part|annex|appendix) (?:\d+|[a-e]|one|two|three)\b.*"
    r"|the local authority|the local safeguarding children boards?\b.*|the lscb"
    r"|(?:the )?(?:child|children)'s journey\b.*"
    r"|what (?:the )?(?:inspection|judge?ments?|children|is working|works|has)\b.*"
    r"|(?:key|graded|inspection|overall) judge?ments?\b.*|the graded judge?ment\b.*"
    r"|.*\b(?:is|are|has been|have been)(?: judged(?: to be)?)? "
    r"(?:good|outstanding|inadequate|adequate|requires? improvement)\b.*"
    r"|.{5,90}: (?:good|outstanding|inadequate|adequate|requires? improvement)\b.*"
    r"|leadership, management and governance (?:requires?|is|are)\b.*"
    r"|overall effectiveness\b.*|main findings?\b.*|findings?|conclusions?|context\b.*|annex\b.*"
    r"|(?:the )?effectiveness of the (?:local safeguarding|lscb)\b.*"
)
PLAIN_END = re.compile(
    r"(?:the )?(?:local authority|lscb|board|council)(?:'s)? strengths|key strengths\b.{0,60}"
    r"|(?:the )?experiences? and progress of\b.*|(?:the )?impact of leaders\b.*"
    r"|summary (?:for|of)\b.*|(?:executive )?summary|information about (?:this|the)\b.*"
    r"|inspection (?:findings|judge?ments?)\b.*|progress since\b.*|(?:key|graded) judge?ments?\b.*"
    r"|(?:section|annex|appendix) (?:\d+|[a-e]|one|two|three)\b.{0,80}"
    r"|what the inspection judge?ments\b.*"
)
LEAD = re.compile(
    r"in order to\b.*|.*\bfollowing(?: \w+){0,4}:?\.?|.{0,160}\b(?:should|must|needs? to|to)(?: ensure(?: that)?)?:"
)
NUMBERED_LEAD = re.compile(
    r"in order to\b.*|.*\b(?:take|address|following) the following\b.*", re.S
)
NONE = re.compile(
    r"(?:there (?:are|were|is|was) (?:currently |therefore )?no(?:ne)?\b|none\b|not applicable"
    r"|no (?:areas?|priority|immediate|recommendations?|actions?|further|specific|such|matters?)\b"
    r"|(?:this |the )?(?:inspectors?|inspection|ofsted|review)"
    r" (?:(?:did|does|has|have) not|(?:has |have )?(?:made|makes|found|identified|raised) no)\b)"
    r"(?=.{0,120}(?:\bareas?\b|priorit|\bactions?\b|recommend|improve|identif|$)).{0,250}",
    re.S,
)
WORDS_OF_NONE = 40
DUTY = re.compile(r"\b(?:should|must|ought to)\b|\bneeds? to (?:\w+ly )?(?:ensure|improve|take)\b")
WORDS_TO_A_DUTY = 25
CLAUSES = 4
"""A request stands in the first clauses ("When children go missing, ensure ...")."""
WORD = re.compile(r"[\w-]+")
BEHIND_A_NOUN = frozenset(
    WORD.findall(
        "of for with is are was were has have in on from by between at across within provided "
        "offered carers carer care"
    )
)
"""Words that show the word before them to be a noun ("Support for care leavers is good")."""
IMPERATIVES = frozenset(
    WORD.findall(
        "accelerate achieve act address adopt agree align analyse appoint ascertain assess "
        "assure audit avoid base be begin bring broaden build capture carry cease challenge "
        "clarify co-ordinate collate collect commission communicate complete concentrate "
        "conclude conduct consider consolidate consult continue coordinate create deepen "
        "define deliver demonstrate determine develop disseminate do draw drive eliminate "
        "embed empower enable encourage engage enhance enlist ensure equip eradicate escalate "
        "establish evaluate evidence examine expand expedite explore extend facilitate "
        "finalise find focus follow formalise formulate foster fulfil further gain gather "
        "give help hold identify implement improve include increase inform initiate instigate "
        "instil integrate intensify introduce invest investigate involve keep launch lead "
        "learn link listen maintain make manage map maximise measure minimise monitor move "
        "notify obtain offer oversee persist plan prepare prioritise produce progress promote "
        "provide publicise publish pursue put raise rationalise re-establish realise rebuild "
        "recognise recruit rectify redesign redouble reduce refine refocus refresh regularise "
        "reinforce reinstate relaunch remedy remind remove renew report request require "
        "research resolve respond restructure retain review revise revisit safeguard satisfy "
        "scrutinise secure seek set share sharpen simplify speed standardise steer stop "
        "streamline strengthen supplement support sustain tackle take target test tighten "
        "track train transform undertake update upskill urge use utilise validate verify "
        "widen work write "
    )
)
OPENING = frozenset(
    WORD.findall(
        "where when with through as alongside together in by for once following to given before "
    )
)
"""Words that may stand before the verb of a recommendation."""


def is_opening(text: str) -> bool:
    """A heading under which recommendations begin."""
    return is_main(text) or is_areas(text)


def is_main(text: str) -> bool:
    return _is_title(text) and bool(MAIN.fullmatch(_unnoted(text)))


def is_areas(text: str) -> bool:
    return _is_title(text) and bool(AREAS.fullmatch(_unnoted(text)))


def is_group(text: str) -> bool:
    """A heading that groups recommendations: by kind ("Areas for improvement") or by time."""
    return is_areas(text) or (_is_title(text) and bool(TIMES.fullmatch(plain(text))))


def is_end(text: str) -> bool:
    """A heading that never stands over recommendations."""
    return not is_opening(text) and bool(END.fullmatch(plain(text)))


def is_plain_end(text: str) -> bool:
    """Such a heading in the type of the body, which only its words show."""
    titled = _is_title(text) and text[-1] not in ".;,"
    return titled and not is_opening(text) and bool(PLAIN_END.fullmatch(plain(text)))


def is_lead(text: str) -> bool:
    """A sentence that leads into a list ("The local authority should:")."""
    return text.rstrip().endswith(":") or bool(LEAD.fullmatch(text.strip().casefold()))


def is_numbered_lead(text: str) -> bool:
    return bool(NUMBERED_LEAD.match(text.casefold()))


def says_none(text: str) -> bool:
    """A statement that there is nothing to recommend."""
    words = plain(text)
    if len(words.split()) > WORDS_OF_NONE or asks(text):
        return False
    return bool(NONE.fullmatch(words))


def asks(text: str) -> bool:
    """Whether a text asks for something to be done, as a recommendation does."""
    words = WORD.findall(text.casefold())[:WORDS_TO_A_DUTY]
    if not words:
        return False
    if DUTY.search(" ".join(words)) or _commands(words):
        return True
    if words[0].endswith("ly") and words[0] != "early":
        return _commands(words[1:])
    clauses = text.casefold().split(",")[1:CLAUSES]
    return words[0] in OPENING and any(_commands(WORD.findall(clause)) for clause in clauses)


def _commands(words: Sequence[str]) -> bool:
    """Whether the first word is a verb that asks ("Support foster carers", not "Support for")."""
    if len(words) < 2 or words[0] not in IMPERATIVES:
        return False
    return words[0] == "put" or words[1] not in BEHIND_A_NOUN


def _unnoted(text: str) -> str:
    """A heading without the mark of a footnote that stands apart from it."""
    return re.sub(r"(?<=\D) \d$", "", plain(text))


def _is_title(text: str) -> bool:
    return len(text.split()) <= WORDS_OF_A_TITLE
