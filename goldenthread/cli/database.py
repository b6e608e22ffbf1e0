"""What commands that write need first: the tables, the authority, and in whose name they act."""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from goldenthread.basics.errors import UserFacingError
from goldenthread.people.models import Authority, User


def make_if_empty() -> None:
    """Make the tables where there are none at all, so that the first command can be any.

    Raises:
        UserFacingError: the tables are of an earlier version, which is not changed unasked.
    """
    if not connection.introspection.table_names():
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        return
    steps = MigrationExecutor(connection)
    if steps.migration_plan(steps.loader.graph.leaf_nodes()):
        raise UserFacingError(
            "The database: its tables are of an earlier version. Copy the data folder, then "
            "bring them up to date with `goldenthread serve` or `python manage.py migrate`."
        )


def authority_called(code: str) -> Authority:
    """The authority with a code.

    Raises:
        UserFacingError: there is none, or the tables are of an earlier version.
    """
    make_if_empty()
    found = Authority.objects.filter(code=code).first()
    if found is None:
        raise UserFacingError(
            f"--authority {code}: there is no authority with this code. Choose from "
            f"{_codes()}, or set it up: goldenthread account authority {code} NAME"
        )
    return found


def account_called(email: str) -> User:
    """The account of a person.

    Raises:
        UserFacingError: there is none.
    """
    found = User.objects.filter(email__iexact=email.strip(), system_code=None).first()
    if found is None:
        raise UserFacingError(
            f"{email}: nobody has an account with this address. “goldenthread account list” "
            "shows who has."
        )
    return found


def acting(by: str | None) -> User:
    """In whose name a command acts: a person's, or that of whoever may use this machine."""
    return account_called(by) if by else User.objects.system("command", "Command line")


def _codes() -> str:
    authorities = Authority.objects.order_by("code")
    return ", ".join(f"{each.code} ({each.name})" for each in authorities) or "none yet"
