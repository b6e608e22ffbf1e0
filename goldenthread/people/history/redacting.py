"""Taking a wrong disclosure out of the history: one asks, another approves."""

from collections.abc import Sequence
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowed, NotAllowedNow
from goldenthread.people.alike import is_same_human
from goldenthread.people.history.recording import record
from goldenthread.people.models import Authority, HistoryValue, RedactedValue, Redaction, User
from goldenthread.people.permissions import require

REQUESTED = "asked for a redaction"
APPROVED = "approved a redaction"
REFUSED = "refused a redaction"
SHORTEST_WORD = 3


@transaction.atomic
def request_redaction(*, values: Sequence[HistoryValue], by: User, why: str) -> Redaction:
    """Ask that values be taken out of the history. Nothing is taken out yet.

    Args:
        values: rows of one authority, from any number of lines.
        why:    the reason, without repeating what is to be taken out.

    Raises:
        NotAllowed:    `by` may not ask for this in the authority.
        NotAllowedNow: there is no value, they are of several authorities, the reason is
                       empty or repeats a value, or a value tells of a redaction itself.
    """
    authority = _one_authority(values)
    require(by, "history.request_redaction", authority)
    _refuse_unfit(values, why)
    redaction = Redaction.objects.create(authority=authority, requested_by=by, why=why)
    RedactedValue.objects.bulk_create(
        RedactedValue(redaction=redaction, line_id=v.line_id, place=v.place, name=v.name)
        for v in values
    )
    record(by=by, verb=REQUESTED, thing=redaction, after={"values": _pairs(values)}, why=why)
    return redaction


@transaction.atomic
def approve_redaction(*, redaction: Redaction, by: User) -> Redaction:
    """Take the values and their salts out for good; the chain still verifies.

    The values also stand in the thing itself, in files and in backups: the pages of the
    rooms above and the guide say how they are taken out there.

    Raises:
        NotAllowed:    `by` may not approve, or asked for it.
        NotAllowedNow: it was decided already.
    """
    redaction = _open(redaction, by)
    if is_same_human(redaction.requested_by, by):
        raise NotAllowed(
            f"You asked for {redaction} yourself. Somebody else approves it. Nothing was changed."
        )
    redaction.approved_by, redaction.approved_at = by, timezone.now()
    redaction.save(update_fields=["approved_by", "approved_at"])
    named = list(redaction.values.order_by("line_id", "place", "name"))
    _overwrite_on_disk()
    for value in named:
        HistoryValue.objects.filter(
            line_id=value.line_id, place=value.place, name=value.name
        ).delete()
    record(by=by, verb=APPROVED, thing=redaction, after={"removed": _pairs(named)})
    return redaction


@transaction.atomic
def refuse_redaction(*, redaction: Redaction, by: User, why: str) -> Redaction:
    """Leave the values where they are; whoever asked may so withdraw the wish.

    Raises:
        NotAllowed:    `by` may neither approve nor did they ask.
        NotAllowedNow: it was decided already.
    """
    redaction = _open(redaction, by)
    redaction.refused_by, redaction.refused_at = by, timezone.now()
    redaction.save(update_fields=["refused_by", "refused_at"])
    record(by=by, verb=REFUSED, thing=redaction, why=why)
    return redaction


def _one_authority(values: Sequence[HistoryValue]) -> Authority | None:
    authorities = {value.line.authority for value in values}
    if len(authorities) != 1:
        raise NotAllowedNow(
            "A redaction names at least one value, and only values of one authority. "
            "Nothing was changed."
        )
    return authorities.pop()


def _refuse_unfit(values: Sequence[HistoryValue], why: str) -> None:
    label = Redaction._meta.label_lower
    if any(value.line.thing_type == label and value.place == "after" for value in values):
        raise NotAllowedNow(
            "What a redaction names stays readable: it proves that the history was not "
            "tampered with. Nothing was changed."
        )
    if not why.strip() or any(_repeats(why, value.value) for value in values):
        raise NotAllowedNow(
            "Give the reason in words that do not repeat what is to be taken out. "
            "Nothing was changed."
        )


def _repeats(why: str, value: Any) -> bool:
    text = str(value).strip()
    return len(text) >= SHORTEST_WORD and text.casefold() in why.casefold()


def _open(redaction: Redaction, by: User) -> Redaction:
    redaction = Redaction.objects.select_for_update().get(pk=redaction.pk)
    if redaction.requested_by_id != by.pk:
        require(by, "history.approve_redaction", redaction.authority)
    if not redaction.is_open:
        raise NotAllowedNow(f"{redaction} was decided already. Nothing was changed.")
    return redaction


def _pairs(values: Sequence[HistoryValue | RedactedValue]) -> list[tuple[int, str]]:
    return [(value.line_id, value.key) for value in values]


def _overwrite_on_disk() -> None:
    """SQLite would leave deleted text readable in free pages; PostgreSQL's vacuum clears it."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA secure_delete = ON")
