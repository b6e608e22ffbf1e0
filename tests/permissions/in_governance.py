"""How the verbs on boards, meetings, decisions and themes are tried."""

from datetime import date
from decimal import Decimal

from goldenthread.governance import actions, agenda
from goldenthread.governance.figures import Told
from goldenthread.governance.models import Mention
from goldenthread.governance.rounds import Lead
from goldenthread.governance.tests.factories import (
    asked,
    board,
    drafted,
    given,
    held,
    paper_read,
    planned,
    typed,
    watching,
)
from goldenthread.people.models import Person
from goldenthread.sources.actions import store
from tests.permissions.trying import tries

FORUMS, MEETINGS = "governance.keep_forums", "governance.keep_meetings"
QUESTIONS = "governance.keep_questions"
FOLLOW, CASCADE = "governance.follow", "governance.cascade"
JANUARY, FEBRUARY = date(2026, 1, 20), date(2026, 2, 17)
MONDAY = date(2026, 3, 16)


def forum(town, **changes):
    return board(town.cast, **changes)


def meeting(town):
    made = planned(town.cast, forum(town), FEBRUARY)
    actions.add_item(meeting=made, title="Progress", by=town.cast.alice)
    return made


def item(town):
    return held(town.cast, forum(town), FEBRUARY).items.get()


def someone(town):
    return Person.objects.create(authority=town.cast.aldermere, name="Dora Dale")


def upload(town):
    return store(authority=town.cast.aldermere, name="terms.txt", data=b"Terms", by=town.cast.alice)


@tries(FORUMS, actions.register_forum)
def register_forum(town):
    return lambda by: actions.register_forum(
        authority=town.cast.aldermere,
        about=actions.forums.About(name="Improvement Board", kind="board"),
        by=by,
    )


@tries(FORUMS, actions.change_forum)
def change_forum(town):
    row = forum(town)
    about = actions.forums.About(name="Another", kind="board")
    return lambda by: actions.change_forum(forum=row, about=about, by=by)


@tries(FORUMS, actions.end_forum)
def end_forum(town):
    row = forum(town)
    return lambda by: actions.end_forum(forum=row, on=FEBRUARY, outcome="Done.", by=by)


@tries(FORUMS, actions.name_forum)
def name_forum(town):
    row = forum(town)
    return lambda by: actions.name_forum(forum=row, text="Panel", by=by)


@tries(FORUMS, actions.seat)
def seat(town):
    row, who = forum(town), someone(town)
    return lambda by: actions.seat(forum=row, of=who, rank="member", by=by)


@tries(FORUMS, actions.accept_seat)
def accept_seat(town):
    row = actions.seat(
        forum=forum(town),
        of=someone(town),
        rank="member",
        invited_on=JANUARY,
        by=town.cast.alice,
    )
    return lambda by: actions.accept_seat(seat=row, on=FEBRUARY, by=by)


@tries(FORUMS, actions.end_seat)
def end_seat(town):
    row = actions.seat(forum=forum(town), of=someone(town), rank="member", by=town.cast.alice)
    return lambda by: actions.end_seat(seat=row, on=FEBRUARY, by=by)


@tries(FORUMS, actions.skip_day)
def skip_day(town):
    row = forum(town)
    return lambda by: actions.skip_day(forum=row, day=FEBRUARY, why="Half term", by=by)


@tries(FORUMS, actions.agree_terms)
def agree_terms(town):
    row, file = forum(town), upload(town)
    return lambda by: actions.agree_terms(forum=row, upload=file, agreed_on=FEBRUARY, by=by)


@tries(FORUMS, actions.put_on_each_agenda)
def put_on_each_agenda(town):
    row = forum(town)
    return lambda by: actions.put_on_each_agenda(
        forum=row, title="Measures", kind="measures", by=by
    )


@tries(FORUMS, actions.propose_forums, also="of a plan that they see")
def propose_forums(town):
    return lambda by: actions.propose_forums(plan=town.plan, by=by)


@tries(FORUMS, actions.confirm_mention)
def confirm_mention(town):
    row = Mention.objects.create(
        authority=town.cast.aldermere, plan=town.plan, printed="SCPG", where="P1-A1"
    )
    return lambda by: actions.confirm_mention(mention=row, by=by)


@tries(FORUMS, actions.let_watch, also="of a plan that they see")
def let_watch(town):
    row = forum(town)
    return lambda by: actions.let_watch(forum=row, of=town.plan, times=2, by=by)


