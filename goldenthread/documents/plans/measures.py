"""Measures of progress and of impact that share one cell."""

import re
from dataclasses import dataclass

_IMPACT_TITLE = re.compile(r"(?:measures? (?:of|on) )?(?:impact|outcomes?)\s*:?", re.IGNORECASE)
_PROGRESS_TITLE = re.compile(r"(?:measures? of )?(?:progress|outputs?)\s*:?", re.IGNORECASE)
_IMPACT_WORDS = re.compile(
    r"^(?:improve|increase|reduc|decrease|low |lower|high |higher|more |fewer|better|timely|safe |"
    r"safer|effective|all |children|young people|families|social workers|\d+\s?%)",
    re.IGNORECASE,
)
_A_DATE = re.compile(r"\b(?:by|from|end|during)\b.*\b\d{2,4}\b|\bestablished\b|\bavailable\b", re.I)


@dataclass(frozen=True, slots=True)
class Measures:
    """Both kinds, one text a paragraph. `doubt` says that the print does not part them."""

    progress: tuple[str, ...]
    impact: tuple[str, ...]
    doubt: str | None = None


def split(text: str) -> Measures:
    """The measures of a cell whose heading names both kinds.

    A title or a blank line between them decides. Without either the paragraph that first
    speaks of a change for children or in the work is proposed as the first one of impact.
    """
    blocks = [block for block in re.split(r"\n\s*\n", text) if block.strip()]
    if len(blocks) == 2:
        return Measures(_untitled(blocks[0]), _untitled(blocks[1]))
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) == 1:
        return _sentences(lines[0])
    title = next((n for n, line in enumerate(lines) if _IMPACT_TITLE.fullmatch(line)), None)
    if title is not None:
        return Measures(_untitled("\n".join(lines[:title])), tuple(lines[title + 1 :]))
    return _proposed(lines)


def _untitled(block: str) -> tuple[str, ...]:
    lines = [line.strip() for line in block.split("\n") if line.strip()]
    titles = (_PROGRESS_TITLE, _IMPACT_TITLE)
    return tuple(line for line in lines if not any(t.fullmatch(line) for t in titles))


def _sentences(line: str) -> Measures:
    """One paragraph that holds both: parted between sentences, each half kept in one piece."""
    found = _proposed(re.split(r"(?<=[.;])\s+(?=[A-Z])", line))
    halves = (" ".join(half) for half in (found.progress, found.impact))
    progress, impact = (((half,) if half else ()) for half in halves)
    return Measures(progress, impact, found.doubt)


def _proposed(lines: list[str]) -> Measures:
    first = next((n for n, line in enumerate(lines) if _is_impact(line)), None)
    if first is None:
        return Measures(tuple(lines), (), "All is taken for measures of progress.")
    doubt = f"From “{_start(lines[first])}” on it is taken for measures of impact."
    return Measures(tuple(lines[:first]), tuple(lines[first:]), doubt)


def _is_impact(line: str) -> bool:
    return bool(_IMPACT_WORDS.match(line)) and not _A_DATE.search(line)


def _start(line: str) -> str:
    words = line.split()
    return " ".join(words[:6]) + ("..." if len(words) > 6 else "")
