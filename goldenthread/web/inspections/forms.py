"""The forms of inspections: days, decisions, and what a letter states."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet

from goldenthread.inspections.models import ConsiderDecision, Inspection, UncitedDecision
from goldenthread.people.models import PartnerOrganisation
from goldenthread.web.days import DayField

DAYS = ("published_on", "received_on", "first_day", "last_day")


def why(label: str, *, hint: str = "", required: bool = True) -> forms.CharField:
    """A box for a reason."""
    widget = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, help_text=hint, required=required, widget=widget)


class DaysForm(forms.Form):
    """The four days of a report, filled with what is known."""

    published_on = DayField(
        label="Day of publication",
        help_text="As printed in the report or on the inspectorate's page, for example 16 5 2016.",
        required=False,
    )
    received_on = DayField(
        label="Day on which the council received it",
        help_text="The law counts from receipt. Leave it empty while nobody knows it.",
        required=False,
    )
    first_day = DayField(label="First day of the inspection", required=False)
    last_day = DayField(label="Last day of the inspection", required=False)
    why = why("Why is it changed, or where is the day from?", required=False)

    def __init__(self, *args: Any, inspection: Inspection, **kwargs: Any) -> None:
        self._known = {name: getattr(inspection, name) for name in DAYS}
        super().__init__(*args, **{**kwargs, "initial": self._known})

    def changed(self) -> dict[str, date | None]:
        """The days of a valid form that are others than those known."""
        typed = {name: self.cleaned_data[name] for name in DAYS}
        return {name: day for name, day in typed.items() if day != self._known[name]}

    def clean(self) -> dict[str, Any]:
        """The days in order.

        Raises:
            ValidationError: a last day without a first, or a known first day left out.
        """
        given = super().clean() or {}
        if given.get("last_day") and not given.get("first_day") and "first_day" not in self.errors:
            self.add_error("first_day", "First day of the inspection: enter it with the last day.")
        if self._known["first_day"] and not given.get("first_day") and not self.errors:
            self.add_error("first_day", "First day of the inspection: it cannot be left out again.")
        return given


class StatedForm(forms.Form):
    """The day that a letter or a paper states for a duty."""

    stated_on = DayField(
        label="Day that the letter or the paper states",
        help_text="Leave it empty where none is stated.",
        required=False,
    )
    printed = forms.CharField(
        label="Its words as printed, and where",
        help_text="For example: “by 16 August 2023”, letter of 9 May 2023, page 2",
        max_length=500,
        required=False,
    )


class UncitedForm(forms.Form):
    """What becomes of a weak paragraph that nothing cites."""

    decision = forms.ChoiceField(
        label="What is decided?",
        choices=UncitedDecision.Decision.choices,
        widget=forms.RadioSelect,
    )
    why = why("Why?", hint="Name what answers it, or say why nothing has to.")


class ConsiderForm(forms.Form):
    """What was decided about something that the report asks only to consider."""

    decision = forms.ChoiceField(
        label="What was decided?",
        choices=ConsiderDecision.Decision.choices,
        widget=forms.RadioSelect,
    )
    why = why("Why?")
    decided_on = DayField(label="Day of the decision", help_text="For example, 16 5 2016")


class SharedForm(forms.Form):
    """Why a judgement rests, or does not rest, on more than the council."""

    why = why("Why?", hint="For example, the sentence of the criterion that names partners.")


class ContributionForm(forms.Form):
    """What a partner does towards a recommendation, and on which day it was said."""

    partner = forms.ModelChoiceField(
        label="Partner", queryset=PartnerOrganisation.objects.none(), empty_label="Choose one"
    )
    text = why("What does it do?")
    said_on = DayField(label="Day on which it was said", help_text="For example, 16 5 2016")

    def __init__(self, *args: Any, partners: QuerySet[PartnerOrganisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["partner"].queryset = partners  # type: ignore[attr-defined]


class YesOrNoForm(forms.Form):
    """A proposal that is confirmed, or refused with a reason."""

    YES, NO = "yes", "no"
    answer = forms.ChoiceField(widget=forms.RadioSelect)
    why = why("Why?", hint="Needed where you say no.", required=False)

    def __init__(self, *args: Any, question: str, yes: str, no: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["answer"]
        field.label = question
        field.choices = [(self.YES, yes), (self.NO, no)]  # type: ignore[attr-defined]

    @property
    def says_yes(self) -> bool:
        """Whether a valid form confirms."""
        return bool(self.cleaned_data["answer"] == self.YES)

    def clean(self) -> dict[str, Any]:
        """The answer.

        Raises:
            ValidationError: it is refused without a reason.
        """
        given = super().clean() or {}
        if given.get("answer") == self.NO and not given.get("why", "").strip():
            self.add_error("why", "Why?: nothing entered. Say why it is refused.")
        return given
