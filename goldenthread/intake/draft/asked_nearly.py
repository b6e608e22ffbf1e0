"""Questions about rows that say nearly the same as another of the document, or as what stands."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from goldenthread.documents.plans import references
from goldenthread.intake.draft.form import Draft, Row, accepted
from goldenthread.intake.draft.nearly import nearest, pairs_within
from goldenthread.intake.draft.question import Question, called, place_of

KIND, STANDS = "nearly same", "nearly stands"
# So many are quoted in a question; the rest are counted.
MOST = 5
SHORT = 90


@dataclass(frozen=True)
class Standing:
    """An action that stands already: its public id, its words, and its plan as it is called."""

    public_id: str
    text: str
    plan: str


def questions(draft: Draft, standing: Sequence[Standing] = ()) -> Iterator[Question]:
    """Each two rows of the document, then what stands already, plan by plan."""
    for name in ("actions", "recommendations"):
        yield from _within(_rows(draft, name))
    yield from _standing(_rows(draft, "actions"), standing)


def without_told(asked: Iterable[Question]) -> list[Question]:
    """The questions without the pairs about which the reader has asked already."""
    every = list(asked)
    told = [set(one.rows) for one in every if one.kind == "same action"]
    return [
        one for one in every if one.kind != KIND or not any(set(one.rows) <= rows for rows in told)
    ]


def _rows(draft: Draft, name: str) -> list[Row]:
    """The rows that say something of their own: no mere reference, and not cut from one cell."""
    return [
        row
        for row in accepted(draft, name)
        if not row.get("same_as")
        and not row.get("made_from")
        and references.pure(row.get("text") or "") is None
    ]


def _within(rows: Sequence[Row]) -> Iterator[Question]:
    for first, second in pairs_within([row.get("text") or "" for row in rows]):
        pair = rows[first], rows[second]
        ids = tuple(row["id"] for row in pair)
        said = " and ".join(f"{called(row)}, “{_short(row['text'])}”" for row in pair)
        yield Question(
            kind=KIND,
            where="",
            words=f"These say nearly the same: {said}. Are they one?",
            suggestion=None,
            key=f"nearly same:{','.join(ids)}",
            rows=ids,
            place=place_of(pair[1]),
        )


def _standing(rows: Sequence[Row], standing: Sequence[Standing]) -> Iterator[Question]:
    found = nearest([row.get("text") or "" for row in rows], [one.text for one in standing])
    by_plan: dict[str, list[tuple[Row, Standing]]] = {}
    for place, known in found.items():
        by_plan.setdefault(standing[known].plan, []).append((rows[place], standing[known]))
    for plan, pairs in by_plan.items():
        yield _of_plan(plan, pairs, len(rows))


def _of_plan(plan: str, pairs: Sequence[tuple[Row, Standing]], of: int) -> Question:
    ids = tuple(row["id"] for row, _ in pairs)
    said = "; ".join(
        f"{called(row)}, “{_short(row['text'])}”, as {one.public_id}" for row, one in pairs[:MOST]
    )
    more = f"; and {len(pairs) - MOST} more" if len(pairs) > MOST else ""
    return Question(
        kind=STANDS,
        where="",
        words=f"{len(pairs)} of {of} actions say nearly what stands in {plan}: {said}{more}. "
        "Are they the same? Leave them out here, or keep them as actions of their own.",
        suggestion=None,
        key=f"nearly stands:{plan}",
        rows=ids,
        place=place_of(pairs[0][0]),
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHORT else f"{line[: SHORT - 1]}…"
