"""The words of handing over what somebody stands in."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from goldenthread.plans.models import Standing
from goldenthread.web.plans.presenters.rows import short


@dataclass(frozen=True, kw_only=True)
class Offer:
    """One thing that somebody stands in; all are ticked at first."""

    key: int
    public_id: str
    rank: str
    text: str
    is_chosen: bool


def offers(rows: Sequence[Standing], chosen: Collection[Standing] | None) -> list[Offer]:
    """What can be handed over; `chosen` is what was ticked, None before anybody chose."""
    return [
        Offer(
            key=row.pk,
            public_id=row.action.public_id,
            rank=row.get_rank_display(),
            text=short(row.action.text, 100),
            is_chosen=chosen is None or row in chosen,
        )
        for row in rows
    ]
