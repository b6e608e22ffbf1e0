"""Entering for somebody that they are away, and taking it back."""

from dataclasses import replace

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from goldenthread.people.actions import enter_absence, withdraw_absence
from goldenthread.people.models import Absence, Person
from goldenthread.web.asking import asked
from goldenthread.web.away import SAYS, AwayForm
from goldenthread.web.people.place import AWAY, place_of
from goldenthread.web.people.views.common import about, form_view, person_of, sent
from goldenthread.web.requests import SignedInRequest


@form_view
def enter(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Enter that a person is away."""
    place, row = person_of(request, code, pk, AWAY)
    colleagues = Person.objects.visible_to(request.user)
    form = AwayForm(sent(request), person=row, colleagues=colleagues)
    ask = about(place, row, "Enter that they are away", "Save", SAYS)
    ask = replace(ask, done=lambda made: f"{made}. You can take it back on this page.")
    return asked(
        request, form, ask, lambda given: enter_absence(person=row, by=request.user, **given)
    )


@form_view
def take_back(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Take back that a person is away."""
    place = place_of(request, code, AWAY)
    rows = Absence.objects.visible_to(request.user).filter(person__authority=place.authority)
    row = get_object_or_404(rows.select_related("person", "deputy"), pk=pk)
    says = f"{row}. From now on {row.person} is asked again, and {row.deputy} is not."
    ask = about(place, row.person, "Take back that they are away", "Take it back", says)
    ask = replace(ask, done=lambda made: f"{made.person} is not away any more.")
    return asked(
        request, Form(sent(request)), ask, lambda _: withdraw_absence(absence=row, by=request.user)
    )
