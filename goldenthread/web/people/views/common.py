"""What the views of people share: finding a person, forms about one, the box above a list."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_http_methods

from goldenthread.people.models import Person
from goldenthread.web.asking import Ask
from goldenthread.web.people.place import Place, place_of
from goldenthread.web.requests import SignedInRequest

form_view = require_http_methods(["GET", "HEAD", "POST"])
CORRECT_AGAIN = "Correct it again where that was wrong; both stay in the history."


def sent(request: SignedInRequest) -> Any:
    """What a form is bound to: what was sent, also where that is nothing but the button."""
    return request.POST if request.method == "POST" else None


def find(request: SignedInRequest, listing: Any, label: str) -> dict[str, Any]:
    """The box to find a name in a list; the other filters stay."""
    kept = [(name, value) for name, value in listing.chosen.items() if name != "q"]
    return {"label": label, "value": request.GET.get("q", ""), "hidden": kept}


def person_of(request: SignedInRequest, code: str, pk: int, verb: str = "") -> tuple[Place, Person]:
    place = place_of(request, code, verb)
    rows = Person.objects.visible_to(request.user).filter(authority=place.authority)
    return place, get_object_or_404(rows.select_related("authority", "partner", "user"), pk=pk)


def about(place: Place, row: Person, heading: str, button: str, says: str) -> Ask:
    """A form about a person, which leads back to their page."""
    back = place.to("person", row.pk)
    return Ask(
        heading=heading,
        caption=row.name,
        button=button,
        back=back,
        crumbs=place.crumbs(("People", place.to("people")), (row.name, back)),
        says=says,
        done=lambda made: f"{row.name}: saved. {CORRECT_AGAIN}",
    )
