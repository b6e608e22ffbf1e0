"""Which item a row belongs to: by its number, its words, a merged cell or the heading above."""

import re
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from goldenthread.documents.layout import Place
from goldenthread.documents.plans.drafts import Draft, Item
from goldenthread.documents.plans.frame import Filled
from goldenthread.documents.plans.headings import fold
from goldenthread.documents.plans.places import said
from goldenthread.documents.plans.titles import leading_number

SAME_WORDS = 80
_REF = re.compile(r"(?:[A-Za-z]{1,4}[ .-]?)?\d{1,3}(?:\.\d{1,3})*[a-z]?[.):]?")


@dataclass(slots=True)
class Items:
    """The items found so far, and the ones that the next row goes on with."""

    draft: Draft
    current: list[Item] = field(default_factory=list)
    given: int = 0

    def open(self, *, plan: int, number: str, text: Filled | None, place: Place) -> list[Item]:
        """The items that a filled item cell stands for: those known already, or new ones."""
        pieces = _pieces(text) if text and not number else []
        if pieces:
            self.current = [
                self._one(plan, piece_number, Filled(words, text.place, text.rows), place)
                for piece_number, words in pieces
                if text
            ]
        else:
            self.current = [self._one(plan, number, text, place)]
        return self.current

    def is_current(self, *, number: str, text: Filled | None) -> bool:
        """Whether the cells only repeat the one current item."""
        if len(self.current) != 1:
            return False
        item = self.current[0]
        if text is not None:
            return item.text is not None and alike(item.text.text, text.text)
        return bool(number) and same_number(item.number, number)

    def is_below(self, number: str) -> bool:
        """Whether a number is one of the current item's own actions: 2.1 below 2."""
        if len(self.current) != 1 or not number:
            return False
        parent = plain_number(self.current[0].number)
        return plain_number(number).startswith(f"{parent}.") or bool(
            re.fullmatch(rf"{re.escape(parent)}[a-z]", plain_number(number))
        )

    def _one(self, plan: int, number: str, text: Filled | None, place: Place) -> Item:
        known = self._known(plan, number, text)
        if known is not None:
            return known
        item = Item(plan=plan, number=number, text=text, place=place, printed=bool(number))
        if not number:
            self.given += 1
            item.number = str(self.given)
        self._keep_apart(item)
        self.draft.items.append(item)
        return item

    def _known(self, plan: int, number: str, text: Filled | None) -> Item | None:
        mine = [item for item in self.draft.items if item.plan == plan]
        for item in mine:
            same_text = bool(text and item.text and alike(item.text.text, text.text))
            if number and item.printed and same_number(item.number, number):
                if text is None or item.text is None or same_text:
                    item.text = item.text or text
                    return item
            elif same_text and not number:
                return item
        return None

    def _keep_apart(self, item: Item) -> None:
        """A number that another item of the plan has already gets a mark behind it."""
        taken = [i for i in self.draft.items if i.plan == item.plan]
        count = sum(same_number(i.number.split(" (")[0], item.number) for i in taken)
        if not count:
            return
        printed, item.number = item.number, f"{item.number} ({count + 1})"
        if item.printed:
            self.draft.list_issue(
                said(item.place),
                f"Number {printed} stands for two different items.",
                f"The second one is called {item.number} here. Give it a number of its own.",
            )


def alike(one: str, other: str) -> bool:
    """The same words but for misprints and "&" for "and"."""
    first, second = (fold(text.replace("&", " and ")) for text in (one, other))
    return first == second or (
        min(len(first), len(second)) > 12 and fuzz.ratio(first, second) >= SAME_WORDS + 10
    )


def is_ref(text: str) -> bool:
    """Whether a cell holds nothing but a number or reference: 1, 2.3, R4, AFI 5, 1a."""
    return bool(_REF.fullmatch(text.strip()))


def clean_number(text: str) -> str:
    """A number as printed, without the stop or bracket behind it."""
    return " ".join(text.split()).rstrip(".):")


def plain_number(number: str) -> str:
    """A number for comparing: no letters before it, no ".0" behind it."""
    plain = re.sub(r"^[^\d]*(?=\d)", "", number.lower()).rstrip(".):")
    return re.sub(r"(?:\.0)+$", "", plain)


def same_number(one: str, other: str) -> bool:
    return plain_number(one) == plain_number(other)


def _pieces(text: Filled) -> list[tuple[str, str]]:
    """The numbered items of a cell ("5.0 ... 5.1 ... 5.2 ..."), a paragraph each or more."""
    pieces: list[tuple[str, str]] = []
    for line in text.text.split("\n"):
        found = leading_number(line)
        if found and (not pieces or _comes_after(pieces[-1][0], found[0])):
            pieces.append(found)
        elif pieces:
            pieces[-1] = (pieces[-1][0], f"{pieces[-1][1]}\n{line}")
        else:
            return []
    return pieces


def _comes_after(before: str, now: str) -> bool:
    """Whether a number is of the same shape as the one before and greater."""
    first, second = (plain_number(n) or "0" for n in (before, now))
    if before.count(".") != now.count("."):
        return False
    return [int(p) for p in re.findall(r"\d+", second)] > [
        int(p) for p in re.findall(r"\d+", first)
    ]
