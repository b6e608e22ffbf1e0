"""The colour of an action: the first rule of the authority that fits. No table is asked.

The rules, their words and thresholds are data that the council approves; `SHIPPED` are those
to begin with. A manager may lower a status, or raise it with a printed reason, never to blue.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from goldenthread.basics.days import without_weekday
from goldenthread.basics.errors import NotAllowedNow
from goldenthread.plans import recurring, rungs

GREY, RED, AMBER, BLUE, GREEN, NONE = "grey", "red", "amber", "blue", "green", "none"
# Grey and green are no better than one another: neither is behind.
RANKS = {RED: 1, AMBER: 2, GREEN: 3, GREY: 3, BLUE: 4}

NOT_DUE = "not due to start"
TO_BE_AGREED = "to be agreed"
PAST = "past the agreed deadline and not done"
NO_WAY = "blocked with no way forward"
SLIPS = "forecast after the deadline"
WAY = "blocked with a way forward"
HIGH = "rung 4 or 5"
REST = "the rest"
BEHIND = {PAST, NO_WAY, SLIPS, WAY}
CONDITIONS = (NOT_DUE, TO_BE_AGREED, PAST, NO_WAY, SLIPS, WAY, HIGH, REST)


@dataclass(frozen=True)
class Rule:
    """A colour, the conditions of which one suffices, and the words of the printed key."""

    colour: str
    when: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class Rules:
    """An authority's rules: in order, with their thresholds.

    Attributes:
        slip_days:    a forecast may be so many days after the deadline and still be in time.
        silence_days: after so many days without an update it is marked.
        periods:      how many periods in standard make 'embedded'.
        grace_days:   so many days after its day an occurrence may still be done in time.
        roll:         what happens to an occurrence on a day that is no working day.
    """

    rules: tuple[Rule, ...]
    slip_days: int = 0
    silence_days: int = 35
    periods: int = 3
    grace_days: int = 0
    roll: str = recurring.AS_IT_FALLS

    @property
    def key(self) -> tuple[tuple[str, str], ...]:
        """Colour and words of each rule, to be printed wherever colours show."""
        return tuple((rule.colour, rule.words) for rule in self.rules)


SHIPPED = Rules(
    (
        Rule(GREY, (NOT_DUE, TO_BE_AGREED), "not due to start, or to be agreed"),
        Rule(
            RED,
            (PAST, NO_WAY),
            "past the agreed deadline and not done, or blocked with no way forward",
        ),
        Rule(AMBER, (SLIPS, WAY), "forecast after the deadline, or blocked with a way forward"),
        Rule(BLUE, (HIGH,), "embedded in practice, or difference shown"),
        Rule(GREEN, (REST,), "the rest"),
    )
)

# Where no rule fits: never better than what is late.
UNRULED = Rule(RED, (REST,), "no rule fits")


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What status and marks follow from, as of `day`.

    Attributes:
        standing:    what the rung follows from.
        starts_on:   not due to start before.
        due:         the deadline that counts: agreed, else local, else the inspectorate's.
        at_once:     since when "immediately" counts, where that is all that is printed.
        missed:      the first occurrence that was not done, of those since one was.
        forecast:    the lead's own.
        way_forward: there is one for what blocks it.
        updated_on:  the last update, or the day it was recorded.
        no_changes:  how many 'no change' stand one after another at the end.
        local_date:  the council has set a day.
        waiting_since: a check was asked for, and nobody has checked.
        judged:      the colour that a manager set, "" if none; `raised_from` as printed there.
    """

    day: date
    standing: rungs.Standing = field(default_factory=rungs.Standing)
    starts_on: date | None = None
    due: date | None = None
    at_once: date | None = None
    missed: date | None = None
    forecast: date | None = None
    way_forward: bool = False
    updated_on: date | None = None
    no_changes: int = 0
    local_date: bool = False
    waiting_since: date | None = None
    judged: str = ""
    raised_from: str = ""
    judged_why: str = ""

    @property
    def delivery(self) -> str:
        return self.standing.delivery


