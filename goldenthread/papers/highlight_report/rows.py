"""What a highlight report prints, as plain values."""

from dataclasses import dataclass
from datetime import date

from goldenthread.papers.document import Tone
from goldenthread.papers.highlight_report.overall import NONE_TYPED, Overall
from goldenthread.papers.stand import Stand


@dataclass(frozen=True, kw_only=True)
class Named:
    """An action as it is named in every section: its id, its text, and who leads it by post."""

    public_id: str
    text: str
    lead: str


@dataclass(frozen=True, kw_only=True)
class Improved:
    """An action on rung 3 or above, with the evidence that was accepted and its figures."""

    action: Named
    rung: int
    words: str
    evidence: tuple[str, ...]
    figures: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Voice:
    """What children, families or staff say: of which evidence, what, and on which day."""

    public_id: str
    title: str
    said: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Change:
    """An update: of what, on which day, who said it by post, and what."""

    public_id: str
    about: str
    on: date
    post: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Due:
    """An action with the day that counts and its forecast; `at_once` where it is 'immediately'.

    `way_forward` is the decision or the mitigation where it is blocked.
    """

    action: Named
    due: date
    forecast: date | None
    colour: str
    tone: Tone
    at_once: bool = False
    way_forward: str = ""


@dataclass(frozen=True, kw_only=True)
class Slip:
    """A day that moved: of which step, from and to when, by how much, why, and who agreed."""

    action: Named
    step: str
    before: date
    to: date
    by: str
    why: str
    stands: str


@dataclass(frozen=True, kw_only=True)
class Replaced:
    """An action that was superseded or did not work, why, and what took its place."""

    action: Named
    state: str
    why: str
    successor: str


@dataclass(frozen=True, kw_only=True)
class Waiting:
    """An action that waits for evidence or for a check, and since when."""

    action: Named
    what: str
    since: date | None


@dataclass(frozen=True, kw_only=True)
class Decision:
    """Something that somebody has to decide about an action."""

    public_id: str
    text: str
    what: str


@dataclass(frozen=True, kw_only=True)
class Report:
    """The whole report as at a day."""

    public_id: str
    title: str
    authority: str
    as_at: date
    overall: Overall = NONE_TYPED
    stand: Stand
    improved: tuple[Improved, ...] = ()
    voices: tuple[Voice, ...] = ()
    changes: tuple[Change, ...] = ()
    unchanged: int = 0
    late: tuple[Due, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    decisions: tuple[Decision, ...] = ()
    coming: tuple[Due, ...] = ()
    slips: tuple[Slip, ...] = ()
    replaced: tuple[Replaced, ...] = ()
    restricted: int = 0
