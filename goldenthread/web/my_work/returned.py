"""Evidence that came back: a new version of it, and a check asked for again."""

from http import HTTPStatus
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldenthread.basics.errors import NotAllowedNow
from goldenthread.plans import actions
from goldenthread.plans.models import EvidenceLink
from goldenthread.web import feedback
from goldenthread.web.pages import Crumb, Page
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.uploads import taken_in


class VersionForm(forms.Form):
    """What the next version is, and whether it is to be checked now."""

    file = forms.FileField(label="File", required=False)
    url = forms.URLField(label="Link", required=False, assume_scheme="https")
    extract = forms.CharField(
        label="Text", required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=20000
    )
    shows = forms.CharField(
        label="What does it show now?",
        help_text="Leave this empty if it shows what the version before showed.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=5000,
    )
    asks = forms.BooleanField(label="Ask for a check at once", required=False, initial=True)

    def clean(self) -> dict[str, Any]:
        """The version; it is a file, a link or a text."""
        given = super().clean() or {}
        if not self.errors and not any(given.get(name) for name in ("file", "url", "extract")):
            self.add_error("file", "File: nothing chosen. Give a file, a link or a text.")
        return given


@require_http_methods(["GET", "HEAD", "POST"])
def version(request: SignedInRequest, pk: int) -> HttpResponse:
    """The reason why it came back, and the form of the next version."""
    rows = EvidenceLink.objects.visible_to(request.user)
    link = get_object_or_404(rows.select_related("version__evidence__plan__authority"), pk=pk)
    form = VersionForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            feedback.done(request, _file(request, link, form.cleaned_data))
        except NotAllowedNow as refused:
            form.add_error(None, str(refused))
        else:
            return redirect("my_work:index")
    last = link.checks.order_by("pk").last()
    evidence = link.version.evidence
    context = {
        "page": Page(
            heading="File a new version",
            caption=f"{evidence.public_id} {evidence.title}",
            crumbs=[Crumb("My work", reverse("my_work:index"))],
        ),
        "reason": last.note if last else "",
        "form": form,
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "my_work/version.html", context, status=status)


@transaction.atomic
def _file(request: SignedInRequest, link: EvidenceLink, given: dict[str, Any]) -> str:
    evidence = link.version.evidence
    made = actions.new_version(
        evidence=evidence,
        by=request.user,
        shows=given["shows"],
        upload=taken_in(given["file"], evidence.plan, request.user),
        url=given["url"],
        extract=given["extract"],
    )
    if not given["asks"]:
        return f"{evidence.public_id}: the new version is filed. Ask for a check when it is ready."
    for one in made.links.all():
        actions.ask_for_check(link=one, by=request.user)
    return f"{evidence.public_id}: the new version is filed and waits for a check."
