"""Makes the demonstration: all of it or, where something fails, nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.basics.errors import UserFacingError
from goldenthread.demonstration import (
    bringing,
    council,
    measuring,
    of_2024,
    texts_read,
    typeset,
    word,
)
from goldenthread.demonstration.council import Council
from goldenthread.demonstration.story import Story
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
    _of_2013(made, today, tell)
    _of_2016(made, tell)
    _of_2024(made, today, tell)


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


def _of_2013(made: Council, today: date, tell: Tell) -> None:
    tell("2013: a plan of the council's own, with its update of 2014")
    plan = word.plan(texts_read.table("plan_2013"), today=today)
    bringing.bring_in(made, "early help plan 2013.docx", plan)


def _of_2016(made: Council, tell: Tell) -> None:
    tell("2016: a report under the single inspection framework, and the paper to Cabinet")
    report = typeset.pdf(texts_read.lines("report_2016"))
    bringing.bring_in(made, "inspection report 2016.pdf", report)


def _of_2024(made: Council, today: date, tell: Tell) -> None:
    tell("2024: a report under the present framework, and the plan that is under way")
    report = typeset.pdf(texts_read.lines("report_2024"))
    bringing.bring_in(
        made, "inspection report 2024.pdf", report, answers={"published": "2024-07-22"}
    )
    plan = word.plan(texts_read.table("plan_2024"), today=today)
    brought = bringing.bring_in(made, "action plan 2024.docx", plan)
    tell("Measures with eighteen months of figures")
    measures = measuring.measure_all(made, today)
    tell("What people have done with the plan of 2024")
    of_2024.work(Story(made, brought.plan, today), measures)
