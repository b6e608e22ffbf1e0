"""Proving that no line of the history was changed, deleted, moved or cut off."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from goldenthread.people.history import chain, second_place
from goldenthread.people.history.redacting import APPROVED
from goldenthread.people.models import HistoryHead, HistoryLine, HistoryValue, Redaction

Heads = dict[int, set[str]]
Removed = set[tuple[int, str]]


@dataclass(frozen=True)
class Problem:
    """A place where the history does not hold; `what` never holds a value."""

    line: int
    thing: str
    what: str

    def __str__(self) -> str:
        about = f" ({self.thing})" if self.thing else ""
        return f"Line {self.line}{about}: {self.what}"


@dataclass
class Verification:
    """What was checked and what was found."""

    count: int
    hash: str
    problems: list[Problem] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        return not self.problems


def verify(printed: Iterable[tuple[int, str]] = ()) -> Verification:
    """Check the whole chain, its values, its head and the second place.

    Args:
        printed: heads from elsewhere, such as signed papers, as number of the line and hash.

    Cost: two queries for each 2,000 lines. Others may add lines meanwhile: what is
    committed after the start is left for the next time.
    """
    # In this order: an entry of the second place is written after its line's commit.
    kept_heads = _kept_heads()
    head = HistoryHead.objects.first()
    if head is None:
        return _without_head()
    heads = _by_number([*kept_heads, *printed])
    result = Verification(count=head.count, hash=head.hash)
    if head.count and not second_place.path_of(head.chain).exists():
        result.problems.append(Problem(head.count, "", "The second place of the heads is missing."))
    result.problems.extend(_walk(head, heads))
    result.problems.extend(_beyond(head))
    return result


def _kept_heads() -> list[tuple[int, str]]:
    head = HistoryHead.objects.first()
    return list(second_place.kept(head.chain)) if head else []


def _by_number(entries: Iterable[tuple[int, str]]) -> Heads:
    heads: Heads = {}
    for number, line_hash in entries:
        heads.setdefault(number, set()).add(line_hash)
    return heads


def _without_head() -> Verification:
    last = HistoryLine.objects.order_by("number").last()
    result = Verification(count=0, hash="")
    if last:
        result.problems.append(Problem(last.number, last.thing, "The chain's head is missing."))
    return result


def _walk(head: HistoryHead, heads: Heads) -> Iterator[Problem]:
    """Every problem from line 1 to the head, and in heads beyond it."""
    removed = _removed()
    expected, previous = 1, ""
    for line in _lines(head.count):
        yield from _gap(expected, line.number - 1)
        unbroken = line.number == expected
        yield from _line_problems(line, head.chain, previous if unbroken else None)
        yield from _value_problems(line, removed)
        if heads.pop(line.number, {line.hash}) != {line.hash}:
            yield _at(line, "It differs from the head that was kept in the second place.")
        expected, previous = line.number + 1, line.hash
    yield from _gap(expected, head.count)
    if expected == head.count + 1 and previous != head.hash:
        yield Problem(head.count, "", "The chain's head does not fit its last line.")
    if heads:
        yield from _gap(max(expected, head.count + 1), max(heads))


def _lines(count: int) -> Iterable[HistoryLine]:
    lines = HistoryLine.objects.filter(number__lte=count).order_by("number")
    return lines.prefetch_related("values").iterator(chunk_size=2000)


def _gap(first: int, last: int) -> Iterator[Problem]:
    if first == last:
        yield Problem(first, "", "It is missing.")
    elif first < last:
        yield Problem(first, "", f"It is missing, with all lines up to {last}.")


def _at(line: HistoryLine, what: str) -> Problem:
    return Problem(line.number, line.thing, what)


def _line_problems(line: HistoryLine, chain_id: UUID, previous: str | None) -> Iterator[Problem]:
    if not _is_ours(line, chain_id):
        yield _at(line, "It was changed after it was written, or not written with our key.")
    if previous is not None and line.previous != previous:
        yield _at(line, "It does not follow from the line before it.")


def _is_ours(line: HistoryLine, chain_id: UUID) -> bool:
    # A day or digest overwritten with something else altogether cannot even be hashed.
    readable = _is_a(line.at, datetime) and _is_a(line.digests, dict)
    return readable and chain.hash_of(line, chain_id) == line.hash


def _is_a(value: object, kind: type) -> bool:
    return isinstance(value, kind)


def _value_problems(line: HistoryLine, removed: Removed) -> Iterator[Problem]:
    if not _is_a(line.digests, dict):
        return
    values = {value.key: value for value in line.values.all()}
    for key, expected in sorted(line.digests.items()):
        if key not in values:
            if (line.number, key) not in removed:
                yield _at(line, f"“{key}” was taken out, and no two people approved it.")
        elif _digest(values[key]) != expected:
            yield _at(line, f"“{key}” was changed after it was written.")
    for key in sorted(values.keys() - line.digests.keys()):
        yield _at(line, f"“{key}” was added after the line was written.")


def _digest(value: HistoryValue) -> str:
    return chain.digest(key=value.key, text=value.text, salt=value.salt)


def _removed() -> Removed:
    """The values that approved redactions name, as the chain itself tells it."""
    approvals = HistoryValue.objects.filter(
        line__verb=APPROVED,
        line__thing_type=Redaction._meta.label_lower,
        place="after",
        name="removed",
    )
    return {pair for approval in approvals for pair in _pairs(approval)}


def _pairs(approval: HistoryValue) -> Removed:
    """The number and key of each value; none when the row was tampered with, which is told."""
    try:
        return {(number, key) for number, key in approval.value}
    except (TypeError, ValueError):
        return set()


def _beyond(head: HistoryHead) -> Iterator[Problem]:
    """Lines that stand after the head: put there by hand, since the head moves with each line."""
    now = HistoryHead.objects.get(pk=head.pk)
    for line in HistoryLine.objects.filter(number__gt=now.count).order_by("number")[:1]:
        yield _at(line, "It stands after the chain's head.")
