"""Makes the demonstration: all of it or, where something fails, nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db import transaction

from goldenthread.basics.errors import UserFacingError
from goldenthread.demonstration import (
    asking,
    bringing,
    council,
    measuring,
    meeting,
    of_2012,
    of_2013,
    of_2016,
    of_2024,
    signing,
    texts_read,
    tying,
    typeset,
    visiting,
    word,
)
from goldenthread.demonstration.council import Council
from goldenthread.demonstration.story import Story
from goldenthread.intake.models import Import
from goldenthread.people.models import Authority, User
from goldenthread.plans.models import Plan

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
    plan = _of_2024(made, today, tell)
    tying.tie(made)
    asking.ask(made, plan, today)
    tell("The director signs the highlight report for the next board")
    signing.sign(made, plan, today)
    tell("The improvement board meets, decides and answers a member")
    meeting.meet(made, plan, today)
    tell("2025: a letter after a focused visit, and the next visit to prepare for")
    visiting.prepare(made, today)


def sign_ins() -> list[SignIn]:
    """Who of the demonstration can sign in, in the order in which they were enrolled."""
    users = User.objects.filter(system_code=None).order_by("pk").prefetch_related("role_holdings")
    return [SignIn(one.name, one.email, ", ".join(sorted(_roles(one)))) for one in users]


def _roles(user: User) -> list[str]:
    return [holding.get_role_display().lower() for holding in user.role_holdings.all()]


def _of_2012(made: Council, today: date, tell: Tell) -> None:
    tell("2012: a report on safeguarding and looked after children, and its plan")
    _report(made, 2012, published="2012-06-22")
    _plan(made, 2012, today, of_2012.work)


def _of_2013(made: Council, today: date, tell: Tell) -> None:
    tell("2013: a plan of the council's own, with its update of 2014")
    _plan(made, 2013, today, of_2013.work, settle=partial(of_2013.settle, made))


def _of_2016(made: Council, tell: Tell) -> None:
    """The Cabinet paper about the same inspection stays a proposal: it would be a second one."""
    tell("2016: a report under the single inspection framework, and the paper to Cabinet")
    brought = _report(made, 2016)
    paper = word.paper(texts_read.table("paper_2016"))
    proposed = bringing.propose(made, "cabinet paper 2016.docx", paper)
    of_2016.work(made, brought.inspection, proposed.upload)


def _of_2024(made: Council, today: date, tell: Tell) -> Plan:
    tell("2024: a report under the present framework, and the plan that is under way")
    _report(made, 2024, published="2024-07-22")
    measures = measuring.measure_all(made, today)
    tell("What people have done with the plan of 2024")
    return _plan(made, 2024, today, partial(of_2024.work, measures=measures))


def _report(made: Council, year: int, **answers: str) -> Import:
    content = typeset.pdf(texts_read.lines(f"report_{year}"))
    return bringing.bring_in(made, f"inspection report {year}.pdf", content, answers=answers)


def _plan(
    made: Council,
    year: int,
    today: date,
    work: Callable[[Story], None],
    settle: bringing.Settle | None = None,
) -> Plan:
    content = word.plan(texts_read.table(f"plan_{year}"), today=today)
    brought = bringing.bring_in(made, f"action plan {year}.docx", content, settle=settle)
    if brought.plan is None:
        raise UserFacingError(f"{brought}: No plan was made of it.")
    work(Story(made, brought.plan, today))
    return brought.plan
