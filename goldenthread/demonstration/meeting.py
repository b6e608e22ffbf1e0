"""The improvement board of Aldermere: two meetings, a decision on an action, a member's question."""

from datetime import date, timedelta
from decimal import Decimal

from goldenthread.demonstration.council import Council
from goldenthread.governance import actions, agenda
from goldenthread.governance.actions.answering import Asked
from goldenthread.governance.actions.deciding import Resolved
from goldenthread.governance.actions.forums import About
from goldenthread.governance.figures import Told
from goldenthread.governance.models import AgendaItem, Forum, Meeting, Seat
from goldenthread.people.models import Person, User
from goldenthread.plans.models import Plan

MEMBER = "Cabinet Member for Children"
SEATS = (
    ("Independent Chair of the Improvement Board", Seat.Rank.CHAIR),
    ("Director of Children’s Services", Seat.Rank.MEMBER),
    (MEMBER, Seat.Rank.MEMBER),
    ("Designated Nurse", Seat.Rank.MEMBER),
)
ANSWER = """Nearly nine in ten visits were in time last month. Too many plans are made a second \
time for the same children. We will bring a report on repeat plans to the board."""


def meet(council: Council, plan: Plan, today: date) -> None:
    """The board meets twice, is planned for once more, and a member of it is answered."""
    officer, clerk = council["Ines Hartley"], council["Sam Birch"]
    forum = _board(council, plan, officer, today)
    first = _held(forum, today - timedelta(days=49), clerk)
    second = _held(forum, today - timedelta(days=21), clerk)
    for item in first.items.all():
        actions.minute(item=item, text="The board noted how it stands.", by=clerk)
    actions.approve_minutes(meeting=first, at=second, by=clerk)
    late = second.items.exclude(action=None).order_by("order")[0]
    _decide(council, late, clerk, today)
    _answer(council, second, clerk)
    actions.plan_meeting(forum=forum, day=today + timedelta(days=7), by=clerk)


def _board(council: Council, plan: Plan, officer: User, today: date) -> Forum:
    about = About(
        name="Improvement Board",
        kind="board",
        abbreviation="IB",
        purpose="It watches the plan that answers the inspection.",
        every=4,
        unit="weeks",
        first_on=today - timedelta(days=217),
        quorum=3,
    )
    forum = actions.register_forum(authority=council.authority, about=about, by=officer)
    for title, rank in SEATS:
        actions.seat(
            forum=forum,
            of=council.posts[title],
            rank=rank,
            by=officer,
            started_on=today - timedelta(days=217),
        )
    actions.let_watch(forum=forum, of=plan, times=12, by=officer)
    return forum


def _held(forum: Forum, day: date, clerk: User) -> Meeting:
    meeting = actions.plan_meeting(forum=forum, day=day, by=clerk)
    actions.draw_agenda(meeting=meeting, offers=agenda.offers(meeting)[:6], by=clerk)
    actions.issue_agenda(meeting=meeting, by=clerk)
    present = list(forum.seats.order_by("pk"))
    return actions.hold_meeting(
        meeting=meeting, present=present[:3], apologies=present[3:], by=clerk
    )


def _decide(council: Council, item: AgendaItem, clerk: User, today: date) -> None:
    actions.minute(item=item, text="The lead said why it is late.", by=clerk)
    actions.decide(
        item=item,
        text="The board wants it finished before the next inspection.",
        resolutions=[Resolved("The director finds somebody to help", due_on=today)],
        by=clerk,
    )
    actions.agree_next_step(
        item=item,
        text="Say to the board what is in the way",
        lead=Person.objects.get(user=council["Asha Verity"]),
        due_on=today + timedelta(days=7),
        by=clerk,
    )


def _answer(council: Council, meeting: Meeting, clerk: User) -> None:
    day = meeting.day
    asked = Asked(
        asked_by="a member",
        asked_of=MEMBER,
        asked_on=day - timedelta(days=7),
        about="the next monitoring visit",
        text="What would be a good outcome of the next monitoring visit?",
        answer_by=day,
        meeting=meeting,
    )
    question = actions.ask_question(forum=meeting.forum, asked=asked, by=clerk)
    draft = actions.draft_answer(question=question, answers_for=MEMBER, text=ANSWER, by=clerk)
    for told in _figures(day - timedelta(days=10)):
        actions.add_figure(answer=draft, told=told, source="Monthly list", by=clerk)
    actions.promised(answer=draft, text="A report on repeat plans comes to the board.", by=clerk)
    actions.foretell(answer=draft, text="Inspectors will see that visits are in time.", by=clerk)
    given = actions.give_answer(answer=draft, on=day, by=clerk)
    actions.follow_commitment(
        commitment=given.commitments.get(),
        item=meeting.items.order_by("order")[0],
        lead=Person.objects.get(user=council["Tom Harrow"]),
        due_on=day + timedelta(days=35),
        by=clerk,
    )


def _figures(as_at: date) -> tuple[Told, Told]:
    return (
        Told(
            name="Visits in time",
            value=Decimal(89),
            unit="percent",
            numerator=178,
            denominator=200,
            as_at=as_at,
            better="higher",
        ),
        Told(
            name="Repeat plans",
            value=Decimal(33),
            unit="percent",
            as_at=as_at,
            better="lower",
            adverse=True,
        ),
    )
