"""The gate: what stands against somebody's checking a piece of evidence. No table is asked.

This is the one place that says it. The verbs ask here before they write, pages show the words,
and the triggers of `guards` refuse the same to whoever writes past the verbs.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from goldenthread.people import names

# Words of posts and groups: a printed lead with one of them is no name that can be compared.
_NO_NAME = re.compile(
    r"\b(managers?|heads?|directors?|leads?|leaders?|teams?|officers?|services?|boards?|groups?|"
    r"chairs?|all|staff|partners?|schools?|partnership|panel|unit|senior|assistant|strategic|"
    r"workers?|manager's|practitioners?|co-?ordinators?|commissioners?|nurses?|doctors?)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(\s+[^\W\d_][\w.'’-]*)+")
ACCOUNTABLE = frozenset({"lead", "co-lead"})


@dataclass(frozen=True)
class Held:
    """A post or a team that somebody had from one day to another; None is not bounded."""

    id: int
    first: date | None = None
    last: date | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class Stood:
    """Somebody stood in the action in a rank, from one day to another.

    `printed` is the document's own words for them; it stays when somebody says who that is.
    """

    rank: str
    who: str
    printed: str = ""
    person: int | None = None
    post: int | None = None
    team: int | None = None
    partner: int | None = None
    first: date | None = None
    last: date | None = None
    ended: bool = False

    @property
    def is_nobodys(self) -> bool:
        """Whether only a printed name is known."""
        return not any((self.person, self.post, self.team, self.partner))


@dataclass(frozen=True)
class Deed:
    """Something that a user did, perhaps for a person, at a moment."""

    user: int
    person: int | None = None
    at: datetime | None = None


@dataclass(frozen=True)
class Checker:
    """Who wants to check, with all that the directory knows of them.

    `persons` and `users` hold whoever it takes for the same person: those of the same name
    and those whose name is an alias of the other. `teams` are also those of posts held.
    """

    is_system: bool = False
    has_role: bool = True
    has_plan: bool = True
    persons: frozenset[int] = frozenset()
    users: frozenset[int] = frozenset()
    known: tuple[names.Known, ...] = ()
    posts: tuple[Held, ...] = ()
    teams: tuple[Held, ...] = ()
    partners: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Facts:
    """All that decides whether this checker may check this evidence on this day."""

    checker: Checker
    day: date
    stood: tuple[Stood, ...] = ()
    filed: tuple[Deed, ...] = ()
    told: tuple[Deed, ...] = ()
    test_changed_at: datetime | None = None
    is_latest: bool = True
    is_withdrawn: bool = False
    test_stands: bool = True
    expires_on: date | None = field(default=None)


@dataclass(frozen=True)
class Objection:
    """What stands against it: a code for the program, words for the page."""

    code: str
    words: str


def objections(facts: Facts) -> tuple[Objection, ...]:
    """Everything that stands against the check; empty where nothing does.

    The rules are those of the design, section 4.2: the checker was never lead, co-lead or
    delegate of the action, by name, by post or by team at that time; filed no version of this
    evidence; wrote no update on the action, nor was written for, since the test last changed.
    """
    return (
        *_of_the_evidence(facts),
        *_of_the_role(facts.checker),
        *_of_standing(facts),
        *_of_filing(facts),
        *_of_telling(facts),
    )


def _of_the_evidence(facts: Facts) -> Iterator[Objection]:
    if not facts.test_stands:
        yield Objection("dropped", "The plan no longer holds this test.")
    if facts.is_withdrawn:
        yield Objection("withdrawn", "This evidence was withdrawn.")
    if not facts.is_latest:
        yield Objection("superseded", "There is a newer version of this evidence. Check that one.")
    if facts.expires_on is not None and facts.expires_on < facts.day:
        yield Objection("expired", f"This evidence was valid until {_words(facts.expires_on)}.")


def _of_the_role(checker: Checker) -> Iterator[Objection]:
    if checker.is_system:
        yield Objection("system", "A rule or a timer checks no evidence.")
    elif not checker.persons:
        yield Objection("nobody", "You are not entered as a person of this authority.")
    if not checker.has_role:
        yield Objection("no role", "Only a checker checks evidence.")
    if not checker.has_plan:
        yield Objection("no plan", "This plan was not given to you to check.")


def stood_in(checker: Checker, stood: Iterable[Stood]) -> str:
    """That somebody stands or ever stood in the action, in words; empty where they did not."""
    found = ((one.rank, _how_stood(checker, one)) for one in stood)
    return next((f"You are or were {rank} of this action{how}." for rank, how in found if how), "")


def _of_standing(facts: Facts) -> Iterator[Objection]:
    for one in facts.stood:
        if words := stood_in(facts.checker, [one]):
            yield Objection("stood", words)
        elif one.is_nobodys and one.rank in ACCOUNTABLE and _cannot_be_compared(one):
            yield Objection(
                "unknown lead", f"Nobody has said who the {one.rank} “{one.who}” is. Say so first."
            )


def _how_stood(checker: Checker, one: Stood) -> str:
    """How the checker stood in the action, in words; empty where they did not."""
    if one.person in checker.persons:
        return " yourself"
    if one.post is not None and _had(checker.posts, one.post, one):
        return f": you held the post “{one.who}” then"
    if one.team is not None and _had(checker.teams, one.team, one):
        return f": you were in the team “{one.who}” then"
    if one.partner is not None and one.partner in checker.partners:
        return f": you are of “{one.who}”"
    if one.printed and _printed_means(checker, one):
        return f": “{one.printed}” may be you"
    return ""


def _had(held: tuple[Held, ...], which: int, one: Stood) -> bool:
    return any(had.id == which and _overlap(had, one) for had in held)


def _overlap(had: Held, stood: Stood) -> bool:
    begins = max(had.first or date.min, stood.first or date.min)
    return begins <= min(had.last or date.max, stood.last or date.max)


def _printed_means(checker: Checker, one: Stood) -> bool:
    """Whether a printed name may be the checker's, or of a post or team that they had then.

    It is asked also once somebody was said to be meant: else to name another would free them.
    """
    parts = [one.printed, *names.split_names(one.printed)]
    if any(_may_be(checker, part, one) for part in parts):
        return True
    printed = {_folded(part) for part in parts}
    had = [had for had in (*checker.posts, *checker.teams) if _overlap(had, one)]
    return any(_folded(name) in printed for each in had for name in each.names)


def _may_be(checker: Checker, part: str, one: Stood) -> bool:
    """Whether it is their name, or like it while it is not also like whoever was named."""
    found = [found for known in checker.known for found in names.match(part, [known])]
    explained = not one.is_nobodys and bool(names.match(part, [names.Known(0, one.who)]))
    return any(one.sure or not explained for one in found)


def _cannot_be_compared(one: Stood) -> bool:
    """Whether a printed lead who still stands is no full name: initials, a post, a group."""
    parts = names.split_names(one.printed)
    named = all(_NAME.fullmatch(part) and not _NO_NAME.search(part) for part in parts)
    return not one.ended and not (parts and named)


def _of_filing(facts: Facts) -> Iterator[Objection]:
    if any(_is_theirs(deed, facts.checker) for deed in facts.filed):
        yield Objection("filed", "You filed this evidence, or it was filed for you.")


def _of_telling(facts: Facts) -> Iterator[Objection]:
    since = facts.test_changed_at
    told = [deed for deed in facts.told if since is None or deed.at is None or deed.at >= since]
    if any(_is_theirs(deed, facts.checker) for deed in told):
        yield Objection(
            "updated",
            "You wrote an update on this action, or one was written for you, "
            "since the test last changed.",
        )


def _is_theirs(deed: Deed, checker: Checker) -> bool:
    return deed.user in checker.users or deed.person in checker.persons


def _folded(text: str) -> str:
    return " ".join(text.replace("’", "'").split()).casefold()


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
