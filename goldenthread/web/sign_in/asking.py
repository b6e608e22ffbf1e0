"""One's own settings of what the house sends: the digest, and the address of one's calendar."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.people.actions import (
    choose_digest,
    end_calendar_address,
    new_calendar_address,
)
from goldenthread.people.models import CalendarAddress, DigestSetting, User
from goldenthread.people.rhythms import Rhythm
from goldenthread.web import feedback
from goldenthread.web.asking import Ask, asked
from goldenthread.web.pages import Crumb
from goldenthread.web.requests import SignedInRequest

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SAYS = (
    "One mail that lists what waits for you, by reference and day. When nothing waits, none "
    "comes. You can change this whenever you like."
)


class DigestForm(forms.Form):
    """How often, on which day and at what hour."""

    rhythm = forms.ChoiceField(
        label="How often?",
        choices=DigestSetting.RHYTHMS,
        widget=forms.RadioSelect,
    )
    weekday = forms.TypedChoiceField(
        label="On which day?",
        help_text="Counts only for once a week.",
        choices=list(enumerate(DAYS)),
        coerce=int,
    )
    hour = forms.TypedChoiceField(
        label="At what time?", choices=[(n, f"{n:02}:00") for n in range(24)], coerce=int
    )


@require_http_methods(["GET", "HEAD", "POST"])
def digest(request: SignedInRequest) -> HttpResponse:
    """Choose when one's digest comes."""
    chosen = _setting(request.user)
    now = {"rhythm": chosen.rhythm, "weekday": chosen.weekday, "hour": chosen.hour}
    form = DigestForm(request.POST if request.method == "POST" else None, initial=now)
    back = reverse("sign_in:index")
    ask = Ask(
        heading="Your digest",
        button="Save",
        back=back,
        crumbs=(Crumb("Your account", back),),
        says=SAYS,
        done=lambda made: f"Your digest: {digest_words(made)}",
    )

    def choose(given: Any) -> DigestSetting:
        return choose_digest(user=request.user, by=request.user, **given)

    return asked(request, form, ask, choose)


def digest_words(chosen: DigestSetting) -> str:
    """When it comes: "Once a week, on Monday at 07:00."."""
    if chosen.rhythm == Rhythm.OFF:
        return "Never."
    on = f", on {DAYS[chosen.weekday]}" if chosen.rhythm == Rhythm.WEEKLY else ""
    return f"{DigestSetting(rhythm=chosen.rhythm).get_rhythm_display()}{on} at {chosen.hour:02}:00."


def settings_of(user: User) -> dict[str, object]:
    """What the page of one's account says of the digest and the calendar."""
    address = CalendarAddress.objects.visible_to(user).current().filter(user=user).first()
    return {"digest": digest_words(_setting(user)), "calendar": address}


def _setting(user: User) -> DigestSetting:
    found = DigestSetting.objects.visible_to(user).filter(user=user).first()
    return found or DigestSetting(user=user)


@require_POST
def calendar(request: SignedInRequest) -> HttpResponse:
    """Make a new secret address of one's calendar, which is shown this once, or end it."""
    if request.POST.get("do") == "end":
        end_calendar_address(user=request.user, by=request.user)
        feedback.done(request, "The address of your calendar does not work any more.")
        return redirect("sign_in:index")
    secret = new_calendar_address(user=request.user, by=request.user)
    address = request.build_absolute_uri(reverse("calendar:feed", args=[secret]))
    feedback.done(
        request,
        f"The address of your calendar is {address} . It is shown this once: whoever has it sees "
        "your days. An address of before does not work any more.",
    )
    return redirect("sign_in:index")
