"""How wide words are printed, and how wide the columns are in which they were wrapped."""

from collections.abc import Sequence
from functools import lru_cache

# Advance widths of Helvetica in thousandths of the type size (Adobe font metrics); other
# office typefaces keep nearly the same proportions.
_BY_WIDTH = {
    191: "'‘’",
    222: "ijl",
    278: " .,;:!/ftI[]|\\",
    333: "r()-`“”*{}",
    355: '"',
    500: "ckvxyzsJ",
    556: "abdeghnopquL0123456789?£$#_–",
    584: "+=<>~",
    611: "FTZ",
    667: "ABEKPSVXY&",
    722: "wCDHNRU",
    778: "GOQ",
    833: "mM",
    889: "%",
    944: "W",
    1000: "—",
}
_WIDTHS = {letter: width / 1000 for width, letters in _BY_WIDTH.items() for letter in letters}
_USUAL = 0.55
SPACE = _WIDTHS[" "]
_STEP = 0.25
_FLOOR = -3.0


@lru_cache(maxsize=65536)
def width_of(text: str) -> float:
    """The printed width of a text in units of the type size."""
    return sum(_WIDTHS.get(letter, _USUAL) for letter in text)


def softly(excess: float, *, sharpness: float) -> float:
    """0 while there is no excess, then falling with it: the cost of a breach of a width."""
    return -excess * sharpness if excess > 0 else 0.0


def column_width(lines: Sequence[float], breaks: Sequence[float]) -> float | None:
    """The width under which the lines fit and at which they had to be broken.

    Args:
        lines: widths of whole lines of the column's cells.
        breaks: for each line that was surely wrapped, its width with the next word's.

    Returns:
        The width that the fewest lines and breaks contradict; None without lines.
    """
    if not lines:
        return None
    wanted = sorted(set(lines) | {b - _STEP for b in breaks})
    return max(wanted, key=lambda width: (_agreement(width, lines, breaks), -width))


def _agreement(width: float, lines: Sequence[float], breaks: Sequence[float]) -> float:
    over = sum(max(_FLOOR, -2 * max(0.0, line - width)) for line in lines)
    early = sum(max(_FLOOR, -2 * max(0.0, width - broken)) for broken in breaks)
    return over + early