@tries(FORUMS, actions.end_watching)
def end_watching(town):
    row = watching(town.cast, forum(town), town.plan)
    today = row.started_on
    return lambda by: actions.end_watching(oversight=row, on=today, why="Done.", by=by)


@tries(FORUMS, actions.cascade)
def cascade(town):
    row = forum(town)
    return lambda by: actions.cascade(forum=row, theme="Chronologies", teams=[town.team], by=by)


@tries(CASCADE, actions.team_held, also="by our team")
def team_held(town):
    row = actions.cascade(
        forum=forum(town), theme="Chronologies", teams=[town.team], by=town.cast.alice
    )
    return lambda by: actions.team_held(
        cascade=row, team=town.team, day=row.started_on, minute="Talked.", by=by
    )


@tries(MEETINGS, actions.plan_meeting)
def plan_meeting(town):
    row = forum(town)
    return lambda by: actions.plan_meeting(forum=row, day=FEBRUARY, by=by)


@tries(MEETINGS, actions.cancel_meeting)
def cancel_meeting(town):
    row = meeting(town)
    return lambda by: actions.cancel_meeting(meeting=row, why="Half term", by=by)


@tries(MEETINGS, actions.draw_agenda)
def draw_agenda(town):
    row = forum(town)
    watching(town.cast, row, town.plan)
    made = planned(town.cast, row, FEBRUARY)
    found = agenda.offers(made)
    return lambda by: actions.draw_agenda(meeting=made, offers=found, by=by)


@tries(MEETINGS, actions.add_item)
def add_item(town):
    row = meeting(town)
    return lambda by: actions.add_item(meeting=row, title="Another", by=by)


@tries(MEETINGS, actions.move_item)
def move_item(town):
    row = meeting(town).items.get()
    return lambda by: actions.move_item(item=row, to=1, by=by)


@tries(MEETINGS, actions.issue_agenda)
def issue_agenda(town):
    row = meeting(town)
    return lambda by: actions.issue_agenda(meeting=row, by=by)


@tries(MEETINGS, actions.hold_meeting)
def hold_meeting(town):
    row = meeting(town)
    return lambda by: actions.hold_meeting(meeting=row, present=[], apologies=[], by=by)


@tries(MEETINGS, actions.count_agency)
def count_agency(town):
    row = item(town).meeting
    return lambda by: actions.count_agency(meeting=row, agency="Schools", by=by)


@tries(MEETINGS, actions.minute)
def minute(town):
    row = item(town)
    return lambda by: actions.minute(item=row, text="Noted.", by=by)


@tries(MEETINGS, actions.approve_minutes)
def approve_minutes(town):
    row = forum(town)
    first, later = held(town.cast, row, JANUARY), held(town.cast, row, FEBRUARY)
    actions.minute(item=first.items.get(), text="Noted.", by=town.cast.alice)
    return lambda by: actions.approve_minutes(meeting=first, at=later, by=by)


@tries(MEETINGS, actions.decide)
def decide(town):
    row = item(town)
    return lambda by: actions.decide(item=row, text="Agreed.", by=by)


@tries(MEETINGS, actions.carry_out)
def carry_out(town):
    resolved = [actions.deciding.Resolved("Fund it")]
    made = actions.decide(item=item(town), text="Agreed.", resolutions=resolved, by=town.cast.alice)
    return lambda by: actions.carry_out(resolution=made.resolutions.get(), words="Paid.", by=by)


@tries(MEETINGS, actions.agree_next_step)
def agree_next_step(town):
    row, who = item(town), someone(town)
    return lambda by: actions.agree_next_step(
        item=row, text="Write", lead=who, due_on=FEBRUARY, by=by
    )


@tries(FOLLOW, actions.finish_next_step, also="of their own")
def finish_next_step(town):
    row = actions.agree_next_step(
        item=item(town),
        text="Write",
        lead=town.person("lead standing"),
        due_on=FEBRUARY,
        by=town.cast.alice,
    )
    return lambda by: actions.finish_next_step(step=row, words="Sent.", by=by)


@tries("plans.file_evidence", actions.file_minute, also="from minutes")
def file_minute(town):
    row = item(town)
    actions.minute(item=row, text="All 14 heads were met.", by=town.cast.alice)
    test = town.action.tests.get()
    return lambda by: actions.file_minute(
        item=row,
        test=test,
        extract="All 14 heads were met.",
        shows="All met",
        quantity=14,
        by=by,
    )


