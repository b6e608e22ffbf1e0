"""Taking loads in, withdrawing them, and setting the council's own rules."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.formats.catalogue import Format
from goldenthread.formats.reading import Keys, Reading
from goldenthread.indicators.rules import BY_NAME
from goldenthread.people.history import record
from goldenthread.people.models import Authority, User
from goldenthread.people.permissions import require
from goldenthread.sources import loads, reducing
from goldenthread.sources.models import Load, LocalRule
from goldenthread.sources.screening import masked


def load(
    *, authority: Authority, form: Format, paths: Sequence[Path], as_at: date, by: User
) -> Load:
    """Read extracts of one format and keep their tables, or nothing.

    Call it outside a transaction: reading and writing take their time.

    Args:
        as_at: the day that the data are of.

    Returns:
        The load, which says what came in and what became of it.

    Raises:
        NotAllowed:      `by` does not load children's data in the authority.
        NotAllowedNow:   the same files are loaded already, or are another council's.
        UserFacingError: a file cannot be read; it is said which and why.
    """
    require(by, "sources.load", authority)
    files = loads.sha256_of(paths)
    _is_new(authority, form, as_at, [each["sha256"] for each in files])
    keys = loads.keys_for(authority)
    reading = form.read(paths, keys)
    _is_theirs(authority, reading)
    if reading.as_at and reading.as_at != as_at:
        reading.notes.append(
            f"The files say that they are of {reading.as_at.isoformat()}; the load is as at "
            f"{as_at.isoformat()}, the day given."
        )
    for each in files:
        each["name"] = masked(each["name"])
    return _keep(authority, form, files, as_at, by, reading, keys)


def _keep(
    authority: Authority,
    form: Format,
    files: list[dict[str, object]],
    as_at: date,
    by: User,
    reading: Reading,
    keys: Keys,
) -> Load:
    with loads.writing(authority, reading, keys, as_at) as written, transaction.atomic():
        # Alone with this council's loads until the commit: of two who bring the same, one keeps it.
        Authority.objects.select_for_update().get(pk=authority.pk)
        _is_new(authority, form, as_at, [str(each["sha256"]) for each in files])
        kept = Load.objects.create(
            authority=authority,
            form=form.name,
            as_at=as_at,
            files_of=reading.as_at,
            complete_from=reading.complete_from,
            files=files,
            tables=written.tables,
            accounts=[
                {
                    "what": each.what,
                    "rows": each.rows,
                    "accepted": each.accepted,
                    "refused": each.refused,
                    "lost": each.lost,
                }
                for each in reading.accounts
            ],
            notes=reading.notes,
            faults=len(reading.faults),
            folder=written.folder,
            loaded_by=by,
        )
        rows = {name: told["rows"] for name, told in written.tables.items()}
        after = {"form": form.name, "as_at": as_at, "rows": rows, "faults": kept.faults}
        record(by=by, verb="loaded", thing=kept, after=after)
    return kept


@transaction.atomic
def withdraw(*, load: Load, why: str, by: User) -> Load:
    """Take a load out of every figure from now on; what was known before stays as it was known.

    Raises:
        NotAllowed:    `by` does not load children's data in the authority.
        NotAllowedNow: no reason is given, or it is withdrawn already.
    """
    require(by, "sources.load", load.authority)
    load = Load.objects.select_for_update(of=("self",)).select_related("authority").get(pk=load.pk)
    if load.withdrawn_at:
        raise NotAllowedNow(f"Load {load.pk} is withdrawn already. Nothing was changed.")
    if not why.strip():
        raise NotAllowedNow("Withdrawing a load needs a reason. Say why, in a few words.")
    load.withdrawn_by, load.withdrawn_at, load.why_withdrawn = by, timezone.now(), why.strip()
    load.save(update_fields=["withdrawn_by", "withdrawn_at", "why_withdrawn"])
    record(by=by, verb="withdrew", thing=load, after={"withdrawn": True}, why=load.why_withdrawn)
    return load


def reduce(*, load: Load, by: User) -> Load:
    """Keep a load's figures and let its children go: tables and sealed numbers are removed.

    Call it outside a transaction: working the figures out takes its time. The children go when
    figures and history are safe.

    Raises:
        NotAllowed:    `by` does not load children's data in the authority.
        NotAllowedNow: it is reduced already.
    """
    require(by, "sources.load", load.authority)
    if load.reduced_at:
        raise NotAllowedNow(f"Load {load.pk} is reduced already. Nothing was changed.")
    reducing.keep(load, reducing.figures_of(load))
    with transaction.atomic():
        load.reduced_at = timezone.now()
        load.save(update_fields=["reduced_at"])
        record(by=by, verb="reduced", thing=load, after={"children_kept": False})
        transaction.on_commit(partial(loads.remove_children, load))
    return load


@transaction.atomic
def set_rule(
    *, authority: Authority, rule: str, value: float | None, from_day: date, by: User
) -> LocalRule:
    """Set a rule of the council's own from a day on; no value ends it.

    Raises:
        NotAllowed:    `by` does not set rules in the authority.
        NotAllowedNow: there is no rule of that name, or its value is below nought.
    """
    require(by, "sources.set_rule", authority)
    if rule not in BY_NAME:
        raise NotAllowedNow(f"{rule}: There is no such rule. Choose from {', '.join(BY_NAME)}.")
    if value is not None and not 0 <= value < float("inf"):
        raise NotAllowedNow(f"{rule}: A rule is a number from nought up. Nothing was changed.")
    before = LocalRule.objects.filter(authority=authority, rule=rule, from_day=from_day).first()
    kept, _ = LocalRule.objects.update_or_create(
        authority=authority, rule=rule, from_day=from_day, defaults={"value": value}
    )
    record(
        by=by,
        verb="set the rule",
        thing=kept,
        before={"value": before.value} if before else {},
        after={"rule": rule, "value": value, "from_day": from_day},
    )
    return kept


def _is_new(authority: Authority, form: Format, as_at: date, hashes: Sequence[str]) -> None:
    same = Load.objects.filter(
        authority=authority, form=form.name, as_at=as_at, withdrawn_at__isnull=True
    )
    for each in same:
        if sorted(file["sha256"] for file in each.files) == sorted(hashes):
            raise NotAllowedNow(
                f"The same files are loaded already, as load {each.pk}. Nothing was changed."
            )


def _is_theirs(authority: Authority, reading: Reading) -> None:
    if reading.authority and reading.authority != authority.code:
        raise NotAllowedNow(
            f"The files say that they are of council {reading.authority[:3]}, not of "
            f"{authority.code}. Nothing was loaded. Check the council's code and the files."
        )
