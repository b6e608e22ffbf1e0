"""Finds the row of headings of a plan whose cells were typed one after the other."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from goldenthread.documents.plans.lost_columns.typed import Typed


class Role(StrEnum):
    """What the cells of a column are for; OTHER is a heading that we do not know."""

    NUMBER = "number"
    AREA = "area"
    ACTION = "action"
    TIMESCALE = "timescale"
    LOCAL_TIMESCALE = "local timescale"
    LEAD = "lead"
    DELEGATES = "delegates"
    PROGRESS = "progress"
    TEST = "test"
    EVIDENCE = "evidence"
    COMPLETED = "completed"
    STATUS = "status"
    RESOURCES = "resources"
    MEASURES = "measures of progress"
    IMPACT = "measures of impact"
    OTHER = "other"


_WHO = r"(?:officers?|persons?|leads?|managers?|agenc(?:y|ies)|organisations?|teams?|names?)"
_TIME = r"(?:time ?scales?|time ?frames?|deadlines?|due dates?|target dates?|dates? due|target dates? for completion)"
_INSPECTOR = r"(?:ofsted'?s?|inspectorate'?s?|inspection|inspectors'?|cqc|hmi|cif|national|statutory|required|jtai|ilacs)"
_PATTERNS: tuple[tuple[Role, str], ...] = (
    (
        Role.NUMBER,
        r"(?:action |rec(?:ommendation)? |item |ref(?:erence)? |line )?(?:nos?|numbers?|ref|reference|id|#)"
        r"|item|rec|ref no|para(?:graph)?(?: no)?",
    ),
    (
        Role.AREA,
        r"(?:key |priority |ofsted |inspection |sif |ilacs )?(?:areas?|issues?|points?) (?:for|of|requiring) "
        r"(?:improvement|development|action|priority action)(?: area)?"
        r"|(?:ofsted |inspection |key |the )?(?:recommendations?|findings?|issues?|priorit(?:y|ies)|objectives?|themes?)"
        r"(?: area)?|improvement (?:area|priority|objective|theme)s?|areas? identified|what (?:ofsted|inspectors) (?:said|found)"
        r"|what (?:do )?we (?:need|want) to (?:improve|achieve|change)|recommendation(?:s)? (?:from|of) (?:ofsted|inspection|report)",
    ),
    (
        Role.ACTION,
        r"(?:key |agreed |planned |specific |improvement |detailed )?(?:actions?|tasks?|activit(?:y|ies))"
        r"(?: (?:required|needed|planned|to be taken|agreed|to be undertaken|steps?))?(?: by [a-z]+)?"
        r"|what (?:will we|we will|we are going to|we need to|will be|needs to be|are we going to) do(?:ne)?|how will we (?:do it|achieve this)"
        r"|what needs to (?:happen|be done)|steps to be taken|how we will (?:do it|achieve this)",
    ),
    (Role.TIMESCALE, rf"{_INSPECTOR} {_TIME}|{_TIME} (?:set by )?{_INSPECTOR}"),
    (
        Role.LOCAL_TIMESCALE,
        rf"(?:(?:local|council|agreed|internal|our|target|action|completion|revised) )?{_TIME}"
        r"|by when(?: ?\?)?|when(?: ?\?)?|target|due|by|target completion(?: date)?|due by|completion target|start date"
        r"|timescales? completion|(?:timescale|date) for completion|planned (?:date|completion)|when by",
    ),
    (
        Role.LEAD,
        rf"(?:(?:strategic|accountable|operational|overall|action|named|nominated|responsible) )?lead(?: {_WHO})?"
        rf"(?: responsible| responsibility)?|{_WHO} responsible|responsib(?:le|ility)(?: {_WHO})?|owners?|action owners?|lead responsibility"
        r"|(?:by )?who(?:m)?(?: is responsible| will do it| by)?(?: ?\?)?|accountab(?:le|ility)(?: officer)?|lead and agency"
        r"|responsible lead|senior responsible officer|sro|allocated to|person(?:s)? accountable",
    ),
    (
        Role.DELEGATES,
        r"sub[- ]?delegates?(?: officers?)?|delegated? (?:to|officers?|leads?)|delegates?(?: officers?)?|"
        r"(?:supporting|other|contributing|support|assisting) (?:officers?|leads?|staff|persons?|agenc(?:y|ies)|partners?)"
        r"|supported by|co[- ]?leads?|with support from|partners?|key partners",
    ),
    (
        Role.PROGRESS,
        r"(?:latest |current )?progress(?: (?:comments?|updates?|to date|notes?|made|so far|report|against action))?"
        r"|(?:latest )?comments?(?: progress| updates?)?|updates?(?: comments?| on progress)?|(?:position|progress) statement"
        r"|progress and (?:comments|impact)|current position|status update|what (?:have we|we have) done"
        r"|(?:january|february|march|april|may|june|july|august|september|october|november|december) update"
        r"|update (?:january|february|march|april|may|june|july|august|september|october|november|december)(?: 20\d\d)?",
    ),
    (
        Role.TEST,
        r"tests?(?: of (?:completion|success))?|success (?:criteria|measures?|indicators?)|how (?:will we|we will) know|"
        r"evidence (?:of (?:success|completion|impact)|required|needed)|evidenced? by|what will success look like"
        r"|(?:expected |intended |desired )?outcomes?(?: measures?)?|measures? of success|verification|proof|milestones?"
        r"|(?:how )?(?:will it be )?(?:monitored|monitoring)(?: arrangements| by| and evaluation)?|method of assurance|assurance",
    ),
    (
        Role.EVIDENCE,
        r"evid(?:ence)?(?: (?:on|in|held on))? file|evidence(?: (?:held|filed|seen|provided|available|received|location))?"
        r"|on file|evid|evidence y n",
    ),
    (
        Role.COMPLETED,
        r"date (?:comp|completed|complete|achieved|closed|of completion|done|signed off)|(?:actual )?completion date|completed?(?: on| date)?"
        r"|actual (?:completion )?date|closed(?: on)?|signed off|sign off(?: date)?",
    ),
    (
        Role.STATUS,
        r"(?:current |overall )?(?:b?rag|brag|status|risk)(?: (?:rating|status|rag))?|rag(?: rated)?|traffic light|progress rag",
    ),
    (
        Role.RESOURCES,
        r"resources?(?: (?:required|needed|implications?))?|(?:estimated )?costs?|budget|finance|funding|resource implications?",
    ),
    (
        Role.MEASURES,
        r"measures? of progress|progress measures?|performance (?:indicators?|measures?)|kpis?|measures?|targets? and measures?",
    ),
    (
        Role.IMPACT,
        r"measures? of impact|impact(?: (?:measures?|on children|for children|statement))?|difference made"
        r"|what difference (?:has it|will it|will this) ma[dk]e|impact and outcomes?|so what",
    ),
)
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in _PATTERNS)
_LONGEST_HEADING = 8
_FEWEST_COLUMNS = 4
_MOST_HEADING_WORDS = 70
_UNKNOWN_LINES = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the plan, left to right; `key` tells columns of the same role apart."""

    role: Role
    heading: str
    key: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A row of headings: the lines `first` to `last` and the columns that they name."""

    first: int
    last: int
    columns: tuple[Column, ...]

    @property
    def roles(self) -> tuple[str, ...]:
        return tuple(column.key for column in self.columns)


@lru_cache(maxsize=4096)
def role_of(heading: str) -> Role | None:
    """The role of a heading's words; None if it is no heading that we know."""
    words = re.sub(r"[^\w#'?]+", " ", heading.lower().replace("’", "'")).strip()
    return next((role for role, pattern in _COMPILED if pattern.fullmatch(words)), None)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    line: int
    starts_line: bool
    ends_line: bool


