"""What is entered and corrected of a person: names, an account, posts, teams."""

from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from goldenthread.people import actions
from goldenthread.people.models import Alias, Membership, Postholding, User
from goldenthread.web.asking import Ask, asked
from goldenthread.web.people.forms import directory as forms
from goldenthread.web.people.place import DIRECTORY, USERS, Place, place_of
from goldenthread.web.people.views.common import (
    CORRECT_AGAIN,
    about,
    form_view,
    person_of,
    sent,
)
from goldenthread.web.requests import SignedInRequest


@form_view
def add(request: SignedInRequest, code: str) -> HttpResponse:
    """Enter a person."""
    place = place_of(request, code, DIRECTORY)
    form = forms.PersonForm(sent(request), authority=place.authority)
    ask = Ask(
        heading="Add a person",
        button="Add the person",
        back=place.to("people"),
        crumbs=place.crumbs(("People", place.to("people"))),
        says="Somebody who leads or helps with actions, whether or not they sign in. To let "
        "somebody sign in, open an account instead.",
        done=lambda row: f"{row} is in the directory. {CORRECT_AGAIN}",
        to=lambda row: place.to("person", row.pk),
    )
    return asked(
        request,
        form,
        ask,
        lambda given: actions.add_person(authority=place.authority, by=request.user, **given),
    )


@form_view
def change(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Correct a person, or enter that they leave."""
    place, row = person_of(request, code, pk, DIRECTORY)
    first = {"name": row.name, "initials": row.initials, "left_on": row.left_on}
    ask = about(
        place,
        row,
        "Correct a person",
        "Save",
        "Posts, teams and roles do not end by themselves on the last day: end each with its own.",
    )
    form = forms.ChangePersonForm(sent(request), initial=first)
    return asked(
        request,
        form,
        ask,
        lambda given: actions.change_person(person=row, by=request.user, **given),
    )


@form_view
def add_alias(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Confirm another name."""
    place, row = person_of(request, code, pk, DIRECTORY)
    ask = about(
        place,
        row,
        "Add another name",
        "Add the name",
        "A document that writes this name means this person, without asking.",
    )
    form = forms.AliasForm(sent(request))
    return asked(
        request, form, ask, lambda given: actions.add_alias(person=row, by=request.user, **given)
    )


@form_view
def remove_alias(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Take another name back."""
    place = place_of(request, code, DIRECTORY)
    mine = Alias.objects.visible_to(request.user).filter(person__authority=place.authority)
    alias = get_object_or_404(mine.select_related("person__authority"), pk=pk)
    says = f"Documents that come in will no longer mean {alias.person} by “{alias}”. What was "
    says += "matched before stays as it is. You can add the name again."
    ask = about(place, alias.person, "Take back another name", "Take back the name", says)
    form = Form(sent(request))
    return asked(
        request, form, ask, lambda given: actions.remove_alias(alias=alias, by=request.user)
    )


@form_view
def tie(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Enter with which account a person signs in."""
    place, row = person_of(request, code, pk, USERS)
    free = User.objects.visible_to(request.user).filter(role_holdings__authority=place.authority)
    free = free.exclude(persons__authority=place.authority).distinct().order_by("name")
    ask = about(
        place,
        row,
        "Tie to an account",
        "Tie to the account",
        "Offered are accounts of this council that are nobody's yet. This cannot be undone here: "
        "what the account does is then this person's doing.",
    )
    form = forms.TieForm(sent(request), users=free)
    return asked(
        request,
        form,
        ask,
        lambda given: actions.tie_to_account(person=row, by=request.user, user=given["user"]),
    )


@form_view
def take_post(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Enter a post that a person holds."""
    place, row = person_of(request, code, pk, DIRECTORY)
    form = forms.TakePostForm(sent(request), authority=place.authority)
    ask = about(place, row, "Enter a post", "Enter the post", "")
    return asked(
        request, form, ask, lambda given: actions.take_post(person=row, by=request.user, **given)
    )


@form_view
def join_team(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Enter a team that a person is in."""
    place, row = person_of(request, code, pk, DIRECTORY)
    form = forms.JoinTeamForm(sent(request), authority=place.authority)
    ask = about(place, row, "Enter a team", "Enter the team", "")
    return asked(
        request, form, ask, lambda given: actions.join_team(person=row, by=request.user, **given)
    )


@form_view
def leave_post(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Enter the last day in a post."""
    place = place_of(request, code, DIRECTORY)
    rows = Postholding.objects.visible_to(request.user).filter(post__authority=place.authority)
    row = get_object_or_404(rows.select_related("post__authority", "person"), pk=pk)
    return _last_day(
        request, place, row, lambda given: actions.leave_post(holding=row, by=request.user, **given)
    )


@form_view
def leave_team(request: SignedInRequest, code: str, pk: int) -> HttpResponse:
    """Enter the last day in a team."""
    place = place_of(request, code, DIRECTORY)
    rows = Membership.objects.visible_to(request.user).filter(team__authority=place.authority)
    row = get_object_or_404(rows.select_related("team__authority", "person"), pk=pk)
    return _last_day(
        request,
        place,
        row,
        lambda given: actions.leave_team(membership=row, by=request.user, **given),
    )


def _last_day(
    request: SignedInRequest, place: Place, row: Postholding | Membership, do: Any
) -> HttpResponse:
    form = forms.LastDayForm(sent(request), initial={"ended_on": row.ended_on})
    what = row.post if isinstance(row, Postholding) else row.team
    ask = about(place, row.person, f"Last day: {what}", "Enter the last day", "")
    return asked(request, form, ask, do)
