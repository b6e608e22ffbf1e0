"""What is found for some words, or the one thing that a public id names."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from goldenthread.thread.search import KINDS, named, search
from goldenthread.web.requests import SignedInRequest
from goldenthread.web.search.presenters import SearchPage, address_of

FEW, MANY = 5, 25
LONGEST = 200


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """Some of each kind; of one kind, a page of them. A public id leads straight to its page."""
    typed = request.GET.get("q", "").replace("\x00", " ").strip()[:LONGEST]
    if (one := named(typed, by=request.user)) is not None:
        return redirect(address_of(one))
    asked = request.GET.get("kind", "")
    only = asked if asked in {kind.code for kind in KINDS} else ""
    before = _key(request.GET.get("before", "")) if only else None
    found = search(typed, by=request.user, most=MANY if only else FEW, only=only, before=before)
    page = SearchPage(typed, found, only=only, further=before is not None)
    return render(request, "search/index.html", {"page": page})


def _key(typed: str) -> int | None:
    """A key as the address holds it; None for anything else."""
    return int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 19 else None
