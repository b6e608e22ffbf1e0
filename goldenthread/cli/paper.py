"""`goldenthread paper`: printing a paper of a plan as Word, PDF, Excel or HTML."""

import os
import secrets
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from goldenthread.basics.errors import UserFacingError
from goldenthread.cli.database import account_called, authority_called, make_if_empty
from goldenthread.papers.catalogue import PAPERS
from goldenthread.papers.renderers import FORMS
from goldenthread.people.models import RoleHolding, User
from goldenthread.people.roles import Role
from goldenthread.plans.models import Plan

app = typer.Typer(add_completion=False)


@app.command("paper")
def paper(
    name: Annotated[str, typer.Argument(help=f"Which paper: {', '.join(PAPERS)}.")],
    *,
    plan: Annotated[
        str,
        typer.Option(help="The plan's id, such as P1; 351/P1 where several councils have one."),
    ],
    form: Annotated[str, typer.Option("--format", help=f"One of {', '.join(FORMS)}.")],
    out: Annotated[Path, typer.Option(help="The file to write; one that is there is replaced.")],
    as_at: Annotated[
        str | None, typer.Option(help="The day of which it tells, as 2026-03-16; today if empty.")
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            help="Who prints, by email, and sees what they may see. Else who recorded the plan."
        ),
    ] = None,
) -> None:
    """Print a paper of a plan. The file is written whole or not at all."""
    chosen = PAPERS[_one_of(name, PAPERS, "NAME")]
    rendered = FORMS[_one_of(form, FORMS, "--format")]
    day = _day(as_at)
    make_if_empty()
    row = _plan(plan)
    doer = account_called(by) if by else _whoever_sees(row)
    document = chosen.build(plan=row, by=doer, as_at=day)
    _write(out, rendered.render(document))
    for missing in document.missing:
        typer.echo(f"Missing: {missing}", err=True)
    typer.echo(f"{out}: {chosen.words} of {row.public_id}, as {doer.email} sees it.")


def _one_of(given: str, known: Iterable[str], where: str) -> str:
    names = list(known)
    if given in names:
        return given
    raise typer.BadParameter(f"{where} {given}: Choose from {', '.join(names)}.")


def _day(written: str | None) -> date:
    if written is None:
        return timezone.localdate()
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise typer.BadParameter(
            f"--as-at {written}: This is not a day. Write it as year-month-day, like 2026-03-16."
        ) from error


def _plan(given: str) -> Plan:
    """The plan with a public id, which the council's code stands before where it is not unique."""
    code, _, public_id = given.strip().replace(":", "/").rpartition("/")
    rows = Plan.objects.filter(public_id__iexact=public_id)
    if code:
        rows = rows.filter(authority=authority_called(code))
    found = list(rows.select_related("authority").order_by("authority__code"))
    if len(found) == 1:
        return found[0]
    if found:
        ids = ", ".join(f"{row.authority.code}/{row.public_id}" for row in found)
        raise UserFacingError(f"--plan {given}: Several councils have one. Choose from {ids}.")
    raise UserFacingError(f"--plan {given}: There is no such plan. Choose from {_plans()}.")


def _plans() -> str:
    rows = Plan.objects.current().select_related("authority").order_by("authority__code", "pk")
    return ", ".join(f"{row.authority.code}/{row.public_id}" for row in rows) or "none yet"


def _whoever_sees(plan: Plan) -> User:
    """Who recorded the plan, or an improvement officer of the council: whoever sees it now."""
    officers = RoleHolding.objects.current().filter(
        authority=plan.authority, role=Role.IMPROVEMENT_OFFICER, user__is_active=True
    )
    users = [
        plan.recorded_by,
        *(row.user for row in officers.order_by("pk").select_related("user")),
    ]
    for user in users:
        if Plan.objects.visible_to(user).filter(pk=plan.pk).exists():
            return user
    raise UserFacingError(
        f"{plan.public_id}: Nobody who recorded plans sees it any more. Say with --by who prints."
    )


def _write(out: Path, data: bytes) -> None:
    """Write the file beside its place and then move it there, so that nobody finds half of it.

    Raises:
        UserFacingError: it cannot be written there.
    """
    part = out.with_name(f".{out.name}.{secrets.token_hex(4)}")
    try:
        part.write_bytes(data)
        os.replace(part, out)
    except OSError as error:
        raise UserFacingError(
            f"{out}: {error.strerror or 'It cannot be written'}. Choose another file."
        ) from error
    finally:
        part.unlink(missing_ok=True)