@dataclass(frozen=True)
class Status:
    """A colour, its words in the key, and why in words.

    `worked_out` is the colour before a manager lowered or raised it.
    """

    colour: str
    words: str
    why: str
    worked_out: str


def status(facts: Facts, rules: Rules = SHIPPED) -> Status:
    """The first rule that fits, and what a manager made of it."""
    if facts.delivery in rungs.REPLACED:
        return Status(NONE, facts.delivery, f"It is {facts.delivery}.", NONE)
    rule, condition = _first(facts, rules)
    why = _why(condition, facts)
    colour = judged(rule.colour, facts.judged, facts.raised_from)
    if colour == rule.colour:
        return Status(colour, rule.words, why, rule.colour)
    verb = "Raised" if facts.raised_from else "Lowered"
    reason = f": {facts.judged_why.rstrip('.')}" if facts.judged_why else ""
    return Status(
        colour, f"{verb.lower()} by a manager", f"{verb} by a manager{reason}. {why}", rule.colour
    )


def judged(worked_out: str, colour: str, raised_from: str) -> str:
    """The colour that shows: a raise counts only while what it was raised from is worked out."""
    if not colour:
        return worked_out
    if raised_from:
        return colour if raised_from == worked_out else worked_out
    return colour if RANKS[colour] < RANKS[worked_out] else worked_out


def is_late(facts: Facts) -> bool:
    """Past the deadline that counts and not done, or an occurrence was missed.

    'Immediately' is past on the next day.
    """
    if facts.delivery in rungs.CLOSED:
        return False
    if facts.missed is not None:
        return True
    last = last_day(facts)
    return last is not None and last < facts.day


def last_day(facts: Facts) -> date | None:
    """The deadline that counts, else since when "immediately" counts."""
    return facts.due or facts.at_once


def fits(condition: str, facts: Facts, rules: Rules) -> bool:
    """Whether a condition holds.

    Grey holds only until the deadline: whoever leads an action moves its start or says that it
    is to be agreed alone, and that must not take away the red of what is late.
    """
    late = is_late(facts)
    blocked = facts.delivery == rungs.BLOCKED
    checks: Mapping[str, bool] = {
        NOT_DUE: not late
        and facts.delivery == rungs.NOT_STARTED
        and facts.starts_on is not None
        and facts.starts_on > facts.day,
        TO_BE_AGREED: not late and facts.delivery == rungs.TO_BE_AGREED,
        PAST: late,
        NO_WAY: blocked and not facts.way_forward,
        SLIPS: _slips(facts, rules.slip_days),
        WAY: blocked and facts.way_forward,
        HIGH: (rungs.rung(facts.standing).number or 0) >= 4,
        REST: True,
    }
    return checks[condition]


def _slips(facts: Facts, days: int) -> bool:
    if facts.delivery in rungs.CLOSED or facts.due is None or facts.forecast is None:
        return False
    return facts.forecast > facts.due + timedelta(days=days)


def _first(facts: Facts, rules: Rules) -> tuple[Rule, str]:
    for rule in rules.rules:
        for condition in rule.when:
            if fits(condition, facts, rules):
                return rule, condition
    return UNRULED, REST


def _why(condition: str, facts: Facts) -> str:
    number = rungs.rung(facts.standing).number
    said = {
        NOT_DUE: f"It is not due to start before {_day(facts.starts_on)}.",
        TO_BE_AGREED: "It is to be agreed.",
        PAST: _past(facts),
        NO_WAY: "It is blocked, and no way forward is named.",
        SLIPS: f"Forecast for {_day(facts.forecast)}, after {_day(facts.due)}.",
        WAY: "It is blocked, with a way forward.",
        HIGH: f"It stands at rung {number}: {rungs.NAMES.get(number or 0)}.",
    }
    return said.get(condition) or _rest(facts)


def _past(facts: Facts) -> str:
    if facts.due is not None and facts.due < facts.day:
        return f"It was due by {_day(facts.due)}."
    if facts.missed is not None:
        return f"The occurrence of {_day(facts.missed)} was not done."
    return "It was due immediately, and has no local date."


