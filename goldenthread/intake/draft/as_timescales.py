"""The timescales of items and actions, each with the day that it counts from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.basics.wording import read
from goldenthread.intake.draft.form import Row
from goldenthread.intake.draft.question import place_of
from goldenthread.plans.drafts import TimescaleDraft


@dataclass(frozen=True)
class Dating:
    """The day of publication, which lengths of time count from, and the inspection's last day.

    The last day of the inspection only gives a year to a month that is printed without one.
    """

    published: date | None = None
    last_day: date | None = None


def of_item(row: Row, dating: Dating) -> Iterator[TimescaleDraft]:
    """What the inspectorate set, with the day that a person gave for it."""
    if row.get("timescale") or row.get("due"):
        yield _timescale(row, "timescale", row.get("due"), dating, source="inspectorate")


def of_action(row: Row, dating: Dating, index: Mapping[str, int]) -> Iterator[TimescaleDraft]:
    """The local timescale, or that of each item where they differ."""
    if row.get("local_timescale") or row.get("local_due"):
        yield _timescale(row, "local_timescale", row.get("local_due"), dating, source="local")
    for item, printed in (row.get("targets") or {}).items():
        if item in index and item in row["item_ids"]:
            anchor, anchor_from = _anchor(printed, dating)
            yield TimescaleDraft(
                printed=printed,
                item=index[item],
                anchor=anchor,
                anchor_from=anchor_from,
                place=place_of(row, "local_timescale"),
            )


def _timescale(
    row: Row, field: str, due: str | None, dating: Dating, *, source: str
) -> TimescaleDraft:
    printed = row.get(field) or ""
    anchor, anchor_from = _anchor(printed, dating)
    return TimescaleDraft(
        printed=printed,
        source=source,
        anchor=anchor,
        anchor_from=anchor_from,
        due=date.fromisoformat(due) if due else None,
        place=place_of(row, field),
    )


def _anchor(printed: str, dating: Dating) -> tuple[date | None, str]:
    if dating.published is not None:
        return dating.published, "the day of publication"
    if dating.last_day is not None and not read(printed, anchor=dating.last_day).offset:
        return dating.last_day, "the last day of the inspection"
    return None, ""
