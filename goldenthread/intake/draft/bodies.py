"""Posts, teams and partners that are known, and which of them a printed name may mean."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.intake.draft.tokens import same, stems_of, tells
from goldenthread.plans.differences import tokens

# One word in common, such as "director", says nothing.
_FEWEST_SHARED = 2


@dataclass(frozen=True, kw_only=True)
class KnownBody:
    """A post, a team or a partner organisation.

    Attributes:
        kind:  "post", "team" or "partner", as an answer names it.
        names: its title or name, its code, its synonyms and those of its role of law; the
               first is shown.
    """

    kind: str
    id: int
    names: tuple[str, ...]

    @property
    def shown(self) -> str:
        return f"the {self.kind} “{self.names[0]}”"


def called(printed: str, bodies: Sequence[KnownBody]) -> list[KnownBody]:
    """Those that are called exactly so, whatever the case and the print."""
    wanted = folded(printed)
    return [one for one in bodies if wanted in {folded(name) for name in one.names}]


def like(printed: str, bodies: Sequence[KnownBody]) -> list[KnownBody]:
    """Those that may be meant: one name holds all of the other's words.

    >>> like("Head of Service, Safeguarding", [KnownBody(kind="post", id=1, names=(
    ...     "Head of Safeguarding",))])[0].id
    1
    """
    return [one for one in bodies if any(_alike(printed, name) for name in one.names)]


def folded(name: str) -> str:
    return " ".join(name.replace("’", "'").split()).casefold()


def _alike(one: str, other: str) -> bool:
    left, right = _telling(one, other), _telling(other, one)
    few, many = sorted((left, right), key=len)
    shared = sum(1 for key in few if any(same(key, each) for each in many))
    return shared == len(few) and (shared >= _FEWEST_SHARED or 0 < len(few) == len(many))


def _telling(text: str, beside: str) -> list[str]:
    return [key for key in dict.fromkeys(stems_of(tokens(text, beside))) if tells(key)]
