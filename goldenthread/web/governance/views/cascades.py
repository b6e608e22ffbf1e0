"""Themes that every team is to talk about."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.governance import actions, looking
from goldenthread.governance.models import Cascade
from goldenthread.intake.actions import keep_file
from goldenthread.web import words
from goldenthread.web.asking import Ask, asked
from goldenthread.web.components import Cell, Column, Table
from goldenthread.web.governance import forms
from goldenthread.web.governance.views.common import FORM, data, forum_of, on_forum, way
from goldenthread.web.pages import Page
from goldenthread.web.requests import SignedInRequest


@require_http_methods(FORM)
def start(request: SignedInRequest, pk: int) -> HttpResponse:
    """Ask every team to talk about a theme."""
    forum = forum_of(request, pk)
    form = forms.CascadeForm(**data(request), authority=forum.authority)
    return on_forum(
        request,
        forum,
        form,
        lambda given: actions.cascade(forum=forum, by=request.user, **given),
        heading="Ask every team to talk about something",
        button="Ask the teams",
        says="Each team holds it on a meeting of its own and adds its minute.",
    )


@require_safe
def show(request: SignedInRequest, pk: int) -> HttpResponse:
    """Which team has held it, with its minute."""
    row = _cascade(request, pk)
    held = {one.team_id: one for one in row.held.select_related("upload")}
    columns = (Column(heading="Team"), Column(heading="Held on"), Column(heading="Minute"))
    rows = [_team(team, held.get(team.pk)) for team in row.teams.order_by("name")]
    context = {
        "page": Page(heading=row.theme, caption=str(row.forum), crumbs=way(row.forum)),
        "words": looking.cascade_words(row),
        "table": Table(caption="Teams", columns=columns, rows=rows),
        "href": reverse("governance:cascade_held", args=[pk]) if len(held) < len(rows) else "",
    }
    return render(request, "governance/cascade.html", context)


@require_http_methods(FORM)
def held(request: SignedInRequest, pk: int) -> HttpResponse:
    """A team has talked about it."""
    row = _cascade(request, pk)
    left = row.teams.exclude(pk__in=row.held.values("team")).order_by("name")
    ask = Ask(
        heading="A team has held it",
        caption=row.theme,
        says="Add its minute as words or as a file. It cannot be taken back.",
        button="Save",
        back=reverse("governance:cascade_show", args=[pk]),
        crumbs=way(row.forum, (row.theme, reverse("governance:cascade_show", args=[pk]))),
        done=lambda made: f"{made.team} has held it.",
    )

    def keep(given: Any) -> Any:
        file = given["file"]
        upload = file and keep_file(
            authority=row.authority, name=file.name, data=file.file, by=request.user
        )
        said = {name: given[name] for name in ("team", "day", "minute")}
        return actions.team_held(cascade=row, upload=upload, by=request.user, **said)

    return asked(request, forms.CascadeHeldForm(**data(request), teams=left), ask, keep)


def _cascade(request: SignedInRequest, pk: int) -> Cascade:
    rows = Cascade.objects.visible_to(request.user).select_related("forum__authority")
    return get_object_or_404(rows, pk=pk)


def _team(team: Any, held: Any) -> list[Cell]:
    if held is None:
        return [Cell(str(team)), Cell("not yet"), Cell("—")]
    return [Cell(str(team)), Cell(words.day(held.day)), Cell(held.minute or str(held.upload))]
