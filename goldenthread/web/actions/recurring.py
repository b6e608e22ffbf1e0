"""The forms of what comes again, on the Action page."""

from typing import Any

from django import forms

from goldenthread.plans import recurring
from goldenthread.plans.models import Recurrence
from goldenthread.plans.proposing import proposal
from goldenthread.web.actions.forms import DeedForm, words
from goldenthread.web.days import DayField


class RecurForm(DeedForm):
    """What comes again, how often, from when until when; a phase may take another's place."""

    frequency = forms.ChoiceField(
        label="How often?", choices=[("", "Choose one"), *Recurrence.Frequency.choices]
    )
    number = forms.IntegerField(
        label="How many weeks lie between two?",
        help_text="Only for ‘every so many weeks’.",
        min_value=2,
        max_value=104,
        required=False,
    )
    first_day = DayField(label="First day")
    last_day = DayField(
        label="Last day", help_text="Leave this empty if it goes on for good.", required=False
    )
    what = forms.CharField(
        label="What comes again, if not the action as a whole", max_length=300, required=False
    )
    sample = forms.IntegerField(
        label="How many are looked at each time?",
        help_text="Leave this empty for all of them.",
        min_value=1,
        required=False,
    )
    follows = forms.ModelChoiceField(
        label="In whose place does it come?",
        help_text="That one then ends on the day before.",
        queryset=Recurrence.objects.none(),
        required=False,
        empty_label="It takes no other’s place",
    )

    def prepare(self) -> None:
        """What the plan's own wording proposes stands there already."""
        rows = Recurrence.objects.visible_to(self.user).filter(
            action=self.action, called_off_at=None
        )
        self.fields["follows"].queryset = rows.order_by("first_day", "pk")  # type: ignore[attr-defined]
        if not rows.exists():
            del self.fields["follows"]
            self._propose()

    def _propose(self) -> None:
        found = proposal(self.action)
        if found is not None:
            recurs = found.recurs
            own = {"frequency": recurs.frequency, "first_day": recurs.first_day}
            more = {"last_day": recurs.last_day, "number": found.number}
            self.initial = {**own, **more, **self.initial}

    def clean(self) -> dict[str, Any]:
        """A number of weeks goes with the frequency that asks for it, and with no other."""
        given = super().clean() or {}
        if given.get("frequency") == recurring.WEEKS and not given.get("number"):
            self.add_error("number", "How many weeks lie between two?: fill in a number.")
        return given

    def recurs(self) -> recurring.Recurs:
        """How it recurs, in a valid form."""
        given = self.cleaned_data
        return recurring.Recurs(
            frequency=given["frequency"],
            number=given["number"] or 1,
            first_day=given["first_day"],
            last_day=given["last_day"],
        )


class CallOffForm(DeedForm):
    """The last day, and why it comes no more after it."""

    last_day = DayField(label="Last day", help_text="Today or later.")
    why = words("Why?")
