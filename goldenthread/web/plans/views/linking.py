"""Which recommendations an item answers: adding a link, signing off its wording, removing it."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.inspections.models import Recommendation
from goldenthread.plans import actions
from goldenthread.plans.models import ItemRecommendation
from goldenthread.web import feedback
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.plans import addresses
from goldenthread.web.plans.forms import LinkForm, WhyForm
from goldenthread.web.plans.views.common import crumbs, item_of
from goldenthread.web.plans.views.item import choices
from goldenthread.web.requests import SignedInRequest


@require_POST
def link(request: SignedInRequest, public_id: str, code: str = "") -> HttpResponse:
    """Say that the item answers one more recommendation; it can be removed again."""
    item = item_of(request, public_id, code)
    form = LinkForm(request.POST, recommendations=choices(item, request.user))
    if form.is_valid():
        visible = Recommendation.objects.visible_to(request.user)
        one = get_object_or_404(visible, pk=form.cleaned_data["recommendation"])
        actions.link_recommendation(item=item, recommendation=one, by=request.user)
        feedback.done(request, "The recommendation was linked. “Remove this link” undoes it.")
        return redirect(addresses.of_item(item))
    page = Page(heading="Link a recommendation", crumbs=crumbs(request, item.plan))
    context = {"page": page, "form": form, "cancel": addresses.of_item(item)}
    return render(request, "plans/link.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)


@require_POST
def sign_off(request: SignedInRequest, public_id: str, pk: int, code: str = "") -> HttpResponse:
    """Accept that the item words it otherwise."""
    item = item_of(request, public_id, code)
    actions.sign_off_wording(link=_link(request, item.pk, pk), by=request.user)
    feedback.done(request, "The wording was signed off. This cannot be undone.")
    return redirect(addresses.of_item(item))


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: SignedInRequest, public_id: str, pk: int, code: str = "") -> HttpResponse:
    """Ask why, then take the link away."""
    item = item_of(request, public_id, code)
    row = _link(request, item.pk, pk)
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.unlink_recommendation(link=row, by=request.user, why=form.cleaned_data["why"])
        feedback.done(request, "The link was removed. You can link the two again.")
        return redirect(addresses.of_item(item))
    way = [*crumbs(request, item.plan), Crumb(str(item), addresses.of_item(item))]
    context = {
        "page": Page(heading="Remove this link?", crumbs=way),
        "form": form,
        "says": f"{item} will no longer answer: “{row.recommendation.text}” "
        "You can link the two again.",
        "yes": "Remove this link",
        "cancel": addresses.of_item(item),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "plans/why.html", context, status=status)


def _link(request: SignedInRequest, item: int, pk: int) -> ItemRecommendation:
    visible = ItemRecommendation.objects.visible_to(request.user).current()
    rows = visible.select_related("item__plan__authority", "recommendation")
    return get_object_or_404(rows, item=item, pk=pk)
