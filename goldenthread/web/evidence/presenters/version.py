"""What a version of evidence holds, as rows of a summary list."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join

from goldenthread.people.models import User
from goldenthread.plans import evidence_kinds, small_numbers
from goldenthread.plans.models import Evidence, EvidenceVersion
from goldenthread.plans.seeing import Sight
from goldenthread.results.models import Value
from goldenthread.sources.models import Upload
from goldenthread.web import words
from goldenthread.web.evidence import wording
from goldenthread.web.kind_fields import columns_of

# Counts that a kind asks for: a part, and what it is of.
COUNTED = (("answered", "asked"), ("in_standard", "sample"))
SMALL_FIGURE = "not shown: it tells of 1 to 5"


@dataclass(frozen=True)
class FileLine:
    """A file that can be downloaded, with its size and hash."""

    name: str
    href: str
    size: str
    sha256: str


def files_of(version: EvidenceVersion) -> list[FileLine]:
    """The file of a version, after the one that shows how it was before where there is one."""
    found = []
    if version.before is not None:
        found.append(_file(version.before, "evidence:before", version, "as it was: "))
    if version.upload is not None:
        label = "as it is now: " if version.before is not None else ""
        found.append(_file(version.upload, "evidence:download", version, label))
    return found


def _file(upload: Upload, address: str, version: EvidenceVersion, label: str) -> FileLine:
    return FileLine(
        name=f"{label}{upload.name}",
        href=reverse(address, args=[version.pk]),
        size=size_of(upload.file.size),
        sha256=upload.file.sha256,
    )


def size_of(count: int) -> str:
    """A size as people read it: '14 KB'."""
    if count < 1000:
        return f"{count} bytes"
    if count < 1_000_000:
        return f"{round(count / 1000)} KB"
    return f"{count / 1_000_000:.1f} MB"


def is_cleared(user: User, evidence: Evidence) -> bool:
    """Whether the user sees small counts of children: who would see it if it were restricted.

    A checker judges the figures and so sees them.
    """
    rows = Evidence.objects.filter(Sight(user).cleared_for(), pk=evidence.pk)
    return rows.exists()


def seen_cites(versions: Iterable[EvidenceVersion], user: User) -> set[int]:
    """The ids of the versions on which some versions rest, as far as the user sees them."""
    of = [version.pk for version in versions]
    rows = EvidenceVersion.objects.visible_to(user).filter(cited_by__in=of)
    return set(rows.values_list("pk", flat=True))


def rows_of(
    version: EvidenceVersion, *, cleared: bool, seen: Collection[int]
) -> list[dict[str, Any]]:
    """Everything that was said of a version, but for its files and its extract.

    Args:
        cleared: whether small counts of children are shown.
        seen:    what `seen_cites` says of it.
    """
    rows = [
        _row("Filed by", wording.filed_by(version)),
        _row("Period", wording.period_of(version)),
    ]
    if version.expires_on is not None:
        rows.append(_row("Valid until", words.day(version.expires_on)))
    if version.url.startswith(("https://", "http://")):
        link = '<a class="govuk-link" href="{}" rel="noreferrer noopener">{}</a>'
        rows.append(_html("Address", format_html(link, version.url, version.url)))
    elif version.url:
        rows.append(_row("Address", version.url))
    if version.value is not None:
        rows.append(_row("Approved figure", _approved(version.value, cleared=cleared)))
    rows += [_row(label, value) for label, value in _about(version, cleared=cleared)]
    if cited := list(version.cites.all()):
        rows.append(_html("Rests on", _rests_on(cited, seen)))
    return rows


def _approved(value: Value, *, cleared: bool) -> str:
    """The figure of a measure as it was typed, and whether it still holds."""
    few = small_numbers.tells_of_few(value.numerator, value.denominator)
    said = SMALL_FIGURE if few and not cleared else str(value)
    return said if value.state == Value.State.APPROVED else f"{said} (revised since)"


def _rests_on(cited: Sequence[EvidenceVersion], seen: Collection[int]) -> str:
    item = '<a class="govuk-link" href="{}">{}</a>'
    shown = [one for one in cited if one.pk in seen]
    given = [(reverse("evidence:show", args=[one.evidence_id]), str(one)) for one in shown]
    hidden = len(cited) - len(shown)
    more = [f"{hidden} that you may not see"] if hidden else []
    return format_html_join(
        ", ", "{}", [(format_html(item, *one),) for one in given] + [(m,) for m in more]
    )


def _about(version: EvidenceVersion, *, cleared: bool) -> Iterator[tuple[str, str]]:
    known = evidence_kinds.KINDS[version.evidence.kind]
    named = {**known.texts, **known.days, **known.numbers, **known.all_lists}
    hidden = {} if cleared else _hidden(version.about)
    for name, label in named.items():
        value = hidden.get(name, version.about.get(name))
        if value not in (None, "", []):
            yield _capital(label), _said(name, value, known, cleared=cleared)
    figure = evidence_kinds.figure_of(version.about)
    if figure is not None:
        yield "Figure", _figure(figure, cleared=cleared)


def _hidden(about: Mapping[str, Any]) -> dict[str, str]:
    """What stands for the counts that tell of 1 to 5, or leave 1 to 5 over."""
    found: dict[str, str] = {}
    for part, whole in COUNTED:
        said = small_numbers.part_and_whole(about.get(part), about.get(whole))
        pairs = zip((part, whole), said, strict=True)
        found |= {name: text for name, text in pairs if about.get(name) is not None}
    return found


def _said(name: str, value: Any, kind: evidence_kinds.Kind, *, cleared: bool) -> str:
    if name in kind.days and (day := evidence_kinds.day_of(value)) is not None:
        return words.day(day)
    if name == "answers" and not cleared:
        value = small_numbers.shown(value)
    if isinstance(value, list):
        columns = columns_of(name, kind)
        return "; ".join(_entry(one, columns) for one in value)
    return str(value)


def _entry(one: Any, columns: Sequence[str]) -> str:
    """An entry of a list in the order of its columns, which no database keeps."""
    if not isinstance(one, Mapping):
        return str(one)
    parts = [_part(column, one.get(column)) for column in columns]
    return ", ".join(part for part in parts if part)


def _part(column: str, value: Any) -> str:
    if column == "on" and (day := evidence_kinds.day_of(value)) is not None:
        return words.day(day)
    return "" if value is None else str(value)


def _figure(figure: Mapping[str, Any], *, cleared: bool) -> str:
    if not cleared and small_numbers.tells_of_few(figure["numerator"], figure["denominator"]):
        return SMALL_FIGURE
    day = evidence_kinds.day_of(figure["as_at"])
    on = f", as at {words.day(day)}" if day is not None else ""
    return (
        f"{words.number(figure['number'])} ({words.number(figure['numerator'])} of "
        f"{words.number(figure['denominator'])}){on}"
    )


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]


def _row(key: str, value: str) -> dict[str, Any]:
    return {"key": {"text": key}, "value": {"text": value}}


def _html(key: str, value: str) -> dict[str, Any]:
    return {"key": {"text": key}, "value": {"html": value}}
