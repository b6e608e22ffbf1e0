"""Cutting out of a draft what screening suspected and a person decided to remove."""

from collections.abc import Mapping
from typing import Any

from goldenthread.intake.draft.form import Draft, kinds_of
from goldenthread.sources import places
from goldenthread.sources.models import Suspicion, Upload
from goldenthread.sources.screening import screen, without

OURS = frozenset({"id", "state", "places", "made_from", "made_into", "item_ids", "found"})
# Parts of a place that two texts of one paragraph, cell or page may not share.
FINE = ("row", "cell", "line")


def cut(draft: Draft, upload: Upload | None) -> Draft:
    """The draft with all that was decided to be removed cut out of each text; one query.

    A suspicion's place is a line or a cell, a draft's text may be a paragraph of several lines
    or an edited one. So each text near such a place loses everything of the removed kinds that
    stands in it: cutting too much is seen and mended, cutting too little is not.
    """
    removed = _removed(upload)
    if not removed:
        return draft
    clean = {name: value for name, value in draft.items() if name not in kinds_of(draft)}
    every = frozenset(kind for kind, _ in removed)
    clean = {name: _cut(value, every) for name, value in clean.items()}
    for name in kinds_of(draft):
        clean[name] = [_clean_row(row, removed) for row in draft[name]]
    return {name: clean[name] for name in draft}


def _removed(upload: Upload | None) -> list[tuple[str, Mapping[str, Any]]]:
    """Kind and place of each text that is to be removed."""
    if upload is None:
        return []
    rows = upload.suspicions.filter(decision=Suspicion.Decision.REMOVED)
    return list(rows.values_list("kind", "place"))


def _clean_row(
    row: Mapping[str, Any], removed: list[tuple[str, Mapping[str, Any]]]
) -> dict[str, Any]:
    """A row with its texts cut by the kinds that were removed near any place of it."""
    spots = [*row["places"].values(), *([{"page": row["page"]}] if row.get("page") else [])]
    kinds = frozenset(kind for kind, place in removed if _near(place, spots))
    return {name: value if name in OURS else _cut(value, kinds) for name, value in row.items()}


def _near(removed: Mapping[str, Any], spots: list[Mapping[str, Any]]) -> bool:
    """Whether a place is on a page, sheet or table of the row; where nothing is known, it is."""
    wide = _wide(removed)
    return not spots or any(
        all(wide.get(part, value) == value for part, value in _wide(spot).items()) for spot in spots
    )


def _wide(place: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in places.as_json(place).items() if name not in FINE}


def _cut(value: Any, kinds: frozenset[str]) -> Any:
    if not kinds:
        return value
    if isinstance(value, str):
        return without(value, [found for found in screen(value) if found.kind in kinds])
    if isinstance(value, list):
        return [_cut(one, kinds) for one in value]
    if isinstance(value, Mapping):
        return {name: _cut(one, kinds) for name, one in value.items()}
    return value