def _rest(facts: Facts) -> str:
    if facts.delivery == rungs.DONE:
        return "It is done; it is not yet shown to be embedded."
    if facts.due is None:
        return "It has no deadline, so nothing is late."
    return f"It is due by {_day(facts.due)}."


def _day(day: date | None) -> str:
    return without_weekday(day) if day else "an unknown day"


def read_rules(content: Mapping[str, Any]) -> Rules:
    """Rules from their stored form.

    Args:
        content: {"rules": [{"colour": "red", "when": ["past the agreed deadline and not
                 done"], "words": "late"}, …], "slip_days": 28, "silence_days": 35,
                 "periods": 3, "grace_days": 0, "roll": "as it falls"}; all but the
                 rules are optional.

    Raises:
        NotAllowedNow: a colour or a condition is not known, blue is given below rung 4, the
                       last rule is not for the rest, or what is late, blocked or forecast late
                       shows better than amber.
    """
    rules = tuple(
        Rule(str(one.get("colour")), tuple(one.get("when", ())), str(one.get("words", "")))
        for one in content.get("rules", ())
    )
    if problem := _problem(rules):
        raise NotAllowedNow(f"{problem} The rules stay as they are.")
    given = {
        name: int(content[name])
        for name in ("slip_days", "silence_days", "periods", "grace_days")
        if name in content
    }
    if (
        min((given.get("silence_days", 1), given.get("periods", 1))) < 1
        or min(given.get("slip_days", 0), given.get("grace_days", 0)) < 0
    ):
        raise NotAllowedNow("A threshold is a number of days or periods. The rules stay.")
    return Rules(rules, **given, roll=_roll(content))


def _roll(content: Mapping[str, Any]) -> str:
    roll = str(content.get("roll", recurring.AS_IT_FALLS))
    if roll not in recurring.ROLLS:
        known = ", ".join(recurring.ROLLS)
        raise NotAllowedNow(f"An occurrence moves by one of: {known}. The rules stay.")
    return roll


def _problem(rules: tuple[Rule, ...]) -> str:
    if not rules or rules[-1].when != (REST,):
        return f"The last rule is for “{REST}”."
    for rule in rules:
        unknown = [name for name in rule.when if name not in CONDITIONS]
        if rule.colour not in RANKS or unknown or not rule.when or not rule.words.strip():
            return f"“{rule.colour}” needs one of the five colours, conditions, and words."
        if rule.colour == BLUE and set(rule.when) != {HIGH}:
            return "Blue is for rung 4 or 5 only."
    return _hides(rules)


def _hides(rules: tuple[Rule, ...]) -> str:
    """What rules would hide: late or blocked, shown better than amber, or not at all."""
    named = [name for rule in rules for name in rule.when]
    if REST in named[:-1]:
        return f"“{REST}” stands once, at the end."
    behind = [rule for rule in rules if BEHIND & set(rule.when)]
    if missing := [name for name in (PAST, NO_WAY) if name not in named]:
        return f"What is {missing[0]} shows as red or amber: name it."
    if any(rule.colour not in (RED, AMBER) for rule in behind):
        return "What is late, blocked or forecast late shows as red or amber."
    return ""


def rules_in_force(content: object) -> Rules:
    """Rules from a stored form that nobody may have read; the shipped ones where it is wrong."""
    try:
        return read_rules(content) if isinstance(content, Mapping) else SHIPPED
    except (NotAllowedNow, TypeError, ValueError, AttributeError):
        return SHIPPED


def content_of(rules: Rules) -> dict[str, Any]:
    """The stored form of rules."""
    return {
        "rules": [
            {"colour": rule.colour, "when": list(rule.when), "words": rule.words}
            for rule in rules.rules
        ],
        "slip_days": rules.slip_days,
        "silence_days": rules.silence_days,
        "periods": rules.periods,
        "grace_days": rules.grace_days,
        "roll": rules.roll,
    }
