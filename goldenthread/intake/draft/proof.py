"""The count that must hold: found + split - joined = accepted + refused, for each kind of row."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from goldenthread.intake.draft.form import (
    ACCEPTED,
    JOINED,
    REFUSED,
    SPLIT,
    Draft,
    Row,
    kinds_of,
    rows_of,
)

# The rows in words, one and many.
WORDS: Mapping[str, tuple[str, str]] = {
    "plans": ("plan", "plans"),
    "items": ("item", "items"),
    "actions": ("action", "actions"),
    "judgements": ("judgement", "judgements"),
    "recommendations": ("recommendation", "recommendations"),
    "paragraphs": ("paragraph", "paragraphs"),
    "links": ("link to a paragraph", "links to paragraphs"),
    "figures": ("figure", "figures"),
    "commitments": ("commitment", "commitments"),
    "expected": ("expectation", "expectations"),
    "exchanges": ("question and answer", "questions and answers"),
    "money": ("sum of money", "sums of money"),
    "forums": ("board or meeting", "boards and meetings"),
    "evidence_base": ("source of the inspectors", "sources of the inspectors"),
}


@dataclass(frozen=True, kw_only=True)
class Proof:
    """The count of one kind of row.

    Attributes:
        found:   rows that the reader found.
        added:   rows that a person added by hand.
        split:   how many more rows the splits made.
        joined:  how many fewer rows the joins left.
        stated:  how many the document says there are; None where it says nothing.
        agrees:  whether the sum holds and, where the document lists such rows at all, the
                 number stated is the number accepted.
        sentence: the count in words.
    """

    kind: str
    found: int
    added: int
    split: int
    joined: int
    accepted: int
    refused: int
    stated: int | None
    agrees: bool
    sentence: str


def proof(draft: Draft) -> list[Proof]:
    """The count of each kind of row that the document has, or says it has."""
    kinds = [name for name in kinds_of(draft) if draft["rows_found"][name] or _stated(draft, name)]
    if _stated(draft, "recommendations") and "recommendations" not in kinds:
        kinds.append("recommendations")
    return [_proof(draft, name) for name in kinds]


def _proof(draft: Draft, name: str) -> Proof:
    rows = rows_of(draft, name)
    found, stated = draft["rows_found"].get(name, 0), _stated(draft, name)
    counts = {
        "added": sum(1 for row in rows if row.get("added")),
        "split": sum(len(row["made_into"]) - 1 for row in rows if row["state"] == SPLIT),
        "joined": _fewer(rows),
        "accepted": sum(1 for row in rows if row["state"] == ACCEPTED),
        "refused": sum(1 for row in rows if row["state"] == REFUSED),
    }
    before = found + counts["added"] + counts["split"] - counts["joined"]
    holds = before == counts["accepted"] + counts["refused"] and _all_there(rows, found)
    right = stated is None or not rows or stated == counts["accepted"]
    return Proof(
        kind=name,
        found=found,
        **counts,
        stated=stated,
        agrees=holds and right,
        sentence=_sentence(name, found, counts, stated, holds=holds),
    )


def _fewer(rows: list[Row]) -> int:
    """How many fewer rows there are by joins: two rows in one is one fewer."""
    together = [row for row in rows if row["state"] == JOINED]
    return len(together) - len({row["made_into"][0] for row in together})


def _all_there(rows: list[Row], found: int) -> bool:
    """Whether each row that was read is still in the draft."""
    read = [row for row in rows if not row.get("made_from") and not row.get("added")]
    return len(read) == found


def _stated(draft: Draft, name: str) -> int | None:
    """What the document states (A-17: "provides the Council with 11 recommendations")."""
    if name != "recommendations":
        return None
    stated: int | None = draft.get("recommendation_count")
    return stated


def _sentence(
    name: str, found: int, counts: Mapping[str, Any], stated: int | None, *, holds: bool
) -> str:
    one, many = WORDS[name]
    more = [("+", counts["added"], "added"), ("+", counts["split"], "by splitting")]
    more += [("−", counts["joined"], "by joining")]
    changes = "".join(f" {sign} {n} {how}" for sign, n, how in more if n)
    sum_of = f"{counts['accepted']} accepted + {counts['refused']} refused"
    sign = "=" if holds else "is not"
    words = f"{found} {one if found == 1 else many} found{changes} {sign} {sum_of}."
    return words + _of_stated(many, counts["accepted"], stated, found)


def _of_stated(many: str, accepted: int, stated: int | None, found: int) -> str:
    if stated is None:
        return ""
    if not found and not accepted:
        return f" The document states {stated} {many} and lists none."
    if stated == accepted:
        return f" The document states {stated}, as many."
    return f" The document states {stated}: one is missing, or joined to another, or too many."
