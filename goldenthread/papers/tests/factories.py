"""Signed papers of Aldermere: Bob, the director, signs."""

from datetime import date

from goldenthread.papers import actions
from goldenthread.people import actions as people

TODAY = date(2026, 3, 16)
VIEW = "We see children sooner than in January."


def post_for(cast, user, title):
    post = people.add_post(authority=cast.aldermere, title=title, by=cast.setup)
    person = user.persons.get(authority=cast.aldermere)
    people.take_post(post=post, person=person, by=cast.setup, started_on=None)


def view(plan, by, *, text=VIEW, as_at=TODAY, **more):
    return actions.sign_overall_view(plan=plan, as_at=as_at, text=text, by=by, **more)


def draft(plan, by, *, text=VIEW, as_at=TODAY):
    return actions.draft_overall_view(plan=plan, as_at=as_at, text=text, by=by)


def signed(plan, by, *, name="coverage", as_at=TODAY):
    return actions.sign_off(plan=plan, name=name, as_at=as_at, by=by)


def finished(paper, by, data, *, name="Finished.docx"):
    return actions.upload_signed(paper=paper, name=name, data=data, by=by)
