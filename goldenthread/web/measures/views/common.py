"""What the pages of measures share: finding rows, the ways back, and one form on a page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from goldenthread.basics.errors import NotAllowed, UserFacingError
from goldenthread.people.models import Authority, User
from goldenthread.people.models.visibility import holds_role
from goldenthread.people.permissions import VERBS, require
from goldenthread.results.figures import NotAFigure
from goldenthread.results.models import Measure, Target, Value
from goldenthread.web import feedback
from goldenthread.web.components import Table
from goldenthread.web.listing import last_address
from goldenthread.web.measures.forms import FIGURE
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.requests import SignedInRequest

OF_A_VALUE = (
    *("measure__authority", "definition__measure", "team", "entered_by", "approved_by"),
    *("revises__measure", "revises__team"),
)


@dataclass(frozen=True)
class Kept:
    """What was done, in words, and the page that shows it."""

    said: str
    href: str


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A page with one form: what stands above it, its button, and the way back."""

    page: Page
    button: str
    back: str
    lead: Sequence[str] = ()
    table: Table | None = None
    more: Mapping[str, Any] = field(default_factory=dict)


def measure_of(request: SignedInRequest, pk: int) -> Measure:
    """The measure; 404 for one that the person does not see."""
    rows = Measure.objects.visible_to(request.user).select_related("authority")
    return get_object_or_404(rows, pk=pk)


def value_of(request: SignedInRequest, pk: int) -> Value:
    """The figure; 404 for one that the person does not see."""
    rows = Value.objects.visible_to(request.user).select_related(*OF_A_VALUE)
    return get_object_or_404(rows, pk=pk)


def target_of(request: SignedInRequest, pk: int) -> Target:
    """The target; 404 for one that the person does not see."""
    rows = Target.objects.visible_to(request.user)
    found = rows.select_related("measure__authority", "team", "baseline__team", "set_by")
    return get_object_or_404(found, pk=pk)


def crumbs(request: SignedInRequest, measure: Measure | None = None) -> list[Crumb]:
    """The way to a measure's page; to a page below it when the measure is named."""
    way = [Crumb("Measures", last_address(request, reverse("measures:index")))]
    if measure is not None:
        way.append(Crumb(measure.name, reverse("measures:show", args=[measure.pk])))
    return way


def page_below(request: SignedInRequest, measure: Measure, heading: str) -> Page:
    """The frame of a page below a measure's own."""
    return Page(heading=heading, caption=str(measure), crumbs=crumbs(request, measure))


def is_offered(user: User, verb: str, authority: Authority) -> bool:
    """Whether a role of the user lets them do it there, for a team or a service at least.

    The verb asks again, for the row.
    """
    rows = Authority.objects.filter(pk=authority.pk)
    return rows.filter(holds_role(user, VERBS[verb].roles, authority="pk")).exists()


def only_for(user: User, verb: str, authority: Authority) -> None:
    """Open a form for whoever may send it only.

    Raises:
        NotAllowed: no role of the user lets them; says who may.
    """
    if not is_offered(user, verb, authority):
        require(user, verb, authority)


def data_of(request: SignedInRequest) -> Any:
    """What a form was sent with; None where the page is only looked at."""
    return request.POST if request.method == "POST" else None


def ask(
    request: SignedInRequest,
    asked: Asked,
    form: Form,
    keep: Callable[[dict[str, Any]], Kept],
    *,
    template: str = "measures/form.html",
) -> HttpResponse:
    """The page of a form; sent and valid, what it asks for is done. What is wrong is said on it."""
    status = HTTPStatus.OK
    if form.is_bound:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        kept = _kept(form, keep) if form.is_valid() else None
        if isinstance(kept, Kept):
            feedback.done(request, kept.said)
            return redirect(kept.href)
        status = kept or status
    context = {"page": asked.page, "asked": asked, "form": form, **asked.more}
    return render(request, template, context, status=status)


def _kept(form: Form, keep: Callable[[dict[str, Any]], Kept]) -> Kept | HTTPStatus:
    """What was done; the status of the answer where it was refused and the form says why."""
    try:
        return keep(form.cleaned_data)
    except NotAllowed as error:
        form.add_error(None, str(error))
        return HTTPStatus.FORBIDDEN
    except NotAFigure as error:
        form.add_error(FIGURE, str(error))
    except UserFacingError as error:
        form.add_error(None, str(error))
    return HTTPStatus.UNPROCESSABLE_ENTITY
