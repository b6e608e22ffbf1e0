"""Which way a measure moved, as far as it can be told from chance: better, worse or none."""

from dataclasses import dataclass

from goldenthread.results.reading.series import Chart, Reading

BETTER, WORSE, NONE = "better", "worse", "none"
# What a point says in the words of the scorecard.
WORDS: dict[Reading, str] = {
    Reading.IMPROVEMENT: BETTER,
    Reading.CONCERN: WORSE,
    Reading.HIGH: "higher",
    Reading.LOW: "lower",
    Reading.COMMON: NONE,
    Reading.UNREAD: NONE,
    Reading.MISSING: NONE,
}


@dataclass(frozen=True)
class Moved:
    """The word for the latest figure, and why in words."""

    word: str
    why: str


def moved(chart: Chart) -> Moved:
    """What the latest figure of a series says; a rise or fall within the limits says nothing."""
    latest = chart.latest
    if latest is None:
        return Moved(NONE, Reading.MISSING)
    word = WORDS[latest.reading]
    if latest.reading == Reading.UNREAD:
        return Moved(word, "; ".join(chart.notes) or Reading.UNREAD)
    why = latest.rule or "no change that can be told from chance"
    provisional = ("provisional",) if latest.point.is_provisional else ()
    return Moved(word, "; ".join((why, *provisional, *chart.notes)))
