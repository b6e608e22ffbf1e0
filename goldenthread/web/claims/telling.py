"""One message to each lead who must act, about what they were not told of yet."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Exists, OuterRef

from goldenthread.people.actions import Message, told_of
from goldenthread.people.models import Authority, Person, RoleHolding, User
from goldenthread.thread.claiming import WAITING, Claim
from goldenthread.web import words


@dataclass(frozen=True)
class Post:
    """Who would be told of what: the messages, and by name those who are not told and why."""

    messages: list[Message] = field(default_factory=list)
    told_before: list[str] = field(default_factory=list)
    no_account: list[str] = field(default_factory=list)
    no_person: list[str] = field(default_factory=list)


def post_for(authority: Authority, claims: Iterable[Claim], board: date | None) -> Post:
    """The messages of today. What waits for a check is the checkers', so no lead is told. Two queries."""
    theirs: dict[tuple[str, int | None], list[Claim]] = {}
    for claim in claims:
        if claim.state != WAITING:
            theirs.setdefault((claim.must_act, claim.person), []).append(claim)
    users = _accounts(authority, [person for _, person in theirs if person is not None])
    keys = {key_of(claim, board) for own in theirs.values() for claim in own}
    told = told_of(keys, users.values())
    post = Post()
    for (name, person), own in theirs.items():
        _add(post, name, users.get(person) if person else None, own, told, board, person)
    return post


def key_of(claim: Claim, board: date | None) -> str:
    """What a claim is called among the matters that somebody was told of."""
    since = claim.since.isoformat() if claim.since is not None else ""
    before = f" before {board.isoformat()}" if board is not None else ""
    return f"plans.action:{claim.action} {claim.state} {since}{before}"


def _add(
    post: Post,
    name: str,
    user: User | None,
    claims: list[Claim],
    told: set[tuple[int, str]],
    board: date | None,
    person: int | None,
) -> None:
    if person is None:
        post.no_person.append(name or "actions without a lead")
    elif user is None:
        post.no_account.append(name)
    else:
        new = [one for one in claims if (user.pk, key_of(one, board)) not in told]
        if new:
            post.messages.append(message_to(user, new, len(claims) - len(new), board))
        else:
            post.told_before.append(name)


def message_to(user: User, new: list[Claim], before: int, board: date | None) -> Message:
    """What a lead reads: numbers and states, and no word of an update, a test or evidence."""
    when = f" before the board on {words.day(board)}" if board is not None else ""
    lines = [f"{one.label}: {one.state}" for one in new]
    more = (
        f"\n{words.counted(before, 'claim')} that you were told of before still wait."
        if before
        else ""
    )
    return Message(
        to=user,
        matters=tuple(key_of(one, board) for one in new),
        about=f"{words.counted(len(new), 'claim')} waiting for evidence{when}",
        words="This is reported on actions that you lead, and is not checked:\n"
        + "\n".join(dict.fromkeys(lines))
        + f"{more}\nFile the evidence against its test, or say what is still to do.",
    )


def _accounts(authority: Authority, people: list[int]) -> dict[int, User]:
    """The accounts of these people that are open and hold a role in the authority."""
    rows = Person.objects.filter(pk__in=people, authority=authority, user__is_active=True)
    held = RoleHolding.objects.current().filter(authority=authority, user=OuterRef("user"))
    found = rows.filter(Exists(held)).select_related("user")
    return {row.pk: row.user for row in found if row.user is not None}
