"""Makes the demonstration: all of it or, where something fails, nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.basics.errors import UserFacingError
from goldenthread.demonstration import bringing, council, texts_read, typeset, word
from goldenthread.demonstration.council import Council
from goldenthread.people.models import Authority, User

Tell = Callable[[str], None]


@dataclass(frozen=True)
class SignIn:
    """Somebody who can sign in: name, address and roles in words."""

    name: str
    email: str
    roles: str


def is_there() -> bool:
    """Whether the demonstration is in this data folder.

    Raises:
        UserFacingError: the folder holds the records of some other council.
    """
    text = texts_read.table("council")
    codes = dict(Authority.objects.values_list("code", "name"))
    if codes and codes != {text["code"]: text["name"]}:
        raise UserFacingError(
            "The data folder: it holds the records of a council already. The demonstration wants "
            "a folder of its own: set GOLDENTHREAD_DATA to an empty one."
        )
    return bool(codes)


@transaction.atomic
def make(*, password: str, today: date, tell: Tell) -> None:
    """Make the council, bring its documents in and let its people work, as of today."""
    tell("Setting up Aldermere: its services, posts and people")
    made = council.set_up(password)
    _of_2012(made, today, tell)


def sign_ins() -> list[SignIn]:
    """Who of the demonstration can sign in, in the order in which they were enrolled."""
    users = User.objects.filter(system_code=None).order_by("pk").prefetch_related("role_holdings")
    return [SignIn(one.name, one.email, ", ".join(sorted(_roles(one)))) for one in users]


def _roles(user: User) -> list[str]:
    return [holding.get_role_display().lower() for holding in user.role_holdings.all()]


def _of_2012(made: Council, today: date, tell: Tell) -> None:
    tell("2012: a report on safeguarding and looked after children, and its plan")
    report = typeset.pdf(texts_read.lines("report_2012"))
    bringing.bring_in(
        made, "inspection report 2012.pdf", report, answers={"published": "2012-06-22"}
    )
    plan = word.plan(texts_read.table("plan_2012"), today=today)
    bringing.bring_in(made, "action plan 2012.docx", plan)
