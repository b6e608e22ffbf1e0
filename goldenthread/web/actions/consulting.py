"""The forms of a consultation, on the Action page."""

from typing import Any

from django import forms

from goldenthread.plans.models import Consultation
from goldenthread.web.actions.forms import DeedForm, words
from goldenthread.web.days import DayField


class ConsultForm(DeedForm):
    """At which stage, with whom, from when until when."""

    stage = forms.ChoiceField(
        label="Stage", choices=Consultation.Stage.choices, widget=forms.RadioSelect
    )
    with_whom = forms.CharField(
        label="With whom?",
        help_text="Such as: staff of the duty team and their unions. No names.",
        max_length=500,
    )
    opens_on = DayField(label="Opens on")
    closes_on = DayField(label="Closes on", help_text="The last day on which people answer.")

    def clean(self) -> dict[str, Any]:
        """It closes no earlier than it opens."""
        opens, closes = self.cleaned_data.get("opens_on"), self.cleaned_data.get("closes_on")
        if opens and closes and closes < opens:
            self.add_error("closes_on", "Closes on: it lies before the day on which it opens.")
        return self.cleaned_data


class MoveForm(DeedForm):
    """Until when it is open instead, and why."""

    closes_on = DayField(label="Closes on")
    why = words("Why does it close on another day?")


class OutcomeForm(DeedForm):
    """What came of a stage, and on which day."""

    outcome = words("What came of it?", "What was said, and what was decided.")
    ended_on = DayField(label="Day of the outcome")