@dataclass(frozen=True, slots=True)
class _Cell:
    role: Role
    text: str
    after: int


def find_headings(lines: Sequence[Typed]) -> list[Heading]:
    """All rows of headings of a document, in order; those of later pages repeat the first."""
    found: list[Heading] = []
    at = 0
    while at < len(lines):
        heading = _heading_at(lines, at) if lines[at].words else None
        if heading is None:
            at += 1
            continue
        found.append(heading)
        at = heading.last + 1
    return found


def _heading_at(lines: Sequence[Typed], first: int) -> Heading | None:
    words = _words_from(lines, first)
    cells = _Splitter(words).best()
    if len({cell.role for cell in cells} - {Role.OTHER}) < _FEWEST_COLUMNS:
        return None
    if not {Role.ACTION, Role.AREA} & {cell.role for cell in cells}:
        return None
    last = words[cells[-1].after - 1].line
    return Heading(first=first, last=last, columns=_columns(cells))


def _words_from(lines: Sequence[Typed], first: int) -> list[_Word]:
    words: list[_Word] = []
    for number in range(first, len(lines)):
        line = lines[number].words
        for k, text in enumerate(line):
            words.append(_Word(text, number, k == 0, k == len(line) - 1))
        if len(words) > _MOST_HEADING_WORDS:
            break
    return words


