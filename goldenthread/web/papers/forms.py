"""The day of which a paper tells."""

from datetime import date

from django import forms
from django.utils import timezone

from goldenthread.web.days import DayField


class AsAtForm(forms.Form):
    """Asks for a day; an address without one means today."""

    as_at = DayField(
        label="As at",
        required=False,
        help_text="Today unless you choose another day. The paper names what it still tells as of today.",
    )

    def clean_as_at(self) -> date:
        """The day; today where none was given."""
        day: date | None = self.cleaned_data["as_at"]
        return day or timezone.localdate()
