"""Coverage both ways: what answers a recommendation, and what items and actions answer.

No table is asked. Pages show these rows as they are; `Coverage.words` says them in sentences.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

PRACTICE, DIFFERENCE = "practice", "difference"
BEYOND_DONE = frozenset({PRACTICE, DIFFERENCE})
ADDITIONAL = "additional"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A recommendation. `council`: it is asked of the council; `closed`: somebody closed it."""

    id: int
    inspection: int
    number: str
    text: str
    council: bool = True
    closed: bool = False


@dataclass(frozen=True, kw_only=True)
class Named:
    """A test that is named; `confirmed`: a person has said of what kind it is."""

    kind: str
    confirmed: bool = True


@dataclass(frozen=True, kw_only=True)
class Item:
    """An item of a plan; `meant` is what it is said to answer, `tests` are its own as a whole."""

    id: int
    plan: int
    public_id: str
    number: str
    text: str
    meant: str = "recommendation"
    tests: tuple[Named, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Action:
    """An action with the items that it serves; `same_as` is the action that it only points to."""

    id: int
    plan: int
    public_id: str
    text: str
    items: frozenset[int] = frozenset()
    tests: tuple[Named, ...] = ()
    same_as: int | None = None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """An item answers a recommendation; `difference` says how the wording differs."""

    id: int
    recommendation: int
    item: int
    difference: str = ""
    signed_off: bool = False

    @property
    def to_sign_off(self) -> bool:
        """Whether the wording differs and nobody has signed it off."""
        return bool(self.difference) and not self.signed_off


@dataclass(frozen=True, kw_only=True)
class Recommended:
    """A recommendation with the items that answer it and their actions."""

    asked: Asked
    answers: tuple[Answer, ...]
    items: tuple[Item, ...]
    actions: tuple[Action, ...]

    @property
    def needs_action(self) -> bool:
        """Whether the council owes it an action: it has none and nobody has closed it."""
        return self.asked.council and not self.asked.closed and not self.actions

    @property
    def is_split(self) -> bool:
        """Whether several items answer it."""
        return len(self.items) > 1

    @property
    def only_done(self) -> bool:
        """Whether its actions show only that something was done: no other kind of test is named."""
        return bool(self.actions) and not self._beyond_done(self.actions)

    @property
    def only_proposed(self) -> bool:
        """Whether tests of practice or difference are named but nobody has confirmed the kind."""
        found = self._beyond_done(self.actions)
        return bool(found) and not any(test.confirmed for test in found)

    @property
    def item_shows_more(self) -> bool:
        """Whether an item as a whole names a test of practice or difference."""
        return bool(self._beyond_done(self.items))

    @property
    def words(self) -> str:
        """How far it is answered, in a sentence."""
        if self.actions:
            return f"Answered by {_count(len(self.actions), 'action')} of {self._of_items}."
        if self.asked.closed:
            return "Closed by a recorded decision, without an action."
        who = "" if self.asked.council else "Asked of another body. "
        if self.items:
            return f"{who}{self._of_items.capitalize()} without an action."
        return f"{who}No item of a plan answers it."

    @property
    def _of_items(self) -> str:
        return f"item {', '.join(item.number or item.public_id for item in self.items)}"

    @staticmethod
    def _beyond_done(rows: "tuple[Action, ...] | tuple[Item, ...]") -> list[Named]:
        return [test for row in rows for test in row.tests if test.kind in BEYOND_DONE]


@dataclass(frozen=True, kw_only=True)
class Planned:
    """An item or an action of a plan and whether it answers a recommendation.

    `stands` is "answers", "additional" (the council's own) or "not linked" (nobody has said
    which recommendation it answers). `served` counts an item's actions.
    """

    row: Item | Action
    stands: str
    served: int = 0


@dataclass(frozen=True, kw_only=True)
class Coverage:
    """Both ways; `whole` is False where the user sees only a part of the plans concerned."""

    recommended: tuple[Recommended, ...]
    items: tuple[Planned, ...]
    actions: tuple[Planned, ...]
    whole: bool = True

    @cached_property
    def of_council(self) -> tuple[Recommended, ...]:
        """The recommendations that the council has to answer: those of other bodies left out."""
        return tuple(row for row in self.recommended if row.asked.council)

    @cached_property
    def covered(self) -> tuple[Recommended, ...]:
        return tuple(row for row in self.of_council if row.actions)

    @cached_property
    def without_action(self) -> tuple[Recommended, ...]:
        return tuple(row for row in self.recommended if row.needs_action)

    @cached_property
    def split(self) -> tuple[Recommended, ...]:
        return tuple(row for row in self.recommended if row.is_split)

    @cached_property
    def only_done(self) -> tuple[Recommended, ...]:
        return tuple(row for row in self.recommended if row.only_done)

    @cached_property
    def to_sign_off(self) -> tuple[Answer, ...]:
        """Links whose wording differs and is not signed off."""
        return tuple(one for row in self.recommended for one in row.answers if one.to_sign_off)

    @cached_property
    def items_without_action(self) -> tuple[Planned, ...]:
        return tuple(one for one in self.items if not one.served)

    @cached_property
    def is_complete(self) -> bool:
        """Whether nothing is missing either way. Who sees only a part is never told so."""
        missing = (
            *self.without_action,
            *self.items_without_action,
            *_standing((*self.items, *self.actions), "not linked"),
            *self.to_sign_off,
        )
        return self.whole and bool(self.recommended) and not missing

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Coverage in sentences, the counts first; what is nought is left out, but for those."""
        items, actions = _meant(self.items), _meant(self.actions)
        counts = (
            f"{len(self.covered)} of {_count(len(self.of_council), 'recommendation')} with an action.",
            f"{_answering(items, 'item')} and {_answering(actions, 'action')} answer a recommendation.",
        )
        return (*self._partly, *counts, *(said for n, said in self._further if n))

    @property
    def _partly(self) -> tuple[str, ...]:
        return () if self.whole else ("You see only a part of these plans.",)

    @property
    def _further(self) -> tuple[tuple[int, str], ...]:
        """Each further count with its sentence."""
        closed = [row for row in self.of_council if row.asked.closed and not row.actions]
        rows: dict[str, int] = {
            "Without an action": len(self.without_action),
            "Closed without an action": len(closed),
            "Asked of another body and not counted": len(self.recommended) - len(self.of_council),
            "Additional items, the council's own": len(_standing(self.items, ADDITIONAL)),
            "Additional actions, the council's own": len(_standing(self.actions, ADDITIONAL)),
            "Items without an action": len(self.items_without_action),
            "Recommendations that several items answer": len(self.split),
            "Wordings that differ and are not signed off": len(self.to_sign_off),
            "Recommendations whose actions have no test of practice or difference": len(
                self.only_done
            ),
        }
        return tuple((count, f"{said}: {count}.") for said, count in rows.items())


def coverage(
    *,
    asked: Iterable[Asked],
    answers: Iterable[Answer],
    items: Iterable[Item],
    actions: Iterable[Action],
    of_plans: frozenset[int] | None = None,
    whole: bool = True,
) -> Coverage:
    """Put recommendations, items and actions together, each list in the order given.

    Args:
        answers:  links; one to a recommendation that is not in `asked` still makes its item
                  one that answers.
        of_plans: the plans whose items and actions are listed; None lists all that are given.
    """
    links, known = tuple(answers), {item.id: item for item in items}
    acts = at_their_place(actions)
    linked = {link.item for link in links}
    listed = [item for item in known.values() if of_plans is None or item.plan in of_plans]
    acting = [one for one in acts if of_plans is None or one.plan in of_plans]
    return Coverage(
        recommended=tuple(_recommended(one, links, known, acts) for one in asked),
        items=tuple(
            Planned(row=row, stands=_stands([row], linked), served=_served(row, acts))
            for row in listed
        ),
        actions=tuple(
            Planned(row=row, stands=_stands([known[i] for i in row.items if i in known], linked))
            for row in acting
        ),
        whole=whole,
    )


def at_their_place(actions: Iterable[Action]) -> tuple[Action, ...]:
    """The actions without rows that only point to another: that one serves their items, too.

    A row that points to nothing given stands for itself.
    """
    known = {one.id: one for one in actions}
    items: dict[int, frozenset[int]] = {}
    for one in known.values():
        place = _place(one, known)
        items[place] = items.get(place, frozenset()) | one.items
    return tuple(replace(known[place], items=items[place]) for place in known if place in items)


def _place(action: Action, known: Mapping[int, Action]) -> int:
    """The action that a row leads to, over any number of rows; circles end where they close."""
    seen = {action.id}
    while action.same_as is not None and action.same_as not in seen:
        if action.same_as not in known:
            break
        action = known[action.same_as]
        seen.add(action.id)
    return action.id


def _recommended(
    asked: Asked, links: tuple[Answer, ...], items: Mapping[int, Item], acts: tuple[Action, ...]
) -> Recommended:
    answers = tuple(link for link in links if link.recommendation == asked.id)
    answering = {link.item for link in answers}
    return Recommended(
        asked=asked,
        answers=answers,
        items=tuple(item for item in items.values() if item.id in answering),
        actions=tuple(one for one in acts if one.items & answering),
    )


def _stands(items: list[Item], linked: set[int]) -> str:
    if any(item.id in linked for item in items):
        return "answers"
    return ADDITIONAL if all(item.meant == ADDITIONAL for item in items) else "not linked"


def _served(item: Item, acts: tuple[Action, ...]) -> int:
    return sum(item.id in one.items for one in acts)


def _standing(rows: Iterable[Planned], stands: str) -> tuple[Planned, ...]:
    return tuple(row for row in rows if row.stands == stands)


def _meant(rows: Iterable[Planned]) -> tuple[Planned, ...]:
    """Those that are to answer a recommendation."""
    return tuple(row for row in rows if row.stands != ADDITIONAL)


def _answering(rows: tuple[Planned, ...], noun: str) -> str:
    return f"{len(_standing(rows, 'answers'))} of {_count(len(rows), noun)}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
