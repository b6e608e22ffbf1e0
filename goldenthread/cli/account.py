"""`goldenthread account`: authorities, who may sign in, and with which roles."""

import json
import sys
from datetime import date
from typing import Annotated, Any

import typer
from django.db import transaction
from django.utils import timezone

from goldenthread.basics.errors import UserFacingError
from goldenthread.cli import account_rows
from goldenthread.cli.database import account_called, acting, authority_called, make_if_empty
from goldenthread.people import actions
from goldenthread.people.models import Authority, User
from goldenthread.people.roles import Role

app = typer.Typer(
    name="account",
    help="Set up authorities and accounts. No password is ever given as an argument.",
    add_completion=False,
)
Email = Annotated[str, typer.Argument(help="The address with which the person signs in.")]
Code = Annotated[str, typer.Option("--authority", help="The council's three-digit DfE code.")]
PerhapsCode = Annotated[
    str | None,
    typer.Option("--authority", help="The council's code; not needed where there is one only."),
]
By = Annotated[
    str | None,
    typer.Option(help="The administrator in whose name, by email. Else the command line's."),
]
Typed = Annotated[
    bool,
    typer.Option(
        "--password-stdin", help="Take the password from standard input; a terminal asks for it."
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]
TeamName = Annotated[str | None, typer.Option("--team", help="For this team only.")]
ServiceName = Annotated[str | None, typer.Option("--service", help="For this service only.")]
PartnerName = Annotated[
    str | None, typer.Option("--partner", help="The partner user's organisation.")
]


@app.callback()
def account() -> None:
    """Make the tables first where there are none yet."""
    make_if_empty()


@app.command("authority")
def authority(
    code: Annotated[str, typer.Argument(help="Three digits, as the DfE numbers councils.")],
    name: Annotated[str, typer.Argument(help="The council's name.")],
    *,
    as_json: Json = False,
) -> None:
    """Set up a council."""
    made = actions.found_authority(code=code, name=name.strip(), by=acting(None))
    _answer({"code": made.code, "name": made.name}, f"{made} ({made.code}) is set up.", as_json)


@app.command("add")
def add(
    email: Email,
    *,
    name: Annotated[str, typer.Option(help="The person's name.")],
    code: Code,
    role: Annotated[list[str], typer.Option(help="A role from today on; may be repeated.")],
    post: Annotated[str | None, typer.Option(help="The title of the person's post.")] = None,
    team: TeamName = None,
    service: ServiceName = None,
    partner: PartnerName = None,
    typed: Typed = False,
    by: By = None,
    as_json: Json = False,
) -> None:
    """Give somebody an account, and print a password for the first time they sign in."""
    roles = [_role(each) for each in role]
    place, doer = authority_called(code), acting(by)
    password = _typed(email) if typed else actions.new_password()
    with transaction.atomic():
        parts = account_rows.parts(
            place, doer, post=post, team=team, service=service, partner=partner
        )
        user = actions.enrol(
            authority=place,
            email=email,
            name=name,
            roles=roles,
            by=doer,
            today=timezone.localdate(),
            password=password,
            for_once=not typed,
            **parts,
        )
    _tell_password(user, None if typed else password, as_json=as_json)


@app.command("list")
def show(*, code: PerhapsCode = None, by: By = None, as_json: Json = False) -> None:
    """Print the councils, and who may sign in with which roles."""
    users = User.objects.visible_to(acting(by)) if by else User.objects.filter(system_code=None)
    places = Authority.objects.visible_to(acting(by)) if by else Authority.objects.all()
    if code:
        users = users.filter(role_holdings__authority=authority_called(code)).distinct()
        places = places.filter(code=code)
    listed = account_rows.listed(users, places)
    if as_json:
        typer.echo(json.dumps(listed, ensure_ascii=False))
        return
    for line in account_rows.lines(listed):
        typer.echo(line)


@app.command("role")
def change_role(
    email: Email,
    role: Annotated[str, typer.Argument(help="Such as checker or improvement_officer.")],
    *,
    remove: Annotated[bool, typer.Option("--remove", help="End the role.")] = False,
    code: PerhapsCode = None,
    first: Annotated[
        str | None, typer.Option("--from", help="The first day, as 2026-03-16; today if empty.")
    ] = None,
    last: Annotated[
        str | None, typer.Option("--until", help="The last day; with --remove today if empty.")
    ] = None,
    team: TeamName = None,
    service: ServiceName = None,
    partner: PartnerName = None,
    by: By = None,
    as_json: Json = False,
) -> None:
    """Give an account a role, or end one."""
    held, begins, ends = _role(role), _day(first, "--from"), _day(last, "--until")
    doer, user = acting(by), account_called(email)
    with transaction.atomic():
        place = authority_called(code) if code else account_rows.only_authority(user)
        scope = {"team": team, "service": service, "partner": partner}
        parts = account_rows.parts(place, doer, enter=not remove, **scope)
        if remove:
            holding = account_rows.held(user, place, held, parts)
            holding = actions.end_role(
                holding=holding, ended_on=ends or timezone.localdate(), by=doer
            )
        else:
            holding = actions.appoint(
                user=user,
                authority=place,
                role=held,
                by=doer,
                started_on=begins or timezone.localdate(),
                ended_on=ends,
                **parts,
            )
    row = account_rows.role_row(holding)
    _answer({"email": user.email, **row}, f"{user.email}: {account_rows.words(row)}", as_json)


@app.command("password")
def password(email: Email, *, typed: Typed = False, by: By = None, as_json: Json = False) -> None:
    """Give an account a new password, and sign it out everywhere."""
    user, doer = account_called(email), acting(by)
    new = _typed(email) if typed else actions.new_password()
    actions.set_password(user=user, password=new, by=doer, for_once=not typed)
    _tell_password(user, None if typed else new, as_json=as_json)


@app.command("off")
def off(email: Email, *, by: By = None, as_json: Json = False) -> None:
    """Close an account at once: whoever is signed in to it is signed out."""
    user = actions.switch_off(user=account_called(email), by=acting(by))
    row = {"email": user.email, "active": False}
    _answer(row, f"{user.email} is switched off. Its roles and its history stay.", as_json)


@app.command("on")
def on(email: Email, *, by: By = None, as_json: Json = False) -> None:
    """Open a closed account again, with the roles and the password that it had."""
    user = actions.switch_on(user=account_called(email), by=acting(by))
    _answer({"email": user.email, "active": True}, f"{user.email} is switched on.", as_json)


def _answer(row: dict[str, Any], words: str, as_json: bool) -> None:  # noqa: FBT001 (private)
    typer.echo(json.dumps(row, ensure_ascii=False) if as_json else words)


def _tell_password(user: User, new: str | None, *, as_json: bool) -> None:
    """Who may sign in, and with what; None is a password that its owner typed."""
    when = "" if user.is_active else " when the account is switched on again"
    words = f"{user.email} can sign in{when}."
    if new:
        words = (
            f"{user.email} can sign in once{when} with this password, and then chooses "
            f"another:\n\n    {new}\n"
        )
    _answer({"email": user.email, "name": user.name, "password": new}, words, as_json)


def _typed(email: str) -> str:
    """A password from standard input: asked for twice and not shown at a terminal."""
    if sys.stdin.isatty():
        prompt = f"Password for {email}"
        return str(typer.prompt(prompt, hide_input=True, confirmation_prompt=True, err=True))
    line = sys.stdin.readline().rstrip("\r\n")
    if not line:
        raise UserFacingError("Standard input: it is empty. Pass the password as its first line.")
    return line


def _role(written: str) -> Role:
    folded = written.strip().lower().replace("-", "_").replace(" ", "_")
    if folded in Role.values:
        return Role(folded)
    raise typer.BadParameter(f"There is no role “{written}”. Choose from {', '.join(Role.values)}.")


def _day(written: str | None, option: str) -> date | None:
    if written is None:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise typer.BadParameter(
            f"{option} {written}: This is not a day. Write it as year-month-day, like 2026-03-16."
        ) from error