def _columns(cells: Sequence[_Cell]) -> tuple[Column, ...]:
    seen: dict[Role, int] = {}
    columns = []
    for cell in cells:
        seen[cell.role] = seen.get(cell.role, 0) + 1
        key = cell.role.value if seen[cell.role] == 1 else f"{cell.role.value} {seen[cell.role]}"
        columns.append(Column(role=cell.role, heading=cell.text, key=key))
    return tuple(columns)


class _Splitter:
    """Splits words into headings so that most words are covered by the fewest headings."""

    def __init__(self, words: Sequence[_Word]) -> None:
        self._words = words
        self._memo: dict[tuple[int, frozenset[Role], bool], tuple[float, tuple[_Cell, ...]]] = {}

    def best(self) -> tuple[_Cell, ...]:
        return self._from(0, frozenset(), unknown_before=False)[1]

    def _from(
        self, at: int, used: frozenset[Role], *, unknown_before: bool
    ) -> tuple[float, tuple[_Cell, ...]]:
        key = (at, used, unknown_before)
        if key not in self._memo:
            self._memo[key] = self._search(at, used, unknown_before=unknown_before)
        return self._memo[key]

    def _search(
        self, at: int, used: frozenset[Role], *, unknown_before: bool
    ) -> tuple[float, tuple[_Cell, ...]]:
        best: tuple[float, tuple[_Cell, ...]] = (0.0, ())
        if not self._may_end(at):
            best = (-99.0, ())
        for cell in self._known(at, used):
            gain = cell.after - at - 0.5
            score, rest = self._from(cell.after, used | {cell.role}, unknown_before=False)
            best = max(best, (score + gain, (cell, *rest)), key=lambda b: b[0])
        if used and not unknown_before:
            for cell in self._unknown(at):
                score, rest = self._from(cell.after, used, unknown_before=True)
                if rest and len({c.role for c in rest}) > 1:
                    best = max(best, (score - 1.5, (cell, *rest)), key=lambda b: b[0])
        return best

    def _may_end(self, at: int) -> bool:
        return at == 0 or at == len(self._words) or self._words[at].starts_line

    def _known(self, at: int, used: frozenset[Role]) -> list[_Cell]:
        cells = []
        for after in range(at + 1, min(at + _LONGEST_HEADING, len(self._words)) + 1):
            text = " ".join(word.text for word in self._words[at:after])
            role = role_of(text)
            if role is not None and role not in used:
                cells.append(_Cell(role, text, after))
        return cells

    def _unknown(self, at: int) -> list[_Cell]:
        """One or two whole lines that are no heading we know, between two that are."""
        if at >= len(self._words) or not self._words[at].starts_line:
            return []
        cells, lines = [], 0
        for after in range(at + 1, min(at + 5, len(self._words)) + 1):
            if self._words[after - 1].ends_line:
                lines += 1
                text = " ".join(word.text for word in self._words[at:after])
                cells.append(_Cell(Role.OTHER, text, after))
            if lines == _UNKNOWN_LINES:
                break
        return cells
