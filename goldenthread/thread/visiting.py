"""The sheet of a visit: what it is about, what is claimed, what the last letter said, what is weak."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.inspections.looking import last_letter
from goldenthread.inspections.models import Inspection, LetterStatement, Recommendation, Visit
from goldenthread.people.models import User
from goldenthread.plans.models import EvidenceLink, Test
from goldenthread.plans.seeing import recommendations_for
from goldenthread.thread.known import known_of
from goldenthread.thread.sentences import Known, Sentences, counted, sentences
from goldenthread.thread.weaknesses import Weakness, weaknesses

KINDS = ("done", "practice", "difference")
Shown = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Claimed:
    """The tests of one kind within the scope, each counted once.

    `checked`: with accepted evidence that nothing contradicts; `contradicted`: with evidence
    against it that was found right; `filed`: with evidence that is not accepted (yet); `nothing`
    is the rest.
    """

    kind: str
    tests: int
    checked: int
    contradicted: int
    filed: int

    @property
    def nothing(self) -> int:
        return self.tests - self.checked - self.contradicted - self.filed


@dataclass(frozen=True, kw_only=True)
class About:
    """A recommendation in the scope: its sentences, its shown tests by kind, its weaknesses."""

    recommendation: Recommendation
    sentences: Sentences
    shown: dict[str, Shown]
    weaknesses: tuple[Weakness, ...]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """What is told of a visit on a day. `letter` is the last one before it that says anything."""

    visit: Visit
    day: date
    about: tuple[About, ...]
    claims: tuple[Claimed, ...]
    letter: Inspection | None
    improved: tuple[LetterStatement, ...]
    not_yet: tuple[LetterStatement, ...]

    @property
    def weaknesses(self) -> list[tuple[About, Weakness]]:
        """All of the scope, the gravest first."""
        found = [(one, weak) for one in self.about for weak in one.weaknesses]
        return sorted(found, key=lambda pair: pair[1].grave)


def sheet_of(visit: Visit, *, by: User, day: date) -> Sheet:
    """The sheet of a visit as a user sees it. A constant number of queries."""
    rows = recommendations_for(by).filter(pk__in=visit.recommendations.values("pk"))
    asked = list(
        rows.select_related("inspection__framework").order_by("-inspection__first_day", "order")
    )
    known = known_of(asked, by=by, day=day)
    letter = last_letter(visit)
    said = list(letter.statements.order_by("order")) if letter else []
    return Sheet(
        visit=visit,
        day=day,
        about=tuple(_about(row, known[row.pk]) for row in asked),
        claims=tuple(_claims(known.values(), by, day)),
        letter=letter,
        improved=_saying(said, LetterStatement.Sense.IMPROVED),
        not_yet=_saying(said, LetterStatement.Sense.NOT_YET),
    )


def _about(row: Recommendation, known: Known) -> About:
    return About(
        recommendation=row,
        sentences=sentences(known),
        shown={kind: counted(known, kind) for kind in KINDS},
        weaknesses=tuple(weaknesses(known)),
    )


def _saying(rows: Sequence[LetterStatement], sense: str) -> tuple[LetterStatement, ...]:
    return tuple(row for row in rows if row.sense == sense)


def _claims(known: Iterable[Known], by: User, day: date) -> Iterable[Claimed]:
    """The tests of all actions in the scope by kind; one that serves two counts once."""
    acts = {act.id: act for one in known for act in one.standing}
    tests = [test for act in acts.values() for test in act.tests]
    filed = _filed(list(acts), by, day)
    for kind in KINDS:
        own = [test for test in tests if test.kind == kind]
        contradicted = sum(test.contradicted for test in own)
        checked = sum(test.accepted and not test.contradicted for test in own)
        open_ = len(own) - contradicted - checked
        yield Claimed(
            kind=kind,
            tests=len(own),
            checked=checked,
            contradicted=contradicted,
            filed=min(filed[kind], open_),
        )


def _filed(actions: Sequence[int], by: User, day: date) -> Counter[str]:
    """By kind: how many tests have evidence that supports them and is not enough, or not checked."""
    supports = EvidenceLink.Direction.SUPPORTS
    links = EvidenceLink.objects.visible_to(by).newest().filter(direction=supports)
    tests = Test.objects.current().filter(action__in=actions, pk__in=links.values("test"))
    shown = tests.shown(day).values("pk")
    return Counter(tests.exclude(pk__in=shown).values_list("kind", flat=True))
