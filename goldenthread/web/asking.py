"""A page with one form that does one verb, the same for every area that has such pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.sources.errors import NotStored
from goldenthread.web import feedback
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.requests import SignedInRequest

Given = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Ask:
    """What a page with a form says.

    Args:
        says:   what the change does, and how it is undone or that it cannot be.
        button: the words of the one button.
        back:   where 'Cancel' leads, and whoever has done it where `to` says nothing else.
        done:   what the next page says; of what came of the verb.
        to:     the next page, of what came of the verb.
    """

    heading: str
    button: str
    back: str
    crumbs: tuple[Crumb, ...]
    done: Callable[[Any], str]
    caption: str = ""
    says: str = ""
    to: Callable[[Any], str] | None = None

    @property
    def page(self) -> Page:
        return Page(heading=self.heading, caption=self.caption, crumbs=self.crumbs)


def asked(
    request: SignedInRequest, form: Form, ask: Ask, do: Callable[[Given], Any]
) -> HttpResponse:
    """The page with the form, or what comes after the verb; a refusal stands above the form."""
    made, is_done = tried(form, do)
    if is_done:
        feedback.done(request, ask.done(made))
        return redirect(ask.to(made) if ask.to else ask.back)
    return form_page(request, form, ask)


def tried(form: Form, do: Callable[[Given], Any]) -> tuple[Any, bool]:
    """What the verb gave, and whether it was done; else the form says why not."""
    if not form.is_bound or not form.is_valid():
        return None, False
    try:
        return do(form.cleaned_data), True
    except (NotAllowedNow, NotStored) as error:
        form.add_error(None, str(error))
        return None, False


def form_page(request: SignedInRequest, form: Form, ask: Ask) -> HttpResponse:
    """The page with its form, empty or as it was sent."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    context = {"page": ask.page, "ask": ask, "form": form}
    return render(request, "pages/form.html", context, status=status)
