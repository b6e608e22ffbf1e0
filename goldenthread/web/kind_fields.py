"""The fields of a form that a kind of evidence needs, and what was typed into them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms

from goldenthread.plans.evidence_kinds import KINDS, Kind
from goldenthread.web.days import DayField

# What each entry of a list holds, by the list's name; a list of plain words has one column.
COLUMNS: Mapping[str, Sequence[str]] = {
    "entries": ("what", "on"),
    "agreed": ("what", "who"),
    "answers": ("question", "answer", "number"),
}
TO_WHOM = ("to", "on")
# Kinds that name a figure, and whether they must.
FIGURES: Mapping[str, bool] = {"measure value": True, "minute showing improvement": False}
FIGURE = {
    "number": "The figure",
    "numerator": "How many of them (numerator)",
    "denominator": "Of how many (denominator)",
}
WITH_BEFORE = frozenset({"amended document"})
WITH_CITES = frozenset({"minute showing improvement", "corroborated claim"})
COUNTED = frozenset({"checklist"})
# Days inside a list are typed on its line.
AS_DAY = "2026-05-01"


def choices() -> list[tuple[str, str]]:
    """Every kind by its name."""
    return [(code, kind.label) for code, kind in KINDS.items()]


def fields_of(code: str) -> dict[str, forms.Field]:
    """The fields that evidence of a kind needs beside its file, by their names in a form."""
    kind = KINDS[code]
    found: dict[str, forms.Field] = {}
    for name, label in kind.texts.items():
        found[f"about_{name}"] = forms.CharField(label=_capital(label), max_length=2000)
    for name, label in kind.days.items():
        found[f"about_{name}"] = DayField(label=_capital(label))
    for name, label in kind.numbers.items():
        found[f"about_{name}"] = forms.IntegerField(label=_capital(label), min_value=0)
    for name, label in kind.lists.items():
        found[f"about_{name}"] = ListField(columns_of(name, kind), label=_capital(label))
    for name, label in kind.optional.items():
        columns = columns_of(name, kind)
        found[f"about_{name}"] = ListField(columns, label=_capital(label), required=False)
    if code in FIGURES:
        found |= _figure(is_needed=FIGURES[code])
    return found


def about_of(code: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """What a valid form says of its kind, as evidence keeps it."""
    kind = KINDS[code]
    names = [*kind.texts, *kind.days, *kind.numbers, *kind.all_lists]
    about = {name: given[f"about_{name}"] for name in names}
    about |= {name: about[name].isoformat() for name in kind.days if about[name] is not None}
    figure = {name: given.get(f"figure_{name}") for name in FIGURE}
    day = given.get("figure_as_at")
    if day is not None and None not in figure.values():
        about["figure"] = {**figure, "as_at": day.isoformat()}
    return about


def initial_of(about: Mapping[str, Any]) -> dict[str, Any]:
    """What a version says of its kind, as the form of the next one begins with it."""
    found = {f"about_{name}": value for name, value in about.items() if name != "figure"}
    figure = about.get("figure") or {}
    return found | {f"figure_{name}": value for name, value in figure.items()}


class ListField(forms.CharField):
    """A list typed with an entry on each line, its parts apart by a stroke."""

    def __init__(self, columns: Sequence[str], **options: Any) -> None:
        area = forms.Textarea(attrs={"rows": 4})
        super().__init__(widget=area, help_text=_hint(columns), **options)
        self._columns = columns

    def prepare_value(self, value: Any) -> Any:
        """The list as it is typed."""
        if not isinstance(value, list):
            return value
        return "\n".join(self._typed(one) for one in value)

    def clean(self, value: Any) -> Any:
        """The entries; each a text, or a mapping by column where there are several."""
        lines = str(super().clean(value)).splitlines()
        return [self._entry(line) for line in lines if line.strip()]

    def _typed(self, entry: Any) -> str:
        if not isinstance(entry, Mapping):
            return str(entry)
        parts = [str(entry.get(name) or "") for name in self._columns]
        return " | ".join(parts).rstrip(" |")

    def _entry(self, line: str) -> Any:
        parts = [part.strip() for part in line.split("|")]
        if len(self._columns) < 2:
            return parts[0]
        return dict(_named(self._columns, parts))


def _named(columns: Sequence[str], parts: Sequence[str]) -> Iterator[tuple[str, Any]]:
    for name, part in zip(columns, parts, strict=False):
        if part:
            yield name, int(part) if name == "number" and part.isdecimal() else part


def columns_of(name: str, kind: Kind) -> Sequence[str]:
    """What each entry of a list of a kind holds, in order; its own name for plain words."""
    if not kind.each:
        return (name,)
    return TO_WHOM if kind.each == ("to",) else COLUMNS[name]


def _hint(columns: Sequence[str]) -> str:
    if len(columns) < 2:
        return "One on each line."
    days = f" The day as {AS_DAY}; leave it out until then." if "on" in columns else ""
    said = {"on": "day", "to": "whom", "number": "how many"}
    return f"One on each line: {' | '.join(said.get(name, name) for name in columns)}.{days}"


def _figure(*, is_needed: bool) -> dict[str, forms.Field]:
    found: dict[str, forms.Field] = {
        f"figure_{name}": forms.FloatField(label=label, required=is_needed)
        for name, label in FIGURE.items()
    }
    found["figure_as_at"] = DayField(label="The day that the figure is of", required=is_needed)
    return found


def _capital(label: str) -> str:
    return label[:1].upper() + label[1:]
