"""Which part of a neighbouring cell belongs to which action of a row."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from goldenthread.documents.plans import numerals
from goldenthread.documents.plans.headings import DATE

_ONE_DATE = re.compile(rf"(?:{DATE.pattern})\.?", re.IGNORECASE)
_CODE = re.compile(r"[A-Z][A-Z&]{1,5}")
Splitter = Callable[[str], list[str]]


@dataclass(frozen=True, slots=True)
class Aligned:
    """One text an action, in their order; "" for none. `doubt` says what was inferred,
    `clash` names a label that no action of the row carries."""

    texts: tuple[str, ...]
    doubt: str | None = None
    clash: tuple[str, str] | None = None


def align(
    labels: Sequence[str], text: str, *, pointing: Sequence[bool], split: Splitter | None = None
) -> Aligned:
    """The text of each action of a row, from a cell beside them.

    Args:
        labels: the printed labels of the row's actions, in order.
        text: the neighbouring cell.
        pointing: for each action whether it only points at another one, and so may well
            have nothing of its own in the cell.
        split: parts a cell whose lines are lost into its single values.
    """
    found = numerals.parts(text)
    if len(labels) <= 1 or not text:
        own = len(labels) == len(found) == 1 and numerals.same(labels[0], found[0].label)
        return Aligned(tuple(found[0].text if own else text for _ in labels))
    if found[0].label:
        return _by_label(labels, found)
    values = [line for line in text.split("\n") if line.strip()]
    if len(values) == 1 and split is not None:
        values = split(text)
    return _by_order(labels, text, values, pointing)


def dates(text: str) -> list[str]:
    """A line of nothing but dates ("Sept 2013. Sept 13") as its dates; else the line."""
    found = [match.group() for match in _ONE_DATE.finditer(text)]
    rest = _ONE_DATE.sub("", text)
    return found if len(found) > 1 and not rest.strip(" .,;") else [text]


def codes(text: str) -> list[str]:
    """A line of nothing but team codes ("AD SGS") as its codes; else the line."""
    words = text.split()
    return words if len(words) > 1 and all(_CODE.fullmatch(word) for word in words) else [text]


def _by_label(labels: Sequence[str], found: list[numerals.Part]) -> Aligned:
    texts = dict.fromkeys(range(len(labels)), "")
    strangers = []
    for part in found:
        owner = next(
            (n for n, label in enumerate(labels) if numerals.same(label, part.label)), None
        )
        if owner is None or texts[owner]:
            strangers.append(part)
        else:
            texts[owner] = part.text
    return _with_strangers(labels, texts, strangers)


def _with_strangers(
    labels: Sequence[str], texts: dict[int, str], strangers: list[numerals.Part]
) -> Aligned:
    """A part whose label no action carries goes to the one action that is left without."""
    if not strangers:
        return Aligned(tuple(texts.values()))
    empty = [n for n, text in texts.items() if not text]
    if len(strangers) == 1 and len(empty) == 1:
        texts[empty[0]] = strangers[0].text
        return Aligned(tuple(texts.values()), clash=(labels[empty[0]], strangers[0].label))
    left_over = "\n".join(f"{part.label} {part.text}" for part in strangers)
    last = len(labels) - 1
    texts[last] = "\n".join(text for text in (texts[last], left_over) if text)
    doubt = f"{', '.join(p.label for p in strangers)} is no label of an action in this row."
    return Aligned(tuple(texts.values()), doubt, (labels[last], strangers[0].label))


def _by_order(
    labels: Sequence[str], text: str, values: list[str], pointing: Sequence[bool]
) -> Aligned:
    span = f"{labels[0]} to {labels[-1]}"
    if len(values) == len(labels):
        return Aligned(tuple(values), f"{len(values)} values beside {span}: taken in their order.")
    own = [n for n, points in enumerate(pointing) if not points]
    if len(values) == len(own) > 1:
        texts = dict(zip(own, values, strict=True))
        doubt = f"{len(values)} values beside {span}: taken in their order, none for a reference."
        return Aligned(tuple(texts.get(n, "") for n in range(len(labels))), doubt)
    count = "one value" if len(values) == 1 else f"{len(values)} values"
    return Aligned(tuple(text for _ in labels), f"{count} beside {span}: taken for each of them.")
