"""Saying that one will be away, on the page of one's account."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.people.actions import enter_absence, withdraw_absence
from goldenthread.people.councils import councils_of
from goldenthread.people.models import Absence, Person, User
from goldenthread.people.roles import COLLEAGUES
from goldenthread.web import feedback, words
from goldenthread.web.asking import Ask, asked
from goldenthread.web.away import SAYS, AwayForm, coming
from goldenthread.web.pages import Crumb
from goldenthread.web.requests import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: SignedInRequest, pk: int) -> HttpResponse:
    """Enter that one is away, in one council."""
    person = get_object_or_404(_selves(request.user), pk=pk)
    colleagues = Person.objects.visible_to(request.user)
    form = AwayForm(
        request.POST if request.method == "POST" else None, person=person, colleagues=colleagues
    )
    back = reverse("sign_in:index")
    ask = Ask(
        heading="Say that you will be away",
        caption=str(person.authority),
        button="Save",
        back=back,
        crumbs=(Crumb("Your account", back),),
        says=SAYS,
        done=lambda made: f"{_words(made)} You can take it back here.",
    )

    def save(given: Any) -> Absence:
        return enter_absence(person=person, by=request.user, **given)

    return asked(request, form, ask, save)


@require_POST
def take_back(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take it back: one is asked oneself again.

    Raises:
        NotAllowedNow: it is over, or was taken back.
    """
    rows = Absence.objects.visible_to(request.user).filter(person__in=_selves(request.user))
    row = get_object_or_404(rows, pk=pk)
    withdraw_absence(absence=row, by=request.user)
    feedback.done(request, "You are not away: what is asked of you comes to you.")
    return redirect("sign_in:index")


def absences_of(user: User) -> list[dict[str, Any]]:
    """By council in which somebody works: when they are away, and where to say so."""
    found = list(_selves(user))
    return [
        {
            "council": str(person.authority) if len(found) > 1 else "",
            "href": reverse("sign_in:away", args=[person.pk]),
            "lines": [
                {"words": _words(row), "href": reverse("sign_in:back", args=[row.pk])}
                for row in coming(person, timezone.localdate())
            ],
        }
        for person in found
    ]


def _selves(user: User) -> Any:
    """The persons that the user is, in the councils that they work for."""
    rows = Person.objects.visible_to(user).filter(user=user)
    councils = councils_of(user, COLLEAGUES)
    return rows.filter(authority__in=councils).select_related("authority").order_by("pk")


def _words(row: Absence) -> str:
    days = f"From {words.day(row.started_on)} to {words.day(row.ended_on)}"
    return f"{days} {row.deputy} stands in for you."
