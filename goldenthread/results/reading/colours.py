"""The colour of a measure: the first rule of a table that fits, with its word and why.

A colour is given against a target and never for a change within the limits (domain 4.3): where
there are limits of 12 points or more they decide, else the latest figure does. Under ten cases
there is none (domain 4.5), but a count that should be nought is marked from one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from goldenthread.basics.days import without_weekday
from goldenthread.inspections.targets import AT_MOST, EXACTLY
from goldenthread.results.figures import plain
from goldenthread.results.judging import judge
from goldenthread.results.reading.assurance import Assurance, assured
from goldenthread.results.reading.samples import FOR_A_COLOUR, cases, has_colour
from goldenthread.results.reading.series import Chart, Reading

RED, AMBER, GREEN, NO_COLOUR = "red", "amber", "green", ""
COUNT = "count"


class Word(StrEnum):
    """What is said of a measure, each word for one thing: too early is not no value."""

    NOT_MEASURABLE = "not measurable"
    TOO_EARLY = "too early"
    NO_VALUE = "no value"
    ABOVE_NOUGHT = "above nought"
    NO_DENOMINATOR = "denominator not given"
    TOO_FEW = "fewer than ten"
    NO_TARGET = "no target"
    WORSENED = "not met and worse"
    FAILS = "consistently missed"
    NOT_MET = "not met"
    STALE = "stale"
    HIT_AND_MISS = "hit and miss"
    PASSES = "consistently met"
    MET = "met"
    NEAR = "near"
    MET_BY_EACH = "met by each group"
    MISSED_BY_SOME = "not met by each group"


@dataclass(frozen=True, kw_only=True)
class Bands:
    """A target as colours need it: the level, and the level from which on it is near.

    Without `near` nothing is amber by the latest figure. Both are in the measure's unit.
    """

    comparator: str
    level: Decimal
    near: Decimal | None = None

    @property
    def is_nought(self) -> bool:
        """Whether there should be none at all."""
        return self.level == 0 and self.comparator in (AT_MOST, EXACTLY)

    @property
    def words(self) -> str:
        return f"{self.comparator} {plain(Fraction(self.level))}"

    def is_met(self, number: Decimal) -> bool:
        return judge(Fraction(number), self.comparator, Fraction(self.level)).met

    def is_near(self, number: Decimal) -> bool:
        if self.near is None:
            return False
        return judge(Fraction(number), self.comparator, Fraction(self.near)).met


@dataclass(frozen=True, kw_only=True)
class Latest:
    """The latest figure: in the measure's unit, and how many of how many.

    `among` is None where nobody says out of how many.
    """

    number: Decimal
    numerator: int | None = None
    among: int | None = None


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is known of a measure on a day.

    Attributes:
        form:            "share", "rate", "mean" or "count".
        latest:          its latest figure, None without one.
        bands:           the target, None without one.
        assurance:       what limits of 12 points or more say of the target; None without such.
        reading:         what the latest figure says by the rules of its chart.
        not_measurable:  why no source that is loaded can carry it; "" where one can.
        expected_from:   until that day no figure is expected yet.
        stale_since:     a newer figure was expected by that day; None while it is fresh.
    """

    form: str
    latest: Latest | None = None
    bands: Bands | None = None
    assurance: Assurance | None = None
    reading: Reading = Reading.UNREAD
    not_measurable: str = ""
    expected_from: date | None = None
    stale_since: date | None = None


@dataclass(frozen=True)
class Status:
    """A word, its colour ("" for none), why, and whether the list behind it is to be opened."""

    word: Word
    colour: str
    why: str
    has_list: bool = False


@dataclass(frozen=True)
class Rule:
    """A word with its colour, when it fits, and the key that is printed beside the colours."""

    word: Word
    colour: str
    key: str
    fits: Callable[[Facts], bool]
    why: Callable[[Facts], str]
    has_list: bool = False


def status(facts: Facts) -> Status:
    """The first rule that fits; the last one always does."""
    rule = next(one for one in RULES if one.fits(facts))
    why = rule.why(facts)
    if facts.stale_since and facts.latest and rule.colour:
        why = f"{why}; {_stale(facts)}"
    return Status(rule.word, rule.colour, why, rule.has_list)


def key() -> tuple[tuple[Word, str, str], ...]:
    """Word, colour and meaning of each rule, to be printed wherever colours show."""
    return tuple((one.word, one.colour, one.key) for one in RULES)


def firm(chart: Chart, bands: Bands) -> Assurance | None:
    """What the limits say of a target; None where they are trial ones or say nothing."""
    if chart.basis is None or chart.basis.is_trial:
        return None
    said = assured(chart, bands.comparator, bands.level).state
    return None if said == Assurance.UNKNOWN else said


def _nought_is_passed(facts: Facts) -> bool:
    return bool(facts.bands and facts.bands.is_nought and _counted(facts))


def _counted(facts: Facts) -> Decimal:
    """How many there are, where there should be none: the numerator of a share."""
    latest = facts.latest or Latest(number=Decimal(0))
    return latest.number if latest.numerator is None else Decimal(latest.numerator)


