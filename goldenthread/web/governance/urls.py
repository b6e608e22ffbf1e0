"""The addresses of boards, meetings and the items of their agendas."""

from django.urls import path, register_converter

from goldenthread.papers.meetings import PAPERS
from goldenthread.papers.renderers import FORMS
from goldenthread.web.governance.views import (
    answers,
    cascades,
    forums,
    handed,
    items,
    meetings,
    questions,
    register,
)
from goldenthread.web.plans.urls import PlanId


class MeetingPaper(PlanId):
    """A paper of a meeting."""

    regex = "|".join(PAPERS)


class MeetingForm(PlanId):
    """A form in which papers of meetings are handed out."""

    regex = "|".join(FORMS)


register_converter(MeetingPaper, "meeting_paper")
register_converter(MeetingForm, "meeting_form")


class AnswerPart(PlanId):
    """A part of an answer."""

    regex = "|".join(answers.PARTS)


register_converter(AnswerPart, "answer_part")

MEETING, ITEM = "meetings/<int:pk>/", "items/<int:pk>/"
QUESTION, ANSWER = "questions/<int:pk>/", "answers/<int:pk>/"
app_name = "governance"
urlpatterns = [
    path("", register.index, name="index"),
    path("register/", register.add, name="add"),
    path("matrix/", register.matrix, name="matrix"),
    path("calendar/", register.calendar, name="calendar"),
    path("scrutiny/", register.scrutiny, name="scrutiny"),
    path("names/", register.names, name="names"),
    path("names/find/", register.find, name="find"),
    path("names/<int:pk>/", register.confirm, name="confirm"),
    path("<int:pk>/", forums.show, name="forum"),
    path("<int:pk>/change/", forums.change, name="change"),
    path("<int:pk>/end/", forums.end, name="end"),
    path("<int:pk>/name/", forums.name, name="name"),
    path("<int:pk>/seat/", forums.seat, name="seat"),
    path("<int:pk>/skip/", forums.skip, name="skip"),
    path("<int:pk>/terms/", forums.terms, name="terms"),
    path("<int:pk>/standing/", forums.standing, name="standing"),
    path("<int:pk>/watch/", forums.watch, name="watch"),
    path("<int:pk>/plan/", forums.plan, name="plan"),
    path("<int:pk>/question/", questions.ask, name="ask"),
    path("questions/", questions.index, name="questions"),
    path(QUESTION, questions.show, name="question"),
    path(f"{QUESTION}answer/", questions.draft, name="answer"),
    path(f"{QUESTION}fill/", questions.fill, name="fill"),
    path(f"{ANSWER}figure/", answers.figure, name="add_figure"),
    path(f"{ANSWER}promise/", answers.promise, name="promise"),
    path(f"{ANSWER}foretell/", answers.foretell, name="foretell"),
    path(f"{ANSWER}give/", answers.give, name="give"),
    path(f"{ANSWER}<meeting_form:form>/", questions.paper, name="answer_paper"),
    path("figures/<int:pk>/", answers.change_figure, name="figure"),
    path("figures/<int:pk>/nest/", answers.nest, name="nest"),
    path("parts/<answer_part:kind>/<int:pk>/out/", answers.leave_out, name="leave_out"),
    path("promises/<int:pk>/step/", answers.follow, name="follow"),
    path("expectations/<int:pk>/mark/", answers.mark, name="mark"),
    path("<int:pk>/cascade/", cascades.start, name="cascade"),
    path("seats/<int:pk>/end/", forums.end_seat, name="end_seat"),
    path("seats/<int:pk>/accept/", forums.accept_seat, name="accept_seat"),
    path("watches/<int:pk>/end/", forums.end_watch, name="end_watch"),
    path("cascades/<int:pk>/", cascades.show, name="cascade_show"),
    path("cascades/<int:pk>/held/", cascades.held, name="cascade_held"),
    path(MEETING, meetings.show, name="meeting"),
    path(f"{MEETING}draw/", meetings.draw, name="draw"),
    path(f"{MEETING}item/", meetings.item, name="add_item"),
    path(f"{MEETING}issue/", meetings.issue, name="issue"),
    path(f"{MEETING}cancel/", meetings.cancel, name="cancel"),
    path(f"{MEETING}held/", meetings.held, name="held"),
    path(f"{MEETING}agency/", meetings.agency, name="agency"),
    path(f"{MEETING}approve/", meetings.approve, name="approve"),
    path(f"{MEETING}pack/", handed.pack, name="pack"),
    path(f"{MEETING}<meeting_paper:name>/<meeting_form:form>/", handed.paper, name="paper"),
    path(f"{ITEM}matter/", items.matter, name="matter"),
    path(f"{ITEM}move/", items.move, name="move"),
    path(f"{ITEM}minute/", items.minute, name="minute"),
    path(f"{ITEM}decide/", items.decide, name="decide"),
    path(f"{ITEM}step/", items.step, name="step"),
    path(f"{ITEM}evidence/", items.evidence, name="evidence"),
    path("steps/<int:pk>/done/", items.finish, name="finish"),
    path("steps/<int:pk>/action/", items.into_action, name="into_action"),
    path("resolutions/<int:pk>/done/", items.carry_out, name="carry_out"),
]
