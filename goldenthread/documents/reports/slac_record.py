"""The record of main findings: its rows, and how they agree with the graded headings of the body."""

import re
from dataclasses import dataclass, field

from goldenthread.documents.layout import Place
from goldenthread.documents.proposals import Issue
from goldenthread.documents.reports import slac_words as words
from goldenthread.documents.reports.folding import folded, joined
from goldenthread.documents.reports.grades import SCALE
from goldenthread.documents.reports.printed_rows import Row
from goldenthread.documents.reports.slac_parts import Heading

GRADED_ROW = re.compile(
    rf"^(?P<label>.*?)[\s:–-]*\b(?P<grade>{words.GRADE_WORD})\b[ .]*$", re.IGNORECASE
)


@dataclass(slots=True)
class Finding:
    """A graded line of the record."""

    section: str | None
    group: str | None
    label: str
    printed: str
    place: Place

    @property
    def area(self) -> str:
        return words.area_id(self.section, self.label)


@dataclass(slots=True)
class _Reading:
    found: list[Finding] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    section: str | None = None
    group: str | None = None


def findings(rows: list[Row]) -> list[Finding]:
    """The graded lines in printed order; a label may wrap above, beside or below its grade."""
    reading = _Reading()
    for row in rows:
        match = GRADED_ROW.match(row.text)
        if match and (not match["label"] or match["label"][:1].isalnum()):
            _graded(reading, match, row.place)
        elif _continues_last(reading, row.text):
            reading.found[-1].label = joined((reading.found[-1].label, row.text))
        else:
            reading.waiting.append(row.text)
            _take_section(reading)
    return reading.found


def _continues_last(reading: _Reading, text: str) -> bool:
    return bool(reading.found) and not reading.waiting and text[:1].islower()


def _take_section(reading: _Reading) -> None:
    section = words.SECTIONS.get(folded(joined(reading.waiting)))
    if section:
        reading.section, reading.group = section, None
        reading.waiting.clear()


def _graded(reading: _Reading, match: re.Match[str], place: Place) -> None:
    """Ends a row: the last text that begins with a capital is its label, texts before are groups."""
    texts = _texts([*reading.waiting, *([match["label"]] if match["label"] else [])])
    reading.waiting.clear()
    if not texts:
        return
    *groups, label = texts
    if groups:
        reading.group = groups[-1]
    elif folded(label) in words.OUTSIDE_GROUPS and _of_outcomes(reading.group):
        reading.group = None
    reading.found.append(Finding(reading.section, reading.group, label, match["grade"], place))


def _of_outcomes(group: str | None) -> bool:
    return group is not None and "outcomes" in group.lower()


def _texts(lines: list[str]) -> list[str]:
    """Lines put together where one goes on in lower case."""
    texts: list[list[str]] = []
    for line in lines:
        if texts and not line[:1].isupper():
            texts[-1].append(line)
        else:
            texts.append([line])
    return [joined(parts) for parts in texts]


def paired(headings: list[Heading], record: list[Finding]) -> dict[str, Heading]:
    """The heading of each recorded area: with the same words, else the one that only says more or less."""
    unpaired = {words.area_id(h.section, h.label): h for h in headings}
    pairs = {f.area: unpaired.pop(f.area) for f in record if f.area in unpaired}
    for finding in record:
        close = [area for area in unpaired if _says_more(area, finding.area)]
        if finding.area not in pairs and len(close) == 1:
            pairs[finding.area] = unpaired.pop(close[0])
    return pairs


def _says_more(one: str, other: str) -> bool:
    return one.startswith(f"{other}_") or other.startswith(f"{one}_")


def differences(headings: list[Heading], record: list[Finding]) -> list[Issue]:
    """Where the body's headings and the record do not say the same; neither is mended."""
    pairs = paired(headings, record)
    issues = [issue for h in headings for issue in _of_scale(h)]
    for finding in record:
        issues += _against_heading(finding, pairs.get(finding.area))
    alone = [h for h in headings if not any(h is other for other in pairs.values())]
    return issues + [
        _issue(
            words.area_id(h.section, h.label),
            f"'{h.label}' has {h.printed} in the text but no line in the record.",
        )
        for h in alone
        if record
    ]


def _against_heading(finding: Finding, heading: Heading | None) -> list[Issue]:
    if heading is None:
        text = (
            f"'{finding.label}' is {finding.printed} in the record; the text has no such heading."
        )
        return [_issue(finding.area, text)]
    if words.grade_code(heading.word) == words.grade_code(finding.printed):
        return []
    text = (
        f"'{finding.label}' is {finding.printed} in the record but {heading.printed} in the text."
    )
    return [_issue(finding.area, text)]


def _of_scale(heading: Heading) -> list[Issue]:
    number = SCALE.get(heading.word.lower())
    if number in (None, heading.number):
        return []
    text = f"'{heading.label}' prints {heading.printed}; on the scale {heading.word} is {number}."
    return [_issue(words.area_id(heading.section, heading.label), text)]


def _issue(area: str, problem: str) -> Issue:
    return Issue(
        where=f"judgements/{area}",
        problem=problem,
        fix="Look at the page and choose; both are kept as printed.",
    )