def _out_of_how_many_is_unknown(facts: Facts) -> bool:
    return facts.form != COUNT and facts.latest is not None and facts.latest.among is None


def _is_of_few(facts: Facts) -> bool:
    """Under ten cases; a count alone is as large as itself or its level, whichever is more."""
    if facts.latest is None or (facts.bands and facts.bands.is_nought):
        return False
    latest = facts.latest
    among = cases(facts.form, number=latest.number, numerator=latest.numerator, among=latest.among)
    by_level = facts.form == COUNT and latest.among is None and facts.bands
    return not has_colour(among) and not (by_level and by_level.level >= FOR_A_COLOUR)


def _met(facts: Facts) -> bool:
    return bool(facts.latest and facts.bands and facts.bands.is_met(facts.latest.number))


def _near(facts: Facts) -> bool:
    return bool(facts.latest and facts.bands and facts.bands.is_near(facts.latest.number))


def _worsened(facts: Facts) -> bool:
    return facts.assurance is not None and not _met(facts) and facts.reading == Reading.CONCERN


def _is_missed_each_time(facts: Facts) -> bool:
    return facts.assurance == Assurance.FAILS and not _is_first_met(facts)


def _is_first_met(facts: Facts) -> bool:
    return _met(facts) and facts.reading == Reading.IMPROVEMENT


def _is_hit_and_miss(facts: Facts) -> bool:
    return facts.assurance in (Assurance.HIT_AND_MISS, Assurance.FAILS)


def _missed_without_limits(facts: Facts) -> bool:
    return facts.assurance is None and not _met(facts) and not _near(facts)


def _stale(facts: Facts) -> str:
    day = f"{facts.stale_since:%d/%m/%Y}" if facts.stale_since else ""
    return f"stale: a newer figure was expected by {day}"


def _until(facts: Facts) -> str:
    day = without_weekday(facts.expected_from) if facts.expected_from else ""
    return f"no figure is expected before {day}"


def _against(facts: Facts) -> str:
    figure = [plain(Fraction(one.number)) for one in (facts.latest,) if one]
    level = [one.words for one in (facts.bands,) if one]
    return " against ".join([*figure, *level])


def _by_limits(facts: Facts) -> str:
    return f"{_against(facts)}; by the limits {facts.assurance}"


def _list_of(facts: Facts) -> str:
    return f"{plain(Fraction(_counted(facts)))} where there should be none: see the list"


# In this order. (`State` of performance.py is how the last three periods stood; these words add
# what a reader has to know before there is a colour at all.)
RULES: tuple[Rule, ...] = (
    Rule(
        Word.NOT_MEASURABLE, NO_COLOUR, "no source that is loaded can carry it",
        lambda facts: bool(facts.not_measurable), lambda facts: facts.not_measurable,
    ),
    Rule(
        Word.TOO_EARLY, NO_COLOUR, "no figure is expected yet",
        lambda facts: facts.latest is None and facts.expected_from is not None, _until,
    ),
    Rule(
        Word.NO_VALUE, NO_COLOUR, "a figure was expected and there is none",
        lambda facts: facts.latest is None, lambda _: "a figure was expected and there is none",
    ),
    Rule(
        Word.ABOVE_NOUGHT, RED, "there is one or more where there should be none",
        _nought_is_passed, _list_of, has_list=True,
    ),
    Rule(
        Word.NO_DENOMINATOR, NO_COLOUR, "nobody says out of how many",
        _out_of_how_many_is_unknown, lambda _: "out of how many: not given",
    ),
    Rule(
        Word.TOO_FEW, NO_COLOUR, "under ten cases: the counts are shown",
        _is_of_few, lambda _: "under ten cases: read the counts",
    ),
    Rule(
        Word.NO_TARGET, NO_COLOUR, "nothing to hold the figure against",
        lambda facts: facts.bands is None, lambda _: "nothing to hold the figure against",
    ),
    Rule(Word.WORSENED, RED, "missed, and a signal for the worse", _worsened, _by_limits),
    Rule(
        Word.FAILS, RED, "the limits lie short of the target",
        _is_missed_each_time, _by_limits,
    ),
    Rule(
        Word.NOT_MET, RED, "missed by more than the tolerance, and too few points for limits",
        _missed_without_limits, _against,
    ),
    Rule(
        Word.STALE, NO_COLOUR, "a newer figure is overdue: nothing good rests on an old one",
        lambda facts: facts.stale_since is not None, _stale,
    ),
    Rule(
        Word.HIT_AND_MISS, AMBER, "the target lies between the limits: chance decides",
        _is_hit_and_miss, _by_limits,
    ),
    Rule(
        Word.PASSES, GREEN, "both limits reach the target",
        lambda facts: facts.assurance == Assurance.PASSES, _by_limits,
    ),
    Rule(Word.MET, GREEN, "reached, and too few points for limits", _met, _against),
    Rule(Word.NEAR, AMBER, "missed within the tolerance", lambda _: True, _against),
)  # fmt: skip
