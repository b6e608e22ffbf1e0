"""Which item of a plan answers which recommendation, as a proposal that a person confirms.

Many to many: a recommendation may be answered by two items, an item may answer two.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from goldenthread.intake.draft.tokens import same, stems_of, tells
from goldenthread.plans.differences import difference, tokens

# Shares of the telling words, weighed by how rare they are among all texts compared.
LEAST_SCORE = 50
# A text that lies nearly whole in the other is a part of it: one split or two put together.
WHOLE_PART = 80
# A text of fewer telling words is no part of another: it is like it as a whole, or not at all.
_FEWEST_WORDS = 3
SAME_SCORE = 100


@dataclass(frozen=True, kw_only=True)
class ProposedLink:
    """An item that seems to answer a recommendation; nothing is linked until a person says so.

    Attributes:
        score:      0 to 100, how much of the telling words the two share.
        same:       whether the wording is the same.
        difference: how it differs, in words; "" where it does not.
        why:        why it is proposed, in words.
    """

    recommendation: Any
    item: Any
    score: int
    same: bool
    difference: str
    why: str


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two texts by number: their score, and the share of each that the other holds (0 to 100)."""

    recommendation: int
    item: int
    score: int
    of_recommendation: int
    of_item: int


def propose_links(
    recommendations: Sequence[Mapping[str, Any]], items: Sequence[Mapping[str, Any]]
) -> list[ProposedLink]:
    """The links to propose, in the order of the recommendations and items.

    Args:
        recommendations: each with "id" and "text".
        items: likewise.

    A pair is proposed when it is the best of its item or of its recommendation, or when one
    text lies nearly whole in the other; never below `LEAST_SCORE`. What is like nothing is
    left without a link.

    Cost: every recommendation is compared with every item.
    """
    weights = _weights([*recommendations, *items])
    pairs = [
        pair
        for r, recommendation in enumerate(recommendations)
        for i, item in enumerate(items)
        if (pair := _pair(r, i, recommendation["text"] or "", item["text"] or "", weights))
    ]
    kept = [pair for pair in pairs if _is_proposed(pair, pairs)]
    return [_link(recommendations[p.recommendation], items[p.item], p) for p in kept]


def score(recommendation: str, item: str) -> int:
    """How like two texts are on their own, 0 to 100."""
    pair = _pair(0, 0, recommendation, item, Counter())
    return pair.score if pair else 0


def _pair(
    r: int, i: int, recommendation: str, item: str, weights: Mapping[str, float]
) -> _Pair | None:
    left = _telling(recommendation, item)
    right = _telling(item, recommendation)
    if not left or not right:
        return None
    of_left, of_right = _share(left, right, weights), _share(right, left, weights)
    if of_left + of_right == 0:
        return None
    # The larger share counts double: an item that is a part of the bullet lies whole in it.
    large, small = max(of_left, of_right), min(of_left, of_right)
    if min(len(left), len(right)) < _FEWEST_WORDS:
        large = small
    value = (2 * large + small) / 3
    return _Pair(r, i, round(100 * value), round(100 * of_left), round(100 * of_right))


def _telling(text: str, beside: str) -> list[str]:
    return list(dict.fromkeys(key for key in stems_of(tokens(text, beside)) if tells(key)))


def _share(of: Sequence[str], held_by: Sequence[str], weights: Mapping[str, float]) -> float:
    """The weight of the words that the other text holds too, of the weight of all."""
    total = sum(weights.get(key, 1.0) for key in of)
    held = sum(weights.get(key, 1.0) for key in of if any(same(key, other) for other in held_by))
    return held / total if total else 0.0


def _weights(texts: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Rare words tell more: the weight of a word by how many texts hold it."""
    held: Counter[str] = Counter()
    for one in texts:
        held.update({key for key in stems_of(tokens(one["text"] or "", "")) if tells(key)})
    return {key: 1.0 + math.log((1 + len(texts)) / (1 + count)) for key, count in held.items()}


def _is_proposed(pair: _Pair, pairs: Sequence[_Pair]) -> bool:
    if pair.score < LEAST_SCORE:
        return False
    if max(pair.of_item, pair.of_recommendation) >= WHOLE_PART:
        return True
    of_item = max(p.score for p in pairs if p.item == pair.item)
    of_recommendation = max(p.score for p in pairs if p.recommendation == pair.recommendation)
    return pair.score in (of_item, of_recommendation)


def _link(recommendation: Mapping[str, Any], item: Mapping[str, Any], pair: _Pair) -> ProposedLink:
    words = difference(recommendation["text"], item["text"])
    return ProposedLink(
        recommendation=recommendation["id"],
        item=item["id"],
        score=SAME_SCORE if not words else min(pair.score, SAME_SCORE - 1),
        same=not words,
        difference=words,
        why=_why(pair, words),
    )


def _why(pair: _Pair, words: str) -> str:
    if not words:
        return "The same wording"
    if pair.of_item >= WHOLE_PART and pair.of_recommendation < WHOLE_PART:
        return f"The item is a part of it: {words}"
    if pair.of_recommendation >= WHOLE_PART and pair.of_item < WHOLE_PART:
        return f"The item holds it and more: {words}"
    return f"The wording differs: {words}"
