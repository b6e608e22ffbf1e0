"""Where a plan stands: its counts and the key of its statuses, as every paper of a plan says it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from goldenthread.basics.days import without_weekday
from goldenthread.papers.document import Block, Bullets, Heading, Note, Run, Tone, words
from goldenthread.papers.seeing import sees_whole
from goldenthread.people.models import User
from goldenthread.plans import status
from goldenthread.plans.counting import count, said_done
from goldenthread.plans.gathering import rules_of
from goldenthread.plans.models import Action, Plan
from goldenthread.plans.replacing import no_longer_counted
from goldenthread.plans.standing import Stands

TITLE = "Where the plan stands"
TONES: dict[str, Tone] = {"green": "good", "blue": "good", "amber": "warn", "red": "bad"}
REPLACED = "no status, as superseded or ineffective"
PARTLY = "This paper holds only a part of the plan: what the person who printed it may see."


@dataclass(frozen=True, kw_only=True)
class Stand:
    """Sentences of counts, how many actions show each status, and what the colours mean."""

    sentences: tuple[str, ...]
    statuses: tuple[tuple[str, int], ...]
    key: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = ()


def tone_of(colour: str) -> Tone:
    """The tone in which a status is printed; its name stands beside it."""
    return TONES.get(colour, "none")


def stand_of(
    plan: Plan,
    actions: Collection[Action],
    stands: Mapping[int, Stands],
    *,
    as_at: date,
    notes: tuple[str, ...] = (),
) -> Stand:
    """Where the plan stands by these of its actions; one that only points elsewhere is left out.

    So is one that counts no longer, as what took its place is checked; a sentence says how many.

    Args:
        stands: where each action stands, by its id.
        notes:  how the counts are to be read, as `notes_of` has them.
    """
    own = {row.pk: stands[row.pk] for row in actions if row.same_as_id is None}
    left = no_longer_counted(own, as_at)
    counts = count(own, said_done(list(own)), left)
    colours = Counter(one.colour for pk, one in own.items() if pk not in left)
    return Stand(
        sentences=(f"{counts.sentence}.", f"Evidence checked by kind: {counts.by_kind}."),
        statuses=tuple(
            (REPLACED if colour == status.NONE else colour, number)
            for colour, number in colours.most_common()
        ),
        key=rules_of(plan.authority, as_at).key,
        notes=notes,
    )


def notes_of(
    plan: Plan, by: User, as_at: date, *, open_round: str, as_today: str
) -> tuple[str, ...]:
    """What must be known to read a paper: only a part, the first round open, an earlier day.

    Args:
        open_round: said while the first round of updates is open.
        as_today:   said of an earlier day; it has places for `{day}` and `{today}`.
    """
    notes = [] if sees_whole(plan, by) else [PARTLY]
    if plan.first_round_closed_on is None:
        notes.append(open_round)
    today = timezone.localdate()
    if as_at < today:
        days = {"day": without_weekday(as_at), "today": without_weekday(today)}
        notes.append(as_today.format(**days))
    return tuple(notes)


def section(stand: Stand) -> Iterable[Block]:
    """The section of a paper; the key stands wherever a status is printed."""
    yield Heading(1, TITLE)
    for sentence in stand.sentences:
        yield words(sentence)
    if stand.statuses:
        yield words("Status as worked out from the rules that the council approved:")
        yield Bullets(tuple((Run(f"{name}: {number}"),) for name, number in stand.statuses))
        yield words("Key", "lead")
        yield Bullets(
            tuple((Run(colour, strong=True), Run(f": {said}")) for colour, said in stand.key)
        )
    for said in stand.notes:
        yield Note(said)
