"""The form for somebody who is away, on one's own account and on a person's page."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from goldenthread.people.models import Absence, Person
from goldenthread.web.days import DayField

SAYS = (
    "From the first day to the last, both included, the deputy finds in My work and in the digest "
    "what is due meanwhile, and may enter updates, which are recorded as said for whoever is away. "
    "The deputy checks and approves nothing in their place. It ends by itself."
)


class AwayForm(forms.Form):
    """The days, and who stands in."""

    started_on = DayField(label="First day away")
    ended_on = DayField(label="Last day away", help_text="The day itself still counts.")
    deputy: Any = forms.ModelChoiceField(
        queryset=None,
        label="Who stands in?",
        empty_label="Choose",
        help_text="A lead or an improvement officer of the council.",
    )

    def __init__(self, *args: Any, person: Person, colleagues: "QuerySet[Person]") -> None:
        super().__init__(*args)
        field: Any = self.fields["deputy"]
        here = colleagues.filter(authority=person.authority, left_on=None, partner=None)
        field.queryset = here.exclude(pk=person.pk).exclude(user=None).order_by("name")


def coming(person: Person, today: date) -> "QuerySet[Absence]":
    """When a person is away, today or later."""
    rows = person.absences.standing().filter(ended_on__gte=today)
    return rows.select_related("deputy").order_by("started_on")