@tries("plans.add_action", actions.make_action)
def make_action(town):
    row = forum(town)
    watching(town.cast, row, town.plan)
    made = planned(town.cast, row, FEBRUARY)
    actions.draw_agenda(meeting=made, offers=agenda.offers(made), by=town.cast.alice)
    actions.hold_meeting(meeting=made, present=[], apologies=[], by=town.cast.alice)
    step = actions.agree_next_step(
        item=made.items.get(kind="watched"),
        text="Write",
        lead=town.person("lead standing"),
        due_on=date(2026, 4, 1),
        by=town.cast.alice,
    )
    items = [town.plan.items.order_by("order").first()]
    return lambda by: actions.make_action(step=step, items=items, by=by)


def question(town):
    return asked(town.cast, forum(town))


def answer(town):
    return drafted(town.cast, question(town))


@tries(QUESTIONS, actions.ask_question)
def ask_question(town):
    row = forum(town)
    told = actions.answering.Asked(asked_by="a member", asked_on=JANUARY, text="How many?")
    return lambda by: actions.ask_question(forum=row, asked=told, by=by)


@tries(QUESTIONS, actions.draft_answer)
def draft_answer(town):
    row = question(town)
    return lambda by: actions.draft_answer(question=row, answers_for="Chair", text="Ten.", by=by)


@tries(QUESTIONS, actions.fill_answer)
def fill_answer(town):
    row, proposal = question(town), paper_read()
    return lambda by: actions.fill_answer(question=row, proposal=proposal, by=by)


@tries(QUESTIONS, actions.add_figure)
def add_figure(town):
    row = answer(town)
    told = Told(name="Visits", value=Decimal(89), unit="percent")
    return lambda by: actions.add_figure(answer=row, told=told, by=by)


@tries(QUESTIONS, actions.change_figure)
def change_figure(town):
    row = typed(town.cast, answer(town))
    told = Told(name="Visits", value=Decimal(90), unit="percent")
    return lambda by: actions.change_figure(figure=row, told=told, by=by)


@tries(QUESTIONS, actions.nest)
def nest(town):
    draft = answer(town)
    one, two = typed(town.cast, draft), typed(town.cast, draft, name="Reviews")
    return lambda by: actions.nest(figure=one, within=two, nesting="apart", by=by)


@tries(QUESTIONS, actions.leave_out)
def leave_out(town):
    row = typed(town.cast, answer(town))
    return lambda by: actions.leave_out(part=row, by=by)


@tries(QUESTIONS, actions.promised)
def promised(town):
    row = answer(town)
    return lambda by: actions.promised(answer=row, text="We will write.", by=by)


@tries(QUESTIONS, actions.foretell)
def foretell(town):
    row = answer(town)
    return lambda by: actions.foretell(answer=row, text="They will see it.", by=by)


@tries(QUESTIONS, actions.give_answer)
def give_answer(town):
    row = answer(town)
    return lambda by: actions.give_answer(answer=row, on=JANUARY, by=by)


@tries(QUESTIONS, actions.follow_commitment)
def follow_commitment(town):
    row = item(town)
    promise = given(town.cast, asked(town.cast, row.meeting.forum)).commitments.get()
    who = someone(town)
    return lambda by: actions.follow_commitment(
        commitment=promise, item=row, lead=who, due_on=FEBRUARY, by=by
    )


@tries(QUESTIONS, actions.mark_expectation)
def mark_expectation(town):
    row = given(town.cast, question(town)).expectations.get()
    return lambda by: actions.mark_expectation(
        expectation=row, outcome="silent", letter_words="", by=by
    )


def before_meetings(town, by):
    return actions.ask_before_meetings(plan=town.action.plan, forum=town.board, by=by, lead=Lead())


@tries("plans.set_rounds", actions.ask_before_meetings, also="before meetings")
def ask_before_meetings(town):
    town.board = forum(town)
    return lambda by: before_meetings(town, by)


@tries("governance.renew_rounds", actions.renew_rounds)
def renew_rounds(town):
    town.board = forum(town)
    row, _ = before_meetings(town, town.cast.alice)
    return lambda by: actions.renew_rounds(rounds_before=row, by=by, day=MONDAY)
