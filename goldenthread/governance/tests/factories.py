"""Boards and meetings of the made-up council of Aldermere."""

from datetime import date
from decimal import Decimal

from goldenthread.documents import reading
from goldenthread.governance import actions, agenda
from goldenthread.governance.actions.answering import Asked
from goldenthread.governance.actions.forums import About
from goldenthread.governance.figures import Told
from goldenthread.people import actions as people
from goldenthread.plans.tests.factories import recorded

# A Tuesday, the third of its month; the clock of the tests says 16 March 2026.
JANUARY, FEBRUARY, MARCH = date(2026, 1, 20), date(2026, 2, 17), date(2026, 3, 17)
PAPER = """Cllr. Vale: Could the Cabinet Member for Children share what would be a good outcome from
the expected Ofsted monitoring visit in May 2026?

The visit is about children who are subject to child protection plans.

Key data:
 Timeliness of visits – 91%
 CP over 2 yrs – reduced to 3 families, 4 children
 Planning over 18mths – 12 children
 Repeat planning - 31% which is too high
 Conference timeliness – 62% which is too low

In a recent audit of 20 case files, over half of the cohort audited were adjudged to have fallen
below expected standards.
We will write to every head teacher by 30 June 2026.
Ofsted will see that visits are well monitored.
Ofsted will note that planning remains inconsistent.
"""


def board(cast, **changes):
    told = {
        "name": "Improvement Board",
        "kind": "board",
        "abbreviation": "IB",
        "every": 1,
        "unit": "months",
        "first_on": JANUARY,
        "started_on": date(2025, 4, 1),
    }
    return actions.register_forum(
        authority=cast.aldermere, about=About(**told | changes), by=cast.alice
    )


def person(cast, name="Dora Dale", **more):
    return people.add_person(authority=cast.aldermere, name=name, by=cast.alice, **more)


def seated(cast, forum, of=None, rank="member", **more):
    of = of or person(cast)
    return actions.seat(forum=forum, of=of, rank=rank, by=cast.alice, **more)


def planned(cast, forum, day=FEBRUARY):
    return actions.plan_meeting(forum=forum, day=day, by=cast.alice)


def held(cast, forum, day=FEBRUARY, titles=("Progress",), present=(), apologies=()):
    meeting = planned(cast, forum, day)
    for title in titles:
        actions.add_item(meeting=meeting, title=title, by=cast.alice)
    return actions.hold_meeting(
        meeting=meeting, present=present, apologies=apologies, by=cast.alice
    )


def approved(cast, meeting, later):
    for item in meeting.items.filter(minute=""):
        actions.minute(item=item, text="It was noted.", by=cast.alice)
    return actions.approve_minutes(meeting=meeting, at=later, by=cast.alice)


def watching(cast, forum, plan=None, **more):
    plan = plan or recorded(cast)
    return actions.let_watch(forum=forum, of=plan, by=cast.alice, **{"times": 2} | more)


def drawn(cast, meeting):
    return actions.draw_agenda(meeting=meeting, offers=agenda.offers(meeting), by=cast.alice)


def asked(cast, forum, text="How many reviews were late?", **more):
    told = {"asked_by": "a member", "asked_on": JANUARY, "about": "reviews", "text": text} | more
    return actions.ask_question(forum=forum, asked=Asked(**told), by=cast.alice)


def drafted(cast, question, text="Three were late."):
    return actions.draft_answer(
        question=question, answers_for="Cabinet Member for Children", text=text, by=cast.alice
    )


def typed(cast, answer, value=89, name="Visits in time", unit="percent", **more):
    told = Told(name=name, value=Decimal(str(value)), unit=unit, **more)
    return actions.add_figure(answer=answer, told=told, by=cast.alice)


def given(cast, question, day=JANUARY, **more):
    """An answer that was given with one figure, one promise and one expectation."""
    draft = drafted(cast, question)
    typed(cast, draft, **more)
    actions.promised(answer=draft, text="We will write to every head.", by=cast.alice)
    actions.foretell(answer=draft, text="Inspectors will see fewer delays.", by=cast.alice)
    return actions.give_answer(answer=draft, on=day, by=cast.alice)


def paper_read():
    """A question and answer of the made-up council, as a reading of its document."""
    return reading.read_bytes(PAPER.encode(), "question.txt")
