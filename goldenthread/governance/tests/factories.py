"""Boards and meetings of the made-up council of Aldermere."""

from datetime import date

from goldenthread.governance import actions, agenda
from goldenthread.governance.actions.forums import About
from goldenthread.people import actions as people
from goldenthread.plans.tests.factories import recorded

# A Tuesday, the third of its month; the clock of the tests says 16 March 2026.
JANUARY, FEBRUARY, MARCH = date(2026, 1, 20), date(2026, 2, 17), date(2026, 3, 17)


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
