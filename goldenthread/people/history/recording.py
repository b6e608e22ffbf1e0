"""Adding lines to the history, within the transaction of the verb that they tell of."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from django.db import connection, transaction
from django.db.models import Model
from django.utils import timezone

from goldenthread.people.history import chain, second_place
from goldenthread.people.models import Authority, HistoryHead, HistoryLine, HistoryValue, User


@dataclass(frozen=True, kw_only=True)
class Done:
    """One thing that was done, for `record_all`; the fields are those of `record`."""

    verb: str
    thing: Model
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    why: str = ""


def record(
    *,
    by: User,
    verb: str,
    thing: Model,
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    why: str = "",
) -> HistoryLine:
    """Add one line to the history. Call it last in a verb: it holds the chain until the commit.

    Args:
        by:     who did it; a rule, a timer or a token is a system user.
        verb:   what was done, in the past tense: "accepted".
        thing:  a saved row. Its `authority`, if it has one, decides who may read the line.
        before: the changed fields as they were, and
        after:  as they are now; values that JSON can hold, also days, times and decimals.
        why:    the reason as given.

    Raises:
        RuntimeError: there is no transaction, so line and deed could part.
    """
    done = Done(verb=verb, thing=thing, before=before or {}, after=after or {}, why=why)
    return record_all(by=by, done=[done])[0]


def record_all(*, by: User, done: Sequence[Done]) -> list[HistoryLine]:
    """Add several lines at once, in order: four queries for fifty, a few more for hundreds.

    Raises:
        RuntimeError: there is no transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("History is recorded within the transaction of its verb.")
    if not done:
        return []
    head = _locked_head()
    lines, values = [], []
    for deed in done:
        line, its_values = _line(head, by, deed)
        lines.append(line)
        values.extend(its_values)
        head.count, head.hash = line.number, line.hash
    HistoryLine.objects.bulk_create(lines, batch_size=500)
    HistoryValue.objects.bulk_create(values, batch_size=500)
    head.save(update_fields=["count", "hash"])
    transaction.on_commit(partial(second_place.keep, head.chain, head.count, head.hash))
    return lines


def head() -> tuple[int, str]:
    """Number and hash of the last line, to be printed on signed papers; (0, "") before any."""
    row = HistoryHead.objects.first()
    return (row.count, row.hash) if row else (0, "")


def held_head() -> tuple[int, str]:
    """The head, and until the transaction ends nobody adds a line: what is read is as it says.

    Raises:
        RuntimeError: there is no transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("The head of the history is held within a transaction.")
    row = _locked_head()
    return row.count, row.hash


def _locked_head() -> HistoryHead:
    # On SQLite the transaction is IMMEDIATE and so alone already.
    heads = HistoryHead.objects.select_for_update().filter(pk=1)
    if head := heads.first():
        return head
    HistoryHead.objects.get_or_create(pk=1)
    return heads.get()


def _line(head: HistoryHead, by: User, deed: Done) -> tuple[HistoryLine, list[HistoryValue]]:
    line = HistoryLine(
        number=head.count + 1,
        at=timezone.now(),
        by=by,
        authority=_authority_of(deed.thing),
        verb=deed.verb,
        thing_type=deed.thing._meta.label_lower,
        thing_id=str(deed.thing.pk),
        previous=head.hash,
    )
    values = [_value(line, *given) for given in _given(deed)]
    line.digests = {
        value.key: chain.digest(key=value.key, text=value.text, salt=value.salt) for value in values
    }
    line.hash = chain.hash_of(line, head.chain)
    return line, values


def _given(deed: Done) -> list[tuple[str, str, Any]]:
    """Each value of a deed as place, name and value."""
    given = [("before", name, value) for name, value in deed.before.items()]
    given += [("after", name, value) for name, value in deed.after.items()]
    return [*given, ("why", "", deed.why)] if deed.why else given


def _value(line: HistoryLine, place: str, name: str, value: Any) -> HistoryValue:
    return HistoryValue(
        line=line, place=place, name=name, text=chain.as_text(value), salt=secrets.token_hex(16)
    )


def _authority_of(thing: Model) -> Authority | None:
    if isinstance(thing, Authority):
        return thing
    return getattr(thing, "authority", None)
